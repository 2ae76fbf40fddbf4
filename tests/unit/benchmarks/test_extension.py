"""The marker of the measurements on a page: the part that it names, or the summary of all."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from markdown import Markdown

from handbook.benchmarks.extension import BenchmarksExtension
from handbook.mistakes import MistakeError
from unit.benchmarks.test_render import PART


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Return the measurements of one part."""
    path = tmp_path / "benchmarks.json"
    path.write_text(json.dumps({"build": PART}), encoding="utf-8")
    return path


def _render(data: Path, marker: str) -> BeautifulSoup:
    md = Markdown(extensions=["tables", "attr_list", BenchmarksExtension(data=str(data))])
    return BeautifulSoup(md.convert(f"前\n\n<!-- list: benchmarks {marker} -->\n\n后"), "html.parser")


@pytest.mark.parametrize(
    ("marker", "headings", "cells"),
    [
        ("build", ["build-1"], ["甲|乙", "1.00 秒"]),
        ("summary", [], ["从头构建", "1 / 2", "甲比丙：1.12，目标不超过 1.1"]),
        ("edit", [], []),
    ],
)
def test_a_marker_becomes_what_was_measured(data: Path, marker: str, headings: list[str], cells: list[str]) -> None:
    soup = _render(data, marker)
    assert [heading["id"] for heading in soup("h3")] == headings
    assert [cell.get_text() for cell in soup("td")] == cells
    assert [p.get_text() for p in (soup("p")[0], soup("p")[-1])] == ["前", "后"]


def test_only_pages_that_show_measurements_depend_on_them(data: Path) -> None:
    extension = BenchmarksExtension(data=str(data))
    assert extension.depends_on("<!-- list: benchmarks build -->") == {"build": PART}
    assert extension.depends_on("文字") is None


def test_measurements_that_cannot_be_read_are_told_where_a_page_shows_them(data: Path) -> None:
    data.write_text("{", encoding="utf-8")
    assert Markdown(extensions=[BenchmarksExtension(data=str(data))]).convert("文字") == "<p>文字</p>"
    with pytest.raises(MistakeError, match="make bench"):
        _render(data, "build")
