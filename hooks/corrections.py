"""Readers see where folklore is wrong: in a box on the page and in one ledger, both from ``data/corrections.yml``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

from mkdocs.exceptions import PluginError

from corrections_extension import CorrectionsExtension
from corrections_ledger import LEDGER_FILE, load_ledger
from yaml_lines import YamlError

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read the ledger and register its extension. Raises ``PluginError`` for a mistake in the data."""
    root = Path(config.config_file_path).parent
    try:
        ledger = load_ledger(root / LEDGER_FILE, Path(config.docs_dir), root / "examples")
    except YamlError as error:
        raise PluginError(str(error)) from None
    config.markdown_extensions.append(CorrectionsExtension(ledger, PluginError))  # type: ignore[arg-type]
    return config


def on_page_markdown(markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str | None:
    """Tell the extension which page comes."""
    extension = next(e for e in cast(list[object], config.markdown_extensions) if isinstance(e, CorrectionsExtension))
    extension.enter(page.file.src_uri, page.file.content_string)
    return None
