"""Gathers the pages of a build for the index: what each is called, asked for and tagged, and its HTML.

Readers find a section by its symptoms, questions, terms and the wrong claims that it corrects, not only by its words.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from handbook import yaml_lines
from handbook.codes.data import Vocabulary
from handbook.search.build import CodeList, Page, Source, count_page
from handbook.search.exam import SYNONYMS_FILE, Question, build_and_ask, load_synonyms, rank_of
from handbook.search.process import Worker, shared_worker
from handbook.topics import TOPICS

# What the theme's bundle fetches with every page: all that it needs. The worker reads meta.js at the first key.
STUB: dict[str, Any] = {"config": {"lang": ["zh"], "separator": "\\s+", "pipeline": [], "fields": {}}, "docs": []}
LIST_PAGE_FACTOR = 0.4  # pages that only list what other pages explain come after them


class Collector:
    """Stands where the theme's index stood, with its two methods, and has the index built from all pages."""

    def __init__(self, root: Path, scripts: Path, *, keep: bool, codes: Iterable[Vocabulary] = ()) -> None:
        """Take the project's folder and that of the scripts; ``keep`` the process for the builds that follow.

        ``codes`` are those that pages show: a query that names one leads to it.
        """
        self.scripts = scripts
        self.keep = keep
        self.codes = tuple(codes)
        self.worker = shared_worker() if keep else Worker()
        self.begun = False
        self.pages: list[Callable[[], Page]] = []
        self.addresses: dict[str, str] = {}  # by source file, also of pages that are left out
        self.questions: list[Question] = []  # what to ask the engine when the index is there
        self._result: Callable[[], tuple[dict[str, str], list[list[str]]]]
        glossary = _read(root / "data/glossary.yml")
        self.names = [[entry["term"], entry["en"], *entry.get("aliases", [])] for entry in glossary]
        self.names += load_synonyms(root / SYNONYMS_FILE)
        self._aliases: dict[str, dict[str, list[str]]] = {}  # by source file and section
        for entry in glossary:
            self._add_alias(entry["page"], entry["term"], entry["en"], *entry.get("aliases", []))
        for entry in _read(root / "data/corrections.yml"):
            self._add_alias(entry["page"], entry["claim"])

    def add_entry_from_context(self, page: object) -> None:
        """Do nothing: the theme's plugin calls this too late, when a page is laid out."""

    def generate_search_index(self, previous: object) -> str:
        """Return what the theme's plugin writes to search_index.json."""
        return json.dumps(STUB)

    def add_page(self, path: str, url: str, names: Sequence[str], meta: Mapping[str, Any], html: str) -> None:
        """Take in a rendered page, the first of its names being its title; not one that is rendered after ``begin``."""
        if self.begun:
            return
        self.addresses[path] = url
        settings = meta.get("search") or {}
        if settings.get("exclude"):
            return
        for key in ("symptoms", "interview"):
            for entry in meta.get(key) or []:
                self._add_alias(f"{path}#{entry.get('see', '')}", entry["ask"])
        topic = path.split("/")[0] if "/" in path else ""
        source = Source(
            url=url,
            title=names[0],
            topic=topic,
            boost=settings.get("boost", 1 if topic in TOPICS else LIST_PAGE_FACTOR),
            html=html,
            names=tuple(names),
            tags=" ".join([*map(str, meta.get("tags") or []), str(meta.get("description") or "")]),
            aliases=self._aliases.get(path, {}),
        )
        self.pages.append(self.worker.submit(count_page, source, self.scripts).result)

    def begin(self) -> None:
        """Have the index built from the pages taken in, and the questions put to it."""
        self.begun = True
        pages = [page() for page in self.pages]
        questions = tuple(question.ask for question in self.questions)
        self._result = self.worker.submit(
            build_and_ask, pages, _topics(pages), self.names, self.scripts, questions, self._code_lists()
        ).result

    def finish(self) -> tuple[dict[str, str], list[int]]:
        """Return the files by their path below ``search/``, and for each question the place of its page, 0 for none."""
        files, answers = self._result()
        if not self.keep:
            self.worker.stop()
        # A page that was opened from a folder may not fetch JSON; the theme then asks for this script.
        files["search_index.js"] = f"var __index={json.dumps(STUB)}\n"
        ranks = [
            rank_of(found, [self.addresses[page] for page in question.pages])
            for question, found in zip(self.questions, answers, strict=True)
        ]
        return files, ranks

    def _code_lists(self) -> list[CodeList]:
        """Return the codes of the pages that were taken in."""
        return [
            CodeList(
                url=self.addresses[own.page],
                words=own.words,
                forms=own.forms,
                alone=own.alone,
                codes=tuple((code.id, code.number, code.name, *code.forms) for code in own.codes),
            )
            for own in self.codes
            if own.page in self.addresses
        ]

    def _add_alias(self, address: str, *texts: str) -> None:
        page, _, section = address.partition("#")
        found = self._aliases.setdefault(page, {}).setdefault(section, [])
        found.extend(re.sub(r"[`*]", "", text) for text in texts)


def _read(path: Path) -> list[Any]:
    # The glossary's and the ledger's own hooks have checked them; a site without the files has no such names.
    data = yaml_lines.load(path, path.name)[0] if path.is_file() else None
    return data or []


def _topics(pages: list[Page]) -> dict[str, tuple[str, str]]:
    """Return the name and the address of each topic by its folder: its first page stands for it."""
    found: dict[str, tuple[str, str]] = {}
    for page in sorted(pages, key=lambda page: len(page.url)):
        if page.topic in TOPICS:
            found.setdefault(page.topic, (TOPICS[page.topic], page.url))
    return {topic: found[topic] for topic in TOPICS if topic in found}
