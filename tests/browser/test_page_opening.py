"""Work that hooks/theme.py defers when a page opens is done by the time a reader needs it."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from support.site_server import OpenPage

TABLES, DEEP, FLAT = "network/tcp-states/", "network/tcpdump/", "troubleshooting/"
BESIDE_DRAWER = 350  # px from the left edge of a phone's screen
NOTED = 600  # ms after a scroll by when the theme has written the place, after 100, and the section, after 250 and 250
SCREEN = 1000  # px, more than one
SHEETS = "[...document.styleSheets].map(sheet => sheet.href).filter(Boolean)"


def without_bundle(page: Page) -> Page:
    """Keep the theme's script, and ours that needs it, from the page: what it shows then is what is drawn first."""
    page.route("**/bundle.*.min.js", lambda route: route.fulfill(body="", content_type="text/javascript"))
    page.route("**/javascripts/**/page.js", lambda route: route.fulfill(body="", content_type="text/javascript"))
    return page


@pytest.mark.parametrize("address", ["", DEEP, "404.html"])
def test_nothing_waits_for_a_script(page: Page, address: str) -> None:
    without_bundle(page).goto(address)
    assert page.locator("script[src]").count() >= 3
    expect(page.locator("script[src]:not([defer])")).to_have_count(0)
    expect(page.locator("html.js.js-focus-visible[data-js-focus-visible]:not(.no-js)")).to_have_count(1)


def test_the_drawer_is_laid_out_when_it_opens(open_page: OpenPage) -> None:
    page = open_page(phone=True)
    page.goto(DEEP)
    laid_out = "link => link.checkVisibility({ contentVisibilityAuto: true })"
    neighbour = ".md-sidebar--primary .md-nav__link[href$='/arp/']"
    link, overlay = page.locator(neighbour), page.locator(".md-overlay")
    assert not link.evaluate(laid_out)
    page.locator(".md-header label[for=__drawer]").click()
    expect(overlay).to_be_visible()
    expect(link).to_be_in_viewport()
    assert link.evaluate(laid_out)
    overlay.click(position={"x": BESIDE_DRAWER, "y": 300})
    page.wait_for_function(f"link => !({laid_out})(link)", arg=link.element_handle())
    # On a wide screen the same list stands beside the page.
    wide = open_page()
    wide.goto(DEEP)
    assert wide.locator(neighbour).evaluate(laid_out)


@pytest.mark.parametrize(("scheme", "expected"), [("light", "default"), ("dark", "slate")])
def test_page_is_drawn_in_the_scheme_of_the_system(open_page: OpenPage, scheme: str, expected: str) -> None:
    page = without_bundle(open_page(scheme=scheme))
    page.goto(FLAT)
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", expected)
    expect(page.locator("label[for^=__palette]:visible")).to_have_count(1)


def test_page_is_drawn_in_the_scheme_that_was_chosen(open_page: OpenPage) -> None:
    page = open_page(scheme="dark")
    page.goto(FLAT)
    page.locator("label[for^=__palette]:visible").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "default")
    without_bundle(page).reload()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "default")
    expect(page.locator("meta[name=color-scheme]")).to_have_count(0)


@pytest.mark.parametrize(("scheme", "contents"), [("light", ["dark", "light"]), ("dark", ["light", "dark"])])
def test_scroll_bars_follow_the_switch(open_page: OpenPage, scheme: str, contents: list[str]) -> None:
    page = open_page(scheme=scheme)
    page.goto(FLAT)
    for content in contents:
        page.locator("label[for^=__palette]:visible").click()
        expect(page.locator("meta[name=color-scheme]")).to_have_attribute("content", content)
    expect(page.locator("meta[name=theme-color]")).to_have_attribute(
        "content", "#00695c" if scheme == "light" else "#004d40"
    )


