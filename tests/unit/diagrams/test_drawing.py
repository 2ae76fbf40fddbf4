"""Drawings: what is in them, that a mistake is reported with its line, and what is said when Chromium does not draw."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from handbook.diagrams.drawing import DiagramRenderer, DrawingError, Rejection, find_chromium
from handbook.diagrams.fence import Diagram, find_diagrams
from support.require import unmet
from support.site_build import ROOT

LIBRARY = ROOT / "docs/assets/javascripts/vendor/mermaid/mermaid.min.js"


def make_renderer(cache: Path) -> DiagramRenderer:
    """Return what draws with the vendored mermaid; without Chromium the running test is skipped."""
    if find_chromium() is None:
        unmet("没有 Chromium，图画不了")
    return DiagramRenderer(LIBRARY, "", "sans-serif", cache)


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
    (diagram,) = find_diagrams("\n".join([*HEAD, *lines, "```", ""]), "docs/page.md")
    return diagram


@pytest.fixture(scope="module")
def rejected(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Rejection]:
    """Draw all the broken ones, and one that is not, in one browser."""
    sources = [_broken(lines).text for lines, _ in BROKEN.values()]
    drawn, rejected = make_renderer(tmp_path_factory.mktemp("drawings")).draw([*sources, "flowchart TD\nA --> B"])
    assert drawn == len(sources) + 1
    return rejected


@pytest.mark.parametrize(("lines", "line"), BROKEN.values(), ids=BROKEN)
def test_mistake_is_reported_with_its_line(rejected: dict[str, Rejection], lines: list[str], line: int) -> None:
    diagram = _broken(lines)
    assert rejected[diagram.text].locate(diagram).startswith(f"docs/page.md:{line}: ")


def test_others_are_drawn_beside_the_broken_ones(rejected: dict[str, Rejection]) -> None:
    assert len(rejected) == len(BROKEN)


KINDS = ["flowchart TD\nA --> B", "sequenceDiagram\nA->>B: x", "stateDiagram-v2\n[*] --> A"]


def test_drawing_carries_title_and_description_and_its_own_ids(tmp_path: Path) -> None:
    renderer = make_renderer(tmp_path)
    sources = [kind.replace("\n", "\naccTitle: 三条路\naccDescr: <文字> & 说明\n", 1) for kind in KINDS]
    assert renderer.draw(sources) == (len(sources), {})
    for source in sources:
        svg = BeautifulSoup(renderer.drawing(source), "html.parser").select_one("svg")
        assert svg is not None
        assert str(svg["role"]).startswith("graphics-document")
        texts = {str(element["id"]): element.get_text() for element in svg.select("[id]")}
        assert texts[str(svg["aria-labelledby"])] == "三条路"
        assert texts[str(svg["aria-describedby"])] == "<文字> & 说明"
        name = renderer.name(source)
        assert svg["id"] == name
        assert all(other.startswith(name) for other in texts)
        for target in re.findall(r"url\(#([^)]+)\)", str(svg)):
            assert target in texts


def test_drawing_holds_no_more_than_it_shows(tmp_path: Path) -> None:
    """Rules that match nothing and digits beyond the tenth of a pixel were more than half of what a page weighed."""
    renderer = make_renderer(tmp_path)
    source = 'flowchart TD\naccTitle: 图\nA(["开始"]) -->|好| B{"对吗？"}'
    assert renderer.draw([source]) == (1, {})
    svg = BeautifulSoup(renderer.drawing(source), "html.parser")
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
    assert make_renderer(tmp_path).draw(KINDS) == (len(KINDS), {})
    monkeypatch.setenv("PATH", "")  # without a Chromium
    assert DiagramRenderer(LIBRARY, "", "sans-serif", tmp_path).draw(KINDS) == (0, {})
    with pytest.raises(DrawingError, match="没有 Chromium"):
        DiagramRenderer(LIBRARY, "text { fill: red }", "sans-serif", tmp_path).draw(KINDS)


@pytest.fixture
def without_mermaid(tmp_path: Path) -> DiagramRenderer:
    """Return what draws with a library that is none, into an empty folder."""
    (tmp_path / "mermaid.js").write_text("", encoding="utf-8")
    return DiagramRenderer(tmp_path / "mermaid.js", "", "serif", tmp_path / "drawings")


def _chromium(folder: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    """Put a program in the place of Chromium."""
    program = folder / "bin/chromium"
    program.parent.mkdir()
    program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(program.parent), prepend=":")


def test_what_chromium_says_when_it_does_not_draw_is_passed_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, without_mermaid: DiagramRenderer
) -> None:
    _chromium(tmp_path, monkeypatch, "echo no display >&2; exit 7")
    with pytest.raises(DrawingError, match="退出码 7）：no display"):
        without_mermaid.draw(["flowchart TD"])
    assert list(tmp_path.glob("drawings/*")) == []


def test_drawings_are_kept_and_rejections_are_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, without_mermaid: DiagramRenderer
) -> None:
    good, bad = "flowchart TD\nA --> B", "flowchart TD\nA --"
    names = [without_mermaid.name(source) for source in (good, bad)]
    _chromium(
        tmp_path,
        monkeypatch,
        f"""echo '<pre id="results">{{"{names[0]}": {{"svg": "&lt;svg/>"}},"""
        f""" "{names[1]}": {{"message": "坏", "endOfText": false, "since": null}}}}</pre>'""",
    )
    for _ in range(2):
        drawn, rejected = without_mermaid.draw([good, bad, bad])
        assert rejected == {bad: Rejection("坏", end_of_text=False, since=None)}
        assert without_mermaid.drawing(good) == "<svg/>"
    # The good one is drawn once, the bad one every time.
    assert drawn == 1


def test_another_style_or_other_fonts_are_another_drawing(tmp_path: Path) -> None:
    (tmp_path / "a.js").write_text("1", encoding="utf-8")
    (tmp_path / "b.js").write_text("2", encoding="utf-8")
    settings = [("a.js", "", "serif"), ("b.js", "", "serif"), ("a.js", "x", "serif"), ("a.js", "", "sans")]
    names = [DiagramRenderer(tmp_path / file, style, fonts, tmp_path).name("A") for file, style, fonts in settings]
    assert len(set(names)) == len(names)
    again = DiagramRenderer(tmp_path / "a.js", "", "serif", tmp_path / "elsewhere")
    assert again.name("A") == names[0] != again.name("B")


@pytest.mark.parametrize(
    ("message", "end_of_text", "since", "line"),
    [
        ("Parse error on line 3: x", False, None, 10),
        ("Lexical error on line 3. x", True, 1, 7),
        ("No diagram type detected", False, None, 6),
        ("Parse error on line 99: x", False, None, 10),
    ],
)
def test_a_rejection_has_the_line_in_the_page(message: str, end_of_text: bool, since: int | None, line: int) -> None:
    diagram = _broken(["flowchart TD", "    %% 注释", "    A --> B", "    B ==>> C"])
    assert Rejection(message, end_of_text, since).locate(diagram).startswith(f"docs/page.md:{line}: mermaid 读不懂")


def test_a_rejection_leaves_out_the_list_of_what_mermaid_would_have_accepted() -> None:
    diagram = _broken(["flowchart TD", "    A --"])
    shown = Rejection("Expecting 'A', 'B',\n'C', got 'EOF'", end_of_text=False, since=None).locate(diagram)
    assert "这里不能是 'EOF'" in shown
    assert "Expecting" not in shown
