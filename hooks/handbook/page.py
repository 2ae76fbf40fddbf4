"""The page that is being rendered, for Python-Markdown extensions: under MkDocs, ProperDocs and Zensical alike."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

from handbook.mistakes import Mistake, MistakeError, told_as
from handbook.page_source import parse_page

T = TypeVar("T")

OURS = "handbook_page"
SERVING = "serving"  # in MkDocs' config.extra: whether this is a preview, which leaves out what takes long
ZENSICAL = "rendering_context"  # zensical.extensions.context.ContextPreprocessor.name


@dataclass(frozen=True)
class Page:
    """A page: its path below ``docs/``, its whole file, and the error that the program around us wants for a mistake.

    ``rewrites_links`` says that the engine turns links to source files into addresses after everything else, and takes
    every relative link for one of these.
    """

    path: str = "index.md"
    source: str = ""
    error: type[Exception] | None = None
    rewrites_links: bool = False

    @property
    def meta(self) -> dict[str, Any]:
        """The front matter."""
        return parse_page(self.path, self.source).meta

    def mistake(self, lines: Sequence[str], number: int, problem: str) -> Exception:
        """Return the error for line ``number`` (from 1) of what is converted.

        Front matter is gone there and more may have changed: the line is looked up in the file by its text.
        """
        line = lines[number - 1].rstrip()
        before = [text.rstrip() for text in lines[: number - 1]].count(line)
        found = [n for n, own in enumerate(self.source.splitlines(), start=1) if own.rstrip() == line]
        place = found[min(before, len(found) - 1)] if found else 1
        mistake = MistakeError(Mistake(f"docs/{self.path}", place, problem))
        return mistake if self.error is None else self.error(str(mistake))

    def telling(self) -> AbstractContextManager[None]:
        """Return what raises the mistakes found in data as the error that the program around us wants."""
        return told_as(self.error)


class PagePreprocessor(Preprocessor):
    """Changes nothing: other extensions find the page by it."""

    def __init__(self, md: Markdown, current: Callable[[], Page]) -> None:
        super().__init__(md)
        self.current = current

    def run(self, lines: list[str]) -> list[str]:
        """Return the lines as they are."""
        return lines


class PageExtension(Extension):
    """Holds the page that is rendered next; hooks/page.py sets it."""

    def __init__(self, page: Page | None = None) -> None:
        super().__init__()
        self.page = page or Page()

    def extendMarkdown(self, md: Markdown) -> None:
        """Register: PagePreprocessor | preprocessors | handbook_page | 0."""
        md.preprocessors.register(PagePreprocessor(md, lambda: self.page), OURS, 0)


def page_of(md: Markdown) -> Page:
    """Return the page that ``md`` renders; one without a name where nobody has told."""
    if ZENSICAL in md.preprocessors:
        context: Any = md.preprocessors[ZENSICAL]
        file = Path(context.config["docs_dir"], context.page.path)
        source = file.read_text(encoding="utf-8-sig") if file.is_file() else ""
        return Page(context.page.path, source, rewrites_links=True)
    if OURS in md.preprocessors:
        ours: Any = md.preprocessors[OURS]
        return ours.current()  # type: ignore[no-any-return]
    return Page()


def find_extension(extensions: Iterable[object], kind: type[T]) -> T:
    """Return the extension of a class among a configuration's extensions."""
    return next(extension for extension in extensions if isinstance(extension, kind))
