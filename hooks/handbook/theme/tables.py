"""The boxes in which tables scroll, as the theme's script makes them, but in the page itself: nothing moves when it runs.

On a phone a table of running text becomes cards, a row each: nobody reads sentences through a slit of six letters.
"""

from __future__ import annotations

import re
from html import escape, unescape
from unicodedata import east_asian_width

_TABLE = re.compile(r"<table>((?:(?!<table\b).)*?)</table>", re.DOTALL)
_EMPTY_HEAD = re.compile(r"<th(?P<rest>[^>]*)></th>")
_ROW = re.compile(r"<tr>(.*?)</tr>", re.DOTALL)
_CELL = re.compile(r"<(t[dh])([^>]*)>(.*?)</\1>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_CODE = re.compile(r"\s*<code>([^<]*)</code>\s*")
_ROLES = {"th": "columnheader", "td": "cell"}

CARDS = "cards"  # the class of a box whose table becomes cards; extra.css says at which width and how
COLUMNS = 3  # two columns leave room for sentences, even on a phone
# Code that is alone in a cell stays on one line (extra.css). From half of a phone's 390 pixels on, at 7 a letter, it
# would push the column beside it out of sight.
UNBROKEN = 25  # letters
# A third of a phone's 390 pixels, without the padding of a cell, is six 汉字 wide. Where the cells of a table fit on one
# such line on average, it compares things, and one looks along its rows and columns: it stays a table that scrolls.
LINE = 12  # letters; a 汉字 is two


def box_tables(html: str) -> str:
    """Return a page's HTML with each table in its box. The theme leaves tables with a class alone, and so does this.

    An empty corner of a table is no heading: a screen reader would read it before every cell.
    """
    return _TABLE.sub(lambda match: _box(match[1]), _EMPTY_HEAD.sub(r"<td\g<rest>></td>", html))


def _box(table: str) -> str:
    cells = [[cell[3] for cell in _CELL.finditer(row[1])] for row in _ROW.finditer(table)]
    rows = [list(map(_words, row)) for row in cells]
    name, opened = "md-typeset__scrollwrap", "<table>"
    if _is_text(rows) or any(map(_is_wide_code, (cell for row in cells for cell in row))):
        name, opened = f"{name} {CARDS}", '<table role="table">'
        table = _ROW.sub(lambda row: f'<tr role="row">{_label(row[1], rows[0])}</tr>', table)
    return f'<div class="{name}"><div class="md-typeset__table">{opened}{table}</table></div></div>'


def _is_text(rows: list[list[str]]) -> bool:
    """Tell whether a table, the row of its heads first, has too many words for the columns of a phone."""
    cells = [cell for row in rows[1:] for cell in row]
    return bool(cells) and len(rows[0]) >= COLUMNS and sum(map(_width, cells)) > LINE * len(cells)


def _is_wide_code(cell: str) -> bool:
    """Tell whether a cell is nothing but code that leaves no room for another column."""
    code = _CODE.fullmatch(cell)
    return code is not None and _width(unescape(code[1])) >= UNBROKEN


def _label(row: str, heads: list[str]) -> str:
    """Return a row whose cells say to a screen reader what they are, and the name of their column.

    The first cell needs no name: it is the heading of its card. An empty one is left out of a card.
    """
    marked = []
    for column, cell in enumerate(_CELL.finditer(row)):
        tag, attributes, content = cell.groups()
        head = heads[column] if tag == "td" and content and 0 < column < len(heads) else ""
        label = f' data-label="{escape(head)}"' if head else ""
        marked.append(f'<{tag}{attributes} role="{_ROLES[tag]}"{label}>{content}</{tag}>\n')
    return f"\n{''.join(marked)}"


def _words(cell: str) -> str:
    return unescape(_TAG.sub("", cell)).strip()


def _width(text: str) -> int:
    """Return how wide a text is, in letters; a 汉字 is two."""
    return sum(1 + (east_asian_width(letter) in "WF") for letter in text)
