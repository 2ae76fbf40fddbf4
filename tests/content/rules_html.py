"""The rule about HTML in pages: what is left open swallows the Markdown after it, headings and links included."""

from __future__ import annotations

import re

from content.handbook import Problem, problem, prose_lines, without_code
from page_source import PageSource

_TAG = re.compile(r"<(?P<end>/?)(?P<name>[a-z][a-z0-9]*)(?=[\s/>])[^<>]*>?", re.IGNORECASE)
_NO_END = {"br", "hr", "img", "wbr"}
_FOREIGN = {"embed", "iframe", "link", "object", "script", "style"}


def html_1(page: PageSource) -> list[Problem]:
    """Require that every HTML tag is closed, in order, and that pages bring no scripts, styles or frames."""
    found: list[Problem] = []
    opened: list[tuple[str, int]] = []
    for number, line in prose_lines(page):
        for match in _TAG.finditer(without_code(line)):
            name = match["name"].lower()
            if name in _FOREIGN:
                found.append(problem("HTML-1", page, number, f"页面里不写 <{name}>；删掉，样式和脚本放在 docs/assets/"))
            elif not match["end"] and name not in _NO_END:
                opened.append((name, number))
            elif match["end"] and opened and opened[-1][0] == name:
                opened.pop()
            elif match["end"]:
                found.append(problem("HTML-1", page, number, f"</{name}> 没有对应的 <{name}>；删掉，或补上开头"))
    return [*found, *(problem("HTML-1", page, line, _unclosed(name)) for name, line in opened)]


def _unclosed(name: str) -> str:
    return f"<{name}> 没有结束，后面的正文会被吞掉；补上 </{name}>，只是提到它就放进反引号"
