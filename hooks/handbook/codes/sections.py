"""Below a section that explains codes: links to them, so that who reads of the cause finds what programs say of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from handbook.codes.data import Code, Vocabulary
from handbook.links import relative
from handbook.page import page_of

# After `attr_list` (8), which gives headings their ids, and before the links of Markdown files become addresses (0).
PRIORITY = 5
MOST = 6  # links to one vocabulary; a section that explains more has one link to all of it
_HEADINGS = ("h1", "h2", "h3", "h4")
_SHORT = 12  # characters of a name that is said beside the number

Explained = Mapping[str, Mapping[str, tuple[tuple[Vocabulary, tuple[Code, ...]], ...]]]


def explained_codes(vocabularies: Iterable[Vocabulary]) -> Explained:
    """Return by page and anchor the codes that the section explains, by vocabulary; not those on their own page."""
    found: dict[str, dict[str, list[tuple[Vocabulary, tuple[Code, ...]]]]] = {}
    for vocabulary in vocabularies:
        own: dict[str, list[Code]] = {}
        for code in vocabulary.codes:
            own.setdefault(code.see, []).append(code)
        for see, codes in own.items():
            page, _, anchor = see.partition("#")
            if page != vocabulary.page:
                found.setdefault(page, {}).setdefault(anchor, []).append((vocabulary, tuple(codes)))
    return {page: {anchor: tuple(lists) for anchor, lists in own.items()} for page, own in found.items()}


class SectionCodesTreeprocessor(Treeprocessor):
    """Adds a paragraph at the end of what stands directly below the heading of such a section."""

    def __init__(self, md: Markdown, explained: Explained) -> None:
        super().__init__(md)
        self.explained = explained

    def run(self, root: Element) -> None:
        """Change ``root`` in place."""
        path = page_of(self.md).path
        sections = self.explained.get(path, {})
        if not sections:
            return
        blocks = list(root)
        headings = [n for n, block in enumerate(blocks) if block.tag in _HEADINGS]
        # From the end, so that the places of the earlier headings stay what they are.
        for heading, following in reversed(list(zip(headings, [*headings[1:], len(blocks)], strict=True))):
            if lists := sections.get(blocks[heading].get("id", "")):
                root.insert(following, _paragraph(lists, path))


def _paragraph(lists: Iterable[tuple[Vocabulary, tuple[Code, ...]]], path: str) -> Element:
    paragraph = Element("p", {"class": "section-codes", "data-search-exclude": ""})
    paragraph.text = "错误码："
    last: Element | None = None
    for vocabulary, codes in lists:
        target = relative(vocabulary.page, path)
        links = [(f"{vocabulary.words[0]} {_said(code, vocabulary)}", f"{target}#{code.id}") for code in codes]
        for text, href in links if len(links) <= MOST else [(f"{vocabulary.title}，{len(links)} 条", target)]:
            if last is not None:
                last.tail = "、"
            last = SubElement(paragraph, "a", {"href": href})
            last.text = text
    return paragraph


def _said(code: Code, vocabulary: Vocabulary) -> str:
    """Return how people say a code: its number, and its name where that is short and needs no further words."""
    name = code.name if not code.number or (vocabulary.alone and len(code.name) <= _SHORT) else ""
    return " ".join(filter(None, (code.number, name)))
