"""Readers see which Kubernetes releases are supported: table, chart and sentence from ``data/kubernetes-releases.yml``.

A page asks with a marker on a line of its own: ``<!-- releases: table -->``, ``chart`` or ``today``.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.exceptions import PluginError
from mkdocs.utils import get_relative_url

import page_source
from release_data import RELEASES_FILE, load_releases
from release_markdown import render_chart, render_table, render_today
from yaml_lines import YamlError

if TYPE_CHECKING:
    from collections.abc import Callable

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

    from release_data import Releases

_MEANT = re.compile(r"\s*<!--\s*releases\b.*")
_PARTS = {
    "<!-- releases: table -->": render_table,
    "<!-- releases: chart -->": render_chart,
    "<!-- releases: today -->": render_today,
}


def on_page_markdown(markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str | None:
    """Fill in what a page asks for. Raises ``PluginError`` for a bad marker or a mistake in the data."""
    if "<!-- releases" not in markdown:
        return None
    try:
        data = load_releases(Path(config.config_file_path).parent / RELEASES_FILE)
        return page_source.replace_lines(
            markdown,
            _MEANT,
            lambda found: "\n".join(_part(found[0], page.file.src_uri, page.file.content_string)(data)),
        )
    except YamlError as error:
        raise PluginError(str(error)) from None


def on_page_content(html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Load the script that says what is supported today, on the page that asks for it only."""
    if 'id="k8s-today"' not in html:
        return html
    return f'{html}\n<script src="{get_relative_url("assets/javascripts/releases.js", page.url)}"></script>'


def _part(marker: str, path: str, text: str) -> Callable[[Releases], list[str]]:
    part = _PARTS.get(marker.rstrip())
    if part is None:
        line = page_source.parse_page(path, text).prose.index(marker) + 1
        raise YamlError(f"docs/{path}", line, f"标记 {marker.strip()} 写法不对；顶格写其中之一：{'、'.join(_PARTS)}")
    return part
