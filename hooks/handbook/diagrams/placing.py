"""Diagrams in finished HTML: found by their source, and replaced by their drawings.

Until a page is complete, a diagram stands in it as source under another name than the theme's: the mermaid2 plugin parses
every page that holds the word mermaid and writes it anew, which doubles the time of a build.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Protocol

from handbook.diagrams.fence import DRAWABLE

UNDRAWN = '<pre class="diagram-source"><code>'
_UNDRAWN = re.compile(f"{re.escape(UNDRAWN)}(.*?)</code></pre>", re.DOTALL)


class Drawings(Protocol):
    """What has drawn the diagrams: their drawings, and the names that their ids begin with, by their sources."""

    def name(self, source: str) -> str:
        """Return the name of a drawing."""
        ...

    def drawing(self, source: str) -> str:
        """Return a drawing: one SVG."""
        ...


def find_sources(content: str) -> Iterator[str]:
    """Yield the sources of the diagrams in a page's HTML, in their order."""
    return (html.unescape(match[1]) for match in _UNDRAWN.finditer(content))


def leave_to_reader(content: str) -> str:
    """Return a page's HTML with its diagrams as the theme draws them in the reader's browser."""
    return content.replace(UNDRAWN, DRAWABLE)


def put_in(content: str, drawings: Drawings) -> str:
    """Return a page's HTML with its drawings. One that stands there twice has other ids the second time."""
    seen: dict[str, int] = {}

    def drawn(match: re.Match[str]) -> str:
        source = html.unescape(match[1])
        name = drawings.name(source)
        seen[name] = seen.get(name, 0) + 1
        svg = drawings.drawing(source)
        svg = svg if seen[name] == 1 else svg.replace(name, f"{name}-{seen[name]}-")
        return f'<div class="mermaid">{svg}</div>'

    return _UNDRAWN.sub(drawn, content)
