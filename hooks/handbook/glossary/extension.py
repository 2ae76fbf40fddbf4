"""Readers reach a term's definition from its first mention in each section: a Python-Markdown extension.

Works under any engine that runs Python-Markdown extensions; it learns the page from ``handbook.page``.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import partial
from html import escape
from pathlib import Path
from typing import Any, NamedTuple
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.postprocessors import Postprocessor
from markdown.treeprocessors import Treeprocessor

from handbook.glossary.entries import MARKER, GlossaryEntriesTreeprocessor, placeholder, source_line
from handbook.glossary.marks import fill_links, mark, site_address
from handbook.glossary.matcher import Match, TermMatcher, choose_longest
from handbook.glossary.terms import Term, load_terms
from handbook.glossary.text import CONTROL, PageText, Slot, read_page
from handbook.links import relative
from handbook.markers import add_renderers
from handbook.page import Page, page_of
from handbook.topics import TOPICS

# After `toc` (5), which needs the headings without links; before `unescape` (0), which hides what was escaped.
MARKS_PRIORITY = 4
# After every processor of Python-Markdown's own (the last is `unescape`, 10): nobody else has to read the links.
LINKS_PRIORITY = 2
# Before `attr_list` (8) and `toc` (5), so that the entries' headings get what headings get; after `inline` (20).
ENTRIES_PRIORITY = 12


class GlossaryTreeprocessor(Treeprocessor):
    """Marks the first mention of each term in each section."""

    def __init__(self, md: Markdown, extension: GlossaryExtension) -> None:
        super().__init__(md)
        self.extension = extension

    def run(self, root: Element) -> None:
        """Change the tree in place and note on the extension which section uses which term."""
        extension = self.extension
        page = extension.current(self.md)
        uses: list[tuple[str, str]] = []
        linking = page.meta.get("glossary") is not False
        if linking and page.path != extension.glossary and not extension.holds_entries(self.md):
            links = self._first_mentions(read_page(root, self.md.htmlStash.rawHtmlBlocks), page.path)
            uses = [(link.match.term.id, link.section) for link in links]
            _mark(links)
        extension.uses[page.path] = uses

    def _first_mentions(self, page: PageText, here: str) -> list[Link]:
        """Return the mentions that become links, in the page's order: of each term the first in each section.

        Below the first H2 a paragraph has one link at most: with more the dotted lines are all that one sees. A term
        that gives way is linked in the next paragraph of the section that mentions it.
        """
        slots: dict[int, int] = {}  # the number of the slot by where a match begins

        def usable(match: Match) -> bool:
            if not match.term.links_on(here):
                return False
            slots[match.start] = number = page.find_slot(match.start, match.end)
            return number >= 0

        links: dict[tuple[int, str], Link] = {}
        taken: set[int] = set()  # the beginnings of the paragraphs below the first H2 that have their link
        for match in choose_longest(self.extension.matcher.find(page.text), usable):
            section, headings = page.standing(match.start)
            key = (section, match.term.id)
            paragraph = page.paragraph(match.start)
            if key in links or paragraph in taken or _explains(page, here, section, headings, match.term):
                continue
            links[key] = Link(page.slot(slots[match.start]), match, page.sections[section])
            if section:
                taken.add(paragraph)
        return list(links.values())


class GlossaryPostprocessor(Postprocessor):
    """Turns the marks into links."""

    def __init__(self, md: Markdown, extension: GlossaryExtension) -> None:
        super().__init__(md)
        self.extension = extension

    def run(self, text: str) -> str:
        """Return the page's HTML with its links."""
        return fill_links(text, self.extension.titles, self.extension.address(self.md))


class Link(NamedTuple):
    """A mention that becomes a link; ``section`` is the id of its section."""

    slot: Slot
    match: Match
    section: str


