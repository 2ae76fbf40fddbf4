"""Wires into MkDocs what the handbook's hooks and extensions share: the page that is rendered, the markers, whether it serves.

A preview leaves out what nobody reads while a page is edited, and is quicker by that.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority

from handbook.markers import MarkersExtension
from handbook.page import SERVING, Page, PageExtension, find_extension

if TYPE_CHECKING:
    from typing import Literal

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page as MkDocsPage


_serving = False  # what MkDocs was started for; it keeps this module as long as its process


def on_startup(*, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """Note whether somebody edits."""
    global _serving
    _serving = command == "serve"


@event_priority(200)  # before the hooks that ask
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Say whether somebody edits, and give Python-Markdown the extensions."""
    config.extra[SERVING] = _serving
    config.markdown_extensions += [PageExtension(), MarkersExtension()]  # type: ignore[list-item]
    return config


def on_page_markdown(markdown: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> None:
    """Tell which page comes, and how mistakes on it stop the build."""
    extension = find_extension(config.markdown_extensions, PageExtension)
    extension.page = Page(page.file.src_uri, page.file.content_string, PluginError)
