"""Where the glossary's names stand in a text: Aho-Corasick, then boundaries and stop phrases, then the longest."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from handbook.glossary.terms import Term

# Characters that make one word of a name and its neighbour, if the end of the name beside them is ASCII.
_JOINERS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-.:/@$\\")
# Letters of other alphabets join too (Podé, Podα); from CJK Radicals (U+2E80) on, only the full-width forms do.
_FIRST_CJK = "\u2e80"
_FULL_WIDTH = re.compile(r"[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]")
# Characters before a name that are looked at: more than any capitalised word has, and few enough for a page on one line.
_CONTEXT = 48
# SNAT/DNAT and 容器/Pod are prose, lib/modules and /Pod are paths: only capitalised words stand on both sides of a prose slash.
_PROSE_BEFORE = re.compile(
    r"(?:[^\x00-\x7f]|(?<![A-Za-z0-9_./\\~$@:-])[A-Z][A-Za-z0-9]*)/(?:[A-Z][A-Za-z0-9]*/)*\Z|[^A-Za-z0-9_:]:\Z"
)
_PROSE_AFTER = re.compile(
    r"/(?:[^\x00-\x7f]|[A-Z][A-Za-z0-9]*(?![A-Za-z0-9_:@-]|\.[A-Za-z0-9_-]|/(?![A-Z]|[^\x00-\x7f])))"
    r"|[.:](?![A-Za-z0-9_/-])"
    r"|->"
)
_VERSION_AFTER = re.compile(r"(?:/\d+(?:\.\d+)*)+(?![A-Za-z0-9_:@/-]|\.[A-Za-z0-9_-])")  # TLS 1.3/1.2


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
        found: list[_Candidate] = []
        stopped: dict[str, list[tuple[int, int]]] = {}
        for index, start, end in self._automaton.find_matches_as_indexes(text, overlapping=True):
            named, stops = self._senses[index]
            if named and (candidate := _candidate(text, Match(start, end, named))):
                found.append(candidate)
            for term in stops:
                stopped.setdefault(term.id, []).append((start, end))
        covers = {name: _Cover(places) for name, places in stopped.items()}
        matches = [match for match in _settle(found) if not _is_covered(match, covers)]
        return sorted(matches, key=lambda match: (match.start, -match.end))

    def mentioned(self, text: str) -> set[Term]:
        """Return the terms of which a name stands anywhere in a text, inside of other words too."""
        found = {index for index, _, _ in self._automaton.find_matches_as_indexes(text, overlapping=True)}
        return {named for named, _ in map(self._senses.__getitem__, found) if named}


def _is_covered(match: Match, covers: dict[str, _Cover]) -> bool:
    cover = covers.get(match.term.id)
    return cover is not None and cover.holds(match.start, match.end)


class _Cover:
    """Where the stop phrases of one term stand; asked for each mention of the term, in logarithmic time."""

    def __init__(self, places: list[tuple[int, int]]) -> None:
        self.starts: list[int] = []
        self.ends: list[int] = []  # the furthest end of a phrase that begins at or before the start beside it
        for start, end in sorted(places):
            self.starts.append(start)
            self.ends.append(max(end, self.ends[-1]) if self.ends else end)

    def holds(self, start: int, end: int) -> bool:
        """Tell whether one phrase covers all of ``text[start:end]``."""
        # The furthest end belongs to a phrase that begins no later: it covers the stretch or none does.
        number = bisect_right(self.starts, start) - 1
        return number >= 0 and self.ends[number] >= end


class _Candidate(NamedTuple):
    """A name with what its ends depend on: a slash that is prose only if a name stands beyond it, too."""

    match: Match
    slash_before: bool
    slash_after: bool


def _settle(found: Sequence[_Candidate]) -> list[Match]:
    """Return the matches whose slashes, if they depend on one, have a name beyond them that holds: kube-apiserver/etcd."""
    if not any(candidate.slash_before or candidate.slash_after for candidate in found):
        return [candidate.match for candidate in found]
    ending: set[int] = set()  # where a name ends that nothing before it forbids and a slash follows
    beginning: set[int] = set()
    good_before: set[int] = set()
    for number, (match, before, after) in sorted(enumerate(found), key=lambda item: item[1].match.end):
        if not before or match.start - 1 in ending:
            good_before.add(number)
            if after:
                ending.add(match.end)
    kept: list[Match] = []
    for number, (match, before, after) in sorted(enumerate(found), key=lambda item: -item[1].match.start):
        if after and match.end + 1 not in beginning:
            continue
        if before:
            beginning.add(match.start)
        if number in good_before:
            kept.append(match)
    return kept


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


def _candidate(text: str, match: Match) -> _Candidate | None:
    """Return the match if it is a word of its own, or might be one beside a slash.

    Ends that are not ASCII need no boundary: 使用Pod部署.
    """
    before, after = _joined_before(text, match.start), _joined_after(text, match.end)
    return _Candidate(match, bool(before), bool(after)) if before in ("", "/") and after in ("", "/") else None


def _joined_before(text: str, start: int) -> str:
    """Return the character before a name that makes one word of both, "" if there is none."""
    if not start or not text[start].isascii() or not _joins(text[start - 1]):
        return ""
    return "" if _PROSE_BEFORE.search(text[max(0, start - _CONTEXT) : start]) else text[start - 1]


def _joined_after(text: str, end: int) -> str:
    """Return the character after a name that makes one word of both, "" if there is none."""
    if end == len(text) or not text[end - 1].isascii() or not _joins(text[end]):
        return ""
    is_prose = _PROSE_AFTER.match(text, end) or (text[end - 1].isdigit() and _VERSION_AFTER.match(text, end))
    return "" if is_prose else text[end]


def _joins(character: str) -> bool:
    if character.isascii():
        return character in _JOINERS
    return character.isalpha() if character < _FIRST_CJK else bool(_FULL_WIDTH.match(character))
