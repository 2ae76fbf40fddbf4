"""Who draws the diagrams, and the drawing of all that are new on a site's pages.

Readers get them drawn where there is a Chromium when the site is built, and draw them in their browsers elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from handbook.diagrams.drawing import STYLE, DiagramRenderer, DrawingError, find_chromium
from handbook.diagrams.fence import Diagram, SourceLine, find_diagrams
from handbook.diagrams.placing import find_sources
from handbook.theme.bundle import find_bundle, minify, theme_style

CACHE = "build/diagrams"
# What the labels are measured with; the reader sees them in the fonts of docs/assets/stylesheets/extra.css.
FONTS = 'system-ui, "Noto Sans CJK SC", sans-serif'
WHO_DRAWS = ("build", "reader", "auto")


def make_renderer(who: str, library: Path, theme: Iterable[str], root: Path) -> DiagramRenderer | None:
    """Return what draws in this build, None when the readers' browsers do.

    ``theme`` are the theme's folders. Raises ``DrawingError`` for a setting that there is not, ``ThemeError`` for
    another theme.
    """
    if who not in WHO_DRAWS:
        raise DrawingError(f"mkdocs.yml：extra.diagrams 是「{who}」，可以是 {'、'.join(WHO_DRAWS)}。")
    if who == "reader" or (who == "auto" and find_chromium() is None):
        return None
    folders = [Path(folder) for folder in theme]
    scripts = {path.relative_to(folder).as_posix(): path for folder in folders for path in folder.glob("assets/*/*.js")}
    style = theme_style(scripts[find_bundle(scripts)].read_text(encoding="utf-8"))
    return DiagramRenderer(library, style + minify(STYLE.read_text(encoding="utf-8")), FONTS, root / CACHE)


def draw_pages(renderer: DiagramRenderer, pages: Iterable[Any]) -> tuple[int, int]:
    """Draw the diagrams of rendered pages (MkDocs'), all in one browser; return how many there are, how many are new.

    Raises ``DrawingError`` when nothing could be drawn, and for diagrams that mermaid cannot read.
    """
    found = [(page, source) for page in pages for source in find_sources(page.content or "")]
    sources = dict.fromkeys(source for _, source in found)
    try:
        drawn, rejected = renderer.draw(sources)
    except DrawingError as error:
        raise DrawingError(
            f"图没有画成：{error}。装上 Chromium，或者去掉 DIAGRAMS=build，让读者的浏览器来画。"
        ) from None
    if rejected:
        places = (rejected[source].locate(_diagram(page, source)) for page, source in found if source in rejected)
        raise DrawingError("\n".join(places))
    return len(sources), drawn


def _diagram(page: Any, source: str) -> Diagram:
    """Return the diagram of a page that has this source; the page's first line stands for one that a hook has put in."""
    label = f"docs/{page.file.src_uri}"
    diagrams = find_diagrams(page.file.content_string, label)
    nowhere = Diagram(SourceLine("", label, 1), ())
    return next((diagram for diagram in diagrams if diagram.text.strip() == source.strip()), nowhere)
