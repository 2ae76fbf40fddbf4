"""What git knows of the pages and the ledger: each change of a file, newest first, and the files as they were.

Two processes for the whole history, no network; where there is no history, one sentence for readers says why.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

_PATHS = (":(glob)docs/**/*.md", "data/corrections.yml")
# What a user's or a machine's settings would change in the output; and a clone without all its files fetches none now.
_GIT = ("git", "--no-pager", "-c", "safe.directory=*", "-c", "protocol.allow=never", "-c", "log.showSignature=false")
_LOG = ("log", "--first-parent", "-m", "--raw", "--no-abbrev", "--find-renames=50%", "--relative", "-z", "--no-color")
_MOST = 2000  # commits that changed one of the paths


class NoHistoryError(Exception):
    """There is no history to read; the text is a sentence for readers."""


@dataclass(frozen=True)
class FileChange:
    """One file in one commit: ``before`` and ``after`` name its contents, "" where it was not there; ``when`` is Unix time."""

    when: int
    path: str
    old_path: str
    before: str
    after: str


def read_changes(root: Path) -> list[FileChange]:
    """Return the changes of pages and ledger below ``root``, newest first; a merge counts when it was made.

    Raises ``NoHistoryError`` without git, outside a repository, in a shallow clone, and for a repository without commits.
    """
    if _run(root, "rev-parse", "--is-shallow-repository").strip() != b"false":
        raise NoHistoryError("构建用的是浅克隆，没有完整的历史，列不出最近的更新。")
    log = _run(root, *_LOG, f"--max-count={_MOST}", "--format=%x01%ct", "--", *_PATHS).decode("utf-8", "replace")
    return [change for commit in log.split("\x01")[1:] for change in _commit(commit.split("\0"))]


def _commit(fields: list[str]) -> Iterator[FileChange]:
    """Yield the changes of one commit: its time, then for each file `:modes contents status`, path, and path when renamed."""
    when = int(fields[0].strip())
    rest = iter(fields[1:])
    for field in rest:
        if not field.strip():
            continue
        _, _, before, after, status = field.strip().lstrip(":").split(" ")
        old_path = path = next(rest)
        if status[0] in "RC":
            path = next(rest)
        yield FileChange(when, path, old_path if status[0] == "R" else path, _name(before), _name(after))


def _name(name: str) -> str:
    return "" if set(name) == {"0"} else name


def read_contents(root: Path, names: Iterable[str]) -> dict[str, str]:
    """Return the texts of files by the names of their contents."""
    wanted = sorted(set(names) - {""})
    if not wanted:
        return {}
    output = _run(root, "cat-file", "--batch", given="".join(f"{name}\n" for name in wanted).encode())
    found: dict[str, str] = {}
    start = 0
    for name in wanted:
        end = output.index(b"\n", start)
        head = output[start:end].split()
        if len(head) != 3:
            raise NoHistoryError("构建用的克隆缺少一部分内容，列不出最近的更新。")
        size = int(head[2])
        found[name] = output[end + 1 : end + 1 + size].decode("utf-8", "replace")
        start = end + size + 2
    return found


def _run(root: Path, *arguments: str, given: bytes = b"") -> bytes:
    environment = {**os.environ, "GIT_NO_LAZY_FETCH": "1", "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}
    try:
        done = subprocess.run(
            [*_GIT, *arguments], cwd=root, env=environment, input=given, capture_output=True, check=False
        )
    except OSError:
        raise NoHistoryError("构建的机器上没有 git，列不出最近的更新。") from None
    if done.returncode:
        raise NoHistoryError("构建用的文件不在 git 仓库里，或仓库里还没有历史，列不出最近的更新。")
    return done.stdout
