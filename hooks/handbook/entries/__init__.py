"""The feature entries: see hooks/entries.py."""
