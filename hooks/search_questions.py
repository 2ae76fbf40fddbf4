"""The search exam: read the questions, put them to the engine, and show the score. Pure, but for the engine's V8."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, cast

import yaml_lines
from search_build import Page, build_files, start_engine
from yaml_lines import YamlError

if TYPE_CHECKING:
    from py_mini_racer import JSPromise

EXAM_FILE = "data/search-exam.yml"


@dataclass(frozen=True)
class Question:
    """What someone types, and the pages (relative to ``docs/``) of which one must be found."""

    kind: str
    ask: str
    pages: tuple[str, ...]


def load_questions(path: Path, docs: Path) -> list[Question]:
    """Return the questions in the order of the file; raise ``YamlError`` for one that asks for a page that is not there."""
    data, lines = yaml_lines.load(path, EXAM_FILE)
    questions: list[Question] = []
    for kind, entries in (data or {}).items():
        for number, entry in enumerate(entries):
            pages = entry["page"] if isinstance(entry["page"], list) else [entry["page"]]
            for page in pages:
                if not (docs / page).is_file():
                    raise YamlError(
                        EXAM_FILE, lines.of(kind, number), f"没有页面 docs/{page}；page 写相对 docs/ 的路径"
                    )
            questions.append(Question(kind, str(entry["ask"]), tuple(pages)))
    return questions


def build_and_ask(
    pages: Sequence[Page],
    topics: Mapping[str, tuple[str, str]],
    names: Sequence[Sequence[str]],
    scripts: Path,
    questions: Sequence[str],
) -> tuple[dict[str, str], list[list[str]]]:
    """Return the files of the index (see ``search_build.build_files``) and the addresses found for each question."""
    files = build_files(pages, topics, names, scripts)
    return files, put_questions(questions, files, scripts) if questions else []


def put_questions(questions: Sequence[str], files: Mapping[str, str], scripts: Path) -> list[list[str]]:
    """Return the addresses found for each question, best first. ``files`` are those of ``search_build.build_files``."""
    engine = start_engine(scripts, Path(__file__).with_name("search_examiner.js"))
    version = next(name for name in files if "/" in name).split("/")[0]
    paper = {"files": dict(files), "version": version, "questions": list(questions)}
    promise = cast("JSPromise", engine.eval(f"examine({json.dumps(json.dumps(paper))})"))
    answers: list[list[str]] = json.loads(str(promise.get(timeout=300)))
    return answers


def rank_of(found: Sequence[str], wanted: Sequence[str]) -> int:
    """Return the place, from 1, of the first of the wanted addresses; 0 when none was found."""
    return next((place for place, address in enumerate(found, 1) if address in wanted), 0)


def render_score(questions: Sequence[Question], ranks: Sequence[int]) -> str:
    """Return the score as HTML: a table by kind, and the questions whose page does not come first."""
    kinds = list(dict.fromkeys(question.kind for question in questions))
    rows = [_row(kind, [r for q, r in zip(questions, ranks, strict=True) if q.kind == kind]) for kind in kinds]
    missed = [
        f"<li><code>{escape(question.ask)}</code>：{f'第 {rank} 个' if rank else '没有找到'}</li>"
        for question, rank in zip(questions, ranks, strict=True)
        if rank != 1
    ]
    return (
        '<table class="search-score"><thead><tr><th>怎样问</th><th>题数</th><th>排在第一</th><th>排在前三</th></tr></thead>'
        f"<tbody>{''.join(rows)}{_row('合计', list(ranks))}</tbody></table>"
        f"<details><summary>没有排在第一的 {len(missed)} 题</summary><ul>{''.join(missed)}</ul></details>"
    )


def _row(kind: str, ranks: Sequence[int]) -> str:
    first, third = sum(rank == 1 for rank in ranks), sum(1 <= rank <= 3 for rank in ranks)
    cells = (
        kind,
        str(len(ranks)),
        f"{first}（{_percent(first, len(ranks))}）",
        f"{third}（{_percent(third, len(ranks))}）",
    )
    return f"<tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"


def _percent(part: int, whole: int) -> str:
    # Never rounded up: 99.96 % is not 100 %.
    return f"{int(1000 * part / whole) / 10:g}%"
