from __future__ import annotations

from pathlib import Path

from handbook.practice.questions import load_questions
from handbook.practice.render import move_links, render_topic, render_topics
from unit.practice.test_questions import write_book


def test_a_topic_is_folded_questions_with_their_answers_and_sections(tmp_path: Path) -> None:
    root = write_book(tmp_path)
    shown = render_topic(load_questions(root / "docs", root / "data")["iptables"], "practice/iptables.md")
    assert (
        '## 面试题 {#interview}\n\n??? question "UDP 有 `状态` 吗？" {#q-state-udp-too}\n'
        "    有。\n\n    `NEW` 也有。\n\n    [连接跟踪：状态](../iptables/state.md#udp){: .question-source }\n"
    ) in shown
    assert "## 各页的自测题 {#page}" in shown
    assert "[地址转换](../iptables/nat.md#snat)和[握手](../network/tcp.md)" in shown
    assert shown.index("q-state-udp-too") < shown.index("q-state-one") < shown.index("question-answers")
    assert render_topic([], "practice/iptables.md") == ""


def test_links_of_an_answer_start_from_the_page_that_shows_it() -> None:
    lines = [
        "[甲](#a)、[乙](b.md#c)、[丙](../x/y.md)、[丁](https://example.org)、`](z.md)`",
        "```text",
        "[甲](#a)",
        "```",
    ]
    assert move_links(lines, "iptables/state.md", "practice/iptables.md") == [
        "[甲](../iptables/state.md#a)、[乙](../iptables/b.md#c)、[丙](../x/y.md)、[丁](https://example.org)、`](z.md)`",
        *lines[1:],
    ]


def test_the_topics_are_listed_with_their_numbers(tmp_path: Path) -> None:
    root = write_book(tmp_path)
    shown = render_topics(load_questions(root / "docs", root / "data"), "self-test.md").splitlines()
    assert [line for line in shown if line] == [
        "- [iptables 防火墙](practice/iptables.md)：面试题 1 道，各页的自测题 2 道",
        "- [网络](practice/network.md)：各页的自测题 1 道",
    ]
