"""Corrections on pages: what a box and the ledger say, and where their links lead."""

from __future__ import annotations

from dataclasses import replace

import pytest
from bs4 import BeautifulSoup
from markdown import Markdown

from handbook.corrections.extension import CorrectionsExtension
from handbook.corrections.ledger import Correction, Evidence
from handbook.corrections.render import render_box, render_ledger
from handbook.page import Page, PageExtension
from unit.corrections.test_extension import ENTRY, EXTENSIONS, OTHER, render_page


def test_a_marker_becomes_a_box_with_its_id() -> None:
    soup = render_page("前\n<!-- correction: drop-lower-case -->\n后")
    box = soup.select_one("details.correction#drop-lower-case[open]")
    assert box
    assert not soup.select("[markdown]")
    facts = dict(zip([dt.text for dt in box("dt")], [dd.text for dd in box("dd")], strict=True))
    assert facts["流传的说法"] == "小写的 drop 也能用。"
    assert facts["实际上"] == "TTL < 64 & 大写。"
    assert facts["为什么会这样以为"] == "nftables 用小写。"
    assert facts["看上去"] == "nft 里是小写。"
    assert facts["曾经成立"] == "到 iptables 1.4 为止"
    assert facts["流传处"] == "某篇教程"
    assert facts["证据"] == "示例小写被拒绝；iptables(8)"
    assert [p.text for p in soup.find_all("p", recursive=False)] == ["前", "后"]


def test_boxes_are_folded_to_claim_and_truth_where_a_page_has_more_than_three() -> None:
    others = [replace(OTHER, id=f"other-{number}", truth="写 `a。b` 才对。第二句。") for number in range(3)]
    ledger = {entry.id: entry for entry in (ENTRY, *others)}
    for shown in (3, 4):
        source = "\n\n".join(f"<!-- correction: {name} -->" for name in list(ledger)[-shown:])
        boxes = render_page(source, ledger=ledger).select("details.correction")
        assert [box.has_attr("open") for box in boxes] == [shown == 3] * shown
        summary = boxes[-1].select_one("summary[data-search-exclude]")
        assert summary
        parts = [part.text for part in summary("span", recursive=False)]
        assert parts == ["常见误解", "误传：甲", "实际：写 a。b 才对。"]


@pytest.mark.parametrize("text", ["`cmd </dev/null` 不行。", "写 `</dev/null` 或 `a *b* </i`。"])
@pytest.mark.parametrize("source", ["<!-- correction: drop-lower-case -->", "<!-- list: corrections -->"])
def test_code_that_begins_like_an_end_tag_leaves_the_box_closed(source: str, text: str) -> None:
    extension = CorrectionsExtension({ENTRY.id: replace(ENTRY, claim=text, truth=text)})
    page = Page("iptables/rules.md", source)
    html = Markdown(extensions=[*EXTENSIONS, PageExtension(page), extension]).convert(f"{source}\n\n后 > 面")
    for tag in ("details", "div", "dl"):
        assert html.count(f"</{tag}>") == html.count(f"<{tag}")
    assert html.endswith("<p>后 &gt; 面</p>")
    assert text.replace("`", "") in [dd.text for dd in BeautifulSoup(html, "html.parser")("dd")]


@pytest.mark.parametrize(
    ("page", "links"),
    [
        ("iptables/rules.md", ["https://example.org/old", "../verification.md#iptables--target-case", "https://example.org/", "../corrections.md#drop-lower-case"]),
        ("index.md", ["https://example.org/old", "verification.md#iptables--target-case", "https://example.org/", "iptables/rules.md#targets", "corrections.md#drop-lower-case"]),
    ],
)  # fmt: skip
def test_links_are_relative_to_the_page(page: str, links: list[str]) -> None:
    soup = render_page("<!-- correction: drop-lower-case -->", page)
    assert [a["href"] for a in soup("a")] == links


def test_the_ledger_lists_all_by_topic_with_anchors_and_where_it_is_explained() -> None:
    soup = render_page("<!-- list: corrections -->", "corrections.md")
    assert [h["id"] for h in soup(["h2", "h3"])] == ["iptables", "drop-lower-case", "network", "time-wait"]
    assert soup.select_one("h2").text == "iptables 防火墙（1 条）"  # type: ignore[union-attr]
    assert "iptables/rules.md#targets" in [a["href"] for a in soup("a")]


HOSTILE = Correction(
    id="hostile",
    topic="linux",
    claim="甲",
    truth="乙",
    why="丙",
    evidence=(Evidence("手册 [5](x) <b> *粗*"),),
    page="linux/a.md#x",
    page_title="题 {.x} <script>",
    line=1,
)


@pytest.mark.parametrize("where", ["box", "ledger"])
def test_titles_and_names_of_sources_are_shown_as_they_are_written(where: str) -> None:
    lines = (
        render_box(HOSTILE, "index.md", unfolded=True) if where == "box" else render_ledger([HOSTILE], "corrections.md")
    )
    soup = BeautifulSoup(Markdown(extensions=EXTENSIONS).convert("\n".join(lines)), "html.parser")
    assert "手册 [5](x) <b> *粗*" in soup.get_text()
    assert "题 {.x} <script>" in [a.get_text() for a in soup("a")]
    assert not soup(["script", "b", "em"])


def test_the_ledger_says_what_the_box_says() -> None:
    md = Markdown(extensions=EXTENSIONS)
    box, ledger = (
        BeautifulSoup(md.reset().convert("\n".join(lines)), "html.parser")
        for lines in (render_box(ENTRY, ENTRY.page, unfolded=False), render_ledger([ENTRY], ENTRY.page))
    )
    names = ["实际上", "为什么会这样以为", "看上去", "曾经成立", "流传处", "证据"]
    facts = [{dt.text: str(dt.find_next("dd")) for dt in soup("dt")} for soup in (box, ledger)]
    assert [facts[0][name] for name in names] == [facts[1][name] for name in names]


def test_what_is_not_known_about_a_belief_is_not_mentioned() -> None:
    text = "\n".join(render_box(HOSTILE, "linux/a.md", unfolded=False))
    assert not any(name in text for name in ("看上去", "曾经成立", "流传处"))
