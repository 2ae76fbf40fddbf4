"""The rule about markers: comments that the build replaces, and which a typo would leave as comments nobody sees."""

from __future__ import annotations

from handbook.markers import Marker, MarkerError, read_marker
from handbook.page_source import PageSource
from handbook.rules.model import Problem, problem, prose_lines


def mark_1(page: PageSource) -> list[Problem]:
    """Require that a comment which looks like a marker is one, on a line of its own, and stands on the page once."""
    found: list[Problem] = []
    seen: dict[Marker, int] = {}
    for number, line in prose_lines(page):
        try:
            marker = read_marker(line)
        except MarkerError as error:
            found.append(problem("MARK-1", page, number, str(error)))
            continue
        if marker and marker.name != "allow" and (first := seen.setdefault(marker, number)) != number:
            found.append(problem("MARK-1", page, number, f"这个标记在第 {first} 行写过；删掉一处"))
    return found
