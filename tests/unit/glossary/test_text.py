"""A rendered page as one text: what runs on, what parts it, where a link may stand, and which section a place is in."""

from __future__ import annotations

from xml.etree.ElementTree import Comment, Element, SubElement, fromstring

import pytest
from markdown.util import AtomicString

from handbook.glossary.text import PageText, clean_text, read_page


def _read(xml: str, *raw: str) -> PageText:
    return read_page(fromstring(f"<div>{xml}</div>"), raw)  # noqa: S314 - the test's own


def _open(page: PageText) -> list[str]:
    """Return the stretches that may hold links."""
    return [page.text[start:end] for start, end in zip(page.starts, page.ends, strict=True)]


def _words(page: PageText) -> list[str]:
    """Return what the page's text has between the ends of blocks and what is not text."""
    return [word for word in page.text.replace("\x01", "\x00").split("\x00") if word.strip()]


@pytest.mark.parametrize(
    ("xml", "words"),
    [
        ("<p>连接<strong>跟踪</strong>表</p>", ["连接跟踪表"]),
        ("<p>连接<code>跟踪</code>表</p>", ["连接跟踪表"]),
        ("<p>连接</p><p>跟踪</p>", ["连接", "跟踪"]),
        ("<p>连接<br/>跟踪</p>", ["连接", "跟踪"]),
        ("<p>连接<img/>跟踪</p>", ["连接", "跟踪"]),
        # The number of a footnote parts nothing that is one word.
        ("<p>连接<sup>1</sup>跟踪</p>", ["连接", "1", "跟踪"]),
        ("<p>Pod\n亲和性</p>", ["Pod 亲和性"]),
    ],
)
def test_inline_elements_run_on_and_everything_else_parts(xml: str, words: list[str]) -> None:
    assert _words(_read(xml)) == words


@pytest.mark.parametrize(
    ("xml", "stretches"),
    [
        ("<p>甲<code>乙</code>丙</p>", ["甲", "丙"]),
        ("<h2>甲</h2><p>乙</p>", ["乙"]),
        ("<p><a>甲<em>乙</em></a>丙</p>", ["丙"]),
        ('<p class="no-terms">甲<em>乙</em></p><p>丙</p>', ["丙"]),
        ('<p class="x no-term y">甲</p><p class="x">乙</p>', ["乙"]),
        ("<table><tr><th>甲</th><td>乙</td></tr></table>", ["乙"]),
        ("<p> </p>\n<p>甲</p>\n", ["甲"]),
    ],
)
def test_links_may_stand_in_running_text_only(xml: str, stretches: list[str]) -> None:
    assert _open(_read(xml)) == stretches


def test_what_a_processor_has_finished_holds_no_link() -> None:
    root = Element("div")
    SubElement(root, "p").text = AtomicString("甲")
    SubElement(root, "p").text = "乙"
    page = read_page(root, [])
    assert _open(page) == ["乙"]
    assert _words(page) == ["甲", "乙"]


def test_comments_in_the_tree_are_passed_over() -> None:
    """Other processors may put comments and processing instructions into the tree."""
    root = Element("div")
    paragraph = SubElement(root, "p")
    paragraph.append(Comment("Pod"))
    paragraph[0].tail = "Pod"
    assert _open(read_page(root, [])) == ["Pod"]


def test_every_stretch_leads_back_into_the_tree() -> None:
    root = fromstring("<div><p>一<em>二</em>三</p><ul><li>四</li></ul></div>")  # noqa: S314 - the test's own
    page = read_page(root, [])
    for number in range(len(page.starts)):
        slot = page.slot(number)
        assert slot.text() == page.text[page.starts[number] : page.ends[number]]
        slot.write(f"[{slot.text()}]")
    assert "".join(root.itertext()) == "[一][二][三][四]"


def test_a_place_has_the_stretch_that_holds_all_of_it() -> None:
    page = _read("<p>连接<strong>跟踪</strong></p><p>表</p>")
    whole = page.text.index("连接")
    assert page.find_slot(whole, whole + 2) == 0
    assert page.find_slot(whole, whole + 3) == -1
    assert page.find_slot(whole + 2, whole + 4) == 1
    assert page.find_slot(0, 1) == -1


def test_what_raw_html_encloses_holds_no_link() -> None:
    raw = ("<b>", "</b>", "<br>")
    root = Element("div")
    SubElement(root, "p").text = "甲\x02wzxhzdk:0\x03乙\x02wzxhzdk:1\x03丙\x02wzxhzdk:2\x03丁"
    page = read_page(root, raw)
    linkable = [letter for letter in "甲乙丙丁" if page.find_slot(place := page.text.index(letter), place + 1) >= 0]
    assert linkable == ["甲", "丙", "丁"]


def test_a_raw_tag_that_nobody_closes_ends_with_its_block() -> None:
    root = Element("div")
    SubElement(root, "p").text = "甲\x02wzxhzdk:0\x03乙"
    SubElement(root, "p").text = "丙"
    page = read_page(root, ["<span>"])
    linkable = [letter for letter in "甲乙丙" if page.find_slot(place := page.text.index(letter), place + 1) >= 0]
    assert linkable == ["甲", "丙"]


def test_an_escaped_character_is_a_neighbour_and_keeps_its_width() -> None:
    root = Element("div")
    text = "a\x0295\x03Pod"
    SubElement(root, "p").text = text
    page = read_page(root, [])
    place = page.text.index("Pod")
    assert page.text[place - 1] == "_"
    assert page.text.index("Pod") - page.text.index("a") == text.index("Pod")


HEADED = '<h1 id="t">题</h1><p>甲</p><h2 id="a">一</h2><p id="here">乙</p><h3 id="a1">二</h3><p>丙</p><h2 id="b">三</h2><p>丁</p>'


def test_a_place_knows_its_section_and_the_headings_above_it() -> None:
    page = _read(HEADED)
    standings = {letter: page.standing(page.text.index(letter)) for letter in "甲乙丙丁"}
    assert standings == {"甲": (0, ("t",)), "乙": (1, ("t", "a")), "丙": (1, ("t", "a", "a1")), "丁": (2, ("t", "b"))}
    # A heading is the beginning of its own section.
    assert page.standing(page.text.index("一")) == (1, ("t", "a"))
    assert page.sections == ["", "a", "b"]
    assert page.section_of_id == {"t": "t", "a": "a", "here": "a", "a1": "a1", "b": "b"}


def test_a_footnote_stands_where_it_is_referred_to_first() -> None:
    page = _read(
        '<h2 id="a">一</h2><p>甲<sup id="fnref:1">1</sup></p><h2 id="b">二</h2><p>乙<sup id="fnref2:1">1</sup></p>'
        '<div><ol><li id="fn:1"><p>注</p></li></ol></div>'
    )
    assert page.standing(page.text.index("注")) == (1, ("a",))


def test_text_for_the_serializer_keeps_its_ampersands_and_has_no_control_characters() -> None:
    assert clean_text("a &lt; b\x00\x1f\n\x85c & d") == "a &amp;lt; b c &amp; d"
