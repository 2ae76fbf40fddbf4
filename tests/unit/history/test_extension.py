"""The marker becomes the list; without a history, one sentence; and the same repository gives the same list."""

from __future__ import annotations

from pathlib import Path

import pytest
from markdown import Markdown

from handbook.history.extension import History, HistoryExtension, load_history, makeExtension
from handbook.page import Page, PageExtension
from unit.history.repository import Repository

PAGE = "---\ntitle: 甲\ndescription: 甲是什么。\n---\n\n# 甲\n\n## 一节 {#one}\n\n文。\n"
MARKER = "<!-- list: changes -->"


def _html(extension: HistoryExtension) -> str:
    return Markdown(extensions=[PageExtension(Page("recent.md", MARKER)), extension, "attr_list"]).convert(MARKER)


def test_the_list_comes_from_the_history_of_the_project(tmp_path: Path) -> None:
    repository = Repository(tmp_path / "book")
    repository.commit(1_700_000_000, {"docs/a.md": PAGE})
    repository.commit(1_700_100_000, {"docs/a.md": PAGE.replace("文。", "另一句。")})
    extension = makeExtension(root=str(repository.root))
    extension.pages, extension.feed = ["a.md"], "feed.xml"
    html = _html(extension)
    assert '<h2 id="d20231116">2023 年 11 月 16 日</h2>' in html
    assert '<a href="a.md">甲</a>：改写“一节”。' in html
    assert "新的页面：" in html
    assert '<a href="feed.xml">' in html
    assert load_history(repository.root) == load_history(repository.root)
    # What readers see says nothing of how the change was committed.
    assert "change" not in html


@pytest.mark.parametrize(
    "make",
    [lambda root: root.mkdir(), lambda root: Repository(root), lambda root: Repository(root).commit(1, {"a": "b"})],
)
def test_without_a_history_a_sentence_says_so(tmp_path: Path, make: object) -> None:
    root = tmp_path / "book"
    make(root)  # type: ignore[operator]
    history = load_history(root)
    assert history.changes == ()
    assert history.missing.endswith("。")
    html = _html(HistoryExtension(history))
    assert html == f"<p>{history.missing}</p>"


def test_only_the_page_that_shows_the_history_depends_on_it() -> None:
    extension = HistoryExtension(History(missing="没有。"))
    assert extension.depends_on("# 别的页\n") is None
    before = extension.depends_on(MARKER)
    extension.pages = ["a.md"]
    assert extension.depends_on(MARKER) != before
