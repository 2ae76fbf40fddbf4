"""All content rules by id. An id is never given to another rule; `docs/contributing/rules.md` explains each."""

from __future__ import annotations

from collections.abc import Callable

from content import rules_handbook, rules_html, rules_markers, rules_shape, rules_text
from content.handbook import Handbook, Problem, drop_allowed
from page_source import PageSource

# Rules that look at one page, and rules that look across files.
PAGE_RULES: dict[str, Callable[[PageSource], list[Problem]]] = {
    "FM-1": rules_shape.fm_1,
    "SHAPE-1": rules_shape.shape_1,
    "SHAPE-2": rules_shape.shape_2,
    "SHAPE-3": rules_shape.shape_3,
    "SHAPE-4": rules_shape.shape_4,
    "SHAPE-5": rules_shape.shape_5,
    "SHAPE-6": rules_shape.shape_6,
    "RISK-1": rules_shape.risk_1,
    "CHAR-1": rules_text.char_1,
    "CHAR-2": rules_text.char_2,
    "CODE-1": rules_text.code_1,
    "HTML-1": rules_html.html_1,
    "LINK-1": rules_text.link_1,
    "MARK-1": rules_markers.mark_1,
    "TYPO-1": rules_text.typo_1,
}
HANDBOOK_RULES: dict[str, Callable[[Handbook], list[Problem]]] = {
    "CODE-2": rules_handbook.code_2,
    "EX-1": rules_handbook.ex_1,
    "EX-2": rules_handbook.ex_2,
    "UNIT-1": rules_handbook.unit_1,
    "GLOSS-1": rules_handbook.gloss_1,
    "GLOSS-2": rules_handbook.gloss_2,
    "CORR-1": rules_handbook.corr_1,
}
RULES = (*PAGE_RULES, *HANDBOOK_RULES)


def check(rule: str, handbook: Handbook) -> list[Problem]:
    """Return the problems that one rule finds in the whole handbook, in order, without those an editor let pass."""
    if rule in HANDBOOK_RULES:
        return drop_allowed(HANDBOOK_RULES[rule](handbook), handbook.pages)
    found = [item for page in handbook.pages for item in PAGE_RULES[rule](page)]
    broken = [item for item in handbook.broken if item.rule == rule]
    return drop_allowed([*found, *broken], handbook.pages)
