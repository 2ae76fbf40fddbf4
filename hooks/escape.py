"""Titles, descriptions and tags reach the theme's templates escaped: the templates put them into HTML as they are.

Readers get the text that an editor wrote, quotes and angle brackets included, and never a script out of front matter.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import escape
from mkdocs.plugins import event_priority
from mkdocs.structure.nav import Link, Section

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure import StructureItem
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page


def on_nav(nav: Navigation, *, config: MkDocsConfig, files: Files) -> None:
    """Escape the titles of sections and links; those of pages come when all that reads them has read them."""
    waiting: list[StructureItem] = list(nav.items)
    while waiting:
        item = waiting.pop()
        if isinstance(item, Section | Link):
            item.title = escape(item.title)
        if isinstance(item, Section):
            waiting += item.children


@event_priority(100)  # before the theme's plugin reads the tags
def on_page_markdown(markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> None:
    """Escape the tags."""
    if isinstance(tags := page.meta.get("tags"), list):
        page.meta["tags"] = [escape(str(tag)) for tag in tags]


@event_priority(200)  # before the theme's plugin writes the lists of tags; who reads titles after this gets Markup
def on_env(env: Environment, *, config: MkDocsConfig, files: Files) -> None:
    """Escape titles and descriptions. A title that comes from a heading is HTML already."""
    for name in ("site_name", "site_description"):
        if config[name]:
            config[name] = escape(config[name])
    for file in files.documentation_pages():
        if (page := file.page) is None:
            continue
        if "title" in vars(page) or "title" in page.meta:
            page.title = escape(str(page.title))
        for key in ("title", "description", "author"):
            if key in page.meta:
                page.meta[key] = escape(str(page.meta[key]))
