"""An example that takes too much is ended and the machine goes on; its groups are removed, in both layouts."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from harness.runner import EXAMPLES, Outcome, run_example
from lab import bounds
from lab.bounds import bounded, why_unbounded
from lab.failures import LabError
from lab.system import ENVIRONMENT, System, find
from support.require import require, require_root, unmet

TESTS = Path(__file__).resolve().parents[2]


@pytest.fixture
def system() -> System:
    """Return a system of the lab; skip the test where there is none, or where nothing can be bounded."""
    require("setpriv", "unshare")
    require_root()
    if reason := why_unbounded():
        unmet(reason)
    try:
        return find("debian-13")
    except LabError as error:
        unmet(str(error))
        raise


def _run(directory: Path, system: System, script: str, *, memory: int, processes: int, timeout: int = 30) -> Outcome:
    settings = f"title: 试验\nlab: none\nsoftware: []\ntimeout: {timeout}\n"
    (directory / "example.yml").write_text(settings, encoding="utf-8")
    (directory / "run.sh").write_text(script, encoding="utf-8")
    with bounded(memory << 20, processes) as limits:
        outcome = run_example(directory, system, limits)
        assert all(folder.is_dir() for folder in limits.folders)
    assert not any(folder.exists() for folder in limits.folders)
    return outcome


def test_a_fork_bomb_is_stopped(tmp_path: Path, system: System) -> None:
    most = 0

    def count(directory: Path) -> int:
        return len([path for path in directory.glob("[0-9]*") if path.is_dir()])

    before = count(Path("/proc"))
    script = "on local ':() { : | : & }; :'\nsleep 60\n"
    outcome = _run(tmp_path, system, script, memory=1024, processes=200, timeout=5)
    most = count(Path("/proc")) - before
    assert outcome.exit_status == 124
    assert "✗ 到了上限：进程和线程 200 个\n" in outcome.transcript
    assert most < 100, f"还留着 {most} 个进程"


def test_a_memory_hog_is_killed_and_the_example_goes_on(tmp_path: Path, system: System) -> None:
    script = """on local 'python3 -c "x = bytearray(1 << 30)"'
