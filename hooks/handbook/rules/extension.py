"""Python-Markdown extension: ``<!-- list: rules -->`` becomes the table of all content rules, from the rules themselves."""

from __future__ import annotations

from typing import Any

from markdown import Markdown
from markdown.extensions import Extension

from handbook.markers import Marker, add_renderers
from handbook.page import Page
from handbook.page_source import heading_ids, parse_page
from handbook.rules.registry import RULES
from handbook.rules.render import render_table


class RulesExtension(Extension):
    """Renders the marker."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Add the renderer of the marker."""
        add_renderers(md, {"list: rules": _render})


def _render(marker: Marker, page: Page) -> list[str]:
    explained = heading_ids(parse_page(page.path, page.source).prose)
    return render_table(RULES.values(), frozenset(explained))


def makeExtension(**options: Any) -> RulesExtension:
    """Return the extension for ``markdown_extensions: [handbook.rules.extension]``."""
    return RulesExtension(**options)
