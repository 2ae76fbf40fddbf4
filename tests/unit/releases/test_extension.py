"""The marker of the releases on a page: each of its three parts, and what a page with it depends on."""

from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from markdown import Markdown

from handbook.mistakes import MistakeError
from handbook.releases.extension import ReleasesExtension
from unit.releases.test_data import GOOD


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Return a file with two releases."""
    path = tmp_path / "kubernetes-releases.yml"
    path.write_text(GOOD, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("part", "selector", "shown"),
    [
        ("table", "div.k8s-releases tbody tr:first-child td:first-child", "1.1"),
        ("chart", "pre code", "gantt"),
        ("today", "p#k8s-today[data-checked='2026-11-22']", "2026-11-22 核对时受支持的次版本：1.1。"),
    ],
)
def test_a_marker_becomes_the_part_that_it_names(data: Path, part: str, selector: str, shown: str) -> None:
    others = ["tables", "attr_list", "md_in_html", "pymdownx.superfences"]
    md = Markdown(extensions=[*others, ReleasesExtension(data=str(data))])
    soup = BeautifulSoup(md.convert(f"前\n\n<!-- list: releases {part} -->\n\n后"), "html.parser")
    found = soup.select_one(selector)
    assert found
    assert found.get_text().startswith(shown)
    assert [p.get_text() for p in (soup("p")[0], soup("p")[-1])] == ["前", "后"]


def test_only_pages_that_show_releases_depend_on_them(data: Path) -> None:
    extension = ReleasesExtension(data=str(data))
    shown = "<!-- list: releases table -->"
    before = repr(extension.depends_on(shown))
    data.write_text(GOOD.replace("差一天", "差两天"), encoding="utf-8")
    assert repr(extension.depends_on(shown)) != before
    assert extension.depends_on("说 `<!-- list: releases table -->`") is None


def test_a_mistake_in_the_data_is_told_where_a_page_shows_them(data: Path) -> None:
    data.write_text(GOOD.replace("'1.1'", "'1.2'"), encoding="utf-8")
    md = Markdown(extensions=[ReleasesExtension(data=str(data))])
    assert md.convert("别的") == "<p>别的</p>"
    with pytest.raises(MistakeError, match=r"^data/kubernetes-releases\.yml:7: "):
        md.convert("<!-- list: releases table -->")
