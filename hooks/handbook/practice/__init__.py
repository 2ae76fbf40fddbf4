"""The feature practice: see hooks/practice.py."""
