from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from markdown import Markdown

from corrections_extension import CorrectionsExtension
from corrections_ledger import Correction, Evidence

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
)
OTHER = Correction("time-wait", "network", "甲", "乙", "丙", (Evidence("手册"),), "network/tcp.md#x", "TCP", 9)


def _render(source: str, page: str = "iptables/rules.md") -> BeautifulSoup:
    extension = CorrectionsExtension({entry.id: entry for entry in (OTHER, ENTRY)})
    extension.enter(page, source)
    return BeautifulSoup(Markdown(extensions=[*EXTENSIONS, extension]).convert(source), "html.parser")


def test_a_marker_becomes_a_box_with_its_id() -> None:
    soup = _render("前\n<!-- correction: drop-lower-case -->\n后")
    box = soup.select_one("div.admonition.correction#drop-lower-case")
    assert box
    assert box.select_one("p.admonition-title").text == "常见误解"  # type: ignore[union-attr]
    facts = dict(zip([dt.text for dt in box("dt")], [dd.text for dd in box("dd")], strict=True))
    assert facts["流传的说法"] == "小写的 drop 也能用。"
    assert facts["实际上"] == "TTL < 64 & 大写。"
    assert facts["为什么会这样以为"] == "nftables 用小写。"
    assert facts["证据"] == "示例小写被拒绝；iptables(8)"
    assert [p.text for p in soup.find_all("p", recursive=False)] == ["前", "后"]


@pytest.mark.parametrize(
    ("page", "links"),
    [
        ("iptables/rules.md", ["../verification.md#iptables--target-case", "https://example.org/", "../corrections.md#drop-lower-case"]),
        ("index.md", ["verification.md#iptables--target-case", "https://example.org/", "iptables/rules.md#targets", "corrections.md#drop-lower-case"]),
    ],
)  # fmt: skip
def test_links_are_relative_to_the_page(page: str, links: list[str]) -> None:
    soup = _render("<!-- correction: drop-lower-case -->", page)
    assert [a["href"] for a in soup("a")] == links


def test_the_ledger_lists_all_by_topic_with_anchors_and_where_it_is_explained() -> None:
    soup = _render("<!-- corrections: all -->", "corrections.md")
    assert [h["id"] for h in soup(["h2", "h3"])] == ["iptables", "drop-lower-case", "network", "time-wait"]
    assert soup.select_one("h2").text == "iptables 防火墙（1 条）"  # type: ignore[union-attr]
    assert "iptables/rules.md#targets" in [a["href"] for a in soup("a")]


@pytest.mark.parametrize(
    "source", ["```html\n<!-- correction: no-such -->\n```", "说 `<!-- correction: no-such -->` 吧"]
)
def test_markers_in_code_stay(source: str) -> None:
    soup = _render(source)
    assert "<!-- correction: no-such -->" in soup.text
    assert not soup.select(".correction")


@pytest.mark.parametrize(
    ("source", "message"),
    [
        (
            "# 甲\n\n<!-- correction: no-such -->",
            'docs/iptables/rules.md:3: 没有勘误 "no-such"；先在 data/corrections.yml',
        ),
        ("<!-- correction: Drop -->", "docs/iptables/rules.md:1: 标记写法不对；"),
        ("- 甲\n\n    <!-- correction: drop-lower-case -->", "docs/iptables/rules.md:3: 标记写法不对；顶格"),
        ("<!-- correction：drop-lower-case -->", "docs/iptables/rules.md:1: 标记写法不对；"),
        (
            "<!-- correction: drop-lower-case -->\n\n<!-- correction: drop-lower-case -->",
            "docs/iptables/rules.md:3: 勘误",
        ),
    ],
)
def test_a_wrong_marker_names_page_and_line(source: str, message: str) -> None:
    with pytest.raises(ValueError) as caught:
        _render(source)
    assert str(caught.value).startswith(message)


def test_the_line_counts_from_the_top_of_the_file_and_skips_code() -> None:
    body = "```html\n<!-- correction: no-such -->\n```\n\n<!-- correction: no-such -->\n"
    extension = CorrectionsExtension({})
    extension.enter("a.md", f"---\ntitle: 甲\n---\n{body}")
    with pytest.raises(ValueError, match=r"docs/a\.md:8: "):
        Markdown(extensions=[*EXTENSIONS, extension]).convert(body)
