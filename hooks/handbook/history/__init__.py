"""The feature history: see hooks/history.py."""
