"""Makes the pages of a built site lead to files: for a folder that is read without a web server and without scripts.

Usage: ``python -m handbook.offline.folder FOLDER``. A web server answers ``a/`` with ``a/index.html``; a folder shows its list.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

# A relative address that ends in a folder: "", "./", "..", "a/b/" with what may follow it. Not "#x", not "https:…".
_FOLDER = re.compile(
    r'(?P<before><a\b[^>]*?\bhref=")(?P<path>(?![a-z][a-z0-9+.-]*:|/)(?:[^"#?]*/)?(?:\.{1,2})?)(?P<after>[#?"])'
)

# What is of no use there: the links to the issue form need a network and the newest text, a browser reads no manifest.
_ONLINE = re.compile(r'<a class="wrong" .*?</a>|<link rel="manifest" [^>]*>\n?')


def lead_to_files(html: str) -> str:
    """Return a page whose links to folders name the page in them, without what is of use online only."""

    def change(match: re.Match[str]) -> str:
        path = match["path"]
        if not path:
            return match[0]
        return f"{match['before']}{path.rstrip('/')}/index.html{match['after']}"

    return _FOLDER.sub(change, _ONLINE.sub("", html))


def main(folder: Path) -> None:
    """Change every page below ``folder`` in place."""
    for page in folder.rglob("*.html"):
        page.write_text(lead_to_files(page.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
