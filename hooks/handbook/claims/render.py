"""Facts that age as Markdown: the list of all, and what a page says of its own."""

from __future__ import annotations

from collections.abc import Iterable

from handbook.claims.data import KINDS, Claim
from handbook.links import relative
from handbook.plain import in_markdown
from handbook.topics import TOPICS


def render_list(claims: Iterable[Claim], page: str) -> list[str]:
    """Return the lines of a table for each topic, as they stand on ``page`` (relative to ``docs/``)."""
    entries = list(claims)
    lines: list[str] = []
    for topic, name in TOPICS.items():
        group = [claim for claim in entries if claim.file.endswith(f"/{topic}.yml")]
        if group:
            lines += [
                "",
                f"## {name}（{len(group)} 条） {{#{topic}}}",
                "",
                "| 事实 | 种类 | 出处 | 核对于 |",
                "|---|---|---|---|",
            ]
            lines += [_row(claim, page) for claim in group]
    return [*lines, ""]


def render_freshness(claims: Iterable[Claim]) -> str:
    """Return what a page says of its facts, as plain text: how many, and the day of the oldest check; "" without any."""
    days = [claim.checked for claim in claims]
    return f"{len(days)} 条会过时的事实，最早的一次核对在 {min(days)}" if days else ""


def _row(claim: Claim, page: str) -> str:
    fact = f"[{in_markdown(claim.claim)}]({relative(claim.page, page)})"
    source = f"[{in_markdown(claim.source)}]({claim.url})" if claim.url else in_markdown(claim.source)
    return f"| {fact} | {KINDS[claim.kind]} | {source} | {claim.checked} |"
