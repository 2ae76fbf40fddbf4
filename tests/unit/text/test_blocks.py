"""A built page is read as the blocks that stand on it, with links as addresses of the site."""

from __future__ import annotations

import pytest

from handbook.text.blocks import (
    Block,
    Box,
    Code,
    Figure,
    Heading,
    Items,
    Line,
    Pairs,
    Paragraph,
    Span,
    Table,
    read_page,
)


def blocks(html: str, url: str = "iptables/nat/", diagrams: tuple[str, ...] = ()) -> list[Block]:
    """Return the blocks of a page with this content."""
    return read_page(f"<head></head><article><h1>题</h1>{html}</article>", url, diagrams).blocks


def test_title_and_description() -> None:
    html = '<meta name="description" content="甲 &amp; 乙"><article><h1>题<a class="headerlink">¶</a></h1></article>'
    page = read_page(html, "a/")
    assert (page.url, page.title, page.description, page.blocks) == ("a/", "题", "甲 & 乙", [])


def test_a_page_of_another_theme_is_refused() -> None:
    with pytest.raises(ValueError, match="no <article>"):
        read_page("<main><h1>题</h1></main>", "a/")
    with pytest.raises(ValueError, match="no <h1>"):
        read_page("<article></article>", "a/")


def test_running_text() -> None:
    html = "<p> 甲 <strong>乙\n丙</strong><code>a  b</code><em>丁</em><br>\n戊 </p>"
    assert blocks(html) == [
        Paragraph([Span("甲 "), Span("乙 丙", "strong"), Span("a b", "code"), Span("丁", "em"), Span("\n"), Span("戊")])
    ]


def test_text_between_blocks_is_a_paragraph() -> None:
    assert blocks("<div>甲<p>乙</p>丙</div>") == [
        Paragraph([Span("甲")]),
        Paragraph([Span("乙")]),
        Paragraph([Span("丙")]),
    ]


@pytest.mark.parametrize(
    ("href", "address"),
    [
        ("../state/#x", "iptables/state/#x"),
        ("../../glossary/", "glossary/"),
        ("../..", "./"),
        ("../../#by-topic", "./#by-topic"),
        ("#x", "#x"),
        ("#%E6%A0%87", "#标"),
        ("a.png", "iptables/nat/a.png"),
        ("https://example.org/a", "https://example.org/a"),
        ("mailto:a@example.org", "mailto:a@example.org"),
    ],
)
def test_links(href: str, address: str) -> None:
    assert blocks(f'<p><a href="{href}">甲</a></p>') == [Paragraph([Span("甲", "", address)])]


def test_links_of_the_home_page() -> None:
    assert blocks('<p><a href="a/#x">甲</a></p>', "") == [Paragraph([Span("甲", "", "a/#x")])]


def test_a_term_is_a_word() -> None:
    assert blocks('<p>用 <a class="term" href="../../glossary/#pod">Pod</a>。</p>') == [Paragraph([Span("用 Pod。")])]


def test_a_risk_keeps_its_label() -> None:
    assert blocks('<p class="risk risk-cut">风险：断流。全断。撤销：<code>x</code>。</p>') == [
        Paragraph([Span("全断。撤销："), Span("x", "code"), Span("。")], "断流")
    ]
    assert blocks('<p class="risk risk-final">风险：不可逆。</p>') == [Paragraph([], "不可逆")]


def test_code_with_its_file_and_without_its_colours() -> None:
    html = (
        '<div class="language-bash highlight"><span class="filename">a/x.sh</span><pre><span></span><code>'
        '<a id="l1" href="#l1"></a><span class="k">if</span> a &lt; b\n\n  c\n</code></pre></div><pre><code>d</code></pre>'
    )
    assert blocks(html) == [Code("if a < b\n\n  c", "bash", "a/x.sh"), Code("d")]


def test_lists_in_lists() -> None:
    html = "<ul><li>甲<ol><li>乙</li></ol></li><li><p>丙</p><p>丁</p></li></ul>"
    inner = Items([[Paragraph([Span("乙")])]], numbered=True)
    assert blocks(html) == [
        Items([[Paragraph([Span("甲")]), inner], [Paragraph([Span("丙")]), Paragraph([Span("丁")])]])
    ]


def test_tables() -> None:
    html = (
        '<div class="md-typeset__table"><table><thead><tr><th>甲</th><th></th></tr></thead>'
        "<tbody><tr><td>乙</td><td><code>x</code></td></tr></tbody></table></div>"
    )
    assert blocks(html) == [Table([[Span("甲")], []], [[[Span("乙")], [Span("x", "code")]]])]
    assert blocks("<table><tr><td>甲</td></tr></table>") == [Table([], [[[Span("甲")]]])]


def test_boxes() -> None:
    note = '<div class="admonition note"><p class="admonition-title">注意</p><p>甲</p></div>'
    folded = '<details id="q"><summary data-search-exclude>问</summary><p>答</p></details>'
    assert blocks(note + folded) == [
        Box([Span("注意")], [Paragraph([Span("甲")])]),
        Box([Span("问")], [Paragraph([Span("答")])], "q"),
    ]


def test_a_correction_says_what_is_wrong_and_what_is_true() -> None:
    html = (
        '<details class="correction" id="c"><summary><span class="correction-name">常见误解</span>误传：甲</summary>'
        "<dl><dt>流传的说法</dt><dd>甲</dd><dt>实际上</dt><dd>乙</dd><dt>证据</dt><dd>丙</dd></dl></details>"
    )
    pairs: list[tuple[Line, list[Block]]] = [
        ([Span(name)], [Paragraph([Span(told)])]) for name, told in (("误传", "甲"), ("实际", "乙"), ("证据", "丙"))
    ]
    assert blocks(html) == [Box([Span("常见误解")], [Pairs(pairs)], "c")]


def test_tabs_are_boxes() -> None:
    html = (
        '<div class="tabbed-set"><input><div class="tabbed-labels"><label>错</label><label>对</label></div>'
        '<div class="tabbed-content"><div class="tabbed-block"><p>甲</p></div>'
        '<div class="tabbed-block"><p>乙</p></div></div></div>'
    )
    assert blocks(html) == [Box([Span("错")], [Paragraph([Span("甲")])]), Box([Span("对")], [Paragraph([Span("乙")])])]


def test_a_diagram_is_its_text() -> None:
    html = (
        '<figure class="diagram"><div class="diagram-drawing"><svg><text>框</text></svg></div><figcaption>三条路</figcaption>'
        '<details class="diagram-text"><summary>图的文字版</summary><p>先甲后乙</p></details></figure>'
    )
    assert blocks(html, diagrams=("flowchart TD\n",)) == [
        Figure("三条路", [Paragraph([Span("先甲后乙")])], "flowchart TD")
    ]


def test_what_is_for_the_screen_alone_is_left_out() -> None:
    html = (
        '<nav>标签</nav><div class="term-filter"><p>筛选</p></div><button>复制</button><p hidden>无</p>'
        '<h2 id="a">节<a class="headerlink" href="#a">¶</a></h2><a class="wrong" href="x">这里有错</a><hr><p class="page-copies">纯文本</p><script>x</script>'
    )
    assert blocks(html) == [Heading(2, "a", [Span("节")])]
