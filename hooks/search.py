"""Search finds Chinese, flags and keys: our index takes the place of the theme's, which the theme's plugin writes.

Every build puts the exam's questions to the index that it has just made, and writes the score into the exam's page.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.utils import write_file

from handbook.codes.extension import CodesExtension
from handbook.mistakes import told_as
from handbook.page import SERVING, find_extension
from handbook.search.collector import Collector
from handbook.search.exam import EXAM_FILE, load_questions, render_score
from handbook.search.score import PLACE, ScoreExtension

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

EXAM_PAGE = "search-exam.md"
COLLECTOR = "search_collector"  # where one build keeps it, in config.extra: the plugin outlives builds


@told_as(PluginError)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Give the theme's search plugin a collector that it fills instead of its own index, and the exam its questions."""
    root, docs = Path(config.config_file_path).parent, Path(config.docs_dir)
    # A preview is built again and again: its process stays, with the pages that it has cut, and without the exam, which
    # would add a second to each build.
    serving = config.extra[SERVING]
    codes = find_extension(config.markdown_extensions, CodesExtension).vocabularies.values()
    collector = config.extra[COLLECTOR] = Collector(root, docs / "assets/javascripts", keep=serving, codes=codes)
    if (docs / EXAM_PAGE).is_file() and not serving:
        collector.questions = load_questions(root / EXAM_FILE, docs)
    config.plugins["material/search"].search_index = collector  # type: ignore[attr-defined]
    config.markdown_extensions.append(ScoreExtension())  # type: ignore[arg-type]
    return config


def on_page_content(html: str, *, page: Page, config: MkDocsConfig, files: Files) -> None:
    """Take in a page that is rendered; the navigation may call it otherwise than its front matter."""
    title = str(page.meta.get("title") or page.title)
    _collector(config).add_page(page.file.src_uri, page.url, (title, str(page.title)), page.meta, html)


@event_priority(-100)  # it waits for all pages; what needs a page at once comes first
def on_env(env: Environment, *, config: MkDocsConfig, files: Files) -> None:
    """Begin to build the index, now that every page is taken in, while the pages are laid out."""
    _collector(config).begin()


def on_post_build(*, config: MkDocsConfig) -> None:
    """Write the files of the index, and the score into the exam's page."""
    collector = _collector(config)
    files, ranks = collector.finish()
    for name, content in files.items():
        write_file(content.encode(), str(Path(config.site_dir, "search", name)))
    if collector.questions:
        address = collector.addresses[EXAM_PAGE]
        target = Path(config.site_dir, address, "" if address.endswith(".html") else "index.html")
        html = target.read_text(encoding="utf-8")
        target.write_text(html.replace(PLACE, render_score(collector.questions, ranks)), encoding="utf-8")


def _collector(config: MkDocsConfig) -> Collector:
    return cast("Collector", config.extra[COLLECTOR])
