"""What counts as a change is what readers can tell; the rest of the history is not theirs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from handbook.history.changes import DAYS, Change, changes_by_day
from handbook.history.git import FileChange

DAY = 86400
PAGE = """---
title: 规则
description: 规则怎样写。
reviewed: "2026-10"
versions: [iptables 1.8.9]
---

# 规则

开头的话。

## 目标 {#targets}

`ACCEPT` 和 DROP 区分大小写。

## 顺序 {#order}

```bash example="iptables/x/rules.sh"
```

从上到下。
"""
LEDGER = """# 勘误

- id: small-letters
  topic: iptables
  claim: 目标小写也能用。
  truth: 区分大小写。写 `DROP`。
  why: 名字像。
  page: iptables/rules.md#targets
"""


def _changes(*files: tuple[int, str, str | None, str | None]) -> list[Change]:
    """Return the changes that files make, given oldest first: time, path, text before and after."""
    return changes_by_day([FileChange(when, path, path, b or "", a or "") for when, path, b, a in files[::-1]], _same)


def _same(names: Iterable[str]) -> Mapping[str, str]:
    """Return contents that are their own names; "" names what is not there."""
    return {name: name for name in names if name}


def _edit(old: str, new: str, source: str = PAGE) -> list[tuple[str, str, str]]:
    assert old in source
    path = "data/corrections.yml" if source == LEDGER else "docs/iptables/rules.md"
    return [(c.kind, c.title, c.text) for c in _changes((0, path, source, source.replace(old, new)))]


def test_the_sections_that_changed_are_named() -> None:
    assert _edit("从上到下。", "从上到下，一条一条。") == [("changed", "规则", "改写“顺序”。")]
    assert _edit("开头的话。", "另一句。") == [("changed", "规则", "改写“开头”。")]
    assert _edit("x/rules.sh", "y/rules.sh") == [("changed", "规则", "改写“顺序”。")]
    assert _edit("区分大小写", "不区分大小写") == [("changed", "规则", "改写“目标”。")]
    assert _edit("## 顺序 {#order}", "## 次序 {#order}") == [("changed", "规则", "改写“次序”。")]
    assert _edit("## 顺序", "## 又一节 {#more}\n\n文。\n\n## 顺序") == [("changed", "规则", "新增“又一节”。")]
    assert _edit("## 目标 {#targets}\n\n`ACCEPT` 和 DROP 区分大小写。\n", "") == [("changed", "规则", "删去“目标”。")]


def test_many_sections_are_counted() -> None:
    more = "".join(f"\n## 第 {n} 节 {{#s{n}}}\n\n文。\n" for n in range(5))
    assert _edit("从上到下。\n", f"从上到下。\n{more}")[0][2] == "新增“第 0 节”“第 1 节”“第 2 节”等 5 节。"


def test_front_matter_that_readers_see_counts() -> None:
    assert _edit("title: 规则", "title: 规则命令") == [("changed", "规则命令", "标题原来是“规则”。")]
    assert _edit("2026-10", "2026-11") == [("changed", "规则", "审阅于 2026-11。")]
    assert _edit("[iptables 1.8.9]", "[iptables 1.8.9, 内核 6.1]")[0][2] == "写的版本改为 iptables 1.8.9、内核 6.1。"
    assert _edit("description: 规则怎样写。", "description: 写法。\ntags: [排障]") == []


def test_what_only_moves_or_looks_different_is_no_change() -> None:
    assert _edit("`ACCEPT` 和 DROP 区分大小写。", "**ACCEPT** 和 [DROP](commands.md#drop)\n区分大小写。") == []
    assert _edit("从上到下。", "从上到下。\n\n<!-- -->") != []
    first, second = PAGE.index("## 目标"), PAGE.index("## 顺序")
    moved = PAGE[:first] + PAGE[second:] + "\n" + PAGE[first:second]
    assert _changes((0, "docs/a.md", PAGE, moved)) == []


def test_a_line_of_code_counts_with_its_marks() -> None:
    source = PAGE.replace("从上到下。", "```bash\niptables -A INPUT\n```")
    path = "docs/a.md"
    assert _changes((0, path, source, source.replace("-A INPUT", "A INPUT")))[0].text == "改写“顺序”。"
    # A comment in code is no heading.
    assert _changes((0, path, source, source.replace("iptables -A", "## 注释\niptables -A")))[0].text == "改写“顺序”。"


def test_pages_come_and_go() -> None:
    assert [(c.kind, c.page, c.text) for c in _changes((0, "docs/a.md", None, PAGE))] == [
        ("new", "a.md", "规则怎样写。")
    ]
    assert [(c.kind, c.title) for c in _changes((0, "docs/a.md", PAGE, None))] == [("removed", "规则")]


def test_a_day_in_beijing_is_compared_as_a_whole() -> None:
    second = PAGE.replace("从上到下。", "从下到上。")
    there_and_back = [(100, "docs/a.md", PAGE, second), (200, "docs/a.md", second, PAGE)]
    assert _changes(*there_and_back) == []
    new = _changes((100, "docs/a.md", None, PAGE), (200, "docs/a.md", PAGE, second))
    assert [(c.kind, c.when.timestamp()) for c in new] == [("new", 200)]
    over_midnight = _changes((100, "docs/a.md", PAGE, second), (16 * 3600, "docs/a.md", second, PAGE))
    assert [str(c.day) for c in over_midnight] == ["1970-01-02", "1970-01-01"]
    assert _changes((100, "docs/a.md", None, PAGE), (200, "docs/a.md", PAGE, None)) == []


def test_a_rename_is_followed() -> None:
    old = FileChange(0, "docs/old.md", "docs/old.md", PAGE, PAGE.replace("从上到下。", "从下到上。"))
    rename = FileChange(DAY, "docs/new.md", "docs/old.md", old.after, old.after)
    assert [(c.page, c.text) for c in changes_by_day([rename, old], _same)] == [("new.md", "改写“顺序”。")]


def test_a_commit_that_is_dated_after_its_child_is_of_the_childs_day() -> None:
    second, third = PAGE.replace("从上到下。", "甲。"), PAGE.replace("从上到下。", "乙。")
    changes = _changes((5 * DAY, "docs/a.md", PAGE, second), (DAY, "docs/a.md", second, third))
    assert [str(c.day) for c in changes] == ["1970-01-02"]


def test_the_last_days_are_kept() -> None:
    edits = [PAGE.replace("从上到下。", f"第 {n} 天。") for n in range(DAYS + 6)]
    changes = _changes(*((n * DAY, "docs/a.md", edits[n], edits[n + 1]) for n in range(DAYS + 5)))
    assert len({c.day for c in changes}) == DAYS
    assert changes[0].day > changes[-1].day


def test_corrections_come_change_and_go() -> None:
    (new,) = _changes((0, "data/corrections.yml", "# 勘误\n", LEDGER))
    assert (new.kind, new.page, new.correction) == ("new", "corrections.md", "small-letters")
    assert (new.title, new.text) == ("目标小写也能用。", "区分大小写。")
    assert _edit("区分大小写。写", "只认大写。写", LEDGER) == [("changed", "目标小写也能用。", "只认大写。")]
    assert _edit("名字像。", "看着像。", LEDGER)[0][0] == "changed"
    (gone,) = _changes((0, "data/corrections.yml", LEDGER, "# 勘误\n"))
    assert (gone.kind, gone.text) == ("removed", "这一条不再列在勘误里；这不等于它是对的。")


def test_an_entry_that_only_moves_or_is_wrapped_is_no_change() -> None:
    assert _edit("  claim: 目标小写也能用。", "  claim: >-\n    目标小写\n    也能用。", LEDGER) == []
    assert _edit("rules.md#targets", "rules.md#order", LEDGER) == []
    other = LEDGER.replace("small-letters", "other")
    both = LEDGER + other.partition("\n\n")[2]
    assert _changes((0, "data/corrections.yml", both, other + LEDGER.partition("\n\n")[2])) == []


def test_what_was_broken_once_stops_nothing() -> None:
    broken = PAGE.replace("title: 规则", "title: [")
    assert _changes((0, "docs/a.md", broken, PAGE))[0].title == "规则"
    assert _changes((0, "data/corrections.yml", "- id: a\n  claim: [\n", LEDGER))[0].correction == "small-letters"


def test_pages_come_before_corrections_and_what_is_new_first() -> None:
    changes = _changes(
        (0, "data/corrections.yml", "", LEDGER),
        (0, "docs/z.md", None, PAGE),
        (0, "docs/a.md", PAGE, None),
        (DAY, "docs/b.md", None, PAGE),
    )
    assert [(c.page, c.kind) for c in changes] == [
        ("b.md", "new"),
        ("z.md", "new"),
        ("a.md", "removed"),
        ("corrections.md", "new"),
    ]
