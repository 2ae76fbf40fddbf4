"""The search box: highlighting, suggestions, bad input, a broken index, and a site opened from a folder."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from support.search_engine import SCRIPTS
from support.site_server import DESKTOP, Watch

META = ".md-search-result__meta"
ITEM = ".md-search-result__item"


def _type(page: Page, text: str) -> None:
    page.locator(".md-search__input").click()
    page.locator(".md-search__input").fill(text)


def test_the_theme_starts_our_worker(page: Page) -> None:
    page.goto("iptables/nat/")
    config = json.loads(page.locator("#__config").text_content() or "")
    assert config["search"].endswith("assets/javascripts/search/worker.js")


def test_nothing_of_the_index_is_loaded_with_a_page(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto("")
    page.wait_for_load_state("networkidle")
    assert any("/bundle." in url for url in asked)
    assert not [url for url in asked if re.search(r"search/(meta|[0-9a-f]{12}/)|worker|engine|traditional", url)]


def test_hits_are_marked_in_the_passage_and_on_the_page(page: Page) -> None:
    page.goto("")
    page.evaluate("window.same = true")
    _type(page, "连接跟踪表")
    marked = page.locator(f"{ITEM} mark")
    expect(marked.first).to_be_visible()
    assert "连接跟踪" in " ".join(marked.all_inner_texts())
    page.locator(f"{ITEM} a").first.click()
    # Preceded by other 汉字, where the theme's own marking finds nothing.
    expect(page.locator(".md-content mark", has_text="连接跟踪").first).to_be_attached()
    assert page.evaluate("window.same") is True, "页面整个重新加载了"


def _hold(page: Page) -> list[Route]:
    """Hold back the texts of pages; return the requests for them, as they come."""
    held: list[Route] = []
    page.context.route(re.compile(r"/search/[0-9a-f]{12}/p\d+\.js"), lambda route: held.append(route))
    return held


def test_titles_come_first_then_the_passages_from_the_top_and_the_focus_stays(page: Page) -> None:
    page.goto("")
    held = _hold(page)
    _type(page, "iptables 规则")
    expect(page.locator(ITEM)).to_have_count(10)
    expect(page.locator(f"{ITEM} mark")).to_have_count(0)
    page.keyboard.press("ArrowDown")
    reached = page.locator(f"{ITEM} a").first
    expect(reached).to_be_focused()
    address = reached.get_attribute("href")
    for route in held[:]:
        route.continue_()
    first = len(held)
    expect(page.locator(f"{ITEM}:nth-child({first}) mark").first).to_be_visible()
    expect(page.locator(f"{ITEM}:nth-child({first + 1}) mark")).to_have_count(0)
    for route in held[first:]:
        route.continue_()
    expect(page.locator(f"{ITEM}:nth-child(10) mark").first).to_be_attached()
    focused = page.locator(f"{ITEM} a:focus")
    # Of the same page; by now the link leads on to the section.
    assert (focused.get_attribute("href") or "").startswith(address or "?")


@pytest.mark.parametrize("answer", [{"status": 503}, {"body": ""}], ids=["missing", "broken"])
def test_titles_stay_when_the_passages_do_not_come(page: Page, answer: dict[str, Any]) -> None:
    page.goto("")
    held = _hold(page)
    with page.expect_console_message(lambda message: message.text.startswith("search: ")):
        _type(page, "iptables 规则")
        expect(page.locator(ITEM)).to_have_count(10)
        for route in held:
            route.fulfill(**answer)
    expect(page.locator(ITEM)).to_have_count(10)
    page.locator(f"{ITEM} a").first.click()
    page.wait_for_url(re.compile(r"\?h=iptables"))


def test_the_next_query_finds_its_terms_without_the_network(page: Page) -> None:
    page.goto("")
    with page.expect_response(lambda response: response.url.endswith(f"/t{_last_terms(page)}.js")):
        _type(page, "连接跟踪表")
    page.context.set_offline(True)
    _type(page, "kubectl drain")
    expect(page.locator(ITEM)).to_have_count(10)
    expect(page.locator(ITEM).first).to_contain_text("节点 NotReady")


def _last_terms(page: Page) -> int:
    """Return the number of the last file of terms."""
    meta = page.request.get("search/meta.js").text()
    return len(json.loads(meta[meta.index(",") + 1 : meta.rindex(")")])["starts"]) - 1


def test_only_a_traditional_query_loads_the_table_of_traditional_characters(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto("")
    _type(page, "连接跟踪表")
    expect(page.locator(f"{ITEM} mark").first).to_be_visible()
    assert not [url for url in asked if "traditional" in url]
    _type(page, "連接追蹤表")
    expect(page.locator(f"{ITEM} mark", has_text="连接").first).to_be_visible()
    assert [url for url in asked if "traditional" in url]


def test_every_character_of_the_table_asks_for_it(page: Page) -> None:
    page.goto("")
    page.add_script_tag(url="assets/javascripts/search/tokenizer.js")
    pairs = re.search(r'"(.+)"', (SCRIPTS / "vendor/opencc/traditional.js").read_text(encoding="utf-8"))
    assert pairs
    assert page.evaluate("keys => [...keys].filter(key => !searchText.mayBeTraditional(key))", pairs[1][::2]) == []
    assert page.evaluate("searchText.mayBeTraditional('连接跟踪表满了怎么办 tcp_tw_reuse B+树')") is False


def test_the_topic_stands_with_the_result(page: Page) -> None:
    page.goto("")
    _type(page, "发夹 NAT")
    expect(page.locator(f"{ITEM} .md-tag").first).to_have_text("iptables 防火墙")


def test_a_word_is_completed(page: Page) -> None:
    page.goto("")
    page.locator(".md-search__input").click()
    page.keyboard.type("masquer")
    expect(page.locator(".md-search__suggest")).to_have_text("masquerade")
    page.keyboard.press("ArrowRight")
    expect(page.locator(".md-search__input")).to_have_value("masquerade")


def test_shared_address_opens_the_box(page: Page) -> None:
    page.goto("?q=端口不通")
    expect(page.locator(f"{ITEM} mark").first).to_be_visible()


@pytest.mark.parametrize("typed", ["😀😀", "！？…", "+-~^:*", "\"'`", "zzqxv 龘龘"])
def test_nothing_found_shows_ways_on(page: Page, typed: str) -> None:
    page.goto("")
    _type(page, typed)
    expect(page.locator(META)).to_contain_text("没有找到")
    expect(page.locator(ITEM, has_text="专题：").first).to_be_visible()


@pytest.mark.parametrize(
    "typed",
    [
        "端口" * 5000,
        "+iptables -nat ~snat ^2 title:* *",
        '"三次握手"',
        "'; drop",
        "nat\u0000\u0007表",
        "iptables😀",
        "<img src=x onerror=alert(1)>nat",
        "[(*.+?^${}|\\ nat",
    ],
    ids=["long", "operators", "quotes", "semicolon", "control", "emoji", "html", "regex"],
)
def test_odd_input_finds_what_it_names(page: Page, typed: str) -> None:
    page.goto("")
    _type(page, typed)
    expect(page.locator(f"{ITEM} mark").first).to_be_visible()


def _break(page: Page, pattern: str, answer: dict[str, Any]) -> None:
    page.context.route(re.compile(pattern), lambda route: route.fulfill(**answer))


@pytest.mark.parametrize(
    ("pattern", "answer"),
    [
        (r"/search/meta\.js", {"body": "<html>"}),
        (r"/search/[0-9a-f]{12}/t\d+\.js", {"body": 'searchPart("t0",{"a":[1'}),
    ],
    ids=["meta", "terms"],
)
def test_a_broken_index_says_so_and_recovers(page: Page, pattern: str, answer: dict[str, Any]) -> None:
    page.goto("")
    _break(page, pattern, answer)
    _type(page, "iptables")
    expect(page.locator(META)).to_contain_text("搜索暂时不能用")
    page.context.unroute_all()
    _type(page, "iptables 保存")
    expect(page.locator(f"{ITEM} mark").first).to_be_visible()


def test_a_missing_index_does_not_hang_the_box(browser: Browser, site_url: str) -> None:
    context = browser.new_context(base_url=site_url, **DESKTOP)
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    context.route(re.compile(r"/search/(meta|[0-9a-f]{12}/)"), lambda route: route.fulfill(status=404))
    page.goto("")
    _type(page, "iptables")
    expect(page.locator(META)).to_contain_text("搜索暂时不能用")
    assert not errors
    context.close()


def test_from_a_folder(browser: Browser, site_dir: Path) -> None:
    """Opened without a server nothing may be fetched and no worker starts: the shim and scripts do."""
    context = browser.new_context(**DESKTOP)
    page = context.new_page()
    watch = Watch(page, "file:")
    page.goto((site_dir / "index.html").as_uri())
    _type(page, "连接跟踪表满")
    expect(page.locator(f"{ITEM} mark").first).to_be_visible(timeout=15_000)
    page.locator(f"{ITEM} a").first.click()
    page.wait_for_url(re.compile(r"/iptables/state/index\.html\?h="))
    expect(page.locator(".md-content mark").first).to_be_attached()
    assert not watch.complaints
    context.close()


def test_links_lead_to_pages_from_a_folder(browser: Browser, site_dir: Path) -> None:
    context = browser.new_context(**DESKTOP)
    page = context.new_page()
    for address in ("", "iptables/nat/", "glossary/", "tags/", "kubernetes/releases/"):
        page.goto((site_dir / address / "index.html").as_uri())
        links = page.evaluate(
            "[...document.links].filter(link => link.protocol === 'file:').map(link => link.pathname)"
        )
        assert len(links) > 20
        missing = sorted({path for path in map(unquote, links) if not Path(path).is_file()})
        assert missing == [], f"{address or '首页'} 的链接从文件夹打开时到不了"
    page.locator(".md-tabs__link", has_text="排障").click()
    page.wait_for_url("**/troubleshooting/index.html")
    page.locator("article details summary").first.click()
    page.locator("article details[open] a[href*='#']").first.click()
    page.wait_for_url(re.compile(r"/index\.html#."))
    context.close()
