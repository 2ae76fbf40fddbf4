"""Files of the theme that are not published."""

from __future__ import annotations

import pytest

from handbook.theme.bundle import ThemeError
from handbook.theme.unused import unused

LOADED = ["assets/stylesheets/main.1.min.css", "assets/javascripts/glossary.js", "assets/images/a.map.png"]
NOT_LOADED = {
    "assets/javascripts/lunr/": "assets/javascripts/lunr/min/lunr.ar.min.js",
    "assets/javascripts/workers/": "assets/javascripts/workers/search.1.min.js",
    "assets/**/*.map": "assets/stylesheets/main.1.min.css.map",
}


def test_what_no_page_loads_is_named() -> None:
    assert unused([*LOADED, *NOT_LOADED.values()]) == list(NOT_LOADED.values())


@pytest.mark.parametrize("kind", NOT_LOADED)
def test_a_theme_without_a_kind_of_them_is_refused(kind: str) -> None:
    files = [file for name, file in NOT_LOADED.items() if name != kind]
    with pytest.raises(ThemeError, match=r"Material 换了版本，请核对 hooks/handbook/theme/unused\.py") as caught:
        unused(files)
    assert kind in str(caught.value)
