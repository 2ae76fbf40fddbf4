"""Python-Markdown extension: the markers of corrections become boxes, and the ledger on its page."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from markdown import Extension, Markdown
from markdown.preprocessors import Preprocessor

import corrections_markdown
import page_source
from corrections_ledger import LEDGER_FILE, Correction

# After fenced code is out of the way (pymdownx.superfences, 25), before raw HTML is taken out (html_block, 20).
PRIORITY = 22
_MARKER = re.compile(r"<!-- correction: (?P<id>[a-z0-9-]+) -->\s*")
_LEDGER = re.compile(r"<!-- corrections: all -->\s*")
_MEANT = re.compile(r"\s*<!--\s*corrections?\b.*", re.IGNORECASE)


class CorrectionsPreprocessor(Preprocessor):
    """Replaces a marker that stands on a line of its own."""

    def __init__(self, md: Markdown, extension: CorrectionsExtension) -> None:
        super().__init__(md)
        self.extension = extension

    def run(self, lines: list[str]) -> list[str]:
        """Return the lines with every marker expanded."""
        expanded: list[str] = []
        seen: set[str] = set()
        for line in lines:
            expanded += self._expand(line, seen) if _MEANT.match(line) else [line]
        return expanded

    def _expand(self, line: str, seen: set[str]) -> list[str]:
        extension = self.extension
        if _LEDGER.fullmatch(line):
            return corrections_markdown.render_ledger(extension.ledger.values(), extension.page)
        marker = _MARKER.fullmatch(line)
        if marker is None:
            raise extension.error(line, "标记写法不对；顶格单独一行写 <!-- correction: 勘误的 id -->")
        correction = extension.ledger.get(marker["id"])
        if correction is None:
            raise extension.error(line, f'没有勘误 "{marker["id"]}"；先在 {LEDGER_FILE} 里加上这一条')
        if correction.id in seen:
            raise extension.error(line, f'勘误 "{correction.id}" 在本页出现两次；删掉一处')
        seen.add(correction.id)
        return corrections_markdown.render_box(correction, extension.page)


class CorrectionsExtension(Extension):
    """Knows the ledger of this build and, while a page is rendered, the page."""

    def __init__(self, ledger: Mapping[str, Correction], fail: Callable[[str], Exception] = ValueError) -> None:
        """Take the ledger and the class of the exception that a wrong marker raises."""
        super().__init__()
        self.ledger = ledger
        self.fail = fail
        self.page = "index.md"
        self.source = ""

    def extendMarkdown(self, md: Markdown) -> None:
        """Register the preprocessor.

        | class                   | registry      | name        | priority |
        | ----------------------- | ------------- | ----------- | -------- |
        | CorrectionsPreprocessor | preprocessors | corrections | 22       |
        """
        md.preprocessors.register(CorrectionsPreprocessor(md, self), "corrections", PRIORITY)

    def depends_on(self, markdown: str) -> object:
        """Return the entries that a page shows."""
        if any(_LEDGER.fullmatch(line) for line in markdown.splitlines()):
            return list(self.ledger.values())
        return [self.ledger.get(match["id"]) for match in _MARKER.finditer(markdown)]

    def enter(self, page: str, source: str) -> None:
        """Tell the page that is rendered next: its path below ``docs/`` and its whole source."""
        self.page = page
        self.source = source

    def error(self, marker: str, problem: str) -> Exception:
        """Return the exception for a marker, at the last of its lines on the page (the one a repetition is on)."""
        prose = page_source.parse_body(self.source)
        found = [number for number, line in enumerate(prose, start=1) if line.strip() == marker.strip()]
        return self.fail(f"docs/{self.page}:{found[-1] if found else 1}: {problem}")
