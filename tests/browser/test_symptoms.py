"""The way in by symptom: three screens of a phone, which a few letters make shorter; then a command on the first screen."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from support.site_server import OpenPage

IPHONE = {"width": 390, "height": 844}
PAGE = "troubleshooting/"
INPUT = ".entry-filter input"


def test_three_screens_of_a_phone_hold_all_topics(open_page: OpenPage) -> None:
    phone = open_page(phone=True, viewport=IPHONE)
    phone.goto(PAGE)
    article = phone.locator("article").bounding_box()
    assert article
    assert article["height"] <= 3 * 844
    assert phone.locator("details.entry-group[open]").count() == 0
    expect(phone.locator(INPUT)).to_be_in_viewport()


def test_what_is_typed_filters_the_symptoms(page: Page) -> None:
    page.goto(PAGE)
    entries = page.locator("article .entry-group li:visible")
    expect(entries).to_have_count(0)
    page.locator(INPUT).fill("502 ")
    expect(entries.filter(has_text="502 Bad Gateway")).to_have_count(1)
    shown = entries.all_inner_texts()
    assert 0 < len(shown) < 30
    status = page.locator(".entry-filter [role=status]")
    expect(status).to_contain_text(f"{len(shown)} 条符合")
    page.locator(INPUT).fill("没有这样的现象")
    expect(entries).to_have_count(0)
    expect(status).to_contain_text("没有现象含“没有这样的现象”")
    page.locator(INPUT).press("Escape")
    expect(page.locator("details.entry-group:visible")).not_to_have_count(0)
    expect(entries).to_have_count(0)


def test_the_filter_works_after_navigation_without_reload(page: Page) -> None:
    page.goto("")
    page.locator(".md-tabs__link", has_text="排障").click()
    page.wait_for_url("**/troubleshooting/")
    page.locator(INPUT).fill("refused")
    expect(page.locator("article .entry-group li:visible").first).to_be_visible()


def test_without_scripts_the_topics_unfold(open_page: OpenPage) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(PAGE)
    expect(page.locator(INPUT)).not_to_be_visible()
    page.locator("#symptoms-network > summary").click()
    expect(page.locator("#symptoms-network li").first).to_be_visible()


def test_the_risk_labels_are_shown_as_they_look(page: Page) -> None:
    page.goto(PAGE)
    marks = [
        risk.evaluate("risk => getComputedStyle(risk, '::before').content") for risk in page.locator(".risk").all()
    ]
    assert marks == ['"△"', '"▲"', '"■"']


# The first command below the header that can be read whole: the text of a block that is copied with one tap.
FIRST_COMMAND = """() => {
    const header = document.querySelector(".md-header").getBoundingClientRect().bottom
    for (const code of document.querySelectorAll("article .highlight:is(.language-bash, .language-console, .language-sql) code")) {
        const box = (code.querySelector(".transcript-command") ?? code).getBoundingClientRect()
        if (box.height && box.top >= header && box.top + 20 <= innerHeight) return code.textContent
    }
    return null
}"""


def test_each_symptom_of_the_home_page_shows_its_first_command_after_one_tap(open_page: OpenPage) -> None:
    phone = open_page(phone=True, viewport=IPHONE)
    phone.goto("")
    links = phone.locator("#by-symptom ~ .entry-list").first.locator("li a")
    asked = links.evaluate_all("links => links.map(link => [link.textContent, link.getAttribute('href')])")
    assert len(asked) >= 20
    without = []
    for symptom, address in asked:
        phone.goto("about:blank")
        phone.goto(address)
        phone.wait_for_function("innerHeight / 2 > document.querySelector(location.hash).getBoundingClientRect().top")
        if phone.evaluate(FIRST_COMMAND) is None:
            without.append(f"{symptom}：{address}")
    assert not without, "点开以后第一屏没有能照着敲的命令；把只读的那一条写在小节最前面：\n" + "\n".join(without)
