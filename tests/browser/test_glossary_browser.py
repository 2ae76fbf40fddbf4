"""A definition is one hover, one Tab or one tap away, Escape closes it, and the glossary page filters as one types."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, Page, expect

from support.site_build import ROOT, build_site
from support.site_server import DESKTOP, PHONE, Watch, serve

ENTRIES = """\
- {id: conntrack, term: 连接跟踪, en: connection tracking, aliases: [conntrack], definition: 内核为每条连接记下的一笔账。, page: glossary.md, topic: iptables}
- {id: snat, term: 源地址转换, en: source NAT, aliases: [SNAT], definition: 改写源地址。, page: glossary.md, topic: iptables}
- {id: hostile, term: 危险词, en: HOSTILE, definition: '写 <script>document.title="坏"</script> <img src=x onerror="document.title=1"> & &lt; 的词。', page: glossary.md, topic: network}
- {id: long, term: 长定义, en: long, definition: LONG, page: glossary.md, topic: network}
""".replace("LONG", "很长的一句话，" * 300 + "完。")
PAGES = {
    "index.md": "# 首页\n\n先看连接跟踪，再看危险词和长定义。\n\n[去第二页](second.md)\n\n"
    + "填充。\n\n" * 40
    + "页末的源地址转换。\n",
    "second.md": "# 第二页\n\n这里也有连接跟踪。\n\n| 列 | 列 |\n|---|---|\n| 格 | 源地址转换 |\n",
    "glossary.md": "# 术语表\n\n<!-- list: terms -->\n",
    # Enough pages for a folded list of uses.
    **{f"more-{number}.md": f"# 更多 {number}\n\n连接跟踪。\n" for number in range(9)},
}


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Build a small book with the glossary's own files and serve it; give its address."""
    project = tmp_path_factory.mktemp("book")
    for name, text in PAGES.items():
        (project / "docs").mkdir(exist_ok=True)
        (project / "docs" / name).write_text(text, encoding="utf-8")
    (project / "data").mkdir()
    (project / "data" / "glossary.yml").write_text(ENTRIES, encoding="utf-8")
    assets = ["assets/javascripts/glossary.js", "assets/stylesheets/extra.css"]
    for asset in assets:
        (project / "docs" / asset).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / "docs" / asset, project / "docs" / asset)
    with serve(project / "site") as url:
        config = {
            "site_name": "试",
            "site_url": url,
            "theme": {
                "name": "material",
                "font": False,
                "language": "zh",
                "features": ["navigation.instant", "content.tooltips"],
            },
            "plugins": [],
            "hooks": [str(ROOT / "hooks" / name) for name in ("glossary.py", "page.py")],
            "markdown_extensions": ["attr_list", "tables", {"toc": {"permalink": True}}],
            "extra_css": assets[2:0:-1],
            "extra_javascript": assets[:1],
        }
        (project / "mkdocs.yml").write_text(yaml.safe_dump(config), encoding="utf-8")
        done = build_site(project / "site", root=project)
        assert done.returncode == 0, done.stderr[-3000:]
        yield url


@pytest.fixture
def open_book(browser: Browser, book: str) -> Iterator[Any]:
    """Give a function that opens a page of the book; afterwards no page may have complained."""
    contexts, watches = [], []

    def open_page(path: str = "", **options: Any) -> Page:
        context = browser.new_context(**{**DESKTOP, **options})
        contexts.append(context)
        page = context.new_page()
        watches.append(Watch(page, book))
        page.goto(book + path)
        page.wait_for_load_state("networkidle")
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert [complaint for watch in watches for complaint in watch.complaints] == []


def definition(page: Page) -> Any:
    return page.locator(".md-tooltip2--active[role=tooltip]")


def assert_shown(page: Page, term: str, text: str) -> None:
    """Check that the definition is there for eyes and for screen readers, and nobody sees it twice."""
    expect(definition(page)).to_have_text(text)
    expect(definition(page)).to_be_visible()
    expect(definition(page)).to_have_css("opacity", "1")
    link = page.locator(f"a.term[data-term={term}]").first
    described = link.get_attribute("aria-describedby")
    assert described == definition(page).get_attribute("id")
    assert link.get_attribute("title") is None


SHORT = "内核为每条连接记下的一笔账。"


def test_hover_shows_the_definition(open_book: Any) -> None:
    page = open_book()
    page.hover("a.term[data-term=conntrack]")
    assert_shown(page, "conntrack", SHORT)
    page.mouse.move(2, 2)
    expect(definition(page)).to_have_count(0)
    expect(page.locator("a.term[data-term=conntrack]")).to_have_attribute("title", SHORT)


