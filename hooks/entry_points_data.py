"""What the pages offer as ways in: symptoms, interview questions, self-test questions. Read from their source.

Pure: no MkDocs. A mistake in a page's front matter raises ``YamlError`` with the page and the line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml_lines
from example_records import Example
from page_source import PageSource, parse_page
from yaml_lines import YamlError

_QUESTION = re.compile(r'\?\?\?\+? question "(?P<text>.+)"\s*')


@dataclass(frozen=True)
class Entry:
    """A way into a page: what the reader asks, and the anchor of the answer; ``common`` is its rank on the home page, or None."""

    ask: str
    see: str
    common: int | None = None


@dataclass(frozen=True)
class PageEntries:
    """A page and the ways into it; ``questions`` are the titles of its self-test."""

    path: str
    topic: str
    title: str
    description: str
    symptoms: tuple[Entry, ...]
    interview: tuple[Entry, ...]
    questions: tuple[str, ...]


def read_entries(path: str, text: str) -> PageEntries:
    """Return the ways into the page ``path`` (relative to ``docs/``) with the source ``text``."""
    page = parse_page(path, text)
    return PageEntries(
        path=path,
        topic=page.topic,
        title=str(page.meta.get("title", path)),
        description=str(page.meta.get("description", "")),
        symptoms=_entries(page, "symptoms"),
        interview=_entries(page, "interview"),
        questions=tuple(match["text"] for line in page.prose if (match := _QUESTION.fullmatch(line))),
    )


def nav_order(nav: Any) -> list[str]:
    """Return the pages that a ``nav`` of mkdocs.yml names, in its order."""
    if isinstance(nav, str):
        return [nav]
    items = nav.values() if isinstance(nav, dict) else nav or []
    return [path for item in items for path in nav_order(item)]


def sort_pages(pages: Iterable[PageEntries], order: list[str]) -> list[PageEntries]:
    """Return the pages in the order of the navigation, those that it leaves out last."""
    place = {path: number for number, path in enumerate(order)}
    return sorted(pages, key=lambda page: (place.get(page.path, len(place)), page.path))


def count_levels(examples: Iterable[Example]) -> dict[str, int]:
    """Return how many examples were executed (``run``), checked only (``check``), not executed or changed since (``none``)."""
    counts = {"run": 0, "check": 0, "none": 0}
    for example in examples:
        counts["none" if example.stale else example.level] += 1
    return counts


def count_list(path: Path) -> int:
    """Return the number of entries of a data file that holds a list; 0 when there is no such file."""
    data = yaml_lines.load(path)[0] if path.is_file() else None
    return len(data) if isinstance(data, list) else 0


def _entries(page: PageSource, key: str) -> tuple[Entry, ...]:
    items = page.meta.get(key) or []
    if not isinstance(items, list):
        raise _error(page, "要写成列表", key)
    return tuple(_entry(page, item, key, number) for number, item in enumerate(items))


def _entry(page: PageSource, item: Any, key: str, number: int) -> Entry:
    if not isinstance(item, dict) or not {"ask", "see"} <= set(item) <= {"ask", "see", "common"}:
        raise _error(page, "每一条要有 ask 和 see；最常见的再加 common: 名次", key, number)
    if not isinstance(item["ask"], str) or not isinstance(item["see"], str):
        raise _error(page, "的 ask 和 see 都是文字", key, number)
    if not re.fullmatch(r"[a-z0-9][a-z0-9_-]*", item["see"]):
        raise _error(page, f"see 是本页小节的 id，不带 #；现在是“{item['see']}”", key, number)
    return Entry(" ".join(item["ask"].split()), item["see"], item.get("common"))


def _error(page: PageSource, problem: str, key: str, *path: int) -> YamlError:
    line = page.meta_lines.of(key, *path)
    remedy = f'照这样写：{key}: [{{ask: "端口不通", see: why-stuck}}]'
    return YamlError(f"docs/{page.path}", line, f"{key} {problem}；{remedy}")
