"""One tokenizer cuts pages and queries: 汉字, names, flags, numbers, symbols, and forms that mean the same."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handbook.search.build import start_engine
from support.search_engine import SCRIPTS, fold, mark, terms, tokenize


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("连接跟踪", [["连接", "接跟", "跟踪"]]),
        ("包", [["包"]]),
        ("pod调度", [["pod"], ["调度"]]),
        ("B+树 C++ C#", [["b+"], ["树"], ["c++"], ["c#"]]),
        ("1.24 65535 2.6.36", [["1-24"], ["65535"], ["2-6-36"]]),
        ("--dports -p", [["dports", "--dports"], ["p", "-p"]]),
        ("kube-proxy", [["kube-proxy", "kube", "proxy", "kubeproxy"]]),
        ("！？…——", []),
        ("", []),
    ],
)
def test_words(text: str, expected: list[list[str]]) -> None:
    assert tokenize(text) == expected


@pytest.mark.parametrize(
    ("name", "found_by"),
    [
        (
            "innodb_flush_log_at_trx_commit",
            ["innodb-flush-log-at-trx-commit", "trx-commit", "log-at-trx-commit", "flush"],
        ),
        ("net.ipv4.ip_forward", ["net-ipv4-ip-forward", "ip-forward", "ipv4"]),
        ("X-Forwarded-For", ["x-forwarded-for", "forwarded-for", "forwarded"]),
        ("readinessProbe", ["readinessprobe", "readiness", "probe", "readiness-probe"]),
        ("TIME_WAIT", ["time-wait", "timewait", "wait"]),
    ],
)
def test_a_name_is_found_whole_and_in_parts(name: str, found_by: list[str]) -> None:
    assert set(found_by) <= set(tokenize(name)[0])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ｉｐｔａｂｌｅｓ　－Ｆ", "iptables -F"),
        ("連接跟蹤", "连接跟踪"),
        ("防火牆規則為什麼無效", "防火墙规则为什么无效"),
        ("IPTABLES", "iptables"),
        ("time–wait", "time-wait"),
    ],
)
def test_forms_that_mean_the_same(one: str, other: str) -> None:
    assert tokenize(one) == tokenize(other)


def test_words_of_two_meanings_keep_their_simplified_form() -> None:
    """A table that turned 么 into 幺 or 著 into 着 would look right in no result."""
    assert fold("什么是著名端口") == "什么是著名端口"


def test_the_last_character_of_a_run_is_found_too() -> None:
    assert terms("抓包") == ["抓包", "包"]


def test_marks_stand_where_the_hits_are() -> None:
    assert mark("新連接：net.ipv4.ip_forward<1>", ["连接"], ["ip-for"]) == "新[連接]：[net.ipv4.ip_forward]&#60;1&#62;"


@settings(max_examples=25, deadline=None)
@given(st.lists(st.text(max_size=60), min_size=20, max_size=20))
def test_any_text_keeps_its_length_and_the_words_their_places(texts: list[str]) -> None:
    engine = start_engine(SCRIPTS)
    check = """texts => texts.every(text => searchText.fold(text).length === text.length &&
        searchText.words(text).every(word => word.start < word.end && word.end <= text.length && word.terms.every(Boolean)))"""
    # Lone surrogates cannot be passed on; browsers do not send them either.
    sent = json.dumps([text.encode("utf-8", "ignore").decode() for text in texts])
    assert engine.eval(f"({check})({sent})") is True
