"""Rules about questions: each has an id of its own and an answer, and leads to the section that explains it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches

from handbook.mistakes import MistakeError
from handbook.page_source import PageSource, heading_ids
from handbook.practice.notation import ID, written_questions
from handbook.practice.questions import FOLDER, read_answers
from handbook.rules.model import Handbook, Problem, problem, without_code
from handbook.topics import TOPICS


def ask_1(handbook: Handbook) -> list[Problem]:
    """Require of every question an id, which no other question and no section of its page has."""
    found: list[Problem] = []
    seen: dict[str, str] = {}
    for page in handbook.pages:
        if page.topic not in TOPICS:
            continue
        ids = heading_ids(page.prose)
        for line, identifier in sorted([*_ids_on_page(page), *_interview(page)]):
            if not ID.fullmatch(identifier):
                what = f"id “{identifier}”写得不对" if identifier else "这一题没有 id，学过的记录跟不住它"
                text = f"{what}；行尾写成 {{#q-页名-小写英文 see=小节的id}}，全书不重复，定了不改"
                found.append(problem("ASK-1", page, line, text))
            elif identifier in seen:
                text = f"id {identifier} 在 {seen[identifier]} 已经用过，两题的记录会混在一起；换一个"
                found.append(problem("ASK-1", page, line, text))
            elif identifier in ids:
                text = f"id {identifier} 是本页一个小节的 id；换一个"
                found.append(problem("ASK-1", page, line, text))
            seen.setdefault(identifier, f"docs/{page.path}:{line}")
    return found


def ask_2(handbook: Handbook) -> list[Problem]:
    """Require of every interview question an answer, and of every answer its question."""
    try:
        answers = read_answers(handbook.root / FOLDER)
    except MistakeError as error:
        return [Problem(mistake.file, mistake.line, "ASK-2", mistake.problem) for mistake in error.mistakes]
    html = "答案里有 HTML；只用 Markdown，说的是标签或重定向就放进反引号"
    tags = [
        a for a in answers.values() if any(re.search("<[A-Za-z/!]", without_code(row)) for row in a.text.split("\n"))
    ]
    found = [Problem(answer.file, answer.line, "ASK-2", html) for answer in tags]
    asked = [(page, line, name) for page in handbook.pages for line, name in _interview(page)]
    names = {name for _, _, name in asked}
    left = [name for name in answers if name not in names]
    for page, line, name in asked:
        if ID.fullmatch(name) and name not in answers:
            near = get_close_matches(name, left, n=1)
            meant = f"，是不是那里的 {near[0]} 写错了" if near else ""
            text = f"面试题 {name} 没有答案；在 {FOLDER}/{page.topic}.yml 里写 {name}: |，答案在下一行{meant}"
            found.append(problem("ASK-2", page, line, text))
    waiting = sorted(name for name in names if name not in answers)
    for name in left:
        near = get_close_matches(name, waiting, n=1)
        meant = f"改成 {near[0]}？" if near else "改正 id，"
        text = f"没有面试题叫 {name}；{meant}题目是误删的就恢复它，确实不要了就删掉答案"
        found.append(Problem(answers[name].file, answers[name].line, "ASK-2", text))
    return found


def ask_3(page: PageSource) -> list[Problem]:
    """Require of every self-test question that it names the section of its page that explains it."""
    if page.topic not in TOPICS:
        return []
    ids = heading_ids(page.prose)
    found: list[Problem] = []
    for question in written_questions(page):
        if ID.fullmatch(question.id) and question.see not in ids:
            near = get_close_matches(question.see, sorted(ids), n=1) if question.see else []
            meant = f"，是不是 {near[0]}" if near else ""
            what = f"see 指向“{question.see}”，本页没有这个小节" if question.see else "没有说哪一节讲它"
            text = f"{what}；写成 {{#{question.id} see=小节的id}}{meant}"
            found.append(problem("ASK-3", page, question.line, text))
    return found


def _ids_on_page(page: PageSource) -> Iterator[tuple[int, str]]:
    for question in written_questions(page):
        yield question.line, question.id


def _interview(page: PageSource) -> Iterator[tuple[int, str]]:
    """Yield line and id of each interview question that front matter writes rightly; the rest is FM-1's."""
    items = page.meta.get("interview")
    for index, entry in enumerate(items if isinstance(items, list) else []):
        if isinstance(entry, dict) and isinstance(entry.get("id"), str):
            yield page.meta_lines.of("interview", index), entry["id"]
