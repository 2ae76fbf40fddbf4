"""A page's Markdown seen line by line: front matter, fenced code and prose apart, each with its line number.

Hooks and content rules share it, so that both agree on what is code and what is text. It knows fences and front
matter only; everything else stays as the editor wrote it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import yaml_lines

_FENCE = re.compile(r"^(?P<indent> *)(?P<mark>`{3,}|~{3,})(?P<info>[^`]*)$")


@dataclass(frozen=True)
class Fence:
    """A fenced block: ``line`` and ``end`` are its first and last line (from 1), ``body`` the lines between."""

    line: int
    end: int
    info: str
    body: tuple[str, ...]

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
    """Return the page ``path`` (relative to ``docs/``) parsed. Raises ``YamlError`` for bad front matter."""
    lines = text.removeprefix("\ufeff").splitlines()
    start = _front_matter_end(lines)
    meta, meta_lines = _load_meta(path, lines[1 : start - 1]) if start else ({}, yaml_lines.Lines())
    fences = _find_fences(lines, start)
    prose = ["" if number < start else line for number, line in enumerate(lines)]
    for fence in fences:
        prose[fence.line - 1 : fence.end] = [""] * (fence.end - fence.line + 1)
    return PageSource(path, tuple(lines), tuple(prose), tuple(fences), meta, meta_lines)


def replace_lines(text: str, pattern: re.Pattern[str], replace: Callable[[re.Match[str]], str]) -> str:
    """Return ``text`` with every whole line outside fences that ``pattern`` matches replaced by ``replace(match)``."""
    lines = text.splitlines()
    for number, line in enumerate(parse_body(text)):
        match = pattern.fullmatch(line)
        if match:
            lines[number] = replace(match)
    return "\n".join(lines)


def parse_body(text: str) -> list[str]:
    """Return the lines of Markdown without front matter, those of fences as ``""``."""
    lines = text.splitlines()
    for fence in _find_fences(lines, 0):
        lines[fence.line - 1 : fence.end] = [""] * (fence.end - fence.line + 1)
    return lines


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


def _find_fences(lines: list[str], start: int) -> list[Fence]:
    """Return the fences after line ``start``; one that nobody closes runs to the end of the page."""
    fences: list[Fence] = []
    number = start
    while number < len(lines):
        match = _FENCE.match(lines[number])
        if match is None:
            number += 1
            continue
        closing = re.compile(rf" *{re.escape(match['mark'])}{re.escape(match['mark'][0])}* *$")
        end = next((i for i in range(number + 1, len(lines)) if closing.match(lines[i])), len(lines) - 1)
        fences.append(Fence(number + 1, end + 1, match["info"].strip(), tuple(lines[number + 1 : end])))
        number = end + 1
    return fences
