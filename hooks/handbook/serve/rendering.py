"""A page's rendering, kept from one build to the next: what rendering its Markdown left on it, by all that it was made from."""

from __future__ import annotations

import logging
import pickle
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple, Protocol, runtime_checkable

from handbook.glossary.extension import GlossaryExtension
from handbook.serve.memory import Memory, key_of


class Rendering(NamedTuple):
    """What rendering a page's Markdown left: on the page, and as the uses of terms that the glossary notes.

    ``links`` are the links to anchors by source path of the page that they lead to.
    """

    content: str
    toc: Any
    title: str | None
    anchors: set[str]
    links: dict[str, dict[str, str]] | None
    uses: list[tuple[str, str]]


@runtime_checkable
class Dependent(Protocol):
    """A Markdown extension whose data end up on pages."""

    def depends_on(self, markdown: str) -> object:
        """Return that part of the data which a page with this Markdown shows; its ``repr`` must tell every change.

        The glossary gets what the other extensions show, below the Markdown.
        """
        ...


def source_key(site: str, page: Any, extensions: Iterable[object]) -> str:
    """Return the key of a page's rendering. ``site`` is the key of what all pages depend on."""
    markdown = page.markdown or ""
    dependents = [extension for extension in extensions if isinstance(extension, Dependent)]
    data = [e.depends_on(markdown) for e in dependents if not isinstance(e, GlossaryExtension)]
    # Terms are linked in what the other extensions show, too.
    shown = "\n".join([markdown, *map(repr, data)])
    links = [e.depends_on(shown) for e in dependents if isinstance(e, GlossaryExtension)]
    return key_of("source", site, page.file.src_uri, page.meta, markdown, data, links)


def render_or_recall(
    page: Any, key: str, memory: Memory, render: Callable[[], None], uses: dict[str, list[tuple[str, str]]], files: Any
) -> None:
    """Render a page, or restore what an earlier build's rendering with the same key left on it.

    ``page`` and ``files`` are MkDocs', ``uses`` are the glossary's, by source path.
    """
    made: list[bool] = []

    def make() -> bytes | None:
        made.append(True)
        listener = _Listener()
        logging.getLogger("mkdocs").addHandler(listener)
        try:
            render()
        finally:
            logging.getLogger("mkdocs").removeHandler(listener)
        # What was complained about must be complained about again.
        return None if listener.anything else pickle.dumps(_taken_from(page, uses))

    remembered = memory.recall(key, make)
    if remembered is not None:
        memory.latest[page.file.src_uri] = remembered
        if not made:
            _restore(page, remembered, uses, files)


def recall_latest(page: Any, memory: Memory, uses: dict[str, list[tuple[str, str]]], files: Any) -> bool:
    """Restore a page's last rendering, though what it was made from may have changed; tell whether there was one."""
    remembered = memory.latest.get(page.file.src_uri)
    if remembered is not None:
        _restore(page, remembered, uses, files)
    return remembered is not None


def _restore(page: Any, remembered: bytes, uses: dict[str, list[tuple[str, str]]], files: Any) -> None:
    # A copy: plugins change what a page got, the tags plugin its table of contents.
    known: Rendering = pickle.loads(remembered)  # noqa: S301 - this process has written it
    page.content, page.toc, page._title_from_render = known.content, known.toc, known.title
    page.present_anchor_ids = known.anchors
    if known.links is not None:
        found = ((files.get_file_from_path(path), links) for path, links in known.links.items())
        page.links_to_anchors = {file: links for file, links in found if file}
    uses[page.file.src_uri] = known.uses


def _taken_from(page: Any, uses: dict[str, list[tuple[str, str]]]) -> Rendering:
    links = page.links_to_anchors
    return Rendering(
        page.content or "",
        page.toc,
        page._title_from_render,
        set(page.present_anchor_ids or ()),
        None if links is None else {file.src_uri: anchors for file, anchors in links.items()},
        uses.get(page.file.src_uri, []),
    )


class _Listener(logging.Handler):
    """Notes whether anything was said that an editor sees."""

    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self.anything = False

    def emit(self, record: logging.LogRecord) -> None:
        self.anything = True
