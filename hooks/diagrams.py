"""Diagrams that every reader gets: drawn by the vendored mermaid in the page's own colours, with title and text.

The setting `extra.diagrams` says who draws: `build` (headless Chromium, once, into the page), `reader` (the reader's
browser, which fetches mermaid from this site), or `auto` (the build where there is a Chromium).
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger

from handbook.diagrams.drawer import draw_pages, make_renderer
from handbook.diagrams.drawing import DiagramRenderer, DrawingError
from handbook.diagrams.fence import find_diagrams, format_diagram, problems
from handbook.diagrams.placing import UNDRAWN, leave_to_reader, put_in
from handbook.theme.bundle import ThemeError

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

log = get_plugin_logger("diagrams")

RENDERER = "diagram_renderer"  # where one build keeps its DiagramRenderer, in config.extra


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Give ```mermaid its own fence, in a form that is drawn when the page is complete."""
    superfences = config.mdx_configs.setdefault("pymdownx.superfences", {})
    fences = superfences.setdefault("custom_fences", [])
    fences.append({"name": "mermaid", "class": "mermaid", "format": format_undrawn})
    return config


def on_page_markdown(markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> None:
    """Stop the build at a diagram without title or description, or one that cannot be read in both colour schemes."""
    # The file itself, not `markdown`: line numbers count the front matter, and earlier hooks may have added lines.
    diagrams = find_diagrams(page.file.content_string, f"docs/{page.file.src_uri}")
    found = [problem for diagram in diagrams for problem in problems(diagram)]
    if found:
        raise PluginError("\n".join(found))


def on_env(env: Environment, *, config: MkDocsConfig, files: Files) -> None:
    """Draw, now that every page is rendered, the diagrams that have changed, all in one browser.

    Stops the build at a diagram that mermaid cannot read, and where `extra.diagrams` is `build` and there is no Chromium.
    """
    who, root = config.extra.get("diagrams", "reader"), Path(config.config_file_path).parent
    library = Path(config.docs_dir) / config.plugins["mermaid2"].config["javascript"]
    try:
        renderer = config.extra[RENDERER] = make_renderer(who, library, config.theme.dirs, root)
        if renderer:
            pages = (file.page for file in files.documentation_pages() if file.page)
            log.info("图由构建程序画好：%d 张，其中 %d 张是新画的", *draw_pages(renderer, pages))
        elif who == "auto":
            log.info("没有 Chromium：图由读者的浏览器画，发布前请在有 Chromium 的机器上构建")
    except (DrawingError, ThemeError) as error:
        raise PluginError(str(error)) from None


def on_post_page(output: str, *, page: Page, config: MkDocsConfig) -> str:
    """Put the drawings in, or mark the diagrams as what the theme draws.

    Hooks come after the plugins: mermaid2 has seen nothing of it.
    """
    if UNDRAWN not in output:
        return output
    renderer: DiagramRenderer | None = config.extra[RENDERER]
    return put_in(output, renderer) if renderer else leave_to_reader(output)


# A function, not a partial one: the mermaid2 plugin asks for its name.
def format_undrawn(*args: Any, **kwargs: Any) -> str:
    """Format one fence for SuperFences as what is drawn when the page is complete."""
    return format_diagram(*args, box=UNDRAWN, **kwargs)
