"""Runs in a kernel with one tree of control groups, as root, and prints a line for each claim."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

sys.path.insert(0, "/opt/handbook/tests")
from lab.bounds import bounded, joined

TOP = Path("/sys/fs/cgroup")
SYSTEM = Path("/run/system")  # its root is the one that runs here
ENTER = "/opt/handbook/tests/lab/enter.sh"


def claim(text: str, holds: bool, seen: object = "") -> None:
    """Print what was claimed and whether it holds."""
    sys.stdout.write(f"✓ {text}\n" if holds else f"✗ {text} {seen}\n")
    sys.stdout.flush()


def run(memory: int, processes: int, script: str) -> tuple[int, str, str]:
    """Run a shell script bounded, in a system; return its exit status, its output, and which bound was reached."""
    with bounded(memory << 20, processes) as bounds:
        enter = joined(bounds.entries, "bash", ENTER, str(SYSTEM), "--bounded", "--", "bash", "-c", script)
        namespaces = ["--net", "--mount", "--pid", "--ipc", "--uts", "--fork", "--kill-child"]
        done = subprocess.run(
            ["unshare", *namespaces, *enter], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False,
            timeout=60,
        )  # fmt: skip
        return done.returncode, done.stdout, bounds.missing or bounds.reached()


for name in ("root", "devices", "scratch"):
    (SYSTEM / name).mkdir(parents=True)
subprocess.run(["mount", "--bind", "/", str(SYSTEM / "root")], check=True)

own = "cat /proc/self/cgroup /sys/fs/cgroup/memory.max /sys/fs/cgroup/cgroup.subtree_control"
status, output, reached = run(256, 64, own)
lines = output.splitlines()
claim("看到的是自己的树，上限不在里面", lines[:2] == ["0::/session", "max"], (status, output, reached))
claim("里面能再分内存和进程", {"memory", "pids"} <= set(lines[-1].split()), output)
claim("没有到上限", reached == "", reached)
group = "mkdir /sys/fs/cgroup/mine && echo 20M >/sys/fs/cgroup/mine/memory.max && cat /sys/fs/cgroup/mine/memory.max"
status, output, reached = run(256, 64, group)
claim("示例自己的组有自己的上限", (status, output) == (0, "20971520\n"), (status, output))
status, output, reached = run(64, 64, "python3 -c 'x = bytearray(200 << 20)'; echo $?")
claim("内存到了上限，进程被杀，shell 继续", output.endswith("137\n"), output)
claim("说得出是内存", reached == "内存 64 MB", reached)
fork = """python3 -c '
import os, time
while True:
    if os.fork() == 0:
        time.sleep(2)
        os._exit(0)
' 2>&1 | tail -n 1"""
status, output, reached = run(256, 64, fork)
claim("进程到了上限，fork 失败", "temporarily unavailable" in output, output)
claim("说得出是进程", reached == "进程和线程 64 个", reached)
claim("组都删掉了", not list(TOP.glob("handbook-*")), list(TOP.glob("handbook-*")))
