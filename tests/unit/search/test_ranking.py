"""The engine, on small sites: what comes first, what stands for what, and what is found at all."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handbook.search.build import Page, build_files
from support.search_engine import SCRIPTS, ask, find, page, repack


def test_title_before_a_single_mention() -> None:
    pages = {"code": {"code": "令牌桶"}, "text": {"text": "这里说到令牌桶一次"}, "title": {"title": "令牌桶"}}
    assert find(pages, "令牌桶")[0][0] == "title"


def test_many_mentions_before_one() -> None:
    assert find({"once": {"text": "令牌桶"}, "often": {"text": "令牌桶，令牌桶，令牌桶"}}, "令牌桶") == [
        ["often", "once"]
    ]


def test_all_words_before_one_word_many_times() -> None:
    pages = {
        "one": {"text": "端口 端口 端口 端口 端口"},
        "both": {"text": "先说端口的事情，然后过了很久才说到重启"},
        "other": {"text": "别的"},
    }
    assert find(pages, "端口 重启")[0][0] == "both"


def test_an_exact_name_before_a_longer_one() -> None:
    pages = {
        "longer": {"text": "tcp_tw_reuse_more"},
        "exact": {"text": "设置 tcp_tw_reuse"},
        "part": {"text": "reuse tw"},
    }
    assert find(pages, "tcp_tw_reuse")[0][:2] == ["exact", "longer"]


@pytest.mark.parametrize("query", ["tw_reuse", "tcp_tw", "TCP.TW.REUSE", "reuse", "tcp_tw_re", "tw reuse"])
def test_parts_of_a_name(query: str) -> None:
    assert find({"a": {"text": "net.ipv4.tcp_tw_reuse"}, "b": {"text": "别的"}}, query) == [["a"]]


@pytest.mark.parametrize("query", ["--dports", "dports", "--dport", "-m multiport --dports 22"])
def test_flags_with_and_without_dashes(query: str) -> None:
    assert find({"a": {"text": "-m multiport --dports 22,80"}, "b": {"text": "别的"}}, query) == [["a"]]


@pytest.mark.parametrize(
    ("query", "page"), [("readiness probe", "zh"), ("就绪探针", "en"), ("K8S", "k"), ("kubernetes", "k8")]
)
def test_names_stand_for_each_other(query: str, page: str) -> None:
    pages = {
        "zh": {"text": "就绪探针失败"},
        "en": {"text": "the readiness probe fails"},
        "k": {"text": "Kubernetes 集群"},
        "k8": {"text": "k8s 集群"},
    }
    names = [["就绪探针", "readiness probe"], ["k8s", "Kubernetes"]]
    assert page in find(pages, query, names=names)[0]


@pytest.mark.parametrize("query", ["kubelte", "kublet", "kubeet", "kubeleet"])
def test_slips_of_the_keyboard(query: str) -> None:
    assert find({"a": {"text": "kubelet"}, "b": {"text": "nginx"}}, query) == [["a"]]


def test_no_guessing_where_the_word_is_there() -> None:
    pages = {"tree": {"text": "tree tree tree"}, "free": {"text": "free"}}
    assert find(pages, "free") == [["free"]]


@pytest.mark.parametrize("query", ["证书怎么办", "什么是证书", "证书的期限是什么", "請問證書"])
def test_words_of_asking_do_not_count(query: str) -> None:
    pages = {"a": {"text": "证书期限"}, "b": {"text": "怎么办，什么是，的，请问"}}
    assert find(pages, query)[0][0] == "a"


@pytest.mark.parametrize(
    "query", ["", " ", "？！", "😀", "+-~^:*", "\x00\x01", "__proto__", "constructor", "的", "x" * 10_000]
)
def test_any_query_gets_an_answer(query: str) -> None:
    assert find({"a": {"text": "证书"}}, query) == [[]]


@settings(max_examples=25, deadline=None)
@given(st.dictionaries(st.integers(0, 2_000_000), st.floats(0.125, 31), max_size=200))
def test_postings_come_out_as_they_went_in(weights: dict[int, float]) -> None:
    entries = sorted(weights.items())
    found = repack(entries)
    assert [section for section, _ in found] == [section for section, _ in entries]
    # Half a step of the scale of weights.
    assert all(abs(out / weight - 1) < 0.032 for (_, weight), (_, out) in zip(entries, found, strict=True))


def _order(pages: list[Page], query: str, names: list[list[str]] | None = None) -> list[str]:
    return [found["url"] for found in ask(pages, query, names or [])["pages"]]


def test_what_stands_as_it_was_typed_comes_first() -> None:
    assert find({"a": {"text": "65535 port"}, "b": {"text": "port 65535"}}, "port 65535") == [["b", "a"]]
    heading = {"a": {"heading": "65535 port"}, "b": {"heading": "port 65535"}}
    assert find(heading, "port 65535") == [["b", "a"]]


def test_in_a_heading_it_counts_more_than_in_the_text() -> None:
    pages = {
        "text": {"heading": "65535 port", "text": "port 65535"},
        "heading": {"heading": "port 65535", "text": "65535 port"},
    }
    assert find(pages, "port 65535") == [["heading", "text"]]


def test_words_that_follow_each_other_as_typed_come_first() -> None:
    pages = {"apart": {"text": "bucket token limit"}, "together": {"text": "token bucket or limit"}}
    assert find(pages, "token bucket limit") == [["together", "apart"]]


def test_words_that_follow_each_other_do_so_with_a_slip_in_one_of_them_too() -> None:
    pages = {
        "apart": {"text": "login refused, access refused; the connection was closed"},
        "said": {"text": "curl says connection refused when nobody listens there"},
    }
    assert find(pages, "conection refused")[0][0] == "said"


def test_a_page_with_a_further_section_about_it_comes_first() -> None:
    once = page("once", {"text": "令牌桶"}, {"text": "别的"})
    twice = page("twice", {"text": "令牌桶"}, {"text": "令牌桶"})
    assert _order([once, twice], "令牌桶") == ["twice", "once"]


def test_one_word_in_the_heading_does_not_outweigh_both_in_the_text() -> None:
    heading = page("heading", {"heading": "端口", "text": "端口，端口"})
    both = page("both", {"text": "端口、别的、重启"})
    assert _order([heading, both, page("other", {"text": "重启"})], "端口 重启")[:2] == ["both", "heading"]


def test_a_heading_says_what_the_section_is_about_whatever_its_text_repeats() -> None:
    pages = [page("text", {"text": "令牌桶，令牌桶，令牌桶"}), page("heading", {"heading": "令牌桶"})]
    assert _order(pages, "令牌桶") == ["heading", "text"]


def test_a_page_that_only_lists_comes_after_one_that_explains() -> None:
    lists = page("list", {"text": "令牌桶"}, boost=0.4)
    assert _order([lists, page("explains", {"text": "令牌桶"})], "令牌桶") == ["explains", "list"]


def test_only_sections_that_say_nearly_as_much_are_shown() -> None:
    sections = [
        {"text": "令牌桶 限速，令牌桶 限速"},
        {"text": "令牌桶与限速"},
        {"text": "限速"},
    ]
    (found,) = ask([page("a", *sections), *(page(f"{n}", {"text": "限速"}) for n in range(9))], "令牌桶 限速")["pages"][
        :1
    ]
    assert [section["id"] for section in found["sections"]] == ["0", "1"]


def test_a_long_run_of_chinese_does_not_outweigh_two_words() -> None:
    pages = [page("run", {"text": "连接跟踪"}), page("words", {"text": "nginx reload"})]
    assert _order(pages, "连接跟踪 nginx reload") == ["words", "run"]


def test_a_name_of_which_no_page_has_one_word_is_not_found_by_the_other() -> None:
    names = [["就绪探针", "readiness probe"]]
    assert _order([page("part", {"text": "liveness probe"})], "readiness probe", names) == []
    both = [page("name", {"text": "readiness probe"}), page("part", {"text": "liveness probe"})]
    assert _order(both, "readiness probe", names) == ["name", "part"]


def test_a_name_inside_a_run_may_be_there_by_chance() -> None:
    """Where 端口 is a name, 重启端口 is two words, and the page where they follow each other comes first."""
    pages = [page("apart", {"text": "重启，端口"}), page("together", {"text": "重启端口"})]
    assert _order(pages, "重启端口 nginx", [["端口", "port"]]) == ["together", "apart"]


def test_a_word_that_the_handbook_only_quotes_is_a_slip_of_a_common_one() -> None:
    slip = page("slip", {"text": "kubelte"})
    common = [page(f"{number}", {"text": "kubelet"}) for number in range(8)]
    assert len(_order([slip, *common], "kubelte")) == 9
    assert _order([slip, *common[:7]], "kubelte") == ["slip"]


def test_the_beginning_of_a_word_finds_it_in_every_file_of_the_index() -> None:
    """Terms are spread over files; those that begin alike may stand in two."""
    every = [f"ab{number:04}" for number in range(9000)]
    boundary = _starts([page("all", {"text": " ".join(every)})])[1]
    before = [word for word in every if word < boundary]
    pages = [page("before", {"text": " ".join(before)}), page("after", {"text": " ".join(every[len(before) :])})]
    assert _starts(pages)[1] == boundary
    beginning = next(
        boundary[:length] for length in range(5, 2, -1) if boundary[:length] + "0" * (6 - length) < boundary
    )
    assert sorted(_order(pages, beginning)) == ["after", "before"]


def _starts(pages: list[Page]) -> list[str]:
    meta = build_files(pages, {}, [], SCRIPTS)["meta.js"]
    starts: list[str] = json.loads(meta[meta.index(",") + 1 : -2])["starts"]
    return starts
