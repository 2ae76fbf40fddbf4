"""A page as Python-Markdown reads it: its tree before it becomes HTML, for the rules that ask what readers will see.

Regular expressions guess what a line becomes; the tree knows. Fences count as text, markers as comments.
"""

from __future__ import annotations

import re
from functools import lru_cache
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from handbook.page_source import PageSource
from handbook.practice.notation import split_attributes

# Those of mkdocs.yml that change the tree (a test compares); code is not coloured, files are not included.
EXTENSIONS = (
    "admonition",
    "attr_list",
    "def_list",
    "footnotes",
    "md_in_html",
    "tables",
    "pymdownx.details",
    "pymdownx.keys",
    "pymdownx.superfences",
    "pymdownx.tabbed",
)
# What stands in the tree for something that is kept aside: raw HTML, a fence.
STASHED = re.compile("\x02[^\x03]*\x03")


class _Keep(Treeprocessor):
    """Keeps the tree as it is when everything else has worked on it."""

    root: Element

    def run(self, root: Element) -> None:
        self.root = root


class _KeepExtension(Extension):
    def extendMarkdown(self, md: Markdown) -> None:
        # After `unescape`, the last of Python-Markdown's own (0).
        md.treeprocessors.register(_Keep(md), "keep", -10)


@lru_cache(maxsize=1)
def _markdown() -> Markdown:
    settings = {
        "pymdownx.superfences": {"disable_indented_code_blocks": False},
        "pymdownx.tabbed": {"alternate_style": True},
    }
    return Markdown(extensions=[*EXTENSIONS, _KeepExtension()], extension_configs=settings)


def render_tree(page: PageSource) -> Element:
    """Return the tree of a page. Several rules look at the same one: look, do not change."""
    fenced = {number for fence in page.fences for number in range(fence.line, fence.end + 1)}
    prose = [split_attributes(line)[0] for line in page.prose]
    lines = [line if number in fenced else prose[number - 1] for number, line in enumerate(page.lines, start=1)]
    for fence in page.fences:
        lines[fence.line - 1] = f"{fence.prefix}{fence.mark}text"
    return _render("\n".join(lines))


@lru_cache(maxsize=1024)
def _render(text: str) -> Element:
    if not text.strip():
        return Element("div")  # Python-Markdown makes no tree of nothing, and the one before would be kept
    md = _markdown()
    md.reset()
    md.convert(text)
    keep = md.treeprocessors["keep"]
    assert isinstance(keep, _Keep)  # noqa: S101 - tells mypy what _KeepExtension has registered
    return keep.root
