"""The files that search in the browser reads: built once per build by the same tokenizer that cuts the queries.

    search/meta.js            pages, synonyms, and which file holds which terms; read at the first key
    search/<version>/t0.js …  postings of a range of terms; read when a query has such a term, the others after it
    search/<version>/p0.js …  the sections of one page, for the passage that a result shows below its title
    search/<version>/words.js the Latin terms, read when a word matches nothing
    search/<version>/codes.js the codes of programs and their sections, read with the first query

Each is a call of ``searchPart``, so that a page opened from a folder, which may not fetch, can load it as a script.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from handbook.search.sections import cut_page

if TYPE_CHECKING:
    from py_mini_racer import MiniRacer

_ASSETS = ("vendor/opencc/traditional.js", "search/tokenizer.js", "search/engine.js")
INDEXER = Path(__file__).with_name("indexer.js")
SHARD_BYTES = 40_000


@dataclass(frozen=True)
class Source:
    """One page as it was rendered, and what its front matter and the data files add to it.

    ``names`` are what the page is called besides its first heading; ``aliases`` are by section id, "" for the page.
    """

    url: str
    title: str
    topic: str
    boost: float
    html: str
    names: tuple[str, ...]
    tags: str
    aliases: Mapping[str, Sequence[str]]


@dataclass
class Page:
    """One page. A section has ``id`` and ``heading`` and texts for some of the fields that the indexer weighs."""

    url: str
    title: str
    topic: str
    boost: float
    sections: list[dict[str, str]] = field(default_factory=list)


@dataclass(frozen=True)
class CodeList:
    """The codes that a program can say, each with a section of the page ``url``: (id, number, name, further forms...).

    ``words`` say whose code a query means, ``forms`` how a line of a log has one; see ``handbook.codes.data.Vocabulary``.
    """

    url: str
    words: tuple[str, ...]
    forms: tuple[str, ...]
    alone: bool
    codes: tuple[tuple[str, ...], ...]


def count_page(source: Source, scripts: Path) -> Page:
    """Return the page cut into its sections, with their terms counted for ``build_files`` in the same process."""
    page = _cut_once(_dump(asdict(source)))
    _indexer(scripts).call("countPage", _dump(page.sections))
    return page


@lru_cache(maxsize=1000)  # pages; `make serve` asks for all of them after every save
def _cut_once(source: str) -> Page:
    return cut_source(Source(**json.loads(source)))


def cut_source(source: Source) -> Page:
    """Return the page cut into its sections."""
    page = Page(source.url, source.title, source.topic, source.boost)
    for number, section in enumerate(cut_page(source.html)):
        entry = {
            "id": section.id,
            "heading": section.heading or source.title,
            "text": section.text,
            "code": section.code,
        }
        entry["alias"] = "\n".join(source.aliases.get(section.id, ()))
        if number == 0:
            # The navigation may call the page otherwise than its title.
            first, *others = source.names
            entry["title"] = " ".join(filter(None, dict.fromkeys([first, section.heading, *others])))
            entry["heading"] = source.title
            entry["tags"] = source.tags
        else:
            entry["page"] = " ".join(source.names)
        page.sections.append({key: value for key, value in entry.items() if value})
    return page


def build_files(
    pages: Sequence[Page],
    topics: Mapping[str, tuple[str, str]],
    names: Sequence[Sequence[str]],
    scripts: Path,
    codes: Sequence[CodeList] = (),
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
    if codes:
        parts["codes"] = _code_lists(pages, codes)
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
        "codes": bool(codes),
    }
    version = hashlib.sha256(_dump([meta, parts]).encode()).hexdigest()[:12]
    files = {f"{version}/{name}.js": _call(name, data) for name, data in parts.items()}
    return {**files, "meta.js": _call("meta", {"version": version, **meta})}


def _code_lists(pages: Sequence[Page], lists: Sequence[CodeList]) -> list[dict[str, Any]]:
    """Return the lists as search reads them: of each code the number of its section, its number, its name and its own forms."""
    sections = [(page.url, section.get("id", "")) for page in pages for section in page.sections]
    numbers = {place: number for number, place in enumerate(sections)}
    return [
        {
            "words": list(own.words),
            "forms": list(own.forms),
            "alone": own.alone,
            "codes": [
                [numbers[own.url, identifier], *rest]
                for identifier, *rest in own.codes
                if (own.url, identifier) in numbers
            ],
        }
        for own in lists
    ]


def start_engine(scripts: Path, *more: Path) -> MiniRacer:
    """Return a V8 that has run the tokenizer, as browsers do, and then the scripts ``more``."""
    return _run(_read(scripts, *more))


def _indexer(scripts: Path) -> MiniRacer:
    """Return the V8 that counts and indexes: the same one in a process until a script changes."""
    return _run_once(_read(scripts, INDEXER))


def _read(scripts: Path, *more: Path) -> tuple[str, ...]:
    return tuple(path.read_text(encoding="utf-8") for path in (*(scripts / name for name in _ASSETS), *more))


def _run(texts: tuple[str, ...]) -> MiniRacer:
    # Imported here because only the indexing process needs V8.
    from py_mini_racer import MiniRacer

    engine = MiniRacer()
    for text in texts:
        engine.eval(text)
    return engine


_run_once = lru_cache(maxsize=1)(_run)


def _run_indexer(pages: Sequence[Page], scripts: Path) -> dict[str, Any]:
    result: dict[str, Any] = json.loads(
        str(_indexer(scripts).call("buildIndexJson", _dump([_dump(page.sections) for page in pages])))
    )
    return result


def _page_part(page: Page) -> list[list[str]]:
    keys = ("id", "heading", "text", "code")
    return [[section.get(key, "") for key in keys] for section in page.sections]


def _shards(terms: list[tuple[str, str]]) -> Iterator[list[tuple[str, str]]]:
    """Cut the sorted terms into files of about the same size: neighbours, which a prefix asks for, stay together."""
    shard: list[tuple[str, str]] = []
    size = 0
    for term, packed in terms:
        shard.append((term, packed))
        size += len(term) + len(packed)
        if size > SHARD_BYTES:
            yield shard
            shard, size = [], 0
    if shard:
        yield shard


def _call(name: str, data: Any) -> str:
    return f'searchPart("{name}",{_dump(data)})\n'


def _dump(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
