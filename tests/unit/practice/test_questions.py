from __future__ import annotations

from pathlib import Path

import pytest

from handbook.mistakes import MistakeError
from handbook.practice.questions import load_questions, read_answers

STATE = """\
---
title: 连接跟踪
interview:
  - {ask: "UDP 有 `状态` 吗？", see: udp, id: q-state-udp-too}
  - {ask: "没有答案的？", see: udp, id: q-state-open}
---
# 连接跟踪

## 状态 {#udp}

## 自测 {#self-test}

??? question "一？" {#q-state-one see=udp}
    见[上面](#udp)、[地址转换](nat.md#snat)和[握手](../network/tcp.md)。

??? question "没有小节的？" {#q-state-two}
    答 `](x.md)`。

??? question "没有 id 的？"
    答
"""
FILES = {
    "docs/iptables/state.md": STATE,
    "docs/network/tcp.md": '---\ntitle: TCP\n---\n# TCP\n\n??? question "二？" {#q-tcp-one}\n    答\n',
    "docs/index.md": '# 首页\n\n??? question "首页的不算" {#q-home}\n    答\n',
    "data/interview/iptables.yml": "q-state-udp-too: |\n    有。\n\n    `NEW` 也有。\n",
}


def write_book(root: Path) -> Path:
    """Write a handbook of three pages to ``root`` and return it."""
    for name, text in FILES.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    return root


def test_questions_come_by_topic_those_for_interviews_first(tmp_path: Path) -> None:
    root = write_book(tmp_path)
    found = load_questions(root / "docs", root / "data", ["network/tcp.md"])
    assert {topic: [q.id for q in questions] for topic, questions in found.items()} == {
        "iptables": ["q-state-udp-too", "q-state-one", "q-state-two"],
        "network": ["q-tcp-one"],
    }
    interview, one, two = found["iptables"]
    assert (interview.kind, interview.answer) == ("interview", ("有。", "", "`NEW` 也有。"))
    assert (interview.see, interview.shown) == ("iptables/state.md#udp", "连接跟踪：状态")
    assert (one.kind, one.see) == ("page", "iptables/state.md#udp")
    assert (two.see, two.shown) == ("iptables/state.md", "连接跟踪")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("- 甲", "data/interview/a.yml:1: 最外层要是“id: 答案”；"),
        ("q-a: ''", "data/interview/a.yml:1: “q-a”没有答案；"),
        ("q-b: 乙\nq-a: [", "data/interview/a.yml:3: YAML"),
        ("q-b: 乙\nq-state-udp-too: 又一次", "iptables.yml:1: “q-state-udp-too”在 data/interview/a.yml 已经有答案；"),
    ],
)
def test_a_mistake_names_file_line_and_remedy(tmp_path: Path, text: str, message: str) -> None:
    root = write_book(tmp_path)
    (root / "data/interview/a.yml").write_text(text, encoding="utf-8")
    with pytest.raises(MistakeError) as caught:
        read_answers(root / "data/interview")
    assert message in str(caught.value)


def test_mistakes_of_all_files_are_told_at_once(tmp_path: Path) -> None:
    for name in ("a.yml", "b.yml"):
        (tmp_path / name).write_text("q-a: ''\n", encoding="utf-8")
    with pytest.raises(MistakeError) as caught:
        read_answers(tmp_path)
    assert [mistake.file for mistake in caught.value.mistakes] == ["data/interview/a.yml", "data/interview/b.yml"]
