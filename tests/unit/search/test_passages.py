"""The passage below a result: which lines of a section it takes, and which part of a long line."""

from __future__ import annotations

import pytest

from support.search_engine import mark, passage

LONG = 150  # characters of a line that are shown


def test_the_line_with_most_of_the_query_comes_first_and_a_second_only_if_it_is_nearly_as_good() -> None:
    assert passage("端口\n连接跟踪\n别的", "", ["端口", "连接", "接跟", "跟踪"], []) == "<p>[连接跟踪]</p>"
    assert passage("端口在\n别的\n端口上", "", ["端口"], []) == "<p>[端口]在</p><p>[端口]上</p>"


def test_no_more_than_two_lines_are_shown() -> None:
    assert passage("端口一\n端口二\n端口三", "", ["端口"], []).count("<p>") == 2


def test_of_equal_lines_the_first_is_shown_first() -> None:
    assert passage("二 端口\n一 端口", "", ["端口"], []).index("二") < passage(
        "二 端口\n一 端口", "", ["端口"], []
    ).index("一")


def test_far_down_a_line_must_say_more_to_come_first() -> None:
    far = "端口\n" + "别的\n" * 150 + "abc"
    assert passage(far, "", ["端口", "abc"], []).startswith("<p>[端口]</p>")
    assert passage("端口\n别的\nabc", "", ["端口", "abc"], []).startswith("<p>[abc]</p>")


def test_a_word_that_is_repeated_counts_once() -> None:
    shown = passage("端口 端口 端口 端口\n端口 重启", "", ["端口", "重启"], [])
    assert shown.startswith("<p>[端口] [重启]</p>")


@pytest.mark.parametrize(
    ("code", "first"),
    [
        # Code counts less than text that says as much, and more than text that says less.
        ("ss -s", "<p>看 [ss]</p>"),
        ("ss -s ip", "<p><code>[ss] -s [ip]</code></p>"),
        # A prompt and what an example claims come last.
        ("server# ss ip", "<p>看 [ss]</p>"),
        ("✓ ss ip", "<p>看 [ss]</p>"),
    ],
)
def test_text_comes_before_code_that_says_no_more(code: str, first: str) -> None:
    assert passage("看 ss", code, ["ss", "ip"], []).startswith(first)


def test_a_section_without_a_hit_shows_its_beginning() -> None:
    assert passage("短", "", ["端口"], []) == "<p>短</p>"
    assert passage("长" * (LONG + 1), "", ["端口"], []) == f"<p>{'长' * LONG}…</p>"
    assert passage("", "ss -s", ["端口"], []) == ""


def test_of_a_long_line_the_part_with_most_hits_is_shown() -> None:
    filler = "文" * LONG
    line = f"端口{filler}重启端口{filler}端口{filler}"
    shown = passage(line, "", ["端口", "重启"], [])
    assert shown.startswith("<p>…文")
    assert shown.endswith("文…</p>")
    assert "[重启端口]" in shown
    assert len(shown.replace("[", "").replace("]", "")) == LONG + len("<p>……</p>")


@pytest.mark.parametrize(
    ("line", "start", "end"),
    [
        ("端口" + "文" * LONG, "<p>[端口]文", "文…</p>"),
        ("文" * LONG + "端口", "<p>…文", "文[端口]</p>"),
        # A claim is never shown without the word that says that it is wrong.
        ("误传：" + "文" * LONG + "端口", "<p>误传：文", "文…</p>"),
    ],
)
def test_where_a_line_is_cut_there_are_dots(line: str, start: str, end: str) -> None:
    shown = passage(line, "", ["端口"], [])
    assert shown.startswith(start)
    assert shown.endswith(end)


def test_hits_that_touch_are_one_and_a_single_character_may_be_one() -> None:
    assert mark("看连接跟踪表", ["连接", "接跟", "跟踪"], []) == "看[连接跟踪]表"
    assert mark("抓包，包", [], ["包"]) == "抓[包]，[包]"
    assert mark("tcp_tw_reuse 与 tcp", [], ["tw-re"]) == "[tcp_tw_reuse] 与 tcp"


def test_what_stands_in_a_passage_is_text() -> None:
    assert passage("<b>端口</b> \"&'", "", ["端口"], []) == "<p>&#60;b&#62;[端口]&#60;/b&#62; &#34;&#38;&#39;</p>"
