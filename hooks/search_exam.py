"""The score of the search exam stands on its page, worked out by every build from what the build has just written."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.exceptions import PluginError

from search_questions import EXAM_FILE, load_questions, put_questions, rank_of, render_score
from yaml_lines import YamlError

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

    from search_index import Collector

PAGE = "search-exam.md"
MARKER = "<!-- search: score -->"


def on_post_build(*, config: MkDocsConfig) -> None:
    """Hold the exam and write its score into the page. Raises ``PluginError`` for a question without its page."""
    collector: Collector = config.plugins["material/search"].search_index  # type: ignore[attr-defined]
    addresses = collector.addresses
    # `mkdocs serve` builds into a temporary folder of this name; the exam would add two seconds to each preview.
    if PAGE not in addresses or Path(config.site_dir).name.startswith("mkdocs_"):
        return
    search = Path(config.site_dir, "search")
    try:
        questions = load_questions(Path(config.config_file_path).parent / EXAM_FILE, Path(config.docs_dir))
    except YamlError as error:
        raise PluginError(str(error)) from None
    files = {path.relative_to(search).as_posix(): path.read_text(encoding="utf-8") for path in search.rglob("*.js")}
    answers = put_questions([question.ask for question in questions], files, collector.scripts)
    ranks = [
        rank_of(found, [addresses[page] for page in question.pages])
        for question, found in zip(questions, answers, strict=True)
    ]
    target = Path(config.site_dir, addresses[PAGE], "" if addresses[PAGE].endswith(".html") else "index.html")
    html = target.read_text(encoding="utf-8")
    target.write_text(html.replace(MARKER, render_score(questions, ranks)), encoding="utf-8")
