"""Wires the look of risk paragraphs into MkDocs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handbook.risk_labels import RiskLabelsExtension

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Give Python-Markdown the extension."""
    config.markdown_extensions.append(RiskLabelsExtension())  # type: ignore[arg-type]
    return config
