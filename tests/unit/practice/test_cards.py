from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from handbook.practice.cards import Card, card_files, move_address, read_cards
from unit.practice.test_extension import convert
from unit.practice.test_questions import write_book

MARKER = "<!-- list: practice iptables -->"


def _cards(root: Path) -> list[Card]:
    html = str(convert(root, MARKER)).replace("../iptables/state.md", "../../iptables/state/")
    return read_cards(html, "practice/iptables/", "practice/")


def test_the_questions_of_a_list_become_cards(tmp_path: Path) -> None:
    interview, one, two = _cards(write_book(tmp_path))
    assert (interview.id, interview.kind, interview.ask) == (
        "q-state-udp-too",
        "interview",
        "UDP 有 <code>状态</code> 吗？",
    )
    assert interview.answer == "<p>有。</p>\n<p><code>NEW</code> 也有。</p>"
    assert interview.source == '<a class="question-source" href="../iptables/state/#udp">连接跟踪：状态</a>'
    assert (one.kind, two.kind) == ("page", "page")
    assert read_cards("<p>甲</p>", "a/", "practice/") == []


def test_the_hash_is_that_of_the_words_of_the_answer(tmp_path: Path) -> None:
    root = write_book(tmp_path)
    before = [card.hash for card in _cards(root)]
    answers = root / "data/interview/iptables.yml"
    answers.write_text(answers.read_text("utf-8").replace("有。\n", "**有** 。\n\n"), encoding="utf-8")
    assert [card.hash for card in _cards(root)] == before
    answers.write_text("q-state-udp-too: 没有。\n", encoding="utf-8")
    assert [a == b for a, b in zip([card.hash for card in _cards(root)], before, strict=True)] == [False, True, True]


@pytest.mark.parametrize(
    ("address", "moved"),
    [
        ("../../iptables/state/#udp", "../iptables/state/#udp"),
        ("../../glossary/", "../glossary/"),
        ("../../", "../"),
        ("../..", "../"),
        ("#q-a", "iptables/#q-a"),
        ("../../a/b.svg", "../a/b.svg"),
        ("https://example.org/a", "https://example.org/a"),
        ("/a/", "/a/"),
    ],
)
def test_addresses_start_from_the_page_that_draws(address: str, moved: str) -> None:
    assert move_address(address, "practice/iptables/", "practice/") == moved


def test_a_file_for_each_topic_and_one_that_names_them(tmp_path: Path) -> None:
    table, files = card_files({"iptables": _cards(write_book(tmp_path)), "network": []})
    contents = json.loads(re.fullmatch(r"practiceQuestions\((.*)\)\n", files[table])[1])  # type: ignore[index]
    assert list(contents) == ["iptables"]
    assert {kind: list(ids) for kind, ids in contents["iptables"]["hashes"].items()} == {
        "interview": ["q-state-udp-too"],
        "page": ["q-state-one", "q-state-two"],
    }
    name = f"assets/practice/{contents['iptables']['file']}"
    assert re.fullmatch(r"assets/practice/iptables\.[0-9a-f]{8}\.js", name)
    (cards,) = re.findall(r'practiceTopic\("iptables",(.*)\)\n', files[name])
    assert [card["id"] for card in json.loads(cards)] == ["q-state-udp-too", "q-state-one", "q-state-two"]


def test_a_name_changes_with_the_content_only(tmp_path: Path) -> None:
    root = write_book(tmp_path)
    first, again = card_files({"iptables": _cards(root)}), card_files({"iptables": _cards(root)})
    assert first == again
    (root / "data/interview/iptables.yml").write_text("q-state-udp-too: 没有。\n", encoding="utf-8")
    table, files = card_files({"iptables": _cards(root)})
    assert not {table, *files} & {first[0], *first[1]}
