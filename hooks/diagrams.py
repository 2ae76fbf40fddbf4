"""Diagrams that every reader gets: drawn from the vendored mermaid in the page's own colours, with title and text."""

from __future__ import annotations

import html
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.exceptions import PluginError
from pymdownx.superfences import SuperFencesException  # type: ignore[import-untyped]

from diagram_fence import figure, find_diagrams, problems, title_and_description

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

# How a diagram stands in a page until the page is complete. mermaid2 parses every page that holds the word mermaid
# and writes it anew, which doubles the time of a build; the theme needs nothing of what it adds.
UNDRAWN = '<pre class="diagram-source"><code>'
DRAWABLE = '<pre class="mermaid"><code>'
BUNDLE = "assets/javascripts/bundle.*.min.js"
DRAWING_STYLE = Path(__file__).with_name("diagram_drawing.css")
# What the theme's bundle holds, word for word, and what it shall hold instead ({library} and {style} are filled in).
PATCHES = (
    # Mermaid comes from this site. __md_scope is the site's root as the theme resolved it: right in every folder and on file://.
    ('"https://unpkg.com/mermaid@11/dist/mermaid.min.js"', 'new URL("{library}",__md_scope).href'),
    # Browsers of before 2020 get no polyfill, instead of a foreign request.
    ('"https://unpkg.com/resize-observer-polyfill"', '"data:text/javascript,"'),
    # Drawings keep their own size, so that CSS decides whether they shrink or scroll; a gantt chart has no size of its own.
    (
        "mermaid.initialize({startOnLoad:!1,",
        "mermaid.initialize({startOnLoad:!1,flowchart:{useMaxWidth:!1},state:{useMaxWidth:!1},"
        "timeline:{useMaxWidth:!1},gantt:{useMaxWidth:!1,useWidth:640},",
    ),
    # Two participants with short messages fit a phone without scrolling.
    (
        'sequence:{actorFontSize:"16px",',
        'sequence:{useMaxWidth:!1,width:110,actorMargin:20,diagramMarginX:8,actorFontSize:"16px",',
    ),
    # Drawings are shut off from the page's style sheets: theirs goes in with them.
    ("s.innerHTML=n,", "s.innerHTML=n+{style},"),
)


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


def on_post_page(output: str, *, page: Page, config: MkDocsConfig) -> str:
    """Mark the diagrams as what the theme draws, behind the back of the plugins, which come before the hooks."""
    return output.replace(UNDRAWN, DRAWABLE)


def on_post_build(*, config: MkDocsConfig) -> None:
    """Let the theme load the vendored mermaid, whose path the mermaid2 plugin knows, in place of a CDN's."""
    library = config.plugins["mermaid2"].config["javascript"]
    if not library or not (Path(config.site_dir) / library).is_file():
        raise PluginError(f"mkdocs.yml：mermaid2 的 javascript 要指向 docs/ 下的 mermaid 文件，现在是「{library}」。")
    style = DRAWING_STYLE.read_text(encoding="utf-8")
    bundles = list(Path(config.site_dir).glob(BUNDLE))
    if len(bundles) != 1:
        raise PluginError(f"{config.site_dir}/{BUNDLE}：应当恰好有一个文件，实际有 {len(bundles)} 个。")
    script = bundles[0].read_text(encoding="utf-8")
    bundles[0].write_text(localise_bundle(script, library, style), encoding="utf-8")


def format_diagram(source: str, language: str, css_class: str, options: dict[str, Any], md: Any, **kwargs: Any) -> str:
    """Format one fence for SuperFences: its source inside a figure.

    A diagram that only exists after snippets are put in has not been seen by on_page_markdown, hence the check.
    """
    if not all(title_and_description(source)):
        raise SuperFencesException(f"图没有 accTitle 或 accDescr：\n{source}")
    # Escaped: a label with <br/> would lose it on the way through the browser's parser.
    return figure(source, f"{UNDRAWN}{html.escape(source, quote=False)}</code></pre>")


def localise_bundle(script: str, library: str, style: str) -> str:
    """Return the theme's bundle with no foreign URL to load from, and with our size and style for drawings.

    `library` is the path of mermaid from the site's root, `style` the CSS that goes into each drawing. Raises
    PluginError when the bundle is not the one this was written for: a silent miss would send readers to a CDN.
    """
    element = json.dumps(f"<style>{_minify(style)}</style>")
    for old, new in PATCHES:
        if script.count(old) != 1:
            raise PluginError(
                f"主题的 {BUNDLE} 里没有唯一的 {old}：Material 换了版本，请核对 hooks/diagrams.py 的 PATCHES。"
            )
        script = script.replace(old, new.replace("{library}", library).replace("{style}", element))
    return script


def _minify(style: str) -> str:
    """Drop comments and line breaks."""
    return re.sub(r"\s+", " ", re.sub(r"/\*.*?\*/", "", style, flags=re.DOTALL)).strip()
