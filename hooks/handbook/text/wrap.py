"""Breaks lines at a number of columns, a 汉字 taking two: no closing mark begins a line, no opening mark ends one.

A reader of a terminal sees whole words and commands; what is longer than a line stays in one piece, to be copied.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

COLUMNS = 80
# What surrounds a piece that is not to be broken: the characters of Unicode that mean nothing else (STX, ETX).
GLUE_START, GLUE_END = "\x02", "\x03"

# 避头尾: GB/T 15834-2011, 5.1.10 and 5.1.11 (the positions of marks); with the ASCII marks that stand with 汉字.
_CLOSING = "。，、；：？！）》」』】〕〉”’…—～·％!),.:;?]}%"
_OPENING = "（《「『【〔〈“‘([{"
_HAN = r"\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef\u3000-\u303f"
_UNIT = re.compile(
    rf"(?P<space>\s+)|"
    rf"[{re.escape(_OPENING)}]*"
    rf"(?:{GLUE_START}[^{GLUE_END}]*{GLUE_END}|[^\s{_HAN}“‘”’…—·{GLUE_START}]+|[{_HAN}])?"
    rf"(?:[{re.escape(_CLOSING)}]|\[\d+\]|〔[\d.]+〕)*"
)


@lru_cache(maxsize=65536)
def width(text: str) -> int:
    """Return how many columns of a terminal a text takes (Unicode Standard Annex 11; ambiguous characters take one)."""
    if text.isascii():
        return len(text)
    return sum(_columns(character) for character in text)


def _columns(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Cf", "Mn", "Me", "Cc"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def glue(text: str) -> str:
    """Return a text that `wrap` keeps in one piece."""
    return f"{GLUE_START}{text}{GLUE_END}"


def wrap(text: str, columns: int = COLUMNS, first: str = "", rest: str = "") -> list[str]:
    """Return the lines of a text, the first behind ``first``, the others behind ``rest``; a line feed stays one.

    ``columns`` counts what stands in front. A piece without a place to break may be longer than that.
    """
    lines: list[str] = []
    for part in text.split("\n"):
        lines += _wrap_part(part, columns, rest if lines else first, rest)
    return lines


def _wrap_part(text: str, columns: int, first: str, rest: str) -> list[str]:
    lines: list[str] = []
    line, used, space = first, width(first), ""
    start = used
    for match in _UNIT.finditer(text):
        unit = match[0]
        if match["space"]:
            space = " " if used > start else ""
            continue
        if not unit:
            continue
        unit = unit.replace(GLUE_START, "").replace(GLUE_END, "")
        size = width(unit)
        if used > start and used + len(space) + size > columns:
            lines.append(line)
            line, used, space = rest, width(rest), ""
            start = used
        line += space + unit
        used += len(space) + size
        space = ""
    return [*lines, line.rstrip() if used == start else line]
