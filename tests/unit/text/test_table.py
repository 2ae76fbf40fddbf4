"""A table stands side by side where it fits, and row by row where it does not."""

from __future__ import annotations

from handbook.text.table import write_table
from handbook.text.wrap import glue, width

HEAD = ["项", "内容"]
ROWS = [["默认", glue("`3/hour`")], ["上限值", "很多"]]


def test_columns_are_aligned_by_what_they_take_on_the_screen() -> None:
    assert write_table(HEAD, ROWS, 16) == ["项      内容", "------  --------", "默认    `3/hour`", "上限值  很多"]


def test_a_wide_table_is_told_row_by_row() -> None:
    assert write_table(HEAD, ROWS, 15) == ["- 项：默认", "  内容：", "    `3/hour`", "- 项：上限值", "  内容：很多"]


def test_rows_are_broken_like_prose() -> None:
    lines = write_table(HEAD, [["甲", "一二三四五六七八九十" * 9]], 80)
    assert lines[:1] == ["- 项：甲"]
    assert len(lines) == 4
    assert max(map(width, lines)) <= 80


def test_without_a_head_there_is_no_rule() -> None:
    assert write_table([], [["甲", "乙"], ["丙"]], 80) == ["甲  乙", "丙"]


def test_cells_of_two_lines_are_told() -> None:
    assert write_table(["甲"], [["一\n二"]], 80) == ["- 甲：一；二"]


def test_an_empty_cell_says_nothing() -> None:
    assert write_table(["甲", "乙"], [["", "长" * 50]], 80)[0].startswith("- 乙：长")
    assert write_table([], [], 80) == []
