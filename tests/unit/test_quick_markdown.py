"""The quick processor and the empty style change nothing but the time that a page takes."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown

from quick_markdown import QuickInlineExtension, QuickInlineProcessor, Unstyled
from site_build import ROOT

EXTENSIONS = [
    "abbr", "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "smarty", "tables", "toc", "wikilinks",
    "pymdownx.highlight", "pymdownx.inlinehilite", "pymdownx.keys", "pymdownx.superfences", "pymdownx.tabbed",
]  # fmt: skip
# Signs that mean something, in and out of place, and text for them to meet.
PIECES = """
    * ** _ __ ` `` ~ ^ [ ] ( ) ![ < > & &amp; \\ \\* ++ :: | # - 1. > ! " ' [[ ]] [^1] [^1]: x y 词 使用Pod
    [链接](a.md) <b>粗</b> http://example.com <https://example.com> ++ctrl+c++ `#!bash ls` {#id} 端口不通 （ ） 。
""".split()  # noqa: SIM905 - nearly a table


def plain() -> Markdown:
    return Markdown(extensions=EXTENSIONS)


def quick() -> Markdown:
    highlight = {"pymdownx.highlight": {"pygments_style": Unstyled}}
    return Markdown(extensions=[*EXTENSIONS, QuickInlineExtension()], extension_configs=highlight)


def test_it_is_in_place() -> None:
    assert isinstance(quick().treeprocessors["inline"], QuickInlineProcessor)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from(["", " ", "\n", "\n\n"])), max_size=40))
def test_any_text_is_rendered_as_before(pieces: list[tuple[str, str]]) -> None:
    text = "".join(piece + gap for piece, gap in pieces)
    assert quick().convert(text) == plain().convert(text)


@pytest.mark.parametrize(
    "folder", sorted({path.parent for path in (ROOT / "docs").rglob("*.md")}), ids=lambda p: p.name
)
def test_the_pages_are_rendered_as_before(folder: object) -> None:
    for path in sorted((ROOT / "docs").rglob("*.md")):
        if path.parent == folder:
            text = re.sub(r"\A---\n.*?\n---\n", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
            assert quick().convert(text) == plain().convert(text), path
