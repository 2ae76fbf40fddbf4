"""The tree that rules look at: what stands in it, and that it is the tree readers get."""

from __future__ import annotations

from xml.etree.ElementTree import Element

import pytest

from handbook.page_source import parse_page
from handbook.rules.rendered import STASHED, render_tree


def _tree(body: str) -> Element:
    return render_tree(parse_page("a.md", f"---\ntitle: 甲\n---\n{body}"))


def _text(body: str) -> str:
    return STASHED.sub("▢", "".join(_tree(body).itertext())).strip()


def test_front_matter_is_not_part_of_the_page() -> None:
    assert _text("甲") == "甲"


@pytest.mark.parametrize(
    ("body", "path"),
    [
        ("**粗**", "p/strong"),
        ("| 甲 |\n|---|\n| 乙 |", "table/tbody/tr/td"),
        ('!!! note "题"\n    文', "div/p[@class='admonition-title']"),
        ('??? question "题"\n    文', "details/summary"),
        ('??? question "题" {#q-a see=b}\n    文', "details/summary"),
        ('=== "甲"\n    文', "div[@class='tabbed-set tabbed-alternate']/div/div"),
        ("甲\n:   乙", "dl/dd"),
        ("甲[^1]\n\n[^1]: 注", "p/sup"),
        ("## 甲 {#a}", "h2[@id='a']"),
        ("++ctrl++", "p/span/kbd"),
        ('<div markdown="1">\n*斜*\n</div>', "div/p/em"),
        ("文字\n\n    缩进的代码", "pre/code"),
    ],
)
def test_what_an_editor_writes_stands_in_the_tree_as_readers_get_it(body: str, path: str) -> None:
    assert _tree(body).find(path) is not None


def test_what_stands_in_a_fence_is_kept_aside_whatever_it_is() -> None:
    body = '甲\n\n```bash example="no/such/file"\n**不粗\n# 不是标题\n```\n\n```mermaid\nflowchart\n```\n\n乙'
    assert _text(body).split() == ["甲", "▢", "▢", "乙"]
    assert _tree(body).find(".//strong") is None


def test_a_fence_in_a_list_stays_in_its_item() -> None:
    tree = _tree("- 甲\n\n    ```bash\n    ls\n    ```\n\n- 乙")
    items = tree.findall("ul/li")
    assert [STASHED.sub("▢", "".join(item.itertext())).split() for item in items] == [["甲", "▢"], ["乙"]]


def test_a_page_does_not_reach_into_the_next() -> None:
    assert _tree("甲[^1]\n\n[^1]: 注").find("div") is not None
    assert _tree("乙").find("div") is None


@pytest.mark.parametrize("body", ["", " \n\n"])
def test_an_empty_page_has_nothing_of_the_page_before(body: str) -> None:
    assert _text("**甲**") == "甲"
    assert _text(body) == ""
