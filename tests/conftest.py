"""Fixtures that more than one folder of tests uses: the built site, and one browser for all."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright
from require import require
from site_build import build_site
from site_server import CHROMIUM_OPTIONS


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a strict build of the handbook, made once per run."""
    target = tmp_path_factory.mktemp("built") / "site"
    done = build_site(target)
    assert done.returncode == 0, f"mkdocs build --strict 失败：\n{done.stderr[-6000:]}"
    return target


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return the system's headless Chromium."""
    require("chromium")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=CHROMIUM_OPTIONS)
        yield chromium
        chromium.close()
