"""A small tree of HTML elements, read with the standard library. Readers of plain text get what stands in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

_VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
# Their end may be left out; a page that the build has written never does so, a hand-written <p> in it might.
_ENDS_BEFORE = {
    "p": {"p", "ul", "ol", "pre", "div", "table", "dl"},
    "li": {"li"},
    "dt": {"dt", "dd"},
    "dd": {"dt", "dd"},
}


@dataclass
class Node:
    """An element: its name, its attributes, and what stands in it."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Node | str] = field(default_factory=list)

    @property
    def classes(self) -> list[str]:
        """The element's classes."""
        return self.attributes.get("class", "").split()

    @property
    def nodes(self) -> list[Node]:
        """The elements that stand in this one, without those deeper down."""
        return [child for child in self.children if isinstance(child, Node)]

    def walk(self) -> Iterator[Node]:
        """Yield the element and all below it, in the order of the page."""
        yield self
        for child in self.nodes:
            yield from child.walk()

    def find(self, tag: str, kind: str = "") -> Node | None:
        """Return the first element of this name, and of this class where one is given."""
        return next((node for node in self.walk() if node.tag == tag and (not kind or kind in node.classes)), None)

    def text(self) -> str:
        """Return all text in the element as it stands."""
        return "".join(child if isinstance(child, str) else child.text() for child in self.children)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Node("")
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _ENDS_BEFORE.get(self.open[-1].tag, ()):
            self.open.pop()
        node = Node(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(node)
        if tag not in _VOID:
            self.open.append(node)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if any(node.tag == tag for node in self.open[1:]):
            while self.open.pop().tag != tag:
                pass

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


def read_html(html: str) -> Node:
    """Return the tree of a page or of a piece of one, below an element without a name."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.root
