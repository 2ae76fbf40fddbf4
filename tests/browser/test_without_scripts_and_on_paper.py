"""A reader without scripts, with a folder instead of a server, or with paper, gets the whole handbook."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from handbook.offline.folder import main
from support.site_server import DESKTOP, OpenPage

BACKGROUND = "getComputedStyle(document.body).backgroundColor"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_without_scripts_the_scheme_is_the_systems(open_page: OpenPage, scheme: str) -> None:
    seen = []
    for scripts in (True, False):
        page = open_page(scheme=scheme, java_script_enabled=scripts)
        page.goto("network/tcp/")
        seen.append([page.evaluate(BACKGROUND), page.locator("h1").evaluate("h => getComputedStyle(h).color")])
    assert seen[0] == seen[1]


def test_without_scripts_the_missing_page_leads_on(open_page: OpenPage) -> None:
    page = open_page(java_script_enabled=False)
    page.goto("no/such/page/")
    expect(page.locator(".missing-search")).not_to_be_visible()
    page.locator("article ul a", has_text="排障").click()
    expect(page.locator("h1")).to_have_accessible_name("排障")


def test_in_a_folder_without_scripts_links_lead_to_pages(browser: Browser, site_dir: Path, tmp_path: Path) -> None:
    folder = tmp_path / "book"
    shutil.copytree(site_dir, folder)
    main(folder)
    context = browser.new_context(**DESKTOP, java_script_enabled=False)
    page = context.new_page()
    page.goto((folder / "index.html").as_uri())
    page.locator(".md-tabs__link", has_text="排障").click()
    expect(page.locator("h1")).to_have_accessible_name("排障")
    page.locator("#symptoms-network > summary").click()
    page.locator("#symptoms-network li a").first.click()
    expect(page.locator("article h2").first).to_be_visible()
    assert "index.html#" in page.url
    context.close()


def test_paper_has_whole_diagrams_no_buttons_and_headings_with_their_text(page: Page) -> None:
    page.goto("network/tcp/")
    expect(page.locator("pre.mermaid")).to_have_count(0)
    page.locator(".md-code__nav").first.wait_for(state="attached")
    page.emulate_media(media="print")
    assert page.locator(".md-code__nav:visible, .md-top:visible, .headerlink:visible").count() == 0
    heading = page.locator("article h2").first
    assert heading.evaluate("h => getComputedStyle(h).breakAfter") == "avoid"
    heights = page.locator(".diagram-drawing svg").evaluate_all("all => all.map(s => s.getBoundingClientRect().height)")
    assert heights
    assert max(heights) <= 13 / 2.54 * 96 + 1


def test_paper_prints_the_addresses_of_other_sites_only(page: Page) -> None:
    page.goto("network/tcp/")
    inside = page.locator("article p a.term").first
    # The theme's script makes it absolute: by its beginning it is like one to another site.
    expect(inside).to_have_attribute("href", re.compile("^http"))
    page.emulate_media(media="print")
    after = "a => getComputedStyle(a, '::after').content"
    assert inside.evaluate(after) == "none"
    assert "rfc-editor.org" in page.locator("#further-reading ~ ul a").first.evaluate(after)
