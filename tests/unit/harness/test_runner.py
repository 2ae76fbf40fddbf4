"""What is written of runs on several systems is read back, and what differs lies beside the first one's output."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from handbook.examples.records import Beside, load_examples
from handbook.mistakes import MistakeError
from harness import runner
from harness.runner import Outcome, needed_systems, systems_of, write_record
from harness.software import kernel_line
from lab.system import System

SETTINGS = """title: 一句话
lab: none
software: []
systems: {new-2: 讲的是新的系统自己, old-1: 旧的系统上也成立}
"""


@pytest.fixture
def example(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of an example for two systems, `new-2` and `old-1`, in a project of its own."""
    for name, release in (("new-2", '"Debian GNU/Linux"\nVERSION_ID="2"'), ("old-1", '"Debian GNU/Linux"')):
        folder = tmp_path / "systems" / name / "root/usr/lib"
        folder.mkdir(parents=True)
        (folder / "os-release").write_text(f"NAME={release}\n", encoding="utf-8")
        (tmp_path / "lab").mkdir(exist_ok=True)
        (tmp_path / "lab" / f"{name}.yml").touch()
    monkeypatch.setattr(runner, "find", lambda name: System(name, tmp_path / "systems" / name))
    directory = tmp_path / "examples/shell/one"
    directory.mkdir(parents=True)
    (directory / "example.yml").write_text(SETTINGS, encoding="utf-8")
    (directory / "run.sh").write_text("expect '一' true\n", encoding="utf-8")
    return directory


def test_another_output_is_written_beside(example: Path) -> None:
    write_record(example, [("new-2", Outcome(0, "甲\n")), ("old-1", Outcome(0, "乙\n"))])
    found = load_examples(example.parents[1])["shell/one"]
    assert (found.system, found.transcript, found.stale) == ("Debian 2", "甲\n", False)
    kernel = kernel_line()
    assert found.beside == (Beside("old-1", "Debian unstable", kernel, (), 0, "乙\n"),)


def test_the_same_output_is_not_written_twice(example: Path) -> None:
    write_record(example, [("new-2", Outcome(0, "甲\n")), ("old-1", Outcome(0, "乙\n"))])
    write_record(example, [("new-2", Outcome(0, "丙\n")), ("old-1", Outcome(0, "丙\n"))])
    assert sorted(path.name for path in example.glob("expected*")) == ["expected.txt"]
    found = load_examples(example.parents[1])["shell/one"]
    assert [run.transcript for run in found.beside] == [""]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda file: file.write_text("丁\n", encoding="utf-8"), "record.json:1: 记录或输出被手工改过"),
        (lambda file: file.unlink(), "expected.old-1.txt:1: 没有输出"),
        (lambda file: file.with_name("expected.old-0.txt").touch(), "expected.old-0.txt:1: 不属于任何记录"),
    ],
)  # fmt: skip
def test_an_output_beside_that_is_not_the_run_s_is_refused(
    example: Path, change: Callable[[Path], object], said: str
) -> None:
    write_record(example, [("new-2", Outcome(0, "甲\n")), ("old-1", Outcome(0, "乙\n"))])
    change(example / "expected.old-1.txt")
    with pytest.raises(MistakeError, match=said):
        load_examples(example.parents[1])


def test_a_record_that_claims_the_same_output_by_hand_is_refused(example: Path) -> None:
    write_record(example, [("new-2", Outcome(0, "甲\n")), ("old-1", Outcome(0, "乙\n"))])
    record = json.loads((example / "record.json").read_text(encoding="utf-8"))
    del record["beside"][0]["output"]
    (example / "record.json").write_text(json.dumps(record), encoding="utf-8")
    with pytest.raises(MistakeError, match="手工改过"):
        load_examples(example.parents[1])


def test_a_system_that_is_not_declared_is_named_with_its_line(example: Path) -> None:
    (example.parents[2] / "lab/old-1.yml").unlink()
    with pytest.raises(MistakeError, match=r"examples/shell/one/example\.yml:4: 没有系统 old-1；系统名是 lab/ 下的"):
        load_examples(example.parents[1])


def test_the_systems_of_the_examples_are_needed(example: Path) -> None:
    assert needed_systems(example.parents[1]) == ["new-2", "old-1"]
    assert systems_of({"lab": "pair", "systems": {"new-2": "讲的是新的系统自己"}}) == ["new-2"]
    assert systems_of({"lab": "pair"}) == ["debian-13", "debian-12"]
    assert systems_of({"lab": "machine"}) == []
