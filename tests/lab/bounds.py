"""Bounds what one example may take of the machine, by control groups: memory and processes.

A mistake in an example, a loop that forks or a log that grows, then ends that example and not the machine. Both layouts
are known: a hierarchy for each controller (v1) and one tree (v2).
"""

from __future__ import annotations

import itertools
import os
import signal
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

MEMORY = 4 * 2**30  # bytes; the largest example, four Kafka processes, takes less than half
PROCESSES = 4096  # threads count too
_NAME = "handbook-example"
_numbers = itertools.count(1)
_REMOVE_SECONDS = 60.0  # a kernel that ends hundreds of processes on a busy machine takes many
_NEARLY = 2 * 2**20  # bytes


@dataclass(frozen=True)
class Bounds:
    """Groups for one example: one folder in the one tree, or one in each controller's hierarchy.

    The bounds are set on `folders`; the example runs in `inside` of each, from where it cannot reach them. Without
    folders there are none, and `missing` says why.
    """

    folders: tuple[Path, ...]
    memory: int
    processes: int
    missing: str = ""

    @property
    def entries(self) -> list[Path]:
        """The files to which a process writes 0 to be bounded, with all that it starts."""
        return [folder / "inside" / "cgroup.procs" for folder in self.folders]

    def reached(self) -> str:
        """Say which bound was reached, "" for none: an example that failed may have failed by it."""
        found = []
        if any(_memory_ran_out(folder, self.memory) for folder in self.folders):
            found.append(f"内存 {self.memory >> 20} MB")
        if any(_number(folder / "pids.peak") >= self.processes for folder in self.folders):
            found.append(f"进程和线程 {self.processes} 个")
        return "、".join(found)


@contextmanager
def bounded(memory: int = MEMORY, processes: int = PROCESSES) -> Iterator[Bounds]:
    """Make groups with these bounds, and in the end kill what is left in them and remove them."""
    name = f"{_NAME}-{os.getpid()}-{next(_numbers)}"
    made: list[Path] = []
    try:
        try:
            for parent, controllers in _parents().items():
                _remove_those_of_the_dead(parent)
                (folder := parent / name).mkdir()
                made.append(folder)
                _set(folder, controllers, memory, processes)
            bounds = Bounds(tuple(made), memory, processes)
        except OSError as error:
            bounds = Bounds((), memory, processes, f"示例没有内存和进程的上限：{error.filename} {error.strerror}")
        yield bounds
    finally:
        for folder in made:
            _remove(folder)


def joined(entries: Sequence[Path], *command: str) -> list[str]:
    """Return the command that goes into groups, and then runs `command` in a control group namespace of its own."""
    # Below an unshare(1) that waits: in the one tree, a group with processes gives nothing to those below it.
    script = 'until [ "$1" = -- ]; do echo 0 >"$1" || exit; shift; done; shift; exec unshare --cgroup "$@"'
    return ["sh", "-c", script, "sh", *map(str, entries), "--", *command]


def why_unbounded() -> str:
    """Return why examples run without bounds on this machine, in one sentence; "" where they have them."""
    with bounded() as bounds:
        return f"{bounds.missing}；用 root 运行" if bounds.missing else ""


def _set(folder: Path, controllers: set[str], memory: int, processes: int) -> None:
    """Set the bounds of a new group and make the group inside it."""
    one_tree = (folder / "cgroup.controllers").exists()
    if "memory" in controllers:
        (folder / ("memory.max" if one_tree else "memory.limit_in_bytes")).write_text(str(memory), encoding="ascii")
        swap = folder / ("memory.swap.max" if one_tree else "memory.memsw.limit_in_bytes")
        if swap.exists():
            swap.write_text("0" if one_tree else str(memory), encoding="ascii")
    if "pids" in controllers:
        (folder / "pids.max").write_text(str(processes), encoding="ascii")
    (folder / "inside").mkdir()
    if one_tree:
        # Docker and systemd in an example give out what they get themselves.
        for controller in (folder / "cgroup.controllers").read_text(encoding="ascii").split():
            (folder / "cgroup.subtree_control").write_text(f"+{controller}", encoding="ascii")


