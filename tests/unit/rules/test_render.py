"""The guide's table of rules."""

from __future__ import annotations

from handbook.rules.registry import Rule
from handbook.rules.render import render_table


def test_rules_are_listed_by_number_and_lead_to_their_section_where_there_is_one() -> None:
    rules = [Rule("MD-10", "丙", lambda _: []), Rule("MD-2", "乙", lambda _: []), Rule("FM-1", "甲", lambda _: [])]
    assert render_table(rules, frozenset({"md-2"}))[2:] == [
        '| <span id="fm-1">`FM-1`</span> | 甲 |',
        "| [`MD-2`](#md-2) | 乙 |",
        '| <span id="md-10">`MD-10`</span> | 丙 |',
    ]
