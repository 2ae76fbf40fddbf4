"""Fetches the files that a declaration names by address and SHA-256, and keeps them for the next build.

What runs on a page's example is what its lock file names, byte by byte.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import urllib.error
import urllib.request
from collections.abc import Callable, Iterable
from pathlib import Path

from lab.declaration import Fetched
from lab.failures import LabError

_TIMEOUT = 60  # seconds without a byte


def fetch(files: Iterable[Fetched], kept: Path, root: Path) -> int:
    """Put the files into the system below `root`, from those that are `kept` or from the network; return their size.

    Raises MistakeError for one that is not there or whose hash is another, LabError without a network.
    """
    size = 0
    for file in files:
        copy = kept_copy(file, kept)
        target = root / file.folder.removeprefix("/") / file.url.rpartition("/")[2]
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(copy, target)
        size += target.stat().st_size
    return size


def kept_copy(file: Fetched, kept: Path) -> Path:
    """Return the file as it is `kept`, fetched now unless it is there. Raises what `fetch` raises."""
    kept.mkdir(parents=True, exist_ok=True)
    copy = kept / file.sha256
    if not copy.exists():
        _download(file, copy, _read)
    return copy


def _download(file: Fetched, copy: Path, read: Callable[[str], bytes]) -> None:
    try:
        data = read(file.url)
    except urllib.error.HTTPError as error:
        raise file.place.mistake(f"取不到 {file.url}（HTTP {error.code}）；改正路径，或换一个版本") from None
    except OSError as error:
        reason = getattr(error, "reason", error)
        raise LabError(f"连不上 {file.url.split('/')[2]}（{reason}）；检查网络，再运行一次") from None
    if (found := hashlib.sha256(data).hexdigest()) != file.sha256:
        raise file.place.mistake(
            f"{file.url} 的 SHA-256 是 {found}，不是写下的这个；核对文件的来历，确认无误再改这一行"
        )
    unfinished = copy.with_name(f".{copy.name}.{os.getpid()}")
    unfinished.write_bytes(data)
    unfinished.replace(copy)


def _read(url: str) -> bytes:
    with urllib.request.urlopen(url, timeout=_TIMEOUT) as answer:  # noqa: S310 - a declaration's addresses are https
        data: bytes = answer.read()
    return data
