"""The feature report: see hooks/report.py."""
