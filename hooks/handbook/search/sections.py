"""A rendered page cut into the sections that search finds: heading, running text and code apart. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from html.parser import HTMLParser

_HEADINGS = {"h1", "h2", "h3", "h4"}
_SKIPPED = {"script", "style", "svg", "object", "button", "nav", "form"}
# Line numbers, links to the section itself, and what stands below an example about its run.
_SKIPPED_CLASSES = {"headerlink", "linenos", "linenodiv", "proof-how", "proof-line", "proof-source"}
# In a box of a correction: what is said, and what is true. Search shows both in one line, so that no claim is taken for
# a fact.
_CLAIM, _TRUTH = "流传的说法", "实际上"
_VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
_BLOCKS = {
    "p",
    "li",
    "td",
    "th",
    "tr",
    "dt",
    "dd",
    "div",
    "figcaption",
    "summary",
    "blockquote",
    "details",
    "pre",
    "br",
}


@dataclass
class Section:
    """What stands under one heading. ``id`` is empty for what precedes the first heading below the title."""

    id: str = ""
    heading: str = ""
    text: str = ""
    code: str = ""


@dataclass
class _Open:
    tag: str
    skip: bool


@dataclass
class _Draft:
    id: str
    excluded: bool = False
    heading: list[str] = field(default_factory=list)
    text: list[str] = field(default_factory=list)
    code: list[str] = field(default_factory=list)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.drafts = [_Draft("")]
        self.open: list[_Open] = []
        self.heading = False
        self.claim = 0  # descriptions still to come in the line of a claim

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = dict(attrs)
        if tag in _BLOCKS and not self.heading:
            self.drafts[-1].text.append(" " if self.claim else "\n")
        if tag in _VOID:
            return
        classes = (names.get("class") or "").split()
        excluded = "data-search-exclude" in names
        within_skipped = bool(self.open) and self.open[-1].skip
        skip = within_skipped or excluded or tag in _SKIPPED or bool(_SKIPPED_CLASSES & set(classes))
        self.open.append(_Open(tag, skip))
        if tag in _HEADINGS and not within_skipped:
            if tag != "h1" and names.get("id"):
                self.drafts.append(_Draft(names["id"] or "", excluded))
            self.heading = True

    def handle_endtag(self, tag: str) -> None:
        if not any(element.tag == tag for element in self.open):
            return
        while self.open.pop().tag != tag:
            pass
        if tag in _HEADINGS:
            self.heading = False
        elif tag in _BLOCKS and not self.heading:
            self.claim = max(0, self.claim - 1) if tag == "dd" else self.claim
            self.drafts[-1].text.append(" " if self.claim else "\n")

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1].skip:
            return
        draft = self.drafts[-1]
        if self.heading:
            draft.heading.append(data)
        elif any(element.tag == "pre" for element in self.open):
            draft.code.append(data)
        elif self.open and self.open[-1].tag == "dt" and data in (_CLAIM, _TRUTH):
            self.claim = 2 if data == _CLAIM else self.claim
            draft.text.append("误传：" if data == _CLAIM else f"{_TRUTH}：")
        else:
            draft.text.append(re.sub(r"\s+", " ", data))


@lru_cache(maxsize=1024)  # `make serve` asks again for pages that did not change
def cut_page(html: str) -> list[Section]:
    """Return the sections of a page's HTML in their order; the first is the page's beginning, with its title as heading.

    Elements with ``data-search-exclude``, drawings and scripts are left out; a heading with it takes its section along.
    """
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return [
        Section(draft.id, _squeeze("".join(draft.heading)), _lines("".join(draft.text)), "".join(draft.code).strip())
        for draft in reader.drafts
        if not draft.excluded
    ]


def _squeeze(text: str) -> str:
    return " ".join(text.split())


def _lines(text: str) -> str:
    return "\n".join(filter(None, (_squeeze(line) for line in text.split("\n"))))
