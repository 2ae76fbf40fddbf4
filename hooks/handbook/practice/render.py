"""The questions of a topic as folded Markdown, and the list of topics; links are relative, so MkDocs checks them.

Without scripts readers unfold one answer after another; on paper all questions come first, the answers behind.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from posixpath import dirname, normpath

from handbook.links import relative
from handbook.page_source import CODE_SPAN, parse_body
from handbook.plain import in_markdown
from handbook.practice.questions import Kind, Question
from handbook.topics import TOPICS

HEADS: dict[Kind, str] = {"interview": "面试题", "page": "各页的自测题"}
BOX = "question-list"
_LINK = re.compile(r"\]\((?!https?:|/)(?P<target>[^)\s]+)")


def render_topic(questions: Iterable[Question], page: str) -> str:
    """Return all questions of a topic, each folded with its answer and the way to its section, as Markdown on ``page``."""
    members = list(questions)
    blocks: list[str] = []
    for kind, head in HEADS.items():
        own = [question for question in members if question.kind == kind]
        if own:
            blocks += [f"## {head} {{#{kind}}}", *(_block(question, page) for question in own)]
    text = "\n\n".join([*blocks, '<p class="question-answers">答案</p>'])
    return f'\n<div class="{BOX}" markdown="1">\n\n{text}\n\n</div>\n' if blocks else ""


def render_topics(topics: Mapping[str, Sequence[Question]], page: str) -> str:
    """Return a list of the topics that have questions, with their number."""
    lines = [
        f"- [{TOPICS[topic]}]({relative(f'practice/{topic}.md', page)})：{_counts(topics[topic])}"
        for topic in TOPICS
        if topics.get(topic)
    ]
    return "\n".join(["", *lines, ""])


def _counts(questions: Sequence[Question]) -> str:
    numbers = {kind: sum(question.kind == kind for question in questions) for kind in HEADS}
    return "，".join(f"{HEADS[kind]} {number} 道" for kind, number in numbers.items() if number)


def _block(question: Question, page: str) -> str:
    # Titles of self-test questions are Markdown already; those of front matter are plain text.
    ask = in_markdown(question.ask) if question.kind == "interview" else question.ask
    answer = move_links(question.answer, question.see.partition("#")[0], page)
    way = f"[{in_markdown(question.shown)}]({relative(question.see, page)}){{: .question-source }}"
    body = [*answer, "", way]
    return "\n".join([f'??? question "{ask}" {{#{question.id}}}', *(f"    {line}" if line else "" for line in body)])


def move_links(lines: Sequence[str], source: str, page: str) -> list[str]:
    """Return lines of Markdown written on the page ``source`` with the links that they need on ``page``."""

    def change(match: re.Match[str]) -> str:
        target = match["target"]
        at = f"{source}{target}" if target.startswith("#") else normpath(f"{dirname(source) or '.'}/{target}")
        return f"]({relative(at, page)}"

    return [
        line if line and not prose else _outside_code(line, change)
        for line, prose in zip(lines, parse_body(lines), strict=True)
    ]


def _outside_code(line: str, change: Callable[[re.Match[str]], str]) -> str:
    parts: list[str] = []
    end = 0
    for span in CODE_SPAN.finditer(line):
        parts += [_LINK.sub(change, line[end : span.start()]), span[0]]
        end = span.end()
    return "".join([*parts, _LINK.sub(change, line[end:])])
