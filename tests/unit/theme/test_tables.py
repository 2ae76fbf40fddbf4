"""Tables stand in the boxes that the theme's script would make."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup

from handbook.theme.tables import LINE, UNBROKEN, box_tables

OPENED, CLOSED = '<div class="md-typeset__scrollwrap"><div class="md-typeset__table">', "</div></div>"


@pytest.mark.parametrize(
    ("html", "boxed"),
    [
        ("<p>甲</p>", "<p>甲</p>"),
        ("<table>\n<tr></tr>\n</table>", f"{OPENED}<table>\n<tr></tr>\n</table>{CLOSED}"),
        ("<table>1</table><table>2</table>", f"{OPENED}<table>1</table>{CLOSED}{OPENED}<table>2</table>{CLOSED}"),
        # Tables with line numbers have a class.
        ('<table class="a">1</table>', '<table class="a">1</table>'),
        ('<table class="a">1</table><table>2</table>', f'<table class="a">1</table>{OPENED}<table>2</table>{CLOSED}'),
        # One inside another: the theme's script boxes the outer one when the page is open.
        ("<table><table>1</table></table>", f"<table>{OPENED}<table>1</table>{CLOSED}</table>"),
        ("<code>&lt;table&gt;</code>", "<code>&lt;table&gt;</code>"),
        # The corner above a first column of names.
        ('<table><th align="left"></th><th>甲</th></table>', f'{OPENED}<table><td align="left"></td><th>甲</th></table>{CLOSED}'),
    ],
)  # fmt: skip
def test_tables(html: str, boxed: str) -> None:
    assert box_tables(html) == boxed


def _table(heads: list[str], *rows: list[str]) -> str:
    def line(tag: str, cells: list[str]) -> str:
        return "<tr>\n" + "".join(f"<{tag}>{cell}</{tag}>\n" for cell in cells) + "</tr>\n"

    body = "".join(line("td", cells) for cells in rows)
    return f"<table>\n<thead>\n{line('th', heads)}</thead>\n<tbody>\n{body}</tbody>\n</table>"


LONG = "字" * (LINE // 2 + 1)


@pytest.mark.parametrize(
    ("table", "cards"),
    [
        (_table(["甲", "乙", "丙"], [LONG, LONG, LONG]), True),
        (_table(["甲", "乙", "丙"], ["短", "短", LONG * 3]), True),
        # As wide as a line of a phone's column, and no wider: a comparison.
        (_table(["甲", "乙", "丙"], ["a" * LINE, "字" * (LINE // 2), "a" * LINE]), False),
        # Long heads over short cells; marks are counted as the reader sees them.
        (_table([LONG, LONG, LONG], ["有", "<a href='somewhere/far/away/'>&lt;&gt;</a>", "无"]), False),
        (_table(["甲", "乙"], [LONG * 3, LONG * 3]), False),
        # Code alone in its cell does not wrap in a table; among words it does.
        (_table(["甲", "乙"], [f"<code>{'a' * UNBROKEN}</code>", "短"]), True),
        (_table(["甲", "乙"], [f"<code>{'a' * (UNBROKEN - 1)}</code>", "短"]), False),
        (_table(["甲", "乙"], [f"<code>{'&lt;' * (UNBROKEN - 1)}</code>", "短"]), False),
        (_table(["甲", "乙"], [f"见 <code>{'a' * UNBROKEN}</code>", "短"]), False),
        (_table(["甲", "乙", "丙"]), False),
    ],
)
def test_a_table_of_running_text_becomes_cards_on_a_phone(table: str, cards: bool) -> None:
    assert ('class="md-typeset__scrollwrap cards"' in box_tables(table)) is cards
    assert ("role=" in box_tables(table)) is cards


def test_the_cells_of_a_card_say_what_they_are_and_lose_nothing() -> None:
    head, text = 'a <code>"x"</code> &amp; b', f"{LONG}<br>{LONG}"
    boxed = BeautifulSoup(box_tables(_table(["", head, "丙"], ["名", text, ""], ["名", text, LONG])), "html.parser")
    assert [row["role"] for row in boxed("tr")] == ["row"] * 3
    assert [[cell["role"] for cell in row(["td", "th"])] for row in boxed("tr")] == [
        ["cell", "columnheader", "columnheader"],
        ["cell"] * 3,
        ["cell"] * 3,
    ]
    assert [[cell.get("data-label") for cell in row(["td", "th"])] for row in boxed("tr")] == [
        [None] * 3,
        [None, 'a "x" & b', None],
        [None, 'a "x" & b', "丙"],
    ]
    assert boxed("td")[2].decode_contents() == f"{LONG}<br/>{LONG}"
    assert [table["role"] for table in boxed("table")] == ["table"]
