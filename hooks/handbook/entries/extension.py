"""Python-Markdown extension: the lists of symptoms, topics and interview questions, from the front matter of all pages.

``list: symptoms 2`` and ``list: interview 2`` take two of each topic, ``list: common`` the symptoms that a page's front
matter ranks with ``common: 3``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension

from handbook.entries.data import Figures, PageEntries, count_levels, count_list, read_all_entries
from handbook.entries.render import (
    render_common,
    render_entries,
    render_figures,
    render_symptoms,
    render_topics,
)
from handbook.examples.records import Example, load_examples
from handbook.markers import Marker, add_renderers, has_marker
from handbook.page import Page
from handbook.topics import TOPICS

NAMES = ("symptoms", "interview", "common", "topics", "figures")


class EntriesExtension(Extension):
    """Reads the pages where a list asks for them; ``order`` are their paths in the order of the navigation.

    ``examples_of_build`` returns the examples where somebody has read them already.
    """

    def __init__(
        self,
        order: Sequence[str] = (),
        examples_of_build: Callable[[], Mapping[str, Example]] | None = None,
        **options: Any,
    ) -> None:
        self.config = {
            "docs": ["docs", "the folder of the pages"],
            "data": ["data", "the folder of the data files, which the figures count"],
            "examples": ["examples", "the folder of the examples, which the figures count"],
        }
        super().__init__(**options)
        self.order = tuple(order)
        self._examples = examples_of_build or (lambda: load_examples(Path(self.getConfig("examples"))))

    def extendMarkdown(self, md: Markdown) -> None:
        """Add the renderers of the markers."""
        add_renderers(md, {f"list: {name}": self._render for name in NAMES})

    def depends_on(self, markdown: str) -> object:
        """Return what the lists of a page are made from."""
        asked = [name for name in NAMES if has_marker(markdown, f"list: {name}")]
        return (self._pages() if asked else None, self._figures() if "figures" in asked else None)

    def _render(self, marker: Marker, page: Page) -> list[str]:
        kind = marker.name.removeprefix("list: ")
        if kind == "figures":
            return render_figures(self._figures(), page.path).splitlines()
        pages = self._pages()
        if kind == "symptoms" and not marker.rest:
            return render_symptoms(pages, page.path).splitlines()
        if kind in {"symptoms", "interview"}:
            limit = int(marker.rest) if marker.rest else None
            return render_entries(pages, kind, page.path, limit).splitlines()
        render = {"common": render_common, "topics": render_topics}[kind]
        return render(pages, page.path).splitlines()

    def _pages(self) -> list[PageEntries]:
        return read_all_entries(Path(self.getConfig("docs")), self.order)

    def _figures(self) -> Figures:
        data = Path(self.getConfig("data"))
        return Figures(
            levels=count_levels(self._examples().values()),
            corrections=count_list(data / "corrections.yml"),
            facts=sum(count_list(path) for path in (data / "claims").glob("*.yml")),
            pages=sum(page.topic in TOPICS for page in self._pages()),
            terms=count_list(data / "glossary.yml"),
        )


def makeExtension(**options: Any) -> EntriesExtension:
    """Return the extension for ``markdown_extensions: [handbook.entries.extension]``."""
    return EntriesExtension(**options)
