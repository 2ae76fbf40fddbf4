"""Markers: comments such as ``<!-- list: topics -->`` on a line of their own, which the build replaces. All of them are here.

Readers see what an editor asked for: a marker that is misspelt is a mistake, not a comment that nobody sees.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any, NamedTuple

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

from handbook.page import Page, page_of
from handbook.page_source import CODE_SPAN, parse_body

# Before pymdownx.superfences (25), so that a list may hold a fence; what stands in the page's own fences is left alone.
PRIORITY = 26


@dataclass(frozen=True)
class Form:
    """How a marker is written: what may follow its name, an example for the editor, what readers get, and who renders it."""

    rest: str
    example: str
    shows: str
    extension: str
    indented: bool = False  # whether it may stand in a list or a box


_ENTRIES = "handbook.entries.extension"
FORMS: Mapping[str, Form] = {
    "allow": Form(r"[A-Z]+-\d+ \S.*", "allow: 规则编号 理由", "什么也没有；规则放过后面一段", "", indented=True),
    "correction": Form(r"[a-z0-9-]+", "correction: 勘误的 id", "“常见误解”框", "handbook.corrections.extension"),
    "example": Form(
        r"[a-z0-9-]+/[a-z0-9-]+",
        "example: 专题/示例目录",
        "示例的执行记录，用在不展示它的文件的地方",
        "handbook.examples.extension",
        indented=True,
    ),
    "list: benchmarks": Form(
        r"(?:summary|build|edit|glossary|search|visit|lighthouse|tricks)",
        "list: benchmarks build",
        "`make bench` 量出的一项；`summary` 是总表",
        "handbook.benchmarks.extension",
    ),
    "list: changes": Form("", "list: changes", "最近的更新，按天", "handbook.history.extension"),
    "list: claims": Form("", "list: claims", "全部会过时的事实", "handbook.claims.extension"),
    "list: codes": Form(
        "[a-z0-9-]*",
        "list: codes curl",
        "一个程序的全部错误码；不写名字，是各份清单和条数",
        "handbook.codes.extension",
    ),
    "list: common": Form("", "list: common", "最常见的症状，按 `common` 的名次", _ENTRIES),
    "list: copies": Form(
        "(?:browser|sizes)",
        "list: copies sizes",
        "离线副本的大小；`browser` 是保存它的按钮",
        "handbook.offline.extension",
    ),
    "list: corrections": Form("", "list: corrections", "全部勘误", "handbook.corrections.extension"),
    "list: examples": Form("", "list: examples", "全部示例的状态", "handbook.examples.extension"),
    "list: figures": Form("", "list: figures", "示例、勘误、事实、术语各有多少", _ENTRIES),
    "list: interview": Form("[1-9]?", "list: interview 2", "面试题；数字是每个专题几道", _ENTRIES),
    "list: markers": Form("", "list: markers", "这张表", "handbook.markers"),
    "list: practice": Form(
        "[a-z-]*",
        "list: practice iptables",
        "一个专题的全部题目和答案；不写专题，是各专题和题数",
        "handbook.practice.extension",
    ),
    "list: releases": Form(
        "(?:chart|table|today)",
        "list: releases table",
        "Kubernetes 的版本：表、图（`chart`）或一句话（`today`）",
        "handbook.releases.extension",
    ),
    "list: rules": Form("", "list: rules", "全部内容规则", "handbook.rules.extension"),
    "list: search-score": Form("", "list: search-score", "搜索考试的分数", "handbook.search.score"),
    "list: symptoms": Form("[1-9]?", "list: symptoms 2", "症状；数字是每个专题几条", _ENTRIES),
    "list: terms": Form("", "list: terms", "术语表的词条", "handbook.glossary.extension"),
    "list: topics": Form("", "list: topics", "各专题和它们的页面", _ENTRIES),
}
_WORDS = tuple(dict.fromkeys(name.partition(":")[0] for name in FORMS))
_LISTS = tuple(name.removeprefix("list: ") for name in FORMS if name.startswith("list: "))
_MARKER = re.compile(r"(?P<indent> *)<!-- (?P<word>[a-z]+): (?P<rest>\S(?:.*\S)?) -->\s*")
_COMMENT = re.compile(r"<!--\s*(?P<word>[A-Za-z]+)(?P<colon>\s*[:：])?")


class MarkerError(ValueError):
    """What is wrong with a marker and how to mend it; who knows the page puts file and line before it."""


class Marker(NamedTuple):
    """A marker: its name in ``FORMS``, what follows the name, and its indentation."""

    name: str
    rest: str
    indent: str = ""


def read_marker(line: str) -> Marker | None:
    """Return the marker that a line is; ``None`` for other lines. Raises ``MarkerError`` for one that is written wrongly.

    A comment counts as a marker when it begins with a word in small letters and a colon, or with nearly such a word.
    """
    comment = _COMMENT.search(CODE_SPAN.sub("", line)) if "<!--" in line else None
    if comment is None:
        return None
    word = comment["word"]
    near = get_close_matches(word.lower(), _WORDS, n=1, cutoff=0.7)
    if not near and not (comment["colon"] and word.islower()):
        return None
    marker = _MARKER.fullmatch(line)
    if marker is None or marker["word"] not in _WORDS:
        raise MarkerError(_remedy(near[0] if near else ""))
    name, rest = marker["word"], marker["rest"]
    if name == "list":
        kind, _, rest = rest.partition(" ")
        name = f"list: {kind}"
        if kind not in _LISTS:
            meant = get_close_matches(kind, _LISTS, n=1)
            known = f"是不是 <!-- list: {meant[0]} -->？" if meant else f"可用的：{'、'.join(_LISTS)}"
            raise MarkerError(f"没有叫 {kind} 的列表；{known}")
    form = FORMS[name]
    if not re.fullmatch(form.rest, rest) or (marker["indent"] and not form.indented):
        raise MarkerError(_remedy(name))
    return Marker(name, rest, marker["indent"])


def _remedy(name: str) -> str:
    if not name:
        return f"不认识这个标记，读者什么也看不到；已有的标记：{'、'.join(_WORDS)}"
    form = f"<!-- {FORMS[name].example} -->" if name in FORMS else f"<!-- list: 名称 -->，名称可选：{'、'.join(_LISTS)}"
    return f"标记写法不对，读者什么也看不到；顶格单独一行写 {form}"


def find_markers(prose: Sequence[str]) -> Iterator[tuple[int, Marker]]:
    """Yield number (from 1) and marker of each line of prose that is a marker; those written wrongly are left out."""
    for number, line in enumerate(prose, start=1):
        try:
            marker = read_marker(line)
        except MarkerError:
            continue
        if marker:
            yield number, marker


# What a marker becomes: the lines of Markdown (or of stashed HTML) in its place. Raises MarkerError for a bad name.
Renderer = Callable[[Marker, Page], list[str]]


class MarkersPreprocessor(Preprocessor):
    """Replaces the markers of a page; the extensions that render them put their renderers in by name."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self.renderers: dict[str, Renderer] = {}

    def run(self, lines: list[str]) -> list[str]:
        """Return the lines with every marker replaced. Raises the page's error for a marker that is wrong or twice there."""
        page = page_of(self.md)
        seen: dict[Marker, int] = {}
        made: list[str] = []
        for number, (line, prose) in enumerate(zip(lines, parse_body(lines), strict=True), start=1):
            try:
                marker = read_marker(prose)
                if marker is None or marker.name == "allow":
                    made.append(line)
                    continue
                if seen.setdefault(marker._replace(indent=""), number) != number:
                    raise MarkerError("这个标记在本页出现两次；删掉一处")
                made += [marker.indent + text if text else "" for text in self._render(marker, page)]
            except MarkerError as error:
                raise page.mistake(lines, number, str(error)) from None
        return made

    def _render(self, marker: Marker, page: Page) -> list[str]:
        if marker.name not in self.renderers:
            extension = FORMS[marker.name].extension
            raise MarkerError(f"没有装上处理这个标记的扩展；在配置里加上 {extension}，或删掉标记")
        with page.telling():
            return self.renderers[marker.name](marker, page)


