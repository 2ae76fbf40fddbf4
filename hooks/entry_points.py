"""Readers start from a symptom, a topic or a question: the lists on the home, 排障 and 自测 pages come from the pages.

A page asks for a list with a marker on a line of its own: ``<!-- entry: symptoms -->``, ``interview``, ``questions``,
``topics`` or ``figures``; ``symptoms 2`` and ``interview 2`` take two of each topic, ``common`` the symptoms
that a page's front matter ranks with ``common: 3``.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.exceptions import PluginError

import page_source
from entry_points_data import PageEntries, count_levels, count_list, nav_order, read_entries, sort_pages
from entry_points_markdown import render_common, render_entries, render_figures, render_questions, render_topics
from example_records import ExampleError, load_examples
from yaml_lines import YamlError

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files
    from mkdocs.structure.pages import Page

_MEANT = re.compile(r"\s*<!--\s*entry\b.*")
_MARKER = re.compile(
    r"<!-- entry: (?:(?P<kind>symptoms|interview)(?: (?P<limit>[1-9]))?|common|questions|topics|figures) -->\s*"
)


def on_page_markdown(markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str | None:
    """Fill in the lists that a page asks for. Raises ``PluginError`` for a bad marker or bad front matter."""
    if "<!-- entry" not in markdown:
        return None
    try:
        pages = _read_pages(config, files)
        return page_source.replace_lines(markdown, _MEANT, lambda found: _render(found[0], pages, page.file, config))
    except (YamlError, ExampleError) as error:
        raise PluginError(str(error)) from None


def _read_pages(config: MkDocsConfig, files: Files) -> list[PageEntries]:
    # Pages are rendered one after the other: the front matter of later ones is not read yet, so it is read here.
    pages = [read_entries(file.src_uri, file.content_string) for file in files.documentation_pages()]
    return sort_pages(pages, nav_order(config.nav))


def _render(marker: str, pages: list[PageEntries], file: File, config: MkDocsConfig) -> str:
    match = _MARKER.fullmatch(marker)
    path = file.src_uri
    if match is None:
        line = page_source.parse_page(path, file.content_string).prose.index(marker) + 1
        known = "symptoms、interview（后面可加每个专题的条数）、common、questions、topics、figures"
        problem = f"标记 {marker.strip()} 写法不对；顶格写 <!-- entry: 名称 -->，名称可选：{known}"
        raise YamlError(f"docs/{path}", line, problem)
    if match["kind"]:
        return render_entries(pages, match["kind"], path, int(match["limit"]) if match["limit"] else None)
    if "common" in marker:
        return render_common(pages, path)
    if "questions" in marker:
        return render_questions(pages, path)
    if "topics" in marker:
        return render_topics(pages, path)
    root = Path(config.config_file_path).parent
    counts = (count_list(root / "data/corrections.yml"), count_list(root / "data/glossary.yml"))
    return render_figures(count_levels(load_examples(root / "examples").values()), *counts, path)
