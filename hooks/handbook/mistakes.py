"""Editors' mistakes: one error class, a collector that finds all mistakes of a file at once, and the checks that files share.

An editor mends everything in one go; each mistake is ``file:line: 哪里错；怎么改``.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from handbook.yaml_lines import Lines


@dataclass(frozen=True, order=True)
class Mistake:
    """One mistake: ``file`` from the root of the project, ``line`` from 1, and what is wrong with its remedy."""

    file: str
    line: int
    problem: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.problem}"


class MistakeError(ValueError):
    """Mistakes that an editor made; ``str()`` is one line for each."""

    def __init__(self, *mistakes: Mistake) -> None:
        super().__init__(*mistakes)
        self.mistakes = mistakes

    def __str__(self) -> str:
        return "\n".join(map(str, self.mistakes))


@contextmanager
def told_as(error: type[Exception] | None) -> Iterator[None]:
    """Raise mistakes as the error that the program around us shows without a traceback; usable as a decorator."""
    try:
        yield
    except MistakeError as mistakes:
        if error is None:
            raise
        raise error(str(mistakes)) from None


@dataclass(frozen=True)
class Checks:
    """Notes the mistakes of one YAML file; a check that fails returns something empty, so that the reader goes on.

    ``at`` is the place that is looked at, ``label`` what messages call it; ``found`` is shared by all places of a file.
    """

    file: str
    lines: Lines
    label: str = ""
    at: tuple[str | int, ...] = ()
    found: list[Mistake] = field(default_factory=list)

    def below(self, *path: str | int, label: str | None = None) -> Checks:
        """Return the checks of a place below this one."""
        return replace(self, at=(*self.at, *path), label=self.label if label is None else label)

    def add(self, problem: str, *path: str | int) -> None:
        """Note a mistake, at the line of ``path`` below this place."""
        self.found.append(Mistake(self.file, self.lines.of(*self.at, *path), self.label + problem))

    def mapping(self, value: Any, known: Collection[str], needed: Sequence[str], remedy: str) -> bool:
        """Tell whether a value is a mapping that has the needed keys; note what is wrong, unknown keys too."""
        if not isinstance(value, dict):
            self.add(remedy)
            return False
        for key in value:
            if key not in known:
                self.add(f"不认识的键“{key}”；{nearest(key, known)}", key)
        missing = [key for key in needed if key not in value]
        for key in missing:
            self.add(f"缺少“{key}”；补上一行“{key}: …”")
        return not missing

    def text(self, value: Any, *path: str | int) -> str:
        """Return a text on one line; note one that is empty or no text."""
        if isinstance(value, str) and value.strip():
            return " ".join(value.split())
        name = next((part for part in reversed((*self.at, *path)) if isinstance(part, str)), "这一项")
        self.add(f"“{name}”要是非空的文字；写上内容，数字和日期加引号", *path)
        return ""

    def texts(self, value: Any, *path: str | int) -> tuple[str, ...]:
        """Return the texts of a list; note what is no list of texts."""
        if isinstance(value, list) and all(isinstance(item, str) and item.strip() for item in value):
            return tuple(value)
        self.add(f"{path[-1]} 要是文字的列表，每行一条“- …”", *path)
        return ()

    def refuse(self) -> None:
        """Raise what was found, in the file's order, as ``MistakeError``; return when nothing was."""
        if self.found:
            raise MistakeError(*sorted(self.found))


def meant(word: object, known: Iterable[str], cutoff: float = 0.6) -> str:
    """Return ``，是不是 …`` with the known word that is nearest, to end a remedy with; "" when none is near."""
    near = get_close_matches(str(word), sorted(known), n=1, cutoff=cutoff)
    return f"，是不是 {near[0]}" if near else ""


def nearest(word: str, known: Collection[str]) -> str:
    """Return the remedy for a word that is not known: the one that was meant, or all that there are."""
    near = get_close_matches(word, known, n=1)
    return f"是不是“{near[0]}”？" if near else f"删掉它；可用的键：{'、'.join(known)}"
