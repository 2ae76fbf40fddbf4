"""Readers see what ``make bench`` measured last: a page asks with ``<!-- list: benchmarks build -->`` on a line of its own."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from handbook.benchmarks.extension import BenchmarksExtension
from handbook.benchmarks.render import DATA

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Give Python-Markdown the extension."""
    extension = BenchmarksExtension(data=Path(config.config_file_path).parent / DATA)
    config.markdown_extensions.append(extension)  # type: ignore[arg-type]
    return config
