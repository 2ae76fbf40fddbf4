"""Writes the handbook as plain text and as Markdown beside the built pages: for a terminal, a jump host, a program.

`make serve` leaves it out: nobody reads a page that is being edited as text, and it takes two seconds of processor time.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.plugins import event_priority
from mkdocs.utils import write_file

from handbook.diagrams.placing import find_sources
from handbook.page import SERVING
from handbook.text.blocks import read_page
from handbook.text.book import Entry, Site, write_files

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation

_PAGES = "text_pages"  # in config.extra: the pages in reading order
TEXT = "text"  # there too: overrides/partials/source-file.html links no text that is not there


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Say whether the files will be there."""
    config.extra[TEXT] = not config.extra[SERVING]
    return config


def on_nav(nav: Navigation, *, config: MkDocsConfig, files: Files) -> None:
    """Note the pages in the order of the navigation."""
    config.extra[_PAGES] = nav.pages


@event_priority(-50)  # when every page is complete: the search writes a score into one
def on_post_build(*, config: MkDocsConfig) -> None:
    """Write the files, from the pages as they are published."""
    if not config.extra[TEXT]:
        return
    root = Path(config.site_dir)
    entries, pages = [], {}
    for page in config.extra[_PAGES]:
        url = page.url.removeprefix("./")
        entries.append(Entry(tuple(str(section.title) for section in reversed(page.ancestors)), url))
        html = Path(page.file.abs_dest_path).read_text(encoding="utf-8")
        pages[url] = read_page(html, url, find_sources(page.content or ""))
    site = Site(config.site_name, config.site_description or "", config.site_url or "")
    for path, text in write_files(site, entries, pages).items():
        write_file(text.encode(), str(root / path))
