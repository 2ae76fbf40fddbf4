"""handbook.glossary.marks: what a page carries in place of links, what becomes of it, and where links lead."""

from __future__ import annotations

import pytest

from handbook.glossary.marks import fill_links, mark, site_address

PAGE = f"<p>使用{mark('Pod', 'pod')}部署，{mark('A &amp; B', 'a-b')}。</p>"
TITLES = {"pod": "一组容器。", "a-b": "&quot;两者&quot;"}


def test_marks_become_links() -> None:
    assert fill_links(PAGE, TITLES, "../glossary/") == (
        '<p>使用<a class="term" href="../glossary/#pod" title="一组容器。" data-term="pod">Pod</a>部署，'
        '<a class="term" href="../glossary/#a-b" title="&quot;两者&quot;" data-term="a-b">A &amp; B</a>。</p>'
    )


def test_address_is_escaped() -> None:
    assert 'href="a&amp;&quot;b#pod"' in fill_links(mark("Pod", "pod"), TITLES, 'a&"b')


def test_forged_mark_keeps_its_text() -> None:
    assert fill_links(mark("文字", "nobody"), TITLES, "g/") == "文字"


@pytest.mark.parametrize(
    ("target", "page", "folder", "file"),
    [
        ("glossary.md", "index.md", "glossary/", "glossary.html"),
        ("glossary.md", "", "glossary/", "glossary.html"),
        ("glossary.md", "tags.md", "../glossary/", "glossary.html"),
        ("glossary.md", "iptables/state.md", "../../glossary/", "../glossary.html"),
        ("glossary.md", "iptables/index.md", "../glossary/", "../glossary.html"),
        ("glossary.md", "a/README.md", "../glossary/", "../glossary.html"),
        ("a/terms.md", "a/b.md", "../terms/", "terms.html"),
        ("index.md", "a/b.md", "../../", "../index.html"),
    ],
)
def test_an_address_leads_from_page_to_page(target: str, page: str, folder: str, file: str) -> None:
    assert site_address(target, page, directory_urls=True) == folder
    assert site_address(target, page, directory_urls=False) == file
