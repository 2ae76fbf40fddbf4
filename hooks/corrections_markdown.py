"""Corrections as Markdown: the 常见误解 box on a page and the ledger, both from the same entries.

It writes Markdown and not HTML, so that MkDocs checks its links and the other extensions see its text.
"""

from __future__ import annotations

from collections.abc import Iterable
from posixpath import dirname, relpath

from corrections_ledger import Correction, Evidence
from topics import TOPICS

LEDGER_PAGE = "corrections.md"
VERIFICATION_PAGE = "verification.md"


def render_box(correction: Correction, page: str) -> list[str]:
    """Return the lines of the 常见误解 box of one entry as it stands on ``page`` (relative to ``docs/``)."""
    link = f"[勘误表里的这一条]({_link(f'{LEDGER_PAGE}#{correction.id}', page)})"
    if correction.page.partition("#")[0] != page:
        link = f"[{correction.page_title}]({_link(correction.page, page)}) · {link}"
    return [
        "",
        f'<div class="admonition correction" id="{correction.id}" markdown="1">',
        "",
        "常见误解",
        "{: .admonition-title }",
        "",
        *_definition("流传的说法", correction.claim),
        *_facts(correction, page),
        *_definition("更多", link),
        "",
        "</div>",
        "",
    ]


def render_ledger(corrections: Iterable[Correction], page: str) -> list[str]:
    """Return the lines of the whole ledger, grouped by topic, as it stands on ``page``."""
    entries = list(corrections)
    lines: list[str] = []
    for topic, name in TOPICS.items():
        group = [entry for entry in entries if entry.topic == topic]
        if group:
            lines += ["", f"## {name}（{len(group)} 条） {{#{topic}}}", ""]
        for entry in group:
            explained = f"[{entry.page_title}]({_link(entry.page, page)})"
            lines += [f"### {entry.claim} {{#{entry.id}}}", "", '<div class="correction-facts" markdown="1">', ""]
            lines += [*_facts(entry, page), *_definition("详见", explained), "</div>", ""]
    return lines


def _facts(entry: Correction, page: str) -> list[str]:
    """Return what a box and the ledger say about an entry alike."""
    evidence = "；".join(_evidence_link(item, page) for item in entry.evidence)
    return [
        *_definition("实际上", entry.truth),
        *_definition("为什么会这样以为", entry.why),
        *_definition("证据", evidence),
    ]


def _definition(name: str, text: str) -> list[str]:
    return [name, f":   {text}", ""]


def _evidence_link(evidence: Evidence, page: str) -> str:
    if evidence.example:
        anchor = evidence.example.replace("/", "--")
        return f"示例[{evidence.text}]({_link(f'{VERIFICATION_PAGE}#{anchor}', page)})"
    return f"[{evidence.text}]({evidence.url})" if evidence.url else evidence.text


def _link(target: str, page: str) -> str:
    """Return ``target`` (relative to ``docs/``) as a link from ``page``."""
    return relpath(target, dirname(page) or ".")
