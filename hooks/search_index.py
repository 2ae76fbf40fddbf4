"""Search finds Chinese, flags and keys: our index takes the place of the theme's, which the theme's plugin writes."""

from __future__ import annotations

import json
import re
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from site import addsitedir
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar, cast

from mkdocs.utils import write_file

import yaml_lines
from search_build import Page, Source, take_in
from search_questions import build_and_ask
from topics import TOPICS

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page as MkDocsPage

P = ParamSpec("P")
T = TypeVar("T")

# What the theme's bundle fetches with every page: all that it needs. The worker reads meta.js at the first key.
STUB: dict[str, Any] = {"config": {"lang": ["zh"], "separator": "\\s+", "pipeline": [], "fields": {}}, "docs": []}
LIST_BOOST = 0.4  # pages that only list what other pages explain come after them


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Give the theme's search plugin a collector that it fills instead of its own index."""
    config.plugins["material/search"].search_index = Collector(config)  # type: ignore[attr-defined]
    return config


def on_page_content(html: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> None:
    """Take in a page that is rendered."""
    _collector(config).take(page, html)


def on_env(env: Environment, *, config: MkDocsConfig, files: Files) -> None:
    """Begin to build the index, now that every page is taken in, while the pages are laid out."""
    _collector(config).begin()


def on_post_build(*, config: MkDocsConfig) -> None:
    """Write the files of the index."""
    collector = _collector(config)
    files, collector.answers = collector.result()
    target = Path(config.site_dir) / "search"
    # A page that was opened from a folder may not fetch JSON; the theme then asks for this script.
    files["search_index.js"] = f"var __index={json.dumps(STUB)}\n"
    for name, content in files.items():
        write_file(content.encode(), str(target / name))


def _collector(config: MkDocsConfig) -> Collector:
    return cast("Collector", config.plugins["material/search"].search_index)  # type: ignore[attr-defined]


class Collector:
    """Stands where the theme's index stood, with its two methods, and has the index built from all pages."""

    def __init__(self, config: MkDocsConfig) -> None:
        root = Path(config.config_file_path).parent
        self.scripts = Path(config.docs_dir) / "assets/javascripts"
        # `mkdocs serve` builds into a temporary folder of this name. It works in this process: it builds again and
        # again, and most pages are cut already.
        self.pool = None if Path(config.site_dir).name.startswith("mkdocs_") else _start_process()
        self.pages: list[Callable[[], Page]] = []
        self.addresses: dict[str, str] = {}  # by source file, also of pages that are left out
        self.questions: list[str] = []  # what to ask the engine when the index is there
        self.answers: list[list[str]] = []
        self.result: Callable[[], tuple[dict[str, str], list[list[str]]]]
        glossary = _read(root / "data/glossary.yml")
        self.names = [[entry["term"], entry["en"], *entry.get("aliases", [])] for entry in glossary]
        self.names += _read(root / "data/synonyms.yml")
        self._aliases: dict[str, dict[str, list[str]]] = {}  # by source file and section
        for entry in glossary:
            self._add_alias(entry["page"], entry["term"], entry["en"], *entry.get("aliases", []))
        for entry in _read(root / "data/corrections.yml"):
            self._add_alias(entry["page"], entry["claim"])

    def add_entry_from_context(self, page: MkDocsPage) -> None:
        """Do nothing: the theme's plugin calls this too late, when a page is laid out."""

    def generate_search_index(self, previous: object) -> str:
        """Return what the theme's plugin writes to search_index.json."""
        return json.dumps(STUB)

    def take(self, page: MkDocsPage, html: str) -> None:
        """Take in a page that is rendered."""
        path = page.file.src_uri
        self.addresses[path] = page.url
        settings = page.meta.get("search") or {}
        if settings.get("exclude"):
            return
        for key in ("symptoms", "interview"):
            for entry in page.meta.get(key) or []:
                self._add_alias(f"{path}#{entry.get('see', '')}", entry["ask"])
        topic = path.split("/")[0] if "/" in path else ""
        title = str(page.meta.get("title") or page.title)
        source = Source(
            url=page.url,
            title=title,
            topic=topic,
            boost=settings.get("boost", 1 if topic in TOPICS else LIST_BOOST),
            html=html,
            names=(title, str(page.title)),
            tags=" ".join([*map(str, page.meta.get("tags") or []), str(page.meta.get("description") or "")]),
            aliases=self._aliases.get(path, {}),
        )
        self.pages.append(self._hand_over(take_in, source, self.scripts))

    def begin(self) -> None:
        """Have the index built from the pages taken in, and the questions put to it."""
        pages = [page() for page in self.pages]
        self.result = self._hand_over(
            build_and_ask, pages, _topics(pages), self.names, self.scripts, tuple(self.questions)
        )
        if self.pool:
            self.pool.shutdown(wait=False)  # takes no more work, and ends when it has done this

    def _hand_over(self, work: Callable[P, T], *args: P.args, **options: P.kwargs) -> Callable[[], T]:
        """Have something done by the process beside this one, or now; return what gives the result."""
        if self.pool:
            return self.pool.submit(work, *args, **options).result
        done = work(*args, **options)
        return lambda: done

    def _add_alias(self, address: str, *texts: str) -> None:
        page, _, section = address.partition("#")
        found = self._aliases.setdefault(page, {}).setdefault(section, [])
        found.extend(re.sub(r"[`*]", "", text) for text in texts)


def _read(path: Path) -> list[Any]:
    # The glossary's and the ledger's own hooks have checked them; a site without the files has no such names.
    data = yaml_lines.load(path, path.name)[0] if path.is_file() else None
    return data or []


def _start_process() -> ProcessPoolExecutor:
    # MkDocs has the hooks' folder on the path only while it loads them; the new process needs it to find our modules.
    return ProcessPoolExecutor(1, get_context("spawn"), initializer=addsitedir, initargs=(str(Path(__file__).parent),))


def _topics(pages: list[Page]) -> dict[str, tuple[str, str]]:
    """Return the name and the address of each topic by its folder: its first page stands for it."""
    found: dict[str, tuple[str, str]] = {}
    for page in sorted(pages, key=lambda page: len(page.url)):
        if page.topic in TOPICS:
            found.setdefault(page.topic, (TOPICS[page.topic], page.url))
    return {topic: found[topic] for topic in TOPICS if topic in found}
