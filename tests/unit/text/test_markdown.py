"""A page as Markdown: what is read back from it is what stands on the page."""

from __future__ import annotations

import markdown
from bs4 import BeautifulSoup

from handbook.text.blocks import read_page
from handbook.text.markdown import write_page

FILES = frozenset({"index.md", "iptables/nat.md", "iptables/state.md"})
EXTENSIONS = ["attr_list", "tables", "pymdownx.superfences"]


def written(html: str) -> str:
    """Return the Markdown of a page with this content, without its head."""
    page = read_page(f"<article><h1>题</h1>{html}</article>", "iptables/nat/", ["flowchart TD"])
    made = write_page(page, "https://h.example/", FILES)
    head = "# 题\n\n> https://h.example/iptables/nat/\n\n"
    assert made.startswith(head)
    return made.removeprefix(head)


def read_back(html: str) -> BeautifulSoup:
    """Return what Python-Markdown makes of it."""
    return BeautifulSoup(markdown.markdown(written(html), extensions=EXTENSIONS), "html.parser")


def test_what_looks_like_markup_is_text() -> None:
    told = "*a* _b_ [c](d) `e` <f> g|h a_b \\i"
    paragraph = read_back(f"<p>{told.replace('<', '&lt;')}</p>").p
    assert paragraph and paragraph.get_text() == told
    assert not paragraph.find_all(True)
    assert written("<p># 一</p>") == "\\# 一\n"


def test_running_text() -> None:
    html = "<p>甲<strong>乙</strong>，<em>丙</em>，<code>a`b</code>，<code>x</code></p>"
    assert written(html) == "甲**乙**，*丙*，``a`b``，`x`\n"


def test_links_are_relative_to_the_file() -> None:
    html = (
        '<p><a href="../state/#x">甲</a> <a href="../../">乙</a> <a href="#y">丙</a> <a href="https://e.example/">丁</a> '
        '<a href="../../x.zip">戊</a></p>'
    )
    assert written(html) == "[甲](state.md#x) [乙](../index.md) [丙](#y) [丁](https://e.example/) [戊](../x.zip)\n"


def test_headings_and_code() -> None:
    html = (
        '<h2 id="a">甲</h2><div class="language-bash highlight"><span class="filename">a/x.sh</span>'
        "<pre><code>echo '```'</code></pre></div>"
    )
    assert written(html) == "## 甲 {#a}\n\n````bash title=\"a/x.sh\"\necho '```'\n````\n"


def test_lists_boxes_and_what_stands_in_them() -> None:
    html = (
        "<ol><li><p>甲</p><pre><code>x</code></pre></li><li>乙</li></ol>"
        "<details><summary>问</summary><p>答</p><pre><code>y\n\nz</code></pre></details>"
        "<dl><dt>名</dt><dd>值</dd></dl>"
    )
    assert written(html) == (
        "1. 甲\n\n   ```\n   x\n   ```\n2. 乙\n\n> **问**\n>\n> 答\n>\n> ```\n> y\n>\n> z\n> ```\n\n- **名**：值\n"
    )


def test_tables() -> None:
    html = "<table><thead><tr><th>甲</th></tr></thead><tr><td><code>a|b</code><br>丙</td></tr></table>"
    assert written(html) == "| 甲 |\n|---|\n| `a\\|b`<br>丙 |\n"


def test_risks_and_diagrams() -> None:
    html = (
        '<p class="risk risk-cut">风险：断流。全断。</p>'
        '<figure class="diagram"><figcaption>三条路</figcaption><details class="diagram-text"><p>先甲后乙</p></details></figure>'
    )
    assert written(html) == "**【断流】** 全断。\n\n```mermaid\nflowchart TD\n```\n\n**图：三条路**\n\n先甲后乙\n"
