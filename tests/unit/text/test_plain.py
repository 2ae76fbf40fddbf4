"""A page as text: numbered sections, commands in one piece, links below each section."""

from __future__ import annotations

import pytest

from handbook.text.blocks import read_page
from handbook.text.plain import fence_for, file_of, name_of, number_headings, write_page

FILES = frozenset({"index.txt", "iptables/nat.txt", "iptables/state.txt"})


def text(html: str) -> str:
    """Return the text of a page with this content, without its head."""
    page = read_page(f"<article><h1>题</h1>{html}</article>", "iptables/nat/")
    written = write_page(page, "https://h.example/", FILES)
    head = "== iptables/nat ==\n题\nhttps://h.example/iptables/nat/\n\n"
    assert written.startswith(head)
    return written.removeprefix(head)


@pytest.mark.parametrize(
    ("address", "file"),
    [
        ("a/b/#c", "a/b.txt#c"),
        ("./", "index.txt"),
        ("./#x", "index.txt#x"),
        ("", "index.txt"),
        ("a/x.zip", "a/x.zip"),
    ],
)
def test_files(address: str, file: str) -> None:
    assert file_of(address) == file


def test_names() -> None:
    assert (name_of(""), name_of("a/b/")) == ("index", "a/b")


def test_sections_have_numbers_and_names() -> None:
    html = (
        '<h2 id="a">甲</h2><h3 id="b">乙</h3><h3 id="c">丙</h3><h4 id="d">丁</h4><h2 id="e">戊</h2><h3 id="f">己</h3>'
    )
    page = read_page(f"<article><h1>题</h1>{html}</article>", "")
    assert number_headings(page.blocks) == {"a": "1", "b": "1.1", "c": "1.2", "d": "1.2.1", "e": "2", "f": "2.1"}
    lines = text(html).split("\n")
    assert lines[:4] == ["1 甲", "-" * 77 + " #a", "", "1.1 乙  #b"]


def test_a_long_heading_has_its_name_below() -> None:
    assert text(f'<h2 id="a">甲</h2><h3 id="bcd">{"长" * 37}</h3>').split("\n")[3:] == [
        f"1.1 {'长' * 37}",
        "  #bcd",
        "",
    ]


def test_links_stand_below_their_section() -> None:
    html = (
        '<h2 id="a">甲</h2><p>看<a href="../state/#x">一</a>，<a href="https://e.example/">二</a>，'
        '<a href="../state/#x">三</a>，<a href="#b">下面</a>，<a href="#nowhere">没有</a>。</p>'
        '<h2 id="b">乙</h2><p><a href="../../">首页</a></p>'
    )
    assert text(html) == (
        f"1 甲\n{'-' * 77} #a\n\n看一[1]，二[2]，三[1]，下面〔2〕，没有。\n\n"
        "  [1] iptables/state.txt#x\n  [2] https://e.example/\n\n"
        f"2 乙\n{'-' * 77} #b\n\n首页[3]\n\n  [3] index.txt\n"
    )


def test_a_link_to_what_has_no_text_leads_to_the_page() -> None:
    assert text('<p><a href="../../book/x/">甲</a></p>').endswith("  [1] book/x/\n")


def test_an_entry_that_is_a_link_has_its_address_beside_it_or_below() -> None:
    html = f'<ul><li><a href="../state/#x">甲</a></li><li><a href="../state/#y">{"长" * 30}</a></li></ul>'
    assert text(html) == (f"- 甲  iptables/state.txt#x\n- {'长' * 30}\n    iptables/state.txt#y\n")


def test_code_is_never_broken_and_stands_at_the_beginning_of_the_line() -> None:
    line = "iptables " + "-m x " * 30 + "-j DROP"
    html = f'<div class="language-bash highlight"><span class="filename">a/x.sh</span><pre><code>{line}\n\n  b</code></pre></div>'
    assert text(html) == f"``` bash a/x.sh\n{line}\n\n  b\n```\n"
    assert text(f"<p>{'字' * 50}<code>a b c</code></p>") == f"{'字' * 40}\n{'字' * 10}`a b c`\n"


def test_code_with_fences_gets_longer_ones() -> None:
    assert fence_for("a\n````\nb") == "`````"


def test_nesting() -> None:
    html = (
        "<ol><li><p>甲</p><pre><code>x\ny</code></pre><p>乙</p></li><li>丙<ul><li>丁</li></ul></li></ol>"
        "<details><summary>问</summary><p>答</p><ul><li>戊</li></ul></details>"
    )
    assert text(html) == ("1. 甲\n   ```\n   x\n   y\n   ```\n\n   乙\n2. 丙\n   - 丁\n\n[问]\n  答\n\n  - 戊\n")


def test_risks_pairs_diagrams() -> None:
    html = (
        '<p class="risk risk-cut">风险：断流。全断。</p><dl><dt>名</dt><dd>值</dd><dt>另</dt><dd><ul><li>一</li></ul></dd></dl>'
        '<figure class="diagram"><figcaption>三条路</figcaption><details class="diagram-text"><p>先甲后乙</p></details></figure>'
    )
    assert text(html) == "【断流】全断。\n\n名：值\n另\n  - 一\n\n[图] 三条路\n  先甲后乙\n"


def test_a_box_shows_its_name() -> None:
    html = '<details class="correction" id="c"><summary>x</summary><dl><dt>流传的说法</dt><dd>甲</dd></dl></details>'
    assert text(html) == "[误传]  #c\n  误传：甲\n"
