from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from mkdocs.structure.toc import get_toc

from toc_levels import on_page_content


def _token(name: str, level: int, *children: Any) -> Any:
    return {"level": level, "id": name, "name": name, "children": list(children)}


@pytest.mark.parametrize(
    ("meta", "left"),
    [
        ({}, ["page", "group", "entry"]),
        ({"toc_levels": 3}, ["page", "group", "entry"]),
        ({"toc_levels": 2}, ["page", "group"]),
        ({"toc_levels": 1}, ["page"]),
    ],
)
def test_deeper_levels_are_dropped(meta: dict[str, Any], left: list[str]) -> None:
    toc = get_toc([_token("page", 1, _token("group", 2, _token("entry", 3)))])
    page: Any = SimpleNamespace(meta=meta, toc=toc)
    on_page_content("", page=page, config=Any, files=Any)  # type: ignore[arg-type]
    assert [line.split(" - ")[0].strip() for line in str(toc).splitlines()] == left
