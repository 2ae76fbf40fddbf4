from __future__ import annotations

import re

import pytest

from page_source import parse_body, parse_page, replace_lines
from yaml_lines import YamlError

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
    assert parse_body("甲\n```bash\n乙\n丙") == ["甲", "", "", ""]


def test_front_matter_keeps_its_lines() -> None:
    page = parse_page("iptables/a.md", PAGE)
    assert page.topic == "iptables"
    assert page.meta["symptoms"][0]["see"] == "why"
    assert page.meta_lines.of("symptoms", 0) == 4


def test_bad_front_matter_names_page_and_line() -> None:
    with pytest.raises(YamlError, match=r"docs/a\.md:3: "):
        parse_page("a.md", "---\ntitle: 甲\n  bad: [\n---\n")


def test_replace_lines_leaves_fences_alone() -> None:
    text = "@x\n```text\n@x\n```\n a @x"
    assert replace_lines(text, re.compile("@x"), lambda m: "Y") == "Y\n```text\n@x\n```\n a @x"
