"""Python-Markdown extension: ``<!-- list: search-score -->`` keeps a place for the exam's score, which is there after the build."""

from __future__ import annotations

from typing import Any

from markdown import Markdown
from markdown.extensions import Extension

from handbook.markers import add_renderers

PLACE = "<!-- score of the search exam -->"


class ScoreExtension(Extension):
    """Renders the marker."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Add the renderer of the marker."""
        add_renderers(md, {"list: search-score": lambda marker, page: ["", md.htmlStash.store(PLACE), ""]})


def makeExtension(**options: Any) -> ScoreExtension:
    """Return the extension for ``markdown_extensions: [handbook.search.score]``."""
    return ScoreExtension(**options)
