"""style_sheet: the theme's and the handbook's rules in one file that is named by what is in it."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files

from site_build import ROOT
from style_sheet import KEY, join, on_files, outline_icons


def _config() -> MkDocsConfig:
    config = load_config(str(ROOT / "mkdocs.yml"))
    config.plugins._current_plugin = "style_sheet"  # whose event it is: MkDocs notes it in each file that is made
    return config


def _files(config: MkDocsConfig, own: str) -> Files:
    files = Files([File.generated(config, "assets/stylesheets/extra.css", content=own)])
    files.add_files_from_theme(Environment(loader=FileSystemLoader(config.theme.dirs)), config)  # noqa: S701 - nothing is rendered
    return files


def _sheet(own: str) -> File:
    config = _config()
    files = on_files(_files(config, own), config=config)
    (sheet,) = [file for file in files if file.src_uri.endswith(".css")]
    assert sheet.src_uri == config.extra[KEY]
    assert config.extra_css == []
    return sheet


def test_one_sheet_has_the_rules_of_all_and_ours_last() -> None:
    text = _sheet(".own { color: red }").content_string
    places = [text.index(rule) for rule in (".md-typeset", "[data-md-color-scheme=slate]{", ".own { color: red }")]
    assert places == sorted(places)


def test_its_name_changes_with_its_rules() -> None:
    names = [_sheet(own).src_uri for own in ("a { color: red }", "a { color: red }", "a { color: blue }")]
    assert names[0] == names[1] != names[2]


def test_what_is_not_a_file_of_the_site_stays_with_the_theme() -> None:
    config = _config()
    config.extra_css = ["assets/stylesheets/extra.css", "https://example.org/a.css"]
    on_files(_files(config, ""), config=config)
    assert config.extra_css == ["https://example.org/a.css"]


@pytest.mark.parametrize("name", ["main", "palette"])
def test_another_theme_stops_the_build(name: str) -> None:
    config = _config()
    files = _files(config, "")
    (sheet,) = [file for file in files if Path(file.src_uri).match(f"{name}.*.min.css")]
    files.remove(sheet)
    with pytest.raises(PluginError, match=rf"stylesheets/{name}\.\*\.min\.css，实际有 0 个"):
        on_files(files, config=config)


@pytest.mark.parametrize(
    ("sheet", "joined"),
    [
        ("a{}/* 注释 */b{}", "a{}b{}"),
        ("a{}/* 两\n行 */\nb{}", "a{}\nb{}"),
        ("/*# sourceMappingURL=main.css.map */", ""),
        ('a{content:"/* 不是 */"}', 'a{content:"/* 不是 */"}'),
        ("a{content:'\\'/*'}/* 是 */", "a{content:'\\'/*'}"),
        ("/* it's */a{}/* it's */", "a{}"),
    ],
)
def test_comments_go_and_strings_stay(sheet: str, joined: str) -> None:
    assert join([sheet, "z{}"]) == joined + "z{}"


def test_icons_of_boxes_are_outlines() -> None:
    text = _sheet("").content_string
    assert '--md-details-icon:path("M' in text
    assert ".abstract>summary:before{background-color:#00b0ff;clip-path:var(--md-admonition-icon--abstract)}" in text
    assert "mask-image:var(--md-admonition-icon" not in text


@pytest.mark.parametrize(
    "sheet",
    [
        "",
        "a{clip-path:var(--md-details-icon)}:root{--md-details-icon:url(x.svg)}",
        "a{clip-path:var(--md-details-icon)}b{mask-image:var(--md-details-icon)}",
    ],
)
def test_other_icons_stop_the_build(sheet: str) -> None:
    with pytest.raises(PluginError, match="图标换了写法"):
        outline_icons(sheet)
