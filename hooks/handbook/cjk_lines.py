"""A Python-Markdown extension that removes line breaks between Chinese characters.

Readers see no gap where an editor broke a line: Markdown turns a line break into a space, which Chinese has none of.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

# Below `inline` (20), so that paragraphs are split into elements; above `glossary_marks` (4), which reads the text.
PRIORITY = 6

_PUNCTUATION = (
    r"\u3001-\u3002\u3008-\u3011\u3014-\u301b\uff01\uff08\uff09\uff0c\uff1a\uff1b\uff1f\u201c\u201d\u2014\u2026"
)
_HAN = r"\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_GAP = r"[ \t]*\n[ \t]*"

# A full-width mark carries its own gap on either side; between a Han and a Latin character the space is wanted.
_BREAK = re.compile(rf"(?<=[{_PUNCTUATION}]){_GAP}|{_GAP}(?=[{_PUNCTUATION}])|(?<=[{_HAN}]){_GAP}(?=[{_HAN}])")

# Elements whose text runs on into their neighbours: a line may break beside **bold** text.
_RUN_ON = frozenset(
    ["a", "abbr", "b", "del", "em", "i", "ins", "mark", "q", "s", "small", "span", "strong", "sub", "sup", "u"]
)
_VERBATIM = frozenset(["code", "pre", "kbd", "script", "style"])
_OPAQUE = "\x00"  # stands for what is not text; neither Han nor a mark, so that the breaks beside it stay


def join_lines(text: str) -> str:
    """Return `text` without the line breaks that stand next to full-width marks or between Han characters."""
    return _BREAK.sub("", text)


@dataclass
class _Piece:
    """A stretch of running text and how to put another in its place; `write` is None for what is not text."""

    text: str
    write: Callable[[str], None] | None


class CjkLinesTreeprocessor(Treeprocessor):
    """Joins the lines of all text outside code."""

    def run(self, root: Element) -> None:
        """Change `root` in place."""
        for element in root.iter():
            if isinstance(element.tag, str) and element.tag not in _RUN_ON and element.tag not in _VERBATIM:
                for run in _runs(element):
                    _join(run)


class CjkLinesExtension(Extension):
    """Joins lines of Chinese text."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Register: CjkLinesTreeprocessor | treeprocessors | cjk_lines | 6."""
        md.treeprocessors.register(CjkLinesTreeprocessor(md), "cjk_lines", PRIORITY)


def makeExtension(**options: Any) -> CjkLinesExtension:
    """Return the extension for ``markdown_extensions: [handbook.cjk_lines]``."""
    return CjkLinesExtension(**options)


def _runs(block: Element) -> Iterator[list[_Piece]]:
    """Yield the stretches of running text directly in a block, elements such as `strong` included."""
    run: list[_Piece] = []
    for piece in _pieces(block):
        if piece is None:
            yield run
            run = []
        else:
            run.append(piece)
    yield run


def _pieces(element: Element) -> Iterator[_Piece | None]:
    """Yield the pieces of text inside an element; None where another block or a hard break ends the run."""
    if element.text:
        yield _Piece(element.text, lambda text: setattr(element, "text", text))
    for child in element:
        if child.tag in _RUN_ON:
            yield from _pieces(child)
        elif child.tag in ("code", "kbd", "img"):
            yield _Piece(_OPAQUE, None)
        else:
            yield None
        if child.tail:
            yield _Piece(child.tail, lambda text, child=child: setattr(child, "tail", text))  # type: ignore[misc]


def _join(run: list[_Piece]) -> None:
    whole = "".join(piece.text for piece in run)
    if "\n" not in whole:
        return
    gaps = [match.span() for match in _BREAK.finditer(whole)]
    begin = 0
    for piece in run:
        end = begin + len(piece.text)
        kept = piece.text
        for start, stop in reversed(gaps):
            if start < end and stop > begin:
                kept = kept[: max(0, start - begin)] + kept[stop - begin :]
        if piece.write and kept != piece.text:
            # AtomicString and the like are str subclasses that later steps tell apart.
            piece.write(type(piece.text)(kept))
        begin = end
