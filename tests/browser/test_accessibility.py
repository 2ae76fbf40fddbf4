"""axe-core finds nothing to object to, in both colour schemes, on every kind of page."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Page, expect

from site_server import OpenPage

# The theme makes a nameless <nav> around the buttons of each code block, by script: out of reach of a template.
NOT_ASKED = ["landmark-unique"]
# On touch screens the theme takes the tabindex off code blocks that scroll; there is no key to press it with.
NOT_ASKED_ON_PHONES = [*NOT_ASKED, "scrollable-region-focusable"]

# All is laid out, and every block of code has been seen to by the theme.
AT_REST = """() => {
    const waiting = element => getComputedStyle(element).contentVisibility === "auto" && !element.matches(".term-group")
    return ![...document.querySelectorAll(".md-content__inner > *")].some(waiting)
        && !document.querySelector("pre:not(.mermaid, [id^=__code_]) > code")
}"""


def _violations(page: Page, not_asked: list[str] = NOT_ASKED) -> list[str]:
    """Return what axe objects to, one line per element."""
    page.wait_for_function(AT_REST)
    page.wait_for_timeout(400)  # the theme fades things in; half-faded text has no contrast
    response = Axe().run(page, options={"rules": {rule: {"enabled": False} for rule in not_asked}}).response
    return [
        f"{violation['id']}（{violation['help']}）：{node['html'][:160]} {node['any'][0]['message'] if node['any'] else ''}"
        for violation in response["violations"]
        for node in violation["nodes"]
    ]


def _shorten(page: Page) -> None:
    """Leave the glossary's first entries only: they are all made alike, and axe takes a minute for six hundred."""
    page.evaluate(
        """() => {
            const last = document.querySelectorAll("article h3")[30]
            while (last.nextElementSibling) last.nextElementSibling.remove()
            const names = document.querySelectorAll("article details.term-index a")
            Array.from(names).slice(60).forEach((name) => name.remove())
        }"""
    )


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", ["desktop", "phone"])
@pytest.mark.parametrize("kind", ["home", "content", "glossary", "missing"])
def test_no_violations(
    open_page: OpenPage, diagram_pages: dict[str, str], addresses: list[str], kind: str, scheme: str, size: str
) -> None:
    page = open_page(scheme=scheme, phone=size == "phone")
    address = {"home": "", "content": diagram_pages["flowchart"], "glossary": "glossary/", "missing": "no/such-page/"}[
        kind
    ]
    assert kind == "missing" or address in addresses
    page.goto(address)
    if kind == "content":
        expect(page.locator("pre.mermaid")).to_have_count(0)
    if kind == "glossary":
        _shorten(page)
    assert _violations(page, NOT_ASKED_ON_PHONES if size == "phone" else NOT_ASKED) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_violations_with_everything_unfolded(
    open_page: OpenPage, diagram_pages: dict[str, str], scheme: str
) -> None:
    page = open_page(scheme=scheme)
    page.goto(diagram_pages["flowchart"])
    page.evaluate("document.querySelectorAll('article details').forEach(details => { details.open = true })")
    expect(page.locator("pre.mermaid")).to_have_count(0)
    assert _violations(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_violations_while_searching(open_page: OpenPage, scheme: str) -> None:
    page = open_page(scheme=scheme)
    page.goto("")
    page.keyboard.press("/")
    page.keyboard.type("iptables", delay=30)
    expect(page.locator(".md-search-result__item").first).to_be_visible()
    assert _violations(page) == []


def test_keyboard_focus_is_visible(page: Page) -> None:
    page.goto("")
    unseen = []
    for _ in range(25):
        page.keyboard.press("Tab")
        style = page.evaluate(
            "(() => { const e = document.activeElement, s = getComputedStyle(e);"
            " return {name: e.outerHTML.slice(0, 120), seen: (s.outlineStyle != 'none' && parseFloat(s.outlineWidth) >= 1)"
            " || e.matches('.md-search__input, body')} })()"
        )
        if not style["seen"]:
            unseen.append(style["name"])
    assert unseen == []
