"""Python-Markdown extension: ids of self-test questions, and the lists of questions to practise.

``list: practice`` shows the topics, ``list: practice iptables`` the questions of one, folded with their answers.
"""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

from handbook.markers import Marker, MarkerError, add_renderers, markers_in
from handbook.page import Page
from handbook.practice.notation import ID, split_attributes
from handbook.practice.questions import Question, load_questions
from handbook.practice.render import BOX, render_topic, render_topics
from handbook.topics import TOPICS

MARKER = "list: practice"
# After pymdownx.superfences (25), which keeps code aside, and before md_in_html (20), which keeps blocks of HTML aside.
PRIORITY = 24


class QuestionsPreprocessor(Preprocessor):
    """Hands the id of a question on as a class, which pymdownx.details takes."""

    def run(self, lines: list[str]) -> list[str]:
        """Return the lines without the attributes of questions."""
        return [self._line(line) for line in lines]

    @staticmethod
    def _line(line: str) -> str:
        bare, identifier = split_attributes(line)
        return bare.replace(" question ", f" question {identifier} ", 1) if ID.fullmatch(identifier) else bare


class QuestionsTreeprocessor(Treeprocessor):
    """Gives questions their ids; in a list, each answer gets a box of its own, which paper shows behind the questions."""

    def run(self, root: Element) -> None:
        """Change ``root`` in place."""
        for details in root.iter("details"):
            for name in details.get("class", "").split():
                if ID.fullmatch(name):
                    details.set("id", name)
                    details.set("class", "question")
        for box in root.iter("div"):
            if box.get("class") == BOX:
                for details in box.iter("details"):
                    _box_answer(details)


def _box_answer(details: Element) -> None:
    answer = [child for child in details if child.tag != "summary"]
    for child in answer:
        details.remove(child)
    SubElement(details, "div", {"class": "question-answer"}).extend(answer)


class PracticeExtension(Extension):
    """Reads the questions where a list asks for them; ``order`` are the pages in the order of the navigation."""

    def __init__(self, order: Sequence[str] = (), **options: Any) -> None:
        self.config = {
            "docs": ["docs", "the folder of the pages"],
            "data": ["data", "the folder of the data files"],
        }
        super().__init__(**options)
        self.order = tuple(order)

    def extendMarkdown(self, md: Markdown) -> None:
        """Register: QuestionsPreprocessor | preprocessors | questions | 24, QuestionsTreeprocessor | treeprocessors | questions | 9."""
        md.preprocessors.register(QuestionsPreprocessor(md), "questions", PRIORITY)
        md.treeprocessors.register(QuestionsTreeprocessor(md), "questions", 9)
        add_renderers(md, {MARKER: self._render})

    def depends_on(self, markdown: str) -> object:
        """Return what the lists of a page are made from."""
        asked = [marker.rest for marker in markers_in(markdown) if marker.name == MARKER]
        questions = self._questions() if asked else {}
        return [questions.get(topic) if topic else questions for topic in asked]

    def _render(self, marker: Marker, page: Page) -> list[str]:
        questions = self._questions()
        if not marker.rest:
            return render_topics(questions, page.path).splitlines()
        if marker.rest not in TOPICS:
            near = get_close_matches(marker.rest, TOPICS, n=1)
            raise MarkerError(
                f"没有专题 {marker.rest}；{f'是不是 {near[0]}？' if near else '可选：' + '、'.join(TOPICS)}"
            )
        return render_topic(questions.get(marker.rest, []), page.path).splitlines()

    def _questions(self) -> dict[str, list[Question]]:
        return load_questions(Path(self.getConfig("docs")), Path(self.getConfig("data")), self.order)


def makeExtension(**options: Any) -> PracticeExtension:
    """Return the extension for ``markdown_extensions: [handbook.practice.extension]``."""
    return PracticeExtension(**options)
