"""The page that offers copies tells their sizes and has its buttons."""

from __future__ import annotations

import pytest
from markdown import Markdown

from handbook.offline.extension import BUTTONS, CopiesExtension, fill
from handbook.page import Page, PageExtension

SIZES = {"book": "2.7 MB", "pack": "8.1 MB", "copy": "15.0 MB", "load": "3.3 MB"}


def convert(text: str, path: str = "offline.md") -> str:
    """Return the HTML of a page."""
    return Markdown(extensions=[PageExtension(Page(path)), CopiesExtension()]).convert(text)


def test_sizes_have_their_places() -> None:
    html = fill(convert("<!-- list: copies sizes -->"), SIZES)
    for size in SIZES.values():
        assert html.count(size) == 1
    assert "@" not in html


@pytest.mark.parametrize(
    ("path", "root"), [("offline.md", ".."), ("a/offline.md", "../.."), ("index.md", "."), ("a/index.md", "..")]
)
def test_files_stand_at_the_root_of_the_site(path: str, root: str) -> None:
    html = convert("<!-- list: copies sizes -->", path)
    for name in ("book.txt", "llms.txt"):
        assert f'<a href="{root}/{name}"><code>{name}</code></a>' in html


def test_without_scripts_there_are_no_buttons() -> None:
    html = convert("前\n\n<!-- list: copies browser -->\n\n后")
    assert html.count(BUTTONS) == 1
    assert "<button" not in html
    assert 'role="status"' in html


def test_a_size_that_nobody_knows_is_a_mistake() -> None:
    with pytest.raises(KeyError):
        fill("@book@", {})
    assert fill("a@book.com @other@", {}) == "a@book.com @other@"
