"""The table of all examples: what each shows, what was executed of it, and the pages that show it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from handbook.examples.blocks import shown_examples
from handbook.examples.proof import proof_line
from handbook.examples.records import Example
from handbook.links import relative
from handbook.page_source import parse_page
from handbook.plain import in_markdown
from handbook.yaml_lines import read_text


def pages_by_example(docs: Path) -> dict[str, list[tuple[str, str]]]:
    """Return for each example the pages below ``docs`` that show it, as (path, title)."""
    found: dict[str, list[tuple[str, str]]] = {}
    for path in sorted(docs.rglob("*.md")):
        name = path.relative_to(docs).as_posix()
        source = parse_page(name, read_text(path, f"docs/{name}"))
        for example in shown_examples(source):
            found.setdefault(example, []).append((name, str(source.meta.get("title", name))))
    return found


def render_table(examples: Iterable[Example], pages: Mapping[str, Sequence[tuple[str, str]]], page: str) -> list[str]:
    """Return the lines of the table as it stands on ``page``."""
    rows = ["| 示例 | 状态 | 所在页面 |", "|---|---|---|"]
    for example in examples:
        shown = pages.get(example.name, [])
        links = "、".join(
            f"[{in_markdown(title)}]({relative(f'{path}#example-{example.anchor}', page)})" for path, title in shown
        )
        # A virtual machine (its record has a date) ran a kernel of its own, not the recording host's.
        kernel = f"（记录时内核 {example.kernel}）" if example.kernel and not example.date else ""
        state = in_markdown(proof_line(example) + kernel)
        rows.append(f'| <span id="{example.anchor}"></span>{in_markdown(example.title)} | {state} | {links} |')
    return rows
