"""`make cluster` starts a cluster that stays, `make cluster-down` ends it: for a reader who tries what a page says."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parents[2]), str(Path(__file__).resolve().parents[3] / "hooks")]

from handbook.mistakes import MistakeError  # noqa: E402
from lab.cluster import Cluster  # noqa: E402
from lab.declaration import ROOT  # noqa: E402
from lab.failures import LabError  # noqa: E402
from lab.system import find  # noqa: E402

TOOLS = ROOT / "build" / "cluster"
_KEEPER = TOOLS / "pid"
_PROXIES = ("nftables", "iptables")


def main(arguments: list[str]) -> int:
    """Start or end the cluster; return 1 when that failed, 2 for arguments that make no sense."""
    match arguments:
        case ["up", nodes, proxy] if nodes in ("1", "2", "3", "4", "5") and proxy in _PROXIES:
            return _up(nodes, proxy)
        case ["keep", nodes, proxy]:
            return _keep(int(nodes), proxy)
        case ["down"]:
            return _down()
    print("用法：make cluster [NODES=1 到 5] [PROXY=nftables 或 iptables]，或 make cluster-down", file=sys.stderr)
    return 2


def _up(nodes: str, proxy: str) -> int:
    """Start the process that keeps the cluster, and tell how to use it."""
    if _running():
        print("集群已经在跑；先 make cluster-down", file=sys.stderr)
        return 1
    began = time.monotonic()
    keeper = subprocess.Popen(
        [sys.executable, __file__, "keep", nodes, proxy],
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, start_new_session=True, text=True,
    )  # fmt: skip
    assert keeper.stdout is not None
    said = keeper.stdout.readline()
    if said != "ready\n":
        return keeper.wait() or 1
    here = TOOLS.relative_to(ROOT)
    print(f"✔ {nodes} 个节点的集群，{time.monotonic() - began:.0f} 秒")
    print(f"  {here}/kubectl get node        在这台机器上用，和平常的 kubectl 一样")
    print(f"  {here}/on node1 crictl ps      在一台主机上执行：client、control、switch、node1 到 node{nodes}")
    print("  make cluster-down              拆掉，什么也不留")
    return 0


def _keep(nodes: int, proxy: str) -> int:
    """Hold a cluster until SIGTERM."""
    try:
        cluster = Cluster(find("kubernetes-1.37"), {}, nodes, proxy)
    except (LabError, MistakeError) as error:
        print(f"✘ {error}", file=sys.stderr)
        return 1
    cluster.write_tools(TOOLS, ROOT / ".venv/bin/kubectl")
    _KEEPER.write_text(str(os.getpid()), encoding="ascii")
    signal.signal(signal.SIGTERM, lambda *_: cluster.close())
    print("ready", flush=True)
    while cluster.alive:
        time.sleep(0.2)
    for file in TOOLS.iterdir():
        file.unlink()
    return 0


def _running() -> int:
    """Return the process that keeps a cluster, 0 where none does."""
    if not _KEEPER.exists():
        return 0
    keeper = int(_KEEPER.read_text(encoding="ascii"))
    command = Path(f"/proc/{keeper}/cmdline")
    return keeper if command.exists() and b"kubernetes/cli.py" in command.read_bytes() else 0


def _down() -> int:
    keeper = _running()
    if not keeper:
        print("没有集群在跑")
        return 0
    os.kill(keeper, signal.SIGTERM)
    while _running():
        time.sleep(0.1)
    print("✔ 拆掉了")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
