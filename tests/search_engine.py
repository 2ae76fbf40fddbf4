"""The search as readers' browsers run it, in V8: for tests of the tokenizer, the engine and the passages."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from typing import Any, cast

from search_build import Page, build_files, start_engine
from search_questions import put_questions
from site_build import ROOT

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
    marks = f"{{exact: new Set({json.dumps(exact)}), prefixes: {json.dumps(prefixes)}}}"
    html = str(_run(f"searchPassages.mark({json.dumps(text)}, {marks})"))
    return html.replace("<mark data-md-highlight>", "[").replace("</mark>", "]")


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
        return thread.submit(put_questions, queries, files, SCRIPTS).result()