def add_renderers(md: Markdown, renderers: Mapping[str, Renderer]) -> None:
    """Have markers rendered. The first call registers: MarkersPreprocessor | preprocessors | markers | 26."""
    if "markers" not in md.preprocessors:
        md.preprocessors.register(MarkersPreprocessor(md), "markers", PRIORITY)
    preprocessor = md.preprocessors["markers"]
    assert isinstance(preprocessor, MarkersPreprocessor)  # noqa: S101 - for the type checker: registered above
    preprocessor.renderers.update(renderers)


def markers_in(markdown: str) -> Iterator[Marker]:
    """Yield the markers of a text without front matter."""
    if "<!--" in markdown:
        yield from (marker for _, marker in find_markers(parse_body(markdown.splitlines())))


def has_marker(markdown: str, name: str) -> bool:
    """Tell whether a text without front matter asks for what a marker shows."""
    return f"<!-- {name}" in markdown and any(marker.name == name for marker in markers_in(markdown))


class MarkersExtension(Extension):
    """Renders the table of all markers, and refuses misspelt ones where no other extension brings markers."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Add the renderer of the marker."""
        add_renderers(md, {"list: markers": lambda marker, page: render_forms()})


def render_forms() -> list[str]:
    """Return the lines of a table of all markers."""
    rows = [f"| `<!-- {form.example} -->` | {form.shows} |" for form in FORMS.values()]
    return ["", "| 标记 | 读者看到 |", "|---|---|", *rows, ""]


def makeExtension(**options: Any) -> MarkersExtension:
    """Return the extension for ``markdown_extensions: [handbook.markers]``."""
    return MarkersExtension(**options)
