"""Lines are broken where Chinese and English may be broken, at columns and not at characters."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handbook.text.wrap import glue, width, wrap


@pytest.mark.parametrize(
    ("text", "columns"), [("abc", 3), ("汉字", 4), ("，", 2), ("é", 1), ("e\u0301", 1), ("“…”", 3)]
)
def test_width(text: str, columns: int) -> None:
    assert width(text) == columns


@pytest.mark.parametrize(
    ("text", "columns", "lines"),
    [
        ("一二三四五六", 6, ["一二三", "四五六"]),
        ("一二三四五六", 7, ["一二三", "四五六"]),
        # A mark that closes stays with what it closes, and takes that along.
        ("一二三，四五", 6, ["一二", "三，四", "五"]),
        ("一二三。”四五", 6, ["一二", "三。”", "四五"]),
        ("一二（三四）五", 6, ["一二", "（三", "四）五"]),
        ("say 一二 yes", 6, ["say 一", "二 yes"]),
        ("a bb ccc dddd", 6, ["a bb", "ccc", "dddd"]),
        ("见[12]。后", 6, ["见[12]。", "后"]),
        ("第〔2.1〕节", 6, ["第〔2.1〕", "节"]),
        ("看 https://example.org/a/very/long/path 吧", 10, ["看", "https://example.org/a/very/long/path", "吧"]),
        ("一\n二", 6, ["一", "二"]),
        ("一 \n 二", 6, ["一", "二"]),
        ("", 6, [""]),
        ("一二三——四", 7, ["一二", "三——四"]),
    ],
)
def test_lines(text: str, columns: int, lines: list[str]) -> None:
    assert wrap(text, columns) == lines


def test_what_stands_in_front_counts() -> None:
    assert wrap("一二三四五", 6, "- ", "  ") == ["- 一二", "  三四", "  五"]


def test_a_glued_command_is_not_broken() -> None:
    assert wrap(f"先做 {glue('`a b c`')}，再看", 10) == ["先做", "`a b c`，", "再看"]
    assert wrap("先做 `a b c`，再看", 10) == ["先做 `a b", "c`，再看"]


WORDS = st.text("汉字，。（）“”ab -/`", min_size=0, max_size=60)


@given(WORDS, st.integers(10, 30))
def test_no_character_is_lost_and_marks_stand_where_they_may(text: str, columns: int) -> None:
    text = re.sub(
        r" *([，。（）“”]) *", r"\1", text
    )  # a space beside a mark is a place to break, and nobody writes one
    lines = wrap(text, columns)
    assert "".join("".join(lines).split()) == "".join(text.split())
    for before, after in pairwise(lines):
        assert after[0] not in "，。）”"
        assert before[-1] not in "（“"
    for line in lines:
        assert width(line) <= columns or len(line.split()) == 1 or " " not in line
