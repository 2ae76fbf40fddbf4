"""Plain text from data and front matter, put into Markdown so that it shows as it was written and nothing in it acts.

Readers get no markup, attribute or script out of a title, a reason or the name of a source.
"""

from __future__ import annotations

import re

from handbook.page_source import CODE_SPAN

_ENTITIES = {"&": "&amp;", "<": "&lt;"}
# What begins a link, emphasis, a cell, a list of attributes or an escape; an underscore inside a word does nothing.
_ACTIVE = re.compile(r"[\\|\[\]*{}`]|(?<![^\W_])_|_(?![^\W_])|[&<]")


def in_markdown(text: str) -> str:
    """Return a text as inline Markdown that shows it, in a table's cell too; code spans stay code."""
    parts: list[str] = []
    end = 0
    for span in CODE_SPAN.finditer(text):
        parts += [_escape(text[end : span.start()]), span[0]]
        end = span.end()
    return "".join([*parts, _escape(text[end:])])


def _escape(text: str) -> str:
    return _ACTIVE.sub(lambda match: _ENTITIES.get(match[0], f"\\{match[0]}"), text)
