"""The handbook obeys every content rule; each failure names the rule, the file and the line."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from handbook.rules.model import Problem, load_handbook
from handbook.rules.registry import RULES, check_all

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def problems() -> list[Problem]:
    return check_all(load_handbook(ROOT))


@pytest.mark.parametrize("rule", RULES)
def test_handbook_obeys(rule: str, problems: list[Problem]) -> None:
    if found := [str(problem) for problem in problems if problem.rule == rule]:
        pytest.fail("\n".join(found), pytrace=False)


def test_the_guide_lists_all_rules_and_calls_those_that_it_explains_by_their_titles() -> None:
    text = (ROOT / "docs/contributing/rules.md").read_text(encoding="utf-8")
    documented = re.findall(r"^### ([A-Z]+-\d+) (.*) \{#([a-z]+-\d+)\}$", text, re.M)
    assert "\n<!-- list: rules -->\n" in text
    assert documented
    assert [(rule, title) for rule, title, _ in documented if RULES[rule].title != title] == []
    assert [anchor for _, _, anchor in documented] == [rule.lower() for rule, _, _ in documented]
