"""A fence `console` for SuperFences: what was typed, what was printed and what was claimed, each marked as such.

Readers copy the commands only: a prompt or an output that is pasted into a shell would be run.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from html import escape
from typing import Any

from markdown import Markdown
from pygments import highlight  # type: ignore[import-untyped]
from pygments.formatters import HtmlFormatter  # type: ignore[import-untyped]
from pygments.lexers.shell import BashLexer  # type: ignore[import-untyped]

LANGUAGE = "console"
PROMPT = re.compile(r"(?P<prompt>[\w@():.~/-]+[#$] |grub> |mysql> |MariaDB \[[^\]]*\]> )(?P<command>\S.*)")
_MOST_LINES = 40  # a command that is still open after as many lines is a quote in a text
_OPTIONS = ("title",)


def check_options(
    language: str, inputs: Mapping[str, str], options: dict[str, Any], attrs: dict[str, Any], md: Markdown
) -> bool:
    """Take a fence's options as SuperFences wants: return False for one that has others than a title."""
    options.update({key: value for key, value in inputs.items() if key in _OPTIONS})
    return inputs.keys() <= set(_OPTIONS)


def format_transcript(
    source: str, language: str, css_class: str, options: Mapping[str, Any], md: Markdown, **kwargs: Any
) -> str:
    """Return the HTML of one fence: a span for each line, its end included, so that what is not copied leaves no gap."""
    title = f'<span class="filename">{escape(options["title"])}</span>' if options.get("title") else ""
    lines = "".join(_line(kind, text) for kind, text in read_transcript(source.split("\n")))
    return (
        f'<div class="language-console highlight transcript">{title}<pre><span></span><code>{lines}</code></pre></div>'
    )


def read_transcript(lines: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield each line with its kind: ``command`` (with the lines that it goes on for), ``note``, ``claim`` or ``output``."""
    number = 0
    while number < len(lines):
        line = lines[number]
        if PROMPT.fullmatch(line):
            end = _end_of_command(lines, number)
            yield "command", "\n".join(lines[number:end])
            number = end
            continue
        kind = "note" if line.startswith("# ") else "claim" if line.startswith(("✓ ", "✗ ")) else "output"
        yield kind, line
        number += 1


def _end_of_command(lines: Sequence[str], start: int) -> int:
    """Return the number of the first line after a command: it goes on while a quote is open, or after a backslash."""
    for end in range(start + 1, min(start + _MOST_LINES, len(lines)) + 1):
        text = PROMPT.sub(lambda match: match["command"], "\n".join(lines[start:end]), count=1)
        try:
            shlex.split(text, comments=True)
        except ValueError:
            continue
        if not text.endswith("\\"):
            return end
    return start + 1


def _line(kind: str, text: str) -> str:
    if kind != "command":
        return f'<span class="transcript-{kind}">{escape(text, quote=False)}\n</span>'
    match = PROMPT.match(text)
    prompt = match["prompt"] if match else ""
    command = _coloured(text.removeprefix(prompt))
    return f'<span class="transcript-prompt">{escape(prompt)}</span><span class="transcript-command">{command}\n</span>'


@lru_cache(maxsize=4096)  # one command stands in many transcripts, and `make serve` renders a page again and again
def _coloured(command: str) -> str:
    coloured = str(highlight(command, BashLexer(), HtmlFormatter(nowrap=True)))
    return re.sub(r'<span class="w">(\s+)</span>', r"\1", coloured).rstrip("\n")  # blanks have no colour
