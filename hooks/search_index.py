"""Search finds Chinese, flags and keys: our index takes the place of the theme's, which the theme's plugin writes."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.utils import write_file

import yaml_lines
from glossary_marks import drop_marks
from search_build import Page, build_files
from search_sections import cut_page
from topics import TOPICS

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page as MkDocsPage

# What the theme's bundle fetches with every page: all that it needs. The worker reads meta.js at the first key.
STUB: dict[str, Any] = {"config": {"lang": ["zh"], "separator": "\\s+", "pipeline": [], "fields": {}}, "docs": []}
LIST_BOOST = 0.4  # pages that only list what other pages explain come after them


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Give the theme's search plugin a collector that it fills instead of its own index."""
    config.plugins["material/search"].search_index = Collector(config)  # type: ignore[attr-defined]
    return config


def on_post_build(*, config: MkDocsConfig) -> None:
    """Write the files of the index."""
    collector: Collector = config.plugins["material/search"].search_index  # type: ignore[attr-defined]
    target = Path(config.site_dir) / "search"
    files = build_files(collector.pages, _topics(collector.pages), collector.names, collector.scripts)
    # A page that was opened from a folder may not fetch JSON; the theme then asks for this script.
    files["search_index.js"] = f"var __index={json.dumps(STUB)}\n"
    for name, content in files.items():
        write_file(content.encode(), str(target / name))


class Collector:
    """Stands where the theme's index stood, with its two methods, and keeps the sections of each page."""

    def __init__(self, config: MkDocsConfig) -> None:
        root = Path(config.config_file_path).parent
        self.scripts = Path(config.docs_dir) / "assets/javascripts"
        self.pages: list[Page] = []
        self.addresses: dict[str, str] = {}  # by source file, also of pages that are left out
        glossary = _read(root / "data/glossary.yml")
        self.names = [[entry["term"], entry["en"], *entry.get("aliases", [])] for entry in glossary]
        self.names += _read(root / "data/synonyms.yml")
        self._aliases: dict[str, list[str]] = {}
        for entry in glossary:
            self._add_alias(entry["page"], entry["term"], entry["en"], *entry.get("aliases", []))
        for entry in _read(root / "data/corrections.yml"):
            self._add_alias(entry["page"], entry["claim"])

    def add_entry_from_context(self, page: MkDocsPage) -> None:
        """Take in a page as it will be written (called by the theme's plugin)."""
        self.addresses[page.file.src_uri] = page.url
        settings = page.meta.get("search") or {}
        if settings.get("exclude"):
            return
        topic = page.file.src_uri.split("/")[0] if "/" in page.file.src_uri else ""
        for key in ("symptoms", "interview"):
            for entry in page.meta.get(key) or []:
                self._add_alias(f"{page.file.src_uri}#{entry.get('see', '')}", entry["ask"])
        title = str(page.meta.get("title") or page.title)
        boost = settings.get("boost", 1 if topic in TOPICS else LIST_BOOST)
        self.pages.append(Page(page.url, title, topic, boost, list(self._sections(page, title))))

    def generate_search_index(self, previous: object) -> str:
        """Return what the theme's plugin writes to search_index.json."""
        return json.dumps(STUB)

    def _sections(self, page: MkDocsPage, title: str) -> Iterator[dict[str, str]]:
        path = page.file.src_uri
        for number, section in enumerate(cut_page(drop_marks(page.content or ""))):
            entry = {"id": section.id, "heading": section.heading or title, "text": section.text, "code": section.code}
            address = f"{path}#{section.id}" if section.id else path
            entry["alias"] = "\n".join(
                self._aliases.get(address, []) + ([] if section.id else self._aliases.get(path + "#", []))
            )
            if number == 0:
                # The navigation may call the page otherwise than its title.
                names = {title: None, section.heading: None, str(page.title): None}
                entry["title"] = " ".join(filter(None, names))
                entry["heading"] = title
                entry["tags"] = " ".join(
                    [*map(str, page.meta.get("tags") or []), str(page.meta.get("description") or "")]
                )
            else:
                entry["page"] = f"{title} {page.title}"
            yield {key: value for key, value in entry.items() if value}

    def _add_alias(self, page: str, *texts: str) -> None:
        self._aliases.setdefault(page, []).extend(re.sub(r"[`*]", "", text) for text in texts)


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
