"""Addresses between pages."""

from __future__ import annotations

from posixpath import dirname, relpath


def relative(target: str, page: str) -> str:
    """Return ``target`` (relative to ``docs/``, with or without an anchor) as a link that stands on ``page``."""
    return relpath(target, dirname(page) or ".")