def _parents(process: Path = Path("/proc/self")) -> dict[Path, set[str]]:
    """Return the folders in which groups are to be made, with the controllers of each. Raises OSError for none."""
    own = [line.split(":", 2) for line in (process / "cgroup").read_text(encoding="utf-8").splitlines()]
    mounts = [_mount(line) for line in (process / "mountinfo").read_text(encoding="utf-8").splitlines()]
    found: dict[Path, set[str]] = {}
    for controller in ("memory", "pids"):
        paths = [path for _, names, path in own if controller in names.split(",")]
        kinds = [(root, point) for root, point, kind, options in mounts if kind == "cgroup" and controller in options]
        if paths and kinds:
            parent = _below(*kinds[0], paths[0])
        else:
            paths = [path for _, names, path in own if not names]
            kinds = [(root, point) for root, point, kind, _ in mounts if kind == "cgroup2"]
            if not paths or not kinds:
                raise OSError(0, f"里没有控制组 {controller}", "/proc/self/cgroup")
            parent = _giving(_below(*kinds[0], paths[0]), kinds[0][1])
        found.setdefault(parent, set()).add(controller)
    return found


def _mount(line: str) -> tuple[str, Path, str, list[str]]:
    """Return root, place, type and options of a line of mountinfo; see proc_pid_mountinfo(5)."""
    before, _, after = line.partition(" - ")
    fields = before.split(" ")
    kind, _, options = after.split(" ", 2)
    return fields[3], Path(fields[4].replace("\\040", " ")), kind, options.split(",")


def _below(root: str, point: Path, path: str) -> Path:
    """Return the folder of a group; in a container, the part of the tree that is mounted begins at `root`."""
    return point / os.path.relpath(path, root) if path.startswith(root) else point


def _giving(own: Path, top: Path) -> Path:
    """Return the nearest group at or above the own one whose children can be bounded. Raises OSError for none.

    A group that has processes gives its children none, except at the top of the machine's tree.
    """
    for folder in [own, *own.parents]:
        control = folder / "cgroup.subtree_control"
        if {"memory", "pids"} <= set(control.read_text(encoding="ascii").split()):
            return folder
        if folder == top:
            break
    try:
        # In one write: pids alone would be taken, and make what is below unfit for memory.
        control.write_text("+memory +pids", encoding="ascii")
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(control)) from None
    return top


def _remove_those_of_the_dead(parent: Path) -> None:
    """Remove the groups of runs that were killed; processes in them were killed with the run."""
    for folder in parent.glob(f"{_NAME}-*-*"):
        if not Path("/proc", folder.name.split("-")[2]).exists():
            _remove(folder)


def _remove(folder: Path) -> None:
    """Kill what is in a group and in those below it, and remove them. Raises OSError when that takes too long."""
    deadline = time.monotonic() + _REMOVE_SECONDS
    groups = sorted((path.parent for path in folder.rglob("cgroup.procs")), reverse=True)  # the deepest first
    for group in groups:
        while True:
            for process in _processes(group):
                _kill(process)
            try:
                group.rmdir()
                break
            except FileNotFoundError:
                break
            except OSError:
                if time.monotonic() > deadline:
                    raise
                time.sleep(0.01)


def _processes(group: Path) -> list[int]:
    try:
        return [int(line) for line in (group / "cgroup.procs").read_text(encoding="ascii").split()]
    except OSError:
        return []


def _kill(process: int) -> None:
    with suppress(ProcessLookupError):
        os.kill(process, signal.SIGKILL)


def _memory_ran_out(folder: Path, memory: int) -> bool:
    """Tell whether the kernel killed a process for the bound of this group, not for one that an example had set."""
    local = folder / "memory.events.local"
    if local.exists():
        return "oom 0" not in local.read_text(encoding="ascii").splitlines()
    # Pages are asked for some dozens at a time: the last few below the bound may be free.
    most = max(_number(folder / name) for name in ("memory.max_usage_in_bytes", "memory.memsw.max_usage_in_bytes"))
    if most < memory - _NEARLY:
        return False
    controls = [path.read_text(encoding="ascii") for path in folder.rglob("memory.oom_control")]
    return any(not text.rstrip().endswith("oom_kill 0") for text in controls)


def _number(file: Path) -> int:
    return int(file.read_text(encoding="ascii")) if file.exists() else -1
