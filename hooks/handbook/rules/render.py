"""The list of all rules as Markdown, for the guide: editors look a number up that a message names."""

from __future__ import annotations

from collections.abc import Iterable

from handbook.rules.registry import Rule


def render_table(rules: Iterable[Rule], explained: frozenset[str]) -> list[str]:
    """Return the lines of the table of ``rules``; ``explained`` are the anchors of those that have a section of their own below."""
    rows = ["| 编号 | 要求 |", "|---|---|"]
    for rule in sorted(rules, key=_order):
        anchor = rule.id.lower()
        number = f"[`{rule.id}`](#{anchor})" if anchor in explained else f'<span id="{anchor}">`{rule.id}`</span>'
        rows.append(f"| {number} | {rule.title} |")
    return rows


def _order(rule: Rule) -> tuple[str, int]:
    family, _, number = rule.id.rpartition("-")
    return family, int(number)
