"""What of a transcript is a command, what an output: only commands may be copied."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from markdown import Markdown

from handbook.examples.transcript import LANGUAGE, check_options, format_transcript, read_transcript

FENCE = {"name": LANGUAGE, "class": LANGUAGE, "format": format_transcript, "validator": check_options}


def _render(source: str) -> BeautifulSoup:
    configs = {"pymdownx.superfences": {"custom_fences": [FENCE]}}
    md = Markdown(extensions=["pymdownx.superfences"], extension_configs=configs)
    return BeautifulSoup(md.convert(source), "html.parser")


def test_each_line_says_what_it_is_and_nothing_is_lost() -> None:
    text = "server# ss -ltn\nState Recv-Q\n# 说明\n✓ 在监听\n[退出码 1]"
    soup = _render(f'```console title="examples/a/b/expected.txt"\n{text}\n```')
    block = soup.select_one("div.highlight.transcript")
    assert block
    assert block.select_one(".filename").get_text() == "examples/a/b/expected.txt"  # type: ignore[union-attr]
    assert block.select_one("pre > code").get_text() == text + "\n"  # type: ignore[union-attr]
    assert [span.get_text() for span in block.select(".transcript-command")] == ["ss -ltn\n"]
    assert [span.get_text() for span in block.select(".transcript-prompt")] == ["server# "]
    assert [span.get_text() for span in block.select(".transcript-note, .transcript-claim")] == [
        "# 说明\n",
        "✓ 在监听\n",
    ]
    assert len(block.select(".transcript-output")) == 2


def test_what_is_not_text_is_escaped() -> None:
    soup = _render("```console\nlocal# echo '<b>' && true\n<script>alert(1)</script>\n```")
    assert not soup.select("b, script")
    assert "echo '<b>' && true" in soup.get_text()


@pytest.mark.parametrize(
    ("lines", "command"),
    [
        (["a# echo 'x", "y'", "x"], "a# echo 'x\ny'"),
        (["a# echo x \\", "  y", "x y"], "a# echo x \\\n  y"),
        (['a# echo "it\'s"', "it's"], 'a# echo "it\'s"'),
        (["a# echo it's # 没有收尾的引号", "x"], "a# echo it's # 没有收尾的引号"),
        (["bash-5.2# id", "uid=0"], "bash-5.2# id"),
        (["root@x:~# id", "uid=0"], "root@x:~# id"),
        (["grub> ls", "(hd0)"], "grub> ls"),
        (["MariaDB [db]> SELECT 1;", "1"], "MariaDB [db]> SELECT 1;"),
    ],
)
def test_a_command_goes_on_while_a_quote_is_open_or_after_a_backslash(lines: list[str], command: str) -> None:
    assert next(text for kind, text in read_transcript(lines) if kind == "command") == command


@pytest.mark.parametrize("line", ["# 说明", "100# ", "Chain INPUT (policy ACCEPT)", "-A INPUT -j DROP", "✗ 不成立"])
def test_other_lines_are_no_commands(line: str) -> None:
    assert [kind for kind, _ in read_transcript([line])] != ["command"]


def test_a_fence_with_other_options_is_left_to_the_highlighter() -> None:
    soup = _render('```console linenums="1"\nlocal# ls\n```')
    assert not soup.select(".transcript")
    assert "local# ls" in soup.get_text()
