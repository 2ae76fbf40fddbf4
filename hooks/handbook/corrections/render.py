"""Corrections as Markdown: the 常见误解 box on a page and the ledger, both from the same entries.

It writes Markdown and not HTML, so that MkDocs checks its links and the other extensions see its text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from handbook.corrections.ledger import Correction, Evidence
from handbook.links import relative
from handbook.page_source import CODE_SPAN
from handbook.plain import in_markdown
from handbook.topics import TOPICS

LEDGER_PAGE = "corrections.md"
VERIFICATION_PAGE = "verification.md"
OPEN_BOXES = 3  # a page with more of them shows one line of each: they would be a third of what a phone shows
_SENTENCE_END = re.compile(r"[。！？]")


def render_box(correction: Correction, page: str, *, unfolded: bool) -> list[str]:
    """Return the lines of the 常见误解 box of one entry as it stands on ``page`` (relative to ``docs/``).

    A folded box shows the claim and the first sentence of what is true. The theme's script unfolds it for its anchor
    and for print; extra.css does it for readers without scripts.
    """
    link = f"[勘误表里的这一条]({relative(f'{LEDGER_PAGE}#{correction.id}', page)})"
    if correction.page.partition("#")[0] != page:
        link = f"[{in_markdown(correction.page_title)}]({relative(correction.page, page)}) · {link}"
    return [
        "",
        f'<details class="correction" id="{correction.id}"{" open" if unfolded else ""} markdown="1">',
        f'<summary data-search-exclude="" markdown="1">{_summary(correction)}</summary>',
        "",
        *_definition("流传的说法", correction.claim),
        *_facts(correction, page),
        *_definition("更多", link),
        "",
        "</details>",
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
            explained = f"[{in_markdown(entry.page_title)}]({relative(entry.page, page)})"
            heading = f'### <span class="myth">误传：</span>{_without_end_tags(entry.claim)} {{#{entry.id}}}'
            lines += [heading, "", '<div class="correction-facts" markdown="1">', ""]
            lines += [*_facts(entry, page), *_definition("详见", explained), "</div>", ""]
    return lines


def first_sentence(text: str) -> str:
    """Return the first sentence of a line of Markdown; a full stop inside code does not end it."""
    for match in _SENTENCE_END.finditer(text):
        sentence = text[: match.end()]
        if sentence.count("`") % 2 == 0:
            return sentence
    return text


def _summary(correction: Correction) -> str:
    return (
        '<span class="correction-name">常见误解</span>'
        f'<span class="correction-claim"><span class="myth">误传：</span>{_without_end_tags(correction.claim)}</span> '
        f'<span class="correction-truth"><span class="fact">实际：</span>{_without_end_tags(first_sentence(correction.truth))}</span>'
    )


def _facts(entry: Correction, page: str) -> list[str]:
    """Return what a box and the ledger say about an entry alike."""
    evidence = "；".join(_evidence_link(item, page) for item in entry.evidence)
    return [
        *_definition("实际上", entry.truth),
        *_definition("为什么会这样以为", entry.why),
        *_origin(entry),
        *_definition("证据", evidence),
    ]


def _origin(entry: Correction) -> list[str]:
    origin = entry.origin
    return [
        *(_definition("看上去", origin.looks_like) if origin.looks_like else []),
        *(_definition("曾经成立", f"到 {origin.true_until} 为止") if origin.true_until else []),
        *(_definition("流传处", f"[{in_markdown(origin.seen.text)}]({origin.seen.url})") if origin.seen else []),
    ]


def _definition(name: str, text: str) -> list[str]:
    return [name, f":   {_without_end_tags(text)}", ""]


def _without_end_tags(text: str) -> str:
    """Return a line of Markdown in which code such as ``</dev/null`` is HTML already.

    Python-Markdown takes it for an end tag, even in code, as far as the next ``>``: that of the box's own end tag,
    which would then close nothing, and the box would hold the rest of the page.
    """
    return CODE_SPAN.sub(
        lambda span: f"<code>{in_markdown(span['code'].strip())}</code>" if "</" in span["code"] else span[0], text
    )


def _evidence_link(evidence: Evidence, page: str) -> str:
    text = in_markdown(evidence.text)
    if evidence.example:
        anchor = evidence.example.replace("/", "--")
        return f"示例[{text}]({relative(f'{VERIFICATION_PAGE}#{anchor}', page)})"
    return f"[{text}]({evidence.url})" if evidence.url else text
