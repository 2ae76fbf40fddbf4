"""The files that search in the browser reads: built once per build by the same tokenizer that cuts the queries.

    search/meta.js            pages, synonyms, and which file holds which terms; read at the first key
    search/<version>/t0.js …  postings of a range of terms; read when a query has such a term
    search/<version>/p0.js …  the sections of one page, for the passage that a result shows
    search/<version>/words.js the Latin terms, read when a word matches nothing

Each is a call of ``searchPart``, so that a page opened from a folder, which may not fetch, can load it as a script.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from py_mini_racer import MiniRacer

_ASSETS = ("vendor/opencc/traditional.js", "search/tokenizer.js")
SHARD_BYTES = 40_000


@dataclass
class Page:
    """One page. A section has ``id`` and ``heading`` and texts for some of the fields that the indexer weighs."""

    url: str
    title: str
    topic: str
    boost: float
    sections: list[dict[str, str]] = field(default_factory=list)


def build_files(
    pages: Sequence[Page], topics: Mapping[str, tuple[str, str]], names: Sequence[Sequence[str]], scripts: Path
) -> dict[str, str]:
    """Return the content of each file by its path below ``search/``.

    ``topics`` are (name, address) by folder, ``names`` the groups of words that mean the same, ``scripts`` the folder
    ``docs/assets/javascripts``.
    """
    index = _run_indexer(pages, scripts)
    parts: dict[str, Any] = {f"p{number}": _page_part(page) for number, page in enumerate(pages)}
    starts: list[str] = []
    for number, shard in enumerate(_shards(index["terms"])):
        starts.append(shard[0][0])
        parts[f"t{number}"] = dict(shard)
    parts["words"] = index["words"]
    known = [folder for folder in topics if any(page.topic == folder for page in pages)]
    meta = {
        "docs": index["docs"],
        "topics": [list(topics[folder]) for folder in known],
        "pages": [
            [
                page.url,
                page.title,
                known.index(page.topic) if page.topic in known else -1,
                page.boost,
                len(page.sections),
            ]
            for page in pages
        ],
        "starts": starts,
        "names": [list(group) for group in names],
    }
    version = hashlib.sha256(_dump([meta, parts]).encode()).hexdigest()[:12]
    files = {f"{version}/{name}.js": _call(name, data) for name, data in parts.items()}
    return {**files, "meta.js": _call("meta", {"version": version, **meta})}


def start_engine(scripts: Path, *more: Path) -> MiniRacer:
    """Return a V8 that has run the tokenizer, as browsers do, and then the scripts ``more``."""
    engine = MiniRacer()
    for source in [*(scripts / name for name in _ASSETS), *more]:
        engine.eval(source.read_text(encoding="utf-8"))
    return engine


def _run_indexer(pages: Sequence[Page], scripts: Path) -> dict[str, Any]:
    engine = start_engine(scripts, Path(__file__).with_name("search_indexer.js"))
    result: dict[str, Any] = json.loads(
        str(engine.call("buildIndexJson", _dump([{"sections": page.sections} for page in pages])))
    )
    return result


def _page_part(page: Page) -> list[list[str]]:
    keys = ("id", "heading", "text", "code")
    return [[section.get(key, "") for key in keys] for section in page.sections]


def _shards(terms: list[tuple[str, list[int]]]) -> Iterator[list[tuple[str, list[int]]]]:
    """Cut the sorted terms into files of about the same size: neighbours, which a prefix asks for, stay together."""
    shard: list[tuple[str, list[int]]] = []
    size = 0
    for term, entries in terms:
        shard.append((term, entries))
        size += len(term) + 3 * len(entries)
        if size > SHARD_BYTES:
            yield shard
            shard, size = [], 0
    if shard:
        yield shard


def _call(name: str, data: Any) -> str:
    return f'searchPart("{name}",{_dump(data)})\n'


def _dump(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
