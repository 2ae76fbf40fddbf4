"""The ```mermaid fences of a page: where they are, what every diagram must say, and the figure that readers get."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

KINDS = ("flowchart", "sequenceDiagram", "stateDiagram-v2", "gantt", "timeline")

_FENCE = re.compile(r"^[ \t>]*(?P<fence>`{3,}|~{3,})[ \t]*(?P<info>.*)$")
_INCLUDE = re.compile(r"""^\s*-+8<-+\s+["'](?P<path>[^"']+)["']\s*$""")
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
    """One ```mermaid fence: the line that opens it, and its lines with snippets put in."""

    opening: SourceLine
    lines: tuple[SourceLine, ...]

    @property
    def text(self) -> str:
        """What mermaid reads."""
        return "\n".join(line.text for line in self.lines)


def find_diagrams(source: str, file: str, snippets: Path) -> Iterator[Diagram]:
    """Yield every diagram of a Markdown source, front matter and all; fences shown inside other fences are text.

    `file` names the source in messages; `snippets` is the folder that `--8<-- "path"` lines are relative to.
    """
    opening: SourceLine | None = None
    fence = info = ""
    body: list[SourceLine] = []
    for number, text in enumerate(source.splitlines(), start=1):
        line = SourceLine(text, file, number)
        if opening is None:
            if match := _FENCE.match(text):
                opening, fence, info, body = line, match["fence"], match["info"], []
        elif text.lstrip(" \t>").rstrip() == fence:
            if _language(info) == "mermaid":
                yield Diagram(opening, tuple(_with_snippets(body, snippets)))
            opening = None
        else:
            body.append(line)


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


def _language(info: str) -> str:
    """Return the language of a fence: `mermaid`, `mermaid title="…"`, `{.mermaid}` and `{ .mermaid #id }` are alike."""
    words = info.strip().strip("{}").split()
    return words[0].lstrip(".") if words else ""


def _with_snippets(lines: list[SourceLine], folder: Path) -> Iterator[SourceLine]:
    """Put the lines of an included file in place of the line that includes it."""
    for line in lines:
        include = _INCLUDE.match(line.text)
        path = folder / include["path"] if include else None
        if path is None or not path.is_file():  # a missing file is reported by the snippets extension
            yield line
            continue
        for number, text in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            yield SourceLine(text, f"{folder.name}/{path.relative_to(folder).as_posix()}", number)
