"""Links to the glossary: marks in the text while Python-Markdown works on the tree, links when the HTML is written.

Readers get thousands of links that cost the steps between next to nothing: as elements, each would go through the
serializer and every other processor of the tree.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape
from posixpath import dirname, relpath, splitext

# Code points that Unicode keeps out of texts for good ("noncharacters", Unicode Standard, section 23.7).
_OPEN, _NAMED, _CLOSE = "\ufdd0", "\ufdd1", "\ufdd2"
_LINK = re.compile(f"{_OPEN}([^{_OPEN}{_NAMED}{_CLOSE}]+){_NAMED}([^{_CLOSE}]*){_CLOSE}")


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


def site_address(target: str, page: str, *, directory_urls: bool) -> str:
    """Return the address of the page ``target`` as the page ``page`` needs it; both are paths below ``docs/``.

    An empty ``page`` is the home page. ``directory_urls`` says whether a page ``a.md`` is published as ``a/`` (MkDocs' use_directory_urls) or as ``a.html``.
    """
    address = relpath(
        _published(target, directory_urls), dirname(_published(page or "index.md", directory_urls)) or "."
    )
    return address + "/" if directory_urls else address


def _published(path: str, directory_urls: bool) -> str:
    """Return the file that a page is published as, or its folder and a slash."""
    stem = splitext(path)[0]
    if stem.rpartition("/")[2] in ("index", "README"):
        stem = dirname(stem)
        return (f"{stem}/" if stem else "./") if directory_urls else f"{stem}/index.html".lstrip("/")
    return f"{stem}/" if directory_urls else f"{stem}.html"
