"""The folder where the lab's systems lie, shared by all clones of one user: what is finished is there by name and key.

A second clone, and the tests of a build machine, find what the first has made.
"""

from __future__ import annotations

import fcntl
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from lab.declaration import Declaration, GoModule
from lab.failures import LabError

_MOUNTS = Path("/proc/self/mountinfo")
_KEPT = 14 * 24 * 3600  # seconds without use: another clone or branch may still want an older declaration's system
FACTS = "system.json"  # what a finished system is; its time of change is that of the last use


def cache_folder() -> Path:
    """Return the lab's folder in the user's cache."""
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "yunwei-dazhao" / "lab"


@dataclass(frozen=True)
class Store:
    """What lies where below `folder`: systems/NAME-KEY, packages and fetched files, logs."""

    folder: Path

    @property
    def packages(self) -> Path:
        """Where downloaded Debian packages stay."""
        return self.folder / "packages"

    @property
    def fetched(self) -> Path:
        """Where other downloaded files stay, by their SHA-256."""
        return self.folder / "fetched"

    @property
    def go(self) -> Path:
        """Where the Go toolchain, modules and compiled packages lie until all programs are built."""
        return self.folder / "go"

    def programs(self, module: GoModule) -> Path:
        """Return the folder of a module's finished programs, whether it is there or not."""
        return self.folder / "programs" / f"{module.name}-{module.key}"

    def log(self, declaration: Declaration) -> Path:
        """Return the file that takes the output of making a system."""
        return self.folder / "logs" / f"{declaration.name}.log"

    def system(self, declaration: Declaration) -> Path:
        """Return the folder of a finished system, whether it is there or not."""
        return self.folder / "systems" / f"{declaration.name}-{declaration.key}"

    def unfinished(self, declaration: Declaration) -> Path:
        """Return the folder in which a system is being made; it is renamed when it is finished."""
        return self.folder / "systems" / f".{declaration.name}-{declaration.key}"

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Let one process at a time make or remove systems; wait for the other one."""
        self.folder.mkdir(parents=True, exist_ok=True)
        with (self.folder / "lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield

    def unused(self, declaration: Declaration, now: float) -> list[Path]:
        """Return the folders of older systems of the same name that nobody has used for two weeks."""
        return _unused(self.system(declaration), declaration.key, FACTS, now)

    def unused_programs(self, module: GoModule, now: float) -> list[Path]:
        """Return the folders of a module's older programs from which no system was made for two weeks."""
        return _unused(self.programs(module), module.key, ".", now)

    def leftovers(self) -> list[Path]:
        """Return the folders of builds that were interrupted. Only who holds the lock may say so."""
        return sorted((self.folder / "systems").glob(".*"))


def _unused(own: Path, key: str, dated: str, now: float) -> list[Path]:
    """Return the folders that differ from `own` in the key only, and whose file `dated` is old."""
    others = set(own.parent.glob(own.name.removesuffix(key) + "[0-9a-f]" * len(key))) - {own}
    return sorted(folder for folder in others if now - (folder / dated).stat().st_mtime > _KEPT)


def mounts_below(folder: Path, mounts: Path = _MOUNTS) -> list[Path]:
    """Return the mount points at and below `folder`, the deepest first."""
    found = [Path(_unescaped(line.split()[4])) for line in mounts.read_text(encoding="utf-8").splitlines()]
    below = [point for point in found if point == folder or folder in point.parents]
    return sorted(below, key=lambda point: -len(point.parts))


def _unescaped(text: str) -> str:
    """Return a path of mountinfo, where blanks and backslashes are octal numbers, as it is."""
    return re.sub(r"\\([0-7]{3})", lambda match: chr(int(match[1], 8)), text)


def remove(folder: Path, mounts: Path = _MOUNTS) -> None:
    """Remove a folder and all in it, but never through a mount: mounts that a killed run left are detached first.

    Raises LabError when one cannot be detached; then nothing is removed.
    """
    folder = folder.resolve()
    for point in mounts_below(folder, mounts):
        subprocess.run(["umount", "--lazy", "--no-canonicalize", str(point)], capture_output=True, check=False)
    if left := mounts_below(folder, mounts):
        raise LabError(
            f"{left[0]} 是上次留下的挂载点，卸不掉，所以没有删除 {folder}；以 root 运行 umount {left[0]}，再试"
        )
    if folder.exists():
        shutil.rmtree(folder)
