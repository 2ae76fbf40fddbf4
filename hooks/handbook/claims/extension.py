"""Python-Markdown extension: ``<!-- list: claims -->`` becomes the table of all facts that age."""

from __future__ import annotations

import datetime
from collections.abc import Collection
from pathlib import Path
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension

from handbook.claims.data import FOLDER, Claim, load_claims
from handbook.claims.render import render_list
from handbook.markers import Marker, add_renderers, has_marker
from handbook.page import Page

NAME = "list: claims"


class ClaimsExtension(Extension):
    """Holds the facts of one build."""

    def __init__(self, claims: list[Claim] | None = None, **options: Any) -> None:
        self.config = {"data": [FOLDER, "the folder of the facts, read unless they are given"]}
        super().__init__(**options)
        self.claims = self._load() if claims is None else claims

    def extendMarkdown(self, md: Markdown) -> None:
        """Add the renderer of the marker."""
        add_renderers(md, {NAME: self._render})

    def reload(self, saved: Collection[Path]) -> None:
        """Read the facts anew when one of their files was saved."""
        if any(path.is_relative_to(self.getConfig("data")) for path in saved):
            self.claims = self._load()

    def depends_on(self, markdown: str) -> object:
        """Return the facts, for the page that lists them."""
        return self.claims if has_marker(markdown, NAME) else None

    def _load(self) -> list[Claim]:
        return load_claims(Path(self.getConfig("data")), datetime.datetime.now(datetime.UTC).date())

    def _render(self, marker: Marker, page: Page) -> list[str]:
        return render_list(self.claims, page.path)


def makeExtension(**options: Any) -> ClaimsExtension:
    """Return the extension for ``markdown_extensions: [handbook.claims.extension]``."""
    return ClaimsExtension(**options)
