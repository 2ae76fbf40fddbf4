"""The site as browsers get it while it is edited: in memory, so that a build may empty its folder at any time.

An editor keeps the last good site on the screen whatever is wrong with the newest save, and reads there what it is.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple


class News(NamedTuple):
    """What an open page is told: which pages (by path, as ``shell/get-ip/index.html``) are others now, and the problems."""

    number: int
    changed: list[str]
    problems: list[str]
    stale: bool  # the newest save is not on the screen, because of the problems


class Shown:
    """The files by path from the site's root. Methods may be called from any thread."""

    def __init__(self) -> None:
        self._files: dict[str, bytes] = {}
        # The clock and not 0: a page that an earlier server sent is older than everything here.
        self._number = self._assets = int(time.time() * 1000)
        self._changes: dict[str, int] = {}  # by page: the number at which it became what it is
        self._problems: list[str] = []
        self._stale = False
        self._something = threading.Condition()

    @property
    def number(self) -> int:
        """Return the number of the last change."""
        return self._number

    def get(self, path: str) -> bytes | None:
        """Return a file's content."""
        return self._files.get(path)

    def put(self, path: str, content: bytes) -> bool:
        """Show another content of one file; tell whether it is another."""
        if self._files.get(path) == content:
            return False
        with self._something:
            self._files = {**self._files, path: content}
            self._number += 1
            self._changes[path] = self._number
            self._something.notify_all()
        return True

    def replace(self, files: Mapping[str, bytes]) -> None:
        """Show another site. Pages that stay the same stay on the screen, unless what they load has changed."""
        before = self._files
        changed = [path for path in {*before, *files} if before.get(path) != files.get(path)]
        with self._something:
            self._files = dict(files)
            self._number += 1
            self._changes |= dict.fromkeys(filter(_is_page, changed), self._number)
            if any(map(_is_loaded, changed)):
                self._assets = self._number
            self._something.notify_all()

    def tell(self, problems: Iterable[str], *, stale: bool) -> None:
        """Show what is wrong; nothing takes away what was shown before."""
        with self._something:
            self._problems, self._stale = list(problems), stale
            self._number += 1
            self._something.notify_all()

    def news(self, since: int, timeout: float) -> News | None:
        """Return what has changed since a number, at once or as soon as there is something; None when there is nothing."""
        with self._something:
            if not self._something.wait_for(lambda: self._number > since, timeout):
                return None
            changed = ["*"] if self._assets > since else [p for p, number in self._changes.items() if number > since]
            return News(self._number, changed, self._problems, self._stale)


def read_site(folder: Path) -> dict[str, bytes]:
    """Return the files of a built site by path."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def _is_page(path: str) -> bool:
    return path.endswith(".html")


def _is_loaded(path: str) -> bool:
    """Tell whether pages load a file when they open: the index of the search they read later, when it is asked for."""
    return path.endswith((".js", ".css")) and not path.startswith("search/")
