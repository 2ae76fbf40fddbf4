"""What stands on a built page, in blocks that plain text and Markdown are written from: links are addresses of the site.

The tree of the built page is the source, not its Markdown: there every example, output, correction and list is in its
place, as readers of the page see it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from posixpath import normpath
from typing import Literal, NamedTuple
from urllib.parse import unquote

from handbook.risk_labels import LABEL
from handbook.text.html import Node, read_html


class Span(NamedTuple):
    """A piece of running text; a link where ``address`` is set. A break is a line feed."""

    text: str
    kind: Literal["", "code", "strong", "em"] = ""
    address: str = ""


Line = list[Span]


@dataclass
class Heading:
    """A heading below the title: 2, 3, 4."""

    level: int
    id: str
    line: Line


@dataclass
class Paragraph:
    """A paragraph; ``label`` is the risk that it warns of."""

    line: Line
    label: str = ""


@dataclass
class Code:
    """A block of code or of output, with the name of its file where it has one."""

    text: str
    language: str = ""
    file: str = ""


@dataclass
class Items:
    """A list."""

    items: list[list[Block]]
    numbered: bool = False


@dataclass
class Table:
    """A table."""

    head: list[Line]
    rows: list[list[Line]]


@dataclass
class Box:
    """What stands in a box, below a tab or folded on the page, under its title."""

    title: Line
    blocks: list[Block]
    id: str = ""


@dataclass
class Pairs:
    """Names, each with what is said of it."""

    pairs: list[tuple[Line, list[Block]]]


@dataclass
class Figure:
    """A diagram: its title, what it shows in words, and its source."""

    title: str
    text: list[Block]
    source: str = ""


Block = Heading | Paragraph | Code | Items | Table | Box | Pairs | Figure


@dataclass
class PageText:
    """A page: address below the site's root, title, description and blocks."""

    url: str
    title: str
    description: str = ""
    blocks: list[Block] = field(default_factory=list)


_SKIPPED = {
    "button",
    "form",
    "iframe",
    "input",
    "label",
    "nav",
    "object",
    "script",
    "select",
    "style",
    "svg",
    "template",
    "textarea",
}
_SKIPPED_CLASSES = {"headerlink", "md-content__button", "linenos", "linenodiv", "page-copies", "wrong"}
# Boxes to filter a list, and what lists the same once more.
_SKIPPED_CLASSES |= {"entry-filter", "term-filter", "term-index", "term-uses", "offline-copy"}
_BLOCKS = {"article", "aside", "blockquote", "details", "div", "dl", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "hr"}
_BLOCKS |= {"ol", "p", "pre", "section", "summary", "table", "ul"}
_CORRECTION = {"流传的说法": "误传", "实际上": "实际"}
_ARTICLE = re.compile(r"<article\b.*</article>", re.DOTALL)
# What is not looked at costs time when it is read: drawings, and the colours of code (two thirds of a page's elements).
_DRAWING = re.compile(r"<svg\b.*?</svg>", re.DOTALL)
_CODE = re.compile(r"(<pre\b[^>]*>)(.*?)(?=</pre>)", re.DOTALL)
_DESCRIPTION = re.compile(r'<meta name="description" content="[^"]*"')
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)


def read_page(html: str, url: str, diagrams: Iterable[str] = ()) -> PageText:
    """Return what stands on a built page. ``url`` is its address below the site's root: "" or "a/b/".

    ``diagrams`` are the sources of its diagrams in their order: a page whose diagrams are drawn no longer has them. Raises ``ValueError`` for a page without an article or without a title.
    """
    article = _ARTICLE.search(html)
    if article is None:
        raise ValueError(f"{url}: no <article>; the theme puts the page elsewhere")
    root = read_html(_CODE.sub(_uncoloured, _DRAWING.sub("", article[0])))
    title = root.find("h1")
    if title is None:
        raise ValueError(f"{url}: no <h1>")
    told = _DESCRIPTION.search(html)
    description = read_html(told[0] + ">").nodes[0].attributes["content"] if told else ""
    reader = _Converter(url, diagrams)
    name = "".join(span.text for span in reader.line(title.children)).strip()
    return PageText(url, name, description, reader.blocks(root.children))


