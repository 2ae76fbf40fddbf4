"""The lists of entries as Markdown: their order, what a selection takes, and where links lead."""

from __future__ import annotations

from bs4 import BeautifulSoup
from markdown import Markdown

from handbook.entries.data import Figures, read_entries
from handbook.entries.render import (
    render_common,
    render_entries,
    render_figures,
    render_symptoms,
    render_topics,
)
from unit.entries.test_data import read_pages


def _links(markdown: str) -> list[str]:
    return [line for line in markdown.splitlines() if "](" in line]


def test_all_symptoms_are_folded_by_topic_below_a_filter() -> None:
    shown = render_symptoms(read_pages(), "troubleshooting.md")
    assert _links(shown) == [
        "- [新连接全部失败](iptables/state.md#table-full)",
        "- [日志里有 `table full` \\[满\\]](iptables/state.md#table-full)",
        "- [第三条](iptables/state.md#third)",
        "- [连不上](network/tcp.md#refused)",
    ]
    soup = BeautifulSoup(Markdown(extensions=["md_in_html"]).convert(shown), "html.parser")
    groups = soup.select("details.entry-group:not([open])")
    assert [group["id"] for group in groups] == ["symptoms-iptables", "symptoms-network"]
    assert [group.summary.text for group in groups if group.summary] == ["iptables 防火墙（3 条）", "网络（1 条）"]
    assert soup.select_one(".entry-filter [role=status]").text == "共 4 条"  # type: ignore[union-attr]
    assert render_symptoms([], "troubleshooting.md") == ""


def test_all_interview_questions_stand_below_their_topic() -> None:
    assert "### iptables 防火墙 {#interview-iptables}" in render_entries(
        read_pages(), "interview", "self-test.md", None
    )


def test_a_selection_takes_the_first_of_each_topic_and_links_to_all() -> None:
    assert _links(render_entries(read_pages(), "symptoms", "index.md", 1)) == [
        "- [新连接全部失败](iptables/state.md#table-full)",
        "- [连不上](network/tcp.md#refused)",
        "[全部 4 条症状](troubleshooting.md)",
    ]
    assert "[全部 1 道面试题](self-test.md)" in render_entries(read_pages(), "interview", "index.md", 2)


def test_a_selection_goes_round_the_pages_of_a_topic() -> None:
    first = read_entries("network/a.md", "---\ninterview: [{ask: 甲一, see: a}, {ask: 甲二, see: b}]\n---\n")
    second = read_entries("network/b.md", "---\ninterview: [{ask: 乙一, see: a}]\n---\n")
    asked = [line.split("](")[0] for line in _links(render_entries([first, second], "interview", "index.md", 2))]
    assert asked == ["- [甲一", "- [乙一", "[全部 3 道面试题"]


def test_links_start_from_the_page_that_shows_them() -> None:
    assert "- [连不上](../network/tcp.md#refused)" in render_entries(read_pages(), "symptoms", "iptables/index.md", 1)


def test_topics_show_their_description_and_only_pages_that_exist() -> None:
    shown = render_topics(read_pages(), "index.md")
    assert "### [iptables 防火墙](iptables/index.md) {#topic-iptables}\n\n从一个包的路径讲起。" in shown
    assert "### 网络 {#topic-network}" in shown
    assert _links(shown)[1:] == ["- [连接跟踪](iptables/state.md)", "- [TCP](network/tcp.md)"]
    assert "Kubernetes" not in shown


def test_figures_are_the_numbers_given_and_no_run_is_not_hidden() -> None:
    shown = render_figures(Figures({"run": 0, "check": 0, "none": 3}, 4, 5, 6, 7), "network/tcp.md")
    assert _links(shown) == [
        "- [**0** 个示例执行过](../verification.md)",
        "- [**3** 个没执行，有原因](../verification.md)",
        "- [**4** 条误传的更正](../corrections.md)",
        "- [**5** 条事实有核对日期](../facts.md)",
        "- [**7** 个术语，6 页](../glossary.md)",
    ]


def test_nothing_to_show_is_nothing() -> None:
    assert render_entries([], "symptoms", "index.md", 2) == ""
    assert render_topics([], "index.md") == ""


def test_common_symptoms_stand_by_rank_acrossread_pages() -> None:
    first = read_entries("network/tcp.md", "---\ntitle: TCP\nsymptoms: [{ask: 连不上, see: refused, common: 2}]\n---\n")
    second = read_entries(
        "network/arp.md",
        "---\ntitle: ARP\nsymptoms:\n  - {ask: 找不到邻居, see: failed, common: 1}\n  - {ask: 少见, see: rare}\n---\n",
    )
    shown = render_common([first, second], "index.md")
    assert shown.index("找不到邻居") < shown.index("连不上")
    assert "少见" not in shown
    assert "全部 3 条症状" in shown
