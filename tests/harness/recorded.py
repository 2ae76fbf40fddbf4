"""Compares a run with what was recorded of the example."""

from __future__ import annotations

import json
from difflib import unified_diff

from harness.runner import EXAMPLES, Outcome, observe
from harness.software import RECORDED_SYSTEM, system_line
from require import unmet


def assert_recorded(name: str, outcome: Outcome) -> None:
    """Fail when output, software or files differ from the record; skip that on a system other than the record's."""
    directory = EXAMPLES / name
    remedy = f"核对后运行 make update-expected ONLY={name}"
    record = json.loads((directory / "record.json").read_text(encoding="utf-8"))
    if system_line() != RECORDED_SYSTEM:
        unmet(f"断言都成立；输出没有比对：记录来自 {RECORDED_SYSTEM}，这里是 {system_line()}")
    expected = (directory / "expected.txt").read_text(encoding="utf-8")
    differences = "".join(unified_diff(expected.splitlines(True), outcome.transcript.splitlines(True), "记录", "实际"))
    assert not differences, f"examples/{name}/expected.txt 与实际输出不同；{remedy}\n{differences}"
    observed = observe(directory, outcome)
    for key in ("level", "system", "software", "exit", "inputs"):
        assert record[key] == observed[key], f"examples/{name}/record.json：{key} 与这次执行不符；{remedy}"
