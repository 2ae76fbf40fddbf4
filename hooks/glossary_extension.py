"""Readers reach a term's definition from its first mention in each section: a Python-Markdown extension.

Works under any engine that runs Python-Markdown extensions. Under MkDocs ``glossary.py`` tells it the page.
"""

from __future__ import annotations

import posixpath
from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path
from typing import Any, NamedTuple
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from glossary_entries import MARKER, GlossaryEntriesTreeprocessor, placeholder, source_line
from glossary_marks import mark
from glossary_matcher import Match, TermMatcher, choose_longest
from glossary_terms import Term, load_terms
from glossary_text import CONTROL, PageText, Slot, clean_text, read_page

# After `toc` (5), which needs the headings without links; before `unescape` (0), which hides what was escaped, and
# before MkDocs' `relpath` (0), which rewrites and checks links.
LINKS_PRIORITY = 4
# Before `attr_list` (8) and `toc` (5), so that the entries' headings get what headings get; after `inline` (20).
ENTRIES_PRIORITY = 12


class GlossaryTreeprocessor(Treeprocessor):
    """Links the first mention of each term in each section."""

    def __init__(self, md: Markdown, extension: GlossaryExtension) -> None:
        super().__init__(md)
        self.extension = extension

    def run(self, root: Element) -> None:
        """Change the tree in place and note on the extension which section uses which term."""
        extension = self.extension
        uses: list[tuple[str, str]] = []
        if extension.linking and extension.page != extension.glossary and not extension.holds_entries(self.md):
            links = self._first_mentions(read_page(root, self.md.htmlStash.rawHtmlBlocks))
            uses = [(link.match.term.id, link.section) for link in links]
            if extension.deferred:
                _mark_links(links)
            else:
                _insert_links(links, extension.address())
        extension.uses[extension.page] = uses

    def _first_mentions(self, page: PageText) -> list[Link]:
        """Return the mentions that become links, in the page's order: of each term the first in each section."""
        here = self.extension.page
        slots: dict[int, int] = {}  # the number of the slot by where a match begins

        def usable(match: Match) -> bool:
            if not match.term.links_on(here):
                return False
            slots[match.start] = number = page.find_slot(match.start, match.end)
            return number >= 0

        links: dict[tuple[int, str], Link] = {}
        for match in choose_longest(self.extension.matcher.find(page.text), usable):
            section, headings = page.standing(match.start)
            key = (section, match.term.id)
            if key not in links and not self._explains(page, section, headings, match.term):
                links[key] = Link(page.slot(slots[match.start]), match, page.sections[section])
        return list(links.values())

    def _explains(self, page: PageText, section: int, headings: Sequence[str], term: Term) -> bool:
        """Tell whether a place is in the section that explains the term: there the link would lead in a circle."""
        if term.page_file != self.extension.page:
            return False
        if not term.anchor:
            return True
        home = page.homes.get(term.anchor)
        return home in headings if home else home == "" and section == 0


class Link(NamedTuple):
    """A mention that becomes a link; ``section`` is the id of its section."""

    slot: Slot
    match: Match
    section: str


class GlossaryExtension(Extension):
    """Holds what belongs to one build: the terms, the current page and, after rendering, who uses what."""

    def __init__(
        self, terms: Sequence[Term] | None = None, topics: Mapping[str, str] | None = None, **options: Any
    ) -> None:
        self.config = {
            "data": ["data/glossary.yml", "the entries' file, read unless terms are given"],
            "glossary": ["glossary.md", "the glossary page, relative to the docs folder"],
            "page": ["", "the current page, relative to the docs folder"],
        }
        super().__init__(**options)
        self.terms = tuple(load_terms(Path(self.getConfig("data"))) if terms is None else terms)
        self.topics = dict(topics or {})
        self.titles = {term.id: escape(CONTROL.sub(" ", term.definition)) for term in self.terms}
        self.matcher = TermMatcher(self.terms)
        self.glossary: str = self.getConfig("glossary")
        self.page: str = self.getConfig("page")
        self.linking = True
        # Whether the text gets marks, out of which `glossary_marks.fill_links` makes the links when the page is complete.
        self.deferred = False
        self.glossary_url = ""  # the glossary page's, from the site's root, for links that were deferred
        # page -> (term id, section id) of each link, in the page's order
        self.uses: dict[str, list[tuple[str, str]]] = {}
        # what the hook makes of it for the glossary page, by term id: HTML
        self.sources: dict[str, str] = {}
        self.references: dict[str, list[str]] = {}

    def extendMarkdown(self, md: Markdown) -> None:
        """Register the processors.

        Class                         registry        name              priority
        GlossaryEntriesTreeprocessor  treeprocessors  glossary_entries  12
        GlossaryTreeprocessor         treeprocessors  glossary_links    4
        """
        entries = GlossaryEntriesTreeprocessor(md, self.terms, self.topics, self._source)
        md.treeprocessors.register(entries, "glossary_entries", ENTRIES_PRIORITY)
        md.treeprocessors.register(GlossaryTreeprocessor(md, self), "glossary_links", LINKS_PRIORITY)

    def depends_on(self, markdown: str) -> object:
        """Return what decides about a page's links; definitions come in later, but for the page that lists them."""
        if MARKER in markdown:
            return (self.terms, self.topics)
        return (self.linking, [(term.id, term.names, term.not_in, term.only, term.page) for term in self.terms])

    def address(self, target: str = "") -> str:
        """Return the path of a docs file (default: the glossary page) as a link on the current page needs it."""
        return posixpath.relpath(target or self.glossary, posixpath.dirname(self.page) or ".")

    def _source(self, term: Term) -> str:
        """Return what stands below a term's definition."""
        if self.deferred:
            return placeholder(term)
        return source_line(
            self.address(term.page_file) + ("#" + term.anchor if term.anchor else ""), escape(term.page_file)
        )

    def holds_entries(self, md: Markdown) -> bool:
        """Tell whether the page being converted is the one that lists the entries."""
        processor = md.treeprocessors["glossary_entries"]
        return isinstance(processor, GlossaryEntriesTreeprocessor) and processor.filled


def makeExtension(**options: Any) -> GlossaryExtension:
    """Return the extension for ``markdown_extensions: [glossary_extension]``."""
    return GlossaryExtension(**options)


def _mark_links(links: Sequence[Link]) -> None:
    """Mark the mentions in the text, last one first, so that the places of the others stay valid."""
    for slot, match, _ in reversed(links):
        text = slot.text()
        start, end = match.start - slot.start, match.end - slot.start
        slot.write(text[:start] + mark(text[start:end], match.term.id) + text[end:])


def _insert_links(links: Sequence[Link], target: str) -> None:
    """Put the links into the tree, last one first, so that the places of the others stay valid."""
    for slot, match, _ in reversed(links):
        text = slot.text()
        start, end = match.start - slot.start, match.end - slot.start
        link = Element("a", {"class": "term", "href": f"{target}#{match.term.id}"})
        link.set("title", clean_text(match.term.definition))
        link.set("data-term", match.term.id)
        link.text = AtomicString(text[start:end])
        link.tail = text[end:]
        slot.cut(text[:start], link)
