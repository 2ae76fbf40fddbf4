"""The feature search: see hooks/search.py."""
