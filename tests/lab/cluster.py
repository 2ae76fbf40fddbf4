"""Starts a Kubernetes cluster inside a system of the lab and runs commands in it.

One cluster serves all the examples that leave its nodes and its control plane alone: starting it takes longer than most
of them.
"""

from __future__ import annotations

import atexit
import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

from lab.failures import LabError
from lab.system import ENVIRONMENT, System

HOLDER = Path(__file__).with_name("cluster.sh")
_SCRIPTS = Path(__file__).with_name("kubernetes")
_INSIDE = "/opt/handbook/cluster"
_AS_INSIDE = " ".join(f"{key}={value}" for key, value in ENVIRONMENT.items())


class Cluster:
    """A running cluster. It ends with `close()`, and when this process ends, in whatever way."""

    def __init__(self, system: System, seen: Mapping[Path, str], nodes: int = 2, proxy: str = "nftables") -> None:
        """Start it and wait until it is ready. Raises LabError with the part that is not, and its last log lines.

        `seen` are files and folders of this machine with the paths at which its commands see them.
        """
        if os.geteuid() != 0:
            raise LabError("集群要 root：kubelet 要改 cgroup 和网络；用 sudo")
        inside = system.command("tini", "--", "bash", f"{_INSIDE}/up.sh", seen={_SCRIPTS: _INSIDE, **seen})
        self._process = subprocess.Popen(
            ["bash", str(HOLDER), "hold", *inside],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            text=True, encoding="utf-8", errors="replace", start_new_session=True,
            env={**ENVIRONMENT, "NODES": str(nodes), "PROXY": proxy},
        )  # fmt: skip
        atexit.register(self.close)
        assert self._process.stdout is not None
        outer, *said = self._until_ready()
        if said[-1:] != ["ready"]:
            self.close()
            raise LabError("\n".join(("集群没有起来", *said)))
        self._first = Path(f"/proc/{outer}/task/{outer}/children").read_text(encoding="ascii").strip()

    def _until_ready(self) -> list[str]:
        assert self._process.stdout is not None
        said = []
        for line in self._process.stdout:
            said.append(line.rstrip())
            if said[-1] == "ready":
                break
        return said

    @property
    def holder(self) -> int:
        """The process that holds it together; its number is in the name of the control groups."""
        return self._process.pid

    @property
    def alive(self) -> bool:
        """Whether it still runs."""
        return self._process.poll() is None

    def command(self, *command: str) -> list[str]:
        """Return the command that runs `command` in the cluster's namespaces and ends what it leaves running."""
        return ["bash", str(HOLDER), "enter", self._first, *command]

    def write_tools(self, folder: Path, kubectl: Path) -> None:
        """Write into a folder what a user of the cluster runs on this machine: `kubectl`, and `on HOST COMMAND`."""
        root = Path(f"/proc/{self._first}/root")
        folder.mkdir(parents=True, exist_ok=True)
        config = folder / "config"
        config.write_bytes((root / "root/.kube/config").read_bytes())
        config.chmod(0o600)
        for name, command in {
            "kubectl": f"nsenter --net={root}/run/netns/client {kubectl} --kubeconfig={config}",
            "on": f"nsenter --target {self._first} --all env {_AS_INSIDE} {_INSIDE}/on.sh",
        }.items():
            (folder / name).write_text(f'#!/bin/sh\nexec {command} "$@"\n', encoding="utf-8")
            (folder / name).chmod(0o755)

    def close(self) -> None:
        """End all its processes and wait for their end."""
        atexit.unregister(self.close)
        with self._process:  # closes its standard input and waits
            pass


_shared: dict[str, Cluster] = {}


def shared(system: System, seen: Mapping[Path, str]) -> Cluster:
    """Return the cluster that all callers of this process share, started at the first call. Raises LabError."""
    key = f"{system.folder} {seen}"
    if key not in _shared or not _shared[key].alive:
        _shared[key] = Cluster(system, seen)
    return _shared[key]
