"""What is on the screen comes first: one build, as far as `make serve` has a say in it.

An editor sees a saved page, or saved data on the pages that are open, before the rest of the site is built.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from pathlib import Path
from typing import Any, Protocol, runtime_checkable

from handbook.glossary.extension import GlossaryExtension
from handbook.page import find_extension
from handbook.serve.memory import key_of
from handbook.serve.rendering import recall_latest, render_or_recall, source_key
from handbook.serve.session import Session

DATA = ("data", "examples")  # folders below the project's whose files show on pages


@runtime_checkable
class Reloading(Protocol):
    """A Markdown extension that has read data: what it shows of them changes only when it reads them anew."""

    def reload(self, saved: Collection[Path]) -> None:
        """Read the data anew where one of their files is among the saved ones. Raises ``MistakeError`` for mistakes."""
        ...


class Screen:
    """The pages of one build; ``config`` and ``files`` are MkDocs'."""

    def __init__(self, session: Session, config: Any, files: Any) -> None:
        self._session = session
        self._extensions: list[object] = list(config.markdown_extensions)
        self._files = files
        listed = [(file.src_uri, file.url, file.inclusion) for file in files if file.src_dir == config.docs_dir]
        # What all pages depend on.
        self._site = key_of(Path(config.config_file_path).read_text("utf-8"), config.site_url, listed)
        self._populate: Callable[[Any], None] = lambda page: None
        self._lay_out: Callable[[Any], None] = lambda page: None

    def render(self, page: Any, render: Callable[[], None]) -> None:
        """Render a page, or restore its rendering: in a build for the screen an old one, of a page that is not on it."""
        session, uses = self._session, find_extension(self._extensions, GlossaryExtension).uses
        on_screen = page.file.dest_uri in session.open
        if session.hurrying and not on_screen and recall_latest(page, session.memory, uses, self._files):
            return
        key = source_key(self._site, page, self._extensions)
        render_or_recall(page, key, session.memory, render, uses, self._files)

    def show_open(self, populate: Callable[[Any], None], lay_out: Callable[[Any], None]) -> None:
        """Have the open pages shown, now that all pages are rendered; keep what is needed to make one page anew.

        ``populate`` reads and renders a page, ``lay_out`` writes it to its place in the site's folder.
        """
        self._populate, self._lay_out = populate, lay_out
        self._session.show_saved = self.show_saved
        for page in self._open_pages():
            self._show(page)
        self._session.screen_is_ready()

    def show_saved(self, saved: Iterable[str]) -> bool:
        """Make saved pages anew, and the open ones when data were saved, with what the last build has left of the others.

        Only where nothing but data and pages was saved that were there before: tell whether it was so.
        """
        paths = [Path(path) for path in saved]
        data = [path for path in paths if any(path.is_relative_to(self._session.root / name) for name in DATA)]
        by_source = {file.abs_src_path: file.page for file in self._files.documentation_pages()}
        pages = [by_source.get(str(path)) for path in paths if path not in data]
        if not all(pages):
            return False
        if data:
            for extension in self._extensions:
                if isinstance(extension, Reloading):
                    extension.reload(data)
            pages += [page for page in self._open_pages() if page not in pages]
        for page in pages:
            self._populate(page)
            self._show(page)
        return True

    def _open_pages(self) -> list[Any]:
        files = self._files.documentation_pages()
        return [file.page for file in files if file.page and file.dest_uri in self._session.open]

    def _show(self, page: Any) -> None:
        self._lay_out(page)
        self._session.page_is_ready(page.file.dest_uri, Path(page.file.abs_dest_path).read_text(encoding="utf-8"))