def test_click_with_a_mouse_follows_the_link(open_book: Any, book: str) -> None:
    page = open_book()
    page.click("a.term[data-term=conntrack]")
    page.wait_for_url(book + "glossary/#conntrack")


def test_keyboard_focus_shows_the_definition_and_enter_follows(open_book: Any, book: str) -> None:
    page = open_book()
    page.locator("a.term[data-term=conntrack]").focus()
    assert_shown(page, "conntrack", SHORT)
    page.keyboard.press("Tab")
    expect(page.locator("a.term[data-term=hostile]")).to_be_focused()
    expect(page.locator("a.term[data-term=conntrack]")).to_have_attribute("title", SHORT)
    page.keyboard.press("Shift+Tab")
    assert_shown(page, "conntrack", SHORT)
    page.keyboard.press("Enter")
    page.wait_for_url(book + "glossary/#conntrack")


@pytest.mark.parametrize("way", ["hover", "focus", "tap"])
def test_escape_closes_and_leaves_focus_where_it_is(open_book: Any, book: str, way: str) -> None:
    page = open_book(**(PHONE if way == "tap" else {}))
    term = page.locator("a.term[data-term=conntrack]")
    getattr(term, way)()
    assert_shown(page, "conntrack", SHORT)
    page.keyboard.press("Escape")
    expect(page.locator(".md-tooltip2:visible")).to_have_count(0)
    assert page.url == book
    if way != "hover":
        expect(term).to_be_focused()
    # It comes back the next time.
    page.locator("a.term[data-term=hostile]").focus()
    page.mouse.move(2, 2)
    expect(term).to_have_attribute("title", SHORT)
    term.focus()
    assert_shown(page, "conntrack", SHORT)


def test_first_tap_shows_the_definition_second_follows(open_book: Any, book: str) -> None:
    page = open_book(**PHONE)
    term = page.locator("a.term[data-term=conntrack]")
    term.tap()
    assert_shown(page, "conntrack", SHORT)
    assert page.url == book
    term.tap()
    page.wait_for_url(book + "glossary/#conntrack")
    expect(page.locator("h3#conntrack")).to_be_in_viewport()


def test_tap_elsewhere_closes_and_the_next_tap_counts_as_first(open_book: Any, book: str) -> None:
    page = open_book(**PHONE)
    page.locator("a.term[data-term=conntrack]").tap()
    assert_shown(page, "conntrack", SHORT)
    page.locator("h1").tap()
    expect(definition(page)).to_have_count(0)
    page.locator("a.term[data-term=conntrack]").tap()
    assert_shown(page, "conntrack", SHORT)
    page.locator("a.term[data-term=hostile]").tap()
    # The first one fades while the second appears.
    expect(definition(page).filter(has_text="<script>")).to_be_visible()
    expect(definition(page)).to_have_count(1)
    assert page.url == book


def test_touch_after_instant_navigation(open_book: Any, book: str) -> None:
    page = open_book(**PHONE)
    page.evaluate("window.stays = true")
    page.get_by_role("link", name="去第二页").tap()
    page.wait_for_url(book + "second/")
    expect(page.locator("h1")).to_contain_text("第二页")
    assert page.evaluate("window.stays") is True
    page.locator("a.term[data-term=conntrack]").tap()
    assert_shown(page, "conntrack", SHORT)
    assert page.url == book + "second/"
    page.locator("a.term[data-term=conntrack]").tap()
    page.wait_for_url(book + "glossary/#conntrack")


def test_ordinary_link_needs_one_tap(open_book: Any, book: str) -> None:
    page = open_book(**PHONE)
    page.get_by_role("link", name="去第二页").tap()
    page.wait_for_url(book + "second/")


@pytest.mark.parametrize("way", ["hover", "focus", "tap"])
def test_hostile_definition_is_text(open_book: Any, way: str) -> None:
    page = open_book(**(PHONE if way == "tap" else {}))
    title = page.title()
    getattr(page.locator("a.term[data-term=hostile]"), way)()
    text = '写 <script>document.title="坏"</script> <img src=x onerror="document.title=1"> & &lt; 的词。'
    expect(definition(page)).to_have_text(text)
    expect(page.locator(".md-tooltip2 img, .md-tooltip2 script")).to_have_count(0)
    assert page.title() == title


