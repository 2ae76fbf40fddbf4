"""The theme's files: its script is published changed, under a name made from its content; what no page loads is left out.

A reader who comes back gets a changed script at once, and an unchanged one from the browser's cache.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File

from handbook.diagrams.drawing import OPTIONS, STYLE
from handbook.theme.bundle import (
    IDLE,
    KEYBOARD,
    LANDMARKS,
    TABLES,
    WITHIN_PAGE,
    ThemeError,
    change,
    content_name,
    find_bundle,
    mermaid,
    minify,
)
from handbook.theme.dark import dark_sheet, find_palette
from handbook.theme.landmarks import hide_permalinks, name_landmarks
from handbook.theme.outside import mark_outside
from handbook.theme.tables import box_tables
from handbook.theme.unused import unused

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

SCRIPT = "theme_script"  # the address of the changed script, in config.extra: overrides/main.html asks for it
DARK_SHEET = "dark_sheet"  # the address of the dark scheme for readers without scripts, there too


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Put the changed script in the place of the theme's. Raises ``PluginError`` when the theme is another one."""
    library = config.plugins["mermaid2"].config["javascript"]
    if not library or files.get_file_from_path(library) is None:
        raise PluginError(f"mkdocs.yml：mermaid2 的 javascript 要指向 docs/ 下的 mermaid 文件，现在是「{library}」。")
    by_name = {file.src_uri: file for file in files}
    try:
        for name in unused(list(by_name)):
            files.remove(by_name[name])
        script = find_bundle(by_name)
        patches = (
            *IDLE,
            *KEYBOARD,
            *LANDMARKS,
            *TABLES,
            *WITHIN_PAGE,
            *mermaid(library, OPTIONS, STYLE.read_text(encoding="utf-8")),
        )
        palette = find_palette(by_name)
        dark = dark_sheet(by_name[name].content_string for name in (palette, *config.extra_css) if name in by_name)
        content = change(by_name[script].content_string, patches)
    except ThemeError as error:
        raise PluginError(str(error)) from None
    for name in config.extra_css:
        if name in by_name:
            by_name[name].content_string = minify(by_name[name].content_string)
    files.remove(by_name[script])
    folder, _, name = script.rpartition("/")
    config.extra[SCRIPT] = f"{folder}/{content_name(name, content)}"
    config.extra[DARK_SHEET] = content_name(palette, dark)
    files.append(File.generated(config, config.extra[SCRIPT], content=content))
    files.append(File.generated(config, config.extra[DARK_SHEET], content=dark))
    return files


def on_page_content(html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Put the tables into their boxes, and tell links to other sites from those inside."""
    return mark_outside(box_tables(html))


def on_post_page(output: str, *, page: Page, config: MkDocsConfig) -> str:
    """Say to a screen reader what the theme does not."""
    return hide_permalinks(name_landmarks(output))


def on_post_template(output: str, *, template_name: str, config: MkDocsConfig) -> str:
    """Do the same on the page for a missing address."""
    return name_landmarks(output) if template_name.endswith(".html") else output
