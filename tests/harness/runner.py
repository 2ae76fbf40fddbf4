"""Runs examples in namespaces of their own and tells what happened."""

from __future__ import annotations

import datetime
import json
import os
import shutil
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from example_records import example_directories, fingerprint, load_exceptions, load_settings, shared_files
from harness.normalise import normalise
from harness.software import SOFTWARE, kernel_line, system_line, version_line
from require import require, require_root, unmet

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "examples"
SESSION = Path(__file__).with_name("session.sh")
LAB = EXAMPLES / "lab" / "lab.sh"
DEFAULT_TIMEOUT = 60  # seconds


@dataclass(frozen=True)
class Outcome:
    """What one run printed (normalised) and its exit status; 124 when it ran out of time."""

    exit_status: int
    transcript: str


def example_names(root: Path = EXAMPLES) -> list[str]:
    """Return the names (`topic/what-it-shows`) of all examples, sorted."""
    return [path.relative_to(root).as_posix() for path in example_directories(root)]


def executable_names(root: Path = EXAMPLES) -> list[str]:
    """Return the names of the examples that `make test` executes, be it only to check something."""
    return [name for name in _executed(root) if load_settings(root / name)["lab"] != "machine"]


def machine_names(root: Path = EXAMPLES) -> list[str]:
    """Return the names of the examples that start a virtual machine: `make test-boot` executes them."""
    return [name for name in _executed(root) if load_settings(root / name)["lab"] == "machine"]


def _executed(root: Path) -> list[str]:
    not_executed = {name for name, (level, _) in load_exceptions(root).items() if level == "none"}
    return [name for name in example_names(root) if name not in not_executed]


def require_for(settings: dict[str, Any]) -> None:
    """Skip (or fail, where CI is set) the running test when this machine cannot run an example with these settings."""
    # Some programs come with the tests' Python packages, and are on the examples' PATH only.
    programs = (SOFTWARE[name].program for name in settings["software"])
    require("ip", "ss", "unshare", *programs, path=environment()["PATH"])
    if settings.get("root") or "tcpdump" in settings["software"]:
        # In a user namespace tcpdump cannot change to its own user, and gives up.
        require_root()
    as_nobody = ["setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups", "unshare", "--map-root-user", "true"]
    if settings.get("user_namespaces") and subprocess.run(as_nobody, capture_output=True, check=False).returncode != 0:
        unmet("内核不允许普通用户建用户命名空间；见 sysctl kernel.unprivileged_userns_clone 和 AppArmor 的限制")
    if subprocess.run([*_namespaces(), "true"], capture_output=True, check=False).returncode != 0:
        unmet("内核不允许普通用户建命名空间；用 sudo make test")


def run_example(directory: Path) -> Outcome:
    """Run `run.sh` of `directory` in fresh network, mount and pid namespaces and return what it did.

    Needs root, or a kernel that lets users make namespaces; captures with tcpdump need root.
    """
    settings = load_settings(directory)
    timeout = settings.get("timeout", DEFAULT_TIMEOUT)
    extra = [(rule["pattern"], rule["replace"]) for rule in settings.get("normalise", [])]
    process = subprocess.Popen(
        [*_namespaces(), "bash", str(SESSION), settings["lab"], str(directory), str(LAB), *map(str, shared_files(directory))],
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        text=True, encoding="utf-8", errors="replace", env=environment(), start_new_session=True,
    )  # fmt: skip
    try:
        output, _ = process.communicate(timeout=timeout)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        output, _ = process.communicate()
        return Outcome(124, normalise(output, extra) + f"✗ 超过 {timeout} 秒还没有结束\n")
    return Outcome(process.returncode, normalise(output, extra))


def observe(directory: Path, outcome: Outcome) -> dict[str, Any]:
    """Return the record of this run: what a page may claim of the example."""
    name = directory.relative_to(EXAMPLES).as_posix()
    level, _ = load_exceptions(EXAMPLES).get(name, ("run", ""))
    settings = load_settings(directory)
    machine = settings["lab"] == "machine"
    return {
        "level": level,
        **({"date": datetime.datetime.now(datetime.UTC).date().isoformat()} if machine else {}),
        "system": system_line(),
        "kernel": kernel_line(),
        "software": [version_line(software, environment()) for software in settings["software"]],
        "exit": outcome.exit_status,
        "inputs": fingerprint(directory),
    }


def write_record(directory: Path, outcome: Outcome) -> None:
    """Write expected.txt and record.json of `directory` from a run that has just been made."""
    (directory / "expected.txt").write_text(outcome.transcript, encoding="utf-8")
    record = json.dumps(observe(directory, outcome), ensure_ascii=False, indent=2)
    (directory / "record.json").write_text(record + "\n", encoding="utf-8")


def environment() -> dict[str, str]:
    """Return the environment of every example: the interpreter of the tests first on PATH, English messages."""
    path = os.pathsep.join([str(Path(sys.executable).parent), "/usr/sbin", "/sbin", "/usr/bin", "/bin"])
    return {"PATH": path, "HOME": "/root", "LC_ALL": "C.UTF-8", "TZ": "UTC"}


def _namespaces() -> list[str]:
    unshare = shutil.which("unshare") or "unshare"
    own_user = [] if os.geteuid() == 0 else ["--map-root-user"]
    # A shell cannot trap a signal that was ignored when it began; under nohup SIGHUP is.
    return [
        "env",
        "--default-signal",
        unshare,
        *own_user,
        "--net",
        "--mount",
        "--pid",
        "--fork",
        "--kill-child",
        "--mount-proc",
    ]
