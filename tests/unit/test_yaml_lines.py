"""yaml_lines: plain data, exact lines, and a message with file, line and remedy for each kind of broken file."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from handbook import yaml_lines
from handbook.mistakes import MistakeError

GOOD = """\
# comment
- id: one
  names:
    - a
    - b

- id: two
  text: >-
    long
    text
"""


@pytest.fixture
def data_file(tmp_path: Path) -> Path:
    (tmp_path / "data").mkdir()
    return tmp_path / "data" / "things.yml"


def test_data_is_what_safe_load_gives(data_file: Path) -> None:
    data_file.write_text(GOOD, encoding="utf-8")
    data, _ = yaml_lines.load(data_file)
    assert data == yaml.safe_load(GOOD)


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ((), 2),
        ((0,), 2),
        ((0, "id"), 2),
        ((0, "names"), 3),
        ((0, "names", 1), 5),
        ((1,), 7),
        ((1, "text"), 8),
        ((1, "missing"), 7),
        ((0, "names", 9, "deeper"), 3),
        ((7,), 2),
    ],
)
def test_line_of_path_or_nearest_parent(data_file: Path, path: tuple[str | int, ...], line: int) -> None:
    data_file.write_text(GOOD, encoding="utf-8")
    _, lines = yaml_lines.load(data_file)
    assert lines.of(*path) == line


@pytest.mark.parametrize("text", ["", "# only a comment\n"])
def test_empty_file_is_none(text: str) -> None:
    data, lines = yaml_lines.loads(text, "x.yml")
    assert data is None
    assert lines.of(4, "id") == 1


def test_byte_order_mark_is_ignored(data_file: Path) -> None:
    data_file.write_bytes(b"\xef\xbb\xbf- a\n")
    assert yaml_lines.load(data_file)[0] == ["a"]


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("- id: one\n  term: [a\n- id: two\n", 3, "YAML 写法有误"),
        ("- a: 1\n b: 2\n", 2, "YAML 写法有误"),
        ('- a: "open\n', 2, "YAML 写法有误"),
        ("- a: x\n\tb: y\n", 2, "YAML 写法有误"),
        ("a: 1\n---\nb: 2\n", 2, "YAML 写法有误"),
        ("- a: !!python/name:os.system x\n", 1, "YAML 写法有误"),
        ("- a: 1\n  b: 2\n  a: 3\n", 3, '键 "a" 重复'),
        ("- a: {b: 1, b: 2}\n", 1, '键 "b" 重复'),
        ("- no: 1\n", 1, "键 'no' 不是字符串"),
        ("- 12: 1\n", 1, "键 '12' 不是字符串"),
        ("- ? [a]\n  : 1\n", 1, "不是字符串"),
        ("- &x {a: 1}\n- *x\n", 1, "锚点"),
        ("- &x [*x]\n", 1, "锚点"),
        ("- <<: {a: 1}\n", 1, "合并键"),
        ("- a\n- b\x07\n", 2, "控制字符"),
        ("- 2026-13-45\n", 1, "有读不懂的值"),
    ],
)
def test_mistake_names_file_line_and_remedy(text: str, line: int, words: str) -> None:
    with pytest.raises(MistakeError) as caught:
        yaml_lines.loads(text, "data/things.yml")
    message = str(caught.value)
    assert message.startswith(f"data/things.yml:{line}: ")
    assert words in message
    assert "；" in message, "the remedy follows the semicolon"


def test_missing_file(data_file: Path) -> None:
    with pytest.raises(MistakeError, match=r"^data/things\.yml:1: 没有这个文件；"):
        yaml_lines.load(data_file)


def test_folder_instead_of_file(data_file: Path) -> None:
    data_file.mkdir()
    with pytest.raises(MistakeError, match=r"^data/things\.yml:1: 读不了"):
        yaml_lines.load(data_file)


def test_not_utf8(data_file: Path) -> None:
    data_file.write_bytes(b"- a\n- b\n- \xd6\xd0\n")
    with pytest.raises(MistakeError, match=r"^data/things\.yml:3: 不是 UTF-8"):
        yaml_lines.load(data_file)


def test_name_in_messages_can_be_given(data_file: Path) -> None:
    with pytest.raises(MistakeError, match=r"^other\.yml:1: "):
        yaml_lines.load(data_file, shown="other.yml")


# YAML's emitter itself changes control characters and the line ends of Unicode, so they stay out of the round trip.
WORDS = st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), min_size=1, max_size=8)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | WORDS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(WORDS, inner, max_size=4),
    max_leaves=12,
)


@given(VALUES)
def test_any_dumped_data_comes_back_the_same(value: object) -> None:
    text = yaml.safe_dump(value, allow_unicode=True)
    data, lines = yaml_lines.loads(text, "x.yml")
    assert data == value
    assert all(1 <= line <= text.count("\n") + 1 for line in lines.values())


@given(st.text(max_size=80))
def test_any_text_loads_or_raises_a_yaml_error(text: str) -> None:
    try:
        yaml_lines.loads(text, "x.yml")
    except MistakeError as error:
        assert str(error).startswith("x.yml:")


@pytest.mark.parametrize(
    ("text", "code"), [('- "a\\0b"\n', "0000"), ('k: "a\\eb"\n', "001B"), ('"a\\x7fb": 1\n', "007F")]
)
def test_a_control_character_is_refused(text: str, code: str) -> None:
    with pytest.raises(MistakeError, match=rf"^data/things\.yml:1: 有控制字符 U\+{code}.*；"):
        yaml_lines.loads(text, "data/things.yml")


def test_a_control_character_is_found_in_what_json_held() -> None:
    assert yaml_lines.control_character({"a": ["b", {"c": "d\x00"}]}) == "\x00"
    assert yaml_lines.control_character({"a": ["b\n", {"c": 1}]}) == ""


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a: b: c\n", "YAML 写法有误：多了一个冒号，或缩进比上一行深；"),
        ("a: 'x\n", "YAML 写法有误：引号没有结束；"),
        ("a: [1\n", "YAML 写法有误：方括号没有结束；"),
        ("a: {b\n", "YAML 写法有误：花括号没有结束；"),
        ("\ta: b\n", "YAML 写法有误：开头的字符 YAML 另有用处"),
        ("a: @x\n", "YAML 写法有误：开头的字符 YAML 另有用处"),
        ('a: "x" y\n', "YAML 写法有误：引号后面还有字"),
        ("- a\n- b\nc: d\n", "YAML 写法有误：列表里有一行没有以 - 开头；"),
        ("a: ：b\nb\n", "YAML 写法有误：少了冒号"),
        ("a: 1\n---\nb: 2\n", "YAML 写法有误；检查这一行和上一行"),
    ],
)
def test_a_mistake_in_yaml_is_told_without_the_parser_s_words(text: str, said: str) -> None:
    with pytest.raises(MistakeError) as caught:
        yaml_lines.loads(text, "a.yml")
    assert said in str(caught.value)
    assert not re.search("[a-z]{3,}", str(caught.value).removeprefix("a.yml"))
