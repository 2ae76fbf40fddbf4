"""quick_start: the theme's files that a build copies stay the same without a walk through the icons."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment, FileSystemLoader
from mkdocs.config import load_config
from mkdocs.structure.files import Files

from quick_start import VisibleFileLoader
from site_build import ROOT


def test_mkdocs_copies_the_same_files_of_the_theme() -> None:
    config = load_config(str(ROOT / "mkdocs.yml"))
    copied = []
    for loader in (FileSystemLoader(config.theme.dirs), VisibleFileLoader(config.theme.dirs)):
        files = Files([])
        files.add_files_from_theme(Environment(loader=loader), config)  # noqa: S701 - nothing is rendered
        copied.append([(file.src_uri, file.abs_src_path) for file in files])
    assert copied[0] == copied[1]
    assert any(name.endswith(".js") for name, _ in copied[1])


def test_icons_are_loaded_although_they_are_not_listed() -> None:
    loader = VisibleFileLoader(load_config(str(ROOT / "mkdocs.yml")).theme.dirs)
    assert not any(name.startswith(".icons") for name in loader.list_templates())
    assert "<svg" in Environment(loader=loader).get_template(".icons/material/pencil.svg").render()  # noqa: S701


def test_links_to_folders_are_not_followed_unless_asked(tmp_path: Path) -> None:
    (tmp_path / "theme").mkdir()
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "a.css").touch()
    (tmp_path / "theme" / "linked").symlink_to(tmp_path / "other")
    assert VisibleFileLoader(str(tmp_path / "theme")).list_templates() == []
    assert VisibleFileLoader(str(tmp_path / "theme"), followlinks=True).list_templates() == ["linked/a.css"]
