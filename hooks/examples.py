"""Readers see under each example what was executed, and on one page the state of all of them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.exceptions import PluginError

from handbook.examples.extension import ExamplesExtension
from handbook.examples.transcript import LANGUAGE, check_options, format_transcript
from handbook.mistakes import told_as

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page


@told_as(PluginError)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Load the records and give Python-Markdown the extension. Raises ``PluginError`` for mistakes in the examples."""
    root = Path(config.config_file_path).parent / "examples"
    source_url = f"{config.repo_url.rstrip('/')}/tree/main/examples" if config.repo_url else ""
    extension = ExamplesExtension(root=root, docs=config.docs_dir, source_url=source_url)
    config.markdown_extensions.append(extension)  # type: ignore[arg-type]
    fences = config.mdx_configs.setdefault("pymdownx.superfences", {}).setdefault("custom_fences", [])
    console = {"name": LANGUAGE, "class": LANGUAGE, "format": format_transcript, "validator": check_options}
    fences.append(console)
    return config


def on_page_content(html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Tell MkDocs the anchors of the proofs: it looks for ids before they are in, and would call links to them dead."""
    if page.present_anchor_ids is not None:
        page.present_anchor_ids.update(re.findall(r'<div class="proof [a-z-]+" id="([^"]+)"', html))
    return html
