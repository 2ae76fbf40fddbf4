"""Kubernetes releases: read ``data/kubernetes-releases.yml`` and refuse what is wrong in it.

Pure: no MkDocs. Every mistake raises ``YamlError``: file, line, release and remedy, in Chinese.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import yaml_lines
from yaml_lines import YamlError

RELEASES_FILE = "data/kubernetes-releases.yml"
_NEEDED = ("version", "released", "sources")
_KEYS = (*_NEEDED, "maintenance", "eol", "milestones", "note")


@dataclass(frozen=True)
class Release:
    """A minor release. Dates are days in UTC; ``maintenance`` and ``eol`` are ``None`` where none was published."""

    version: str
    released: date
    maintenance: date | None
    eol: date | None
    milestones: tuple[str, ...]
    note: str


@dataclass(frozen=True)
class Releases:
    """All minor releases, oldest first, and the day on which the dates were last compared with their sources."""

    checked: date
    releases: tuple[Release, ...]

    def supported_on(self, day: date) -> list[Release]:
        """Return the releases that are supported on ``day``, oldest first: the day of the end of life is the last."""
        return [r for r in self.releases if r.eol is not None and r.released <= day <= r.eol]


def load_releases(path: Path) -> Releases:
    """Return the releases in the order of the file.

    Raises ``YamlError`` for unknown or missing keys, dates that are none, a gap between versions, a release that is
    not later than the one before, an end of life that is not after the release or before the one of the version
    before, and a maintenance period that does not lie between the two.
    """
    data, lines = yaml_lines.load(path, RELEASES_FILE)
    if not isinstance(data, dict) or not isinstance(data.get("releases"), list) or not data["releases"]:
        raise YamlError(RELEASES_FILE, lines.of(), "最外层要有 checked 和非空的列表 releases")
    reader = _Reader(lines)
    checked = reader.day(data, "checked", "checked")
    releases: list[Release] = []
    for index, entry in enumerate(data["releases"]):
        releases.append(reader.release(index, entry, releases[-1] if releases else None))
    return Releases(checked, tuple(releases))


@dataclass(frozen=True)
class _Reader:
    lines: yaml_lines.Lines

    def error(self, problem: str, *path: str | int) -> YamlError:
        return YamlError(RELEASES_FILE, self.lines.of(*path), problem)

    def release(self, index: int, entry: Any, before: Release | None) -> Release:
        at = ("releases", index)
        if not isinstance(entry, dict):
            raise self.error(f"第 {index + 1} 条要写成几行“键: 值”；需要的键：{'、'.join(_NEEDED)}", *at)
        for key in entry:
            if key not in _KEYS:
                near = get_close_matches(key, _KEYS, n=1)
                remedy = f"是不是“{near[0]}”？" if near else f"删掉它；可用的键：{'、'.join(_KEYS)}"
                raise self.error(f"不认识的键“{key}”；{remedy}", *at, key)
        for key in _NEEDED:
            if not entry.get(key):
                raise self.error(f"缺少“{key}”；补上一行“{key}: …”", *at)
        release = Release(
            version=self._version(entry["version"], before, *at, "version"),
            released=self.day(entry, "released", *at, "released"),
            maintenance=self.day(entry, "maintenance", *at, "maintenance") if "maintenance" in entry else None,
            eol=self.day(entry, "eol", *at, "eol") if "eol" in entry else None,
            milestones=self._texts(entry.get("milestones", []), *at, "milestones"),
            note=str(entry.get("note", "")),
        )
        self._texts(entry["sources"], *at, "sources")
        self._check_order(release, before, *at)
        return release

    def day(self, entry: dict[str, Any], key: str, *path: str | int) -> date:
        """Return a date that is written as ``'2026-08-26'``."""
        try:
            return date.fromisoformat(str(entry[key]))
        except (KeyError, ValueError):
            problem = f"{key} 要是日期，写成 '2026-08-26'；现在是 {entry.get(key)!r}"
            raise self.error(problem, *path) from None

    def _version(self, version: Any, before: Release | None, *path: str | int) -> str:
        if not isinstance(version, str) or not re.fullmatch(r"1\.(0|[1-9]\d*)", version):
            raise self.error(f"version 写成带引号的次版本，例如 '1.37'；现在是 {version!r}", *path)
        wanted = f"1.{int(before.version[2:]) + 1}" if before else "1.0"
        if version != wanted:
            raise self.error(f"这里应当是 {wanted}，现在是 {version}；补上缺的版本，按次序写", *path)
        return version

    def _texts(self, items: Any, *path: str | int) -> tuple[str, ...]:
        if not isinstance(items, list) or not all(isinstance(item, str) and item.strip() for item in items):
            raise self.error(f"{path[-1]} 要是文字的列表，每行一条“- …”", *path)
        return tuple(items)

    def _check_order(self, release: Release, before: Release | None, *path: str | int) -> None:
        if before and release.released <= before.released:
            raise self.error(f"{release.version} 的发布不晚于 {before.version}；检查日期", *path, "released")
        if release.eol and release.eol <= release.released:
            raise self.error(f"{release.version} 的停止支持不晚于发布；检查日期", *path, "eol")
        if before and before.eol and (release.eol is None or release.eol <= before.eol):
            raise self.error(f"{release.version} 的停止支持不晚于 {before.version}；检查日期", *path, "eol")
        if release.maintenance and not (release.eol and release.released < release.maintenance < release.eol):
            raise self.error(f"{release.version} 的维护期要在发布和停止支持之间；检查日期", *path, "maintenance")
