"""Every diagram of the handbook is one that the vendored mermaid draws."""

from __future__ import annotations

from pathlib import Path

from handbook.diagrams.fence import Diagram, find_diagrams, problems
from support.site_build import ROOT
from unit.diagrams.test_drawing import make_renderer

PAGES = sorted((ROOT / "docs").rglob("*.md"))


def _diagrams(path: Path) -> list[Diagram]:
    source = path.read_text(encoding="utf-8")
    return list(find_diagrams(source, path.relative_to(ROOT).as_posix()))


def test_the_handbook_has_diagrams() -> None:
    """Guards the next test, which would pass if the fences were no longer found."""
    assert any(_diagrams(path) for path in PAGES)


def test_every_diagram_can_be_drawn(tmp_path: Path) -> None:
    diagrams = [diagram for path in PAGES for diagram in _diagrams(path)]
    errors = [problem for diagram in diagrams for problem in problems(diagram)]
    drawn, rejected = make_renderer(tmp_path).draw(diagram.text for diagram in diagrams)
    errors += [rejected[diagram.text].locate(diagram) for diagram in diagrams if diagram.text in rejected]
    assert not errors, "DIAG-1 图画不出来：\n" + "\n".join(errors)
    assert drawn == len({diagram.text for diagram in diagrams})
