"""What earlier builds of one `make serve` made of each page, found again by a hash of all that it was made from. Pure."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple, Protocol, TypeVar, cast, runtime_checkable

T = TypeVar("T")

_INCLUDING = re.compile(r"-+8<-+")
_INCLUDE = re.compile(r"""^\s*-+8<-+\s+["'](?P<path>[^"':]+)(?::[^"']*)?["']\s*$""", re.MULTILINE)


class Rendering(NamedTuple):
    """What rendering a page's Markdown left: on the page, and as the uses of terms that the glossary notes.

    ``links`` are the links to anchors by source path of the page that they lead to.
    """

    content: str
    toc: Any
    title: str | None
    anchors: set[str]
    links: dict[str, dict[str, str]] | None
    uses: list[tuple[str, str]]


@runtime_checkable
class Dependent(Protocol):
    """A Markdown extension whose data end up on pages."""

    def depends_on(self, markdown: str) -> object:
        """Return that part of the data which a page with this Markdown shows; its ``repr`` must tell every change."""
        ...


class Memory:
    """Values by key. A build that succeeds ends a generation: what it did not ask for is forgotten.

    It outlives builds, as nothing else in the hooks does. That is safe because a key names everything that its value
    was made from, and hooks themselves cannot change while it lives (see ``serve_restart``).
    """

    def __init__(self) -> None:
        self._before: dict[str, Any] = {}
        self._now: dict[str, Any] = {}

    def recall(self, key: str, make: Callable[[], T | None]) -> T | None:
        """Return the value of a key, made first when it is not known. ``make`` returns None for what is not to be kept."""
        value = self._now.get(key) or self._before.get(key) or make()
        if value is not None:
            self._now[key] = value
        return cast("T | None", value)

    def end_generation(self) -> None:
        """Forget what was not asked for since the last generation ended."""
        self._before, self._now = self._now, {}


def key_of(*parts: object) -> str:
    """Return a hash of the parts, by their ``repr``; parts with an address in it differ with every build."""
    return hashlib.sha256("\0".join(map(repr, parts)).encode("utf-8", "surrogatepass")).hexdigest()


def snippets(markdown: str, folder: Path) -> Iterator[tuple[str, object]]:
    """Yield (name, content) of each file below ``folder`` that a text includes, and that those include.

    Where an inclusion is written in a way that is not understood here, everything below the folder stands for it.
    """
    waiting, seen = [markdown], set[str]()
    while waiting:
        text = waiting.pop()
        if "8<" not in text:
            continue
        paths = [match["path"] for match in _INCLUDE.finditer(text)]
        if len(paths) != len(_INCLUDING.findall(text)):
            yield "*", states(folder)
        for name in paths:
            if name not in seen:
                seen.add(name)
                path = folder / name
                content = path.read_text("utf-8", "replace") if path.is_file() else ""
                yield name, content
                waiting.append(content)


def states(folder: Path) -> list[tuple[str, int, int]]:
    """Return the path, the modification time (nanoseconds) and the size of every file below a folder, sorted."""
    found = ((path, path.stat()) for path in sorted(folder.rglob("*")) if path.is_file())
    return [(str(path), stat.st_mtime_ns, stat.st_size) for path, stat in found]
