"""What the glossary page says of the other pages: where each term is explained, and on which pages and sections it is used."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Any

from handbook.glossary.entries import source_line
from handbook.glossary.terms import Term


@dataclass(frozen=True)
class ShownPage:
    """A rendered page: its address as the glossary page needs it, its title and its headings as HTML, and all its ids."""

    address: str
    title: str
    headings: Mapping[str, str]
    ids: AbstractSet[str]


def shown_page(page: Any, address: str, title: str) -> ShownPage:
    """Return what the glossary page needs of MkDocs' page, whose address from there is given; ``title`` is HTML."""
    headings: dict[str, str] = {}
    waiting = list(page.toc)
    while waiting:
        item = waiting.pop()
        headings[item.id] = item.title
        waiting += item.children
    address += "/" if address.endswith(".") else ""  # of the home page: .. is right, ..#section hard to read
    return ShownPage(address, title, headings, page.present_anchor_ids or set())


def no_such_section(term: Term) -> str:
    """Return what to say of a term whose section is not on the page that explains it, as it was rendered."""
    return f'词条 "{term.id}"：{term.page_file} 渲染出来没有 #{term.anchor}；改正 page，或把 id 写在标题上'


def source_lines(terms: Sequence[Term], pages: Mapping[str, ShownPage]) -> tuple[dict[str, str], list[Term]]:
    """Return, by term id, the line that leads to where each term is explained, and the terms whose section is not there.

    ``pages`` are by source file; a term whose page is not among them gets no line.
    """
    lines: dict[str, str] = {}
    lost: list[Term] = []
    for term in terms:
        page = pages.get(term.page_file)
        if page is None:
            continue
        if term.anchor and term.anchor not in page.ids:
            lost.append(term)
        title = " › ".join(filter(None, (page.title, page.headings.get(term.anchor))))
        lines[term.id] = source_line(page.address + ("#" + term.anchor if term.anchor else ""), title)
    return lines, lost


def use_items(uses: Mapping[str, Sequence[tuple[str, str]]], pages: Mapping[str, ShownPage]) -> dict[str, list[str]]:
    """Return, by term id, an item of HTML for each page that uses the term, with the sections.

    ``uses`` are (term id, section id) by source file of the page, in the order in which the pages are to be named.
    """
    items: dict[str, list[str]] = {}
    for name, found in uses.items():
        if found and (page := pages.get(name)):
            for term_id in dict.fromkeys(term_id for term_id, _ in found):
                anchors = [anchor for other, anchor in found if other == term_id and anchor]
                items.setdefault(term_id, []).append(_item(page, anchors))
    return items


def _item(page: ShownPage, anchors: Sequence[str]) -> str:
    # The sections' links lead to the page too: its own is there where nothing else does.
    if not anchors:
        return f'<a href="{page.address}">{page.title}</a>'
    links = (f'<a href="{page.address}#{anchor}">{page.headings.get(anchor, anchor)}</a>' for anchor in anchors)
    return f"{page.title}（{'、'.join(links)}）"
