"""Many examples in a system: each falls into one of three kinds, and the report says why."""

from __future__ import annotations

from harness.runner import Outcome
from harness.survey import report, summary, survey

OUTCOMES = {"a/same": Outcome(0, "一\n"), "b/other": Outcome(0, "二\n"), "c/failed": Outcome(1, "✗ 不成立\n")}


def test_three_kinds_in_order_and_a_report_of_two() -> None:
    said: list[str] = []
    findings = survey(
        OUTCOMES, OUTCOMES.__getitem__, lambda name, _: "" if name == "a/same" else "-一\n+二\n", said.append, workers=2
    )
    assert said == ["输出相同  a/same", "输出不同  b/other", "失败  c/failed"]
    assert summary(findings) == "输出相同 1，输出不同 1，失败 1"
    text = report(findings)
    assert text.index("失败：1") < text.index("=== c/failed\n✗ 不成立") < text.index("=== b/other\n-一\n+二")
    assert "a/same" not in text