@pytest.mark.parametrize("phone", [False, True])
def test_the_switch_has_its_place_before_its_button(open_page: OpenPage, phone: bool) -> None:
    """The header may be drawn before the script that shows one of the buttons has run."""
    page = open_page(phone=phone)
    page.goto(FLAT)
    switch = page.locator("form[data-md-component=palette]")
    place = switch.bounding_box()
    switch.evaluate("form => form.querySelectorAll('label').forEach(label => { label.hidden = true })")
    assert switch.bounding_box() == place


FACES = """() => [...document.fonts].filter(face => face.status === "loaded").map(face => [face.family, face.weight])"""


def fonts_of(page: Page) -> dict[str, set[str]]:
    """Return the PostScript names of the fonts in which headings, text, emphasis and code are drawn."""
    session = page.context.new_cdp_session(page)
    session.send("DOM.enable")
    session.send("CSS.enable")
    root = session.send("DOM.getDocument")["root"]["nodeId"]
    drawn = {}
    for selector in ("h1", ".admonition p:not([class])", "article strong", "article pre code", "article td code"):
        node = session.send("DOM.querySelector", {"nodeId": root, "selector": selector})["nodeId"]
        fonts = session.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
        drawn[selector] = {font["postScriptName"] for font in fonts}
    return drawn


def test_fonts_by_their_file_are_the_fonts_by_their_family(open_page: OpenPage) -> None:
    named, plain = open_page(), open_page(java_script_enabled=False)
    for page in (named, plain):
        page.goto("iptables/matches/")
    assert fonts_of(named) == fonts_of(plain)
    faces = named.evaluate(FACES)
    assert ["Local Han", "400"] in faces
    assert ["Local Han", "700"] in faces
    assert ["Local Mono", "400"] in faces


def test_fonts_are_not_looked_up_by_file_on_a_phone(open_page: OpenPage) -> None:
    page = open_page()
    page.add_init_script("Object.defineProperty(navigator, 'platform', { value: 'Linux armv81' })")
    page.goto("iptables/matches/")
    expect(page.locator("html.js:not(.linux)")).to_have_count(1)
    assert page.evaluate(FACES) == []


def test_style_sheets_stay_through_instant_navigation(page: Page) -> None:
    page.goto(DEEP)
    before = page.evaluate(SHEETS)
    page.evaluate("document.querySelectorAll('link[rel=stylesheet]').forEach(link => link.kept = true)")
    for tab in ("首页", "工具书"):  # of other depths: what is relative there would be another address
        page.locator(".md-tabs__link", has_text=tab).click()
        page.wait_for_url(lambda url: DEEP not in url)
        expect(page.locator(".md-tabs__item--active")).to_contain_text(tab)
    assert page.evaluate(SHEETS) == before
    assert page.evaluate("[...document.querySelectorAll('link[rel=stylesheet]')].every(link => link.kept)")


def test_first_press_navigates_without_reload(page: Page) -> None:
    # The theme takes no link over before it knows the site's pages.
    with page.expect_request_finished(lambda request: request.url.endswith("/sitemap.xml")):
        page.goto(DEEP, wait_until="commit")
    link = page.locator(".md-tabs__link", has_text="排障")
    page.evaluate("window.sameDocument = true")
    link.click()
    page.wait_for_url("**/" + FLAT)
    assert page.evaluate("window.sameDocument")


def test_every_block_of_code_gets_its_button(page: Page) -> None:
    page.goto(DEEP)
    blocks = page.locator("pre:has(> code):not(.no-copy pre)").count()
    assert blocks > 20
    expect(page.locator("pre .md-clipboard, pre [data-clipboard-target]")).to_have_count(blocks)


@pytest.mark.parametrize("java_script_enabled", [True, False])
def test_tables_stand_in_one_box(open_page: OpenPage, java_script_enabled: bool) -> None:
    page = open_page(java_script_enabled=java_script_enabled)
    page.goto(TABLES)
    tables = page.locator("article table:not([class])").count()
    assert tables > 1
    if java_script_enabled:
        expect(page.locator("[data-clipboard-target]").first).to_be_attached()  # the script has been over the article
    assert page.locator(".md-typeset__scrollwrap > .md-typeset__table > table").count() == tables
    assert page.locator(".md-typeset__scrollwrap").count() == tables


