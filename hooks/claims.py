"""Readers see on each page when its facts were last checked, and on one page all facts that age with their sources."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.exceptions import PluginError

from handbook.claims.data import FOLDER
from handbook.claims.extension import ClaimsExtension
from handbook.claims.render import render_freshness
from handbook.mistakes import told_as
from handbook.page import find_extension

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page


@told_as(PluginError)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Load the facts and give Python-Markdown the extension. Raises ``PluginError`` for mistakes in the data."""
    extension = ClaimsExtension(data=Path(config.config_file_path).parent / FOLDER)
    config.markdown_extensions.append(extension)  # type: ignore[arg-type]
    return config


def on_page_markdown(markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> None:
    """Tell the template what the page may say of its facts."""
    claims = find_extension(config.markdown_extensions, ClaimsExtension).claims
    page.meta["freshness"] = render_freshness(claim for claim in claims if claim.path == page.file.src_uri)
