"""What the pages offer as ways in: symptoms and interview questions. Read from their front matter.

Pure: no MkDocs. Mistakes in front matter are reported with page and line, all at once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from handbook import yaml_lines
from handbook.examples.records import Example
from handbook.mistakes import Checks, Mistake, MistakeError
from handbook.page_source import PageSource, parse_page


@dataclass(frozen=True)
class Entry:
    """A way into a page: what the reader asks, and the anchor of the answer.

    ``common`` is a symptom's rank on the home page, or None; ``id`` an interview question's, under which its answer stands.
    """

    ask: str
    see: str
    common: int | None = None
    id: str = ""


@dataclass(frozen=True)
class PageEntries:
    """A page and the ways into it."""

    path: str
    topic: str
    title: str
    description: str
    symptoms: tuple[Entry, ...]
    interview: tuple[Entry, ...]


def read_entries(path: str, text: str) -> PageEntries:
    """Return the ways into the page ``path`` (relative to ``docs/``) with the source ``text``.

    Raises ``MistakeError`` with every mistake of its front matter.
    """
    page = parse_page(path, text)
    checks = Checks(f"docs/{path}", page.meta_lines)
    entries = PageEntries(
        path=path,
        topic=page.topic,
        title=str(page.meta.get("title", path)),
        description=str(page.meta.get("description", "")),
        symptoms=_entries(checks, page, "symptoms"),
        interview=_entries(checks, page, "interview"),
    )
    checks.refuse()
    return entries


def read_all_entries(docs: Path, order: Sequence[str]) -> list[PageEntries]:
    """Return the ways into all pages below ``docs``, in the order of ``order`` and then by path.

    Raises ``MistakeError`` with every mistake of every page.
    """
    pages: list[PageEntries] = []
    mistakes: list[Mistake] = []
    for path in sorted(docs.rglob("*.md")):
        name = path.relative_to(docs).as_posix()
        try:
            pages.append(read_entries(name, yaml_lines.read_text(path, f"docs/{name}")))
        except MistakeError as error:
            mistakes += error.mistakes
    if mistakes:
        raise MistakeError(*mistakes)
    return sort_pages(pages, order)


def nav_order(nav: Any) -> list[str]:
    """Return the pages that a ``nav`` of mkdocs.yml names, in its order."""
    if isinstance(nav, str):
        return [nav]
    items = nav.values() if isinstance(nav, dict) else nav or []
    return [path for item in items for path in nav_order(item)]


def sort_pages(pages: Iterable[PageEntries], order: Sequence[str]) -> list[PageEntries]:
    """Return the pages in the order of the navigation, those that it leaves out last."""
    place = {path: number for number, path in enumerate(order)}
    return sorted(pages, key=lambda page: (place.get(page.path, len(place)), page.path))


def count_levels(examples: Iterable[Example]) -> dict[str, int]:
    """Return how many examples were executed (``run``), checked only (``check``), not executed or changed since (``none``)."""
    counts = {"run": 0, "check": 0, "none": 0}
    for example in examples:
        counts["none" if example.stale else example.level] += 1
    return counts


@dataclass(frozen=True)
class Figures:
    """What the home page says of the handbook: ``levels`` as ``count_levels`` returns them; ``facts`` have the day of a check."""

    levels: dict[str, int]
    corrections: int
    facts: int
    pages: int
    terms: int


def count_list(path: Path) -> int:
    """Return the number of entries of a data file that holds a list; 0 when there is no such file."""
    data = yaml_lines.load(path)[0] if path.is_file() else None
    return len(data) if isinstance(data, list) else 0


def _entries(checks: Checks, page: PageSource, key: str) -> tuple[Entry, ...]:
    items = page.meta.get(key) or []
    if not isinstance(items, list):
        checks.add(_remedy(key, "要写成列表"), key)
        return ()
    return tuple(entry for number, item in enumerate(items) if (entry := _entry(checks, item, key, number)))


def _entry(checks: Checks, item: Any, key: str, number: int) -> Entry | None:
    if not isinstance(item, dict) or not {"ask", "see"} <= set(item) <= {"ask", "see", "common", "id"}:
        checks.add(_remedy(key, "每一条要有 ask 和 see；最常见的症状再加 common: 名次，面试题再加 id"), key, number)
    elif not isinstance(item["ask"], str) or not isinstance(item["see"], str):
        checks.add(_remedy(key, "的 ask 和 see 都是文字"), key, number)
    elif not re.fullmatch(r"[a-z0-9][a-z0-9_-]*", item["see"]):
        checks.add(_remedy(key, f"see 是本页小节的 id，不带 #；现在是“{item['see']}”"), key, number)
    elif not re.fullmatch(r"(?:q-[a-z0-9-]+)?", str(item.get("id", ""))):
        checks.add(_remedy(key, f"id 写成 q-页名-小写英文；现在是“{item['id']}”"), key, number)
    elif not isinstance(item.get("common", 1), int):
        checks.add(_remedy(key, f"common 是名次，写成整数；现在是“{item['common']}”"), key, number)
    else:
        return Entry(" ".join(item["ask"].split()), item["see"], item.get("common"), str(item.get("id", "")))
    return None


def _remedy(key: str, problem: str) -> str:
    return f'{key} {problem}；照这样写：{key}: [{{ask: "端口不通", see: why-stuck}}]'
