"""A page of hundreds of generated entries lists their groups beside the text, not the entries: front matter ``toc_levels: 2``.

The table of contents is most of such a page's weight, and its own index leads to the entries.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page
    from mkdocs.structure.toc import AnchorLink


def on_page_content(html: str, *, page: Page, config: MkDocsConfig, files: Files) -> None:
    """Drop what is deeper than the level that the page asks for."""
    levels = page.meta.get("toc_levels")
    if isinstance(levels, int):
        _prune(page.toc, levels)


def _prune(items: Iterable[AnchorLink], levels: int) -> None:
    for item in items:
        if levels <= 1:
            item.children.clear()
        _prune(item.children, levels - 1)
