"""Where the glossary's names stand in a text: Aho-Corasick, then boundaries and stop phrases, then the longest."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from glossary_terms import Term

# What may follow or precede a name that ends in ASCII is decided by the neighbour's first character; only these matter.
_JOINERS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-.:/@$\\")
_CONTEXT = 48  # characters of context that are enough to tell a path or a dotted name from prose
# SNAT/DNAT and 容器/Pod are prose, lib/modules and /Pod are paths: only capitalised words stand on both sides of a prose slash.
_PROSE_BEFORE = re.compile(
    r"(?:[^\x00-\x7f]|(?<![A-Za-z0-9_./\\~$@:-])[A-Z][A-Za-z0-9]*)/(?:[A-Z][A-Za-z0-9]*/)*\Z|[^A-Za-z0-9_:]:\Z"
)
_PROSE_AFTER = re.compile(
    r"/(?:[^\x00-\x7f]|[A-Z][A-Za-z0-9]*(?![A-Za-z0-9_:@-]|\.[A-Za-z0-9_-]|/(?![A-Z]|[^\x00-\x7f])))"
    r"|[.:](?![A-Za-z0-9_/-])"
)


class Match(NamedTuple):
    """A name in a text: ``text[start:end]`` names ``term``."""

    start: int
    end: int
    term: Term


class TermMatcher:
    """All names of a glossary, compiled once and used for every page; its cost grows with the text, not with the terms."""

    def __init__(self, terms: Sequence[Term]) -> None:
        self.terms = tuple(terms)
        # One text may be a name of one entry and a stop phrase of others (服务器 and 服务).
        names: dict[str, Term] = {}
        stops: dict[str, list[Term]] = {}
        for term in self.terms:
            for name in term.names:
                names.setdefault(name, term)
            for phrase in term.not_in:
                stops.setdefault(phrase, []).append(term)
        patterns = list({**names, **stops})
        self._senses = [(names.get(pattern), stops.get(pattern, [])) for pattern in patterns]
        # Overlapping matches need the standard kind; the longest is chosen after the boundaries are known.
        self._automaton = AhoCorasick(patterns, matchkind=MatchKind.Standard)

    def find(self, text: str) -> list[Match]:
        """Return every place where a name may stand, overlapping ones too, sorted by start, the longest first."""
        found: list[Match] = []
        stopped: dict[str, list[tuple[int, int]]] = {}
        for index, start, end in self._automaton.find_matches_as_indexes(text, overlapping=True):
            named, stops = self._senses[index]
            if named and _stands_alone(text, start, end):
                found.append(Match(start, end, named))
            for term in stops:
                stopped.setdefault(term.id, []).append((start, end))
        if stopped:
            found = [
                match
                for match in found
                if not any(start <= match.start and match.end <= end for start, end in stopped.get(match.term.id, ()))
            ]
        return sorted(found, key=lambda match: (match.start, -match.end))


def choose_longest(matches: Iterable[Match], usable: Callable[[Match], bool] = lambda match: True) -> list[Match]:
    """Return usable matches that do not overlap: leftmost first, of those the longest. ``matches`` are sorted as by ``find``.

    ``usable`` is only asked about a match that would be chosen.
    """
    chosen: list[Match] = []
    reached = 0
    for match in matches:
        if match.start >= reached and usable(match):
            chosen.append(match)
            reached = match.end
    return chosen


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Tell whether ``text[start:end]`` is a word of its own. Ends that are not ASCII need no boundary: 使用Pod部署."""
    before = text[start - 1] if start else ""
    if (
        before in _JOINERS
        and text[start].isascii()
        and not _PROSE_BEFORE.search(text[max(0, start - _CONTEXT) : start])
    ):
        return False
    after = text[end : end + 1]
    return after not in _JOINERS or not text[end - 1].isascii() or bool(_PROSE_AFTER.match(text, end))
