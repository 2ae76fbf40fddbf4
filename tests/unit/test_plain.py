from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

from handbook.plain import in_markdown

EXTENSIONS = ["attr_list", "tables", "footnotes", "md_in_html", "def_list"]


def _shown(text: str) -> BeautifulSoup:
    return BeautifulSoup(Markdown(extensions=EXTENSIONS).convert(f"前 {in_markdown(text)} 后"), "html.parser")


@pytest.mark.parametrize(
    "text",
    [
        "<script>x</script>",
        'a "b" <img src=x onerror=y>',
        "[甲](javascript:x)",
        "甲{: onclick=x }",
        "*甲* **乙** _丙_ __丁__",
        "&lt;b> AT&T",
        "a|b",
        "\\*甲\\*",
        "[^1]",
        "只有一个 ` 反引号",
    ],
)
def test_a_text_shows_as_it_was_written(text: str) -> None:
    soup = _shown(text)
    assert soup.get_text() == f"前 {text} 后"
    assert [tag.name for tag in soup.find_all(True)] == ["p"]


def test_code_spans_stay_code_and_words_stay_whole() -> None:
    assert in_markdown("`a_b|<c>` 和 TIME_WAIT") == "`a_b|<c>` 和 TIME_WAIT"


@given(st.text(alphabet="<>&\"'[](){}*_|\\!:.# ab甲", max_size=30))
def test_nothing_in_a_text_becomes_an_element_or_an_attribute(text: str) -> None:
    soup = _shown(text)
    assert [(tag.name, tag.attrs) for tag in soup.find_all(True)] == [("p", {})]
    assert "".join(soup.get_text().split()) == "".join(f"前{text}后".split())
