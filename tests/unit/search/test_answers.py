"""What the engine says of a query: its words, whether it is an error text, which sections answer it, what else was meant."""

from __future__ import annotations

import pytest

from support.search_engine import ask, page

NONE = page("none/", {"text": "别的"})


def _words(typed: str, *texts: str, names: list[list[str]] | None = None) -> list[str]:
    pages = [page(f"{number}/", {"text": text}) for number, text in enumerate(texts)]
    words: list[str] = ask([*pages, NONE], typed, names or [])["words"]
    return words


def _answers(typed: str, *texts: str) -> list[bool]:
    """Return for each section of a site of one-section pages whether it answers; False for one that is not found."""
    found = ask([page(f"{number}/", {"text": text}) for number, text in enumerate(texts)], typed)
    answers = {one["url"]: one["sections"][0]["isAnswer"] for one in found["pages"]}
    return [answers.get(f"{number}/", False) for number, _ in enumerate(texts)]


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("2026-11-29T10:11:12.5Z connection refused", ["connection", "refused"]),
        ("2026/11/29 10:11:12 connection refused", ["connection", "refused"]),
        ("10.244.1.7:8080 connection refused", ["connection", "refused"]),
        ("[   12.345678] connection refused", ["connection", "refused"]),
        ("0x7ffd1234 connection refused", ["connection", "refused"]),
        ("123e4567-e89b-12d3-a456-426614174000 connection refused", ["connection", "refused"]),
        ("0123456789abcdef connection refused", ["connection", "refused"]),
        ("1234#5678: *9 connection refused", ["connection", "refused"]),
        # No part of a moment: a version, a port, a word that has letters of hexadecimal digits only.
        ("nginx 1.26.2 65535 defaced", ["nginx", "1.26.2", "65535", "defaced"]),
    ],
)
def test_what_differs_from_one_log_line_to_the_next_is_not_searched(typed: str, words: list[str]) -> None:
    assert _words(typed) == words


def test_a_query_of_nothing_but_words_of_asking_is_taken_at_its_word() -> None:
    assert _words("为什么") == ["为什么"]
    assert _words("端口为什么不通") == ["端口", "不通"]


def test_names_of_the_glossary_stay_whole_and_the_longest_wins() -> None:
    names = [["连接跟踪", "conntrack"], ["连接跟踪表", "conntrack table"], ["Pod", "容器组"]]
    assert _words("连接跟踪表溢出", names=names) == ["连接跟踪表", "溢出"]
    assert _words("podman", names=names) == ["podman"]
    assert _words("pod调度", names=names) == ["pod", "调度"]


def test_of_a_long_query_the_rarest_words_count_in_their_order_and_two_that_nobody_knows() -> None:
    common = [f"common{letter}" for letter in "abcdefghijklmnopqr"]
    texts = [" ".join(common), " ".join(common), "rare at the end " + " ".join(common)]
    unknown = ["unknownx", "unknowny", "unknownz"]
    words = _words(" ".join([*unknown, *common, "rare"]), *texts)
    assert len(words) == 16
    assert words[:2] == ["unknownx", "unknowny"]
    assert words[2:] == [*common[:13], "rare"]


@pytest.mark.parametrize(
    ("typed", "is_text"),
    [
        ("connection refused by peer", True),
        ("connection refused", False),
        # 汉字 between two words part them, and many of them make it a question.
        ("connection 被 refused 在 peer reset", False),
        ("connection refused by peer 是什么意思呀怎样处理才对以及影响范围", True),
        ("端口 connection 连接 refused by peer 拒绝 重启 服务", False),
        ("error 42 occurred", False),
    ],
)
def test_two_neighbouring_pairs_of_latin_words_make_an_error_text(typed: str, is_text: bool) -> None:
    assert ask([page("a/", {"text": typed})], typed)["isText"] is is_text


def test_a_section_answers_that_has_nearly_all_of_the_query() -> None:
    assert _answers("令牌桶", "说到令牌桶", "别的") == [True, False]
    assert _answers("端口 重启", "端口", "端口和重启", "别的") == [False, True, False]


FILLER = "alpha zeta bravo yankee charlie xray delta whiskey echo victor"


