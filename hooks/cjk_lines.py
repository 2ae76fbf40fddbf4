"""Readers see no gap where an editor broke a line: Markdown turns a line break into a space, which Chinese has none of.

This is a Python-Markdown extension and needs no MkDocs; hooks/cjk.py puts it in.
"""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

# Below `inline` (20), so that paragraphs are split into elements; above `glossary_links` (4), which reads the text.
PRIORITY = 6

_PUNCTUATION = r"\u3001-\u3002\u300a-\u3011\uff01\uff08\uff09\uff0c\uff1a\uff1b\uff1f\u201c\u201d\u2014\u2026"
_HAN = r"\u3400-\u4dbf\u4e00-\u9fff"

# A full-width mark carries its own gap on either side; between a Han and a Latin character the space is wanted.
_BREAK = re.compile(rf"(?<=[{_PUNCTUATION}])\n|\n(?=[{_PUNCTUATION}])|(?<=[{_HAN}])\n(?=[{_HAN}])")

_VERBATIM = frozenset({"code", "pre", "kbd", "script", "style"})


def join_lines(text: str) -> str:
    """Return `text` without the line breaks that stand next to full-width marks or between Han characters."""
    return _BREAK.sub("", text)


class CjkLinesTreeprocessor(Treeprocessor):
    """Joins the lines of all text outside code."""

    def run(self, root: Element) -> None:
        """Change `root` in place."""
        for element in root.iter():
            if element.text and element.tag not in _VERBATIM:
                element.text = _joined(element.text)
            if element.tail:
                element.tail = _joined(element.tail)


class CjkLinesExtension(Extension):
    """Joins lines of Chinese text."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Register: CjkLinesTreeprocessor | treeprocessors | cjk_lines | 6."""
        md.treeprocessors.register(CjkLinesTreeprocessor(md), "cjk_lines", PRIORITY)


def _joined(text: str) -> str:
    # AtomicString and the like are str subclasses that later steps tell apart: keep what does not change.
    joined = join_lines(text)
    return text if joined == text else type(text)(joined)
