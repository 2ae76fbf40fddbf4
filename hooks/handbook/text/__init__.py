"""The handbook as plain text and as Markdown, for a terminal without a browser: both are written from the built pages."""
