"""The feature glossary: see hooks/glossary.py."""