def test_definition_fits_a_narrow_phone(open_book: Any) -> None:
    page = open_book(**{**PHONE, "viewport": {"width": 320, "height": 640}})
    for term in ("conntrack", "long", "snat"):
        page.locator(f"a.term[data-term={term}]").tap()
        link = page.locator(f"a.term[data-term={term}][aria-describedby]")
        expect(link).to_have_count(1)
        inner = page.locator(f"#{link.get_attribute('aria-describedby')} > .md-tooltip2__inner")
        expect(inner).to_be_visible()
        box = inner.bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 320
        assert box["height"] <= 640 * 0.5
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
        assert inner.evaluate("element => parseFloat(getComputedStyle(element).fontSize)") >= 12


def test_without_script_the_title_and_the_glossary_page_remain(open_book: Any) -> None:
    page = open_book(java_script_enabled=False)
    assert page.get_attribute("a.term[data-term=conntrack]", "title") == SHORT
    page.goto(page.url + "glossary/")
    expect(page.locator("article h3")).to_have_count(4)
    expect(page.locator("article h3:visible")).to_have_count(4)
    expect(page.locator("article input:visible")).to_have_count(0)


# --- The filter


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("跟踪", ["conntrack"]),
        ("CONNTRACK", ["conntrack"]),
        ("source nat", ["snat"]),
        ("nat SOURCE", ["snat"]),
        ("snat", ["snat"]),
        ("ＳＮＡＴ", ["snat"]),
        ("一笔账", ["conntrack"]),
        ("hostile", ["hostile"]),
        ("首页", []),  # where a term is used does not count
        ("  ", ["conntrack", "snat", "long", "hostile"]),
    ],
)
def test_filter(open_book: Any, query: str, shown: list[str]) -> None:
    page = open_book("glossary/")
    box = page.get_by_label("筛选词条")
    status = page.get_by_role("status")
    expect(status).to_have_text("共 4 条")
    box.press_sequentially(query)
    found = page.locator("article h3:visible").evaluate_all("found => found.map(h => h.id)")
    assert sorted(found) == sorted(shown)
    if not query.strip():
        expect(status).to_have_text("共 4 条")
    elif shown:
        expect(status).to_have_text("1 条符合，共 4 条")
        expect(page.locator("article h2:visible")).to_have_count(1)
        expect(page.locator(".term-definition:visible")).to_have_count(1)
        expect(page.locator(".term-uses:visible")).to_have_count(1)
    else:
        expect(status).to_have_text(f"没有词条含“{query}”。换一个词，或清空筛选框。")
        expect(page.locator("article h2:visible, .term-definition:visible, .term-uses:visible")).to_have_count(0)
    assert status.get_attribute("aria-live") == "polite"
    assert page.locator("details.term-uses").count() == 1, "one list is folded, and its element has its own display"
    assert "?" not in page.url


def test_letters_typed_into_the_filter_are_not_shortcuts(open_book: Any, book: str) -> None:
    page = open_book("glossary/")
    page.get_by_label("筛选词条").press_sequentially("nps/f")
    assert page.get_by_label("筛选词条").input_value() == "nps/f"
    assert page.url == book + "glossary/"
    page.keyboard.press("Escape")
    assert page.get_by_label("筛选词条").input_value() == ""
    expect(page.locator("article h3:visible")).to_have_count(4)


def test_link_to_a_hidden_entry_shows_it(open_book: Any) -> None:
    page = open_book("glossary/")
    page.locator(".term-index summary").click()
    page.get_by_label("筛选词条").fill("snat")
    expect(page.locator("h3#long:visible")).to_have_count(0)
    page.locator(".term-index a[href$='#long']").click()
    expect(page.locator("h3#long")).to_be_in_viewport()
    assert page.get_by_label("筛选词条").input_value() == ""


def test_filter_after_instant_navigation(open_book: Any, book: str) -> None:
    page = open_book()
    page.evaluate("window.stays = true")
    page.click("a.term[data-term=conntrack]")
    page.wait_for_url(book + "glossary/#conntrack")
    page.get_by_label("筛选词条").press_sequentially("snat")
    expect(page.locator("article h3:visible")).to_have_count(1)
    page.locator("h3#snat ~ .term-uses a").first.click()
    page.wait_for_url(book + "**")
    page.go_back()
    page.wait_for_url(book + "glossary/**")
    expect(page.get_by_label("筛选词条")).to_have_count(1)
    page.get_by_label("筛选词条").fill("长定义")
    expect(page.locator("article h3:visible")).to_have_count(1)
    assert page.evaluate("window.stays") is True
