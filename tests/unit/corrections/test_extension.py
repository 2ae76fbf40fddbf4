from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from markdown import Markdown

from handbook.corrections.extension import CorrectionsExtension
from handbook.corrections.ledger import Correction, Evidence, Origin
from handbook.page import Page, PageExtension

EXTENSIONS = ["md_in_html", "attr_list", "def_list", "toc", "pymdownx.superfences"]
ENTRY = Correction(
    id="drop-lower-case",
    topic="iptables",
    claim="小写的 `drop` 也能用。",
    truth="TTL < 64 & 大写。",
    why="nftables 用小写。",
    evidence=(
        Evidence("小写被拒绝", example="iptables/target-case"),
        Evidence("iptables(8)", url="https://example.org/"),
    ),
    page="iptables/rules.md#targets",
    page_title="规则",
    line=1,
    origin=Origin(Evidence("某篇教程", url="https://example.org/old"), "iptables 1.4", "`nft` 里是小写。"),
)
OTHER = Correction("time-wait", "network", "甲", "乙", "丙", (Evidence("手册"),), "network/tcp.md#x", "TCP", 9)


LEDGER = {entry.id: entry for entry in (OTHER, ENTRY)}


def render_page(
    source: str, page: str = "iptables/rules.md", ledger: Mapping[str, Correction] = LEDGER
) -> BeautifulSoup:
    """Return a page rendered with a ledger, which has two entries unless another is given."""
    extension = CorrectionsExtension(ledger)
    extensions: list[Any] = [*EXTENSIONS, PageExtension(Page(page, source)), extension]
    return BeautifulSoup(Markdown(extensions=extensions).convert(source), "html.parser")


@pytest.mark.parametrize(
    "source", ["```html\n<!-- correction: no-such -->\n```", "说 `<!-- correction: no-such -->` 吧"]
)
def test_markers_in_code_stay(source: str) -> None:
    soup = render_page(source)
    assert "<!-- correction: no-such -->" in soup.text
    assert not soup.select(".correction")


@pytest.mark.parametrize(
    ("source", "message"),
    [
        (
            "# 甲\n\n<!-- correction: no-such -->",
            'docs/iptables/rules.md:3: 没有勘误 "no-such"；先在 data/corrections.yml',
        ),
        ("<!-- correction: Drop -->", "docs/iptables/rules.md:1: 标记写法不对，"),
        (
            "- 甲\n\n    <!-- correction: drop-lower-case -->",
            "docs/iptables/rules.md:3: 标记写法不对，读者什么也看不到；顶格",
        ),
        ("<!-- correction：drop-lower-case -->", "docs/iptables/rules.md:1: 标记写法不对，"),
        (
            "<!-- correction: drop-lower-case -->\n\n<!-- correction: drop-lower-case -->",
            "docs/iptables/rules.md:3: 这个标记在本页出现两次",
        ),
    ],
)
def test_a_wrong_marker_names_page_and_line(source: str, message: str) -> None:
    with pytest.raises(ValueError) as caught:
        render_page(source)
    assert str(caught.value).startswith(message)


@pytest.mark.parametrize(
    ("text", "entries"),
    [
        ("<!-- correction: drop-lower-case -->", [ENTRY]),
        ("<!-- list: corrections -->", [OTHER, ENTRY]),
        ("`<!-- correction: drop-lower-case -->`", []),
    ],
)
def test_a_page_depends_on_the_entries_that_it_shows(text: str, entries: list[Correction]) -> None:
    assert CorrectionsExtension({entry.id: entry for entry in (OTHER, ENTRY)}).depends_on(text) == entries


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a project with one page, one example and a ledger of one entry."""
    files = {
        "docs/iptables/rules.md": "---\ntitle: 规则\n---\n# 规则\n",
        "examples/iptables/target-case/example.yml": "title: 小写被拒绝\n",
        "data/corrections.yml": (
            "- {id: drop-lower-case, topic: iptables, claim: 小写也能用。, truth: 区分大小写。, why: 名字像。, looks_like: 看着一样。,"
            " evidence: [{example: iptables/target-case}], page: iptables/rules.md#targets}\n"
        ),
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_the_extension_can_be_named_in_a_configuration(project: Path) -> None:
    options = {"data": f"{project}/data/corrections.yml", "docs": f"{project}/docs", "examples": f"{project}/examples"}
    name = "handbook.corrections.extension"
    html = Markdown(extensions=[*EXTENSIONS, name], extension_configs={name: options}).convert(
        "<!-- correction: drop-lower-case -->"
    )
    box = BeautifulSoup(html, "html.parser").select_one("details.correction#drop-lower-case")
    assert box
    assert [a["href"] for a in box("a")] == [
        "verification.md#iptables--target-case",
        "iptables/rules.md#targets",
        "corrections.md#drop-lower-case",
    ]
