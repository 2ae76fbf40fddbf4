"""Python-Markdown extension: the markers of corrections become boxes, and the ledger on its page."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

from markdown import Extension, Markdown

from handbook.corrections.ledger import LEDGER_FILE, Correction, load_ledger
from handbook.corrections.render import OPEN_BOXES, render_box, render_ledger
from handbook.markers import Marker, MarkerError, add_renderers, markers_in
from handbook.page import Page


class CorrectionsExtension(Extension):
    """Knows the ledger of this build."""

    def __init__(self, ledger: Mapping[str, Correction] | None = None, **options: Any) -> None:
        self.config = {
            "data": [LEDGER_FILE, "the ledger's file, read unless the ledger is given"],
            "docs": ["docs", "the folder of the pages that entries point to"],
            "examples": ["examples", "the folder of the examples that entries rest on"],
        }
        super().__init__(**options)
        self.ledger = self._load() if ledger is None else ledger

    def extendMarkdown(self, md: Markdown) -> None:
        """Add the renderers of the markers."""
        add_renderers(md, {"correction": self._box, "list: corrections": self._list})

    def reload(self, saved: Collection[Path]) -> None:
        """Read the ledger anew when it, or an example that it may name, was saved."""
        places = (self.getConfig("data"), self.getConfig("examples"))
        if any(path.is_relative_to(place) for path in saved for place in places):
            self.ledger = self._load()

    def depends_on(self, markdown: str) -> object:
        """Return the entries that a page shows."""
        markers = list(markers_in(markdown))
        if any(marker.name == "list: corrections" for marker in markers):
            return list(self.ledger.values())
        return [self.ledger.get(marker.rest) for marker in markers if marker.name == "correction"]

    def _load(self) -> Mapping[str, Correction]:
        return load_ledger(*(Path(self.getConfig(name)) for name in ("data", "docs", "examples")))

    def _box(self, marker: Marker, page: Page) -> list[str]:
        if marker.rest not in self.ledger:
            raise MarkerError(f'没有勘误 "{marker.rest}"；先在 {LEDGER_FILE} 里加上这一条')
        boxes = sum(other.name == "correction" for other in markers_in(page.source))
        return render_box(self.ledger[marker.rest], page.path, unfolded=boxes <= OPEN_BOXES)

    def _list(self, marker: Marker, page: Page) -> list[str]:
        return render_ledger(self.ledger.values(), page.path)


def makeExtension(**options: Any) -> CorrectionsExtension:
    """Return the extension for ``markdown_extensions: [handbook.corrections.extension]``."""
    return CorrectionsExtension(**options)
