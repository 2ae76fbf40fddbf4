"""glossary_matcher: what counts as a mention, and which of several mentions wins."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary_matcher import TermMatcher, choose_longest
from glossary_terms import Term


def term(name: str, *aliases: str, not_in: tuple[str, ...] = ()) -> Term:
    return Term(name, name, name, "定义", "a/b.md", "a", aliases=aliases, not_in=not_in)


TERMS = [
    term("Pod"),
    term("Pod 亲和性"),
    term("iptables"),
    term("conntrack"),
    term("连接跟踪", "ct"),
    term("连接跟踪表"),
    term("服务", not_in=("服务器", "服务商")),
    term("SNAT"),
    term("DNAT"),
    term("TCP"),
    term("UDP"),
    term("TIME_WAIT"),
    term("--dports"),
    term("/proc"),
    term("C++"),
    term("亲和性"),
]
MATCHER = TermMatcher(TERMS)


def names(text: str) -> list[str]:
    return [text[match.start : match.end] for match in choose_longest(MATCHER.find(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Chinese around a Latin name is no obstacle, Latin is.
        ("使用Pod部署", ["Pod"]),
        ("Pod", ["Pod"]),
        ("PodSpec", []),
        ("MyPod", []),
        ("Pods", []),
        ("Pod2", []),
        ("Pod_x", []),
        ("pod", []),
        ("POD", []),
        ("Pod's", ["Pod"]),
        ("(Pod)", ["Pod"]),
        ("“Pod”", ["Pod"]),
        ("Ｐod", []),
        # Parts of identifiers.
        ("kube-iptables-x", []),
        ("iptables-save", []),
        ("nf_conntrack", []),
        ("a.conntrack.b", []),
        ("net.conntrack", []),
        ("conntrack.max", []),
        (".conntrack", []),
        ("conntrack@host", []),
        ("root@conntrack", []),
        ("$conntrack", []),
        ("ns:conntrack", []),
        ("conntrack:80", []),
        ("conntrack://x", []),
        ("\\conntrack", []),
        # Paths.
        ("/usr/conntrack", []),
        ("/conntrack", []),
        ("conntrack/", []),
        ("conntrack/x", []),
        ("lib/conntrack/x", []),
        ("TCP/UDP/x", []),
        ("TCP/UDP.x", []),
        # The end of an ASCII sentence, a list, an "or": prose.
        ("用 conntrack.", ["conntrack"]),
        ("conntrack. Next", ["conntrack"]),
        ("conntrack...", ["conntrack"]),
        ("conntrack, Pod; TCP: UDP!", ["conntrack", "Pod", "TCP", "UDP"]),
        ("注意:Pod", ["Pod"]),
        ("SNAT/DNAT", ["SNAT", "DNAT"]),
        ("(TCP/UDP/Pod)", ["TCP", "UDP", "Pod"]),
        ("TCP/UDP.", ["TCP", "UDP"]),
        ("容器/Pod", ["Pod"]),
        ("Pod/容器", ["Pod"]),
        # Ends of a name that are not letters are ASCII all the same.
        ("用 --dports 指定", ["--dports"]),
        ("x--dports", []),
        ("在 /proc 下", ["/proc"]),
        ("/proc/net", []),
        ("会 C++ 吗", ["C++"]),
        ("状态 TIME_WAIT。", ["TIME_WAIT"]),
        # Stop phrases.
        ("服务器", []),
        ("服务", ["服务"]),
        ("服务器上的服务", ["服务"]),
        ("云服务商", []),
        # The longest wins, but one that fails its boundary hides nothing.
        ("连接跟踪表满了", ["连接跟踪表"]),
        ("连接跟踪与连接跟踪表", ["连接跟踪", "连接跟踪表"]),
        ("Pod 亲和性", ["Pod 亲和性"]),
        ("xPod 亲和性", ["亲和性"]),
        ("用ct记账", ["ct"]),
        ("product", []),
        ("", []),
        ("没有", []),
    ],
)
def test_mentions(text: str, expected: list[str]) -> None:
    assert names(text) == expected


def test_shorter_name_holds_where_the_longest_fails() -> None:
    matcher = TermMatcher([term("TCP SYN"), term("TCP")])
    text = "TCP SYNACK"
    assert [text[m.start : m.end] for m in choose_longest(matcher.find(text))] == ["TCP"]


def test_stop_phrase_of_one_entry_may_be_another_entry() -> None:
    matcher = TermMatcher([term("服务", not_in=("服务器",)), term("服务器")])
    assert [match.term.id for match in choose_longest(matcher.find("服务器和服务"))] == ["服务器", "服务"]


def test_stop_phrase_stops_only_its_own_entry() -> None:
    matcher = TermMatcher([term("亲和", not_in=("亲和性",)), term("和性")])
    assert [match.term.id for match in choose_longest(matcher.find("亲和性"))] == ["和性"]


def test_no_terms() -> None:
    assert TermMatcher([]).find("连接跟踪") == []


ALPHABET = "Pod连接跟踪表服务器 -_./:C"


@given(
    st.lists(st.text("Pod连接跟踪表", min_size=1, max_size=4), unique=True, max_size=8),
    st.text(ALPHABET, max_size=60),
)
def test_choice_is_leftmost_longest_of_what_stands_alone(found_names: list[str], text: str) -> None:
    """Compare with a slow, plain search that knows nothing of automata."""
    matcher = TermMatcher([term(name) for name in found_names])
    every = matcher.find(text)
    for name in found_names:
        starts = [place for place in range(len(text)) if text.startswith(name, place)]
        assert {m.start for m in every if m.term.id == name} <= set(starts)
        if not name[0].isascii() and not name[-1].isascii():
            assert [m.start for m in every if m.term.id == name] == starts
    chosen, reached = [], 0
    for place in range(len(text)):
        here = [match for match in every if match.start == place]
        if here and place >= reached:
            longest = max(here, key=lambda match: match.end)
            chosen.append(longest)
            reached = longest.end
    assert choose_longest(every) == chosen


@given(st.text(ALPHABET + "{}|é字", max_size=60))
def test_offsets_are_characters(text: str) -> None:
    for match in MATCHER.find("𝄞é" + text):
        assert ("𝄞é" + text)[match.start : match.end] in match.term.names
