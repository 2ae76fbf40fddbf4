"""The table of all examples: the pages that show each, what was executed of it, and text that stays text."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from bs4 import BeautifulSoup
from markdown import Markdown

from handbook.examples.records import Example
from handbook.examples.table import pages_by_example, render_table

RUN = Example(
    name="iptables/case", title="第三条 | 被 <拒绝>", level="run", reason="", system="Debian 13", kernel="6.12",
    software=("iptables 1.8.11",), exit_status=0, transcript="", stale=False,
)  # fmt: skip
NOT_RUN = replace(RUN, name="network/bgp", title="邻居", level="none", reason="没有 *AS* 号", kernel="", software=())


def _rows(*examples: Example, page: str = "verification.md", **pages: str) -> list[list[str]]:
    shown = {name.replace("_", "/"): [(path, "题 [x]")] for name, path in pages.items()}
    html = Markdown(extensions=["tables"]).convert("\n".join(render_table(examples, shown, page)))
    soup = BeautifulSoup(html, "html.parser")
    assert not soup(["em", "拒绝"])
    return [
        [cell.get_text() for cell in row("td")] + [str(a["href"]) for a in row("a")] for row in soup.select("tbody tr")
    ]


def test_a_row_says_what_was_executed_and_where_it_is_shown() -> None:
    (row,) = _rows(RUN, iptables_case="iptables/nat.md")
    assert row[0] == "第三条 | 被 <拒绝>"
    assert "Debian 13" in row[1]
    assert "（记录时内核 6.12）" in row[1]
    assert row[2:] == ["题 [x]", "iptables/nat.md#example-iptables--case"]


def test_links_start_from_the_page_with_the_table() -> None:
    ((*_, link),) = _rows(RUN, page="iptables/all.md", iptables_case="iptables/nat.md")
    assert link == "nat.md#example-iptables--case"


def test_a_virtual_machine_has_a_kernel_of_its_own() -> None:
    ((_, state, _),) = _rows(replace(RUN, date="2026-11-27"))
    assert "记录时内核" not in state


def test_what_was_not_executed_says_why_in_plain_text() -> None:
    ((_, state, pages),) = _rows(NOT_RUN)
    assert "没有 *AS* 号" in state
    assert pages == ""


def test_every_row_can_be_linked() -> None:
    soup = BeautifulSoup("\n".join(render_table([RUN, NOT_RUN], {}, "a.md")), "html.parser")
    assert [span["id"] for span in soup("span")] == ["iptables--case", "network--bgp"]


def test_pages_are_found_by_the_examples_that_they_show(tmp_path: Path) -> None:
    pages = {
        "b.md": '---\ntitle: 乙\n---\n```bash example="iptables/case/run.sh"\n```\n',
        "a/c.md": "<!-- example: iptables/case -->\n\n<!-- example: network/bgp -->\n",
        "d.md": "没有示例\n",
    }
    for name, text in pages.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert pages_by_example(tmp_path) == {
        "iptables/case": [("a/c.md", "a/c.md"), ("b.md", "乙")],
        "network/bgp": [("a/c.md", "a/c.md")],
    }
