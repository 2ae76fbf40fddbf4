"""Says in one sentence why a system of the lab could not be made, and what to do.

mmdebstrap and apt say it in a thousand lines, and the one that counts is not the last.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from handbook.mistakes import MistakeError
from lab.declaration import Declaration


class LabError(RuntimeError):
    """A system could not be made or entered; `str()` is one sentence for the reader of a terminal, with the remedy."""


def explain(log: str, declaration: Declaration) -> LabError | MistakeError:
    """Return the error that the output of a failed mmdebstrap means; one that is not known quotes the first `E:` line."""
    for pattern, error in _MEANINGS:
        if match := re.search(pattern, log, re.MULTILINE):
            return error(match, declaration)
    lines = [line for line in log.splitlines() if line.startswith("E: ")] or log.splitlines() or ["没有输出"]
    return LabError(f"{declaration.title} 没有做成：{lines[0]}")


def _package(match: re.Match[str], declaration: Declaration) -> MistakeError:
    name = match[1]
    place = declaration.packages.get(name, declaration.places["packages"])
    release = declaration.suites[0]
    return place.mistake(f"{release} 的软件源里没有软件包 {name}；在 https://packages.debian.org 查它的名字，或删掉它")


def _suite(match: re.Match[str], declaration: Declaration) -> MistakeError:
    suite = match[1]
    return declaration.places["suites"].mistake(
        f"软件源里没有发行版 {suite}；改正代号，或用 LAB_MIRROR=网址 换一个软件源"
    )


def _key(_: re.Match[str], declaration: Declaration) -> MistakeError:
    return declaration.places["suites"].mistake(
        f"验证不了 {declaration.suites[0]} 的签名，这台机器没有它的公钥；安装新的 debian-archive-keyring"
    )


def _old(match: re.Match[str], declaration: Declaration) -> MistakeError:
    return declaration.places["suites"].mistake(
        f"软件源里 {match[1]} 的目录已经过期；换一个软件源（LAB_MIRROR=网址），只能用旧的就写 valid_until: false"
    )


def _answer(match: re.Match[str], declaration: Declaration) -> LabError:
    remedy = "过一会儿再试，或用 LAB_MIRROR=网址 换一个软件源"
    return LabError(f"{declaration.title} 没有做成：软件源对 {match[1]} 答复 HTTP {match[2]}；{remedy}")


def _says(sentence: str) -> Callable[[re.Match[str], Declaration], LabError]:
    return lambda _, declaration: LabError(f"{declaration.title} 没有做成：{sentence}")


# The first that fits is told: a full disk or a missing network makes apt complain of everything else too.
_MEANINGS: tuple[tuple[str, Callable[[re.Match[str], Declaration], LabError | MistakeError]], ...] = (
    (r"No space left on device|don't have enough free space", _says("磁盘满了；腾出 4 GB，或用 XDG_CACHE_HOME=目录 换一个地方")),
    (
        r"Temporary failure resolving|Could not resolve|Network is unreachable|Connection refused|Could not connect to",
        _says("连不上软件源；检查网络，或用 LAB_MIRROR=网址 换一个软件源"),
    ),
    (r"Release file for \S+/dists/([^/\s]+)/\S+ is (?:expired|not valid)", _old),
    (r"The repository '\S+ (\S+) Release' does not have a Release file", _suite),
    (r"^E: Failed to fetch (\S+)  (\d{3}) ", _answer),
    (r"Hash Sum mismatch|File has unexpected size", _says("软件源正在更新，目录和软件包对不上；过一会儿再运行 make lab")),
    (r"NO_PUBKEY|is not signed|Missing key|keyring .* (?:not found|does not exist)", _key),
    (r"^E: Unable to locate package (\S+)", _package),
    (r"^E: Package '([^']+)' has no installation candidate", _package),
    (r"unshare.*(?:Operation not permitted|failed)", _says("内核不允许普通用户建命名空间；用 sudo make lab")),
)  # fmt: skip
