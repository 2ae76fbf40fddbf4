"""Every example runs, prints what its page shows, and claims no more than that."""

from __future__ import annotations

import json
import signal
from pathlib import Path

import pytest

from example_records import fingerprint, load_exceptions, load_settings
from harness.recorded import assert_recorded
from harness.runner import EXAMPLES, example_names, executable_names, machine_names, require_for, run_example
from harness.software import RECORDED_SYSTEM, SOFTWARE


# Real traffic against real clocks, hundreds of times: one in some thousands loses a race that is not its subject.
# It may try once more; the first failure is shown at the end of the run, and is to be mended.
@pytest.mark.flaky(reruns=1)
@pytest.mark.parametrize("name", executable_names())
def test_example_does_what_the_page_shows(name: str) -> None:
    directory = EXAMPLES / name
    require_for(load_settings(directory))
    outcome = run_example(directory)
    assert outcome.exit_status == 0, f"examples/{name}/run.sh：\n{outcome.transcript}"
    assert_recorded(name, outcome)


@pytest.mark.parametrize("name", machine_names())
def test_example_of_a_machine_is_as_it_was_recorded(name: str) -> None:
    record = json.loads((EXAMPLES / name / "record.json").read_text(encoding="utf-8"))
    remedy = f"运行 make update-expected ONLY={name}（在虚拟机里启动，要几分钟）"
    assert record["inputs"] == fingerprint(EXAMPLES / name), f"examples/{name}：文件在上次执行之后改过；{remedy}"
    assert record["date"], f"examples/{name}/record.json：没有日期；{remedy}"


@pytest.mark.parametrize("name", [*executable_names(), *machine_names()])
def test_example_is_complete(name: str) -> None:
    remedy = f"写好 {_run_file(name)}，运行 make update-expected ONLY={name}；不能执行的写进 examples/exceptions.yml"
    for file in (_run_file(name), "expected.txt", "record.json"):
        assert (EXAMPLES / name / file).is_file(), f"examples/{name}/{file}：没有这个文件；{remedy}"
    record = json.loads((EXAMPLES / name / "record.json").read_text(encoding="utf-8"))
    assert record["system"] == RECORDED_SYSTEM, (
        f"examples/{name}/record.json：记录要在 {RECORDED_SYSTEM} 上做；{remedy}"
    )


@pytest.mark.parametrize("name", [*executable_names(), *machine_names()])
def test_example_asserts_something(name: str) -> None:
    run = (EXAMPLES / name / _run_file(name)).read_text(encoding="utf-8")
    claim = "expect " if _run_file(name) == "run.sh" else ".expect("
    assert claim in run, f"examples/{name}/{_run_file(name)}：没有 expect；说清楚这个示例证明什么"


@pytest.mark.parametrize("name", example_names())
def test_example_settings_name_known_software(name: str) -> None:
    unknown = set(load_settings(EXAMPLES / name)["software"]) - SOFTWARE.keys()
    assert not unknown, f"examples/{name}/example.yml：不认识的软件 {unknown}；登记在 tests/harness/software.py"


def test_what_is_not_executed_has_no_output_and_a_reason() -> None:
    for name, (level, reason) in load_exceptions(EXAMPLES).items():
        assert len(reason) >= 8, f"examples/exceptions.yml：{name} 的理由太短"
        if level == "none":
            left = [f for f in ("run.sh", "run.py", "expected.txt", "record.json") if (EXAMPLES / name / f).exists()]
            assert not left, f"examples/{name}：标成未执行，却有 {left}"


def test_no_directory_below_examples_is_forgotten() -> None:
    forgotten = {p.relative_to(EXAMPLES).as_posix() for p in EXAMPLES.glob("*/*") if p.is_dir()} - set(example_names())
    assert not forgotten, f"这些目录没有 example.yml：{'、'.join(sorted(forgotten))}"


def test_a_failing_claim_fails_the_example(tmp_path: Path) -> None:
    require_for({"software": []})
    outcome = run_example(_example(tmp_path, "expect '一等于二' [ 1 -eq 2 ]\necho 不应到达\n"))
    assert outcome.exit_status == 1
    assert "✗ 一等于二" in outcome.transcript
    assert "不应到达" not in outcome.transcript


def test_a_hanging_example_is_ended(tmp_path: Path) -> None:
    require_for({"software": []})
    outcome = run_example(_example(tmp_path, "sleep 30\n", timeout=2))
    assert outcome.exit_status == 124


def test_an_example_leaves_nothing_behind(tmp_path: Path) -> None:
    require_for({"software": []})
    before = set(Path("/proc").glob("[0-9]*"))
    outcome = run_example(_example(tmp_path, "background local 'sleep 987'\nexpect '在跑' kill -0 \"$pid\"\n"))
    assert outcome.exit_status == 0, outcome.transcript
    started = [p for p in set(Path("/proc").glob("[0-9]*")) - before if b"sleep\x00987" in _command_line(p)]
    assert not started
    assert not Path("/run/netns/local").exists()


def test_an_example_may_trap_a_signal_that_the_tests_ignore(tmp_path: Path) -> None:
    require_for({"software": []})
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        run = """on local 'bash -c "trap \\"echo 收到\\" HUP; kill -HUP \\$\\$"'
expect '收到了' contains "$output" 收到
"""
        outcome = run_example(_example(tmp_path, run))
    finally:
        signal.signal(signal.SIGHUP, before)
    assert outcome.exit_status == 0, outcome.transcript


def _run_file(name: str) -> str:
    return "run.py" if name in machine_names() else "run.sh"


def _command_line(process: Path) -> bytes:
    try:
        return (process / "cmdline").read_bytes()
    except OSError:
        return b""


def _example(tmp_path: Path, run: str, timeout: int = 20) -> Path:
    (tmp_path / "example.yml").write_text(
        f"title: 试验\nlab: none\nsoftware: []\ntimeout: {timeout}\n", encoding="utf-8"
    )
    (tmp_path / "run.sh").write_text(run, encoding="utf-8")
    return tmp_path
