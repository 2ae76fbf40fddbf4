"""A page's rendering is kept: what it depends on, what is put back, and what is rendered anew."""

from __future__ import annotations

import logging
from types import SimpleNamespace
from typing import Any

import pytest

from handbook.glossary.extension import GlossaryExtension
from handbook.glossary.terms import Term
from handbook.serve.memory import Memory
from handbook.serve.rendering import recall_latest, render_or_recall, source_key


class _File:
    def __init__(self, src_uri: str) -> None:
        self.src_uri = src_uri


FILES = {path: _File(path) for path in ("a.md", "b.md", "gone.md")}


class _Data:
    """An extension that shows data on pages which ask for it."""

    def __init__(self, data: str) -> None:
        self.data = data

    def depends_on(self, markdown: str) -> object:
        return self.data if "show" in markdown else None


def _page(markdown: str = "文字", path: str = "a.md", **meta: str) -> Any:
    return SimpleNamespace(
        markdown=markdown,
        meta=meta,
        file=FILES[path],
        content=None,
        toc=None,
        _title_from_render=None,
        present_anchor_ids=None,
        links_to_anchors=None,
    )


def _glossary(definition: str) -> GlossaryExtension:
    return GlossaryExtension([Term("pod", "Pod", "Pod", definition, "a.md#x", "a")])


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (("s", _page(), []), ("s", _page(), []), True),
        (("s", _page(), []), ("t", _page(), []), False),
        (("s", _page(), []), ("s", _page("别的"), []), False),
        (("s", _page(), []), ("s", _page(path="b.md"), []), False),
        (("s", _page(), []), ("s", _page(title="题"), []), False),
        (("s", _page("show"), [_Data("1")]), ("s", _page("show"), [_Data("2")]), False),
        (("s", _page(), [_Data("1")]), ("s", _page(), [_Data("2")]), True),
        (("s", _page("Pod"), [_glossary("一")]), ("s", _page("Pod"), [_glossary("二")]), False),
        (("s", _page(), [_glossary("一")]), ("s", _page(), [_glossary("二")]), True),
        # A term that stands only in what another extension shows is linked there, too.
        (
            ("s", _page("show"), [_glossary("一"), _Data("Pod")]),
            ("s", _page("show"), [_glossary("二"), _Data("Pod")]),
            False,
        ),
        (("s", _page(), [object()]), ("s", _page(), []), True),
    ],
)
def test_a_rendering_is_another_when_what_the_page_shows_is(one: Any, other: Any, same: bool) -> None:
    assert (source_key(*one) == source_key(*other)) is same


def _render(page: Any, memory: Memory, uses: dict[str, list[tuple[str, str]]], files: Any, said: str = "") -> bool:
    """Render or recall; tell whether it was rendered."""
    rendered: list[bool] = []

    def render() -> None:
        rendered.append(True)
        page.content, page.toc, page._title_from_render = "<p>甲</p>", ["toc"], "甲"
        page.present_anchor_ids = {"x"}
        page.links_to_anchors = {FILES["b.md"]: {"y": "b.md#y"}, FILES["gone.md"]: {"z": "gone.md#z"}}
        uses["a.md"] = [("pod", "x")]
        if said:
            logging.getLogger("mkdocs.pages").warning(said)

    render_or_recall(page, "key", memory, render, uses, files)
    return bool(rendered)


def _files(*paths: str) -> Any:
    known = {path: _File(path) for path in paths}
    return SimpleNamespace(get_file_from_path=known.get), known


def test_what_rendering_left_is_put_back_on_the_page_of_the_next_build() -> None:
    memory = Memory()
    assert _render(_page(), memory, {}, None)
    memory.end_generation()
    files, known = _files("b.md")
    page, uses = _page(), dict[str, list[tuple[str, str]]]()
    assert not _render(page, memory, uses, files)
    assert (page.content, page.toc, page._title_from_render) == ("<p>甲</p>", ["toc"], "甲")
    assert page.present_anchor_ids == {"x"}
    # Links lead to this build's files; to one that is gone there is none.
    assert [(file is known["b.md"], links) for file, links in page.links_to_anchors.items()] == [
        (True, {"y": "b.md#y"})
    ]
    assert uses == {"a.md": [("pod", "x")]}


def test_what_plugins_do_to_a_page_does_not_reach_the_next_build() -> None:
    memory = Memory()
    first, second, third = _page(), _page(), _page()
    files, _ = _files("b.md")
    _render(first, memory, {}, files)
    first.toc.append("changed")
    _render(second, memory, {}, files)
    second.toc.append("changed")
    _render(third, memory, {}, files)
    assert third.toc == ["toc"]


def test_what_was_complained_about_is_rendered_and_complained_about_again(caplog: pytest.LogCaptureFixture) -> None:
    memory = Memory()
    assert [_render(_page(), memory, {}, None, said="坏链接") for _ in range(2)] == [True, True]
    assert [record.getMessage() for record in caplog.records] == ["坏链接"] * 2
    assert _render(_page(), memory, {}, None)
    files, _ = _files("b.md")
    assert not _render(_page(), memory, {}, files)


def test_the_last_rendering_stands_in_whatever_has_changed() -> None:
    memory = Memory()
    assert not recall_latest(_page(), memory, {}, None)
    _render(_page(), memory, {}, None)
    files, _ = _files("b.md")
    page, uses = _page("别的文字"), dict[str, list[tuple[str, str]]]()
    assert recall_latest(page, memory, uses, files)
    assert (page.content, uses) == ("<p>甲</p>", {"a.md": [("pod", "x")]})
    assert not recall_latest(_page(path="b.md"), memory, uses, files)


def test_nobody_listens_any_more_after_a_rendering_that_failed() -> None:
    logger = logging.getLogger("mkdocs")
    before = list(logger.handlers)

    def fail() -> None:
        raise ValueError("坏")

    with pytest.raises(ValueError, match="坏"):
        render_or_recall(_page(), "key", Memory(), fail, {}, None)
    assert logger.handlers == before
