"""quick_page: what is changed in the theme's script, and tables that scroll in a box of their own."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.config import load_config
from mkdocs.exceptions import PluginError

from quick_page import PATCHES, wrap_tables
from site_build import ROOT
from theme_bundle import BUNDLE, find_bundle, patch

OPENED, CLOSED = '<div class="md-typeset__scrollwrap"><div class="md-typeset__table">', "</div></div>"


def theme_script() -> str:
    folders = load_config(str(ROOT / "mkdocs.yml")).theme.dirs
    return next(path for folder in folders for path in Path(folder).glob(BUNDLE)).read_text(encoding="utf-8")


def test_the_script_of_the_theme_has_each_place_once() -> None:
    patched = patch(theme_script(), PATCHES, "x")
    assert all(new in patched for _, new in PATCHES)


@pytest.mark.parametrize("missing", [old for old, _ in PATCHES])
def test_another_script_stops_the_build(missing: str) -> None:
    script = theme_script()
    with pytest.raises(PluginError, match=r"hooks/quick_page\.py 的 PATCHES"):
        patch(script.replace(missing, ""), PATCHES, "hooks/quick_page.py")
    with pytest.raises(PluginError, match="Material 换了版本"):
        patch(script + missing, PATCHES, "hooks/quick_page.py")


@pytest.mark.parametrize(("names", "count"), [([], 0), (["bundle.1.min.js", "bundle.2.min.js"], 2)])
def test_a_site_has_one_bundle(tmp_path: Path, names: list[str], count: int) -> None:
    folder = tmp_path / "assets" / "javascripts"
    folder.mkdir(parents=True)
    for name in names:
        (folder / name).touch()
    with pytest.raises(PluginError, match=f"实际有 {count} 个"):
        find_bundle(tmp_path)


@pytest.mark.parametrize(
    ("html", "wrapped"),
    [
        ("<p>甲</p>", "<p>甲</p>"),
        ("<table>\n<tr></tr>\n</table>", f"{OPENED}<table>\n<tr></tr>\n</table>{CLOSED}"),
        ("<table>1</table><table>2</table>", f"{OPENED}<table>1</table>{CLOSED}{OPENED}<table>2</table>{CLOSED}"),
        # The theme leaves tables with a class alone: those with line numbers.
        ('<table class="a">1</table>', '<table class="a">1</table>'),
        ('<table class="a">1</table><table>2</table>', f'<table class="a">1</table>{OPENED}<table>2</table>{CLOSED}'),
        # One inside another: the theme wraps the outer one when the page is open.
        ("<table><table>1</table></table>", f"<table>{OPENED}<table>1</table>{CLOSED}</table>"),
        ("<code>&lt;table&gt;</code>", "<code>&lt;table&gt;</code>"),
    ],
)
def test_tables(html: str, wrapped: str) -> None:
    assert wrap_tables(html) == wrapped
