"""The search as readers' browsers run it, in V8: for tests of the tokenizer, the engine and the passages."""

from __future__ import annotations

import json
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from handbook.search.build import CodeList, Page, build_files, start_engine
from handbook.search.exam import SCRIPT as EXAM
from handbook.search.exam import rank_questions
from support.site_build import ROOT

if TYPE_CHECKING:
    from py_mini_racer import JSPromise

SCRIPTS = ROOT / "docs/assets/javascripts"


def tokenize(text: str) -> list[list[str]]:
    """Return the terms of each word of a text."""
    return cast("list[list[str]]", _run(f"searchText.words({json.dumps(text)}).map(word => word.terms)"))


def _run(expression: str) -> Any:
    engine = start_engine(SCRIPTS, SCRIPTS / "search/passages.js")
    return json.loads(str(engine.eval(f"JSON.stringify({expression})")))


def fold(text: str) -> str:
    """Return a text as it is compared."""
    return str(_run(f"searchText.fold({json.dumps(text)})"))


def terms(text: str) -> list[str]:
    """Return the terms of a page's text."""
    return cast("list[str]", _run(f"searchText.terms({json.dumps(text)})"))


def repack(entries: list[tuple[int, float]]) -> list[list[float]]:
    """Return postings, [section, weight] in order, as they come out of the string that they were packed into."""
    visit = "(...entry) => found.push(entry)"
    packed = f"JSON.stringify(searchPostings.pack({json.dumps(entries)}))"
    # Through JSON, as the files are.
    return cast(
        "list[list[float]]",
        _run(f"(found => (searchPostings.unpack(JSON.parse({packed}), {visit}), found))([])"),
    )


def mark(text: str, exact: list[str], prefixes: list[str]) -> str:
    """Return a text as HTML with its hits in square brackets."""
    return _marked(f"searchPassages.mark({json.dumps(text)}, {_marks(exact, prefixes)})")


def _marks(exact: list[str], prefixes: list[str]) -> str:
    return f"{{exact: new Set({json.dumps(exact)}), prefixes: {json.dumps(prefixes)}}}"


def _marked(expression: str) -> str:
    return str(_run(expression)).replace("<mark data-md-highlight>", "[").replace("</mark>", "]")


def find(pages: dict[str, dict[str, str]], *queries: str, names: list[list[str]] | None = None) -> list[list[str]]:
    """Return the addresses found for each query in a site of one-section pages: address -> field -> text."""
    book = [
        Page(
            address,
            fields.get("title", address),
            "",
            1,
            [{"id": "", "heading": fields.get("title", address), **fields}],
        )
        for address, fields in pages.items()
    ]
    files = build_files(book, {}, names or [], SCRIPTS)
    # In a thread of its own: Playwright keeps an event loop running in the tests' thread, which V8's promises take for theirs.
    with ThreadPoolExecutor(max_workers=1) as thread:
        return thread.submit(rank_questions, queries, files, SCRIPTS).result()


def page(address: str, *sections: dict[str, str], boost: float = 1) -> Page:
    """Return a page of the index; the id of a section is its number unless it has one."""
    own = [{"id": str(number), "heading": address, **section} for number, section in enumerate(sections)]
    return Page(address, address, "", boost, own)


def ask(
    pages: Sequence[Page],
    typed: str,
    names: Sequence[Sequence[str]] = (),
    method: str = "find",
    codes: Sequence[CodeList] = (),
) -> Any:
    """Return what the engine says to a typed text: by ``find`` {words, isText, total, pages}, else what ``method`` returns."""
    files = build_files(pages, {}, names, SCRIPTS, codes)
    version = next(name for name in files if "/" in name).split("/")[0]
    asked = json.dumps({"files": files, "version": version, "method": method, "typed": typed})

    def run() -> Any:
        engine = start_engine(SCRIPTS, EXAM, Path(__file__).with_name("search_engine.js"))
        promise = cast("JSPromise", engine.eval(f"askEngine({json.dumps(asked)})"))
        return json.loads(str(promise.get(timeout=60)))

    # In a thread of its own: Playwright keeps an event loop running in the tests' thread, which V8's promises take for theirs.
    with ThreadPoolExecutor(max_workers=1) as thread:
        return thread.submit(run).result()


def passage(text: str, code: str, exact: list[str], prefixes: list[str]) -> str:
    """Return the lines that a result shows of a section as HTML, with the hits in square brackets."""
    section = json.dumps({"text": text, "code": code})
    return _marked(f"searchPassages.passage({section}, {_marks(exact, prefixes)})")
