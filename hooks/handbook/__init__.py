"""What the hooks call: a package for each feature; nothing below imports MkDocs."""
