from __future__ import annotations

from types import SimpleNamespace

import pytest

from handbook.glossary.references import ShownPage, no_such_section, shown_page, source_lines, use_items
from handbook.glossary.terms import Term

PAGES = {
    "a.md": ShownPage("../a/", "甲 &amp; 乙", {"x": "<code>x</code> 节"}, {"x"}),
    "b.md": ShownPage("../b/", "丙", {}, {"y"}),
}


def _term(name: str, page: str) -> Term:
    return Term(name, name, name, "定义。", page, "iptables")


def test_a_line_leads_to_where_a_term_is_explained() -> None:
    terms = [_term("one", "a.md#x"), _term("two", "b.md"), _term("three", "b.md#y"), _term("four", "gone.md")]
    lines, lost = source_lines(terms, PAGES)
    assert list(lines) == ["one", "two", "three"]
    assert '<a href="../a/#x">甲 &amp; 乙 › <code>x</code> 节</a>' in lines["one"]
    assert '<a href="../b/">丙</a>' in lines["two"]
    assert '<a href="../b/#y">丙</a>' in lines["three"]
    assert lost == []


def test_a_section_that_is_not_there_is_told() -> None:
    term = _term("one", "a.md#gone")
    lines, lost = source_lines([term], PAGES)
    assert lost == [term]
    assert "one" in lines


def test_the_message_says_term_place_and_remedy() -> None:
    assert no_such_section(_term("one", "a.md#gone")) == (
        '词条 "one"：a.md 渲染出来没有 #gone；改正 page，或把 id 写在标题上'
    )


@pytest.mark.parametrize(("address", "shown"), [("../a/", "../a/"), ("..", "../")])
def test_a_page_is_shown_with_all_its_headings(address: str, shown: str) -> None:
    inner = SimpleNamespace(id="y", title="乙", children=[])
    toc = [SimpleNamespace(id="x", title="<code>甲</code>", children=[inner])]
    page = SimpleNamespace(toc=toc, present_anchor_ids={"x", "y", "z"})
    headings = {"x": "<code>甲</code>", "y": "乙"}
    assert shown_page(page, address, "题") == ShownPage(shown, "题", headings, {"x", "y", "z"})


def test_an_item_names_the_sections_and_the_page_itself_where_there_is_none() -> None:
    uses = {
        "b.md": [("one", "")],
        "a.md": [("one", "x"), ("two", "x"), ("one", "z"), ("two", "")],
        "gone.md": [("one", "")],
    }
    assert use_items(uses, PAGES) == {
        "one": [
            '<a href="../b/">丙</a>',
            '甲 &amp; 乙（<a href="../a/#x"><code>x</code> 节</a>、<a href="../a/#z">z</a>）',
        ],
        "two": ['甲 &amp; 乙（<a href="../a/#x"><code>x</code> 节</a>）'],
    }
