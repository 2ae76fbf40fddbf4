"""Pages are read as far as they can be."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.page_source import parse_page
from handbook.rules.model import Problem, drop_allowed, load_handbook, without_code
from handbook.rules.registry import check_all
from support.rule_pages import PAGE, PAGE_PATH, find_problems


def test_a_page_that_is_not_utf8_is_reported_and_the_others_are_still_checked(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/gbk.md").write_bytes(b"# ok\n" + "## 网络".encode("gbk"))
    (found,) = find_problems(tmp_path, "FM-1", {})
    assert str(found) == "FM-1 docs/gbk.md:2: 不是 UTF-8 编码；用 UTF-8 另存"


FRAMES = {
    "\n" + PAGE: "FM-1 {}:1: --- 要在第一行；删掉它前面的空行",
    " " + PAGE: "FM-1 {}:1: --- 前面有空格；顶格写",
    PAGE.replace("\n---\n", "\n", 1): "FM-1 {}:1: 文件头没有结束；在最后一个键的下一行单独写 ---",
    PAGE.replace("title: 连接跟踪", "title: 连接: 跟踪"): "FM-1 {}:2: YAML 写法有误",
    PAGE.replace("title: 连接跟踪", "\ttitle: 连接跟踪"): "FM-1 {}:2: YAML 写法有误",
    PAGE + "\n```bash\nls\n": "CODE-1 {}:43: 代码块没有结束",
    PAGE.replace("## 原理", "```bash\nls\n\n## 原理"): "CODE-1 {}:19: 代码块没有结束",
    PAGE.replace(
        "## 原理 {#how}", "<<<<<<< HEAD\n## 原理 {#how}\n=======\n## 原理{#how}\n>>>>>>> b"
    ): "FILE-3 {}:19: 有没解决完",
    PAGE.replace("## 原理 {#how}", "使用\x1bPod\n\n## 原理 {#how}"): "CHAR-3 {}:19: 有控制字符 U+001B",
}


@pytest.mark.parametrize(("text", "message"), FRAMES.items())
def test_a_page_that_is_not_read_as_meant_is_one_problem_and_no_other_follows(
    tmp_path: Path, text: str, message: str
) -> None:
    find_problems(tmp_path, "FM-1", {PAGE_PATH: text})
    (found,) = check_all(load_handbook(tmp_path))
    assert str(found).startswith(message.format(PAGE_PATH))


@pytest.mark.parametrize(
    ("text", "message"),
    {
        "---\n---\n# 甲\n": "文件头是空的；在两行 --- 之间写 title、description、kind、reviewed",
        "": "这一页是空的；写上内容，或删掉这个文件",
        " \n\n": "这一页是空的；写上内容，或删掉这个文件",
    }.items(),
)
def test_an_empty_page_is_one_problem(tmp_path: Path, text: str, message: str) -> None:
    find_problems(tmp_path, "FM-1", {"docs/iptables/new.md": text})
    (found,) = check_all(load_handbook(tmp_path))
    assert str(found) == f"FM-1 docs/iptables/new.md:1: {message}"


def test_what_other_files_say_of_a_page_that_cannot_be_decoded_still_holds(tmp_path: Path) -> None:
    find_problems(tmp_path, "FM-1", {PAGE_PATH: None})
    (tmp_path / PAGE_PATH).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / PAGE_PATH).write_bytes(PAGE.encode() + "内核\n".encode("gbk"))
    (found,) = check_all(load_handbook(tmp_path))
    assert str(found) == f"FM-1 {PAGE_PATH}:42: 不是 UTF-8 编码；用 UTF-8 另存"


ALLOWING = """\
<!-- allow: CHAR-2 有理由 -->

第一行
第二行

下一段

<!-- allow: CHAR-2 有理由 -->
```text
一

二
```
后面
"""


def test_what_an_editor_lets_pass_is_the_next_block_and_one_rule() -> None:
    page = parse_page("a.md", ALLOWING)
    problems = [
        Problem(file, line, rule, "x")
        for file in ("docs/a.md", "docs/b.md")
        for rule in ("CHAR-2", "CHAR-3")
        for line in range(1, len(page.lines) + 1)
    ]
    left = drop_allowed(problems, [page])
    gone = {(problem.file, problem.rule, problem.line) for problem in problems} - {
        (problem.file, problem.rule, problem.line) for problem in left
    }
    assert gone == {("docs/a.md", "CHAR-2", line) for line in (3, 4, 9, 10, 11, 12, 13)}
    assert left == sorted(left)


def test_files_are_listed_with_their_size_and_read_if_somebody_wrote_them(tmp_path: Path) -> None:
    for name, content in {
        "docs/a.txt": "\ufeff文字".encode(),
        "docs/big.txt": b"x" * 1_000_001,
        "docs/a.png": b"\x89PNG\xff",
        "docs/assets/vendor/x.js": b"x",
        "data/__pycache__/x.pyc": b"x",
        "elsewhere/x.txt": b"x",
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(content)
    handbook = load_handbook(tmp_path)
    assert handbook.files == {"docs/a.txt": 9, "docs/big.txt": 1_000_001, "docs/a.png": 5}
    assert handbook.texts == {"docs/a.txt": "文字"}


def test_code_and_comments_are_blanked_and_every_other_character_keeps_its_column() -> None:
    assert without_code("甲 `乙` 丙 <!-- 丁 --> 戊") == "甲     丙            戊"
