"""Editors of hooks see their change in `make serve`: MkDocs never loads a hook twice, so the server starts anew."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.plugins import get_plugin_logger

if TYPE_CHECKING:
    from collections.abc import Callable

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer

log = get_plugin_logger(__name__)

HOOKS = Path(__file__).parent


def on_serve(server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., None]) -> LiveReloadServer:
    """Make each rebuild ask first whether a hook changed, and if so replace this process by a new server."""
    rebuild = server.builder
    before = modified_times(HOOKS)

    def rebuild_or_restart() -> None:
        if modified_times(HOOKS) == before:
            rebuild()
            return
        log.info("hooks/ 改过，重新启动服务器")
        shutil.rmtree(server.root, ignore_errors=True)
        os.execv(sys.executable, [sys.executable, *sys.orig_argv[1:]])  # noqa: S606 - no shell is wanted

    server.builder = rebuild_or_restart
    return server


def modified_times(folder: Path) -> dict[str, int]:
    """Return the modification time in nanoseconds of every Python file in `folder`, by name."""
    return {path.name: path.stat().st_mtime_ns for path in folder.glob("*.py")}
