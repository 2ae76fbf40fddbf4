"""Readers see which Kubernetes releases are supported: table, chart and sentence from ``data/kubernetes-releases.yml``.

A page asks with a marker on a line of its own: ``<!-- list: releases table -->``, ``chart`` or ``today``.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.utils import get_relative_url

from handbook.releases.data import RELEASES_FILE
from handbook.releases.extension import ReleasesExtension

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Give Python-Markdown the extension."""
    extension = ReleasesExtension(data=Path(config.config_file_path).parent / RELEASES_FILE)
    config.markdown_extensions.append(extension)  # type: ignore[arg-type]
    return config


def on_page_content(html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Load the script that says what is supported today, on the page that asks for it only."""
    if 'id="k8s-today"' not in html:
        return html
    return f'{html}\n<script src="{get_relative_url("assets/javascripts/releases.js", page.url)}"></script>'
