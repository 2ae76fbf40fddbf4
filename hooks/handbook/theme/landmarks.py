"""What the theme's templates say to a screen reader: which lists are places on a page, and what a heading is called.

A reader who jumps from place to place meets each once, by a name; a heading is read as its words.
"""

from __future__ import annotations

import re

_NAV = re.compile(r"<(?P<end>/?)nav\b(?P<rest>[^>]*)>")
_HEADERLINK = re.compile(r'(<a class="headerlink")(?! aria-hidden)')


def name_landmarks(html: str) -> str:
    """Return a page whose lists within a list of the navigation are groups, and whose tags have a name.

    The theme makes a landmark of each, without a name or with that of another.
    """
    depth = 0

    def change(match: re.Match[str]) -> str:
        nonlocal depth
        if match["end"]:
            depth -= 1
            return "</div>" if depth else match[0]
        depth += 1
        if depth > 1:
            return f'<div role="group"{match["rest"]}>'
        return match[0].replace('class="md-tags"', 'class="md-tags" aria-label="标签"')

    return _NAV.sub(change, html)


def hide_permalinks(html: str) -> str:
    """Return a page whose headings do not have the name of the link beside them in theirs.

    The table of contents has the same links for those who do not use a mouse.
    """
    return _HEADERLINK.sub(r'\1 aria-hidden="true" tabindex="-1"', html)