def test_long_glossary_is_laid_out_where_it_is_seen(page: Page) -> None:
    page.goto("glossary/#three-way-handshake")
    entry = page.locator("[id='three-way-handshake']")
    expect(entry).to_be_in_viewport()
    first = page.locator(".term-group").first
    assert first.evaluate("group => getComputedStyle(group).contentVisibility") == "auto"


@pytest.mark.parametrize("width", [360, 412, 768, 1600])
def test_glossary_reserves_what_its_groups_take(page: Page, width: int) -> None:
    """Otherwise the last entries of a group that is not laid out yet stand across the next one, for a program that asks."""
    page.set_viewport_size({"width": width, "height": 800})
    page.goto("glossary/")
    heights = "[...document.querySelectorAll('.term-group')].map(group => group.getBoundingClientRect().height)"
    reserved = page.evaluate(heights)
    page.add_style_tag(content=".term-group { content-visibility: visible !important }")
    taken = page.evaluate(heights)
    assert len(taken) > 5
    assert [pair for pair in zip(reserved, taken, strict=True) if pair[0] < 0.98 * pair[1]] == []


WAITING = "[...document.querySelectorAll('.md-content__inner > *')].filter(e => getComputedStyle(e).contentVisibility === 'auto').length"
HEIGHT = "document.querySelector('.md-content__inner').scrollHeight"


def test_a_long_page_is_laid_out_when_there_is_time(page: Page) -> None:
    page.add_init_script("window.requestIdleCallback = () => {}")  # a browser that never has time
    page.goto(DEEP)
    expect(page.locator("html.lazy-layout")).to_have_count(1)
    assert page.evaluate(WAITING) > 20
    other = page.context.new_page()
    other.goto(DEEP)
    other.wait_for_function(f"{WAITING} === 0")
    height = other.evaluate(HEIGHT)
    other.goto(DEEP + "#self-test")
    other.reload()
    assert other.evaluate(WAITING) == 0
    assert other.evaluate(HEIGHT) == height


def test_nothing_waits_where_a_place_in_the_page_is_looked_for(page: Page) -> None:
    page.add_init_script("window.requestIdleCallback = () => {}")
    page.goto(DEEP + "#options")
    expect(page.locator("html.lazy-layout")).to_have_count(0)
    assert page.evaluate(WAITING) == 0
    page.goto(DEEP)
    page.reload()
    expect(page.locator("html.lazy-layout")).to_have_count(0)
    assert page.evaluate(WAITING) == 0


def _come_to_rest(page: Page) -> None:
    """Wait until the page has not scrolled for NOTED ms: it also does by itself, when what is above is laid out."""
    page.evaluate(
        """quiet => new Promise(done => {
            let due
            const wait = () => { clearTimeout(due); due = setTimeout(done, quiet) }
            addEventListener("scroll", wait)
            requestAnimationFrame(wait)
        })""",
        NOTED,
    )


def test_back_returns_to_where_the_reader_was(page: Page) -> None:
    page.goto(DEEP)
    page.wait_for_function(f"{WAITING} === 0")
    page.locator("#rotation").scroll_into_view_if_needed()
    # The theme's notes are of whatever page is open when they are due.
    _come_to_rest(page)
    place = page.evaluate("scrollY")
    assert place > SCREEN
    page.locator(".md-tabs__link", has_text="排障").click()
    page.wait_for_url("**/" + FLAT)
    expect(page).to_have_title(re.compile("^排障"))
    expect(page.locator("html.lazy-layout")).to_have_count(0)
    page.wait_for_function("scrollY === 0")
    _come_to_rest(page)
    page.go_back()
    page.wait_for_url(f"**/{DEEP}**")
    page.wait_for_function(f"scrollY === {place}")
