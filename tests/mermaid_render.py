"""Draws diagrams with the vendored mermaid in a browser, and finds the source line that an error is about."""

from __future__ import annotations

import re
from typing import Any

from playwright.sync_api import Browser, Page

from diagram_fence import Diagram
from site_build import ROOT

MERMAID = ROOT / "docs/assets/javascripts/vendor/mermaid/mermaid.min.js"

_DRAW = """async source => {
  try {
    mermaid.initialize({startOnLoad: false})
    await mermaid.parse(source)
    return {svg: (await mermaid.render("drawing", source)).svg}
  } catch (error) {
    const {token, loc} = error.hash ?? {}
    return {message: error.message, endOfText: token === 1, since: loc?.first_line}
  } finally {
    document.body.replaceChildren()
  }
}"""
# Mermaid takes comment lines away before it counts.
_COMMENT = re.compile(r"^\s*%%(?!\{)")


def open_mermaid(browser: Browser) -> Page:
    """Return an empty page with mermaid in it."""
    page = browser.new_page()
    page.add_script_tag(path=MERMAID)
    return page


def draw(page: Page, source: str) -> dict[str, Any]:
    """Return `{"svg": …}`, or `{"message": …, "endOfText": …, "since": …}` when mermaid rejects the source."""
    result: dict[str, Any] = page.evaluate(_DRAW, source)
    return result


def error_in(page: Page, diagram: Diagram) -> str | None:
    """Return None when mermaid draws the diagram, else `file:line: mermaid's message`."""
    result = draw(page, diagram.text)
    if "svg" in result:
        return None
    return f"{_place(diagram, result)}: mermaid 读不懂这张图：{_short(result['message'])}"


def _place(diagram: Diagram, result: dict[str, Any]) -> str:
    """Return `file:line` of the error, or of the fence when mermaid names no line."""
    counted = [line for line in diagram.lines if not _COMMENT.match(line.text)]
    named = re.search(r"on line (\d+)", result["message"])
    # What is left open is noticed at the end of the text: the token that it started with is more use.
    number = result["since"] if result["endOfText"] else int(named[1]) if named else 0
    return counted[min(number, len(counted)) - 1].place if number and counted else diagram.opening.place


def _short(message: str) -> str:
    """Leave out the list of every token that mermaid would have accepted."""
    return re.sub(r"Expecting .*, got (\S+)", r"这里不能是 \1", message, flags=re.DOTALL)
