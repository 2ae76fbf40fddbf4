"""What readers see of the history: by day, which pages and corrections are new, changed or gone, and what changed in them.

A day is compared as a whole, its evening with its morning. What only moves, reformats or renames is no change: page
texts count without spaces and marks, and sections wherever they stand.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from functools import lru_cache
from typing import Any, Literal

import yaml

from handbook.corrections.ledger import LEDGER_FILE
from handbook.corrections.render import LEDGER_PAGE, first_sentence
from handbook.history.git import FileChange
from handbook.page_source import find_fences, headings

ZONE = timezone(timedelta(hours=8))  # a day is Beijing's
DAYS = 30  # days with changes that are kept
_DOCS = "docs/"
_MARKS = re.compile(r"\]\([^)]*\)|\{[:#.][^}]*\}|[\s*`|>\[\]#-]")
_SECTIONS = 3  # sections that a sentence names

Kind = Literal["new", "changed", "removed"]
KINDS: tuple[Kind, ...] = ("new", "changed", "removed")
Contents = Callable[[Iterable[str]], Mapping[str, str]]


@dataclass(frozen=True)
class Change:
    """What changed on a day in one page, or in one correction (``correction`` is its id, ``page`` then the ledger's).

    ``title`` is the page's title or the correction's claim, ``text`` sentences for readers, ``when`` the day's last commit.
    """

    kind: Kind
    page: str
    title: str
    text: str
    when: datetime
    correction: str = ""

    @property
    def day(self) -> date:
        """The day in Beijing."""
        return self.when.astimezone(ZONE).date()


def changes_by_day(files: Iterable[FileChange], contents: Contents) -> list[Change]:
    """Return the changes of the last ``DAYS`` days that had any, newest day first, pages before corrections.

    ``files`` are newest first; ``contents`` returns texts by the names of contents.
    """
    spans = _spans(files)
    texts = contents(name for span in spans for name in (span.before, span.after))
    changes: list[Change] = []
    for span in spans:
        before, after = texts.get(span.before), texts.get(span.after)
        when = datetime.fromtimestamp(span.when, UTC)
        if span.path == LEDGER_FILE:
            changes += _ledger_changes(before or "", after or "", when)
        elif change := _page_change(span.path.removeprefix(_DOCS), before, after, when):
            changes.append(change)
    return sorted(
        changes, key=lambda c: (-c.day.toordinal(), bool(c.correction), KINDS.index(c.kind), c.page, c.correction)
    )


def _spans(files: Iterable[FileChange]) -> list[FileChange]:
    """Return one change for each file and day: from before its first to after its last, under the name it has today."""
    names: dict[str, str] = {}
    spans: dict[tuple[date, str], FileChange] = {}
    days: set[date] = set()
    now: int | None = None
    for file in files:
        # A rebased commit may be dated after its child; the order of commits is the history.
        now = file.when if now is None else min(now, file.when)
        day = datetime.fromtimestamp(now, ZONE).date()
        days.add(day)
        if len(days) > DAYS:
            break
        name = names.get(file.path, file.path)
        names[file.old_path] = name
        last = spans.get((day, name))
        spans[day, name] = FileChange(
            last.when if last else now, name, file.old_path, file.before, last.after if last else file.after
        )
    return list(spans.values())


@dataclass(frozen=True)
class _Text:
    """A page as readers see it: what its front matter says, and its sections by id: title and letters."""

    title: str
    description: str
    reviewed: str
    versions: tuple[str, ...]
    sections: Mapping[str, tuple[str, str]]


def _page_change(path: str, before: str | None, after: str | None, when: datetime) -> Change | None:
    if before is None and after is None:
        return None
    if after is None:
        old = _read(before or "")
        return Change("removed", path, old.title or path, "这一页删去了。", when)
    new = _read(after)
    if before is None:
        return Change("new", path, new.title or path, new.description, when)
    text = "；".join(_differences(_read(before), new))
    return Change("changed", path, new.title or path, f"{text}。", when) if text else None


def _differences(old: _Text, new: _Text) -> Iterator[str]:
    if old.title != new.title:
        yield f"标题原来是“{old.title}”"
    added = [title for key, (title, _) in new.sections.items() if key not in old.sections]
    gone = [title for key, (title, _) in old.sections.items() if key not in new.sections]
    changed = [
        title
        for key, (title, _) in new.sections.items()
        if new.sections[key] != old.sections.get(key, new.sections[key])
    ]
    for verb, titles in (("新增", added), ("改写", changed), ("删去", gone)):
        if titles:
            named = "".join(f"“{title}”" for title in titles[:_SECTIONS])
            yield f"{verb}{named}" + (f"等 {len(titles)} 节" if len(titles) > _SECTIONS else "")
    if old.versions != new.versions and new.versions:
        yield f"写的版本改为 {'、'.join(new.versions)}"
    if old.reviewed != new.reviewed and new.reviewed:
        yield f"审阅于 {new.reviewed}"


@lru_cache(maxsize=2048)  # a page's evening is its next morning
def _read(source: str) -> _Text:
    lines = source.removeprefix("\ufeff").splitlines()
    end = next((n for n, line in enumerate(lines[1:], 1) if line.rstrip() == "---"), 0) if lines[:1] == ["---"] else 0
    meta = _yaml("\n".join(lines[1:end]))
    meta = meta if isinstance(meta, dict) else {}
    prose = [*[""] * (end + 1), *lines[end + 1 :]] if end else list(lines)
    code: set[int] = set()
    for fence in find_fences(prose, end + 1 if end else 0):
        code.update(range(fence.line - 1, fence.end))
    starts = {
        h.line - 1: h for h in headings(["" if n in code else line for n, line in enumerate(prose)]) if h.level <= 3
    }
    sections: dict[str, tuple[str, list[str]]] = {"": ("开头", [])}
    current = ""
    for number, line in enumerate(prose):
        heading = starts.get(number)
        if heading is None:
            sections[current][1].append(re.sub(r"\s", "", line) if number in code else _MARKS.sub("", line))
        elif heading.level > 1:
            current = heading.id or heading.title
            sections.setdefault(current, (_MARKS.sub("", heading.title) and heading.title.replace("`", ""), []))
    versions = meta.get("versions")
    return _Text(
        title=str(meta.get("title", "")),
        description=str(meta.get("description", "")),
        reviewed=str(meta.get("reviewed", "")),
        versions=tuple(map(str, versions)) if isinstance(versions, list) else (),
        sections={key: (title, "".join(text)) for key, (title, text) in sections.items()},
    )


def _ledger_changes(before: str, after: str, when: datetime) -> Iterator[Change]:
    old, new = _entries(before), _entries(after)
    for name in sorted(old.keys() | new.keys()):
        if old.get(name) == new.get(name):
            continue
        was, now = _entry(old.get(name, "")), _entry(new.get(name, ""))
        if now.get("claim"):
            if {key: _letters(was.get(key)) for key in _SAID} == {key: _letters(now.get(key)) for key in _SAID}:
                continue
            kind: Kind = "changed" if was.get("claim") else "new"
            yield Change(kind, LEDGER_PAGE, str(now["claim"]), first_sentence(str(now.get("truth", ""))), when, name)
        elif was.get("claim"):
            # Nobody should read it as praise: that the ledger lacks a claim does not make it true.
            yield Change(
                "removed", LEDGER_PAGE, str(was["claim"]), "这一条不再列在勘误里；这不等于它是对的。", when, name
            )


_SAID = ("claim", "truth", "why")


def _entries(text: str) -> dict[str, str]:
    """Return the source of each entry of a ledger by its id: a ledger as a whole takes a second to read as YAML."""
    parts = re.split(r"^- id: *", text, flags=re.MULTILINE)[1:]
    return {part.partition("\n")[0].strip().strip("\"'"): part.partition("\n")[2].rstrip() for part in parts}


def _entry(source: str) -> dict[str, Any]:
    found = _yaml(source)
    return found if isinstance(found, dict) else {}


def _letters(value: object) -> str:
    return _MARKS.sub("", str(value or ""))


def _yaml(text: str) -> object:
    """Return what a text says; ``None`` for one that was broken once: that is no mistake of today."""
    try:
        return yaml.load(text, getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 - both are safe
    except yaml.YAMLError:
        return None
