"""The tree that plain text is written from is that of the page."""

from __future__ import annotations

from handbook.text.html import read_html


def test_elements_stand_in_elements() -> None:
    root = read_html('<div class="a b" id="x"><p>甲<br>乙 &amp; <b>丙</b></p></div><p>丁</p>')
    box, last = root.nodes
    assert (box.classes, box.attributes["id"]) == (["a", "b"], "x")
    assert [node.tag for node in box.walk()] == ["div", "p", "br", "b"]
    assert (box.text(), last.text()) == ("甲乙 & 丙", "丁")


def test_an_end_that_was_left_out_comes_before_the_next_block() -> None:
    root = read_html("<div><p>甲<p>乙<ul><li>丙<li>丁</ul></div>")
    box = root.nodes[0]
    assert [node.tag for node in box.nodes] == ["p", "p", "ul"]
    assert [item.text() for item in box.nodes[2].nodes] == ["丙", "丁"]


def test_an_end_without_a_beginning_is_nothing() -> None:
    assert read_html("<p>甲</b>乙</p>").nodes[0].text() == "甲乙"


def test_find() -> None:
    root = read_html('<p><span>甲</span><span class="x">乙</span></p>')
    first, second, none = root.find("span"), root.find("span", "x"), root.find("span", "y")
    assert first and second and none is None
    assert (first.text(), second.text()) == ("甲", "乙")
