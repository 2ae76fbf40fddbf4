"""The glossary page: its entries, written in place of ``<!-- glossary: terms -->``, and under each who uses the term."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import NamedTuple
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from glossary_terms import Term
from glossary_text import clean_text

MARKER = "<!-- glossary: terms -->"
FOLDED_FROM = 9  # an entry that this many pages use folds the list, so that the next entry stays in sight
_PLACEHOLDER = re.compile("\x02wzxhzdk:(\\d+)\x03")
_SOURCE = re.compile(r'(<a [^>]*data-term-source="([a-z0-9-]+)"[^>]*>)[^<]*(?=</a>)')
_USES = re.compile(r'<p class="term-uses"[^>]*data-term="([a-z0-9-]+)"[^>]*></p>')


class Use(NamedTuple):
    """A page that uses a term: its title and address, and (title, address) of its sections; titles are HTML."""

    title: str
    href: str
    sections: tuple[tuple[str, str], ...]


class GlossaryEntriesTreeprocessor(Treeprocessor):
    """Writes the entries as elements, not as Markdown: nothing in a definition can be taken for markup."""

    def __init__(
        self, md: Markdown, terms: Sequence[Term], topics: Mapping[str, str], address: Callable[[str], str]
    ) -> None:
        super().__init__(md)
        self.terms = terms
        self.topics = topics
        self.address = address
        self.filled = False

    def run(self, root: Element) -> None:
        """Replace the marker's paragraph, if the page has one, and remember that it had."""
        places = [place for place, element in enumerate(root) if self._is_marker(element)]
        self.filled = bool(places)
        for place in reversed(places):
            root[place : place + 1] = self._build()

    def _is_marker(self, element: Element) -> bool:
        placeholder = _PLACEHOLDER.fullmatch((element.text or "").strip())
        if placeholder is None or len(element):
            return False
        raw = self.md.htmlStash.rawHtmlBlocks[int(placeholder[1])]
        return isinstance(raw, str) and raw.strip() == MARKER

    def _build(self) -> list[Element]:
        elements = [Element("div", {"class": "term-filter"}), _index(self.terms)]
        address = cache(self.address)  # hundreds of entries are explained on dozens of pages
        used = {term.topic: None for term in self.terms}
        for topic in [topic for topic in self.topics if topic in used] + [t for t in used if t not in self.topics]:
            # Two hyphens: no entry's id can be the same.
            elements.append(_element("h2", self.topics.get(topic, topic), id=f"topic--{topic}"))
            for term in sort_terms([term for term in self.terms if term.topic == topic]):
                elements += self._entry(term, address)
        return elements

    def _entry(self, term: Term, address: Callable[[str], str]) -> list[Element]:
        also = f"也写作 {'、'.join(term.aliases)}" if term.aliases else ""
        names = "；".join(filter(None, (term.en if term.en != term.term else "", also)))
        # A search for a page should find the page, not every term that it explains or uses.
        source = _element("p", "讲解：", **{"class": "term-source", "data-search-exclude": ""})
        href = address(term.page_file) + ("#" + term.anchor if term.anchor else "")
        source.append(_element("a", term.page_file, **{"href": href, "data-term-source": term.id}))
        return [
            _element("h3", term.term, id=term.id),
            *([_element("p", names, **{"class": "term-names"})] if names else []),
            _element("p", term.definition, **{"class": "term-definition"}),
            source,
            Element("p", {"class": "term-uses", "data-term": term.id, "data-search-exclude": ""}),
        ]


def sort_terms(terms: Sequence[Term]) -> list[Term]:
    """Return the terms by name: Latin A to Z, then Chinese by sound.

    The first 3,755 characters of GB 18030 stand in the order of their pinyin, so its bytes sort Chinese without a table.
    """
    return sorted(
        terms, key=lambda term: (not term.term[0].isascii(), term.term.casefold().encode("gb18030"), term.term)
    )


def fill_references(html: str, sources: Mapping[str, str], uses: Mapping[str, Sequence[Use]]) -> str:
    """Return the glossary page's HTML with the titles of the explaining sections and with every use of each term.

    ``sources`` and ``uses`` are by term id; titles in them are HTML. A term without uses gets no list.
    """
    html = _SOURCE.sub(lambda match: match[1] + sources.get(match[2], match[2]), html)
    return _USES.sub(lambda match: _render_uses(uses.get(match[1], ())), html)


def _render_uses(uses: Sequence[Use]) -> str:
    if not uses:
        return ""
    items = []
    for use in uses:
        sections = "、".join(f'<a href="{href}">{title}</a>' for title, href in use.sections)
        items.append(f'<a href="{use.href}">{use.title}</a>' + (f"（{sections}）" if sections else ""))
    listed = "；".join(items)
    if len(uses) < FOLDED_FROM:
        return f'<p class="term-uses" data-search-exclude>出现在：{listed}</p>'
    head = f"<summary>出现在 {len(uses)} 页</summary>"
    return f'<details class="term-uses" data-search-exclude>{head}<p>{listed}</p></details>'


def _index(terms: Sequence[Term]) -> Element:
    """Return the folded list of all names, for readers who know how a term begins."""
    details = Element("details", {"class": "term-index", "data-search-exclude": ""})
    details.append(_element("summary", f"按名称排列（{len(terms)} 条）"))
    latin = [term for term in sort_terms(terms) if term.term[0].isascii()]
    chinese = [term for term in sort_terms(terms) if not term.term[0].isascii()]
    for group in filter(None, (latin, chinese)):
        names = SubElement(details, "p")
        for term in group:
            link = _element("a", term.term, href=f"#{term.id}")
            link.tail = " "
            names.append(link)
    return details


def _element(tag: str, text: str, **attributes: str) -> Element:
    """Return an element whose text no later processor reads as Markdown."""
    element = Element(tag, attributes)
    element.text = AtomicString(clean_text(text))
    return element
