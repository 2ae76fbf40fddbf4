"""The score of the search exam stands on its page, worked out by every build from what the build has just written."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

from mkdocs.exceptions import PluginError

from search_questions import EXAM_FILE, Question, load_questions, rank_of, render_score
from yaml_lines import YamlError

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

    from search_index import Collector

PAGE = "search-exam.md"
MARKER = "<!-- search: score -->"
QUESTIONS = "search_exam_questions"  # where one build keeps them, in config.extra


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Have the questions put to the engine. Raises ``PluginError`` for a question without its page."""
    docs = Path(config.docs_dir)
    collector = _collector(config)
    # Where there is no second process, in `make serve`, the exam would add a second to each build.
    if (docs / PAGE).is_file() and collector.pool:
        try:
            questions = load_questions(Path(config.config_file_path).parent / EXAM_FILE, docs)
        except YamlError as error:
            raise PluginError(str(error)) from None
        config.extra[QUESTIONS] = questions
        collector.questions = [question.ask for question in questions]
    return config


def on_post_build(*, config: MkDocsConfig) -> None:
    """Write the score into the page."""
    if QUESTIONS not in config.extra:
        return
    collector = _collector(config)
    questions: list[Question] = config.extra[QUESTIONS]
    addresses = collector.addresses
    ranks = [
        rank_of(found, [addresses[page] for page in question.pages])
        for question, found in zip(questions, collector.answers, strict=True)
    ]
    target = Path(config.site_dir, addresses[PAGE], "" if addresses[PAGE].endswith(".html") else "index.html")
    html = target.read_text(encoding="utf-8")
    target.write_text(html.replace(MARKER, render_score(questions, ranks)), encoding="utf-8")


def _collector(config: MkDocsConfig) -> Collector:
    # Put there by search_index, which mkdocs.yml names before this hook.
    return cast("Collector", config.plugins["material/search"].search_index)  # type: ignore[attr-defined]