def test_a_section_answers_that_has_a_third_of_the_query_word_for_word() -> None:
    answers = _answers("server closed early zeta", "the server closed early", "early server is closed", "zeta alone")
    assert answers == [True, False, False]


def test_one_pair_of_neighbours_answers_only_with_most_of_the_query() -> None:
    assert not _answers("cannot open display", "cannot open the file", "open door", "cannot say")[0]
    assert _answers("cannot open display", "cannot open it on the display", "open door", "cannot say")[0]


def test_a_section_answers_that_has_three_neighbours_in_a_row() -> None:
    typed = f"too many open files {FILLER}"
    said, spread, *_ = _answers(
        typed, "too many open files", "files open, many of them, too", FILLER.replace(" ", "，")
    )
    assert (said, spread) == (True, False)


def test_words_that_only_hold_a_sentence_together_make_no_answer() -> None:
    typed = f"property foo does not exist on type {FILLER}"
    assert not _answers(typed, "the user does not exist on query", FILLER.replace(" ", "，"))[0]
    assert not _answers("relation zeta is not of the list", "this is not of the other, zeta", "list of a relation")[0]


def test_numbers_between_words_do_not_part_them() -> None:
    typed = f"exited with status 137 after signal {FILLER}"
    assert _answers(typed, "exited with status 1 after signal", FILLER.replace(" ", "，"))[0]


def test_a_code_that_few_sections_have_is_an_answer_by_itself() -> None:
    typed = f"MY-000067 {FILLER}"
    spread = FILLER.replace(" ", "，")
    assert _answers(typed, "见 MY-000067", spread, "别的") == [True, True, False]
    assert not any(_answers(f"mysql {FILLER}", "见 mysql", "别的", spread)[:2])
    assert not any(_answers(typed, *["见 MY-000067"] * 8, spread)[:8])
    assert _answers(f"CreateContainerConfigError {FILLER}", "CreateContainerConfigError", spread) == [True, True]
    assert not _answers(f"CreateContainer {FILLER}", "CreateContainerConfigError", spread)[0]


def test_a_page_that_lists_what_others_explain_is_no_answer() -> None:
    typed = "could not write lock file"
    pages = [page("list/", {"text": typed}, boost=0.4), page("own/", {"text": typed})]
    answers = {one["url"]: one["sections"][0]["isAnswer"] for one in ask(pages, typed)["pages"]}
    assert answers == {"list/": False, "own/": True}


@pytest.mark.parametrize(
    ("typed", "suggested"),
    [
        ("kub", ["kubelet"]),
        ("重启 kub", ["kubelet"]),
        ("kubelet", []),
        ("k", []),
        ("连接", ["连接跟踪"]),
        ("配", []),
        ("配置", []),
        ("没有", []),
    ],
)
def test_what_is_suggested_begins_like_the_last_word(typed: str, suggested: list[str]) -> None:
    pages = [page("连接跟踪", {}), page("配置 文件", {})]
    assert ask(pages, typed, [["kubelet", "节点代理"], ["kube proxy", "代理"]], "suggest") == suggested


def test_of_what_nothing_has_the_words_and_names_that_resemble_it_are_told() -> None:
    pages = [page("a/", {"text": "kubelet containerd"})]
    names = [["连接跟踪", "conntrack"], ["跟踪", "trace"], ["端口", "port"]]
    assert ask(pages, "kubeletx 跟踪器", names, "resembling") == ["kubelet", "连接跟踪", "跟踪"]


@pytest.mark.parametrize("typed", ["ngixn", "nginz"])
def test_a_short_word_may_have_one_slip_and_a_swap_is_one(typed: str) -> None:
    found = ask([page("a/", {"text": "nginx"}), NONE], typed)
    assert [one["url"] for one in found["pages"]] == ["a/"]
    assert ask([page("a/", {"text": "nginx"}), NONE], "ngiz")["pages"] == []


def test_slips_in_both_parts_of_a_name_are_mended() -> None:
    found = ask([page("a/", {"text": "connection is refused"}), NONE], "conection-refusd")
    assert [one["url"] for one in found["pages"]] == ["a/"]
