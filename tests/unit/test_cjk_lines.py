"""Line breaks in Chinese text leave no gap; everything else stays."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from markdown import Markdown

from handbook.cjk_lines import CjkLinesExtension, join_lines
from handbook.glossary.extension import GlossaryExtension
from handbook.glossary.terms import Term


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("第一行\n第二行", "第一行第二行"),
        ("走 INPUT。\n走 FORWARD", "走 INPUT。走 FORWARD"),
        ("走 INPUT\n，再走", "走 INPUT，再走"),
        ("用 nft\n加载", "用 nft\n加载"),
        ("加载\nnft 文件", "加载\nnft 文件"),
        ("one\ntwo", "one\ntwo"),
        ("（见\n下文）\n再说", "（见下文）再说"),
        ("〔甲〕\n乙", "〔甲〕乙"),
        ("𠮷\n𠮷", "𠮷𠮷"),
        ("前面\n  后面", "前面后面"),
    ],
)
def test_join_lines(text: str, joined: str) -> None:
    assert join_lines(text) == joined


def render(text: str) -> BeautifulSoup:
    return BeautifulSoup(Markdown(extensions=["fenced_code", CjkLinesExtension()]).convert(text), "html.parser")


def test_paragraphs_are_joined_and_code_is_not() -> None:
    soup = render("甲**乙\n丙**。\n丁\n\n```text\n甲\n乙\n```\n")
    assert soup.p is not None
    assert soup.p.get_text() == "甲乙丙。丁"
    assert soup.pre is not None
    assert soup.pre.get_text() == "甲\n乙\n"


def test_a_hard_break_stays() -> None:
    soup = render("甲  \n乙")
    assert soup.br is not None


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("这是**粗体**\n后面", "这是粗体后面"),
        ("前面\n**粗体**", "前面粗体"),
        ("见[握手](tcp.md)\n后面", "见握手后面"),
        ("**甲**\n*乙*\n丙", "甲乙丙"),
        ("甲**乙\n*丙*\n丁**", "甲乙丙丁"),
        ("- 前面\n  后面", "前面后面"),
        ("用 `nft`\n加载", "用 nft\n加载"),
        ("加载\n`nft`", "加载\nnft"),
        ("见[RFC](x.md)\n后面", "见RFC\n后面"),
        ("**粗体**\nnft", "粗体\nnft"),
    ],
)
def test_lines_are_joined_across_elements(source: str, shown: str) -> None:
    assert render(source).get_text().strip() == shown


def test_a_break_between_blocks_is_not_running_text() -> None:
    soup = render("- 甲\n- 乙\n")
    assert [li.get_text() for li in soup("li")] == ["甲", "乙"]


def test_a_term_that_a_line_break_parts_is_linked_whole() -> None:
    term = Term("ct", "连接跟踪", "conntrack", "定义。", "a.md#x", "a")
    html = Markdown(extensions=[GlossaryExtension([term]), CjkLinesExtension()]).convert("看连接\n跟踪表")
    assert [link.get_text() for link in BeautifulSoup(html, "html.parser").select("a.term")] == ["连接跟踪"]
