"""Diagrams that every reader gets: drawn from the vendored mermaid in the page's own colours, with title and text."""

from __future__ import annotations

import html
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import mermaid2
from diagram_fence import figure, find_diagrams, problems, title_and_description
from mkdocs.exceptions import PluginError
from pymdownx.superfences import SuperFencesException

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

BUNDLE = "assets/javascripts/bundle.*.min.js"
DRAWING_STYLE = "assets/stylesheets/diagram-drawing.css"
# What the theme's bundle holds: where it gets mermaid from, a polyfill for browsers of before 2020 (which get none
# instead of a foreign request), and the settings it starts mermaid with.
MERMAID_URL = '"https://unpkg.com/mermaid@11/dist/mermaid.min.js"'
POLYFILL_URL = '"https://unpkg.com/resize-observer-polyfill"'
MERMAID_SETTINGS = re.compile(r"mermaid\.initialize\(\{startOnLoad:!1,themeCSS:(?P<style>\w+),sequence:\{")


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Give ```mermaid its own fence. It is set here because mkdocs.yml cannot name a function that lives in a hook."""
    superfences = config.mdx_configs.setdefault("pymdownx.superfences", {})
    fences = superfences.setdefault("custom_fences", [])
    fences.append({"name": "mermaid", "class": "mermaid", "format": format_diagram})
    return config


def on_page_markdown(markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> None:
    """Stop the build at a diagram without title or description, or one that cannot be read in both colour schemes."""
    label = f"{Path(config.docs_dir).name}/{page.file.src_uri}"
    # The file itself, not `markdown`: line numbers count the front matter, and earlier hooks may have added lines.
    diagrams = find_diagrams(page.file.content_string, label, Path(config.config_file_path).parent / "examples")
    found = [problem for diagram in diagrams for problem in problems(diagram)]
    if found:
        raise PluginError("\n".join(found))


def on_post_build(*, config: MkDocsConfig) -> None:
    """Let the theme load the vendored mermaid, whose path the mermaid2 plugin knows, in place of a CDN's."""
    library = config.plugins["mermaid2"].config["javascript"]
    if not library or not (Path(config.site_dir) / library).is_file():
        raise PluginError(f"mkdocs.yml：mermaid2 的 javascript 要指向 docs/ 下的 mermaid 文件，现在是「{library}」。")
    style = (Path(config.docs_dir) / DRAWING_STYLE).read_text(encoding="utf-8")
    bundles = list(Path(config.site_dir).glob(BUNDLE))
    if len(bundles) != 1:
        raise PluginError(f"{config.site_dir}/{BUNDLE}：应当恰好有一个文件，实际有 {len(bundles)} 个。")
    script = bundles[0].read_text(encoding="utf-8")
    bundles[0].write_text(localise_bundle(script, library, style), encoding="utf-8")


def format_diagram(source: str, language: str, css_class: str, options: dict[str, Any], md: Any, **kwargs: Any) -> str:
    """Format one fence for SuperFences: mermaid2's <pre>, which the theme draws, inside a figure.

    A diagram that only exists after snippets are put in has not been seen by on_page_markdown, hence the check.
    """
    if not all(title_and_description(source)):
        raise SuperFencesException(f"图没有 accTitle 或 accDescr：\n{source}")
    # mermaid2 does not escape: a label with <br/> would lose it on the way through the browser's parser.
    escaped = html.escape(source, quote=False)
    return figure(source, mermaid2.fence_mermaid_custom(escaped, language, css_class, options, md))


def localise_bundle(script: str, library: str, style: str) -> str:
    """Return the theme's bundle with no foreign URL to load from and with our settings for mermaid.

    `library` is the path of mermaid from the site's root, `style` CSS that reaches into the drawings. Raises
    PluginError when the bundle is not the one this was written for: a silent miss would send readers to a CDN.
    """
    # __md_scope is the site's root as the theme's own inline script resolved it, right in every folder and on file://.
    script = _replace_once(script, MERMAID_URL, f'new URL("{library}",__md_scope).href')
    script = _replace_once(script, POLYFILL_URL, '"data:text/javascript,"')
    settings = MERMAID_SETTINGS.search(script)
    if settings is None:
        raise PluginError(_unknown_bundle("mermaid.initialize({…themeCSS…})"))
    # useMaxWidth off: drawings keep their size and scroll in their box, instead of shrinking until nobody can read them.
    kinds = "".join(f"{name}:{{useMaxWidth:!1}}," for name in ("flowchart", "state", "gantt", "timeline"))
    css = _minify(style).replace("\\", "\\\\").replace("`", "\\`")
    ours = f"mermaid.initialize({{startOnLoad:!1,themeCSS:{settings['style']}+`{css}`,{kinds}sequence:{{useMaxWidth:!1,"
    return script[: settings.start()] + ours + script[settings.end() :]


def _replace_once(script: str, old: str, new: str) -> str:
    if script.count(old) != 1:
        raise PluginError(_unknown_bundle(old))
    return script.replace(old, new)


def _unknown_bundle(wanted: str) -> str:
    return f"主题的 {BUNDLE} 里没有 {wanted}：Material 版本变了，请核对 hooks/diagrams.py 里的常量。"


def _minify(style: str) -> str:
    """Drop comments and line breaks."""
    return re.sub(r"\s+", " ", re.sub(r"/\*.*?\*/", "", style, flags=re.DOTALL)).strip()
