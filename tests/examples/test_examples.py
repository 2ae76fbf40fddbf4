"""Every example runs, prints what its page shows, and claims no more than that."""

from __future__ import annotations

import json
import signal
from pathlib import Path

import pytest

from handbook.examples.records import CLUSTERS, fingerprint, level_of, load_settings
from harness.recorded import assert_recorded
from harness.runner import (
    DEFAULT_SYSTEMS,
    EXAMPLES,
    Outcome,
    example_names,
    executable_names,
    machine_names,
    require_for,
    run_example,
    systems_of,
)
from harness.software import SOFTWARE
from lab.failures import LabError
from lab.system import System, find
from support.require import unmet

# Those of a cluster go to one worker: it shares the cluster, and the others have the machine to themselves.
RUNS = [
    pytest.param(
        name,
        system,
        id=f"{name}-{system}",
        marks=[pytest.mark.xdist_group("cluster")] if settings["lab"] in CLUSTERS else [],
    )
    for name in executable_names()
    for settings in [load_settings(EXAMPLES / name)]
    for system in systems_of(settings)
]


# Real traffic against real clocks, hundreds of times: one in some thousands loses a race that is not its subject.
# It may try once more; the first failure is shown at the end of the run, and is to be mended.
@pytest.mark.flaky(reruns=1)
@pytest.mark.parametrize(("name", "system"), RUNS)
def test_example_does_what_the_page_shows(name: str, system: str) -> None:
    directory = EXAMPLES / name
    place = _system(system)
    require_for(load_settings(directory), place)
    assert_recorded(name, run_example(directory, place), system)


@pytest.mark.parametrize("name", machine_names())
def test_example_of_a_machine_is_as_it_was_recorded(name: str) -> None:
    record = json.loads((EXAMPLES / name / "record.json").read_text(encoding="utf-8"))
    remedy = f"运行 make update-expected ONLY={name}（在虚拟机里启动，要几分钟）"
    assert record["inputs"] == fingerprint(EXAMPLES / name), f"examples/{name}：文件在上次执行之后改过；{remedy}"
    assert record["date"], f"examples/{name}/record.json：没有日期；{remedy}"


@pytest.mark.parametrize("name", [*executable_names(), *machine_names()])
def test_example_is_complete(name: str) -> None:
    remedy = f"写好 {_run_file(name)}，运行 make update-expected ONLY={name}；不能执行的在 example.yml 里写 not_run"
    for file in (_run_file(name), "expected.txt", "record.json"):
        assert (EXAMPLES / name / file).is_file(), f"examples/{name}/{file}：没有这个文件；{remedy}"
    record = json.loads((EXAMPLES / name / "record.json").read_text(encoding="utf-8"))
    others = systems_of(load_settings(EXAMPLES / name))[1:]
    assert [run["name"] for run in record.get("beside", [])] == others, f"examples/{name}/record.json：{remedy}"


@pytest.mark.parametrize("name", [*executable_names(), *machine_names()])
def test_example_asserts_something(name: str) -> None:
    run = (EXAMPLES / name / _run_file(name)).read_text(encoding="utf-8")
    claim = "expect " if _run_file(name) == "run.sh" else ".expect("
    assert claim in run, f"examples/{name}/{_run_file(name)}：没有 expect；说清楚这个示例证明什么"


@pytest.mark.parametrize("name", example_names())
def test_example_settings_name_known_software(name: str) -> None:
    unknown = set(load_settings(EXAMPLES / name)["software"]) - SOFTWARE.keys()
    assert not unknown, f"examples/{name}/example.yml：不认识的软件 {unknown}；登记在 tests/harness/software.py"


@pytest.mark.parametrize("name", [n for n in example_names() if level_of(load_settings(EXAMPLES / n))[0] == "none"])
def test_what_is_not_executed_has_no_output(name: str) -> None:
    left = [f for f in ("run.sh", "run.py", "expected.txt", "record.json") if (EXAMPLES / name / f).exists()]
    assert not left, f"examples/{name}：标成未执行，却有 {left}"


def test_no_directory_below_examples_is_forgotten() -> None:
    assert len(example_names()) > 100  # the tests of single examples would be none
    forgotten = {p.relative_to(EXAMPLES).as_posix() for p in EXAMPLES.glob("*/*") if p.is_dir()} - set(example_names())
    assert not forgotten, f"这些目录没有 example.yml：{'、'.join(sorted(forgotten))}"


def test_a_failing_claim_fails_the_example(tmp_path: Path) -> None:
    outcome = _run(_example(tmp_path, "expect '一等于二' [ 1 -eq 2 ]\necho 不应到达\n"))
    assert outcome.exit_status == 1
    assert "✗ 一等于二" in outcome.transcript
    assert "不应到达" not in outcome.transcript


def test_a_hanging_example_is_ended(tmp_path: Path) -> None:
    outcome = _run(_example(tmp_path, "sleep 30\n", timeout=2))
    assert outcome.exit_status == 124


def test_an_example_leaves_nothing_behind(tmp_path: Path) -> None:
    before = set(Path("/proc").glob("[0-9]*"))
    outcome = _run(_example(tmp_path, "background local 'sleep 987'\nexpect '在跑' kill -0 \"$pid\"\n"))
    assert outcome.exit_status == 0, outcome.transcript
    started = [p for p in set(Path("/proc").glob("[0-9]*")) - before if b"sleep\x00987" in _command_line(p)]
    assert not started
    assert not Path("/run/netns/local").exists()


def test_an_example_may_trap_a_signal_that_the_tests_ignore(tmp_path: Path) -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        run = """on local 'bash -c "trap \\"echo 收到\\" HUP; kill -HUP \\$\\$"'
expect '收到了' contains "$output" 收到
"""
        outcome = _run(_example(tmp_path, run))
    finally:
        signal.signal(signal.SIGHUP, before)
    assert outcome.exit_status == 0, outcome.transcript


def _system(name: str) -> System:
    """Return a system of the lab; skip the test where it has not been made."""
    try:
        return find(name)
    except LabError as error:
        unmet(str(error))
        raise


def _run(directory: Path) -> Outcome:
    place = _system(DEFAULT_SYSTEMS[0])
    require_for(load_settings(directory), place)
    return run_example(directory, place)


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
