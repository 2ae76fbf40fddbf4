"""A table as text: its columns side by side where they fit, else row by row as "column: value"."""

from __future__ import annotations

from collections.abc import Sequence

from handbook.text.wrap import GLUE_END, GLUE_START, width, wrap

_GAP = 2  # columns between two columns of a table


def write_table(head: Sequence[str], rows: Sequence[Sequence[str]], columns: int) -> list[str]:
    """Return the lines of a table whose cells are texts as `wrap` takes them; ``columns`` is the room there is."""
    bare = [[_bare(cell) for cell in row] for row in ([head] if head else []) + list(rows)]
    count = max((len(row) for row in bare), default=0)
    sizes = [max((width(row[i]) for row in bare if i < len(row)), default=0) for i in range(count)]
    if count and sum(sizes) + _GAP * (count - 1) <= columns and not any("\n" in cell for row in bare for cell in row):
        lines = [_aligned(row, sizes) for row in bare]
        if head:
            lines.insert(1, (" " * _GAP).join("-" * size for size in sizes))
        return lines
    return [line for row in rows for line in _told(head, row, columns)]


def _aligned(row: Sequence[str], sizes: Sequence[int]) -> str:
    cells = (cell + " " * (size - width(cell)) for cell, size in zip(row, sizes, strict=False))
    return (" " * _GAP).join(cells).rstrip()


def _told(head: Sequence[str], row: Sequence[str], columns: int) -> list[str]:
    lines: list[str] = []
    for place, cell in enumerate(row):
        name = head[place] if place < len(head) else ""
        if cell:
            text = f"{name}：{cell}" if name else cell
            lines += wrap(text.replace("\n", "；"), columns, "  " if lines else "- ", "    ")
    return lines


def _bare(cell: str) -> str:
    return cell.replace(GLUE_START, "").replace(GLUE_END, "")
