"""Compares a run with what was recorded of the example."""

from __future__ import annotations

import json
from difflib import unified_diff

import pytest

from handbook.examples.records import expected_file, fingerprint, level_of, load_settings
from harness.runner import EXAMPLES, Outcome, facts_of
from harness.software import system_line


def changed_output(name: str, outcome: Outcome, system: str = "") -> str:
    """Return how the output of a run differs from the recorded one, as a unified diff; "" when it does not.

    A system has a recorded output of its own where it printed another one than the first.
    """
    own = expected_file(EXAMPLES / name, system)
    expected = (own if own.exists() else expected_file(EXAMPLES / name)).read_text(encoding="utf-8")
    return "".join(unified_diff(expected.splitlines(True), outcome.transcript.splitlines(True), "记录", "实际"))


def difference(name: str, outcome: Outcome, system: str = "") -> str:
    """Return how a run on one of the record's systems differs from the record, with the remedy; "" when it does not.

    The kernel and the date of the run are facts of the record: another machine may run another kernel. So are, for an
    example that starts a virtual machine, this machine's system and software: what runs in it is always the same Debian.
    """
    directory = EXAMPLES / name
    settings = load_settings(directory)
    remedy = f"核对后运行 make update-expected ONLY={name}"
    if changed := changed_output(name, outcome, system):
        return f"examples/{name}：{system or system_line()} 上的输出与记录不同；{remedy}\n{changed}"
    record = json.loads((directory / "record.json").read_text(encoding="utf-8"))
    run = next((run for run in record.get("beside", []) if run["name"] == system), record)
    facts = facts_of(settings, system, outcome) if system else {"exit": outcome.exit_status}
    compared = [key for key in _COMPARED if key in facts]
    expected = {"level": record["level"], "inputs": record["inputs"]} | {key: run[key] for key in compared}
    observed = {"level": level_of(settings)[0], "inputs": fingerprint(directory)} | {
        key: facts[key] for key in compared
    }
    return "\n".join(
        f"examples/{name}/record.json：{key} 记的是 {expected[key]}，这次是 {observed[key]}；{remedy}"
        for key in expected
        if expected[key] != observed[key]
    )


_COMPARED = ("system", "software", "exit")


def assert_recorded(name: str, outcome: Outcome, system: str) -> None:
    """Fail when output, software or files differ from the record. `system` is "" for a virtual machine's example."""
    if outcome.exit_status != 0:
        where = f"{system}，" if system else ""
        pytest.fail(f"examples/{name}（{where}退出码 {outcome.exit_status}）：\n{outcome.transcript}", pytrace=False)
    if problem := difference(name, outcome, system):
        pytest.fail(problem, pytrace=False)
