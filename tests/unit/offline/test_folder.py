"""In the archive a link leads to a file, with or without scripts."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.offline.folder import lead_to_files, main


@pytest.mark.parametrize(
    ("href", "file"),
    [
        ("../", "../index.html"),
        ("..", "../index.html"),
        (".", "./index.html"),
        ("./#x", "./index.html#x"),
        ("../tcp/?h=a#x", "../tcp/index.html?h=a#x"),
        ("tcp/", "tcp/index.html"),
        ("#x", "#x"),
        ("a/b.html", "a/b.html"),
        ("a.zip", "a.zip"),
        ("/tcp/", "/tcp/"),
        ("https://example.org/", "https://example.org/"),
        ("mailto:a@example.org", "mailto:a@example.org"),
    ],
)
def test_links(href: str, file: str) -> None:
    assert lead_to_files(f'<a class="x" href="{href}">甲</a>') == f'<a class="x" href="{file}">甲</a>'


def test_only_links_are_changed() -> None:
    html = '<link rel="canonical" href="a/"><code>&lt;a href="a/"</code>'
    assert lead_to_files(html) == html


def test_what_needs_a_network_is_left_out() -> None:
    html = '<link rel="manifest" href="../manifest.json">\n<h2>甲</h2><a class="wrong" href="https://a.example/">这里有错</a><p>乙</p>'
    assert lead_to_files(html) == "<h2>甲</h2><p>乙</p>"


def test_every_page_of_a_folder_is_changed(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    for name in ("index.html", "a/index.html"):
        (tmp_path / name).write_text('<a href="a/">甲</a>', encoding="utf-8")
    main(tmp_path)
    assert (tmp_path / "a/index.html").read_text(encoding="utf-8") == '<a href="a/index.html">甲</a>'
