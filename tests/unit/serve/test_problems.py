"""What a build complains about gets file and line."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest
from mkdocs.utils import DuplicateFilter

from handbook.serve.problems import Problems, of_exception, of_output, quiet, repeat, with_place

DEAD = "Doc file 'a.md' contains a link '{link}', but the target 'x.md' is not found among documentation files."


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    folder = tmp_path / "docs"
    folder.mkdir()
    (folder / "a.md").write_text("# 甲\n\n见[乙](x.md)。\n", encoding="utf-8")
    return folder


def _said(docs: Path, *messages: str) -> list[str]:
    problems = Problems(docs)
    for message in messages:
        problems.handle(logging.LogRecord("mkdocs", logging.ERROR, "", 0, message, (), None))
    return problems.found


def test_a_dead_link_gets_its_line(docs: Path) -> None:
    (problem,) = _said(docs, DEAD.format(link="x.md"))
    assert problem.startswith("docs/a.md:3: 链接 x.md 打不开；改")


def test_of_a_link_that_stands_nowhere_the_page_is_told(docs: Path) -> None:
    assert with_place(DEAD.format(link="y.md"), docs).startswith("docs/a.md:1: 链接 y.md 打不开")


def test_another_text_stays(docs: Path) -> None:
    assert _said(docs, "别的话") == ["别的话"]


def test_mistakes_that_are_told_at_once_are_several(docs: Path) -> None:
    assert _said(docs, "data/a.yml:1: 甲；改\ndata/a.yml:2: 乙；改") == ["data/a.yml:1: 甲；改", "data/a.yml:2: 乙；改"]
    assert _said(docs, "一句话\n分成两行") == ["一句话\n分成两行"]


def test_each_is_told_once_and_announcements_are_not(docs: Path) -> None:
    assert _said(docs, "甲", "Error reading page 'a.md':", "甲") == ["甲"]


def test_quiet_is_heard_by_nobody(docs: Path) -> None:
    problems = Problems(docs)
    logger = logging.getLogger("mkdocs")
    logger.addHandler(problems)
    try:
        with quiet():
            logger.warning("里面")
        logger.warning("外面")
    finally:
        logger.removeHandler(problems)
    assert problems.found == ["外面"]


def test_an_exception_is_told_with_its_last_place_in_the_project() -> None:
    root = Path(__file__).parent
    try:
        int("甲")
    except ValueError as error:
        assert of_exception(error, root).startswith("test_problems.py:")
        assert of_exception(error, root / "elsewhere").startswith("ValueError: ")


def test_a_process_that_died_is_told_by_its_traceback() -> None:
    output = (
        'Traceback (most recent call last):\n  File "/p/hooks/a.py", line 3, in f\n    x\n'
        "  File \"/p/.venv/lib/site-packages/b.py\", line 9, in g\n    y\nNameError: name 'x' is not defined\n"
    )
    assert of_output(output, Path("/p")) == ["hooks/a.py:3: NameError: name 'x' is not defined"]
    assert of_output("Config value 'nav': 不对\n", Path("/p")) == ["Config value 'nav': 不对"]
    assert of_output("", Path("/p")) == ["构建的进程没有说明原因就结束了"]


def test_a_logger_says_again_what_it_left_out(caplog: pytest.LogCaptureFixture) -> None:
    logger = logging.getLogger("handbook.test.repeat")
    logger.filters = [DuplicateFilter(), logging.Filter()]
    for again in (False, False, True):
        if again:
            repeat(logger)
        logger.warning("坏了")
    assert caplog.messages == ["坏了", "坏了"]
