"""What a run in the emulator means: the same claims as in the record, or the reason why not."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from emulator import suite
from emulator.build import FACTS
from emulator.candidates import Candidate
from emulator.recipe import load
from emulator.suite import Seen, claims, compared, entry

RECORD = "client# ping\n64 bytes: time=… ms\n✓ 通\n✓ 不丢\n"


@pytest.fixture
def one(tmp_path: Path) -> Candidate:
    """Return an example with a record of two claims."""
    folder = tmp_path / "examples/network/ping"
    folder.mkdir(parents=True)
    (folder / "example.yml").write_text("title: 一\nlab: pair\nsoftware: [iputils-ping]\n", encoding="utf-8")
    (folder / "expected.txt").write_text(RECORD, encoding="utf-8")
    return Candidate("network/ping", "pair", ("web",), folder, ())


def _answer(output: str, status: int = 0) -> dict[str, object]:
    return {"status": status, "output": output, "seconds": 3.0}


def test_claims_are_the_lines_that_held() -> None:
    assert claims(RECORD + "✗ 不通\n") == ("通", "不丢")


def test_the_same_lines_after_what_always_differs_pass(one: Candidate) -> None:
    seen = compared(one, _answer("client# ping\n64 bytes: time=8.31 ms\n✓ 通\n✓ 不丢\n"))
    assert (seen.reason, seen.same) == ("", True)
    assert entry(one, seen) | {"date": "", "inputs": ""} == {
        "result": "passed", "claims": 2, "output": "same", "date": "", "inputs": "", "packs": ["web"],
    }  # fmt: skip


def test_another_output_with_the_same_claims_passes_and_says_so(one: Candidate) -> None:
    seen = compared(one, _answer("client# ping\nother\n✓ 通\n✓ 不丢\n"))
    assert entry(one, seen)["output"] == "differs"


@pytest.mark.parametrize(
    ("output", "status", "reason"),
    [
        ("✓ 通\n✗ 不丢\n  不成立：x\n", 1, "在这里不成立：不丢"),
        ("✓ 通\n", 0, "记录有 2 条断言，这里 1 条，或者不同"),
        ("✓ 通\n✓ 不丢\n", 3, "退出码 3"),
        ("✓ 通\n", 124, "900 秒还没有结束"),
    ],
)
def test_a_run_that_differs_fails_with_its_reason(one: Candidate, output: str, status: int, reason: str) -> None:
    seen = compared(one, _answer(output, status))
    assert seen.reason == reason
    assert entry(one, seen)["result"] == "failed"


def test_a_record_of_the_same_generation_is_preferred(one: Candidate) -> None:
    (one.directory / "expected.debian-12.txt").write_text("✓ 旧的说法\n", encoding="utf-8")
    assert compared(one, _answer("✓ 旧的说法\n")).reason == ""


@pytest.mark.parametrize("reason", ["", "退出码 3"])
def test_one_that_does_not_hold_fails_the_run_and_is_written_down(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, one: Candidate, reason: str
) -> None:
    (one.directory / "run.sh").write_text("on client ping\n", encoding="utf-8")
    (tmp_path / FACTS).write_text('{"kernel": "6.1"}', encoding="utf-8")
    monkeypatch.setattr(suite, "ROOT", tmp_path)
    monkeypatch.setattr(suite, "EXAMPLES", tmp_path / "examples")
    monkeypatch.setattr(suite, "DATA", tmp_path / "emulator.yml")
    monkeypatch.setattr(suite, "run", lambda *_: Seen(("通",), True, reason, 3.0, RECORD))
    assert suite.test(load(), tmp_path, ["network/ping"], lambda text: None) == int(bool(reason))
    written = yaml.safe_load((tmp_path / "emulator.yml").read_text(encoding="utf-8"))["examples"]["network/ping"]
    assert written["result"] == ("failed" if reason else "passed")
