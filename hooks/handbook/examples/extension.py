"""Python-Markdown extension: fences show files of examples, and below the last one stands what was executed."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

from handbook.examples.blocks import (
    Block,
    BlockError,
    marked_examples,
    page_blocks,
    proof_place,
    read_block,
    read_part,
    shown_examples,
)
from handbook.examples.proof import not_run_html, proof_html
from handbook.examples.records import Example, load_examples
from handbook.examples.table import pages_by_example, render_table
from handbook.markers import Marker, MarkerError, add_renderers, has_marker
from handbook.page import Page, page_of
from handbook.page_source import Fence, PageSource, find_fences, parse_body, parse_page

# After Python-Markdown has made spaces of tabs (30): from here on, its stash may be used. Before superfences (25).
BLOCKS_PRIORITY = 28
TABLE = "list: examples"


class ExampleBlocksPreprocessor(Preprocessor):
    """Fills the fences that name a file of an example, and puts the proof below the last one of each example."""

    def __init__(self, md: Markdown, extension: ExamplesExtension) -> None:
        super().__init__(md)
        self.extension = extension

    def run(self, lines: list[str]) -> list[str]:
        """Return the lines with such fences filled. Raises the page's error for a mistake in one."""
        page = PageSource("", tuple(lines), tuple(parse_body(lines)), tuple(find_fences(lines)))
        added: dict[int, list[str]] = {}  # by the number of lines before them
        fences: dict[int, tuple[Fence, list[str]]] = {}
        last: dict[str, Fence] = {}
        for fence in page.fences:
            if not fence.closed:
                continue
            try:
                block = read_block(fence)
                if block is None:
                    continue
                fences[fence.line] = (fence, self._fence(block, fence))
            except BlockError as error:
                raise page_of(self.md).mistake(lines, fence.line, str(error)) from None
            if block.not_run:
                added.setdefault(fence.end, []).extend(self._stash(fence.prefix, not_run_html(block.not_run)))
            if block.example in self.extension.examples:
                last[block.example] = fence
        for name in last.keys() - marked_examples(page).keys():
            place, prefix = proof_place(lines, last[name])
            added.setdefault(place, []).extend(self._stash(prefix, self.extension.html(name)))
        return list(_merge(lines, fences, added))

    def _fence(self, block: Block, fence: Fence) -> list[str]:
        """Return the lines of a fence as the next preprocessors want it."""
        title = block.title or (f"examples/{block.path}" if block.path else "")
        head = " ".join(filter(None, (block.info, f'title="{title}"' if title else "")))
        body = list(fence.body)
        mark = fence.mark
        if block.path:
            shown = read_part(self.extension.root, block)
            longest = max((len(run) for run in re.findall(rf"{mark[0]}+", "\n".join(shown))), default=0)
            mark = mark[0] * max(len(mark), longest + 1)
            # What Python-Markdown does to a page's own text before it comes here.
            body = [fence.prefix + line.expandtabs(self.md.tab_length) if line.strip() else "" for line in shown]
        return [f"{fence.prefix}{mark}{head}", *body, fence.prefix + mark]

    def _stash(self, prefix: str, html: str) -> list[str]:
        return ["", prefix + self.md.htmlStash.store(html), ""]


class ExamplesExtension(Extension):
    """Holds the examples of one build."""

    def __init__(self, examples: Mapping[str, Example] | None = None, **options: Any) -> None:
        self.config = {
            "root": ["examples", "the folder of the examples, read unless they are given"],
            "docs": ["docs", "the folder of the pages, for the table of examples"],
            "source_url": ["", "the address of the folder of the examples on the web"],
        }
        super().__init__(**options)
        self.root = Path(self.getConfig("root"))
        self.source_url: str = self.getConfig("source_url")
        self.examples: Mapping[str, Example] = load_examples(self.root) if examples is None else examples

    def extendMarkdown(self, md: Markdown) -> None:
        """Add the renderers of the markers and register the preprocessor.

        | class                     | registry      | name           | priority |
        | ------------------------- | ------------- | -------------- | -------- |
        | ExampleBlocksPreprocessor | preprocessors | example_blocks | 28       |
        """
        md.preprocessors.register(ExampleBlocksPreprocessor(md, self), "example_blocks", BLOCKS_PRIORITY)

        def render_proof(marker: Marker, page: Page) -> list[str]:
            if marker.rest not in self.examples:
                problem = f"示例 {marker.rest} 不存在；建 examples/{marker.rest}/example.yml，或改正名字"
                raise MarkerError(problem)
            return ["", md.htmlStash.store(self.html(marker.rest)), ""]

        add_renderers(md, {"example": render_proof, TABLE: self._table})

    def reload(self, saved: Collection[Path]) -> None:
        """Read the examples anew when a file of one was saved."""
        if any(path.is_relative_to(self.root) for path in saved):
            self.examples = load_examples(self.root)

    def depends_on(self, markdown: str) -> object:
        """Return the examples whose proofs a page shows, its files of examples, and where they are on the web."""
        page = parse_page("", markdown)
        files = {block.path: _content(self.root / block.path) for _, block in page_blocks(page) if block.path}
        shown = [self.examples.get(name) for name in shown_examples(page)]
        table = render_table(self.examples.values(), self._pages(), "") if has_marker(markdown, TABLE) else None
        return (self.source_url, files, shown, table)

    def html(self, name: str) -> str:
        """Return the proof block of the example `name`."""
        return proof_html(self.examples[name], self.source_url)

    def _table(self, marker: Marker, page: Page) -> list[str]:
        return render_table(self.examples.values(), self._pages(), page.path)

    def _pages(self) -> dict[str, list[tuple[str, str]]]:
        return pages_by_example(Path(self.getConfig("docs")))


def makeExtension(**options: Any) -> ExamplesExtension:
    """Return the extension for ``markdown_extensions: [handbook.examples.extension]``."""
    return ExamplesExtension(**options)


def _merge(
    lines: list[str], fences: Mapping[int, tuple[Fence, list[str]]], added: Mapping[int, list[str]]
) -> Iterator[str]:
    """Yield the lines with fences replaced, by their first line, and with lines added, by the number of lines before."""
    number = 0
    while number < len(lines):
        if number + 1 in fences:
            fence, written = fences[number + 1]
            yield from written
            number = fence.end
        else:
            yield lines[number]
            number += 1
        yield from added.get(number, ())


def _content(path: Path) -> str:
    return path.read_text("utf-8", "replace") if path.is_file() else ""
