"""The list of recent changes: by day, linked where a link leads somewhere, and no claim without what is true."""

from __future__ import annotations

from datetime import UTC, datetime

from handbook.history.changes import Change
from handbook.history.render import CORRECTIONS, render_changes

NOON = datetime(2026, 11, 29, 4, tzinfo=UTC)
EARLIER = datetime(2026, 11, 27, 20, tzinfo=UTC)  # the 28th in Beijing
EDITED = Change("changed", "iptables/nat.md", "地址 [转换]", "改写“SNAT”。", NOON)
MYTH = Change("new", "corrections.md", "`-s 0.0.0.0` 是任意来源。", "只匹配 0.0.0.0。", NOON, "any")


def _render(*changes: Change) -> list[str]:
    lines = render_changes(changes, "recent.md", ["iptables/nat.md"], ["any"])
    return [line for line in lines if line]


def test_a_day_is_a_section() -> None:
    lines = _render(EDITED, Change("removed", "old.md", "旧的", "这一页删去了。", EARLIER))
    assert lines == [
        "## 2026 年 11 月 29 日 {#d20261129}",
        r"- [地址 \[转换\]](iptables/nat.md)：改写“SNAT”。",
        "## 2026 年 11 月 28 日 {#d20261128}",
        "- 旧的：这一页删去了。",
    ]


def test_one_new_page_says_what_it_is_and_many_are_one_line() -> None:
    new = Change("new", "iptables/nat.md", "地址转换", "改地址。", NOON)
    assert _render(new)[1:] == ["- 新的页面：[地址转换](iptables/nat.md)。改地址。"]
    other = Change("new", "gone.md", "后来没有了", "文。", NOON)
    assert _render(new, other)[1:] == ["- 新的页面：[地址转换](iptables/nat.md)、后来没有了"]


def test_a_claim_is_told_as_one_with_what_is_true() -> None:
    gone = Change("removed", "corrections.md", "甲就是乙。", "这一条不再列在勘误里；这不等于它是对的。", NOON, "gone")
    assert _render(MYTH, gone)[1:] == [
        "- 勘误：新增 1 条，撤下 1 条",
        '    - 新增：<span class="myth">误传：</span>`-s 0.0.0.0` 是任意来源。实际：只匹配 0.0.0.0。 [详见](corrections.md#any)',
        "    - 撤下：“甲就是乙。”这一条不再列在勘误里；这不等于它是对的。",
    ]


def test_of_many_corrections_some_are_shown() -> None:
    many = [Change("new", "corrections.md", f"第 {n} 条。", "不是。", NOON, f"c{n}") for n in range(CORRECTIONS + 4)]
    lines = _render(*many)
    assert lines[1] == f"- 勘误：新增 {CORRECTIONS + 4} 条"
    assert len(lines) == 2 + CORRECTIONS + 1
    assert lines[-1] == "    - 另外 4 条，见[勘误](corrections.md)"
