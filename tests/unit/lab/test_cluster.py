"""A cluster ends with whoever holds it, leaves no control group, and says what keeps it from being ready."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from lab.bounds import Bounds
from lab.cluster import HOLDER, Cluster
from lab.failures import LabError
from lab.system import System, find
from support.require import require, require_root, unmet

GROUPS = Path("/sys/fs/cgroup")


class Script(System):
    """A system in whose place a shell script of this machine runs."""

    def command(self, *_: str, seen: Mapping[Path, str] | None = None, bounds: Bounds | None = None) -> list[str]:
        """Return the command that runs the script, in namespaces of its own like that of a real system."""
        namespaces = ["unshare", "--mount", "--pid", "--ipc", "--uts", "--net", "--cgroup", "--fork", "--kill-child"]
        return [*namespaces, "bash", "-c", self.name]


def _cluster(script: str) -> Cluster:
    require("unshare", "nsenter")
    require_root()
    return Cluster(Script(script, Path("/")), {})


def _groups(holder: int) -> list[Path]:
    return list(GROUPS.rglob(f"handbook-cluster-{holder}"))


def _until(condition: Callable[[], object]) -> bool:
    deadline = time.monotonic() + 10
    while not condition():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.05)
    return True


def test_what_is_not_ready_is_said_with_its_last_lines() -> None:
    with pytest.raises(LabError, match=r"集群没有起来\n✗ etcd 没有起来；etcd.log 的最后几行：\n磁盘满了"):
        _cluster("echo '✗ etcd 没有起来；etcd.log 的最后几行：'; echo 磁盘满了; exit 1")


def test_a_cluster_ends_with_its_groups_and_processes() -> None:
    cluster = _cluster("sleep 4321 & echo ready; exec sleep 4322")
    holder = cluster.holder
    assert _groups(holder)
    cluster.close()
    assert not _groups(holder)
    assert subprocess.run(["pgrep", "-f", "sleep 432[12]"], check=False).returncode == 1


def test_a_command_inside_leaves_nothing_running() -> None:
    cluster = _cluster("echo ready; exec sleep 4323")
    try:
        done = subprocess.run(
            cluster.command("bash", "-c", "setsid sleep 4324 & echo $$; exit 3"), capture_output=True, check=False
        )
        assert done.returncode == 3
        assert int(done.stdout) < 100  # in the namespace, not on the machine
        assert _until(lambda: subprocess.run(["pgrep", "-xf", "sleep 4324"], check=False).returncode == 1)
        assert cluster.alive
    finally:
        cluster.close()


def test_a_cluster_does_not_outlive_a_killed_user(tmp_path: Path) -> None:
    require("unshare")
    require_root()
    user = subprocess.Popen(
        ["bash", "-c", f"sleep 1000 | bash {HOLDER} hold sleep 4325 >{tmp_path}/said"], start_new_session=True
    )
    assert _until(lambda: (tmp_path / "said").exists() and (tmp_path / "said").read_text(encoding="ascii"))
    inner = int((tmp_path / "said").read_text(encoding="ascii"))
    feeder = subprocess.run(["pgrep", "-P", str(user.pid), "-x", "sleep"], capture_output=True, text=True, check=True)
    os.kill(int(feeder.stdout), signal.SIGKILL)  # the end of standard input, as the kernel makes it for a killed user
    user.wait(timeout=10)
    assert not Path(f"/proc/{inner}").exists()


def test_groups_of_a_killed_holder_are_removed_by_the_next() -> None:
    cluster = _cluster("echo ready; exec sleep 4326")
    holder = cluster.holder
    os.kill(holder, signal.SIGKILL)
    inner = [int(line) for group in _groups(holder) for line in (group / "cgroup.procs").read_text().split()]
    for process in inner:
        os.kill(process, signal.SIGKILL) if Path(f"/proc/{process}").exists() else None
    cluster.close()
    assert _groups(holder)
    _cluster("echo ready; exec sleep 4327").close()
    assert not _groups(holder)


def test_too_little_memory_is_said_with_what_is_needed() -> None:
    require_root()
    try:
        system = find("kubernetes-1.37")
    except LabError as error:
        unmet(str(error))
        raise
    with pytest.raises(LabError, match=r"✗ 内存不够：90000 个节点的集群要 36001000 MiB，现在只有 \d+ MiB 可用"):
        Cluster(system, {}, nodes=90000)
