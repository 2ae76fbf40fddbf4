"""Runs examples in the emulated PC and writes down which of them hold there: data/emulator.yml.

No page shows it yet: a reader is to get a button only where the same claims were seen to hold.
"""

from __future__ import annotations

import datetime
import json
import subprocess
import tarfile
import tempfile
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from emulator.build import FACTS, MACHINE, Say, node
from emulator.candidates import Candidate, candidate, names
from emulator.recipe import ROOT, Recipe
from handbook.examples.records import expected_file, fingerprint, load_settings
from harness.normalise import normalise
from harness.runner import LAB, SESSION

DATA = ROOT / "data/emulator.yml"
EXAMPLES = ROOT / "examples"
_SYSTEM = "debian-12"  # the record that has the same generation of tools
_TIMEOUT = 900  # seconds for one example: beside other work, one of 8 claims has taken 225 (2026-11-30)
_GRACE = 300  # seconds more for starting
_MACHINES = 2
_HEAD = """\
# Which examples hold in the Linux of the reader's browser: written by `make test-emulator`, never by hand.
# `inputs` is the fingerprint of the example's files; `output: same` where every line was that of the record on Debian 12.
"""
_ENVIRONMENT = "env -i PATH=/usr/local/bin:/usr/sbin:/sbin:/usr/bin:/bin HOME=/root LC_ALL=C.UTF-8 TZ=UTC"


@dataclass(frozen=True)
class Seen:
    """What an example did in the emulator: its claims that held, whether all was as recorded, why it failed ("")."""

    claims: tuple[str, ...]
    same: bool
    reason: str
    seconds: float
    transcript: str


def test(recipe: Recipe, folder: Path, wanted: list[str], say: Say) -> int:
    """Run the examples that are wanted (all when none is named), two at a time, and write each result when it comes.

    Returns 1 when one does not hold, 2 when there is none of that name.
    """
    known = names(EXAMPLES)
    if unknown := [name for name in wanted if name not in known]:
        say(f"没有这个示例：{'、'.join(unknown)}")
        return 2
    results = _results()
    tried: list[Candidate] = []
    for name in wanted or known:
        found = candidate(name, EXAMPLES, recipe)
        if isinstance(found, str):
            results[name] = {"result": "cannot", "reason": found}
        else:
            tried.append(found)
    for gone in set(results) - set(known):
        del results[gone]
    kernel = json.loads((folder / FACTS).read_text(encoding="utf-8"))["kernel"]
    failed = False
    with ThreadPoolExecutor(_MACHINES) as pool:
        runs = {pool.submit(run, one, recipe, folder): one for one in tried}
        for done in as_completed(runs):
            one, seen = runs[done], done.result()
            results[one.name] = entry(one, seen)
            failed |= bool(seen.reason)
            mark = "✘" if seen.reason else "✔"
            say(f"{mark} {one.name}  {seen.seconds:.0f} s  {seen.reason}")
            _keep(one.name, seen)
            _write(recipe, kernel, results)
    _write(recipe, kernel, results)
    return int(failed)


def run(one: Candidate, recipe: Recipe, folder: Path) -> Seen:
    """Run an example from the saved state and compare it with its record."""
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        _pack_files(one, work / "example.tar")
        files = {"example.tar": str(work / "example.tar")}
        files |= {f"{pack}.tar": str(folder / f"{pack}.tar.gz") for pack in one.packs}
        inside = " ".join(f"/opt/handbook/files/{file.name}" for file in one.files)
        job = {
            "npm": str(folder / "npm"), "memory": recipe.memory, "state": str(folder / "state"), "files": files,
            "prepare": [
                *(f"tar -C / -xf /mnt/{pack}.tar" for pack in one.packs),
                "mkdir -p /opt/handbook; tar -C /opt/handbook -xf /mnt/example.tar",
            ],
            "command": (
                f"{_ENVIRONMENT} unshare --net --mount --pid --ipc --uts --fork --kill-child --mount-proc"
                f" bash /opt/handbook/session.sh {one.lab} /opt/handbook/example /opt/handbook/lab.sh {inside}"
                " >/var/tmp/output 2>&1; status=$?; cp /var/tmp/output /mnt/output; exit $status"
            ),
            "timeout": _TIMEOUT, "answer": str(work / "answer.json"),
        }  # fmt: skip
        (work / "job.json").write_text(json.dumps(job), encoding="utf-8")
        try:
            subprocess.run(
                [*node(), str(MACHINE), "run", str(work / "job.json")],
                capture_output=True, timeout=_TIMEOUT + _GRACE, check=True,
            )  # fmt: skip
        except subprocess.TimeoutExpired:
            return Seen((), False, f"{_TIMEOUT + _GRACE} 秒还没有结束", _TIMEOUT + _GRACE, "")
        except subprocess.CalledProcessError as error:
            return Seen((), False, "模拟器自己停了", 0, error.stderr.decode(errors="replace"))
        answer = json.loads((work / "answer.json").read_text(encoding="utf-8"))
    return compared(one, answer)


