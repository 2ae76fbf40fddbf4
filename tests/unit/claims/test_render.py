from __future__ import annotations

import datetime

from markdown import Markdown

from handbook.claims.data import Claim
from handbook.claims.render import render_freshness, render_list

DAY = datetime.date(2026, 11, 29)
FACT = Claim(
    "默认 `a|b` <script> [x](y)",
    "default",
    "mysql/tuning.md#x",
    "手册 | 甲",
    "https://example.org/",
    DAY,
    "data/claims/mysql.yml",
    3,
)


def test_the_list_links_each_fact_and_its_source() -> None:
    html = Markdown(extensions=["tables", "attr_list"]).convert("\n".join(render_list([FACT], "facts.md")))
    assert '<h2 id="mysql">MySQL（1 条）</h2>' in html
    assert '<a href="mysql/tuning.md#x">默认 <code>a|b</code> &lt;script&gt; [x](y)</a>' in html
    assert '<td><a href="https://example.org/">手册 | 甲</a></td>' in html
    assert html.count("<td>") == 4


def test_a_page_says_the_oldest_check() -> None:
    older = Claim(
        "二", "limit", "mysql/tuning.md#y", "手册", "", datetime.date(2026, 10, 1), "data/claims/mysql.yml", 9
    )
    assert render_freshness([FACT, older]) == "2 条会过时的事实，最早的一次核对在 2026-10-01"
    assert render_freshness([]) == ""
