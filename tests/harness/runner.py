"""Runs examples in namespaces of their own and tells what happened."""

from __future__ import annotations

import datetime
import json
import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from handbook.examples.records import (
    CLUSTERS,
    example_directories,
    expected_file,
    fingerprint,
    level_of,
    load_settings,
    output_digest,
    seal,
    shared_files,
)
from harness.normalise import normalise
from harness.software import SOFTWARE, kernel_line, system_line, version_line
from lab.bounds import Bounds, bounded
from lab.cluster import Cluster, shared
from lab.failures import LabError
from lab.system import ENVIRONMENT, System, find
from support.require import require, require_root, unmet

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "examples"
SESSION = Path(__file__).with_name("session.sh")
LAB = EXAMPLES / "lab" / "lab.sh"
CLUSTER_LAB = ROOT / "tests/lab/kubernetes/session.sh"
DEFAULT_TIMEOUT = 120  # seconds
# The systems of an example that names none; pages show what the first one printed.
DEFAULT_SYSTEMS = ("debian-13", "debian-12")


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
    return [name for name in example_names(root) if level_of(load_settings(root / name))[0] != "none"]


def systems_of(settings: dict[str, Any]) -> list[str]:
    """Return the names of the lab's systems on which an example runs; a virtual machine's runs on none of them."""
    return [] if settings["lab"] == "machine" else list(settings.get("systems", DEFAULT_SYSTEMS))


def needed_systems(root: Path = EXAMPLES) -> list[str]:
    """Return the names of all systems that the examples need, sorted."""
    return sorted({system for name in executable_names(root) for system in systems_of(load_settings(root / name))})


def require_for(settings: dict[str, Any], system: System) -> None:
    """Skip (or fail, where CI is set) the running test when this machine cannot run such an example in the system."""
    require("setpriv", "unshare")
    if settings.get("root") or settings["lab"] in CLUSTERS or "tcpdump" in settings["software"]:
        # In a user namespace tcpdump cannot change to its own user, and gives up.
        require_root()
    as_nobody = ["setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups", "unshare", "--map-root-user", "true"]
    if settings.get("user_namespaces") and subprocess.run(as_nobody, capture_output=True, check=False).returncode != 0:
        unmet("内核不允许普通用户建用户命名空间；见 sysctl kernel.unprivileged_userns_clone 和 AppArmor 的限制")
    if (done := subprocess.run(system.command("true"), capture_output=True, text=True, check=False)).returncode != 0:
        unmet(f"进不了 {system.name}（{' '.join(done.stderr.split())}）；用 sudo make test")


def run_example(directory: Path, system: System, bounds: Bounds | None = None) -> Outcome:
    """Run `run.sh` of `directory` in a system, in namespaces of its own, and return what it did.

    Needs root, or a kernel that lets users make namespaces; captures with tcpdump need root. `bounds` are other ones
    than every example has.
    """
    settings = load_settings(directory)
    if settings["lab"] in CLUSTERS:
        return _run_in_cluster(directory, system, settings)
    with bounded() if bounds is None else nullcontext(bounds) as bound:
        return _run(_session(system, settings["lab"], directory, bound), settings, bound)


def _run_in_cluster(directory: Path, system: System, settings: dict[str, Any]) -> Outcome:
    """Run an example on a cluster of its own or the shared one, which ends too when the example fails."""
    examples = directory.parents[1]
    inside = "/opt/handbook/examples"
    seen = {examples: inside, SESSION: "/opt/handbook/session.sh", CLUSTER_LAB: "/opt/handbook/lab.sh"}
    own = settings["lab"] == "own-cluster"
    try:
        cluster = Cluster(system, seen) if own else shared(system, seen)
    except LabError as error:
        return Outcome(1, f"✗ {error}\n")
    files = [f"{inside}/{file.relative_to(examples)}" for file in (directory, *shared_files(directory))]
    # What it writes to its folder, and its network, are an ordinary user's outside the nodes.
    outcome = _run(
        cluster.command(
            "nsenter", "--net=/run/netns/client", "unshare", "--mount", "bash", seen[SESSION], settings["lab"],
            files[0], seen[CLUSTER_LAB], *files[1:],
        ),
        settings,
    )  # fmt: skip
    if own or outcome.exit_status != 0:
        cluster.close()
    return outcome


