from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

from handbook.diagrams import drawer
from handbook.diagrams.drawer import CACHE, draw_pages, make_renderer
from handbook.diagrams.drawing import DiagramRenderer, DrawingError, Rejection
from handbook.diagrams.placing import UNDRAWN
from handbook.theme.bundle import ThemeError

SOURCE = "flowchart TD\n    A --> B"


class _Renderer:
    """Draws nothing, and rejects or fails as it is told."""

    def __init__(self, rejected: Iterable[str] = (), error: str = "") -> None:
        self.rejected, self.error = set(rejected), error
        self.asked: list[str] = []

    def draw(self, sources: Iterable[str]) -> tuple[int, dict[str, Rejection]]:
        self.asked = list(sources)
        if self.error:
            raise DrawingError(self.error)
        rejection = Rejection("Parse error on line 2: Expecting A, got 'B'", end_of_text=False, since=None)
        return 1, {source: rejection for source in self.asked if source in self.rejected}


def _draw(renderer: _Renderer, *pages: Any) -> tuple[int, int]:
    return draw_pages(cast("DiagramRenderer", renderer), pages)


def _page(name: str, *sources: str) -> Any:
    content = "".join(f"{UNDRAWN}{source.replace('>', '&gt;')}</code></pre>" for source in sources)
    markdown = "# 页\n\n" + "".join(f"```mermaid\n{source}\n```\n" for source in sources)
    return SimpleNamespace(content=content, file=SimpleNamespace(src_uri=name, content_string=markdown))


def test_a_diagram_of_several_pages_is_drawn_once() -> None:
    renderer = _Renderer()
    assert _draw(renderer, _page("a.md", SOURCE, "gantt"), _page("b.md", SOURCE), _page("c.md")) == (2, 1)
    assert renderer.asked == [SOURCE, "gantt"]


def test_each_place_of_a_diagram_that_cannot_be_read_is_told() -> None:
    by_a_hook = _page("b.md", SOURCE)
    by_a_hook.file.content_string = "# 页\n"
    with pytest.raises(DrawingError) as error:
        _draw(_Renderer({SOURCE}), _page("a.md", "gantt", SOURCE), by_a_hook)
    places = [line.split(": ")[0] for line in str(error.value).splitlines()]
    assert places == ["docs/a.md:8", "docs/b.md:1"]


def test_what_keeps_chromium_from_drawing_is_told_with_a_remedy() -> None:
    with pytest.raises(DrawingError, match=r"^图没有画成：没有 Chromium。装上 Chromium，或者去掉 DIAGRAMS=build"):
        _draw(_Renderer(error="没有 Chromium"), _page("a.md", SOURCE))


@pytest.mark.parametrize(("who", "chromium"), [("reader", "/usr/bin/chromium"), ("auto", None)])
def test_readers_draw_when_asked_to_and_without_chromium(
    who: str, chromium: str | None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(drawer, "find_chromium", lambda: chromium)
    assert make_renderer(who, tmp_path / "mermaid.js", [], tmp_path) is None


def test_a_setting_that_there_is_not_names_those_that_there_are(tmp_path: Path) -> None:
    with pytest.raises(DrawingError, match=r"^mkdocs.yml：extra.diagrams 是「nobody」，可以是 build、reader、auto。$"):
        make_renderer("nobody", tmp_path / "mermaid.js", [], tmp_path)


def test_the_theme_brings_the_style_and_the_project_keeps_the_drawings(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    library = tmp_path / "mermaid.js"
    library.write_text("draw()", encoding="utf-8")
    with pytest.raises(ThemeError):
        make_renderer("build", library, [str(tmp_path)], tmp_path)
    script = tmp_path / "theme/assets/javascripts/bundle.0.min.js"
    script.parent.mkdir(parents=True)
    script.write_text("主题", encoding="utf-8")
    monkeypatch.setattr(drawer, "theme_style", lambda text: f"/*{text}*/")
    renderer = make_renderer("build", library, [str(tmp_path / "theme")], tmp_path)
    assert renderer is not None
    assert renderer.theme.startswith("/*主题*/")
    assert renderer.cache == tmp_path / CACHE
