"""The pages of codes: a few letters make the list shorter, a phone shows cards, and without scripts all is there."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from support.site_server import OpenPage

IPHONE = {"width": 390, "height": 844}
PAGE = "codes/curl/"
INPUT = ".entry-filter input"


def test_what_is_typed_filters_the_codes(page: Page) -> None:
    page.goto(PAGE)
    entries = page.locator(".code-entry:visible")
    total = entries.count()
    assert total > 80
    status = page.locator(".entry-filter [role=status]")
    expect(status).to_have_text(f"共 {total} 条")
    page.locator(INPUT).fill("Connection reset")
    expect(page.locator("#code-56")).to_be_visible()
    expect(page.locator("#code-6")).to_be_hidden()
    assert 0 < entries.count() < 5
    expect(status).to_contain_text(f"{entries.count()} 条符合")
    page.locator(INPUT).fill("没有这样的码")
    expect(entries).to_have_count(0)
    expect(status).to_contain_text("没有错误码含“没有这样的码”")
    page.locator(INPUT).press("Escape")
    expect(entries).to_have_count(total)


def test_a_phone_shows_a_card_whole(open_page: OpenPage) -> None:
    phone = open_page(phone=True, viewport=IPHONE)
    phone.goto(f"{PAGE}#code-56")
    card = phone.locator(".code-entry", has=phone.locator("#code-56"))
    expect(card).to_be_in_viewport()
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")
    overflowing = card.locator("dd, p, h3").evaluate_all(
        "items => items.filter(item => item.scrollWidth > item.clientWidth + 1).map(item => item.textContent)"
    )
    assert not overflowing


def test_without_scripts_all_codes_are_there(open_page: OpenPage) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(PAGE)
    expect(page.locator(INPUT)).not_to_be_visible()
    assert page.locator(".code-entry:visible").count() > 80
