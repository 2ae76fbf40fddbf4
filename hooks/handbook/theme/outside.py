"""Links that leave the handbook say so in their HTML: on paper they print their address, the others do not.

The theme's script makes every address absolute, so a style sheet cannot tell them apart by their beginning.
"""

from __future__ import annotations

import re

_OUTSIDE = re.compile(r'<a (?=[^>]*\bhref="https?://)(?![^>]*\brel=)')


def mark_outside(html: str) -> str:
    """Return a page's HTML with ``rel="external"`` (HTML, "4.6.7.4 Link type external") at each link to another site."""
    return _OUTSIDE.sub('<a rel="external" ', html)
