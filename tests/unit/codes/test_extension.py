"""The markers of the codes on a page: cards with links from their page, and the list of vocabularies."""

from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from markdown import Markdown

from handbook.codes.data import Code, Vocabulary
from handbook.codes.extension import CodesExtension
from handbook.page import Page, PageExtension
from unit.codes.test_data import CODE, GOOD, OTHER, write

EXTENSIONS = ["tables", "attr_list", "md_in_html", "def_list", "toc"]


@pytest.fixture
def vocabularies(tmp_path: Path) -> dict[str, Vocabulary]:
    unsaid = {key: value for key, value in OTHER.items() if key != "said"} | {"reason": "要一台 <QUIC> 服务器"}
    strange = CODE | {"not": "不是 {#x} 也不是 [链](y)", "first": "openssl s_client </dev/null | grep '*'"}
    return write(tmp_path, GOOD | {"codes": [strange, unsaid]})


def _convert(vocabularies: dict[str, Vocabulary], marker: str, page: str = "codes/curl.md") -> BeautifulSoup:
    md = Markdown(extensions=[*EXTENSIONS, PageExtension(Page(page)), CodesExtension(vocabularies)])
    return BeautifulSoup(md.convert(f"前\n\n<!-- list: {marker} -->\n\n后"), "html.parser")


def test_each_code_is_a_card_with_its_anchor_and_its_facts(vocabularies: dict[str, Vocabulary]) -> None:
    soup = _convert(vocabularies, "codes curl")
    cards = soup.select(".code-list > .code-entry")
    assert [card.h3["id"] for card in cards if card.h3] == ["code-6", "code-56"]
    first, second = cards
    assert [dt.get_text() for dt in first("dt")] == ["原话", "别当成", "先查", "详见", "触发"]
    assert [code.get_text() for code in first("code")] == [
        "curl: (6) Could not resolve host",
        "openssl s_client </dev/null | grep '*'",
    ]
    assert "不是 {#x} 也不是 [链](y)" in first.get_text()
    assert [a["href"] for a in first("a")] == ["../network/dns.md#order", "../verification.md#network--faults"]
    assert "没有：要一台 <QUIC> 服务器" in second.get_text()
    assert soup("p")[-1].get_text() == "后"


def test_the_filter_and_the_figures_stand_above(vocabularies: dict[str, Vocabulary]) -> None:
    soup = _convert(vocabularies, "codes curl")
    box = soup.select_one(".code-list > .entry-filter[data-noun=错误码]")
    assert box
    assert box.select_one("[role=status]").get_text() == "共 2 条"  # type: ignore[union-attr]
    assert "共 2 条，1 条由示例触发过" in soup.get_text()
    assert "其余 1 条写明为什么没有" in soup.get_text()


def test_a_document_that_holds_the_list_is_linked(tmp_path: Path) -> None:
    url = "https://example.org/codes"
    given = write(tmp_path, GOOD | {"codes": [CODE], "list": {"source": "手册第 8 节", "url": url}})
    assert [a.get_text() for a in _convert(given, "codes curl").select(f'a[href="{url}"]')] == ["手册第 8 节"]


def test_the_list_of_vocabularies_counts(vocabularies: dict[str, Vocabulary]) -> None:
    soup = _convert(vocabularies, "codes", "codes/index.md")
    assert [cell.get_text() for cell in soup("td")] == ["curl 的退出码", "2", "1", "50%"]
    assert [a["href"] for a in soup("a")] == ["curl.md"]


def test_a_name_that_is_none_says_which_is_meant(vocabularies: dict[str, Vocabulary]) -> None:
    with pytest.raises(ValueError, match=r"没有 data/codes/crul.yml；改正名字，是不是 curl"):
        _convert(vocabularies, "codes crul")


def test_only_pages_that_show_codes_depend_on_them(vocabularies: dict[str, Vocabulary]) -> None:
    extension = CodesExtension(vocabularies)
    assert extension.depends_on("文字") == []
    assert extension.depends_on("<!-- list: codes curl -->") == [vocabularies["curl"]]
    assert extension.depends_on("<!-- list: codes -->") == [vocabularies]


def test_a_moved_entry_changes_no_page() -> None:
    one = Code("a", "1", "", (), "一。", "", "ls", "a.md#a", "甲", "", "", "理由", "", 3)
    other = Code("a", "1", "", (), "一。", "", "ls", "a.md#a", "甲", "", "", "理由", "", 9)
    assert one == other
    assert repr(one) == repr(other)
