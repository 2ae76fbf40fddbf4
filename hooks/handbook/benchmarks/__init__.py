"""The feature benchmarks: see hooks/benchmark_page.py."""
