from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from markdown import Markdown

from handbook.mistakes import MistakeError
from handbook.page_source import Heading, heading_ids, headings, parse_body, parse_page

PAGE = """\
---
title: 页
symptoms:
  - {ask: 端口不通, see: why}
---
# 页

````markdown
```bash
echo 1
```
````

文字

    ~~~ {.yaml title="x"}
    a: 1
    ~~~
"""


def test_prose_leaves_out_front_matter_and_fences_and_keeps_line_numbers() -> None:
    page = parse_page("iptables/a.md", PAGE)
    assert [(n, line) for n, line in enumerate(page.prose, start=1) if line] == [(6, "# 页"), (14, "文字")]
    assert len(page.prose) == len(page.lines)


def test_fences_name_language_and_lines_and_a_longer_fence_holds_a_shorter_one() -> None:
    fences = parse_page("a.md", PAGE).fences
    assert [(f.language, f.line, f.end) for f in fences] == [("markdown", 8, 12), ("yaml", 16, 18)]
    assert fences[0].body == ("```bash", "echo 1", "```")


@pytest.mark.parametrize(
    ("info", "language"),
    [("bash", "bash"), ("", ""), ('title="x"', ""), ("{.nft}", "nft"), ("Bash hl_lines=1", "bash"), ("c++", "c++")],
)
def test_language_of_a_fence(info: str, language: str) -> None:
    assert parse_page("a.md", f"```{info}\nx\n```").fences[0].language == language


def test_an_unclosed_fence_runs_to_the_end() -> None:
    assert parse_body(["甲", "```bash", "乙", "丙"]) == ["甲", "", "", ""]


@pytest.mark.parametrize(
    ("text", "fenced"),
    [
        ("```text\n甲\n````\n乙\n```\n丙", "甲\n````\n乙\n"),
        ("> ```text\n> 甲\n> ```\n\n丙", "甲\n"),
        ("- 一\n\n\t```text\n\t甲\n\t```\n\n丙", "甲\n"),
        ("```text\n甲\n    ```\n```\n丙", "甲\n    ```\n"),
        ('```text title="`a`"\n甲\n```\n丙', "甲\n"),
    ],
)
def test_a_fence_is_what_superfences_makes_one(text: str, fenced: str) -> None:
    """A fence ends at the same mark in the same column; it may be quoted, and indented with a tab."""
    (fence,) = parse_page("a.md", text).fences
    assert fence.closed
    assert "丙" in parse_body(text.splitlines())
    assert not any("甲" in line for line in parse_body(text.splitlines()))
    html = Markdown(extensions=["pymdownx.superfences"]).convert(text)
    (code,) = BeautifulSoup(html, "html.parser").select("code")
    assert code.get_text() == fenced


def test_front_matter_keeps_its_lines() -> None:
    page = parse_page("iptables/a.md", PAGE)
    assert page.topic == "iptables"
    assert page.meta["symptoms"][0]["see"] == "why"
    assert page.meta_lines.of("symptoms", 0) == 4


def test_bad_front_matter_names_page_and_line() -> None:
    with pytest.raises(MistakeError, match=r"docs/a\.md:3: "):
        parse_page("a.md", "---\ntitle: 甲\n  bad: [\n---\n")


def test_headings_have_line_level_title_and_id() -> None:
    prose = ["# 页", "", "## 甲 {#a}", "### 乙 {: #b .no-terms }", "## 丙", "#没有空格 {#c}", "段落 {#d}"]
    assert list(headings(prose)) == [
        Heading(1, 1, "页", ""),
        Heading(3, 2, "甲", "a"),
        Heading(4, 3, "乙", "b"),
        Heading(5, 2, "丙", ""),
    ]
    assert heading_ids(prose) == {"a", "b"}


def test_a_byte_order_mark_and_front_matter_that_is_no_mapping_are_passed_over() -> None:
    page = parse_page("a.md", "\ufeff---\ntitle: 甲\n---\n乙")
    assert (page.meta, page.prose[-1]) == ({"title": "甲"}, "乙")
    assert parse_page("a.md", "---\n- 甲\n---\n乙").meta == {}


def test_a_line_with_backticks_in_its_text_is_code_in_a_line_and_no_fence() -> None:
    assert parse_page("a.md", "```a` b```\n乙").fences == ()


def test_a_page_at_the_top_has_no_topic() -> None:
    assert [parse_page(path, "").topic for path in ("index.md", "iptables/a.md", "iptables/b/c.md")] == [
        "",
        "iptables",
        "iptables",
    ]
