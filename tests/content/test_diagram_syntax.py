"""Every diagram of the handbook is one that the vendored mermaid draws; a mistake is reported with its line."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from diagram_fence import Diagram, find_diagrams, problems
from mermaid_render import draw, error_in, open_mermaid
from site_build import ROOT

PAGES = sorted((ROOT / "docs").rglob("*.md"))


def _diagrams(path: Path) -> list[Diagram]:
    source = path.read_text(encoding="utf-8")
    return list(find_diagrams(source, path.relative_to(ROOT).as_posix(), ROOT / "examples"))


@pytest.fixture(scope="module")
def mermaid(browser: Browser) -> Iterator[Page]:
    page = open_mermaid(browser)
    yield page
    page.close()


def test_the_handbook_has_diagrams() -> None:
    """Guards the next test, which would pass if the fences were no longer found."""
    assert any(_diagrams(path) for path in PAGES)


def test_every_diagram_can_be_drawn(mermaid: Page) -> None:
    diagrams = [diagram for path in PAGES for diagram in _diagrams(path)]
    errors = [problem for diagram in diagrams for problem in problems(diagram)]
    errors += [error for diagram in diagrams if (error := error_in(mermaid, diagram))]
    assert not errors, "DIAG-1 图画不出来：\n" + "\n".join(errors)


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


@pytest.mark.parametrize(("lines", "line"), BROKEN.values(), ids=BROKEN)
def test_mistake_is_reported_with_its_line(mermaid: Page, tmp_path: Path, lines: list[str], line: int) -> None:
    source = "\n".join([*HEAD, *lines, "```", ""])
    (diagram,) = find_diagrams(source, "docs/page.md", tmp_path)
    error = error_in(mermaid, diagram)
    assert error is not None
    assert error.startswith(f"docs/page.md:{line}: ")


def test_mistake_in_a_snippet_is_reported_in_the_snippet(mermaid: Page, tmp_path: Path) -> None:
    snippets = tmp_path / "examples"
    snippets.mkdir()
    (snippets / "path.mmd").write_text("flowchart TD\nA --> B\nB ==>> C\n", encoding="utf-8")
    (diagram,) = find_diagrams('```mermaid\n--8<-- "path.mmd"\n```\n', "docs/page.md", snippets)
    error = error_in(mermaid, diagram)
    assert error is not None
    assert error.startswith("examples/path.mmd:3: ")


@pytest.mark.parametrize("first", ["flowchart TD\nA --> B", "sequenceDiagram\nA->>B: x", "stateDiagram-v2\n[*] --> A"])
def test_drawing_carries_title_and_description(mermaid: Page, first: str) -> None:
    head, _, rest = first.partition("\n")
    svg = draw(mermaid, f"{head}\naccTitle: 三条路\naccDescr: 文字说明\n{rest}")["svg"]
    assert 'role="graphics-document' in svg
    assert "aria-labelledby=" in svg
    assert "aria-describedby=" in svg
    assert ">三条路</title>" in svg
    assert ">文字说明</desc>" in svg
