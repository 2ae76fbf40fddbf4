"""Runs commands inside a finished system of the lab: the command that enters it, and what the system is.

An example sees the system that its page names, and nothing of the machine on which it happens to run.
"""

from __future__ import annotations

import os
import platform
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from lab.bounds import Bounds, joined
from lab.declaration import load
from lab.failures import LabError
from lab.store import FACTS, Store, cache_folder

_ENTER = Path(__file__).with_name("enter.sh")
PATH = "/usr/local/bin:/usr/sbin:/sbin:/usr/bin:/bin"
ENVIRONMENT = {"PATH": PATH, "HOME": "/root", "LC_ALL": "C.UTF-8", "TZ": "UTC"}


@dataclass(frozen=True)
class System:
    """A finished system: `folder` holds root/ and scratch/."""

    name: str
    folder: Path

    def command(self, *command: str, seen: Mapping[Path, str] | None = None, bounds: Bounds | None = None) -> list[str]:
        """Return the command that runs `command` inside, in namespaces of its own.

        `seen` are files and folders of this machine with the paths at which the command sees them, read-only.
        """
        entries = bounds.entries if bounds else []
        # One user's folder may hold files of all the users in the system: as many are mapped as the user may have.
        own_user = [] if os.geteuid() == 0 else ["--map-root-user", "--map-auto"]
        namespaces = ["--net", "--mount", "--pid", "--ipc", "--uts", "--fork", "--kill-child"]
        mounts = [f"{source}={target}" for source, target in (seen or {}).items()]
        # A shell cannot trap a signal that was ignored when it began; under nohup SIGHUP is.
        return [
            "env", "--default-signal", "setpriv", "--pdeathsig=KILL", "unshare", *own_user, *namespaces,
            *joined(entries, "bash", str(_ENTER), str(self.folder), *(["--bounded"] if entries else []), *mounts, "--", *command),
        ]  # fmt: skip

    def on_the_machine(self, program: str) -> list[str]:
        """Return the command that runs a program of the system on the machine itself, with the system's libraries.

        For a server that this machine's browser must reach. `program` is its path in the system, `/usr/sbin/nginx`.
        """
        root = self.folder / "root"
        libraries = next((root / "usr/lib").glob("*-linux-gnu"))
        loader = next(libraries.glob("ld-linux-*.so.*"))
        return [str(loader), "--library-path", str(libraries), f"{root}{program}"]

    @property
    def line(self) -> str:
        """The operating system as pages name it: `Debian 13`; unstable has no number."""
        text = (self.folder / "root/usr/lib/os-release").read_text(encoding="utf-8")
        release = dict(line.split("=", 1) for line in text.splitlines() if "=" in line)
        return f"{release['NAME'].strip(chr(34)).split()[0]} {release.get('VERSION_ID', 'unstable').strip(chr(34))}"


def find(name: str) -> System:
    """Return the finished system of the declaration `name`. Raises MistakeError for a bad one, LabError when not made."""
    declaration = load(name)
    refuse_architecture(declaration.title, declaration.architecture)
    folder = Store(cache_folder()).system(declaration)
    if not folder.is_dir():
        raise LabError(f"{declaration.title} 还没有做；先运行 make lab ONLY={name}")
    os.utime(folder / FACTS)
    return System(name, folder)


def refuse_architecture(title: str, architecture: str, machine: str = platform.machine()) -> None:
    """Raise LabError when this machine's processor cannot run the programs of a system."""
    own = {"x86_64": "amd64", "aarch64": "arm64"}.get(machine, machine)
    if own != architecture:
        raise LabError(f"{title} 是 {architecture} 的系统，这台机器是 {own}；换一台 {architecture} 的机器")
