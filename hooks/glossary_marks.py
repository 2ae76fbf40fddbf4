"""Links that the pages carry as marks in their text until they are complete: they cost the steps between next to nothing.

A build has thousands of links to the glossary. As elements, each would go through the serializer, MkDocs' check of
links, the search's reader and every plugin that parses a finished page.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape

# Code points that Unicode keeps out of texts for good ("noncharacters", Unicode Standard, section 23.7).
_OPEN, _NAMED, _CLOSE = "\ufdd0", "\ufdd1", "\ufdd2"
_LINK = re.compile(f"{_OPEN}([a-z0-9-]+){_NAMED}([^{_CLOSE}]*){_CLOSE}")
_MARKS = re.compile(f"{_OPEN}[^{_NAMED}]*{_NAMED}|{_CLOSE}")


def mark(text: str, name: str) -> str:
    """Return a stretch of text marked as a link to the term with the id ``name``."""
    return f"{_OPEN}{name}{_NAMED}{text}{_CLOSE}"


def fill_links(html: str, titles: Mapping[str, str], address: str) -> str:
    """Return a page's HTML with its marks turned into links.

    ``titles`` are the definitions as HTML by term id, ``address`` the glossary page's as the page needs it.
    """
    opening = f'<a class="term" href="{escape(address)}#'

    def link(match: re.Match[str]) -> str:
        name, text = match.groups()
        # Nobody but us writes marks; if a page does hold these code points, it keeps its text.
        return f'{opening}{name}" title="{titles[name]}" data-term="{name}">{text}</a>' if name in titles else text

    return _LINK.sub(link, html)


def drop_marks(html: str) -> str:
    """Return a page's HTML without marks: its text as the author wrote it."""
    return _MARKS.sub("", html)
