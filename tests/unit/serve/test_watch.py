"""Saves are reported together; what Python and editors write beside the sources is not."""

from __future__ import annotations

import re
from pathlib import Path
from queue import SimpleQueue

import pytest

from handbook.serve.watch import is_source, watching

PATIENCE = 30  # seconds


@pytest.mark.parametrize("poll", [False, True])
def test_saves_are_reported(tmp_path: Path, poll: bool) -> None:
    (tmp_path / "docs").mkdir()
    page, config, other = tmp_path / "docs/a.md", tmp_path / "mkdocs.yml", tmp_path / "other.txt"
    for path in (page, config, other):
        path.write_text("1", encoding="utf-8")
    saves: SimpleQueue[set[str]] = SimpleQueue()
    with watching([tmp_path / "docs", config], saves.put, poll=poll):
        other.write_text("22", encoding="utf-8")
        page.write_text("22", encoding="utf-8")
        # As editors do: another file in the place of this one.
        new = tmp_path / "mkdocs.yml.new"
        new.write_text("22", encoding="utf-8")
        new.replace(config)
        seen: set[str] = set()
        while {str(page), str(config)} - seen:
            seen |= saves.get(timeout=PATIENCE)
    assert seen == {str(page), str(config)}


def test_the_kernel_does_not_queue_what_is_only_read(tmp_path: Path) -> None:
    read = 0x1 | 0x10 | 0x20  # inotify(7): IN_ACCESS, IN_CLOSE_NOWRITE, IN_OPEN
    with watching([tmp_path], lambda _: None):
        watches = [
            line for file in Path("/proc/self/fdinfo").iterdir() for line in _lines(file) if "inotify wd" in line
        ]
    masks = [int(re.findall(r"\bmask:([0-9a-f]+)", line)[0], 16) for line in watches]
    assert masks
    assert not any(mask & read for mask in masks)


def _lines(file: Path) -> list[str]:
    try:
        return file.read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:  # closed since it was listed
        return []


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("/p/docs/a.md", True),
        ("/p/docs/a.md~", False),
        ("/p/docs/.a.md.swp", False),
        ("/p/hooks/__pycache__/a.cpython-311.pyc", False),
        ("/p/.hidden/docs/a.md", True),
    ],
)
def test_what_is_a_source(path: str, source: bool) -> None:
    assert is_source(path) == source
