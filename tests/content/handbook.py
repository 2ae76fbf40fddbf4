"""What the content rules look at (the handbook's files) and what they say (problems)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from page_source import PageSource, parse_page
from yaml_lines import YamlError, read_text

# An editor lets a rule pass for the block that follows, and says why.
_ALLOW = re.compile(r"\s*<!-- allow: (?P<rule>[A-Z]+-\d+) \S.* -->\s*")


@dataclass(frozen=True, order=True)
class Problem:
    """A broken rule: where (``file`` from the root of the project, ``line`` from 1), what is wrong and the remedy."""

    file: str
    line: int
    rule: str
    text: str

    def __str__(self) -> str:
        return f"{self.rule} {self.file}:{self.line}: {self.text}"


@dataclass(frozen=True)
class Handbook:
    """The pages, parsed, and the folder of the project; ``broken`` are pages that are not UTF-8 or whose front matter is not YAML."""

    root: Path
    pages: tuple[PageSource, ...]
    broken: tuple[Problem, ...] = ()


def load_handbook(root: Path) -> Handbook:
    """Return all pages below ``root/docs``."""
    pages: list[PageSource] = []
    broken: list[Problem] = []
    for path in sorted((root / "docs").rglob("*.md")):
        name = path.relative_to(root / "docs").as_posix()
        try:
            pages.append(parse_page(name, read_text(path, f"docs/{name}")))
        except YamlError as error:
            broken.append(Problem(f"docs/{name}", error.line, "FM-1", error.problem))
    return Handbook(root, tuple(pages), tuple(broken))


def problem(rule: str, page: PageSource, line: int, text: str) -> Problem:
    """Return the problem of a page at ``line``."""
    return Problem(f"docs/{page.path}", line, rule, text)


def prose_lines(page: PageSource) -> Iterator[tuple[int, str]]:
    """Yield the lines outside front matter and fences, with their numbers."""
    return ((number, line) for number, line in enumerate(page.prose, start=1) if line)


def without_code(line: str) -> str:
    """Return a line of prose with code spans and HTML comments blanked; every other character keeps its column."""
    return re.sub(r"<!--.*?-->|(`+)(?!`).*?(?<!`)\1(?!`)", lambda found: " " * len(found[0]), line)


def drop_allowed(problems: Iterable[Problem], pages: Iterable[PageSource]) -> list[Problem]:
    """Return the problems without those that ``<!-- allow: RULE why -->`` before their block lets pass."""
    allowed = {
        (f"docs/{page.path}", match["rule"], line)
        for page in pages
        for number, text in prose_lines(page)
        if (match := _ALLOW.fullmatch(text))
        for line in _next_block(page, number)
    }
    return sorted(item for item in problems if (item.file, item.rule, item.line) not in allowed)


def _next_block(page: PageSource, marker: int) -> range:
    """Return the lines of the block after line ``marker``: a fence, or everything up to an empty line."""
    first = next((n for n in range(marker + 1, len(page.lines) + 1) if page.lines[n - 1].strip()), marker)
    for fence in page.fences:
        if fence.line == first:
            return range(first, fence.end + 1)
    last = next((n for n in range(first, len(page.lines) + 1) if not page.lines[n - 1].strip()), len(page.lines) + 1)
    return range(first, last)
