"""Readers see what ``make bench`` measured last: a page asks with ``<!-- benchmarks: build -->`` on a line of its own."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.exceptions import PluginError

import page_source
from benchmark_markdown import DATA, PARTS, load_benchmarks, render_part, render_summary
from yaml_lines import YamlError

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

SUMMARY = "summary"
_MEANT = re.compile(r"\s*<!--\s*benchmarks?\b.*")
_MARKER = re.compile(r"<!-- benchmarks: (?P<part>[a-z]+) -->\s*")


def on_page_markdown(markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str | None:
    """Fill in what a page asks for. Raises ``PluginError`` for a bad marker or a file that is not the benchmarks' own."""
    if "<!-- benchmark" not in markdown:
        return None
    try:
        data = load_benchmarks(Path(config.config_file_path).parent / DATA)

        def render(found: re.Match[str]) -> str:
            marker = _MARKER.fullmatch(found[0])
            if marker and marker["part"] == SUMMARY:
                return "\n".join(render_summary(data))
            if marker is None or marker["part"] not in PARTS:
                lines = page_source.parse_page(page.file.src_uri, page.file.content_string).prose
                problem = f"标记 {found[0].strip()} 写法不对；顶格写 <!-- benchmarks: 名称 -->，名称可选：{'、'.join((SUMMARY, *PARTS))}"
                raise YamlError(f"docs/{page.file.src_uri}", lines.index(found[0]) + 1, problem)
            return "\n".join(render_part(data, marker["part"]))

        return page_source.replace_lines(markdown, _MEANT, render)
    except YamlError as error:
        raise PluginError(str(error)) from None
