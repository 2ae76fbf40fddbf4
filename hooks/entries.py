"""Readers start from a symptom, a topic or a question: the lists on the home, 排障 and 自测 pages come from the pages."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.utils import get_relative_url

from handbook.entries.data import nav_order
from handbook.entries.extension import EntriesExtension
from handbook.examples.extension import ExamplesExtension
from handbook.page import find_extension

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Give Python-Markdown the extension."""
    root = Path(config.config_file_path).parent
    extension = EntriesExtension(
        nav_order(config.nav),
        lambda: find_extension(config.markdown_extensions, ExamplesExtension).examples,
        docs=config.docs_dir,
        data=root / "data",
    )
    config.markdown_extensions.append(extension)  # type: ignore[arg-type]
    return config


def on_page_content(html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Load the script of the filter, on the page that has one only."""
    if 'class="entry-filter"' not in html:
        return html
    return f'{html}\n<script src="{get_relative_url("assets/javascripts/filter.js", page.url)}"></script>'
