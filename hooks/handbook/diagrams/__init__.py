"""The feature diagrams: see hooks/diagrams.py."""
