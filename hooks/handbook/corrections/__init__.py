"""The feature corrections: see hooks/corrections.py."""
