"""The engine, on small sites: what comes first, what stands for what, and what is found at all."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search_engine import find, repack


def test_title_before_text_before_code() -> None:
    pages = {"code": {"code": "令牌桶"}, "text": {"text": "这里说到令牌桶一次"}, "title": {"title": "令牌桶"}}
    assert find(pages, "令牌桶") == [["title", "text", "code"]]


def test_all_words_before_one_word_many_times() -> None:
    pages = {
        "one": {"text": "端口 端口 端口 端口 端口"},
        "both": {"text": "先说端口的事情，然后过了很久才说到重启"},
        "other": {"text": "别的"},
    }
    assert find(pages, "端口 重启")[0][0] == "both"


@pytest.mark.parametrize(
    ("usual", "query", "without", "about"),
    [
        (2, "nginx 端口开放", {"text": "端口开放"}, {"text": "端口 nginx 开放"}),
        (8, "nginx 限制并发下载速度", {"text": "限制并发下载速度"}, {"title": "nginx", "text": "nginx 并发下载"}),
    ],
)
def test_the_named_tool_counts_as_much_as_a_longer_phrase(
    usual: int, query: str, without: dict[str, str], about: dict[str, str]
) -> None:
    others = {f"page {number}": {"text": "nginx 别的事情"} for number in range(usual)}
    pages = {**others, **{f"other {number}": {"text": "无关的话"} for number in range(20)}}
    assert find({**pages, "without": without, "about": about}, query)[0][0] == "about"


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
