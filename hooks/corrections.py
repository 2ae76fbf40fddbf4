"""Readers see where folklore is wrong: in a box on the page and in one ledger, both from ``data/corrections.yml``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.exceptions import PluginError

from handbook.corrections.extension import CorrectionsExtension
from handbook.corrections.ledger import LEDGER_FILE
from handbook.mistakes import told_as

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


@told_as(PluginError)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read the ledger and give Python-Markdown the extension. Raises ``PluginError`` for mistakes in the data."""
    root = Path(config.config_file_path).parent
    extension = CorrectionsExtension(data=root / LEDGER_FILE, docs=config.docs_dir, examples=root / "examples")
    config.markdown_extensions.append(extension)  # type: ignore[arg-type]
    return config
