"""A build that stops half-way ends at once and leaves no process behind, however it was stopped."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from support.project import copy_generated

PATIENCE = 60.0  # seconds for a build of a few pages on a busy machine; a build that hangs never ends
LINGER = 15.0  # seconds in which a process that has lost its build must see it
INDEX = [sys.executable, "-m", "handbook.search.process"]  # the command of the process for the index
PAGE = "docs/part-00/page-004.md"
# What stops a build, in the order of its events.
MISTAKES: dict[str, tuple[str, Callable[[str], str]]] = {
    "while the pages are read": (PAGE, lambda text: text + "\n<!-- correction: no-such-correction -->\n"),
    "while a page is rendered": (PAGE, lambda text: text + '\n```text example="no/such/file.txt"\n```\n'),
    "while the pages are laid out": ("overrides/404.html", lambda text: "{% no_such_tag %}"),
    "by a warning, at the end": (PAGE, lambda text: text + "\n[断了](nowhere.md)\n"),
}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_generated(tmp_path_factory.mktemp("abort") / "project", 6)


class Build:
    """A build whose processes, children of children included, are known by a word in their environment."""

    def __init__(self, project: Path) -> None:
        self.word = f"HANDBOOK_ABORT={uuid.uuid4()}".encode()
        name, value = self.word.decode().split("=")
        # Where the tests themselves run in the background of a shell, they ignore Ctrl-C, and what they start would too.
        heard = ["env", "--default-signal=INT", sys.executable]
        command = [*heard, "-m", "mkdocs", "build", "--strict", "--site-dir", str(project.parent / "site")]
        self.process = subprocess.Popen(
            command, cwd=project, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, start_new_session=True,
            env={**os.environ, name: value, "NO_MKDOCS_2_WARNING": "1", "DIAGRAMS": "reader"},
        )  # fmt: skip

    def alive(self) -> list[int]:
        """Return the ids of the processes of this build that are there."""
        found = []
        for folder in Path("/proc").glob("[0-9]*"):
            try:
                # A zombie has no environment any more.
                if self.word in (folder / "environ").read_bytes().split(b"\0"):
                    found.append(int(folder.name))
            except OSError:
                continue
        return found

    def wait_for_index(self) -> None:
        """Wait until the process for the index is there. The build has others, such as git, that are soon gone."""
        deadline = time.monotonic() + PATIENCE
        while not any(_command(process) == INDEX for process in self.alive()):
            assert self.process.poll() is None, "构建结束了，建索引的进程没有出现过"
            assert time.monotonic() < deadline, "建索引的进程没有起来"
            time.sleep(0.01)

    def assert_gone(self) -> str:
        """Wait for the end of the build and of all its processes; return what it said."""
        try:
            _, errors = self.process.communicate(timeout=PATIENCE)
        except subprocess.TimeoutExpired:
            pytest.fail(f"构建在 {PATIENCE:.0f} 秒内没有退出")
        deadline = time.monotonic() + LINGER
        while left := self.alive():
            assert time.monotonic() < deadline, f"构建退出 {LINGER:.0f} 秒后还有进程：{left}"
            time.sleep(0.05)
        return errors


def _command(process: int) -> list[str]:
    try:
        return Path(f"/proc/{process}/cmdline").read_text(encoding="utf-8").split("\0")[:-1]
    except OSError:
        return []


@pytest.fixture
def broken(project: Path, request: pytest.FixtureRequest) -> Iterator[Path]:
    file, change = MISTAKES[request.param]
    path = project / file
    text = path.read_text(encoding="utf-8")
    path.write_text(change(text), encoding="utf-8")
    yield project
    path.write_text(text, encoding="utf-8")


@pytest.mark.parametrize("broken", MISTAKES, indirect=True)
@pytest.mark.parametrize("turn", range(3))
def test_a_mistake_ends_the_build(broken: Path, turn: int) -> None:
    build = Build(broken)
    errors = build.assert_gone()
    assert build.process.returncode == 1, errors


@pytest.mark.parametrize("delay", [0.0, 0.1, 0.2, 0.3])
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL], ids=lambda number: number.name)
def test_a_signal_ends_the_build(project: Path, number: signal.Signals, delay: float) -> None:
    """``delay`` is counted from the moment at which the process for the index is there beside the build's own."""
    build = Build(project)
    build.wait_for_index()
    time.sleep(delay)
    if number == signal.SIGINT:
        os.killpg(build.process.pid, number)  # a terminal sends Ctrl-C to the whole group
    else:
        build.process.send_signal(number)
    build.assert_gone()
    if delay == 0.0:  # later, a fast machine may have built everything
        assert build.process.returncode != 0


def test_a_build_without_mistakes_leaves_nothing_either(project: Path) -> None:
    build = Build(project)
    errors = build.assert_gone()
    assert build.process.returncode == 0, errors
