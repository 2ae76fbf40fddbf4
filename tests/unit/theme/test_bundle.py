"""What is changed in the theme's script: each change finds its place, and the new file has a name of its own."""

from __future__ import annotations

import re

import pytest

from handbook.diagrams.drawing import OPTIONS
from handbook.theme.bundle import (
    IDLE,
    KEYBOARD,
    LANDMARKS,
    TABLES,
    WITHIN_PAGE,
    Patch,
    ThemeError,
    change,
    content_name,
    find_bundle,
    mermaid,
    minify,
    theme_style,
)

LIBRARY = "assets/javascripts/vendor/mermaid/mermaid.min.js"
PATCHES = (*IDLE, *KEYBOARD, *LANDMARKS, *TABLES, *WITHIN_PAGE, *mermaid(LIBRARY, OPTIONS, "text { fill: red }"))


@pytest.mark.parametrize("missing", [patch.old for patch in PATCHES])
def test_another_script_is_refused_with_the_place(missing: str) -> None:
    known = "\n".join(patch.old for patch in PATCHES)
    assert change(known, PATCHES)
    with pytest.raises(ThemeError, match=r"有 0 处 .*Material 换了版本，请核对 hooks/handbook/theme/bundle\.py"):
        change(known.replace(missing, ""), PATCHES)
    with pytest.raises(ThemeError, match="有 2 处 "):
        change(known + missing, PATCHES)


def test_changes_are_made_in_turn_and_the_address_of_the_map_goes() -> None:
    script = "let a=1;\n//# sourceMappingURL=bundle.js.map\n"
    assert change(script, [Patch("a=1", "a=2"), Patch("a=2", "b=2")]) == "let b=2;"


def test_the_script_draws_with_the_vendored_mermaid_and_the_settings_of_the_build() -> None:
    script = "\n".join(patch.old for patch in mermaid(LIBRARY, OPTIONS, ""))
    changed = change(script, mermaid(LIBRARY, {"sequence": {"width": 7}, "gantt": {"useWidth": 8}}, "a { b: c }"))
    assert "unpkg.com" not in changed
    assert LIBRARY in changed
    assert '"gantt": {"useWidth": 8}' in changed
    assert 'sequence:{"width": 7}' in changed
    assert "a { b: c }" in changed


def test_another_content_has_another_name() -> None:
    names = [content_name("bundle.0123abcd.min.js", content) for content in ("a", "a", "b")]
    assert names[0] == names[1] != names[2]
    assert all(re.fullmatch(r"bundle\.[0-9a-f]{8}\.min\.js", name) for name in names)


@pytest.mark.parametrize(
    ("names", "count"),
    [
        (["assets/javascripts/bundle.css"], 0),
        (["assets/javascripts/bundle.1.min.js", "assets/javascripts/bundle.2.min.js"], 2),
    ],
)
def test_the_theme_has_one_script(names: list[str], count: int) -> None:
    with pytest.raises(ThemeError, match=f"实际有 {count} 个：Material 换了版本"):
        find_bundle(names)
    own = "assets/javascripts/bundle.ab12.min.js"
    assert find_bundle([own, f"{own}.map", "a/" + own]) == own


def test_the_style_of_drawings_is_read_out_of_the_script() -> None:
    assert theme_style(r'var a="x",_s="text { content: \"甲\" }";initialize({themeCSS:_s})') == 'text { content: "甲" }'
    for script in ("", "themeCSS:_s", '_s="x"'):
        with pytest.raises(ThemeError, match="theme_style"):
            theme_style(script)


def test_style_is_put_on_one_line_without_comments() -> None:
    assert minify("/* 甲\n乙 */ a {\n  b: c;\n}\n/**/") == "a { b: c; }"
