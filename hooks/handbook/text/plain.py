"""A page as text at 80 columns: for `less` on a machine that has neither a browser nor a network.

Sections have numbers, code stands at the line's beginning between fences and is never broken, links are listed below
each section.
"""

from __future__ import annotations

from collections.abc import Sequence

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
from handbook.text.table import write_table
from handbook.text.wrap import COLUMNS, glue, width, wrap

END = ".txt"  # of the file beside a page: iptables/nat.txt beside iptables/nat/
_UNBROKEN = 40  # columns: a longer command in running text may go over two lines, at its spaces


def name_of(url: str) -> str:
    """Return what a page is called in the text: its address without slashes; "index" is the home page."""
    return url.removesuffix("/") or "index"


def file_of(address: str, end: str = END) -> str:
    """Return where a link into the site leads in the text edition: "a/b/#c" -> "a/b.txt#c"."""
    path, mark, anchor = address.removeprefix("./").partition("#")
    return f"{name_of(path) + end if not path or path.endswith('/') else path}{mark}{anchor}"


def write_page(page: PageText, site_url: str, files: frozenset[str]) -> str:
    """Return a page as text, with a line break at its end. ``files`` are the text files that there are."""
    return _Writer(page, files).write(site_url)


class _Writer:
    def __init__(self, page: PageText, files: frozenset[str]) -> None:
        self.page = page
        self.files = files
        self.numbers = number_headings(page.blocks)
        self.links: dict[str, int] = {}  # of the page, in their order
        self.listed = 0  # how many of them stand below a section

    def write(self, site_url: str) -> str:
        lines = [f"== {name_of(self.page.url)} ==", *wrap(self.page.title), f"{site_url}{self.page.url}"]
        for block in self.page.blocks:
            if isinstance(block, Heading) and block.level == 2:
                lines += self._list_links()
            lines += ["", *self.block(block, 0)]
        lines += self._list_links()
        return "\n".join(line.rstrip() for line in lines) + "\n"

    def block(self, block: Block, indent: int) -> list[str]:
        """Return the lines of a block that stands ``indent`` columns to the right."""
        pad = " " * indent
        if isinstance(block, Heading):
            return self._heading(block)
        if isinstance(block, Paragraph):
            label = f"【{block.label}】" if block.label else ""
            return wrap(label + self.text(block.line), COLUMNS, pad, pad)
        if isinstance(block, Code):
            return self._code(block, pad)
        if isinstance(block, Items):
            return self._items(block, indent)
        if isinstance(block, Table):
            head, rows = [self.text(cell) for cell in block.head], [[self.text(c) for c in row] for row in block.rows]
            return [pad + line for line in write_table(head, rows, COLUMNS - indent)]
        if isinstance(block, Pairs):
            return [line for name, told in block.pairs for line in self._pair(name, told, indent)]
        if isinstance(block, Figure):
            return [*wrap(f"[图] {block.title}", COLUMNS, pad, pad + "     "), *self.blocks(block.text, indent + 2)]
        return self._box(block, indent)

    def blocks(self, blocks: Sequence[Block], indent: int) -> list[str]:
        """Return the lines of several blocks, with an empty line between two."""
        lines: list[str] = []
        for block in blocks:
            lines += [*([""] if lines else []), *self.block(block, indent)]
        return lines

    def _heading(self, heading: Heading) -> list[str]:
        number = self.numbers.get(heading.id) or ""
        lines = wrap(f"{number} {self.text(heading.line)}".strip())
        mark = f"#{heading.id}"
        if heading.level == 2:
            rule = "-" * (COLUMNS - width(mark) - 1) if heading.id else "-" * COLUMNS
            return [*lines, f"{rule} {mark}" if heading.id else rule]
        if heading.id and width(lines[-1]) + 2 + width(mark) <= COLUMNS:
            lines[-1] += f"  {mark}"
        elif heading.id:
            lines.append(f"  {mark}")
        return lines

    def _code(self, code: Code, pad: str) -> list[str]:
        fence = fence_for(code.text)
        about = " ".join(filter(None, (code.language, code.file)))
        return [
            f"{pad}{fence}{' ' + about if about else ''}",
            *(pad + line for line in code.text.split("\n")),
            pad + fence,
        ]

    def _items(self, block: Items, indent: int) -> list[str]:
        lines: list[str] = []
        for number, item in enumerate(block.items, start=1):
            mark = f"{number}. " if block.numbered else "- "
            made = self._only_link(item, indent + len(mark)) or self._tight(item, indent + len(mark))
            made[:1] = [" " * indent + mark + made[0].lstrip()] if made else [" " * indent + mark]
            lines += made
        return lines

    def _only_link(self, item: Sequence[Block], indent: int) -> list[str]:
        """Return an entry that is nothing but a link, with the address beside or below it; no lines for another entry."""
        if len(item) != 1 or not isinstance(item[0], Paragraph):
            return []
        addresses = {span.address for span in item[0].line}
        target = self.target(addresses.pop()) if len(addresses) == 1 else ""
        if not target:
            return []
        pad = " " * indent
        lines = wrap(self.text([span._replace(address="") for span in item[0].line]), COLUMNS, pad, pad)
        if width(lines[-1]) + 2 + width(target) <= COLUMNS:
            return [*lines[:-1], f"{lines[-1]}  {target}"]
        return [*lines, f"{pad}  {target}"]

    def _tight(self, item: Sequence[Block], indent: int) -> list[str]:
        lines: list[str] = []
        for block in item:
            gap = [""] if lines and isinstance(block, Paragraph) else []
            lines += [*gap, *self.block(block, indent)]
        return lines

    def _pair(self, name: Line, told: Sequence[Block], indent: int) -> list[str]:
        pad, text = " " * indent, self.text(name)
        if told and isinstance(told[0], Paragraph):
            first = wrap(f"{text}：{self.text(told[0].line)}", COLUMNS, pad, pad + "  ")
            rest = self.blocks(told[1:], indent + 2)
            return [*first, *([""] if rest else []), *rest]
        return [*wrap(text, COLUMNS, pad, pad), *self.blocks(told, indent + 2)]

    def _box(self, box: Box, indent: int) -> list[str]:
        pad = " " * indent
        title = self.text(box.title)
        mark = f"  #{box.id}" if box.id else ""
        lines = wrap(f"[{title}]", COLUMNS, pad, pad) if title else []
        if lines and mark and width(lines[-1] + mark) <= COLUMNS:
            lines[-1] += mark
        elif mark:
            lines.append(pad + mark)
        return [*lines, *self.blocks(box.blocks, indent + 2)]

    def text(self, line: Line) -> str:
        """Return running text as `wrap` takes it, with the numbers of its links."""
        made: list[str] = []
        for place, span in enumerate(line):
            if span.kind == "code":
                text = f"`{span.text}`"
                made.append(glue(text) if width(text) <= _UNBROKEN else text)
            else:
                made.append(span.text)
            following = line[place + 1].address if place + 1 < len(line) else ""
            if span.address and following != span.address:
                made.append(self._reference(span.address))
        return "".join(made)

    def target(self, address: str) -> str:
        """Return where a link leads in the text edition; nothing for a place on the page itself."""
        if not address or address.startswith("#"):
            return ""
        found = file_of(address)
        return found if found.partition("#")[0] in self.files else address

    def _reference(self, address: str) -> str:
        target = self.target(address)
        if not target:
            number = self.numbers.get(address[1:])
            return f"〔{number}〕" if number else ""
        return f"[{self.links.setdefault(target, len(self.links) + 1)}]"

    def _list_links(self) -> list[str]:
        fresh = [f"  [{number}] {target}" for target, number in self.links.items() if number > self.listed]
        self.listed = len(self.links)
        return ["", *fresh] if fresh else []


def fence_for(text: str) -> str:
    """Return a fence that the code itself has nowhere."""
    fence = "```"
    while fence in text:
        fence += "`"
    return fence


def number_headings(blocks: Sequence[Block]) -> dict[str, str]:
    """Return the number of each heading of a page by its id: "2", "2.1", "2.1.1"."""
    counts = [0, 0, 0, 0, 0]
    found: dict[str, str] = {}
    for block in blocks:
        if isinstance(block, Heading):
            depth = block.level - 2
            counts[depth] += 1
            counts[depth + 1 :] = [0] * (len(counts) - depth - 1)
            found[block.id] = ".".join(map(str, counts[: depth + 1]))
    return found
