"""What open pages are told about the site, and which of them load anew."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.serve.shown import Shown, read_site

SITE = {"index.html": b"1", "a/index.html": b"1", "assets/a.css": b"1", "search/1/t0.js": b"1", "sitemap.xml": b"1"}


@pytest.fixture
def shown() -> Shown:
    shown = Shown()
    shown.replace(SITE)
    return shown


@pytest.mark.parametrize(
    ("change", "changed"),
    [
        ({}, []),
        ({"a/index.html": b"2"}, ["a/index.html"]),
        ({"b/index.html": b"1"}, ["b/index.html"]),
        ({"assets/a.css": b"2"}, ["*"]),
        # Read when somebody searches, not when a page opens.
        ({"search/1/t0.js": b"2", "sitemap.xml": b"2"}, []),
    ],
)
def test_only_what_is_different_loads_anew(shown: Shown, change: dict[str, bytes], changed: list[str]) -> None:
    before = shown.number
    shown.replace({**SITE, **change})
    news = shown.news(before, 0)
    assert news
    assert news.changed == changed
    assert all(shown.get(path) == content for path, content in change.items())


def test_a_page_that_is_gone_has_changed(shown: Shown) -> None:
    before = shown.number
    shown.replace({"index.html": b"1", "assets/a.css": b"1"})
    news = shown.news(before, 0)
    assert news
    assert news.changed == ["a/index.html"]
    assert shown.get("a/index.html") is None


def test_one_page_is_shown_before_the_rest(shown: Shown) -> None:
    before = shown.number
    assert shown.put("a/index.html", b"2")
    assert not shown.put("a/index.html", b"2")
    assert shown.news(before, 0) is not None
    # The site that has it, too, is nothing new.
    before = shown.number
    shown.replace({**SITE, "a/index.html": b"2"})
    news = shown.news(before, 0)
    assert news
    assert news.changed == []


def test_problems_leave_the_site_as_it_is(shown: Shown) -> None:
    before = shown.number
    shown.tell(["docs/a.md:1: 不对；改掉"], stale=True)
    news = shown.news(before, 0)
    assert news
    assert (news.changed, news.problems, news.stale) == ([], ["docs/a.md:1: 不对；改掉"], True)
    assert shown.get("index.html") == b"1"
    assert shown.news(shown.number, 0) is None


def test_a_page_of_an_earlier_server_is_out_of_date(shown: Shown) -> None:
    news = shown.news(shown.number - 60_000, 0)
    assert news
    assert news.changed == ["*"]


def test_a_site_is_read_with_all_its_folders(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a/index.html").write_bytes(b"1")
    (tmp_path / "x.css").write_bytes(b"2")
    assert read_site(tmp_path) == {"a/index.html": b"1", "x.css": b"2"}
