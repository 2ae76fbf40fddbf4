"""The feature examples: see hooks/examples.py."""
