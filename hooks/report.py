"""Readers who find a mistake report it from where it stands: 这里有错 at each section, and at a page's end for the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handbook.report.links import add_links, report_address

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

META = "report"  # where overrides/partials/source-file.html finds the page's own address


def on_page_markdown(markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> None:
    """Note where mistakes on the page are reported."""
    title = str(page.meta.get("title") or page.title)
    page.meta[META] = report_address(config.repo_url, title, page.canonical_url or page.file.src_uri)


def on_post_page(output: str, *, page: Page, config: MkDocsConfig) -> str:
    """Put the links in, when everything else has read the page."""
    report = page.meta[META]
    return add_links(output, report) if report else output
