"""Editors see in `make serve` which rule a page breaks, and look its number up in the guide, which lists all of them."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.plugins import event_priority

from handbook.page import SERVING
from handbook.rules.extension import RulesExtension
from handbook.rules.model import load_handbook
from handbook.rules.registry import check_all

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

log = logging.getLogger("mkdocs.plugins.rules")  # without a prefix: a problem begins with its number


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Give Python-Markdown the extension."""
    config.markdown_extensions.append(RulesExtension())  # type: ignore[arg-type]
    return config


@event_priority(-200)  # `make serve` shows the site before
def on_post_build(*, config: MkDocsConfig) -> None:
    """Say after each build for an editor what is against the rules. `make check` has checked them before it builds."""
    if config.extra[SERVING]:
        level = logging.INFO if config.strict else logging.WARNING
        for problem in check_all(load_handbook(Path(config.config_file_path).parent)):
            log.log(level, "%s", problem)
