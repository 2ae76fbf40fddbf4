"""The feature releases: see hooks/releases.py."""
