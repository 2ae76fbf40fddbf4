"""Readers arrive with a code: every code that a program can say, in its own words, from ``data/codes/``.

A page asks with a marker on a line of its own: ``<!-- list: codes curl -->``, or ``<!-- list: codes -->`` for all vocabularies.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.exceptions import PluginError

from handbook.codes.data import FOLDER
from handbook.codes.extension import CodesExtension
from handbook.examples.extension import ExamplesExtension
from handbook.mistakes import told_as
from handbook.page import find_extension

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


@told_as(PluginError)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read the codes and give Python-Markdown the extension. Raises ``PluginError`` for mistakes in the data.

    The records are those that hooks/examples.py has read: mkdocs.yml lists it before this one.
    """
    root = Path(config.config_file_path).parent
    extension = CodesExtension(
        None,
        lambda: find_extension(config.markdown_extensions, ExamplesExtension).examples,
        data=root / FOLDER,
        docs=config.docs_dir,
    )
    config.markdown_extensions.append(extension)  # type: ignore[arg-type]
    return config
