"""Every alert of the examples is tested with a case in which it fires and one in which it does not."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from support.site_build import ROOT

EXAMPLES = ROOT / "examples"
# promtool runs them in the examples: `promtool check rules` and `promtool test rules`. Files named bad-* must fail there.
# Watchdog is there to fire always: nobody hears of it only when the way to the people is broken.
ALWAYS = {"Watchdog"}
RULE_FILES = [path for path in sorted(EXAMPLES.rglob("*.rules.yml")) if not path.name.startswith("bad-")]


def _alerts(path: Path) -> list[str]:
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    return [rule["alert"] for group in data["groups"] for rule in group["rules"] if "alert" in rule]


def _cases(path: Path) -> list[dict[str, Any]]:
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    return [case for test in data["tests"] for case in test.get("alert_rule_test", [])]


def test_the_examples_have_rules() -> None:
    """Guards the next tests, which would pass if none were found."""
    assert sum(len(_alerts(path)) for path in RULE_FILES) > 30


@pytest.mark.parametrize("path", RULE_FILES, ids=lambda path: path.relative_to(EXAMPLES).as_posix())
def test_alert_fires_in_one_case_and_not_in_another(path: Path) -> None:
    tests = path.with_name(path.name.replace(".rules.yml", ".test.yml"))
    assert tests.is_file(), f"{path.relative_to(ROOT)}:1: 没有 {tests.name}；写上触发和不触发的用例"
    run = (path.parent / "run.sh").read_text(encoding="utf-8")
    for command in (f"promtool check rules {path.name}", f"promtool test rules {tests.name}"):
        assert command in run, f"{path.parent.relative_to(ROOT)}/run.sh:1: 没有执行 {command}"
    for alert in _alerts(path):
        cases = [case for case in _cases(tests) if case["alertname"] == alert]
        assert any(case["exp_alerts"] for case in cases), f"{tests.relative_to(ROOT)}:1: {alert} 没有触发的用例"
        assert alert in ALWAYS or any(not case["exp_alerts"] for case in cases), (
            f"{tests.relative_to(ROOT)}:1: {alert} 没有不触发的用例"
        )
