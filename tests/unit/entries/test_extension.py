"""The markers of the lists on a page: each list, what it is made from, and the order of the navigation."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag
from markdown import Markdown

from handbook.entries.extension import EntriesExtension
from handbook.mistakes import MistakeError
from handbook.page import Page, PageExtension
from unit.entries.test_data import INDEX, STATE, TCP
from unit.examples.test_records import make_example

FILES = {
    "docs/network/tcp.md": TCP,
    "docs/iptables/index.md": INDEX,
    "docs/iptables/state.md": STATE,
    "docs/iptables/nat.md": "---\ntitle: 地址转换\nsymptoms: [{ask: 出不去, see: out, common: 1}]\n---\n# 地址转换\n",
    "data/corrections.yml": "- 甲\n- 乙\n",
    "data/claims/network.yml": "- 丁\n- 戊\n- 己\n",
    "data/glossary.yml": "- 丙\n",
}
ORDER = ("iptables/state.md", "iptables/nat.md")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a project of four pages, one executed example, two corrections and a term."""
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    make_example(tmp_path / "examples")
    return tmp_path


def _extension(root: Path) -> EntriesExtension:
    return EntriesExtension(ORDER, docs=f"{root}/docs", data=f"{root}/data", examples=f"{root}/examples")


def _list(root: Path, marker: str, page: str = "index.md") -> Tag:
    md = Markdown(extensions=["attr_list", "md_in_html", PageExtension(Page(page)), _extension(root)])
    return BeautifulSoup(md.convert(f"<!-- list: {marker} -->"), "html.parser")


def test_the_figures_count_the_examples_that_the_build_has_read(root: Path) -> None:
    shutil.rmtree(root / "examples")
    extension = EntriesExtension((), lambda: {}, docs=f"{root}/docs", data=f"{root}/data")
    read = Markdown(extensions=["md_in_html", PageExtension(Page("index.md")), extension])
    assert read.convert("<!-- list: figures -->") == _list(root, "figures").decode()
    make_example(root / "examples")
    assert read.reset().convert("<!-- list: figures -->") != _list(root, "figures").decode()


@pytest.mark.parametrize(
    ("marker", "links"),
    [
        (
            "symptoms",
            [
                "iptables/state.md#table-full",
                "iptables/state.md#table-full",
                "iptables/state.md#third",
                "iptables/nat.md#out",
                "network/tcp.md#refused",
            ],
        ),
        (
            "symptoms 2",
            ["iptables/state.md#table-full", "iptables/nat.md#out", "network/tcp.md#refused", "troubleshooting.md"],
        ),
        ("interview", ["practice/iptables.md#q-state-udp"]),
        ("common", ["iptables/nat.md#out", "troubleshooting.md"]),
        ("topics", ["iptables/index.md", "iptables/state.md", "iptables/nat.md", "network/tcp.md"]),
        ("figures", ["verification.md", "corrections.md", "facts.md", "glossary.md"]),
    ],
)
def test_a_marker_becomes_its_list_in_the_order_of_the_navigation(root: Path, marker: str, links: list[str]) -> None:
    assert [a["href"] for a in _list(root, marker)("a")] == links


def test_links_start_from_the_page_that_shows_them(root: Path) -> None:
    assert _list(root, "symptoms", "iptables/index.md")("a")[0]["href"] == "state.md#table-full"


def test_the_figures_are_counted(root: Path) -> None:
    shown = _list(root, "figures")
    assert [strong.get_text() for strong in shown("strong")] == ["1", "2", "3", "1"]
    assert "4 页" in shown.get_text()


@pytest.mark.parametrize(
    ("marker", "changed", "depends"),
    [
        ("<!-- list: common -->", "docs/iptables/nat.md", True),
        ("<!-- list: common -->", "data/corrections.yml", False),
        ("<!-- list: figures -->", "data/corrections.yml", True),
        ("<!-- list: figures -->", "data/claims/network.yml", True),
        ("文字", "docs/iptables/nat.md", False),
    ],
)
def test_a_page_depends_on_what_its_lists_are_made_from(root: Path, marker: str, changed: str, depends: bool) -> None:
    before = repr(_extension(root).depends_on(marker))
    text = {
        "docs/iptables/nat.md": "---\ntitle: 另一个题目\n---\n",
        "data/corrections.yml": "- 甲\n",
        "data/claims/network.yml": "- 丁\n",
    }[changed]
    (root / changed).write_text(text, encoding="utf-8")
    assert (repr(_extension(root).depends_on(marker)) != before) is depends


def test_mistakes_of_every_page_are_told_at_once(root: Path) -> None:
    for name in ("docs/iptables/nat.md", "docs/network/tcp.md"):
        (root / name).write_text("---\nsymptoms: 端口不通\n---\n", encoding="utf-8")
    with pytest.raises(MistakeError) as caught:
        _list(root, "topics")
    assert [mistake.file for mistake in caught.value.mistakes] == ["docs/iptables/nat.md", "docs/network/tcp.md"]
