"""Python-Markdown extension: ``<!-- list: releases table -->`` becomes the table, the chart or the sentence of today."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension

from handbook.markers import Marker, add_renderers, has_marker
from handbook.page import Page
from handbook.releases.data import RELEASES_FILE, load_releases
from handbook.releases.render import render_chart, render_table, render_today

NAME = "list: releases"
_PARTS = {"table": render_table, "chart": render_chart, "today": render_today}


class ReleasesExtension(Extension):
    """Reads the releases where a page asks for them."""

    def __init__(self, **options: Any) -> None:
        self.config = {"data": [RELEASES_FILE, "the releases' file"]}
        super().__init__(**options)

    def extendMarkdown(self, md: Markdown) -> None:
        """Add the renderer of the marker."""
        add_renderers(md, {NAME: self._render})

    def depends_on(self, markdown: str) -> object:
        """Return the releases, for a page that shows them."""
        return load_releases(Path(self.getConfig("data"))) if has_marker(markdown, NAME) else None

    def _render(self, marker: Marker, page: Page) -> list[str]:
        return _PARTS[marker.rest](load_releases(Path(self.getConfig("data"))))


def makeExtension(**options: Any) -> ReleasesExtension:
    """Return the extension for ``markdown_extensions: [handbook.releases.extension]``."""
    return ReleasesExtension(**options)
