"""这里有错: seen where somebody points at a section, reached by keyboard, there on a phone; and never in the reader's way."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Page, expect

ADDRESS = "shell/columns/"
LINK = "#sort + .wrong"
OPACITY = "element => getComputedStyle(element).opacity"


def test_it_shows_where_somebody_points(page: Page) -> None:
    page.goto(ADDRESS)
    link = page.locator(LINK)
    assert link.evaluate(OPACITY) == "0"
    page.locator("#sort").hover()
    expect(link).to_have_css("opacity", "1")
    link.hover()
    expect(link).to_have_css("opacity", "1")
    page.locator("h1").hover()
    expect(link).to_have_css("opacity", "0")


def test_the_keyboard_finds_it_and_a_screen_reader_says_which_section(page: Page, site_url: str) -> None:
    page.goto(ADDRESS)
    link = page.get_by_role("link", name="这里有错：sort 的键", exact=True)
    link.focus()
    expect(link).to_have_css("opacity", "1")
    expect(page.get_by_role("heading", name="sort 的键", exact=True)).to_have_count(1)
    # As the browser would ask for it.
    told = parse_qs(urlsplit(link.evaluate("link => link.href")).query)
    assert told == {
        "template": ["wrong-fact.yml"],
        "page": ["排成多列与 sort 的键"],
        "section": ["sort 的键"],
        "address": [f"{site_url}{ADDRESS}#sort"],
    }


def test_a_finger_hits_it_and_the_text_is_where_it_was(phone: Page) -> None:
    phone.goto(ADDRESS)
    link = phone.locator(LINK)
    expect(link).to_have_css("opacity", "1")
    box = link.bounding_box()
    assert box is not None
    assert min(box["width"], box["height"]) >= 24  # WCAG 2.2, 2.5.8
    top = "document.querySelector('#sort ~ p').getBoundingClientRect().top"
    before = phone.evaluate(top)
    phone.evaluate("for (const link of document.querySelectorAll('.wrong')) link.remove()")
    assert phone.evaluate(top) == before


def test_paper_does_not_show_it(page: Page) -> None:
    page.goto(ADDRESS)
    page.emulate_media(media="print")
    expect(page.locator(LINK)).to_be_hidden()