expect '被杀了' [ "$status" -eq 137 ]
on local 'echo 还在'
expect '示例继续' [ "$output" = 还在 ]
expect '这一条不成立' false
"""
    outcome = _run(tmp_path, system, script, memory=256, processes=200)
    assert outcome.exit_status == 1
    assert "✓ 被杀了\n" in outcome.transcript
    assert "✓ 示例继续\n" in outcome.transcript
    assert outcome.transcript.endswith("✗ 到了上限：内存 256 MB\n")


def test_files_in_memory_count(tmp_path: Path, system: System) -> None:
    script = "on local 'head -c 1G /dev/zero >/root/big'\nexpect '写不完' [ \"$status\" -eq 0 ]\n"
    outcome = _run(tmp_path, system, script, memory=256, processes=200)
    assert outcome.exit_status != 0
    assert "✗ 到了上限：内存 256 MB\n" in outcome.transcript


def test_a_bound_that_the_example_set_itself_is_not_named(tmp_path: Path, system: System) -> None:
    for name in ("run.sh", "example.yml"):
        shutil.copy(EXAMPLES / "linux/top-cache-is-reclaimable" / name, tmp_path)
    script = (tmp_path / "run.sh").read_text(encoding="utf-8") + "expect '这一条不成立' false\n"
    outcome = _run(tmp_path, system, script, memory=2048, processes=200)
    assert outcome.exit_status == 1
    assert "✓ 内核日志里的原文\n" in outcome.transcript, outcome.transcript
    assert "到了上限" not in outcome.transcript


def test_groups_of_a_killed_run_are_removed(system: System) -> None:
    with subprocess.Popen(["true"]) as process:
        process.wait()
    with bounded() as limits:
        left = [folder.with_name(f"handbook-example-{process.pid}-1") for folder in limits.folders]
    for folder in left:
        (folder / "inside").mkdir(parents=True)
    with bounded():
        assert not any(folder.exists() for folder in left)


def test_without_groups_the_reason_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> dict[Path, set[str]]:
        raise PermissionError(13, "Permission denied", "/sys/fs/cgroup/pids/handbook-example-1-1")

    monkeypatch.setattr(bounds, "_parents", refuse)
    with bounded() as limits:
        assert (limits.entries, limits.reached()) == ([], "")
    assert why_unbounded() == (
        "示例没有内存和进程的上限：/sys/fs/cgroup/pids/handbook-example-1-1 Permission denied；用 root 运行"
    )


@pytest.fixture
def tree(tmp_path: Path) -> Iterator[Path]:
    """Return the top of a tree as systemd makes it: the slice gives memory and processes, the session does not."""
    top = tmp_path / "cgroup"
    session = top / "user.slice/session-1.scope"
    session.mkdir(parents=True)
    for folder, given in ((top, "cpu memory pids"), (session.parent, "memory pids"), (session, "")):
        (folder / "cgroup.subtree_control").write_text(given + "\n", encoding="ascii")
    yield top


def _process(tmp_path: Path, groups: str, mounts: str) -> Path:
    (tmp_path / "cgroup").mkdir(exist_ok=True)
    process = tmp_path / "self"
    process.mkdir()
    (process / "cgroup").write_text(groups, encoding="utf-8")
    (process / "mountinfo").write_text(mounts, encoding="utf-8")
    return process


def test_in_one_tree_the_nearest_group_that_gives_is_taken(tmp_path: Path, tree: Path) -> None:
    mount = f"30 1 0:26 / {tree} rw,nosuid shared:4 - cgroup2 cgroup2 rw\n"
    process = _process(tmp_path, "0::/user.slice/session-1.scope\n", mount)
    assert bounds._parents(process) == {tree / "user.slice": {"memory", "pids"}}


def test_with_a_hierarchy_for_each_controller_the_own_group_is_taken(tmp_path: Path) -> None:
    # In a container the mount shows the tree from the container's own group on.
    mounts = [
        "30 1 0:26 /docker/1 /sys/fs/cgroup/memory ro - cgroup cgroup rw,memory",
        "31 1 0:27 / /sys/fs/cgroup/pids rw - cgroup cgroup rw,pids",
    ]
    groups = "9:memory:/docker/1/shell\n8:pids:/\n0::/\n"
    process = _process(tmp_path, groups, "\n".join(mounts) + "\n")
    assert bounds._parents(process) == {
        Path("/sys/fs/cgroup/memory/shell"): {"memory"},
        Path("/sys/fs/cgroup/pids"): {"pids"},
    }


def test_a_machine_without_control_groups(tmp_path: Path) -> None:
    process = _process(tmp_path, "", "30 1 0:26 / / rw - ext4 /dev/vda rw\n")
    with pytest.raises(OSError, match="控制组 memory"):
        bounds._parents(process)


def test_the_bounds_hold_in_one_tree(system: System) -> None:
    """The layout that this machine may not have: in a kernel that runs as a process of the lab's Debian 13."""
    seen = {
        TESTS / "unit/lab/one_tree": "/opt/handbook/one_tree",
        TESTS / "lab": "/opt/handbook/tests/lab",
        EXAMPLES / "load-balancing/lvs-uml/fxsave.py": "/opt/handbook/fxsave.py",
    }
    done = subprocess.run(
        system.command("bash", "/opt/handbook/one_tree/start.sh", seen=seen),
        capture_output=True, text=True, check=False, timeout=120, env={**os.environ, **ENVIRONMENT},
    )  # fmt: skip
    assert "到此为止" in done.stdout, done.stdout + done.stderr
    assert "✗" not in done.stdout, done.stdout
    assert done.stdout.count("✓") == 9, done.stdout
