"""A rendered page as one text for the matcher, with the way back into the tree for every stretch that may hold a link."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple
from xml.etree.ElementTree import Element

from markdown.util import AtomicString


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_SKIPPED_TAGS = frozenset(_HEADINGS) | _words(
    "a abbr button caption code dt figcaption kbd label legend math object option pre samp script select style summary "
    "svg textarea th title tt var"
)
_SKIPPED_CLASSES = _words(
    "admonition-title arithmatex footnote-backref footnote-ref headerlink mermaid no-term no-terms"
)
# Elements whose text runs on into their neighbours: **kube**-iptables reads as one word. A footnote mark does not.
_INLINE_TAGS = _words(
    "a abbr b bdi bdo big cite code del dfn em font i ins kbd label mark q s samp small span strike strong sub tt u var"
)
_VOID_TAGS = _words(
    "area base br col embed hr img input link meta source track wbr"
)  # of raw HTML: they enclose nothing
_VOID_ELEMENTS = frozenset({"br", "img", "input", "wbr"})
# Sentinels that no name holds: the end of a block, and something that is not text.
_BREAK, _HOLE = "\x00", "\x01"
CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]+")
_PLACEHOLDER = re.compile("\x02([^\x02\x03]*)\x03")  # what Python-Markdown puts for raw HTML and escaped characters
_RAW_TAG = re.compile(r"<(/?)([A-Za-z][\w:-]*)[^>]*?(/?)>\Z")


class Slot(NamedTuple):
    """A stretch of text that may hold links: the text of ``parent`` (``place`` -1) or the tail of its child ``place``."""

    start: int
    parent: Element
    place: int

    def text(self) -> str:
        """Return the stretch as it now stands in the tree."""
        return (self.parent.text if self.place < 0 else self.parent[self.place].tail) or ""

    def write(self, text: str) -> None:
        """Put another text in place of the stretch."""
        if self.place < 0:
            self.parent.text = text
        else:
            self.parent[self.place].tail = text


@dataclass(slots=True)
class PageText:
    """The page's text; ``sections`` are the ids of the H2 sections, the first is the part before them ("").

    The stretches that may hold links stand in four lists side by side: a page has hundreds, few of them hold a name,
    and an object for each would cost more than the search.
    """

    text: str = ""
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    parents: list[Element] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    sections: list[str] = field(default_factory=lambda: [""])
    # where each heading begins, and beside it the number of the section and the ids of the headings above from there on
    heading_starts: list[int] = field(default_factory=lambda: [0])
    heading_paths: list[tuple[int, tuple[str, ...]]] = field(default_factory=lambda: [(0, ())])
    # element id -> id of the heading that it stands under; a heading's is its own, "" is the part before the first H2
    section_of_id: dict[str, str] = field(default_factory=dict)
    # what stands between raw HTML tags, or is escaped: (start, end), sorted, without overlaps
    unlinkable: list[tuple[int, int]] = field(default_factory=list)

    def find_slot(self, start: int, end: int) -> int:
        """Return the number of the slot that holds all of ``text[start:end]``, -1 if a link may not stand there."""
        index = bisect_right(self.starts, start) - 1
        if index < 0 or end > self.ends[index]:
            return -1
        if self.unlinkable:
            nearest = bisect_right(self.unlinkable, (end - 1, len(self.text))) - 1
            if nearest >= 0 and self.unlinkable[nearest][1] > start:
                return -1
        return index

    def slot(self, number: int) -> Slot:
        """Return the slot with this number."""
        return Slot(self.starts[number], self.parents[number], self.places[number])

    def paragraph(self, place: int) -> int:
        """Return where the block of running text that holds ``text[place]`` begins: a paragraph, an item, a cell."""
        return self.text.rfind(_BREAK, 0, place) + 1

    def standing(self, place: int) -> tuple[int, tuple[str, ...]]:
        """Return the number of the section that ``text[place]`` is in, and the ids of the headings above it."""
        return self.heading_paths[bisect_right(self.heading_starts, place) - 1]


def clean_text(text: str) -> str:
    """Return a text that stays as it is through Python-Markdown's serializer: control characters out, ``&`` escaped.

    The serializer leaves ``&lt;`` alone, so a definition that speaks of ``&lt;`` would turn into ``<``.
    """
    return CONTROL.sub(" ", text).replace("&", "&amp;")


def read_page(root: Element, raw_blocks: Sequence[Any]) -> PageText:
    """Return the tree's text; ``raw_blocks`` is Python-Markdown's stash of raw HTML."""
    reader = _PageReader()
    reader.read(root, linkable=True)
    page = reader.page
    page.text = "".join(reader.parts).replace("\n", " ")  # a line that wraps inside a name is still that name
    if "\x02" in page.text:
        page.text, page.unlinkable = _resolve_placeholders(page.text, raw_blocks)
    return page


class _PageReader:
    """Walks the tree once. Every element of the handbook passes here: it makes few calls."""

    def __init__(self) -> None:
        self.page = PageText()
        self.parts: list[str] = []
        self.length = 0
        self.above: list[tuple[int, str]] = []  # level and id of the headings above
        self.references: dict[str, tuple[int, tuple[str, ...]]] = {}  # where each footnote is first referred to

    def read(self, element: Element, linkable: bool) -> None:
        """Read what is inside an element."""
        if element.text:
            self._add(element.text, element, -1, linkable)
        for place, child in enumerate(element):
            tag = child.tag
            inline = tag in _INLINE_TAGS
            if not inline:
                edge = _HOLE if tag in _VOID_ELEMENTS else _BREAK
                self.parts.append(edge)
                self.length += 1
            if isinstance(tag, str):  # else a comment or processing instruction
                self._read_child(child, tag, linkable)
            tail = child.tail
            if inline:
                if tail:
                    self._add(tail, element, place, linkable)
            else:
                self.parts.append(edge)
                self.length += 1
                if tail and not tail.isspace():  # most are the line ends between blocks
                    self._add(tail, element, place, linkable)

    def _read_child(self, child: Element, tag: str, linkable: bool) -> None:
        level = _HEADINGS.get(tag, 0)
        if (name := child.get("id")) or level:
            self._note(name or "", level)
        classes = child.get("class")
        inside = (
            linkable and tag not in _SKIPPED_TAGS and (classes is None or _SKIPPED_CLASSES.isdisjoint(classes.split()))
        )
        if len(child):
            self.read(child, inside)
        elif child.text:
            self._add(child.text, child, -1, inside)

    def _add(self, text: str, parent: Element, place: int, linkable: bool) -> None:
        """Add a stretch of text; it may hold links unless a processor has marked it as finished."""
        if linkable and not isinstance(text, AtomicString) and not text.isspace():
            page = self.page
            page.starts.append(self.length)
            page.ends.append(self.length + len(text))
            page.parents.append(parent)
            page.places.append(place)
        self.parts.append(text)
        self.length += len(text)

    def _note(self, name: str, level: int) -> None:
        """Note a heading (its level is not 0) or another element that has an id."""
        page = self.page
        if level:
            while self.above and self.above[-1][0] >= level:
                self.above.pop()
            self.above.append((level, name))
            if level == 2:
                page.sections.append(name)
            self._stand(len(page.sections) - 1, tuple(heading for _, heading in self.above))
        if name:
            page.section_of_id[name] = name if level else self.above[-1][1] if len(page.sections) > 1 else ""
            if name.startswith("fnref:"):
                self.references.setdefault(name.removeprefix("fnref:"), page.heading_paths[-1])
            elif name.startswith("fn:") and (path := self.references.get(name.removeprefix("fn:"))):
                # Python-Markdown puts footnotes at the page's end; readers meet one in the section that refers to it.
                self._stand(*path)

    def _stand(self, section: int, headings: tuple[str, ...]) -> None:
        self.page.heading_starts.append(self.length)
        self.page.heading_paths.append((section, headings))


def _resolve_placeholders(text: str, raw_blocks: Sequence[Any]) -> tuple[str, list[tuple[int, int]]]:
    """Return the text with placeholders blanked (same length) and the stretches that raw HTML tags enclose."""
    closed: list[tuple[int, int]] = []
    opened: list[tuple[str, int]] = []

    def blank(match: re.Match[str]) -> str:
        key, width = match[1], len(match[0])
        if key.isdecimal():  # an escaped character: \_ is still a neighbour that makes an identifier
            closed.append(match.span())
            character = chr(int(key)) if int(key) < 0x110000 else _HOLE
            return character + _HOLE * (width - 2) + character
        index = key.removeprefix("wzxhzdk:")
        raw = raw_blocks[int(index)] if index.isdecimal() and int(index) < len(raw_blocks) else ""
        tag = _RAW_TAG.match(raw.strip()) if isinstance(raw, str) else None
        if tag and not tag[3] and tag[2].lower() not in _VOID_TAGS:
            _follow_tag(tag[2].lower(), bool(tag[1]), match, opened, closed)
        return _HOLE * width

    blanked = _PLACEHOLDER.sub(blank, text)
    for _, start in opened:  # nobody closes it: keep links out of the rest of its block
        end = blanked.find(_BREAK, start)
        closed.append((start, len(text) if end < 0 else end))
    return blanked, _merge(closed)


def _merge(stretches: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the same stretches sorted, those that overlap as one."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(stretches):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    return merged


def _follow_tag(
    name: str, closing: bool, match: re.Match[str], opened: list[tuple[str, int]], closed: list[tuple[int, int]]
) -> None:
    """Note an opening raw tag, or pair a closing one with the nearest open tag of its name."""
    if not closing:
        opened.append((name, match.end()))
        return
    for place in range(len(opened) - 1, -1, -1):
        if opened[place][0] == name:
            closed.append((opened[place][1], match.start()))
            del opened[place]
            return
