from __future__ import annotations

import pytest

from handbook.mistakes import Checks, Mistake, MistakeError, meant, nearest, told_as
from handbook.yaml_lines import loads

FILE = "data/things.yml"
TEXT = "- {id: a, naem: x}\n- id: ''\n  name: b\n- 只有文字\n"


def test_an_error_is_one_line_for_each_mistake() -> None:
    error = MistakeError(Mistake(FILE, 1, "甲；改"), Mistake(FILE, 3, "乙；改"))
    assert str(error) == "data/things.yml:1: 甲；改\ndata/things.yml:3: 乙；改"


def test_checks_find_all_mistakes_in_the_order_of_the_file() -> None:
    data, lines = loads(TEXT, FILE)
    checks = Checks(FILE, lines)
    for number, entry in reversed(list(enumerate(data))):
        place = checks.below(number, label=f"第 {number + 1} 条：")
        if place.mapping(entry, ("id", "name"), ("id", "name"), "写成几行“键: 值”；例如 id: a"):
            place.text(entry["id"], "id")
    with pytest.raises(MistakeError) as caught:
        checks.refuse()
    assert [str(mistake) for mistake in caught.value.mistakes] == [
        "data/things.yml:1: 第 1 条：不认识的键“naem”；是不是“name”？",
        "data/things.yml:1: 第 1 条：缺少“name”；补上一行“name: …”",
        "data/things.yml:2: 第 2 条：“id”要是非空的文字；写上内容，数字和日期加引号",
        "data/things.yml:4: 第 3 条：写成几行“键: 值”；例如 id: a",
    ]


def test_nothing_is_raised_when_nothing_was_found() -> None:
    checks = Checks(FILE, loads(TEXT, FILE)[1])
    assert checks.text("一\n 二", 0, "id") == "一 二"
    assert checks.texts(["甲", "乙"], "names") == ("甲", "乙")
    checks.refuse()


@pytest.mark.parametrize("value", [None, "甲", [""], [1], ["甲", " "]])
def test_a_list_of_texts_is_one(value: object) -> None:
    checks = Checks(FILE, loads(TEXT, FILE)[1])
    assert checks.texts(value, "names") == ()
    assert checks.found


def test_a_word_that_is_not_known_gets_the_nearest_or_all() -> None:
    assert nearest("truht", ("claim", "truth")) == "是不是“truth”？"
    assert nearest("xyz", ("claim", "truth")) == "删掉它；可用的键：claim、truth"


def test_a_remedy_ends_with_the_nearest_word_when_there_is_one() -> None:
    assert meant("state.md", {"stats.md", "nat.md"}) == "，是不是 stats.md"
    assert meant(443, ("https", "http")) == ""


def test_mistakes_are_told_as_the_error_of_the_program_around() -> None:
    @told_as(RuntimeError)
    def fail() -> None:
        raise MistakeError(Mistake(FILE, 1, "甲；改"))

    with pytest.raises(RuntimeError, match=r"^data/things\.yml:1: 甲；改$"):
        fail()
    with pytest.raises(MistakeError), told_as(None):
        raise MistakeError(Mistake(FILE, 1, "甲；改"))
