from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from markdown import Markdown

from handbook.markers import MarkerError
from handbook.page import Page, PageExtension
from handbook.practice.extension import PracticeExtension
from unit.practice.test_questions import write_book

EXTENSIONS = ["admonition", "attr_list", "md_in_html", "pymdownx.details", "pymdownx.superfences"]


def _extension(root: Path) -> PracticeExtension:
    return PracticeExtension(docs=f"{root}/docs", data=f"{root}/data")


def convert(root: Path, text: str, page: str = "practice/iptables.md") -> BeautifulSoup:
    """Return a text as the page ``page`` has it."""
    md = Markdown(extensions=[*EXTENSIONS, PageExtension(Page(page)), _extension(root)])
    return BeautifulSoup(md.convert(text), "html.parser")


def test_a_question_has_its_id_and_reads_as_before(tmp_path: Path) -> None:
    text = '??? question "`{ print }` 是什么？" {#q-a see=b}\n    答\n\n???+ note "旁注"\n    文'
    question, note = convert(tmp_path, text)("details")
    assert (question["id"], question["class"]) == ("q-a", ["question"])
    assert [summary.get_text() for summary in question("summary")] == ["{ print } 是什么？"]
    assert "id" not in note.attrs
    assert not question.select(".question-answer")


def test_what_stands_in_code_is_left_alone(tmp_path: Path) -> None:
    line = '??? question "甲？" {#q-a see=b}'
    assert convert(tmp_path, f"```markdown\n{line}\n```").get_text().strip() == line


def test_a_topic_is_listed_with_each_answer_in_a_box(tmp_path: Path) -> None:
    soup = convert(write_book(tmp_path), "<!-- list: practice iptables -->")
    assert [heading["id"] for heading in soup("h2")] == ["interview", "page"]
    ids = ["q-state-udp-too", "q-state-one", "q-state-two"]
    assert [details["id"] for details in soup.select(".question-list > details:not([open])")] == ids
    assert [[child.name for child in details.find_all(recursive=False)] for details in soup("details")] == [
        ["summary", "div"]
    ] * 3
    assert [a["href"] for a in soup.select("#q-state-one .question-source")] == ["../iptables/state.md#udp"]


def test_without_a_topic_all_are_listed(tmp_path: Path) -> None:
    links = convert(write_book(tmp_path), "<!-- list: practice -->", "self-test.md")("a")
    assert [a["href"] for a in links] == ["practice/iptables.md", "practice/network.md"]


def test_a_misspelt_topic_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Exception, match="没有专题 iptable；是不是 iptables？") as caught:
        convert(write_book(tmp_path), "<!-- list: practice iptable -->")
    assert not isinstance(caught.value, MarkerError)  # it names file and line


@pytest.mark.parametrize(
    ("marker", "changed", "depends"),
    [
        ("<!-- list: practice iptables -->", "docs/iptables/state.md", True),
        ("<!-- list: practice iptables -->", "data/interview/iptables.yml", True),
        ("<!-- list: practice network -->", "data/interview/iptables.yml", False),
        ("<!-- list: practice -->", "data/interview/iptables.yml", True),
        ("文字", "docs/iptables/state.md", False),
    ],
)
def test_a_page_depends_on_the_questions_that_it_lists(
    tmp_path: Path, marker: str, changed: str, depends: bool
) -> None:
    root = write_book(tmp_path)
    before = repr(_extension(root).depends_on(marker))
    file = root / changed
    file.write_text(file.read_text("utf-8").replace("？", "吗？").replace("有。", "没有。"), encoding="utf-8")
    assert (repr(_extension(root).depends_on(marker)) != before) is depends
