"""A page's Markdown seen line by line: front matter, fenced code and prose apart, each with its line number.

Hooks and content rules share it, so that both agree on what is code and what is text. It knows fences and front
matter only; everything else stays as the editor wrote it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, NamedTuple

from handbook import yaml_lines

# Code in a line of text: as many backticks at the end as at the beginning.
CODE_SPAN = re.compile(r"(?P<ticks>`+)(?!`)(?P<code>.*?)(?<!`)(?P=ticks)(?!`)")
TAB = 4  # columns; Python-Markdown's tab_length
# An info text may quote anything; a backtick elsewhere makes the line a code span.
_FENCE = re.compile(r"""(?P<prefix>[> ]*)(?P<mark>`{3,}(?=(?:[^`"]|"[^"]*")*$)|~{3,})(?P<info>.*)$""")

_HEADING = re.compile(r" {0,3}(?P<marks>#{1,6})\s+(?P<title>.*?)\s*(?:\{(?P<attributes>:?[^{}]*)\}\s*)?")
_ID = re.compile(r"(?:^|\s):?\s*#([a-z0-9]+(?:-[a-z0-9]+)*)(?=\s|$)")


@dataclass(frozen=True)
class Fence:
    """A fenced block: ``line`` and ``end`` are its first and last line (from 1), ``body`` the lines between.

    ``prefix`` is what stands before the mark (spaces, ``>``); ``closed`` is false when the fence runs to the page's end.
    """

    line: int
    end: int
    info: str
    body: tuple[str, ...]
    prefix: str = ""
    mark: str = "```"
    closed: bool = True

    @property
    def language(self) -> str:
        """The language that the fence names, in lower case; ``""`` when it names none."""
        match = re.match(r"\s*(?:\{\s*\.)?([\w+#-]+)", self.info)
        return match.group(1).lower() if match and "=" not in self.info.split()[0] else ""


@dataclass(frozen=True)
class PageSource:
    """A parsed page. ``prose`` has one item per source line: the line, or ``""`` for front matter and fences."""

    path: str
    lines: tuple[str, ...]
    prose: tuple[str, ...]
    fences: tuple[Fence, ...]
    meta: dict[str, Any] = field(default_factory=dict)
    meta_lines: yaml_lines.Lines = field(default_factory=yaml_lines.Lines)

    @property
    def topic(self) -> str:
        """The folder below ``docs/`` that holds the page; ``""`` at the top."""
        return self.path.partition("/")[0] if "/" in self.path else ""


@lru_cache(maxsize=1024)  # the ledger alone asks for the title of a page a hundred times
def parse_page(path: str, text: str) -> PageSource:
    """Return the page ``path`` (relative to ``docs/``) parsed. Raises ``MistakeError`` for bad front matter."""
    lines = text.removeprefix("\ufeff").splitlines()
    start = _front_matter_end(lines)
    meta, meta_lines = _load_meta(path, lines[1 : start - 1]) if start else ({}, yaml_lines.Lines())
    fences = find_fences(lines, start)
    prose = ["" if number < start else line for number, line in enumerate(lines)]
    for fence in fences:
        prose[fence.line - 1 : fence.end] = [""] * (fence.end - fence.line + 1)
    return PageSource(path, tuple(lines), tuple(prose), tuple(fences), meta, meta_lines)


def parse_body(lines: Sequence[str]) -> list[str]:
    """Return the lines of Markdown that has no front matter, those of fences as ``""``."""
    prose = list(lines)
    for fence in find_fences(lines):
        prose[fence.line - 1 : fence.end] = [""] * (fence.end - fence.line + 1)
    return prose


def _front_matter_end(lines: list[str]) -> int:
    """Return the number of lines that the front matter takes, its two ``---`` included; 0 without one."""
    if not lines or lines[0].rstrip() != "---":
        return 0
    for number, line in enumerate(lines[1:], start=2):
        if line.rstrip() == "---":
            return number
    return 0


def _load_meta(path: str, lines: list[str]) -> tuple[dict[str, Any], yaml_lines.Lines]:
    """Return the front matter and its line numbers; anything but a mapping counts as none."""
    # The empty first line stands for the opening ---, so that the numbers are those of the page.
    meta, numbers = yaml_lines.loads("\n" + "\n".join(lines), f"docs/{path}")
    return (meta, numbers) if isinstance(meta, dict) else ({}, numbers)


def find_fences(lines: Sequence[str], start: int = 0) -> list[Fence]:
    """Return the fences after line ``start``, as pymdownx.superfences sees them; an open one runs to the page's end.

    A fence ends at the same mark in the same column, not at a longer one; it may be indented, with tabs too, or quoted.
    """
    fences: list[Fence] = []
    number = start
    while number < len(lines):
        line = lines[number]
        match = _FENCE.match(line.expandtabs(TAB)) if "```" in line or "~~~" in line else None
        if match is None:
            number += 1
            continue
        closing = re.compile(rf"[> ]{{{len(match['prefix'])}}}{re.escape(match['mark'])} *$")
        rest = range(number + 1, len(lines))
        found = next((i for i in rest if closing.match(lines[i].expandtabs(TAB))), None)
        end = len(lines) if found is None else found
        fences.append(
            Fence(
                line=number + 1,
                end=min(end + 1, len(lines)),
                info=match["info"].strip(),
                body=tuple(lines[number + 1 : end]),
                prefix=match["prefix"],
                mark=match["mark"],
                closed=found is not None,
            )
        )
        number = end + 1
    return fences


class Heading(NamedTuple):
    """A heading: its line (from 1), level and title, and the id that its attributes give; ``""`` without one."""

    line: int
    level: int
    title: str
    id: str


def headings(prose: Sequence[str]) -> Iterator[Heading]:
    """Yield the headings in lines of prose, in the one notation that the handbook uses."""
    for number, line in enumerate(prose, start=1):
        if match := _HEADING.fullmatch(line):
            identifier = _ID.search(match["attributes"] or "")
            yield Heading(number, len(match["marks"]), match["title"], identifier[1] if identifier else "")


def heading_ids(prose: Sequence[str]) -> set[str]:
    """Return the ids of the headings in lines of prose."""
    return {heading.id for heading in headings(prose) if heading.id}
