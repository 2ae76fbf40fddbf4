"""Read ``data/claims/<topic>.yml``: facts that age, each with its place, its source and the day of its last check.

A reader sees on each page how fresh its facts are; an editor sees which ones are due (``make stale``).
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

from handbook import yaml_lines
from handbook.mistakes import Mistake, MistakeError, meant, nearest
from handbook.topics import TOPICS

FOLDER = "data/claims"
KINDS = {"default": "默认值", "version": "版本", "limit": "上限", "eol": "停止支持", "behaviour": "行为"}
MONTHS = 6  # after that a fact is due to be checked again
_KEYS = ("claim", "kind", "page", "source", "checked")
_FORMS = {
    "claim": "写一句话",
    "kind": f"可选：{'、'.join(KINDS)}",
    "page": "写成 iptables/matches.md#multiport",
    "source": "写成 {text: 出处, url: https://…}，手册页可以没有 url",
    "checked": '写成 "2026-11-29"，带引号，不能晚于今天',
}


@dataclass(frozen=True)
class Claim:
    """One fact. ``page`` is ``path.md#anchor`` below ``docs/``; ``file`` and ``line`` are its place in the data."""

    claim: str
    kind: str
    page: str
    source: str
    url: str
    checked: datetime.date
    file: str
    line: int

    @property
    def path(self) -> str:
        """The page that states it."""
        return self.page.partition("#")[0]

    def is_due(self, today: datetime.date) -> bool:
        """Tell whether the last check is more than six months ago."""
        months = (today.year - self.checked.year) * 12 + today.month - self.checked.month
        return months > MONTHS or (months == MONTHS and today.day > self.checked.day)


def load_claims(folder: Path, today: datetime.date) -> list[Claim]:
    """Return all facts below ``folder``, by topic. Raises ``MistakeError`` with every mistake; see ``read_claims``."""
    claims, mistakes = read_claims(folder, today)
    if mistakes:
        raise MistakeError(*mistakes)
    return claims


def read_claims(folder: Path, today: datetime.date) -> tuple[list[Claim], list[Mistake]]:
    """Return the facts that can be read and every mistake in the others; a missing folder holds none."""
    claims: list[Claim] = []
    mistakes: list[Mistake] = []
    for path in sorted(folder.glob("*")):
        name = f"{FOLDER}/{path.name}"
        try:
            if path.suffix != ".yml" or path.stem not in TOPICS:
                raise MistakeError(Mistake(name, 1, f"文件名要是“专题.yml”；可选的专题：{'、'.join(TOPICS)}"))
            for item in _read_file(path, name, today):
                if isinstance(item, Claim):
                    claims.append(item)
                else:
                    mistakes.append(item)
        except MistakeError as error:
            mistakes += error.mistakes
    return claims, mistakes


def _read_file(path: Path, name: str, today: datetime.date) -> Iterator[Claim | Mistake]:
    entries, lines = yaml_lines.load(path, name)
    if not isinstance(entries, list | None):
        raise MistakeError(Mistake(name, 1, "最外层要是列表；每条以“- claim: …”开头"))
    seen: dict[tuple[str, str], int] = {}
    for index, entry in enumerate(entries or []):
        line = lines.of(index)
        if problem := _problem(entry, today):
            key, text = problem
            yield Mistake(name, lines.of(index, key), text)
            continue
        first = seen.setdefault((entry["claim"], entry["page"]), line)
        if first != line:
            yield Mistake(name, line, f"这条事实在第 {first} 行写过；删掉一条")
            continue
        yield Claim(
            claim=" ".join(entry["claim"].split()),
            kind=entry["kind"],
            page=entry["page"],
            source=entry["source"]["text"],
            url=entry["source"].get("url", ""),
            checked=datetime.date.fromisoformat(entry["checked"]),
            file=name,
            line=line,
        )


def _problem(entry: Any, today: datetime.date) -> tuple[str, str] | None:
    """Return the key and the text of what is wrong with an entry; None when nothing is."""
    if not isinstance(entry, dict):
        return "", f"要写成几行“键: 值”；需要的键：{'、'.join(_KEYS)}"
    for key in entry:
        if key not in _KEYS:
            return key, f"不认识的键“{key}”；{nearest(key, _KEYS)}"
    for key in _KEYS:
        if key not in entry:
            return "", f"缺少“{key}”；{_FORMS[key]}"
        if not _fits(key, entry[key], today):
            return key, f"{_wrong(key, entry[key])}；{_FORMS[key]}"
    return None


def _wrong(key: str, value: Any) -> str:
    """Return what is wrong with a value that does not fit."""
    if key == "kind":
        return f"没有这种事实“{value}”{meant(value, KINDS)}"
    if key == "checked" and isinstance(value, str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
        try:
            return f"{datetime.date.fromisoformat(value)} 还没有到"
        except ValueError:
            return f"没有 {value} 这一天"
    return f"“{key}”写法不对"


def _fits(key: str, value: Any, today: datetime.date) -> bool:
    if key == "source":
        return (
            isinstance(value, dict)
            and value.keys() <= {"text", "url"}
            and _is_text(value.get("text"))
            and ("url" not in value or re.fullmatch(r"https://[^\s()<>]+", str(value["url"])) is not None)
        )
    if not _is_text(value):
        return False
    if key == "kind":
        return value in KINDS
    if key == "page":
        return re.fullmatch(r"[a-z0-9/-]+\.md#[a-z0-9-]+", value) is not None
    if key == "checked":
        try:
            return datetime.date.fromisoformat(value) <= today
        except ValueError:
            return False
    return True


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())


def same_facts(claims: Iterable[Claim]) -> list[tuple[Claim, Claim]]:
    """Return the pairs of facts on different pages that say the same: the same numbers and names, much the same letters."""
    entries = [(claim, _names(claim.claim), _trigrams(claim.claim)) for claim in claims]
    return [
        (one, other)
        for (one, names, letters), (other, others, more) in combinations(entries, 2)
        if one.path != other.path
        and len(names & others) >= 3
        and 2 * len(names & others) >= len(names | others)
        and len(letters & more) >= 0.6 * min(len(letters), len(more))
    ]


def _names(text: str) -> set[str]:
    return set(re.findall(r"[A-Za-z0-9_./-]+", text))


def _trigrams(text: str) -> set[str]:
    letters = re.sub(r"\s", "", text)
    return {letters[place : place + 3] for place in range(len(letters) - 2)}


def due(claims: Iterable[Claim], today: datetime.date) -> dict[str, list[Claim]]:
    """Return the facts that are due, by the page that rests on them, the oldest first."""
    found: dict[str, list[Claim]] = {}
    for claim in sorted(claims, key=lambda item: (item.checked, item.file, item.line)):
        if claim.is_due(today):
            found.setdefault(claim.path, []).append(claim)
    return found
