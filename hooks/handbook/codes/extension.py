"""Python-Markdown extension: ``<!-- list: codes curl -->`` becomes a vocabulary, ``<!-- list: codes -->`` the list of all.

A section that explains codes links to them (handbook.codes.sections).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from pathlib import Path
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension

from handbook.codes.data import FOLDER, Vocabulary, load_codes
from handbook.codes.render import render_index, render_vocabulary
from handbook.codes.sections import PRIORITY, SectionCodesTreeprocessor, explained_codes
from handbook.examples.records import Example, load_examples
from handbook.markers import Marker, MarkerError, add_renderers, markers_in
from handbook.mistakes import meant
from handbook.page import Page

NAME = "list: codes"


class CodesExtension(Extension):
    """Knows the codes of one build; ``examples_of_build`` returns the examples where somebody has read them already."""

    def __init__(
        self,
        vocabularies: Mapping[str, Vocabulary] | None = None,
        examples_of_build: Callable[[], Mapping[str, Example]] | None = None,
        **options: Any,
    ) -> None:
        self.config = {
            "data": [FOLDER, "the folder of the codes, read unless they are given"],
            "docs": ["docs", "the folder of the pages that codes point to"],
            "examples": ["examples", "the folder of the examples that provoked them"],
        }
        super().__init__(**options)
        self._examples = examples_of_build or (lambda: load_examples(Path(self.getConfig("examples"))))
        self._take(self._load() if vocabularies is None else vocabularies)

    def extendMarkdown(self, md: Markdown) -> None:
        """Add the renderer of the marker, and SectionCodesTreeprocessor | treeprocessors | section_codes | 5."""
        add_renderers(md, {NAME: self._render})
        md.treeprocessors.register(SectionCodesTreeprocessor(md, self._explained), "section_codes", PRIORITY)

    def reload(self, saved: Collection[Path]) -> None:
        """Read the codes anew when one of their files, or an example that they quote, was saved."""
        places = (self.getConfig("data"), self.getConfig("examples"))
        if any(path.is_relative_to(place) for path in saved for place in places):
            self._take(self._load())

    def depends_on(self, markdown: str) -> object:
        """Return the codes that a page shows: those it lists, and those that sections with its anchors explain."""
        asked = [marker.rest for marker in markers_in(markdown) if marker.name == NAME]
        sections = [own for page in self._explained.values() for own in page.items()]
        shown = [
            (anchor, [(vocabulary.page, vocabulary.title, codes) for vocabulary, codes in lists])
            for anchor, lists in sections
            if f"{{#{anchor}}}" in markdown
        ]
        return [*(self.vocabularies.get(name) if name else self.vocabularies for name in asked), *shown]

    def _take(self, vocabularies: Mapping[str, Vocabulary]) -> None:
        self.vocabularies = vocabularies
        self._explained = explained_codes(vocabularies.values())

    def _load(self) -> Mapping[str, Vocabulary]:
        folder, docs = Path(self.getConfig("data")), Path(self.getConfig("docs"))
        return load_codes(folder, docs, self._examples()) if folder.is_dir() else {}

    def _render(self, marker: Marker, page: Page) -> list[str]:
        if not marker.rest:
            return render_index(self.vocabularies.values(), page.path)
        if marker.rest not in self.vocabularies:
            raise MarkerError(f"没有 {FOLDER}/{marker.rest}.yml；改正名字{meant(marker.rest, self.vocabularies)}")
        return render_vocabulary(self.vocabularies[marker.rest], page.path)


def makeExtension(**options: Any) -> CodesExtension:
    """Return the extension for ``markdown_extensions: [handbook.codes.extension]``."""
    return CodesExtension(**options)