def compared(one: Candidate, answer: dict[str, Any]) -> Seen:
    """Return what the machine's answer means against the record."""
    extra = [(rule["pattern"], rule["replace"]) for rule in load_settings(one.directory).get("normalise", [])]
    transcript = normalise(answer["output"], extra)
    own = expected_file(one.directory, _SYSTEM)
    record = (own if own.exists() else expected_file(one.directory)).read_text(encoding="utf-8")
    held, recorded = claims(transcript), claims(record)
    reason = ""
    if answer["status"] == 124:
        reason = f"{_TIMEOUT} 秒还没有结束"
    elif failed := [line for line in transcript.splitlines() if line.startswith("✗ ")]:
        reason = f"在这里不成立：{failed[0].removeprefix('✗ ')}"
    elif answer["status"] != 0:
        reason = f"退出码 {answer['status']}"
    elif held != recorded:
        reason = f"记录有 {len(recorded)} 条断言，这里 {len(held)} 条，或者不同"
    return Seen(held, transcript == record, reason, answer["seconds"], transcript)


def claims(transcript: str) -> tuple[str, ...]:
    """Return the claims that held, in order."""
    return tuple(line.removeprefix("✓ ") for line in transcript.splitlines() if line.startswith("✓ "))


def entry(one: Candidate, seen: Seen) -> dict[str, Any]:
    """Return what data/emulator.yml says of an example."""
    common = {
        "date": datetime.datetime.now(datetime.UTC).date().isoformat(),
        "inputs": fingerprint(one.directory),
        **({"packs": list(one.packs)} if one.packs else {}),
    }
    if seen.reason:
        return {"result": "failed", "reason": seen.reason, **common}
    return {"result": "passed", "claims": len(seen.claims), "output": "same" if seen.same else "differs", **common}


def _pack_files(one: Candidate, target: Path) -> None:
    with tarfile.open(target, "w", format=tarfile.GNU_FORMAT) as archive:
        for file in sorted(one.directory.rglob("*")):
            archive.add(file, f"example/{file.relative_to(one.directory).as_posix()}", recursive=False, filter=_plain)
        for file in one.files:
            archive.add(file, f"files/{file.name}", filter=_plain)
        archive.add(SESSION, "session.sh", filter=_plain)
        archive.add(LAB, "lab.sh", filter=_plain)


def _plain(member: tarfile.TarInfo) -> tarfile.TarInfo:
    member.uid = member.gid = 0
    member.uname = member.gname = "root"
    return member


def _results() -> dict[str, Any]:
    if not DATA.exists():
        return {}
    data: dict[str, Any] = yaml.safe_load(DATA.read_text(encoding="utf-8"))
    return dict(data["examples"])


def _write(recipe: Recipe, kernel: str, results: dict[str, Any]) -> None:
    data = {"system": recipe.title, "kernel": kernel, "examples": dict(sorted(results.items()))}
    text = yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=200)
    unfinished = DATA.with_suffix(".new")
    unfinished.write_text(_HEAD + text, encoding="utf-8")
    unfinished.replace(DATA)


def _keep(name: str, seen: Seen) -> None:
    """Leave the transcript for who wants to see why it failed."""
    file = ROOT / "build/emulator" / f"{name}.txt"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(seen.transcript, encoding="utf-8")
