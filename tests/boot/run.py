"""Runs the examples that start a virtual machine: their run.py has `def run(lab: Lab) -> None`."""

from __future__ import annotations

import runpy
import tempfile
from pathlib import Path

from boot.machine import NEW_PASSWORD, OLD_PASSWORD, TWICE, ClaimFailedError, Machine
from handbook.examples.records import load_settings, shared_files
from harness.normalise import normalise
from harness.runner import ROOT, Outcome

IMAGES = ROOT / "build" / "boot"  # made by tests/boot/image.sh


class Lab:
    """What the run.py of one example works with; all its machines write into one transcript."""

    old_password = OLD_PASSWORD
    new_password = NEW_PASSWORD
    twice = TWICE  # what passwd asks, and what is typed then

    def __init__(self, directory: Path, work: Path) -> None:
        self.transcript: list[str] = []
        self._files = {path.name: path for path in (*directory.iterdir(), *shared_files(directory))}
        self._work = work

    def start(self, initramfs: str = "initramfs-tools", grub: str = "") -> Machine:
        """Start a machine and wait for GRUB's menu. `initramfs` and `grub` are those of Machine."""
        return Machine(IMAGES, Path(tempfile.mkdtemp(dir=self._work)), self.transcript, initramfs=initramfs, grub=grub)

    def file(self, name: str) -> Path:
        """Return the path of a file of this example, or of one that it borrows."""
        return self._files[name]

    def lines(self, name: str) -> list[str]:
        """Return the commands that a page shows in the file `name`, one per line."""
        lines = self.file(name).read_text(encoding="utf-8").splitlines()
        return [line for line in lines if line and not line.startswith("#")]

    def note(self, text: str) -> None:
        """Put an explanation into the transcript."""
        self.transcript.append(f"# {text}")


def run_in_machine(directory: Path) -> Outcome:
    """Run run.py of `directory` and return what was seen; exit status 1 when a claim did not hold."""
    if not (IMAGES / "root.img").exists():
        return Outcome(1, "没有 build/boot/root.img：先运行 make build/boot/root.img\n")
    settings = load_settings(directory)
    extra = [(rule["pattern"], rule["replace"]) for rule in settings.get("normalise", [])]
    with tempfile.TemporaryDirectory() as work:
        lab = Lab(directory, Path(work))
        try:
            runpy.run_path(str(directory / "run.py"))["run"](lab)
        except ClaimFailedError as error:
            return Outcome(1, f"{error}\n")
    return Outcome(0, normalise("\n".join(lab.transcript), extra))
