"""The Atom feed of recent changes (RFC 4287): an entry for each page and correction that changed on a day.

A reader's program shows what is new in the handbook; a claim is told as 误传, with what is true.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from urllib.parse import urljoin, urlsplit
from xml.etree import ElementTree

from handbook.history.changes import Change
from handbook.page_source import CODE_SPAN

ENTRIES = 100
_ATOM = "http://www.w3.org/2005/Atom"
# What XML 1.0 does not allow in a text, escaped or not: https://www.w3.org/TR/xml/#charsets
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_VERBS = {"new": "新增勘误。", "changed": "改写勘误。", "removed": ""}
_WORDS = {"new": "新的页面：", "changed": "", "removed": "删去："}


def render_feed(
    changes: Sequence[Change], *, site: str, site_url: str, page: str, feed: str, rights: str, urls: Mapping[str, str]
) -> str:
    """Return the feed's XML.

    ``page`` and ``feed`` are the addresses of the list and of the feed below ``site_url``, ``urls`` those of the pages that
    are there today, by source path. What is gone is linked to the list. There has to be a change: a feed has a date.
    """
    newest = sorted(changes, key=lambda change: change.when, reverse=True)[:ENTRIES]
    root = ElementTree.Element("feed", {"xmlns": _ATOM, "xml:lang": "zh-CN"})
    _add(root, "id", urljoin(site_url, feed))
    _add(root, "title", f"{site}：最近更新")
    _add(root, "updated", _date(newest[0]))
    _add(root, "link", rel="self", type="application/atom+xml", href=urljoin(site_url, feed))
    _add(root, "link", rel="alternate", type="text/html", href=urljoin(site_url, page))
    author = ElementTree.SubElement(root, "author")
    _add(author, "name", site)
    if rights:
        _add(root, "rights", rights)
    for change in newest:
        address = urljoin(site_url, urls.get(change.page, page))
        if change.correction and change.kind != "removed":
            address += f"#{change.correction}"
        entry = ElementTree.SubElement(root, "entry")
        _add(entry, "id", _identifier(change, site_url))
        _add(entry, "title", _title(change))
        _add(entry, "updated", _date(change))
        _add(entry, "link", rel="alternate", type="text/html", href=address)
        _add(entry, "summary", _summary(change))
    ElementTree.indent(root)
    text = ElementTree.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'


def _title(change: Change) -> str:
    if not change.correction:
        return f"{_WORDS[change.kind]}{change.title}"
    return f"{'撤下一条勘误' if change.kind == 'removed' else '误传'}：{_plain(change.title)}"


def _summary(change: Change) -> str:
    if not change.correction:
        return change.text
    return _plain(change.text) if change.kind == "removed" else f"{_VERBS[change.kind]}实际：{_plain(change.text)}"


def _identifier(change: Change, site_url: str) -> str:
    """Return an identifier that stays when pages move: a tag URI (RFC 4151) of host, day, and page or correction."""
    parts = urlsplit(site_url)
    name = f"corrections/{change.correction}" if change.correction else change.page
    return f"tag:{parts.hostname},{change.day}:{parts.path}{name}"


def _date(change: Change) -> str:
    return f"{change.when:%Y-%m-%dT%H:%M:%SZ}"


def _plain(markdown: str) -> str:
    """Return a line of Markdown without its marks: a feed's title is plain text."""
    return CODE_SPAN.sub(lambda span: span["code"], markdown).replace("**", "")


def _add(parent: ElementTree.Element, name: str, text: str = "", **attributes: str) -> None:
    child = ElementTree.SubElement(parent, name, attributes)
    child.text = _FORBIDDEN.sub("", text) or None
