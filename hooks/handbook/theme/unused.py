"""Files of the theme that no page of the handbook asks for: two megabytes that are not published.

Source maps tell of scripts that the build changes; lunr and the theme's worker are a search engine, and the handbook has
its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from handbook.theme.bundle import ThemeError

_KINDS = {
    "assets/javascripts/lunr/": re.compile(r"assets/javascripts/lunr/"),
    "assets/javascripts/workers/": re.compile(r"assets/javascripts/workers/"),
    "assets/**/*.map": re.compile(r"assets/(?:javascripts|stylesheets)/[^/]+\.map"),
}


def unused(names: Sequence[str]) -> list[str]:
    """Return those of the site's files that stay out. Raises ``ThemeError`` when the theme has none of a kind any more."""
    found = {kind: [name for name in names if pattern.match(name)] for kind, pattern in _KINDS.items()}
    if missing := [kind for kind, files in found.items() if not files]:
        raise ThemeError(f"主题里没有 {'、'.join(missing)}：Material 换了版本，请核对 hooks/handbook/theme/unused.py。")
    return [name for files in found.values() for name in files]
