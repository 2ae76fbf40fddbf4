"""A ledger box takes one line until it is asked for, where a page has many; its anchor and paper show it whole."""

from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Page, expect

from support.site_server import OpenPage

SHARE = """() => {
    const article = document.querySelector("article").getBoundingClientRect().height
    const boxes = [...document.querySelectorAll("article .correction")]
    return boxes.reduce((sum, box) => sum + box.getBoundingClientRect().height, 0) / article
}"""


@pytest.fixture(scope="module")
def boxes(site_dir: Path, addresses: list[str]) -> dict[str, list[str]]:
    """Return the ids of the folded boxes of each page that has such."""
    found = {}
    for address in addresses:
        html = (site_dir / address / "index.html").read_text(encoding="utf-8")
        if 'class="correction"' in html:
            ids = [
                str(box["id"]) for box in BeautifulSoup(html, "html.parser").select("details.correction:not([open])")
            ]
            found.update({address: ids} if ids else {})
    assert found
    return found


def test_folded_boxes_take_a_line_and_never_a_third_of_a_page(
    open_page: OpenPage, site_dir: Path, addresses: list[str]
) -> None:
    with_boxes = [a for a in addresses if 'class="correction"' in (site_dir / a / "index.html").read_text("utf-8")]
    assert with_boxes
    large = []
    page = open_page(phone=True, java_script_enabled=False)
    for address in with_boxes:
        page.goto(address)
        if (share := page.evaluate(SHARE)) > 1 / 3:
            large.append(f"{address} {share:.0%}")
    assert not large


def test_a_folded_box_is_one_line_on_a_wide_screen(page: Page, boxes: dict[str, list[str]]) -> None:
    address, ids = max(boxes.items(), key=lambda item: len(item[1]))
    page.goto(address)
    for name in ids:
        # What is out of sight is not laid out, and as high as the page guesses.
        page.locator(f"[id='{name}']").scroll_into_view_if_needed()
        page.wait_for_function("id => document.getElementById(id).getBoundingClientRect().height < 60", arg=name)


@pytest.mark.parametrize("scripts", [True, False])
def test_the_box_that_an_address_leads_to_is_open(
    open_page: OpenPage, boxes: dict[str, list[str]], scripts: bool
) -> None:
    address, ids = max(boxes.items(), key=lambda item: len(item[1]))
    page = open_page(java_script_enabled=scripts)
    page.goto(f"{address}#{ids[-1]}")
    facts = page.locator(f"[id='{ids[-1]}'] dl")
    expect(facts).to_be_visible()
    expect(facts).to_be_in_viewport()
    expect(page.locator(f"[id='{ids[0]}'] dl")).not_to_be_visible()


def test_paper_has_every_box_whole(page: Page, boxes: dict[str, list[str]]) -> None:
    address, ids = max(boxes.items(), key=lambda item: len(item[1]))
    page.goto(address)
    page.emulate_media(media="print")
    for name in ids:
        expect(page.locator(f"[id='{name}'] dl")).to_be_visible()
