from __future__ import annotations

from pathlib import Path

import pytest

from handbook.mistakes import MistakeError
from handbook.search.exam import Question, load_questions, load_synonyms

GOOD = "中文:\n  - {ask: 三次握手, page: network/tcp.md}\n  - {ask: 挥手, page: [network/tcp.md, a.md]}\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a folder with two pages."""
    (tmp_path / "docs/network").mkdir(parents=True)
    for name in ("network/tcp.md", "a.md"):
        (tmp_path / "docs" / name).write_text("# 页\n", encoding="utf-8")
    return tmp_path


def _write(root: Path, text: str) -> Path:
    path = root / "data.yml"
    path.write_text(text, encoding="utf-8")
    return path


def _problems(error: pytest.ExceptionInfo[MistakeError]) -> list[tuple[int, str]]:
    return [(mistake.line, mistake.problem.partition("；")[0]) for mistake in error.value.mistakes]


def test_questions_are_read(root: Path) -> None:
    assert load_questions(_write(root, GOOD), root / "docs") == [
        Question("中文", "三次握手", ("network/tcp.md",)),
        Question("中文", "挥手", ("network/tcp.md", "a.md")),
    ]


def test_all_mistakes_of_the_questions_are_reported_at_once(root: Path) -> None:
    text = GOOD + "  - {ask: 甲, page: b.md}\n  - {aks: 乙, page: a.md}\n  - 丙\n英文: 丁\n"
    with pytest.raises(MistakeError) as caught:
        load_questions(_write(root, text), root / "docs")
    assert _problems(caught) == [
        (4, "没有页面 docs/b.md"),
        (5, "不认识的键“aks”"),
        (5, "缺少“ask”"),
        (6, "每题写成 - {ask: 三次握手, page: network/tcp.md}"),
        (7, "题型下面要是列表"),
    ]
    assert str(caught.value).startswith("data/search-exam.yml:4: ")


def test_synonyms_are_read_and_no_file_holds_none(root: Path) -> None:
    assert load_synonyms(_write(root, "- [k8s, Kubernetes]\n")) == [["k8s", "Kubernetes"]]
    assert load_synonyms(root / "none.yml") == []


def test_all_mistakes_of_the_synonyms_are_reported_at_once(root: Path) -> None:
    with pytest.raises(MistakeError) as caught:
        load_synonyms(_write(root, "- [k8s, Kubernetes]\n- [只有一个]\n- 不是列表\n- [7, 七]\n"))
    assert [line for line, _ in _problems(caught)] == [2, 3, 4]
    assert str(caught.value).startswith("data/synonyms.yml:2: 第 2 组要是至少两个词的列表；")


@pytest.mark.parametrize("text", ["甲: 乙\n", "- [\n"])
def test_synonyms_of_another_shape_are_refused(root: Path, text: str) -> None:
    with pytest.raises(MistakeError, match=r"^data/synonyms\.yml:\d+: .*；"):
        load_synonyms(_write(root, text))
