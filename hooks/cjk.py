"""Wires the joining of Chinese lines into MkDocs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handbook.cjk_lines import CjkLinesExtension

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Give Python-Markdown the extension."""
    config.markdown_extensions.append(CjkLinesExtension())  # type: ignore[arg-type]
    return config
