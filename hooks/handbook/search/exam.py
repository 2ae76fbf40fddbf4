"""The search exam: read the questions, put them to the engine, and show the score. Pure, but for the engine's V8."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, cast

from handbook import yaml_lines
from handbook.mistakes import Checks
from handbook.search.build import CodeList, Page, build_files, start_engine

if TYPE_CHECKING:
    from py_mini_racer import JSPromise

EXAM_FILE = "data/search-exam.yml"
SYNONYMS_FILE = "data/synonyms.yml"
SCRIPT = Path(__file__).with_name("exam.js")


@dataclass(frozen=True)
class Question:
    """What someone types, and the pages (relative to ``docs/``) of which one must be found."""

    kind: str
    ask: str
    pages: tuple[str, ...]


def load_questions(path: Path, docs: Path) -> list[Question]:
    """Return the questions in the order of the file. Raises ``MistakeError`` with every mistake, such as a page that is not there."""
    data, lines = yaml_lines.load(path, EXAM_FILE)
    checks = Checks(EXAM_FILE, lines)
    if not isinstance(data, dict | None):
        checks.add("最外层要是“题型:”，下面是题目的列表")
        data = None
    questions: list[Question] = []
    for kind, entries in (data or {}).items():
        if not isinstance(entries, list):
            checks.add("题型下面要是列表；每题写成 - {ask: 三次握手, page: network/tcp.md}", kind)
            continue
        for number, entry in enumerate(entries):
            place = checks.below(kind, number)
            remedy = "每题写成 - {ask: 三次握手, page: network/tcp.md}"
            if place.mapping(entry, ("ask", "page"), ("ask", "page"), remedy):
                pages = entry["page"] if isinstance(entry["page"], list) else [entry["page"]]
                for page in pages:
                    if not isinstance(page, str) or not (docs / page).is_file():
                        place.add(f"没有页面 docs/{page}；page 写相对 docs/ 的路径", "page")
                questions.append(Question(kind, place.text(entry["ask"], "ask"), tuple(map(str, pages))))
    checks.refuse()
    return questions


def load_synonyms(path: Path) -> list[list[str]]:
    """Return the groups of words that mean the same; no file holds none. Raises ``MistakeError`` with every mistake."""
    if not path.is_file():
        return []
    data, lines = yaml_lines.load(path, SYNONYMS_FILE)
    checks = Checks(SYNONYMS_FILE, lines)
    remedy = "要是至少两个词的列表；写成 - [k8s, Kubernetes]，数字加引号"
    if not isinstance(data, list | None):
        checks.add(f"最外层要是列表，每行一组；每组{remedy}")
        data = None
    for number, group in enumerate(data or []):
        if not isinstance(group, list) or len(group) < 2 or not all(isinstance(w, str) and w.strip() for w in group):
            checks.add(f"第 {number + 1} 组{remedy}", number)
    checks.refuse()
    return data or []


def build_and_ask(
    pages: Sequence[Page],
    topics: Mapping[str, tuple[str, str]],
    names: Sequence[Sequence[str]],
    scripts: Path,
    questions: Sequence[str],
    codes: Sequence[CodeList] = (),
) -> tuple[dict[str, str], list[list[str]]]:
    """Return the files of the index (see ``build.build_files``) and the addresses found for each question."""
    files = build_files(pages, topics, names, scripts, codes)
    return files, rank_questions(questions, files, scripts) if questions else []


def rank_questions(questions: Sequence[str], files: Mapping[str, str], scripts: Path) -> list[list[str]]:
    """Return the addresses found for each question, best first. ``files`` are those of ``build.build_files``."""
    engine = start_engine(scripts, SCRIPT)
    version = next(name for name in files if "/" in name).split("/")[0]
    exam = {"files": dict(files), "version": version, "questions": list(questions)}
    promise = cast("JSPromise", engine.eval(f"runExam({json.dumps(json.dumps(exam))})"))
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
    return f"<tr>{''.join(f'<td>{cell}</td>' for cell in map(escape, cells))}</tr>"


def _percent(part: int, whole: int) -> str:
    # Never rounded up: 99.96 % is not 100 %.
    return f"{int(1000 * part / whole) / 10:g}%"
