"""What a reader copies from a page: commands, not prompts or outputs; an irreversible step only after a question."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Dialog, Page, expect

from support.site_server import OpenPage

PAGE = "iptables/commands/"


def _clipboard(page: Page) -> str:
    return str(page.evaluate("navigator.clipboard.readText()"))


def _open(open_page: OpenPage, address: str) -> Page:
    page = open_page(permissions=["clipboard-read", "clipboard-write"])
    page.goto(address)
    return page


def _copy(page: Page, number: int) -> str:
    """Press the button of the page's transcript with this number and return what was copied."""
    block = page.locator(".transcript").nth(number)
    block.scroll_into_view_if_needed()
    block.hover()
    block.locator("[data-clipboard-target]").click()
    return _clipboard(page)


def test_the_button_copies_the_commands_only(open_page: OpenPage) -> None:
    page = _open(open_page, PAGE)
    shown = page.locator(".transcript").first.locator(".transcript-command").all_inner_texts()
    assert len(shown) > 1
    copied = _copy(page, 0)
    assert copied.split("\n") == [line for command in shown for line in command.rstrip("\n").split("\n")]
    assert "local#" not in copied
    assert "✓" not in copied


def test_a_selection_by_hand_has_no_prompts(open_page: OpenPage) -> None:
    page = _open(open_page, PAGE)
    page.evaluate("getSelection().selectAllChildren(document.querySelector('.transcript code'))")
    page.keyboard.press("Control+C")
    assert "local#" not in _clipboard(page)
    assert "iptables" in _clipboard(page)


def test_a_tap_on_a_prompt_copies_that_command(open_page: OpenPage) -> None:
    page = _open(open_page, PAGE)
    prompt = page.locator(".transcript-prompt").nth(1)
    prompt.scroll_into_view_if_needed()
    prompt.click()
    expect(prompt).to_have_class(re.compile("copied"))
    assert _clipboard(page) == page.locator(".transcript-command").nth(1).inner_text().rstrip("\n")


def test_a_placeholder_is_filled_in_once_for_the_page(open_page: OpenPage) -> None:
    page = _open(open_page, "kubernetes/node-notready/")
    places = page.locator(".placeholder", has_text="节点名")
    assert places.count() > 2
    page.once("dialog", lambda dialog: dialog.accept("node-7"))
    places.first.scroll_into_view_if_needed()
    places.first.click()
    expect(page.locator(".placeholder.filled", has_text="node-7").first).to_be_visible()
    expect(page.locator(".placeholder", has_text="节点名")).to_have_count(0)
    block = page.locator(".highlight", has=page.locator(".placeholder.filled")).first
    block.hover()
    block.locator("[data-clipboard-target]").click()
    assert "node-7" in _clipboard(page)


def test_an_irreversible_step_asks_once(open_page: OpenPage, site_dir: Path) -> None:
    final = re.compile(r'<p class="[^"]*risk-final')
    name = next(path for path in sorted(site_dir.rglob("index.html")) if final.search(path.read_text(encoding="utf-8")))
    page = _open(open_page, name.relative_to(site_dir).as_posix().removesuffix("index.html"))
    questions: list[str] = []

    def answer(dialog: Dialog) -> None:
        questions.append(dialog.message)
        dialog.accept()

    page.on("dialog", answer)
    block = page.locator(".md-content__inner > .highlight:has(+ .risk-final), .risk-final + .highlight").first
    block.scroll_into_view_if_needed()
    for _ in range(2):
        block.hover()
        block.locator("[data-clipboard-target]").click()
    assert len(questions) == 1
    assert "撤不回来" in questions[0]


def _overflow(page: Page) -> list[int]:
    """Return how many pixels of each block of code that is laid out are beside its box."""
    widths = "all => all.map(code => code.scrollWidth - code.clientWidth)"
    return list(page.locator("pre:has(.code-wrap) > code").evaluate_all(widths))


def test_long_lines_are_folded_on_wish_and_the_wish_is_kept(open_page: OpenPage) -> None:
    page = open_page(phone=True)
    page.goto("kubernetes/node-notready/")
    button = page.get_by_role("button", name="折行").first
    button.scroll_into_view_if_needed()
    expect(button).to_have_attribute("aria-pressed", "false")
    assert max(_overflow(page)) > 0
    before = button.bounding_box()
    button.press("Enter")
    expect(button).to_have_attribute("aria-pressed", "true")
    assert max(_overflow(page)) == 0
    after = button.bounding_box()
    assert before is not None
    assert after is not None
    assert abs(after["y"] - before["y"]) < 2
    page.goto(PAGE)
    button = page.get_by_role("button", name="折行").first
    expect(button).to_have_attribute("aria-pressed", "true")
    assert max(_overflow(page)) == 0
    button.click()
    expect(button).to_have_attribute("aria-pressed", "false")
    page.reload()
    expect(page.get_by_role("button", name="折行").first).to_have_attribute("aria-pressed", "false")
    assert max(_overflow(page)) > 0


def test_folded_lines_go_on_further_in_and_are_copied_as_they_are(open_page: OpenPage) -> None:
    page = open_page(permissions=["clipboard-read", "clipboard-write"], viewport={"width": 390, "height": 800})
    page.goto("kubernetes/node-notready/")
    block = page.locator(".language-bash:has(.code-wrap:visible)").first
    block.scroll_into_view_if_needed()
    text = block.locator("code").text_content()
    assert text is not None
    copied = []
    for folded in (False, True):
        if folded:
            block.get_by_role("button", name="折行").click()
            begins = block.locator("code").evaluate(
                """code => {
                    const range = document.createRange()
                    range.selectNodeContents(code)
                    const rects = [...range.getClientRects()].filter(rect => rect.width > 0)
                    return rects.filter(({ top }, i) => !i || top > rects[i - 1].top + 8).map(({ left }) => Math.round(left))
                }"""
            )
            assert len(begins) > text.rstrip("\n").count("\n") + 1
            assert len(set(begins)) == 2, "行首和续行各有一处起点"
            assert max(begins) - min(begins) > 16
        block.hover()
        block.locator("[data-clipboard-target]").click()
        copied.append(_clipboard(page))
        page.evaluate("code => getSelection().selectAllChildren(code)", block.locator("code").element_handle())
        page.keyboard.press("Control+C")
        copied.append(_clipboard(page))
    assert {part.rstrip("\n") for part in copied} == {text.rstrip("\n")}
