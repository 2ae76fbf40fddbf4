"""The handbook obeys every content rule; each failure names the rule, the file and the line."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from content.handbook import Handbook, load_handbook
from content.rules import RULES, check

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def handbook() -> Handbook:
    return load_handbook(ROOT)


@pytest.mark.parametrize("rule", RULES)
def test_handbook_obeys(rule: str, handbook: Handbook) -> None:
    problems = check(rule, handbook)
    if problems:
        pytest.fail("\n".join(map(str, problems)), pytrace=False)


def test_every_rule_is_documented_and_every_documented_rule_exists() -> None:
    text = (ROOT / "docs/contributing/rules.md").read_text(encoding="utf-8")
    documented = re.findall(r"^### ([A-Z]+-\d+) .*\{#([a-z]+-\d+)\}$", text, re.M)
    assert sorted(rule for rule, _ in documented) == sorted(RULES)
    assert [anchor for _, anchor in documented] == [rule.lower() for rule, _ in documented]
