"""One style sheet for the site: the theme's and the handbook's rules in one file, named by what is in it.

A browser shows nothing before it has every style sheet. Three files are two connections more to open over HTTP/1.1, each a
round trip on a slow network before the first one of them is asked for.
"""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

KEY = "style_sheet"  # its address, in config.extra: overrides/main.html links it
THEME_SHEETS = ("main", "palette")  # in the order in which the theme links them
_ICONS = r"--md-(?:admonition-icon--[a-z]+|details-icon)"
_ICON = re.compile(
    rf"""({_ICONS}):url\("data:image/svg\+xml;charset=utf-8,<svg xmlns='[^']+' viewBox='0 0 24 24'><path d='([^']+)'/></svg>"\)"""
)
_MASK = re.compile(rf"-webkit-mask-image:var\(({_ICONS})\);mask-image:var\(\1\)")
_STRING_OR_COMMENT = re.compile(r""""(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|/\*.*?\*/""", re.DOTALL)


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Put one file in the place of the theme's style sheets and those of ``extra_css``."""
    own = [files.get_file_from_path(str(path)) for path in config.extra_css]
    sheets = [*(_theme_sheet(files, name) for name in THEME_SHEETS), *filter(None, own)]
    text = outline_icons(join([sheet.content_string for sheet in sheets]))
    name = f"assets/stylesheets/handbook.{hashlib.sha256(text.encode()).hexdigest()[:8]}.css"
    # What is not a file of the site, as on another host, the theme goes on linking.
    config.extra_css = [path for path, sheet in zip(config.extra_css, own, strict=True) if sheet is None]
    for sheet in sheets:
        files.remove(sheet)
    files.append(File.generated(config, name, content=text))
    config.extra[KEY] = name
    return files


def join(sheets: list[str]) -> str:
    """Return the rules of all sheets in order, without their comments."""
    return "".join(
        _STRING_OR_COMMENT.sub(lambda found: "" if found[0].startswith("/*") else found[0], s) for s in sheets
    )


def outline_icons(sheet: str) -> str:
    """Return the rules with the icons of boxes as outlines that cut a shape out of a colour.

    The theme masks the colour with an image; a browser makes a document of its own for each, before the first paint.
    ``extra.css`` gives the outlines their size. Raises ``PluginError`` where the theme has another kind of icon.
    """
    sheet = _ICON.sub(r'\1:path("\2")', sheet)
    sheet = _MASK.sub(r"clip-path:var(\1)", sheet)
    left = re.search(rf"{_ICONS}:(?!path)|mask-image:var\({_ICONS}\)", sheet)
    if left or "clip-path:var(" not in sheet:
        found = sheet[left.start() :][:60] if left else "没有这样的图标"
        raise PluginError(f"主题的图标换了写法（{found}）：Material 换了版本，请核对 hooks/style_sheet.py。")
    return sheet


def _theme_sheet(files: Files, name: str) -> File:
    found = [file for file in files if re.fullmatch(rf"assets/stylesheets/{name}\.\w+\.min\.css", file.src_uri)]
    if len(found) != 1:
        raise PluginError(
            f"主题应当恰好有一个 assets/stylesheets/{name}.*.min.css，实际有 {len(found)} 个：Material 换了版本，请核对 hooks/style_sheet.py。"
        )
    return found[0]
