"""Fixtures that more than one folder of tests uses: the built site, and one browser for all."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from support.require import require
from support.site_build import build_site
from support.site_server import CHROMIUM_OPTIONS, serve


def pytest_itemcollected(item: pytest.Item) -> None:
    """Keep the tests that share the built site or the browser on one worker: each worker would make its own.

    Here and not when the items are sorted: by then pytest-xdist has read the marks. What drives a browser may try
    once more, like the examples.
    """
    fixtures = set(getattr(item, "fixturenames", ()))
    if {"published", "browser"} & fixtures:
        item.add_marker(pytest.mark.xdist_group("site"))
    if "browser" in fixtures:
        item.add_marker(pytest.mark.flaky(reruns=1))


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    """Return a strict build of the handbook, made once per run, and the address where it is served.

    The server comes first: the theme navigates without reloading only on a site that knows its own address.
    """
    target = tmp_path_factory.mktemp("published") / "site"
    with serve(target) as url:
        done = build_site(target, site_url=url, diagrams="auto")
        assert done.returncode == 0, f"mkdocs build --strict 失败：\n{done.stderr[-6000:]}"
        yield target, url


@pytest.fixture(scope="session")
def built_site(published: tuple[Path, str]) -> Path:
    """Return the folder of the built handbook."""
    return published[0]


@pytest.fixture(scope="session")
def site_url(published: tuple[Path, str]) -> str:
    """Return the address of the built handbook, with a slash at its end."""
    return published[1]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return the system's headless Chromium."""
    require("chromium")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=CHROMIUM_OPTIONS)
        yield chromium
        chromium.close()
