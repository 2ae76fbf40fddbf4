"""Kubernetes releases: read ``data/kubernetes-releases.yml`` and refuse what is wrong in it.

Pure: no MkDocs. All mistakes are reported at once: file, line, release and remedy, in Chinese.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from handbook import yaml_lines
from handbook.mistakes import Checks

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

    Raises ``MistakeError`` with every mistake: unknown or missing keys, dates that are none, a gap between versions, a
    release that is not later than the one before, an end of life that is not after the release or before the one of
    the version before, and a maintenance period that does not lie between the two.
    """
    data, lines = yaml_lines.load(path, RELEASES_FILE)
    checks = Checks(RELEASES_FILE, lines)
    if not isinstance(data, dict) or not isinstance(data.get("releases"), list) or not data["releases"]:
        checks.add("最外层要有 checked 和非空的列表 releases")
        data = {"checked": "", "releases": []}
    checked = _day(checks, data, "checked") if not checks.found else None
    releases: list[Release] = []
    for index, entry in enumerate(data["releases"]):
        release = _release(checks.below("releases", index), entry, index, releases[-1] if releases else None)
        if release:
            releases.append(release)
    checks.refuse()
    assert checked is not None  # noqa: S101 - for the type checker: a day that is none has been refused
    return Releases(checked, tuple(releases))


def _release(checks: Checks, entry: Any, index: int, before: Release | None) -> Release | None:
    remedy = f"第 {index + 1} 条要写成几行“键: 值”；需要的键：{'、'.join(_NEEDED)}"
    if not checks.mapping(entry, _KEYS, _NEEDED, remedy):
        return None
    days = {key: _day(checks, entry, key) for key in ("released", "maintenance", "eol") if key in entry}
    checks.texts(entry["sources"], "sources")
    release = Release(
        version=_version(checks, entry["version"], before),
        released=days["released"] or date.min,
        maintenance=days.get("maintenance"),
        eol=days.get("eol"),
        milestones=checks.texts(entry["milestones"], "milestones") if "milestones" in entry else (),
        note=checks.text(entry["note"], "note") if "note" in entry else "",
    )
    if all(days.values()):
        _check_order(checks, release, before)
    return release


def _day(checks: Checks, entry: dict[str, Any], key: str) -> date | None:
    """Return a date that is written as ``'2026-08-26'``."""
    try:
        return date.fromisoformat(str(entry[key]))
    except (KeyError, ValueError):
        checks.add(f"{key} 要是日期，写成 '2026-08-26'；现在是 {entry.get(key)!r}", key)
        return None


def _version(checks: Checks, version: Any, before: Release | None) -> str:
    if not isinstance(version, str) or not re.fullmatch(r"1\.(0|[1-9]\d*)", version):
        checks.add(f"version 写成带引号的次版本，例如 '1.37'；现在是 {version!r}", "version")
        return f"1.{int(before.version[2:]) + 1}" if before else "1.0"
    wanted = f"1.{int(before.version[2:]) + 1}" if before else "1.0"
    if version != wanted:
        checks.add(f"这里应当是 {wanted}，现在是 {version}；补上缺的版本，按次序写", "version")
    return version


def _check_order(checks: Checks, release: Release, before: Release | None) -> None:
    if before and release.released <= before.released:
        checks.add(f"{release.version} 的发布不晚于 {before.version}；检查日期", "released")
    if release.eol and release.eol <= release.released:
        checks.add(f"{release.version} 的停止支持不晚于发布；检查日期", "eol")
    if before and before.eol and (release.eol is None or release.eol <= before.eol):
        checks.add(f"{release.version} 的停止支持不晚于 {before.version}；检查日期", "eol")
    if release.maintenance and not (release.eol and release.released < release.maintenance < release.eol):
        checks.add(f"{release.version} 的维护期要在发布和停止支持之间；检查日期", "maintenance")
