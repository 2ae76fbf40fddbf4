"""The theme's own files: what the handbook changes in them, and the names under which they are published."""
