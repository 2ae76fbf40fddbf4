from __future__ import annotations

import pytest

from handbook.page_source import parse_page
from handbook.practice.notation import split_attributes, written_questions

PAGE = """\
---
title: 连接跟踪
---
# 连接跟踪

## 状态 {#udp}

??? question "`awk '{ print "a" }'` 是什么？" {#q-state-udp see=udp}
    第一段。

    ```bash
    ls
    ```

\t**追问**：制表符。

正文

```markdown
??? question "代码里的不算" {#q-state-code see=udp}
```

???+ question "没有 id 的？"
    答

??? question "没有答案的？" {#q-state-empty}

## 下一节 {#next}
"""


def test_questions_are_read_with_id_section_and_answer() -> None:
    first, second, third = written_questions(parse_page("iptables/state.md", PAGE))
    assert (first.line, first.ask) == (8, "`awk '{ print \"a\" }'` 是什么？")
    assert (first.id, first.see) == ("q-state-udp", "udp")
    assert first.answer == ("第一段。", "", "```bash", "ls", "```", "", "**追问**：制表符。")
    assert (second.ask, second.id, second.see, second.answer) == ("没有 id 的？", "", "", ("答",))
    assert (third.id, third.see, third.answer) == ("q-state-empty", "", ())


@pytest.mark.parametrize(
    ("line", "bare", "identifier"),
    [
        ('??? question "甲？" {#q-a see=b}', '??? question "甲？"', "q-a"),
        ('???+ question "甲 {b}？" {#q-a}', '???+ question "甲 {b}？"', "q-a"),
        ('??? question "甲？" {看 #q-a}', '??? question "甲？"', ""),
        ('??? question "甲？"', '??? question "甲？"', ""),
        ('??? note "甲" {#q-a}', '??? note "甲" {#q-a}', ""),
        ("正文 {#q-a}", "正文 {#q-a}", ""),
    ],
)
def test_the_attributes_of_a_question_are_taken_off(line: str, bare: str, identifier: str) -> None:
    assert split_attributes(line) == (bare, identifier)
