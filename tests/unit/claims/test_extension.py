"""The marker of the facts on a page, and the day that decides which facts are allowed."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from markdown import Markdown

from handbook.claims.extension import ClaimsExtension
from handbook.page import Page, PageExtension
from unit.claims.test_render import FACT

MARKER = "<!-- list: claims -->"


@pytest.mark.parametrize(
    ("page", "link"),
    [("facts.md", "mysql/tuning.md#x"), ("mysql/index.md", "tuning.md#x"), ("a/b.md", "../mysql/tuning.md#x")],
)
def test_a_marker_becomes_the_list_with_links_from_its_page(page: str, link: str) -> None:
    md = Markdown(extensions=["tables", "attr_list", PageExtension(Page(page)), ClaimsExtension([FACT])])
    soup = BeautifulSoup(md.convert(f"前\n\n{MARKER}\n\n后"), "html.parser")
    assert [a["href"] for a in soup("a")] == [link, "https://example.org/"]
    assert [p.get_text() for p in soup("p")] == ["前", "后"]


def test_only_the_page_that_lists_the_facts_depends_on_them() -> None:
    extension = ClaimsExtension([FACT])
    assert extension.depends_on(MARKER) == [FACT]
    assert extension.depends_on("文字") is None


def test_claims_are_those_of_today(tmp_path: Path) -> None:
    day = datetime.datetime.now(datetime.UTC).date() + datetime.timedelta(days=2)
    (tmp_path / "iptables.yml").write_text(
        f"- {{claim: 一, kind: limit, page: iptables/a.md#a, source: {{text: 手册}}, checked: '{day}'}}\n",
        encoding="utf-8",
    )
    name = "handbook.claims.extension"
    with pytest.raises(ValueError, match="还没有到；写成"):
        Markdown(extensions=[name], extension_configs={name: {"data": str(tmp_path)}})
