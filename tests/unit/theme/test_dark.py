"""Readers without scripts get the dark scheme where their system is dark."""

from __future__ import annotations

import pytest

from handbook.theme.bundle import ThemeError
from handbook.theme.dark import dark_sheet


def test_the_rules_of_the_dark_scheme_alone_are_taken() -> None:
    theme = "a{b:c}@media screen{[data-md-color-scheme=slate]{--x:1}[data-md-color-scheme=slate][data-md-color-primary=red]{--x:2}}"
    ours = '/* x */ [data-md-color-primary=red]:not([data-md-color-scheme=slate]) {--y: 1}\n[data-md-color-scheme="slate"] .a, .b { --y: 2; }'
    assert dark_sheet([theme, ours]) == (
        "@media screen and (prefers-color-scheme:dark){"
        ".no-js [data-md-color-scheme]{--x:1}.no-js [data-md-color-scheme] .a{--y: 2;}}"
    )


def test_a_theme_without_a_dark_scheme_is_refused() -> None:
    with pytest.raises(ThemeError):
        dark_sheet(["a{b:c}"])
