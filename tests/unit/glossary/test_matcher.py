"""glossary_matcher: what counts as a mention, and which of several mentions wins."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handbook.glossary.matcher import Match, TermMatcher, choose_longest
from handbook.glossary.terms import Term


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
    term("TLS 1.3"),
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
        ("StatefulSet/Pod", ["Pod"]),
        ("Pod/StatefulSet", ["Pod"]),
        # A slash between two names, whatever their case; an arrow; two versions.
        ("conntrack/iptables", ["conntrack", "iptables"]),
        ("TIME_WAIT/conntrack/iptables。", ["TIME_WAIT", "conntrack", "iptables"]),
        ("conntrack/iptables/x", []),
        ("x/conntrack/iptables", []),
        ("/conntrack/iptables", []),
        ("conntrack/iptables.md", []),
        ("容器/conntrack/iptables", ["conntrack", "iptables"]),
        ("SYN->TCP->UDP", ["TCP", "UDP"]),
        ("TCP-UDP", []),
        ("TLS 1.3/1.2", ["TLS 1.3"]),
        ("TLS 1.3/1.2/1.1。", ["TLS 1.3"]),
        ("TLS 1.3/x", []),
        ("TLS 1.3/2b", []),
        ("conntrack/80", []),
        # Letters of other alphabets make longer words; full-width ones too.
        ("Podé", []),
        ("αPod", []),
        ("Podа", []),
        ("Podｘ", []),
        ("Pod、", ["Pod"]),
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


def test_a_stop_phrase_covers_the_whole_name_or_stops_nothing() -> None:
    matcher = TermMatcher([term("端口", not_in=("端口号", "源端口", "端口映射表"))])
    found = [(match.start, match.end) for match in matcher.find("端口号、源端口、端口映射表、端口")]
    assert found == [(14, 16)]


def test_a_stop_phrase_inside_another_hides_nothing_of_it() -> None:
    matcher = TermMatcher([term("映射", not_in=("端口映射表", "口映"))])
    assert matcher.find("端口映射表") == []
    assert [match.start for match in matcher.find("口映射")] == [1]


def test_a_stop_phrase_that_ends_inside_the_name_does_not_stop_it() -> None:
    matcher = TermMatcher([term("端口映射", not_in=("源端口",))])
    assert [match.start for match in matcher.find("源端口映射")] == [1]


def test_of_two_entries_with_one_name_the_first_has_it() -> None:
    assert [match.term.id for match in TermMatcher([term("Pod"), term("容器组", "Pod")]).find("Pod")] == ["Pod"]


def test_only_what_would_be_chosen_is_asked_about() -> None:
    """The answer for a place is kept: it must be that of the match which becomes the link."""
    matcher = TermMatcher([term("连接跟踪表"), term("连接跟踪"), term("跟踪")])
    asked: list[tuple[int, int]] = []

    def usable(match: Match) -> bool:
        asked.append((match.start, match.end))
        return True

    choose_longest(matcher.find("连接跟踪表"), usable)
    assert asked == [(0, 5)]


def test_a_name_is_mentioned_inside_other_words_and_a_stop_phrase_is_no_name() -> None:
    assert {found.id for found in MATCHER.mentioned("PodSpec 在服务商那里")} == {"Pod", "服务"}
    assert MATCHER.mentioned("服 务") == set()


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
