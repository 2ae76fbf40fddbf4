"""glossary_marks: what a page carries in place of links while it is being made."""

from __future__ import annotations

from glossary_marks import drop_marks, fill_links, mark

PAGE = f"<p>使用{mark('Pod', 'pod')}部署，{mark('A &amp; B', 'a-b')}。</p>"
TITLES = {"pod": "一组容器。", "a-b": "&quot;两者&quot;"}


def test_marks_become_links() -> None:
    assert fill_links(PAGE, TITLES, "../glossary/") == (
        '<p>使用<a class="term" href="../glossary/#pod" title="一组容器。" data-term="pod">Pod</a>部署，'
        '<a class="term" href="../glossary/#a-b" title="&quot;两者&quot;" data-term="a-b">A &amp; B</a>。</p>'
    )


def test_marks_leave_the_text_to_the_search() -> None:
    assert drop_marks(PAGE) == "<p>使用Pod部署，A &amp; B。</p>"


def test_address_is_escaped() -> None:
    assert 'href="a&amp;&quot;b#pod"' in fill_links(mark("Pod", "pod"), TITLES, 'a&"b')


def test_forged_mark_keeps_its_text() -> None:
    assert fill_links(mark("文字", "nobody"), TITLES, "g/") == "文字"
