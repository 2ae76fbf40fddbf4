"""All questions of the handbook: those for interviews and the self-tests of the pages, each with id, section and answer.

Readers practise them by topic. An interview question stands in a page's front matter, its answer in data/interview/.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from handbook import yaml_lines
from handbook.entries.data import PageEntries, read_all_entries
from handbook.mistakes import Checks, Mistake, MistakeError
from handbook.page_source import headings, parse_page
from handbook.practice.notation import written_questions

FOLDER = "data/interview"
Kind = Literal["interview", "page"]


@dataclass(frozen=True)
class Answer:
    """An answer in data/interview/: Markdown, and where it stands."""

    text: str
    file: str = field(repr=False)
    line: int = field(repr=False)


@dataclass(frozen=True)
class Question:
    """A question: ``see`` is the section that explains it (``path.md#anchor``), ``shown`` how readers know that section."""

    id: str
    kind: Kind
    ask: str
    see: str
    shown: str
    answer: tuple[str, ...]


def read_answers(folder: Path) -> dict[str, Answer]:
    """Return the answers of all files in a folder by id. Raises ``MistakeError`` with every mistake."""
    answers: dict[str, Answer] = {}
    mistakes: list[Mistake] = []
    for path in sorted(folder.glob("*.yml")):
        name = f"{FOLDER}/{path.name}"
        try:
            data, lines = yaml_lines.load(path, name)
        except MistakeError as error:
            mistakes += error.mistakes
            continue
        checks = Checks(name, lines)
        if not isinstance(data, dict):
            checks.add("最外层要是“id: 答案”；写成 q-state-new: |，答案写在下一行，缩进")
            data = {}
        for identifier, text in data.items():
            if not isinstance(text, str) or not text.strip():
                checks.add(f"“{identifier}”没有答案；在 | 的下一行写上，缩进四个空格", identifier)
            elif identifier in answers:
                checks.add(f"“{identifier}”在 {answers[identifier].file} 已经有答案；删掉一处", identifier)
            else:
                answers[identifier] = Answer(text.strip(), name, lines.of(identifier))
        mistakes += checks.found
    if mistakes:
        raise MistakeError(*sorted(mistakes))
    return answers


def load_questions(docs: Path, data: Path, order: Sequence[str] = ()) -> dict[str, list[Question]]:
    """Return the questions by topic: for interviews first, then those of the pages, both in the order of the navigation.

    ``data`` is the folder of the data files. Raises ``MistakeError`` with every mistake; what has no id or answer is
    left out: the content rules report it.
    """
    answers = read_answers(data / "interview")
    pages = read_all_entries(docs, order)
    found: dict[str, list[Question]] = {}
    for question, topic in [*_interview(pages, docs, answers), *_of_pages(pages, docs)]:
        found.setdefault(topic, []).append(question)
    return found


def _interview(pages: Iterable[PageEntries], docs: Path, answers: dict[str, Answer]) -> Iterable[tuple[Question, str]]:
    for page in pages:
        titles = _titles(docs, page.path)
        for entry in page.interview:
            if entry.id and entry.id in answers:
                lines = tuple(answers[entry.id].text.split("\n"))
                shown = _shown(page.title, titles.get(entry.see, ""))
                yield Question(entry.id, "interview", entry.ask, f"{page.path}#{entry.see}", shown, lines), page.topic


def _of_pages(pages: Iterable[PageEntries], docs: Path) -> Iterable[tuple[Question, str]]:
    for page in pages:
        titles = _titles(docs, page.path)
        source = parse_page(page.path, yaml_lines.read_text(docs / page.path, f"docs/{page.path}"))
        for written in written_questions(source) if page.topic else ():
            if written.id and written.answer:
                shown = _shown(page.title, titles.get(written.see, ""))
                see = f"{page.path}#{written.see}" if written.see else page.path
                yield Question(written.id, "page", written.ask, see, shown, written.answer), page.topic


def _titles(docs: Path, path: str) -> dict[str, str]:
    """Return the titles of a page's sections by id."""
    source = parse_page(path, yaml_lines.read_text(docs / path, f"docs/{path}"))
    return {heading.id: heading.title for heading in headings(source.prose) if heading.id}


def _shown(page: str, section: str) -> str:
    return f"{page}：{section}" if section else page
