"""The frame around the pages: language, palette, navigation, search, editing, copying, the missing page, phones."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urljoin

import pytest
import yaml
from playwright.sync_api import Page, expect

from support.site_build import ROOT
from support.site_server import OpenPage


def _search(page: Page, words: str) -> None:
    page.keyboard.press("/")
    expect(page.locator(".md-search__input")).to_be_focused()
    page.keyboard.type(words, delay=30)
    page.keyboard.press("End")  # the theme listens to keys going up, which Chinese typed by a program has none of


def test_home_page_speaks_chinese(page: Page) -> None:
    page.goto("")
    expect(page.locator("html")).to_have_attribute("lang", "zh")
    expect(page).to_have_title(re.compile("运维大招"))
    expect(page.locator(".md-search__input")).to_have_attribute("placeholder", "搜索")
    assert page.locator(".md-copyright").inner_text().strip()


@pytest.mark.parametrize(("scheme", "expected"), [("light", "default"), ("dark", "slate")])
def test_palette_follows_the_system(open_page: OpenPage, scheme: str, expected: str) -> None:
    page = open_page(scheme=scheme)
    page.goto("")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", expected)


def test_palette_switch_is_remembered(page: Page, diagram_pages: dict[str, str]) -> None:
    page.goto("")
    page.locator("label[for=__palette_1]").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.goto(diagram_pages["flowchart"])
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")


def test_tabs_navigate_without_reload(page: Page) -> None:
    page.goto("")
    tabs = page.locator(".md-tabs__link")
    assert tabs.count() >= 3
    page.evaluate("window.sameDocument = true")
    for index in range(tabs.count()):
        target = urljoin(page.url, tabs.nth(index).get_attribute("href"))
        tabs.nth(index).click()
        page.wait_for_url(target)
        expect(page.locator(".md-content h1").first).to_be_visible()
    assert page.evaluate("window.sameDocument"), "导航重新加载了页面，没有走即时导航"


def test_tabs_stay_while_scrolling(page: Page, diagram_pages: dict[str, str]) -> None:
    page.goto(diagram_pages["flowchart"])
    page.mouse.wheel(0, 1500)
    page.wait_for_function("scrollY > 500")
    expect(page.locator(".md-tabs")).to_be_in_viewport()


def test_edit_button_opens_the_source(page: Page, diagram_pages: dict[str, str]) -> None:
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    repo = re.search(r'^repo_url: !ENV \[REPO_URL, "(.+)"\]', text, re.MULTILINE)
    edit = re.search(r"^edit_uri: (\S+)", text, re.MULTILINE)
    assert repo
    assert edit
    address = diagram_pages["flowchart"]
    page.goto(address)
    href = page.locator("a.md-content__button[rel=edit]").get_attribute("href") or ""
    source = href.removeprefix(f"{repo[1]}/{edit[1]}")
    assert source != href
    assert source in (f"{address.rstrip('/')}.md", f"{address}index.md")
    assert (ROOT / "docs" / source).is_file()


def test_copy_button_copies_the_code(open_page: OpenPage, site_dir: Path, addresses: list[str], site_url: str) -> None:
    address = next(
        a for a in addresses if 'class="language-bash' in (site_dir / a / "index.html").read_text(encoding="utf-8")
    )
    page = open_page(permissions=["clipboard-read", "clipboard-write"])
    page.goto(address)
    block = page.locator("div.language-bash:visible").first
    block.hover()
    block.locator("button[data-md-type=copy], .md-clipboard").first.click()
    expected = block.locator("code").inner_text().strip()
    page.wait_for_function("navigator.clipboard.readText().then(text => text.length > 0)")
    assert page.evaluate("navigator.clipboard.readText()").strip() == expected


@pytest.mark.parametrize("words", ["握手", "conntrack"])
def test_search_finds_chinese_and_english(page: Page, words: str) -> None:
    """The Chinese word stands in the middle of a title: engines that only know the start of a phrase miss it."""
    page.goto("")
    _search(page, words)
    first = page.locator(".md-search-result__item").first
    expect(first).to_be_visible()
    results = page.locator(".md-search-result__list")
    if words.isascii():
        expect(results).to_contain_text(words, ignore_case=True)
    else:
        marks = "\u200b"  # the theme marks word boundaries with it
        titles = [title.replace(marks, "") for title in results.locator("h1").all_text_contents()]
        assert any(words in title and not title.startswith(words) for title in titles), titles


def test_search_result_opens_the_page(page: Page) -> None:
    page.goto("")
    _search(page, "iptables")
    link = page.locator(".md-search-result__link").first
    # The answer to the whole word, not to its first letters, which may be another page.
    expect(link).to_have_attribute("href", re.compile(r"[?&]h=iptables(#|&|$)"))
    target = urljoin(page.url, (link.get_attribute("href") or "").split("?")[0].split("#")[0])
    link.click()
    page.wait_for_url(lambda url: url.split("?")[0].split("#")[0] == target)
    expect(page.locator(".md-content h1").first).to_be_visible()


def test_missing_page_offers_search_for_its_words(page: Page) -> None:
    response = page.goto("iptables/conntrack-limit.html")
    assert response is not None
    assert response.status == 404
    expect(page).to_have_title(re.compile("没有这一页"))
    box = page.locator(".missing-search input")
    expect(box).to_be_focused()
    expect(box).to_have_value("iptables conntrack limit")
    box.fill("iptables")
    box.press("Enter")
    expect(page.locator(".md-search__input")).to_have_value("iptables")
    expect(page.locator(".md-search-result__item").first).to_be_visible()


def test_missing_page_shows_the_ways_in(page: Page, site_url: str) -> None:
    page.goto("no/such/page/")
    links = page.locator("article ul a")
    tabs = page.locator(".md-tabs__link").all_inner_texts()
    assert links.all_inner_texts() == [tab.strip() for tab in tabs]
    for index in range(links.count()):
        response = page.request.get(urljoin(page.url, links.nth(index).get_attribute("href")))
        assert response.ok


def test_missing_page_survives_a_broken_address(page: Page) -> None:
    page.goto("%E4%BD/%3Cscript%3E/")
    expect(page.locator(".missing-search input")).to_be_focused()
    page.goto("%E8%BF%9E%E6%8E%A5%E8%B7%9F%E8%B8%AA/")
    expect(page.locator(".missing-search input")).to_have_value("连接跟踪")


def test_every_page_fits_a_phone_and_stays_on_this_host(phone: Page, addresses: list[str]) -> None:
    """Opens every page, once: the fixture fails on foreign requests and console errors."""
    too_wide = []
    for address in [*addresses, "no/such-page/"]:
        response = phone.goto(address)
        assert response is not None
        assert response.ok or address not in addresses, address
        expect(phone.locator("pre.mermaid")).to_have_count(0)
        width = phone.evaluate("document.scrollingElement.scrollWidth")
        if width > 360:
            wide = phone.evaluate(
                "[...document.querySelectorAll('article *')].filter(e => e.getBoundingClientRect().right > 361"
                " && !e.closest('pre, .md-typeset__scrollwrap, .diagram-drawing')).slice(0, 3).map(e => e.outerHTML.slice(0, 100))"
            )
            too_wide.append(f"{address}：{width} 像素 {wide}")
    assert not too_wide, "\n".join(too_wide)


def test_wide_tables_scroll_on_a_phone(phone: Page, site_dir: Path, addresses: list[str]) -> None:
    scrolled = 0
    for address in addresses:
        if "<table>" not in (site_dir / address / "index.html").read_text(encoding="utf-8"):
            continue
        phone.goto(address)
        for box in phone.locator(".md-typeset__scrollwrap").all():
            if box.evaluate("box => box.scrollWidth > box.clientWidth + 1"):
                box.evaluate("box => { box.scrollLeft = 1e6 }")
                assert box.evaluate("box => box.scrollLeft") > 0, address
                scrolled += 1
        if scrolled:
            return
    pytest.fail("没有一张表宽过手机，这项测试就没有对象")


CARDS = "network/tcp-states/"


def test_a_table_of_running_text_is_cards_on_a_phone(phone: Page) -> None:
    """Each row is a block below the one before: a heading, then cells that begin with the name of their column."""
    phone.goto(CARDS)
    box = phone.locator(".cards").first
    width, needed = box.evaluate("box => [box.clientWidth, box.scrollWidth]")
    assert needed <= width
    expect(box).not_to_have_class(re.compile("scroll-box"))
    heads = box.locator("th").all_text_contents()
    row = box.locator("tbody tr").first
    cells = row.locator("td")
    tops = cells.evaluate_all("cells => cells.map(cell => Math.round(cell.getBoundingClientRect().top))")
    assert tops == sorted(set(tops))
    assert cells.first.evaluate("cell => getComputedStyle(cell).fontWeight") == "700"
    shown = cells.evaluate_all("cells => cells.map(cell => getComputedStyle(cell, '::before').content)")
    assert [content.split('"')[1] for content in shown[1:]] == [f"{head}：" for head in heads[1:]]
    # The browser tells a screen reader of a table with named columns all the same.
    assert box.get_by_role("columnheader").count() == len(heads)
    assert box.get_by_role("row").count() == box.locator("tr").count()
    assert row.get_by_role("cell").count() == len(heads)


def test_a_table_of_running_text_is_a_table_elsewhere(page: Page) -> None:
    page.goto(CARDS)
    cells = page.locator(".cards tbody tr").first.locator("td")
    for media in ("screen", "print"):
        page.emulate_media(media=media)
        assert len(set(cells.evaluate_all("cells => cells.map(cell => cell.getBoundingClientRect().top)"))) == 1
        assert cells.nth(1).evaluate("cell => getComputedStyle(cell, '::before').content") == "none"


def test_anchor_scrolls_to_its_heading(page: Page, diagram_pages: dict[str, str]) -> None:
    page.goto(diagram_pages["flowchart"])
    anchor = page.locator("article h2[id]").last.get_attribute("id")
    assert anchor
    assert re.fullmatch(r"[a-z0-9-]+", anchor)
    page.goto(f"{diagram_pages['flowchart']}#{anchor}")
    expect(page.locator(f"h2#{anchor}")).to_be_in_viewport()
    page.locator(f"h2#{anchor}").hover()
    expect(page.locator(f"h2#{anchor} a.headerlink")).to_have_attribute("href", re.compile(f"#{anchor}$"))


def test_first_link_within_a_page_scrolls_to_its_heading(page: Page, diagram_pages: dict[str, str]) -> None:
    """A page that has just been opened is not laid out to its end: where the heading is turns out on the way."""
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(request.url))
    page.goto(diagram_pages["flowchart"])
    address = page.url
    link = page.locator(".md-sidebar--secondary .md-nav__link[href*='#']").last
    heading = page.locator(f"[id='{(link.get_attribute('href') or '').partition('#')[2]}']")
    link.click()
    expect(heading).to_be_in_viewport()
    page.evaluate("scrollTo({ top: 0, behavior: 'instant' })")
    expect(heading).not_to_be_in_viewport()
    link.click()
    expect(heading).to_be_in_viewport()
    page.go_back()
    expect(heading).not_to_be_in_viewport()
    assert loaded.count(address) == 1, "页面自己又加载了一遍"


class _AnyTag(yaml.SafeLoader):
    """Reads mkdocs.yml, whose tags (!ENV) only MkDocs understands, with nothing in their place."""


_AnyTag.add_multi_constructor("", lambda *_: None)


def test_config_keeps_the_promises() -> None:
    """What the frame rests on, should somebody tidy the configuration."""
    config = yaml.load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"), Loader=_AnyTag)  # noqa: S506 (a SafeLoader)
    assert config["strict"] is True
    assert config["theme"]["font"] is False
    assert {value for group in config["validation"].values() for value in group.values()} == {"warn"}
