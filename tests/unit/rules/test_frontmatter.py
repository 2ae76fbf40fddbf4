"""Rules about front matter, each proven by what it must let pass and what it must report."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from handbook.page_source import parse_page
from handbook.rules.frontmatter import fm_3
from support.rule_pages import (
    META,
    PAGE,
    PAGE_PATH,
    SHORT_META,
    TOOLS,
    Changes,
    find_problems,
    instead,
    report,
)

OTHER = PAGE.replace("连接跟踪\n", "地址转换\n")
RANKED = "kind: concept\nsymptoms:\n  - {ask: 端口不通, see: how, common: 1}\n"


def key(line: str) -> Changes:
    """Return the good page with one more line in its front matter, the fifth."""
    return instead("kind: concept\n", f"kind: concept\n{line}\n")


GOOD: list[tuple[str, Changes]] = [
    ("FM-1", {TOOLS: SHORT_META + "# 勘误\n"}),
    ("FM-1", key('symptoms:\n  - {ask: "端口不通怎么办", see: how}\nglossary: false')),
    ("FM-1", key("search: {boost: 0.5}")),
    ("FM-1", key("search:\n  exclude: true")),
    ("FM-3", instead('"2026-11"', '"2020-01"')),
    ("FM-4", {"docs/iptables/nat.md": OTHER}),
    ("FM-4", instead("# 连接跟踪\n", "# `连接跟踪`\n")),
    ("FM-5", {PAGE_PATH: PAGE.replace("kind: concept\n", RANKED), "docs/iptables/nat.md": OTHER.replace("kind: concept\n", RANKED.replace("1}", "2}"))}),
]  # fmt: skip

BAD: list[tuple[str, Changes, str]] = [
    ("FM-1", instead("kind: concept", "kind: essay"), '4: kind 写得不对，现在是 "essay"；写 concept、task、reference、troubleshooting 之一'),
    ("FM-1", instead('"2026-11"', "2026-11-22"), '6: reviewed 写得不对，现在是 "2026-11-22"；写成年和月，加英文双引号，例如 reviewed: "2026-11"'),
    ("FM-1", instead('"2026-11"', '"2026-13"'), '6: reviewed 写得不对，现在是 "2026-13"；写成年和月'),
    ("FM-1", instead('"2026-11"', "2026"), "6: reviewed 写得不对，现在是 2026；写成年和月"),
    ("FM-1", instead("versions: [iptables 1.8.9]\n", ""), "1: 文件头缺少 versions；补上，写法见"),
    ("FM-1", instead("kind: concept", "kind: concept\nauthor: 我"), "5: 文件头里有不认识的键 author；删掉它，可用的键：title"),
    ("FM-1", instead("description:", "descripton:"), "3: 文件头里有不认识的键 descripton；是不是 description"),
    ("FM-1", instead("tags: [iptables, conntrack]", "tags: [iptables]"), '5: tags 写得不对，现在是 ["iptables"]；写成 2 到 5 个标签的列表'),
    ("FM-1", instead("tags: [iptables, conntrack]", "tags: iptables"), '5: tags 写得不对，现在是 "iptables"；写成 2 到 5 个标签的列表'),
    ("FM-1", instead("tags: [iptables, conntrack]", "tags: [iptables, 1]"), "5: tags 的第 2 条写得不对，现在是 1；写成"),
    ("FM-1", instead("title: 连接跟踪", "title: 502"), "2: title 写得不对，现在是 502；写成 1 到 40 个字符的文字，数字和日期加引号"),
    ("FM-1", key("glossary: true"), "5: glossary 写得不对，现在是 true；只能写 false"),
    ("FM-1", key("symptoms:\n  - {ask: 端口不通, se: how}"), '6: symptoms 的第 1 条写得不对，现在是 {"ask": "端口不通", "se": "how"}；写成列表'),
    ("FM-1", key("symptoms:\n  - {ask: 端口不通, see: hwo}"), "6: symptoms 的 see 指向“hwo”，本页没有这个小节；改成标题的 id，不带 #，是不是 how"),
    ("FM-1", key("search: {boots: 9}"), '5: search 写得不对，现在是 {"boots": 9}；写成 {exclude: true}，或 {boost: 0.5}'),
    ("FM-1", key("search: {boost: high}"), '5: search 写得不对，现在是 "high"；写成'),
    ("FM-1", key("search: {boost: 99}"), "5: search 写得不对，现在是 99"),
    ("FM-1", key("search: {}"), "5: search 写得不对，现在是 {}"),
    ("FM-1", key("toc_levels: zwei"), '5: toc_levels 写得不对，现在是 "zwei"；写 1 以上的整数'),
    ("FM-1", instead("kind: concept", "kind: [concept"), "YAML 写法有误"),
    ("FM-1", {PAGE_PATH: "# 没有文件头\n"}, "1: 没有文件头；第一行写 ---"),
    ("FM-1", {PAGE_PATH: PAGE.replace("\n---\n", "\n", 1)}, "1: 文件头没有结束；在最后一个键"),
    ("FM-2", instead("conntrack]", "conntrak]"), "5: 没有标签“conntrak”；是不是 conntrack？真是新标签就写进 data/tags.yml"),
    ("FM-2", instead("[iptables,", "[Iptables,"), "5: 没有标签“Iptables”；是不是 iptables"),
    ("FM-2", instead("[iptables,", "[区块链,"), "5: 没有标签“区块链”；真是新标签就写进 data/tags.yml"),
    ("FM-3", instead('"2026-11"', '"2931-12"'), "6: reviewed 是 2931-12，还没有到"),
    ("FM-2", {"data/tags.yml": "- iptables\n   x: [\n"}, "data/tags.yml:2: YAML 写法有误"),
    ("FM-2", {"data/tags.yml": "- 502\n"}, "data/tags.yml:1: 要是文字的列表"),
    ("FM-4", {"docs/iptables/nat.md": PAGE}, "docs/iptables/state.md:2: docs/iptables/nat.md 也叫“连接跟踪”"),
    ("FM-4", instead("# 连接跟踪\n", "# 连接追踪\n"), "2: title 是“连接跟踪”，一级标题是“连接追踪”；写成一样"),
    ("FM-5", {PAGE_PATH: PAGE.replace("kind: concept\n", RANKED), "docs/iptables/nat.md": OTHER.replace("kind: concept\n", RANKED)}, "docs/iptables/state.md:6: 名次 1 在 docs/iptables/nat.md:6 已经用过；换一个，没有用过的最小是 2"),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "changes"), GOOD)
def test_good_pages_pass(tmp_path: Path, rule: str, changes: Changes) -> None:
    assert find_problems(tmp_path, rule, changes) == []


@pytest.mark.parametrize(("rule", "changes", "message"), BAD)
def test_bad_pages_are_reported(tmp_path: Path, rule: str, changes: Changes, message: str) -> None:
    assert message in report(tmp_path, rule, changes)


def test_a_date_and_a_missing_key_are_one_problem_each(tmp_path: Path) -> None:
    changes = {
        PAGE_PATH: PAGE.replace('"2026-11"', "2026-11-22")
        .replace("tags: [iptables, conntrack]\n", "")
        .replace("kind: concept\n", "")
    }
    assert len(report(tmp_path, "FM-1", changes).splitlines()) == 2


@pytest.mark.parametrize(("month", "late"), [("2026-11", False), ("2026-12", True), ("2027-01", True)])
def test_a_review_of_this_month_is_not_in_the_future(month: str, late: bool) -> None:
    page = parse_page("iptables/state.md", META.replace("2026-11", month))
    assert bool(fm_3(page, datetime.date(2026, 11, 30))) == late
