"""Fixtures: the built handbook behind a local server, and pages that fail the test when they complain or call elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from support.site_server import DESKTOP, OPEN_SHADOW_ROOTS, PHONE, OpenPage, Watch

# Milliseconds. Two cores that run examples at the same time are slow; what never comes still fails.
expect.set_options(timeout=20_000)


@pytest.fixture(scope="session")
def site_dir(built_site: Path) -> Path:
    """Return the folder of the built handbook."""
    return built_site


@pytest.fixture
def open_page(browser: Browser, site_url: str) -> Iterator[OpenPage]:
    """Return a function that opens a watched page: `open_page(scheme="dark", phone=True)`. Complaints fail the test."""
    contexts = []
    watches = []

    def open_one(*, scheme: str = "light", phone: bool = False, **options: Any) -> Page:
        settings = {**(PHONE if phone else DESKTOP), "color_scheme": scheme, "base_url": site_url, **options}
        context = browser.new_context(**settings)
        context.add_init_script(OPEN_SHADOW_ROOTS)
        contexts.append(context)
        page = context.new_page()
        watches.append(Watch(page, site_url))
        return page

    yield open_one
    for context in contexts:
        context.close()
    complaints = [complaint for watch in watches for complaint in watch.complaints]
    assert not complaints, "\n".join(complaints)


@pytest.fixture
def page(open_page: OpenPage) -> Page:
    """Return a watched page of desktop size in the light scheme."""
    return open_page()


@pytest.fixture
def phone(open_page: OpenPage) -> Page:
    """Return a watched page of 360 × 740 with touch."""
    return open_page(phone=True)


@pytest.fixture(scope="session")
def addresses(site_dir: Path) -> list[str]:
    """Return the address of every page relative to the site's root, the home page's being empty."""
    found = (path.relative_to(site_dir).as_posix() for path in site_dir.rglob("index.html"))
    return sorted(address.removesuffix("index.html") for address in found)


@pytest.fixture(scope="session")
def diagram_pages(site_dir: Path, addresses: list[str]) -> dict[str, str]:
    """Return, for each kind of diagram, the address of a page that has one."""
    found: dict[str, str] = {}
    for kind in ("flowchart", "sequenceDiagram", "stateDiagram-v2"):
        for address in addresses:
            if f'data-kind="{kind}"' in (site_dir / address / "index.html").read_text(encoding="utf-8"):
                found.setdefault(kind, address)
        assert kind in found, f"手册里没有 {kind} 图，关于它的测试就没有对象"
    return found
