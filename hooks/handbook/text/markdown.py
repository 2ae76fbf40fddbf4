"""A page as Markdown in which nothing is left to resolve: examples, outputs, corrections and lists stand as text.

For programs that read Markdown, and for whoever wants to quote a page. Lines are as long as their paragraphs.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from handbook.links import relative
from handbook.text.blocks import (
    Block,
    Box,
    Code,
    Figure,
    Heading,
    Items,
    Line,
    PageText,
    Pairs,
    Paragraph,
    Table,
)
from handbook.text.plain import fence_for, file_of

END = ".md"
# What would begin a link, emphasis, code, HTML or a cell of a table; an underscore inside a word does nothing.
_ACTIVE = re.compile(r"[\\`*\[\]<|]|&(?=#|\w+;)|(?<![^\W_])_|_(?![^\W_])")
_ENTITIES = {"&": "&amp;", "<": "&lt;"}
_LINE_START = re.compile(r"^(?=(?:[#>+-]|\d+\.)\s)")
_MARKS = {"": "", "strong": "**", "em": "*"}


def write_page(page: PageText, site_url: str, files: frozenset[str]) -> str:
    """Return a page as Markdown, with a line break at its end. ``files`` are the Markdown files that there are."""
    writer = _Writer(page, files)
    head = [f"# {_escape(page.title)}", "", f"> {site_url}{page.url}"]
    return "\n".join([*head, "", *writer.blocks(page.blocks)]).rstrip() + "\n"


class _Writer:
    def __init__(self, page: PageText, files: frozenset[str]) -> None:
        self.here = file_of(page.url, END)
        self.files = files

    def blocks(self, blocks: Sequence[Block]) -> list[str]:
        """Return the lines of several blocks, with an empty line between two."""
        lines: list[str] = []
        for block in blocks:
            lines += [*([""] if lines else []), *self.block(block)]
        return lines

    def block(self, block: Block) -> list[str]:
        """Return the lines of a block."""
        if isinstance(block, Heading):
            return [f"{'#' * block.level} {self.text(block.line)}{f' {{#{block.id}}}' if block.id else ''}"]
        if isinstance(block, Paragraph):
            label = f"**【{block.label}】** " if block.label else ""
            return [_LINE_START.sub(r"\\", label + self.text(block.line))]
        if isinstance(block, Code):
            fence = fence_for(block.text)
            title = f' title="{block.file}"' if block.file else ""
            return [f"{fence}{block.language}{title}", *block.text.split("\n"), fence]
        if isinstance(block, Items):
            marks = (f"{number}. " if block.numbered else "- " for number in range(1, len(block.items) + 1))
            return [line for mark, item in zip(marks, block.items, strict=True) for line in self._item(mark, item)]
        if isinstance(block, Table):
            return self._table(block)
        if isinstance(block, Pairs):
            return [line for name, told in block.pairs for line in self._pair(name, told)]
        if isinstance(block, Figure):
            return self._figure(block)
        return self._box(block)

    def _item(self, mark: str, item: Sequence[Block]) -> list[str]:
        lines = self.blocks(item) or [""]
        pad = " " * len(mark)
        return [mark + lines[0], *(pad + line if line else "" for line in lines[1:])]

    def _pair(self, name: Line, told: Sequence[Block]) -> list[str]:
        lines = self.blocks(told)
        return [
            f"- **{self.text(name)}**：{lines[0] if lines else ''}",
            *(f"  {line}" if line else "" for line in lines[1:]),
        ]

    def _table(self, table: Table) -> list[str]:
        count = max((len(row) for row in [table.head, *table.rows]), default=0)
        head = table.head or [[] for _ in range(count)]
        rows = [[self._cell(cell) for cell in row] for row in [head, *table.rows]]
        lines = [f"| {' | '.join(row)} |" for row in rows]
        return [lines[0], "|" + "---|" * count, *lines[1:]]

    def _cell(self, line: Line) -> str:
        """Return a cell: a break has its element there, and a bar in code would end the cell."""
        spans = [span._replace(text=span.text.replace("|", "\\|")) if span.kind == "code" else span for span in line]
        return self.text(spans).replace("\\\n", "<br>")

    def _figure(self, figure: Figure) -> list[str]:
        source = ["```mermaid", *figure.source.split("\n"), "```", ""] if figure.source else []
        return [*source, f"**图：{_escape(figure.title)}**", "", *self.blocks(figure.text)]

    def _box(self, box: Box) -> list[str]:
        title = [f"**{self.text(box.title)}**", ""] if box.title else []
        return [f"> {line}".rstrip() for line in [*title, *self.blocks(box.blocks)]]

    def text(self, line: Line) -> str:
        """Return running text as Markdown, links relative to the page's file."""
        made: list[str] = []
        for span in line:
            if span.text == "\n":
                made.append("\\\n")
                continue
            text = _code(span.text) if span.kind == "code" else _escape(span.text)
            mark = _MARKS.get(span.kind, "")
            inner = text.strip()
            if mark and inner:
                text = text.replace(inner, f"{mark}{inner}{mark}")
            made.append(f"[{text}]({self._target(span.address)})" if span.address else text)
        return "".join(made)

    def _target(self, address: str) -> str:
        if address.startswith("#") or re.match(r"[a-z][a-z0-9+.-]*:|//", address):
            return address
        found = file_of(address, END)
        return relative(found if found.partition("#")[0] in self.files else address, self.here)


def _escape(text: str) -> str:
    return _ACTIVE.sub(lambda match: _ENTITIES.get(match[0], f"\\{match[0]}"), text)


def _code(text: str) -> str:
    """Return a code span for a text, which may have backticks itself."""
    ticks = "`"
    while ticks in text:
        ticks += "`"
    gap = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{ticks}{gap}{text}{gap}{ticks}"
