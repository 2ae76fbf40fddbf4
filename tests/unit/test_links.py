from __future__ import annotations

import pytest

from handbook.links import relative


@pytest.mark.parametrize(
    ("target", "page", "link"),
    [
        ("glossary.md", "index.md", "glossary.md"),
        ("glossary.md#pod", "iptables/state.md", "../glossary.md#pod"),
        ("iptables/nat.md#snat", "iptables/state.md", "nat.md#snat"),
    ],
)
def test_a_link_starts_from_the_page(target: str, page: str, link: str) -> None:
    assert relative(target, page) == link
