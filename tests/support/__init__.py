"""What tests and benchmarks share: builds, servers, the search engine in V8, what must be installed."""
