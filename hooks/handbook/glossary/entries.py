"""The glossary page: its entries, written in place of ``<!-- list: terms -->``, and under each who uses the term."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from html import escape
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from handbook.glossary.terms import Term
from handbook.glossary.text import CONTROL, clean_text

MARKER = "<!-- list: terms -->"
# glossary.js makes it work. It stands here so that the page does not move when the script has come.
_FILTER = """<div class="term-filter" data-search-exclude>
<label for="__term_filter">筛选词条</label>
<input class="md-input" id="__term_filter" type="search" autocomplete="off" spellcheck="false" placeholder="中文名、英文名、别名或定义里的词" disabled>
<p role="status" aria-live="polite">共 {count} 条</p>
</div>"""
FOLDED_FROM = 9  # an entry that this many pages use folds the list, so that the next entry stays in sight
_PLACEHOLDER = re.compile("\x02wzxhzdk:(\\d+)\x03")
_REFERENCES = re.compile("<!-- glossary: ([a-z0-9-]+) -->")
_ID = "entry--id"  # two hyphens: no entry's id can be the same


class GlossaryEntriesTreeprocessor(Treeprocessor):
    """Writes the entries: the topics as headings, and what is below each as finished HTML.

    As elements, hundreds of entries would go through everything that reads or changes a page's tree. And so nothing in
    a definition can be taken for markup.
    """

    def __init__(
        self, md: Markdown, terms: Sequence[Term], topics: Mapping[str, str], source: Callable[[Term], str]
    ) -> None:
        super().__init__(md)
        self.terms = terms
        self.topics = topics
        self.source = source
        self.filled = False

    def run(self, root: Element) -> None:
        """Replace the marker's paragraph, if the page has one, and remember that it had."""
        stash = self.md.htmlStash.rawHtmlBlocks
        held = any(isinstance(raw, str) and MARKER in raw for raw in stash)
        places = [place for place, element in enumerate(root) if self._is_marker(element)] if held else []
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
        elements = [self._finished(_FILTER.format(count=len(self.terms))), self._finished(_index(self.terms))]
        used = {term.topic: None for term in self.terms}
        permalink = self._permalink()
        for topic in [topic for topic in self.topics if topic in used] + [t for t in used if t not in self.topics]:
            # Two hyphens: no entry's id can be the same.
            heading = Element("h2", id=f"topic--{topic}")
            heading.text = AtomicString(clean_text(self.topics.get(topic, topic)))
            terms = sort_terms([term for term in self.terms if term.topic == topic])
            entries = (_entry(term, permalink.replace(_ID, term.id), self.source(term)) for term in terms)
            elements += [heading, self._finished(_group(list(entries)))]
        return elements

    def _finished(self, html: str) -> Element:
        """Return an element in whose place Python-Markdown puts the HTML when everything else is done."""
        element = Element("p")
        element.text = self.md.htmlStash.store(html)
        return element

    def _permalink(self) -> str:
        """Return the HTML of what `toc` puts into a heading whose id is ``_ID``."""
        heading = Element("h3", id=_ID)
        if "toc" in self.md.treeprocessors:
            toc = self.md.treeprocessors["toc"]
            if toc.use_permalinks not in (False, None):  # type: ignore[attr-defined]
                toc.add_permalink(heading, _ID)  # type: ignore[attr-defined]
        return "".join(self.md.serializer(child) for child in heading)


def sort_terms(terms: Sequence[Term]) -> list[Term]:
    """Return the terms by name: Latin A to Z, then Chinese by sound.

    The first 3,755 characters of GB 18030 stand in the order of their pinyin, so its bytes sort Chinese without a table.
    """
    return sorted(
        terms, key=lambda term: (not term.term[0].isascii(), term.term.casefold().encode("gb18030"), term.term)
    )


def placeholder(term: Term) -> str:
    """Return what stands for an entry's source and uses until ``fill_references`` has them."""
    return f"<!-- glossary: {term.id} -->"


def source_line(href: str, title: str) -> str:
    """Return the line that leads to where a term is explained; ``title`` is HTML."""
    # A search for a page should find the page, not every term that it explains or uses.
    return f'<p class="term-source" data-search-exclude>讲解：<a href="{escape(href)}">{title}</a></p>'


def fill_references(html: str, sources: Mapping[str, str], uses: Mapping[str, Sequence[str]]) -> str:
    """Return the glossary page's HTML with where each term is explained and with every use of it.

    Both are by term id and HTML: a source is a line, the uses are one item for each page. A term without uses gets no
    list.
    """
    return _REFERENCES.sub(lambda match: sources.get(match[1], "") + _render_uses(uses.get(match[1], ())), html)


def _render_uses(uses: Sequence[str]) -> str:
    if not uses:
        return ""
    listed = "；".join(uses)
    if len(uses) < FOLDED_FROM:
        return f'<p class="term-uses" data-search-exclude>出现在：{listed}</p>'
    head = f"<summary>出现在 {len(uses)} 页</summary>"
    return f'<details class="term-uses" data-search-exclude>{head}<p>{listed}</p></details>'


def _group(entries: Sequence[str]) -> str:
    # The style sheet keeps browsers from laying out what is far from the screen; how high it is they learn from this.
    return f'<div class="term-group" style="--entries: {len(entries)}">\n' + "\n".join(entries) + "\n</div>"


def _entry(term: Term, permalink: str, source: str) -> str:
    also = f"也写作 {'、'.join(term.aliases)}" if term.aliases else ""
    names = "；".join(filter(None, (term.en if term.en != term.term else "", also)))
    return (
        f'<h3 id="{term.id}">{_text(term.term)}{permalink}</h3>'
        + (f'<p class="term-names">{_text(names)}</p>' if names else "")
        + f'<p class="term-definition">{_text(term.definition)}</p>{source}'
    )


def _index(terms: Sequence[Term]) -> str:
    """Return the folded list of all names, for readers who know how a term begins."""
    latin = [term for term in sort_terms(terms) if term.term[0].isascii()]
    chinese = [term for term in sort_terms(terms) if not term.term[0].isascii()]
    groups = (
        "<p>" + " ".join(f'<a href="#{term.id}">{_text(term.term)}</a>' for term in group) + "</p>"
        for group in (latin, chinese)
        if group
    )
    head = f"<summary>按名称排列（{len(terms)} 条）</summary>"
    return f'<details class="term-index" data-search-exclude>{head}{"".join(groups)}</details>'


def _text(text: str) -> str:
    return escape(CONTROL.sub(" ", text), quote=False)