class _Converter:
    def __init__(self, url: str, diagrams: Iterable[str] = ()) -> None:
        self.url = url
        self.diagrams = iter(diagrams)

    def blocks(self, children: Sequence[Node | str]) -> list[Block]:
        """Return the blocks of what stands in an element; text between block elements becomes paragraphs."""
        made: list[Block] = []
        running: list[Node | str] = []

        def end_paragraph() -> None:
            line = self.line(running)
            running.clear()
            if line:
                made.append(Paragraph(line))

        for child in children:
            if isinstance(child, str) or child.tag not in _BLOCKS:
                running.append(child)
            elif not _is_skipped(child):
                end_paragraph()
                made += self._block(child)
        end_paragraph()
        return made

    def _block(self, node: Node) -> list[Block]:
        if node.tag in ("h2", "h3", "h4", "h5", "h6"):
            return [Heading(int(node.tag[1]), node.attributes.get("id", ""), self.line(node.children))]
        if node.tag in ("h1", "hr"):
            return []
        if node.tag == "p":
            return self._paragraph(node)
        if node.tag == "pre":
            return [Code(node.text().strip("\n"))]
        if node.tag in ("ul", "ol"):
            items = [self.blocks(item.children) for item in node.nodes if item.tag == "li"]
            return [Items(items, numbered=node.tag == "ol")]
        if node.tag == "table":
            return [self._table(node)]
        if node.tag == "dl":
            return [self._pairs(node)]
        if node.tag == "figure" and "diagram" in node.classes:
            return [self._figure(node)]
        if node.tag == "details":
            return [self._folded(node)]
        if "highlight" in node.classes:
            return [self._code(node)]
        if "tabbed-set" in node.classes:
            return self._tabs(node)
        if "admonition" in node.classes:
            return [self._box(node, next((n for n in node.nodes if "admonition-title" in n.classes), None))]
        return self.blocks(node.children)

    def _paragraph(self, node: Node) -> list[Block]:
        line = self.line(node.children)
        risk = LABEL.match(line[0].text) if line and "risk" in node.classes else None
        if risk:
            rest = line[0].text[risk.end() :].lstrip("。；，")
            line = [Span(rest), *line[1:]] if rest else line[1:]
        return [Paragraph(line, risk["word"] if risk else "")] if line or risk else []

    def _code(self, node: Node) -> Code:
        language = next((name.removeprefix("language-") for name in node.classes if name.startswith("language-")), "")
        file, pre = node.find("span", "filename"), node.find("pre")
        return Code(pre.text().strip("\n") if pre else "", language, file.text() if file else "")

    def _table(self, node: Node) -> Table:
        rows = [row for row in node.walk() if row.tag == "tr"]
        cells = [[cell for cell in row.nodes if cell.tag in ("th", "td")] for row in rows]
        lines = [[self.line(cell.children) for cell in row] for row in cells]
        has_head = bool(cells) and all(cell.tag == "th" for cell in cells[0])
        return Table(lines[0], lines[1:]) if has_head else Table([], lines)

    def _pairs(self, node: Node) -> Pairs:
        pairs: list[tuple[Line, list[Block]]] = []
        for child in node.nodes:
            if child.tag == "dt":
                pairs.append((self.line(child.children), []))
            elif child.tag == "dd" and pairs:
                pairs[-1][1].extend(self.blocks(child.children))
        return Pairs(pairs)

    def _figure(self, node: Node) -> Figure:
        title, text = node.find("figcaption"), node.find("details", "diagram-text")
        told = (
            [child for child in text.children if not (isinstance(child, Node) and child.tag == "summary")]
            if text
            else []
        )
        return Figure(title.text().strip() if title else "", self.blocks(told), next(self.diagrams, "").strip("\n"))

    def _folded(self, node: Node) -> Box:
        if "correction" not in node.classes:
            return self._box(node, next((n for n in node.nodes if n.tag == "summary"), None))
        name, facts = node.find("span", "correction-name"), node.find("dl")
        pairs = self._pairs(facts).pairs if facts else []
        named = [([Span(_CORRECTION.get(_plain(line), _plain(line)))], told) for line, told in pairs]
        return Box([Span(name.text() if name else "误传")], [Pairs(named)], node.attributes.get("id", ""))

    def _box(self, node: Node, title: Node | None) -> Box:
        blocks = self.blocks([child for child in node.children if child is not title])
        return Box(self.line(title.children) if title else [], blocks, node.attributes.get("id", ""))

    def _tabs(self, node: Node) -> list[Block]:
        names = [label for label in node.walk() if label.tag == "label"]
        blocks = [block for block in node.walk() if "tabbed-block" in block.classes]
        return [
            Box(self.line(name.children), self.blocks(block.children))
            for name, block in zip(names, blocks, strict=True)
        ]

    def line(self, children: Iterable[Node | str]) -> Line:
        """Return running text with white space squeezed as a browser does, and nothing at either end."""
        spans: list[Span] = []
        for span in self._spans(children, "", ""):
            text = span.text if span.text == "\n" else re.sub(r"\s+", " ", span.text)
            if spans and spans[-1].text.endswith((" ", "\n")):
                text = text.lstrip(" ")
            if (
                text
                and spans
                and (spans[-1].kind, spans[-1].address) == (span.kind, span.address)
                and "\n" not in (text, spans[-1].text)
            ):
                spans[-1] = span._replace(text=spans[-1].text + text)
            elif text:
                spans.append(span._replace(text=text))
        while spans and not spans[0].text.strip():
            spans.pop(0)
        while spans and not spans[-1].text.strip():
            spans.pop()
        if spans:
            spans[0] = spans[0]._replace(text=spans[0].text.lstrip())
            spans[-1] = spans[-1]._replace(text=spans[-1].text.rstrip())
        return spans

    def _spans(
        self, children: Iterable[Node | str], kind: Literal["", "code", "strong", "em"], address: str
    ) -> Iterable[Span]:
        for child in children:
            if isinstance(child, str):
                yield Span(child, kind, address)
            elif _is_skipped(child):
                continue
            elif child.tag == "br":
                yield Span("\n")
            elif child.tag == "img":
                yield Span(child.attributes.get("alt", ""), kind, address)
            elif child.tag in ("code", "kbd", "samp"):
                yield Span(child.text(), "code", address)
            elif child.tag in ("strong", "b"):
                yield from self._spans(child.children, kind or "strong", address)
            elif child.tag in ("em", "i"):
                yield from self._spans(child.children, kind or "em", address)
            elif child.tag == "a" and "term" not in child.classes and child.attributes.get("href"):
                yield from self._spans(child.children, kind, self._address(child.attributes["href"]))
            else:
                yield from self._spans(child.children, kind, address)

    def _address(self, href: str) -> str:
        """Return an address below the site's root ("a/b/#c", "./#c"), "#c" for this page, or one of elsewhere as it is."""
        path, mark, anchor = href.partition("#")
        if _SCHEME.match(href):
            return href
        if not path:
            return mark + unquote(anchor)
        whole = normpath(f"{self.url}{path}")
        folder = "/" if path.endswith(("/", ".")) else ""
        return f"{whole}{folder}{mark}{unquote(anchor)}"


def _uncoloured(match: re.Match[str]) -> str:
    return match[1] + re.sub(r"<[^>]*>", "", match[2])


def _plain(line: Line) -> str:
    return "".join(span.text for span in line)


def _is_skipped(node: Node) -> bool:
    """Tell whether an element is for the screen alone."""
    return node.tag in _SKIPPED or bool(_SKIPPED_CLASSES & set(node.classes)) or "hidden" in node.attributes
