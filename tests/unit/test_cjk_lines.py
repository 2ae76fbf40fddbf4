"""Line breaks in Chinese text leave no gap; everything else stays."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from markdown import Markdown

from cjk_lines import CjkLinesExtension, join_lines


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
