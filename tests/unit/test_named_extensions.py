"""Every extension can be named in a configuration, with paths as texts: so it works under any engine."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from markdown import Markdown

from support.site_build import ROOT

LISTS = {
    "handbook.benchmarks.extension": ("<!-- list: benchmarks summary -->", "table", {"data": "data/benchmarks.json"}),
    "handbook.claims.extension": ("<!-- list: claims -->", "table", {"data": "data/claims"}),
    "handbook.codes.extension": (
        "<!-- list: codes -->",
        "table",
        {"data": "data/codes", "docs": "docs", "examples": "examples"},
    ),
    "handbook.corrections.extension": (
        "<!-- list: corrections -->",
        "h3",
        {"data": "data/corrections.yml", "docs": "docs", "examples": "examples"},
    ),
    "handbook.entries.extension": (
        "<!-- list: figures -->",
        "strong",
        {"docs": "docs", "data": "data", "examples": "examples"},
    ),
    "handbook.examples.extension": ("<!-- list: examples -->", "table", {"root": "examples", "docs": "docs"}),
    "handbook.practice.extension": ("<!-- list: practice nginx -->", "details[id] a", {"docs": "docs", "data": "data"}),
    "handbook.releases.extension": ("<!-- list: releases table -->", "table", {"data": "data/kubernetes-releases.yml"}),
}


@pytest.mark.parametrize("name", LISTS)
def test_an_extension_that_lists_data_is_named_with_paths(name: str) -> None:
    marker, tag, paths = LISTS[name]
    options = {key: str(ROOT / path) for key, path in paths.items()}
    md = Markdown(
        extensions=["tables", "attr_list", "md_in_html", "def_list", "pymdownx.details", name],
        extension_configs={name: options},
    )
    assert BeautifulSoup(md.convert(marker), "html.parser").select(tag)


def test_the_joining_of_chinese_lines_is_named() -> None:
    assert Markdown(extensions=["handbook.cjk_lines"]).convert("一行\n又一行") == "<p>一行又一行</p>"
