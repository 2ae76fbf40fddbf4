"""Links that leave the handbook are marked, once, and no others."""

from __future__ import annotations

import pytest

from handbook.theme.outside import mark_outside


@pytest.mark.parametrize(
    ("html", "marked"),
    [
        ('<a href="https://a.example/">甲</a>', '<a rel="external" href="https://a.example/">甲</a>'),
        ('<a class="b" href="http://a.example/">', '<a rel="external" class="b" href="http://a.example/">'),
        ('<a href="../nat/">甲</a>', '<a href="../nat/">甲</a>'),
        ('<a href="https://a.example/" rel="edit">', '<a href="https://a.example/" rel="edit">'),
        ('<code>&lt;a href="https://a.example/"&gt;</code>', '<code>&lt;a href="https://a.example/"&gt;</code>'),
        ('<a href="../x/" title="https://a.example/">', '<a href="../x/" title="https://a.example/">'),
    ],
)
def test_links_to_other_sites_are_marked(html: str, marked: str) -> None:
    assert mark_outside(html) == marked
    assert mark_outside(marked) == marked
