"""axe-core finds nothing to object to: on every page, wide and narrow, in both colour schemes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from bs4 import BeautifulSoup
from playwright.sync_api import Page, expect

from support.nesting import nesting_mistakes
from support.site_server import OpenPage

# All is laid out, and colours change at once: half-faded text has no contrast.
AT_ONCE = "* { content-visibility: visible !important; transition: none !important; animation: none !important }"
# Takes from a page what earlier pages have shown.
KEEP_NEW_SHAPES = (Path(__file__).parents[1] / "support/keep_new_shapes.js").read_text(encoding="utf-8")
# All is laid out, and every block of code has been seen to by the theme.
AT_REST = """() => {
    const waiting = element => getComputedStyle(element).contentVisibility === "auto" && !element.matches(".term-group, .correction-facts")
    return ![...document.querySelectorAll(".md-content__inner > *")].some(waiting)
        && !document.querySelector("pre:not(.mermaid, [id^=__code_]) > code")
}"""

# The lists beside a page that has become short do not stand on its footer any more: the theme's script shortens them.
LISTS_FIT = """() => {
    const footer = document.querySelector(".md-footer").getBoundingClientRect().top
    return [...document.querySelectorAll(".md-sidebar")]
        .filter(sidebar => getComputedStyle(sidebar).position === "sticky")
        .every(sidebar => sidebar.querySelector(".md-sidebar__scrollwrap").getBoundingClientRect().bottom <= footer + 1)
}"""


def _violations(page: Page) -> list[str]:
    """Return what axe objects to when the page has nothing more to do, one line per element."""
    page.wait_for_function(AT_REST)
    page.wait_for_timeout(400)  # the theme fades things in; half-faded text has no contrast
    return _run_axe(page, ["body"])


def _run_axe(page: Page, within: list[str], *only: str) -> list[str]:
    """Return what axe objects to in these parts, one line per element; by all its rules, or those that are named."""
    options: dict[str, Any] = {"resultTypes": ["violations"], **({"runOnly": list(only)} if only else {})}
    response = Axe().run(page, context={"include": [[part] for part in within]}, options=options).response
    return [
        f"{violation['id']}（{violation['help']}）：{node['html'][:160]} {node['any'][0]['message'] if node['any'] else ''}"
        for violation in response["violations"]
        for node in violation["nodes"]
    ]


def _shorten(page: Page) -> None:
    """Leave the first entries of a list only: they are all made alike, and axe takes a minute for six hundred."""
    page.evaluate(
        """() => {
            const last = document.querySelectorAll("article h3")[30]
            while (last?.nextElementSibling) last.nextElementSibling.remove()
            const names = document.querySelectorAll("article details.term-index a")
            Array.from(names).slice(60).forEach((name) => name.remove())
        }"""
    )


def _longest_first(site_dir: Path, addresses: list[str]) -> list[str]:
    """Return the addresses, those of long pages first: they show most of what the others show again."""
    return sorted(addresses, key=lambda address: -(site_dir / address / "index.html").stat().st_size)


@pytest.mark.parametrize("width", [1440, 390])
def test_no_violations_on_any_page(open_page: OpenPage, site_dir: Path, addresses: list[str], width: int) -> None:
    """All rules in the light scheme; in the dark one, where nothing else differs, those that look at colours.

    What stands around the text is alike on all pages, but for the navigation of each topic, which is looked at once.
    """
    page = open_page(phone=width < 700, viewport={"width": width, "height": 900})
    found: list[str] = []
    seen: list[str] = []
    topics: set[str] = set()
    for address in _longest_first(site_dir, addresses):
        page.goto(address)
        page.add_style_tag(content=AT_ONCE)
        page.evaluate("document.querySelectorAll('article details').forEach(details => { details.open = true })")
        page.wait_for_function(AT_REST)
        seen = page.evaluate(KEEP_NEW_SHAPES, seen)
        page.wait_for_function(LISTS_FIT)
        topic = address.split("/")[0]
        around = [] if topic in topics else ["body"]
        topics.add(topic)
        found += [f"{address} {line}" for line in _run_axe(page, around or ["main"])]
        page.evaluate("document.body.setAttribute('data-md-color-scheme', 'slate')")
        colours = _run_axe(page, around or ["main"], "color-contrast", "link-in-text-block")
        found += [f"{address}（深色）{line}" for line in colours]
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    ("html", "mistakes"),
    [
        ("<p>甲<br>乙</p>", []),
        ("<svg><path/></svg>", []),
        ("<div>\n</div></div>", ["第 2 行 </div>：里面是没有开着的标签"]),
        ("<main><div></main>", ["第 1 行 </main>：里面是<div>（第 1 行）"]),
        ("<main>", ["第 1 行 <main> 没有结束"]),
    ],
)
def test_tags_that_do_not_nest_are_found(html: str, mistakes: list[str]) -> None:
    assert nesting_mistakes(html) == mistakes


def test_the_tags_of_every_page_nest(site_dir: Path) -> None:
    wrong = [
        f"{path.relative_to(site_dir)} {mistake}"
        for path in sorted(site_dir.rglob("*.html"))
        for mistake in nesting_mistakes(path.read_text(encoding="utf-8"))
    ]
    assert not wrong, "\n".join(wrong)


def test_landmarks_table_heads_and_headings_of_every_page(site_dir: Path, addresses: list[str]) -> None:
    wrong = []
    for address in addresses:
        soup = BeautifulSoup((site_dir / address / "index.html").read_text(encoding="utf-8"), "html.parser")
        names = [nav.get("aria-label") for nav in soup("nav")]
        if None in names or len(set(names)) < len(names) - 1:  # the table of contents stands in both bars, one is shown
            wrong.append(f"{address} nav：{names}")
        wrong += [f"{address} 空表头：{th}" for th in soup("th") if not th.get_text(strip=True)]
        wrong += [f"{address} 永久链接：{a}" for a in soup.select("a.headerlink:not([aria-hidden])")]
    assert not wrong, "\n".join(wrong)


def test_a_heading_is_called_by_its_words(page: Page, diagram_pages: dict[str, str]) -> None:
    page.goto(diagram_pages["flowchart"])
    heading = page.locator("article h2").first
    words = heading.evaluate("h => h.firstChild.textContent.trim()")
    expect(heading).to_have_accessible_name(words)


def test_the_skip_link_says_where_it_leads(page: Page, diagram_pages: dict[str, str]) -> None:
    page.goto(diagram_pages["flowchart"])
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("跳到正文")


def test_a_wide_table_says_so_and_scrolls_by_keyboard(phone: Page) -> None:
    phone.goto("iptables/packet-flow/")
    box = phone.locator(".md-typeset__scrollwrap.scroll-box").first
    expect(box).to_have_attribute("tabindex", "0")
    expect(box).to_have_accessible_name("可以左右滚动的表格")
    assert "左右滑动" in box.evaluate("box => getComputedStyle(box, '::before').content")
    box.focus()
    phone.keyboard.press("ArrowRight")
    phone.wait_for_function("document.activeElement.scrollLeft > 0")
    expect(box).not_to_have_class("scroll-box--end")
    box.evaluate("box => box.scrollTo(box.scrollWidth, 0)")
    expect(phone.locator(".scroll-box--end")).to_have_count(1)


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
    assert _violations(page) == []


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
    reached, unseen = set(), []
    for _ in range(25):
        page.keyboard.press("Tab")
        style = page.evaluate(
            "(() => { const e = document.activeElement, s = getComputedStyle(e);"
            " return {name: e.outerHTML.slice(0, 120), seen: (s.outlineStyle != 'none' && parseFloat(s.outlineWidth) >= 1)"
            " || e.matches('.md-search__input, body')} })()"
        )
        reached.add(style["name"])
        if not style["seen"]:
            unseen.append(style["name"])
    assert len(reached) > 10, "焦点没有移动"
    assert unseen == []
