"""The rule about markers, each proven by what it must let pass and what it must report."""

from __future__ import annotations

from pathlib import Path

import pytest

from support.rule_pages import Changes, find_problems, report, with_text

GOOD: list[tuple[str, Changes]] = [
    ("MARK-1", with_text("<!-- 给编辑的话 -->\n\n<!-- TODO: 以后补 -->\n\n`<!-- exmaple: 写法 -->`")),
    ("MARK-1", with_text("    <!-- allow: CHAR-2 有理由 -->\n    `，`")),
    ("MARK-2", with_text("<!-- allow: CHAR-2 有理由 -->\n`８０`")),
]  # fmt: skip

BAD: list[tuple[str, Changes, str]] = [
    ("MARK-1", with_text("<!-- exmaple: iptables/case -->"), "21: 标记写法不对，读者什么也看不到；顶格单独一行写 <!-- example: "),
    ("MARK-1", with_text("<!--correction: some-folklore-->"), "21: 标记写法不对"),
    ("MARK-1", with_text("<!-- benchmrks: visit -->"), "21: 不认识这个标记，读者什么也看不到；已有的标记：allow、correction"),
    ("MARK-1", with_text("<!-- lists: topics -->"), "21: 标记写法不对"),
    ("MARK-1", with_text("<!-- list: sympotms 2 -->"), "21: 没有叫 sympotms 的列表；是不是 <!-- list: symptoms -->？"),
    ("MARK-1", with_text("<!-- list: topics 2 -->"), "21: 标记写法不对，读者什么也看不到；顶格单独一行写 <!-- list: topics -->"),
    ("MARK-1", with_text("见 <!-- correction: some-folklore -->"), "21: 标记写法不对"),
    ("MARK-1", with_text("<!-- example: linux/menu -->\n\n<!-- example: linux/menu -->"), "23: 这个标记在第 21 行写过"),
    ("MARK-2", with_text("<!-- allow: CHRA-2 有理由 -->\n`80`"), "21: 没有规则 CHRA-2，什么也没放过；是不是 CHAR-2"),
    ("MARK-2", with_text("<!-- allow: XYZ-99 有理由 -->\n`80`"), "21: 没有规则 XYZ-99"),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "changes"), GOOD)
def test_good_pages_pass(tmp_path: Path, rule: str, changes: Changes) -> None:
    assert find_problems(tmp_path, rule, changes) == []


@pytest.mark.parametrize(("rule", "changes", "message"), BAD)
def test_bad_pages_are_reported(tmp_path: Path, rule: str, changes: Changes, message: str) -> None:
    assert message in report(tmp_path, rule, changes)
