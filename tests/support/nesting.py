"""Finds tags in HTML that do not nest: browsers mend them in silence, and the page is laid out as nobody wrote it."""

from __future__ import annotations

from html.parser import HTMLParser

VOID = frozenset(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"])


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[tuple[str, int]] = []
        self.mistakes: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            self.open.append((tag, self.getpos()[0]))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open nothing: only SVG is written so."""

    def handle_endtag(self, tag: str) -> None:
        if self.open and self.open[-1][0] == tag:
            self.open.pop()
            return
        inner = "<{}>（第 {} 行）".format(*self.open[-1]) if self.open else "没有开着的标签"
        self.mistakes.append(f"第 {self.getpos()[0]} 行 </{tag}>：里面是{inner}")
        if tag in [name for name, _ in self.open]:
            while self.open.pop()[0] != tag:
                pass


def nesting_mistakes(html: str) -> list[str]:
    """Return what is wrong with the nesting of tags in a whole page, one line each, in order; every tag has its end."""
    tags = _Tags()
    tags.feed(html)
    tags.close()
    return [*tags.mistakes, *(f"第 {line} 行 <{tag}> 没有结束" for tag, line in tags.open)]
