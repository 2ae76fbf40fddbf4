"""The content rules: what a page must hold, each with an id, a place and a remedy."""
