"""Files of the theme that no page of the handbook asks for are not published: two megabytes.

Source maps tell of scripts and style sheets that the build changes; lunr and the theme's worker are a search engine, and
the handbook has its own.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

_UNUSED = re.compile(r"assets/(?:javascripts/(?:lunr|workers)/|(?:javascripts|stylesheets)/[^/]+\.map$)")


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Leave out what nobody loads."""
    for file in [file for file in files if _UNUSED.match(file.src_uri)]:
        files.remove(file)
    return files
