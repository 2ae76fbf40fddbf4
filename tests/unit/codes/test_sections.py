"""The links from a section to the codes that it explains."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from markdown import Markdown
from markdown.extensions import Extension

from handbook.codes.data import Vocabulary
from handbook.codes.extension import CodesExtension
from handbook.codes.sections import MOST, explained_codes
from handbook.page import Page, PageExtension
from unit.codes.test_data import CODE, GOOD, OTHER, write

PAGE = "# 题\n\n开头\n\n## 次序 {#order}\n\n正文\n\n### 更细 {#fine}\n\n细节\n\n## 别的 {#rest}\n\n完"


@pytest.fixture
def curl(tmp_path: Path) -> Vocabulary:
    return write(tmp_path, GOOD | {"codes": [CODE, OTHER]})["curl"]


def _convert(vocabulary: Vocabulary, page: str = "network/dns.md") -> BeautifulSoup:
    extensions: list[str | Extension] = ["attr_list", PageExtension(Page(page))]
    extensions.append(CodesExtension({vocabulary.id: vocabulary}))
    return BeautifulSoup(Markdown(extensions=extensions).convert(PAGE), "html.parser")


def test_the_links_end_what_stands_directly_below_the_heading(curl: Vocabulary) -> None:
    soup = _convert(curl)
    (paragraph,) = soup.select(".section-codes")
    assert paragraph.get_text() == "错误码：curl 6、curl 56"
    assert [a["href"] for a in paragraph("a")] == ["../codes/curl.md#code-6", "../codes/curl.md#code-56"]
    before, after = paragraph.find_previous_sibling(), paragraph.find_next_sibling()
    assert before is not None and before.get_text() == "正文"
    assert after is not None and after["id"] == "fine"


def test_the_last_section_of_a_page_has_them_too(curl: Vocabulary) -> None:
    soup = _convert(replace(curl, codes=tuple(replace(code, see="network/dns.md#rest") for code in curl.codes)))
    assert [element.get_text() for element in soup.find_all(recursive=False)][-2:] == ["完", "错误码：curl 6、curl 56"]


def test_each_section_has_its_own(curl: Vocabulary) -> None:
    first, second = curl.codes
    soup = _convert(replace(curl, codes=(first, replace(second, see="network/dns.md#rest"))))
    found = [(p.find_previous(["h2", "h3"])["id"], p.get_text()) for p in soup.select(".section-codes")]  # type: ignore[index]
    assert found == [("order", "错误码：curl 6"), ("rest", "错误码：curl 56")]
    assert soup.find_all(recursive=False)[-1].get_text() == "错误码：curl 56"


def test_many_codes_are_one_link_to_all_of_them(curl: Vocabulary) -> None:
    codes = tuple(replace(curl.codes[0], id=f"code-{n}", number=str(n)) for n in range(MOST + 1))
    (link,) = _convert(replace(curl, codes=codes)).select(".section-codes a")
    assert (link.get_text(), link["href"]) == (f"curl 的退出码，{MOST + 1} 条", "../codes/curl.md")


@pytest.mark.parametrize(
    ("number", "name", "alone", "said"),
    [
        ("28", "ENOSPC", True, "curl 28 ENOSPC"),
        ("28", "ENOSPC", False, "curl 28"),
        ("28", "CURLE_OPERATION_TIMEDOUT", True, "curl 28"),
        ("", "sD", False, "curl sD"),
    ],
)
def test_a_code_is_called_by_its_number_and_a_short_name(
    curl: Vocabulary, number: str, name: str, *, alone: bool, said: str
) -> None:
    codes = (replace(curl.codes[0], number=number, name=name),)
    (link,) = _convert(replace(curl, codes=codes, alone=alone)).select(".section-codes a")
    assert link.get_text() == said


def test_other_pages_and_the_codes_own_page_have_none(curl: Vocabulary) -> None:
    assert not _convert(curl, "network/tcp.md").select(".section-codes")
    own = replace(curl, codes=tuple(replace(code, see="codes/curl.md#order") for code in curl.codes))
    assert explained_codes([own]) == {}


def test_a_page_depends_on_the_codes_that_its_sections_explain(curl: Vocabulary) -> None:
    extension = CodesExtension({"curl": curl})
    other = CodesExtension({"curl": replace(curl, codes=curl.codes[:1])})
    assert extension.depends_on("## 别的 {#rest}") == []
    assert repr(extension.depends_on(PAGE)) != repr(other.depends_on(PAGE))
