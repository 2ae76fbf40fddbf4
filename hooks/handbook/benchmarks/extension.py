"""Python-Markdown extension: ``<!-- list: benchmarks build -->`` becomes the tables that ``make bench`` measured last."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension

from handbook.benchmarks.render import DATA, load_benchmarks, render_part, render_summary
from handbook.markers import Marker, add_renderers, has_marker
from handbook.page import Page

NAME = "list: benchmarks"


class BenchmarksExtension(Extension):
    """Reads the measurements where a page asks for them."""

    def __init__(self, **options: Any) -> None:
        self.config = {"data": [DATA, "the file that `make bench` writes"]}
        super().__init__(**options)

    def extendMarkdown(self, md: Markdown) -> None:
        """Add the renderer of the marker."""
        add_renderers(md, {NAME: self._render})

    def depends_on(self, markdown: str) -> object:
        """Return the measurements, for a page that shows them."""
        return load_benchmarks(Path(self.getConfig("data"))) if has_marker(markdown, NAME) else None

    def _render(self, marker: Marker, page: Page) -> list[str]:
        data = load_benchmarks(Path(self.getConfig("data")))
        return render_summary(data) if marker.rest == "summary" else render_part(data, marker.rest)


def makeExtension(**options: Any) -> BenchmarksExtension:
    """Return the extension for ``markdown_extensions: [handbook.benchmarks.extension]``."""
    return BenchmarksExtension(**options)
