"""The guide's marker of the rules: the table on the page, which leads to the sections of that page."""

from __future__ import annotations

from bs4 import BeautifulSoup
from markdown import Markdown

from handbook.page import Page, PageExtension
from handbook.rules.extension import RulesExtension
from handbook.rules.registry import RULES


def test_the_marker_becomes_a_row_for_each_rule_with_links_to_the_sections_of_the_page() -> None:
    explained = sorted(RULES)[0]
    text = f"# 规则\n\n<!-- list: rules -->\n\n## 一条 {{#{explained.lower()}}}\n"
    page = PageExtension(Page("contributing/rules.md", f"---\ntitle: 规则\n---\n{text}"))
    md = Markdown(extensions=["tables", "attr_list", page, RulesExtension()])
    soup = BeautifulSoup(md.convert(text), "html.parser")
    rows = [[cell.get_text() for cell in row("td")] for row in soup.select("tbody tr")]
    assert len(rows) > 20
    assert sorted(rows) == sorted([name, rule.title] for name, rule in RULES.items())
    assert [link["href"] for link in soup.select("td a")] == [f"#{explained.lower()}"]
    assert soup.find(id=explained.lower())