class GlossaryExtension(Extension):
    """Holds what belongs to one build: the terms and, after rendering, who uses what."""

    def __init__(
        self, terms: Sequence[Term] | None = None, topics: Mapping[str, str] | None = None, **options: Any
    ) -> None:
        self.config = {
            "data": ["data/glossary.yml", "the entries' file, read unless terms are given"],
            "glossary": ["glossary.md", "the glossary page, relative to the docs folder"],
            "page": ["", "the page, relative to the docs folder, where nobody tells which is rendered"],
            "use_directory_urls": [True, "whether a page a.md is published as a/ (else as a.html)"],
        }
        super().__init__(**options)
        self.topics = dict(TOPICS if topics is None else topics)
        self._take(load_terms(Path(self.getConfig("data"))) if terms is None else terms)
        self.glossary: str = self.getConfig("glossary")
        # Whether somebody fills in later, on the glossary page, where each term is explained and used.
        self.late_references = False
        # page -> (term id, section id) of each link, in the page's order
        self.uses: dict[str, list[tuple[str, str]]] = {}
        # what the hook makes of it for the glossary page, by term id: HTML
        self.sources: dict[str, str] = {}
        self.references: dict[str, list[str]] = {}

    def _take(self, terms: Sequence[Term]) -> None:
        self.terms = tuple(terms)
        self.titles = {term.id: escape(CONTROL.sub(" ", term.definition)) for term in self.terms}
        self.matcher = TermMatcher(self.terms)
        self._names = [(term.id, term.names, term.not_in, term.only, term.page) for term in self.terms]

    def reload(self, saved: Collection[Path]) -> None:
        """Read the entries anew when their file was saved; whether their pages exist, the build says."""
        if Path(self.getConfig("data")) in saved:
            self._take(load_terms(Path(self.getConfig("data")), topics=self.topics))

    def extendMarkdown(self, md: Markdown) -> None:
        """Register the processors.

        Class                         registry        name              priority
        GlossaryEntriesTreeprocessor  treeprocessors  glossary_entries  12
        GlossaryTreeprocessor         treeprocessors  glossary_marks    4
        GlossaryPostprocessor         postprocessors  glossary_links    2
        """
        # The marker stays where it is until the entries' treeprocessor comes to it.
        add_renderers(md, {"list: terms": lambda marker, page: [MARKER]})
        entries = GlossaryEntriesTreeprocessor(md, self.terms, self.topics, partial(self._source, md))
        md.treeprocessors.register(entries, "glossary_entries", ENTRIES_PRIORITY)
        md.treeprocessors.register(GlossaryTreeprocessor(md, self), "glossary_marks", MARKS_PRIORITY)
        md.postprocessors.register(GlossaryPostprocessor(md, self), "glossary_links", LINKS_PRIORITY)

    def depends_on(self, markdown: str) -> object:
        """Return what decides about a page's links: all names, and the definitions of the terms that it may mention."""
        if MARKER in markdown:
            return (self.terms, self.topics)
        mentioned = self.matcher.mentioned(markdown)
        return (self._names, sorted((term.id, term.definition) for term in mentioned))

    def current(self, md: Markdown) -> Page:
        """Return the page that ``md`` renders."""
        page = page_of(md)
        return page if page.source else Page(self.getConfig("page"))

    def address(self, md: Markdown, target: str = "") -> str:
        """Return a docs file (default: the glossary page) as the current page links to it in finished HTML."""
        page = self.current(md)
        if page.rewrites_links:
            return relative(target or self.glossary, page.path)
        folders = self.getConfig("use_directory_urls") is True
        return site_address(target or self.glossary, page.path, directory_urls=folders)

    def _source(self, md: Markdown, term: Term) -> str:
        """Return what stands below a term's definition."""
        if self.late_references:
            return placeholder(term)
        return source_line(
            self.address(md, term.page_file) + ("#" + term.anchor if term.anchor else ""), escape(term.page_file)
        )

    def holds_entries(self, md: Markdown) -> bool:
        """Tell whether the page being converted is the one that lists the entries."""
        processor = md.treeprocessors["glossary_entries"]
        return isinstance(processor, GlossaryEntriesTreeprocessor) and processor.filled


def makeExtension(**options: Any) -> GlossaryExtension:
    """Return the extension for ``markdown_extensions: [handbook.glossary.extension]``."""
    return GlossaryExtension(**options)


def _explains(page: PageText, here: str, section: int, headings: Sequence[str], term: Term) -> bool:
    """Tell whether a place is in the section that explains the term: there the link would lead in a circle."""
    if term.page_file != here:
        return False
    if not term.anchor:
        return True
    home = page.section_of_id.get(term.anchor)
    return home in headings if home else home == "" and section == 0


def _mark(links: Sequence[Link]) -> None:
    """Mark the mentions in the text, last one first, so that the places of the others stay valid."""
    for slot, match, _ in reversed(links):
        text = slot.text()
        start, end = match.start - slot.start, match.end - slot.start
        slot.write(text[:start] + mark(text[start:end], match.term.id) + text[end:])
