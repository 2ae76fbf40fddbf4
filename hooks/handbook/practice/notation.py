"""How a self-test question is written on a page: ``??? question "问？" {#q-state-udp see=udp}``, its answer indented below.

Readers can link to one question, and its id stays when the wording is mended: what they have learned is kept under it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from handbook.page_source import PageSource

ID = re.compile(r"q-[a-z0-9]+(?:-[a-z0-9]+)*")
_LINE = re.compile(r'(?P<start>\?\?\?\+? question) "(?P<ask>.+)"(?:\s*\{(?P<attributes>[^{}"]*)\})?\s*')
_ATTRIBUTES = re.compile(r"\s*#(?P<id>[^\s#=]+)(?:\s+see=(?P<see>[^\s#=]+))?\s*")


@dataclass(frozen=True)
class WrittenQuestion:
    """A question as a page has it: ``line`` from 1, id and section as written (``""`` for none), its answer in Markdown."""

    line: int
    ask: str
    id: str
    see: str
    answer: tuple[str, ...]


def split_attributes(line: str) -> tuple[str, str]:
    """Return a line without the attributes of a question, and its id; any other line as it is, and ``""``."""
    match = _LINE.fullmatch(line) if line.startswith("??? ") or line.startswith("???+ ") else None
    if match is None or match["attributes"] is None:
        return line, ""
    found = _ATTRIBUTES.fullmatch(match["attributes"])
    return f'{match["start"]} "{match["ask"]}"', found["id"] if found else ""


def written_questions(page: PageSource) -> Iterator[WrittenQuestion]:
    """Yield the self-test questions of a page, in its order."""
    for number, line in enumerate(page.prose, start=1):
        if match := _LINE.fullmatch(line):
            found = _ATTRIBUTES.fullmatch(match["attributes"] or "")
            identifier, see = (found["id"], found["see"] or "") if found else ("", "")
            yield WrittenQuestion(number, match["ask"], identifier, see, _body(page.lines, number))


def _body(lines: tuple[str, ...], start: int) -> tuple[str, ...]:
    """Return the indented lines below line ``start`` (from 1), without their indentation and the empty lines around."""
    body: list[str] = []
    for line in lines[start:]:
        wide = line.expandtabs(4)
        if wide.strip() and not wide.startswith("    "):
            break
        body.append(wide[4:].rstrip())
    text = "\n".join(body).strip("\n")
    return tuple(text.split("\n")) if text else ()
