from __future__ import annotations

from pathlib import Path

import pytest

from entry_points_data import PageEntries, count_list, nav_order, read_entries, sort_pages
from entry_points_markdown import render_common, render_entries, render_figures, render_questions, render_topics
from yaml_lines import YamlError

STATE = """\
---
title: 连接跟踪
description: 内核怎样记住连接。
symptoms:
  - {ask: "新连接全部失败", see: table-full}
  - {ask: "日志里有 `table full` [满]", see: table-full}
  - {ask: "第三条", see: third}
interview:
  - {ask: "UDP 有状态吗？", see: udp}
---
# 连接跟踪

??? question "一？"
    答

```markdown
??? question "代码里的不算"
```

???+ question "二 <b>？"
    答
"""
INDEX = "---\ntitle: iptables 防火墙\ndescription: 从一个包的路径讲起。\n---\n# iptables\n"
TCP = '---\ntitle: TCP\nsymptoms: [{ask: "连不上", see: refused}]\n---\n# TCP\n'


def _pages() -> list[PageEntries]:
    sources = {"network/tcp.md": TCP, "iptables/state.md": STATE, "iptables/index.md": INDEX, "index.md": "# 首页"}
    return [read_entries(path, text) for path, text in sources.items()]


def _links(markdown: str) -> list[str]:
    return [line for line in markdown.splitlines() if "](" in line]


def test_a_page_is_read() -> None:
    page = read_entries("iptables/state.md", STATE)
    assert (page.topic, page.title, page.description) == ("iptables", "连接跟踪", "内核怎样记住连接。")
    assert [(entry.ask, entry.see) for entry in page.interview] == [("UDP 有状态吗？", "udp")]
    assert page.questions == ("一？", "二 <b>？")


@pytest.mark.parametrize(
    ("entries", "line", "message"),
    [
        ("symptoms: 端口不通", 3, "symptoms 要写成列表；"),
        ("symptoms:\n  - {ask: 端口不通}", 4, "symptoms 每一条要有 ask 和 see"),
        ("interview:\n  - {ask: 甲, see: a}\n  - 端口不通", 5, "interview 每一条要有 ask 和 see"),
        ('interview:\n  - {ask: 甲, see: "#a"}', 4, "see 是本页小节的 id，不带 #"),
        ("symptoms:\n  - {ask: 甲, see: 1}", 4, "都是文字"),
        ("symptoms: [", 4, "YAML"),
    ],
)
def test_a_mistake_names_page_line_and_remedy(entries: str, line: int, message: str) -> None:
    with pytest.raises(YamlError) as caught:
        read_entries("iptables/a.md", f"---\ntitle: 甲\n{entries}\n---\n# 甲\n")
    assert str(caught.value).startswith(f"docs/iptables/a.md:{line}: ")
    assert message in str(caught.value)


def test_pages_follow_the_navigation_and_the_rest_comes_last() -> None:
    nav = [{"首页": "index.md"}, {"网络": [{"防火墙": ["iptables/index.md", {"状态": "iptables/state.md"}]}]}]
    assert nav_order(nav) == ["index.md", "iptables/index.md", "iptables/state.md"]
    ordered = [page.path for page in sort_pages(_pages(), nav_order(nav))]
    assert ordered == ["index.md", "iptables/index.md", "iptables/state.md", "network/tcp.md"]
    assert nav_order(None) == []


def test_all_symptoms_by_topic() -> None:
    shown = render_entries(_pages(), "symptoms", "troubleshooting.md", None)
    assert _links(shown) == [
        "- [新连接全部失败](iptables/state.md#table-full)",
        "- [日志里有 `table full` \\[满\\]](iptables/state.md#table-full)",
        "- [第三条](iptables/state.md#third)",
        "- [连不上](network/tcp.md#refused)",
    ]
    assert shown.index("### iptables 防火墙 {#symptoms-iptables}") < shown.index("### 网络 {#symptoms-network}")


def test_a_selection_takes_the_first_of_each_topic_and_links_to_all() -> None:
    assert _links(render_entries(_pages(), "symptoms", "index.md", 1)) == [
        "- [新连接全部失败](iptables/state.md#table-full)",
        "- [连不上](network/tcp.md#refused)",
        "[全部 4 条症状](troubleshooting.md)",
    ]
    assert "[全部 1 道面试题](self-test.md)" in render_entries(_pages(), "interview", "index.md", 2)


def test_a_selection_goes_round_the_pages_of_a_topic() -> None:
    first = read_entries("network/a.md", "---\ninterview: [{ask: 甲一, see: a}, {ask: 甲二, see: b}]\n---\n")
    second = read_entries("network/b.md", "---\ninterview: [{ask: 乙一, see: a}]\n---\n")
    asked = [line.split("](")[0] for line in _links(render_entries([first, second], "interview", "index.md", 2))]
    assert asked == ["- [甲一", "- [乙一", "[全部 3 道面试题"]


def test_links_start_from_the_page_that_shows_them() -> None:
    assert "- [连不上](../network/tcp.md#refused)" in render_entries(_pages(), "symptoms", "iptables/index.md", None)


def test_topics_show_their_description_and_only_pages_that_exist() -> None:
    shown = render_topics(_pages(), "index.md")
    assert "### [iptables 防火墙](iptables/index.md) {#topic-iptables}\n\n从一个包的路径讲起。" in shown
    assert "### 网络 {#topic-network}" in shown
    assert _links(shown)[1:] == ["- [连接跟踪](iptables/state.md)", "- [TCP](network/tcp.md)"]
    assert "Kubernetes" not in shown


def test_questions_are_listed_below_a_link_to_their_self_test() -> None:
    shown = render_questions(_pages(), "self-test.md")
    assert "[连接跟踪](iptables/state.md#self-test)（2 题）\n\n- 一？\n- 二 &lt;b>？" in shown
    assert "网络" not in shown


def test_figures_are_the_numbers_given_and_zero_is_not_hidden() -> None:
    shown = render_figures({"run": 12, "check": 0, "none": 3}, 4, 0, "index.md")
    assert [line.split("](")[0] for line in _links(shown)] == [
        "- [**12** 个示例真的执行过",
        "- [**3** 个示例没有执行",
        "- [**4** 条勘误",
        "- [**0** 个术语",
    ]


def test_nothing_to_show_is_nothing() -> None:
    assert render_entries([], "symptoms", "index.md", 2) == ""
    assert render_topics([], "index.md") == ""


def test_lists_are_counted(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text("- a\n- b\n", encoding="utf-8")
    assert (count_list(tmp_path / "a.yml"), count_list(tmp_path / "none.yml")) == (2, 0)


def test_common_symptoms_stand_by_rank_across_pages() -> None:
    first = read_entries("network/tcp.md", "---\ntitle: TCP\nsymptoms: [{ask: 连不上, see: refused, common: 2}]\n---\n")
    second = read_entries(
        "network/arp.md",
        "---\ntitle: ARP\nsymptoms:\n  - {ask: 找不到邻居, see: failed, common: 1}\n  - {ask: 少见, see: rare}\n---\n",
    )
    shown = render_common([first, second], "index.md")
    assert shown.index("找不到邻居") < shown.index("连不上")
    assert "少见" not in shown
    assert "全部 3 条症状" in shown