def _run(command: Sequence[str], settings: dict[str, Any], bounds: Bounds | None = None) -> Outcome:
    timeout = settings.get("timeout", DEFAULT_TIMEOUT)
    extra = [(rule["pattern"], rule["replace"]) for rule in settings.get("normalise", [])]
    process = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        text=True, encoding="utf-8", errors="replace", start_new_session=True, env=ENVIRONMENT,
    )  # fmt: skip
    late = ""
    try:
        output, _ = process.communicate(timeout=timeout)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        output, _ = process.communicate()
        late = f"✗ 超过 {timeout} 秒还没有结束\n"
    status = 124 if late else process.returncode
    # A bound that was met on the way to a good end is the example's own affair.
    full = f"✗ 到了上限：{reached}\n" if status and bounds and (reached := bounds.reached()) else ""
    return Outcome(status, normalise(output, extra) + full + late)


def _session(system: System, bench: str, directory: Path, bounds: Bounds) -> list[str]:
    """Return the command that runs an example inside a system, where it sees the files that it needs below /opt."""
    files = {file: f"/opt/handbook/files/{file.name}" for file in shared_files(directory)}
    session, lab, example = "/opt/handbook/session.sh", "/opt/handbook/lab.sh", "/opt/handbook/example"
    seen = {SESSION: session, LAB: lab, directory: example, **files, **_brought(system)}
    return system.command("bash", session, bench, example, lab, *files.values(), seen=seen, bounds=bounds)


def _brought(system: System) -> dict[Path, str]:
    """Return the program that no package brings, one file without a library, where the system has none of its own."""
    kubectl = Path(sys.executable).with_name("kubectl")
    inside = "/usr/local/bin/kubectl"
    return {kubectl: inside} if kubectl.exists() and not (system.folder / f"root{inside}").exists() else {}


def run_everywhere(directory: Path) -> list[tuple[str, Outcome]]:
    """Run an example on each of its systems, the one that pages show first. Raises LabError for one that is not made."""
    return [(name, run_example(directory, find(name))) for name in systems_of(load_settings(directory))]


def facts_of(settings: dict[str, Any], system: str, outcome: Outcome) -> dict[str, Any]:
    """Return what a page may claim of a run on one system; "" is this machine's own, which starts virtual ones."""
    place = find(system) if system else None
    return {
        "system": place.line if place else system_line(),
        "kernel": kernel_line(),
        "software": [_version(software, place) for software in settings["software"]],
        "exit": outcome.exit_status,
    }


@cache
def _version(software: str, system: System | None) -> str:
    if system is None:
        return version_line(software, SOFTWARE[software].command, os.environ)
    return version_line(software, system.command(*SOFTWARE[software].command, seen=_brought(system)), ENVIRONMENT)


def observe(directory: Path, runs: Sequence[tuple[str, Outcome]]) -> dict[str, Any]:
    """Return the record of the runs on all systems of an example: of the first, and beside it what the others add."""
    settings = load_settings(directory)
    (first, shown), *others = runs
    beside = [
        {
            "name": name,
            **facts_of(settings, name, outcome),
            **({} if outcome.transcript == shown.transcript else {"output": output_digest(outcome.transcript)}),
        }
        for name, outcome in others
    ]
    return {
        "level": level_of(settings)[0],
        **({"date": datetime.datetime.now(datetime.UTC).date().isoformat()} if settings["lab"] == "machine" else {}),
        **facts_of(settings, first, shown),
        "inputs": fingerprint(directory),
        **({"beside": beside} if beside else {}),
    }


def write_record(directory: Path, runs: Sequence[tuple[str, Outcome]]) -> None:
    """Write record.json of `directory`, expected.txt, and the output of each other system where it differs."""
    observed = observe(directory, runs)
    for old in directory.glob("expected.*.txt"):
        old.unlink()
    outputs = {name: outcome.transcript for name, outcome in runs}
    shown = runs[0][1].transcript
    expected_file(directory).write_text(shown, encoding="utf-8")
    for run in observed.get("beside", []):
        if "output" in run:
            expected_file(directory, run["name"]).write_text(outputs[run["name"]], encoding="utf-8")
    record = json.dumps({"seal": seal(observed, shown), **observed}, ensure_ascii=False, indent=2)
    (directory / "record.json").write_text(record + "\n", encoding="utf-8")
