"""Python-Markdown extension: ``<!-- list: changes -->`` becomes the list of recent changes, or the sentence why there is none."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension

from handbook.history.changes import Change, changes_by_day
from handbook.history.git import NoHistoryError, read_changes, read_contents
from handbook.history.render import render_changes
from handbook.markers import Marker, add_renderers, has_marker
from handbook.page import Page

NAME = "list: changes"
IN_PREVIEW = "预览不读历史；`make build` 写出的网站里有这份清单。"


@dataclass(frozen=True)
class History:
    """The recent changes, or a sentence why there are none."""

    changes: tuple[Change, ...] = ()
    missing: str = ""


def load_history(root: Path) -> History:
    """Return what git tells of the project in ``root``."""
    try:
        changes = changes_by_day(read_changes(root), lambda names: read_contents(root, names))
    except NoHistoryError as missing:
        return History(missing=str(missing))
    return History(tuple(changes), "" if changes else "历史里还没有更新。")


class HistoryExtension(Extension):
    """Holds the history of one build, and what is there today: the hook tells it."""

    def __init__(self, history: History | None = None, **options: Any) -> None:
        self.config = {"root": [".", "the project's folder, whose history is read unless it is given"]}
        super().__init__(**options)
        self.history = load_history(Path(self.getConfig("root"))) if history is None else history
        self.pages: Iterable[str] = ()
        self.corrections: Iterable[str] = ()
        self.feed = ""

    def extendMarkdown(self, md: Markdown) -> None:
        """Add the renderer of the marker."""
        add_renderers(md, {NAME: self._render})

    def depends_on(self, markdown: str) -> object:
        """Return the history, for the page that shows it."""
        if not has_marker(markdown, NAME):
            return None
        return (self.history, sorted(self.pages), sorted(self.corrections), self.feed)

    def _render(self, marker: Marker, page: Page) -> list[str]:
        if self.history.missing:
            return ["", self.history.missing, ""]
        subscribe = ["", f"订阅：[{self.feed}]({self.feed})（Atom）。"] if self.feed else []
        return [*subscribe, *render_changes(self.history.changes, page.path, self.pages, self.corrections)]


def makeExtension(**options: Any) -> HistoryExtension:
    """Return the extension for ``markdown_extensions: [handbook.history.extension]``."""
    return HistoryExtension(**options)
