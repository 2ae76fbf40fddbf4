"""Every diagram of the handbook is one that the vendored mermaid draws; a mistake is reported with its line."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from diagram_drawing import Drawer, DrawingError, Rejection, find_chromium
from diagram_fence import Diagram, find_diagrams, problems
from require import unmet
from site_build import ROOT

PAGES = sorted((ROOT / "docs").rglob("*.md"))
LIBRARY = ROOT / "docs/assets/javascripts/vendor/mermaid/mermaid.min.js"


def _diagrams(path: Path) -> list[Diagram]:
    source = path.read_text(encoding="utf-8")
    return list(find_diagrams(source, path.relative_to(ROOT).as_posix(), ROOT / "examples"))


def _drawer(cache: Path) -> Drawer:
    if find_chromium() is None:
        unmet("没有 Chromium，图画不了")
    return Drawer(LIBRARY, "", "sans-serif", cache)


def test_the_handbook_has_diagrams() -> None:
    """Guards the next test, which would pass if the fences were no longer found."""
    assert any(_diagrams(path) for path in PAGES)


def test_every_diagram_can_be_drawn(tmp_path: Path) -> None:
    diagrams = [diagram for path in PAGES for diagram in _diagrams(path)]
    errors = [problem for diagram in diagrams for problem in problems(diagram)]
    drawn, rejected = _drawer(tmp_path).draw(diagram.text for diagram in diagrams)
    errors += [rejected[diagram.text].locate(diagram) for diagram in diagrams if diagram.text in rejected]
    assert not errors, "DIAG-1 图画不出来：\n" + "\n".join(errors)
    assert drawn == len({diagram.text for diagram in diagrams})


HEAD = ["---", "title: 页", "---", "# 页", "", "```mermaid"]
BROKEN = {
    "unknown arrow": (["flowchart TD", "    A --> B", "    B ==>> C", "    C --> D"], 9),
    "after a comment": (["flowchart TD", "    %% 注释", "    A --> B", "    B ==>> C", "    C --> D"], 10),
    "bracket left open": (["flowchart TD", "    A --> B", "    B --> C[没有关上", "    C --> D"], 9),
    "after a block description": (["flowchart TD", "    accDescr {", "        一", "    }", "    A -->"], 11),
    "sequence": (["sequenceDiagram", "    A->>B: 好", "    A=>B: 坏", "    B->>A: 好"], 9),
    "loop without end": (["sequenceDiagram", "    A->>B: 好", "    loop 重试", "    A->>B: 没有 end"], 10),
    "state": (["stateDiagram-v2", "    [*] --> A", "    A -> B", "    B --> C"], 9),
    "unknown kind": (["flowchrt TD", "    A --> B"], 6),
}


def _broken(lines: list[str]) -> Diagram:
    (diagram,) = find_diagrams("\n".join([*HEAD, *lines, "```", ""]), "docs/page.md", ROOT / "examples")
    return diagram


@pytest.fixture(scope="module")
def rejected(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Rejection]:
    """Draw all the broken ones, and one that is not, in one browser."""
    sources = [_broken(lines).text for lines, _ in BROKEN.values()]
    drawn, rejected = _drawer(tmp_path_factory.mktemp("drawings")).draw([*sources, "flowchart TD\nA --> B"])
    assert drawn == len(sources) + 1
    return rejected


@pytest.mark.parametrize(("lines", "line"), BROKEN.values(), ids=BROKEN)
def test_mistake_is_reported_with_its_line(rejected: dict[str, Rejection], lines: list[str], line: int) -> None:
    diagram = _broken(lines)
    assert rejected[diagram.text].locate(diagram).startswith(f"docs/page.md:{line}: ")


def test_others_are_drawn_beside_the_broken_ones(rejected: dict[str, Rejection]) -> None:
    assert len(rejected) == len(BROKEN)


def test_mistake_in_a_snippet_is_reported_in_the_snippet(tmp_path: Path) -> None:
    snippets = tmp_path / "examples"
    snippets.mkdir()
    (snippets / "path.mmd").write_text("flowchart TD\nA --> B\nB ==>> C\n", encoding="utf-8")
    (diagram,) = find_diagrams('```mermaid\n--8<-- "path.mmd"\n```\n', "docs/page.md", snippets)
    _, rejected = _drawer(tmp_path / "drawings").draw([diagram.text])
    assert rejected[diagram.text].locate(diagram).startswith("examples/path.mmd:3: ")


KINDS = ["flowchart TD\nA --> B", "sequenceDiagram\nA->>B: x", "stateDiagram-v2\n[*] --> A"]


def test_drawing_carries_title_and_description_and_its_own_ids(tmp_path: Path) -> None:
    drawer = _drawer(tmp_path)
    sources = [kind.replace("\n", "\naccTitle: 三条路\naccDescr: <文字> & 说明\n", 1) for kind in KINDS]
    assert drawer.draw(sources) == (len(sources), {})
    for source in sources:
        svg = BeautifulSoup(drawer.drawing(source), "html.parser").select_one("svg")
        assert svg is not None
        assert str(svg["role"]).startswith("graphics-document")
        texts = {str(element["id"]): element.get_text() for element in svg.select("[id]")}
        assert texts[str(svg["aria-labelledby"])] == "三条路"
        assert texts[str(svg["aria-describedby"])] == "<文字> & 说明"
        name = drawer.name(source)
        assert svg["id"] == name
        assert all(other.startswith(name) for other in texts)
        for target in re.findall(r"url\(#([^)]+)\)", str(svg)):
            assert target in texts


def test_drawing_holds_no_more_than_it_shows(tmp_path: Path) -> None:
    """Rules that match nothing and digits beyond the tenth of a pixel were more than half of what a page weighed."""
    drawer = _drawer(tmp_path)
    source = 'flowchart TD\naccTitle: 图\nA(["开始"]) -->|好| B{"对吗？"}'
    assert drawer.draw([source]) == (1, {})
    svg = BeautifulSoup(drawer.drawing(source), "html.parser")
    style = svg.select_one("style")
    assert style is not None
    selectors = re.findall(r"([^{}]+)\{", style.get_text())
    assert any(selector.endswith(".node path") for one in selectors for selector in one.split(","))
    for one in selectors:
        assert all(svg.select(selector) for selector in one.split(",")), one
    paths = " ".join(str(path["d"]) for path in svg.select("path"))
    assert re.search(r"\d\.\d\b", paths)
    assert not re.search(r"\d\.\d\d", paths)


def test_nothing_is_drawn_twice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert _drawer(tmp_path).draw(KINDS) == (len(KINDS), {})
    monkeypatch.setenv("PATH", "")  # without a Chromium
    assert Drawer(LIBRARY, "", "sans-serif", tmp_path).draw(KINDS) == (0, {})
    with pytest.raises(DrawingError, match="没有 Chromium"):
        Drawer(LIBRARY, "text { fill: red }", "sans-serif", tmp_path).draw(KINDS)
