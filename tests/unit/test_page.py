from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from markdown import Markdown
from markdown.preprocessors import Preprocessor

from handbook.mistakes import Mistake, MistakeError
from handbook.page import ZENSICAL, Page, PageExtension, find_extension, page_of

SOURCE = "---\ntitle: 页\n---\n甲\n乙\n甲\n"


def test_the_page_that_was_told_is_found_on_the_markdown_instance() -> None:
    extension = PageExtension()
    md = Markdown(extensions=[extension])
    extension.page = Page("iptables/nat.md")
    assert page_of(md).path == "iptables/nat.md"


def test_nobody_has_told_a_page() -> None:
    assert page_of(Markdown()) == Page()


def test_zensical_tells_the_page_by_its_own_preprocessor(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(SOURCE, encoding="utf-8")
    md = Markdown(extensions=[PageExtension(Page("other.md"))])
    context: Any = Preprocessor(md)
    context.page, context.config = SimpleNamespace(path="a.md"), {"docs_dir": str(tmp_path)}
    md.preprocessors.register(context, ZENSICAL, 0)
    assert page_of(md) == Page("a.md", SOURCE, rewrites_links=True)


@pytest.mark.parametrize(("number", "line"), [(1, 4), (2, 5), (3, 6), (4, 1)])
def test_a_mistake_stands_in_the_line_of_the_file(number: int, line: int) -> None:
    lines = ["甲", "乙", "甲", "后来加的"]
    error = Page("a.md", SOURCE).mistake(lines, number, "不对；改")
    assert isinstance(error, MistakeError)
    assert error.mistakes == (Mistake("docs/a.md", line, "不对；改"),)


def test_a_mistake_is_the_error_of_the_program_around() -> None:
    page = Page("a.md", SOURCE, RuntimeError)
    assert repr(page.mistake(["乙"], 1, "不对；改")) == repr(RuntimeError("docs/a.md:5: 不对；改"))
    with pytest.raises(RuntimeError, match="data"), page.telling():
        raise MistakeError(Mistake("data/a.yml", 1, "不对；改"))


def test_an_extension_is_found_by_its_class() -> None:
    extension = PageExtension()
    assert find_extension(["toc", extension], PageExtension) is extension
