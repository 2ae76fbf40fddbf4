"""The dark scheme as a style sheet of its own, for readers whose browser runs no scripts.

The theme switches schemes by script alone: without it a page would be white at night.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from handbook.theme.bundle import ThemeError, minify

_PALETTE = re.compile(r"assets/stylesheets/palette\.\w+\.min\.css")
_RULE = re.compile(r"(?P<selectors>[^{}]+)\{(?P<body>[^{}]*)\}")
_SLATE = re.compile(r"""(?<!not\()\[data-md-color-scheme=["']?slate["']?\](?!\[)""")


def find_palette(names: Iterable[str]) -> str:
    """Return the name of the theme's sheet of colours among its files. Raises ``ThemeError`` unless there is one."""
    found = [name for name in names if _PALETTE.fullmatch(name)]
    if len(found) != 1:
        raise ThemeError(
            f"主题应当恰好有一个 {_PALETTE.pattern}，实际有 {len(found)} 个：Material 换了版本，请核对 hooks/handbook/theme/dark.py。"
        )
    return found[0]


def dark_sheet(sheets: Iterable[str]) -> str:
    """Return the rules for the dark scheme in some style sheets, as rules for a system that is dark and no scripts.

    Raises ``ThemeError`` when there are none.
    """
    rules = []
    for match in (match for sheet in sheets for match in _RULE.finditer(minify(sheet))):
        selectors = [s.strip() for s in match["selectors"].split(",") if _SLATE.search(s)]
        if selectors:
            selector = ",".join(_SLATE.sub(".no-js [data-md-color-scheme]", s) for s in selectors)
            rules.append(f"{selector}{{{match['body'].strip()}}}")
    if not rules:
        raise ThemeError(
            "主题的样式里没有深色（slate）的规则：Material 换了版本，请核对 hooks/handbook/theme/dark.py。"
        )
    return f"@media screen and (prefers-color-scheme:dark){{{''.join(rules)}}}"
