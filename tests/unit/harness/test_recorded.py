"""What of a run must be as the record says, and what may be another machine's."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from harness import recorded, runner
from harness.recorded import difference
from harness.runner import Outcome, write_record


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of an example that starts a virtual machine, recorded on a machine with Debian 12."""
    directory = tmp_path / "linux/one"
    directory.mkdir(parents=True)
    (directory / "example.yml").write_text("title: 一句话\nlab: machine\nsoftware: [bash]\n", encoding="utf-8")
    (directory / "run.py").write_text("def run(lab): ...\n", encoding="utf-8")
    monkeypatch.setattr(recorded, "EXAMPLES", tmp_path)
    monkeypatch.setattr(runner, "system_line", lambda: "Debian 12")
    write_record(directory, [("", Outcome(0, "甲\n"))])
    return directory


def test_another_debian_may_start_the_virtual_machine(machine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(runner, "system_line", lambda: "Debian 14")
    record = json.loads((machine / "record.json").read_text(encoding="utf-8"))
    assert record["system"] == "Debian 12"
    (machine / "record.json").write_text(json.dumps(record | {"software": ["Bash 0.1"]}), encoding="utf-8")
    assert difference("linux/one", Outcome(0, "甲\n")) == ""


def test_what_runs_in_it_must_print_the_same(machine: Path) -> None:
    assert "上的输出与记录不同" in difference("linux/one", Outcome(0, "乙\n"))
    assert "exit 记的是 0，这次是 3" in difference("linux/one", Outcome(3, "甲\n"))
    (machine / "run.py").write_text("def run(lab): pass\n", encoding="utf-8")
    assert "inputs 记的是" in difference("linux/one", Outcome(0, "甲\n"))
