"""The feature codes: see hooks/codes.py."""
