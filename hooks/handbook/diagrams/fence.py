"""The ```mermaid fences of a page: where they are, what every diagram must say, and the figure that readers get."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from markdown import Markdown
from pymdownx.superfences import SuperFencesException  # type: ignore[import-untyped]

from handbook.page import page_of
from handbook.page_source import TAB, find_fences

KINDS = ("flowchart", "sequenceDiagram", "stateDiagram-v2", "gantt", "timeline")

# What the theme's script draws in the reader's browser.
DRAWABLE = '<pre class="mermaid"><code>'

_TITLE = re.compile(r"^\s*accTitle\s*:(?P<text>.*)$", re.MULTILINE)
_DESCRIPTION_LINE = re.compile(r"^\s*accDescr\s*:(?P<text>.*)$", re.MULTILINE)
_DESCRIPTION_BLOCK = re.compile(r"^\s*accDescr\s*\{(?P<text>[^}]*)\}", re.MULTILINE)
_COMMENT = re.compile(r"^\s*%%(?!\{)")
# Colours and settings in the source win over the palette, and are unreadable in one of its two schemes.
_OVERRIDE = re.compile(r"^\s*%%\{|^\s*---\s*$")
_COLOUR = re.compile(
    r"^\s*(?:style|classDef|linkStyle)\b.*\b(?:fill|stroke|color)\s*:|^\s*(?:rect|box)\s+(?:rgb|hsl|#)"
)

_EXAMPLE = "accTitle: 标题"
_EXAMPLE_DESCRIPTION = "accDescr: 看不见图的读者也能读懂的文字"


@dataclass(frozen=True)
class SourceLine:
    """One line of a diagram and where an editor finds it: `file` relative to the repository, `number` from 1."""

    text: str
    file: str
    number: int

    @property
    def place(self) -> str:
        """`file:line`, as error messages show it."""
        return f"{self.file}:{self.number}"


@dataclass(frozen=True)
class Diagram:
    """One ```mermaid fence: the line that opens it, and its lines."""

    opening: SourceLine
    lines: tuple[SourceLine, ...]

    @property
    def text(self) -> str:
        """What mermaid reads."""
        return "\n".join(line.text for line in self.lines)


def find_diagrams(source: str, file: str) -> Iterator[Diagram]:
    """Yield every diagram of a Markdown source, front matter and all; fences shown inside other fences are text.

    `file` names the source in messages.
    """
    lines = source.splitlines()
    for fence in find_fences(lines):
        if fence.closed and fence.language == "mermaid":
            body = [line.expandtabs(TAB)[len(fence.prefix) :] for line in fence.body]
            numbered = enumerate(body, start=fence.line + 1)
            opening = SourceLine(lines[fence.line - 1], file, fence.line)
            yield Diagram(opening, tuple(SourceLine(text, file, number) for number, text in numbered))


def kind(text: str) -> str:
    """Return the diagram's kind, the first word that is neither comment nor setting; empty if there is none."""
    for line in text.splitlines():
        if line.strip() and not _COMMENT.match(line) and not _OVERRIDE.match(line):
            return line.split()[0]
    return ""


def title_and_description(text: str) -> tuple[str, str]:
    """Return what accTitle and accDescr say, each empty when missing; a block description keeps its line breaks."""
    title = _TITLE.search(text)
    description = _DESCRIPTION_LINE.search(text) or _DESCRIPTION_BLOCK.search(text)
    lines = description["text"].strip().splitlines() if description else []
    return title["text"].strip() if title else "", "\n".join(line.strip() for line in lines if line.strip())


def problems(diagram: Diagram) -> list[str]:
    """Return what keeps the diagram from being published, each as `file:line: what is wrong; what to do`."""
    found = []
    here = diagram.opening.place
    title, description = title_and_description(diagram.text)
    if not title:
        found.append(f"{here}: 图没有标题；在图的第二行写「{_EXAMPLE}」，它会成为图注。")
    if not description:
        found.append(f"{here}: 图没有文字说明；在标题下写「{_EXAMPLE_DESCRIPTION}」，多行用 accDescr {{ … }}。")
    if (actual := kind(diagram.text)) not in KINDS:
        found.append(f"{here}: 不支持的图「{actual}」；可用的有 {'、'.join(KINDS)}。")
    for line in diagram.lines:
        if _OVERRIDE.match(line.text):
            found.append(f"{line.place}: 图里不写 %%{{init}}%% 或 --- 设置，深浅两套配色由网站决定；删掉这一行。")
        elif _COLOUR.match(line.text):
            found.append(
                f"{line.place}: 图里不写颜色，深色模式下会看不清；只用线型（stroke-width、stroke-dasharray）。"
            )
    return found


def figure(text: str, drawing: str) -> str:
    """Return the figure for a diagram's source: `drawing` (HTML), caption, and the description folded below it.

    The box takes the keyboard focus because a wide drawing scrolls in it. The source stays out of the search index,
    the caption and the description are in it.
    """
    title, description = (html.escape(part) for part in title_and_description(text))
    paragraphs = "".join(f"<p>{line}</p>" for line in description.splitlines())
    return (
        f'<figure class="diagram" data-kind="{html.escape(kind(text))}">'
        f'<div class="diagram-drawing" role="group" aria-label="图：{title}" tabindex="0" data-search-exclude>{drawing}</div>'
        f"<figcaption>{title}</figcaption>"
        f'<details class="diagram-text"><summary data-search-exclude>图的文字版</summary>{paragraphs}</details>'
        "</figure>"
    )


def format_diagram(
    source: str,
    language: str,
    css_class: str,
    options: Mapping[str, Any],
    md: Markdown,
    *,
    box: str = DRAWABLE,
    **kwargs: Any,
) -> str:
    """Format one fence for SuperFences: its source inside a figure; ``box`` opens what holds the source.

    Raises ``SuperFencesException``, the only error that SuperFences lets through, for a diagram without title or
    description: one that another program has put into the page has not been checked with the page.
    """
    if not all(title_and_description(source)):
        raise SuperFencesException(f"docs/{page_of(md).path}：图没有 accTitle 或 accDescr；补上：\n{source}")
    # Escaped: a label with <br/> would lose it on the way through the browser's parser.
    return figure(source, f"{box}{html.escape(source, quote=False)}</code></pre>")
