"""Diagrams that every reader gets: drawn by the vendored mermaid in the page's own colours, with title and text.

The setting `extra.diagrams` says who draws: `build` (headless Chromium, once, into the page), `reader` (the reader's
browser, which fetches mermaid from this site), or `auto` (the build where there is a Chromium).
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger
from pymdownx.superfences import SuperFencesException  # type: ignore[import-untyped]

from diagram_drawing import OPTIONS, Drawer, DrawingError, find_chromium
from diagram_fence import Diagram, SourceLine, figure, find_diagrams, problems, title_and_description
from theme_bundle import BUNDLE, find_bundle, patch

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

log = get_plugin_logger("diagrams")

# How a diagram stands in a page until the page is complete. mermaid2 parses every page that holds the word mermaid
# and writes it anew, which doubles the time of a build; the theme needs nothing of what it adds.
UNDRAWN = '<pre class="diagram-source"><code>'
DRAWABLE = '<pre class="mermaid"><code>'
CACHE = "build/diagrams"
DRAWER = "diagram_drawer"  # where one build keeps its Drawer, in config.extra
_UNDRAWN = re.compile(f"{re.escape(UNDRAWN)}(.*?)</code></pre>", re.DOTALL)
# What the labels are measured with; the reader sees them in the fonts of docs/assets/stylesheets/extra.css.
FONTS = 'system-ui, "Noto Sans CJK SC", sans-serif'
WHO_DRAWS = ("build", "reader", "auto")
DRAWING_STYLE = Path(__file__).with_name("diagram_drawing.css")
# What the theme's bundle holds, word for word, and what it shall hold instead ({library}, {options}, {sequence} and
# {style} are filled in).
PATCHES = (
    # Mermaid comes from this site. __md_scope is the site's root as the theme resolved it: right in every folder and on file://.
    ('"https://unpkg.com/mermaid@11/dist/mermaid.min.js"', 'new URL("{library}",__md_scope).href'),
    # Browsers of before 2020 get no polyfill, instead of a foreign request.
    ('"https://unpkg.com/resize-observer-polyfill"', '"data:text/javascript,"'),
    # The same settings as in the drawings that the build makes.
    ("mermaid.initialize({startOnLoad:!1,", "mermaid.initialize({startOnLoad:!1,...{options},"),
    ('sequence:{actorFontSize:"16px",messageFontSize:"16px",noteFontSize:"16px"}', "sequence:{sequence}"),
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


def on_env(env: Environment, *, config: MkDocsConfig, files: Files) -> None:
    """Draw, now that every page is rendered, the diagrams that have changed, all in one browser.

    Stops the build at a diagram that mermaid cannot read, and where `extra.diagrams` is `build` and there is no Chromium.
    """
    drawer = config.extra[DRAWER] = _make_drawer(config)
    if drawer is None:
        if config.extra.get("diagrams") == "auto":
            log.info("没有 Chromium：图由读者的浏览器画，发布前请在有 Chromium 的机器上构建")
        return
    pages = [file.page for file in files.documentation_pages() if file.page]
    sources = dict.fromkeys(source for page in pages for source in _sources(page.content or ""))
    try:
        drawn, rejected = drawer.draw(sources)
    except DrawingError as error:
        raise PluginError(
            f"图没有画成：{error}。装上 Chromium，或者去掉 DIAGRAMS=build，让读者的浏览器来画。"
        ) from None
    if rejected:
        found = [
            rejected[source].locate(_place(page, source, config))
            for page in pages
            for source in _sources(page.content or "")
            if source in rejected
        ]
        raise PluginError("\n".join(found))
    log.info("图由构建程序画好：%d 张，其中 %d 张是新画的", len(sources), drawn)


def on_post_page(output: str, *, page: Page, config: MkDocsConfig) -> str:
    """Put the drawings in, or mark the diagrams as what the theme draws.

    Hooks come after the plugins: mermaid2 has seen nothing of it.
    """
    if UNDRAWN not in output:
        return output
    drawer: Drawer | None = config.extra[DRAWER]
    if drawer is None:
        return output.replace(UNDRAWN, DRAWABLE)
    seen: dict[str, int] = {}

    def put_in(match: re.Match[str]) -> str:
        source = html.unescape(match[1])
        name = drawer.name(source)
        seen[name] = seen.get(name, 0) + 1
        svg = drawer.drawing(source)
        # A diagram that stands on the page twice needs other ids the second time.
        svg = svg if seen[name] == 1 else svg.replace(name, f"{name}-{seen[name]}-")
        return f'<div class="mermaid">{svg}</div>'

    return _UNDRAWN.sub(put_in, output)


def on_post_build(*, config: MkDocsConfig) -> None:
    """Let the theme load the vendored mermaid, whose path the mermaid2 plugin knows, in place of a CDN's."""
    library = config.plugins["mermaid2"].config["javascript"]
    if not library or not (Path(config.site_dir) / library).is_file():
        raise PluginError(f"mkdocs.yml：mermaid2 的 javascript 要指向 docs/ 下的 mermaid 文件，现在是「{library}」。")
    style = DRAWING_STYLE.read_text(encoding="utf-8")
    bundle = find_bundle(Path(config.site_dir))
    bundle.write_text(localise_bundle(bundle.read_text(encoding="utf-8"), library, style), encoding="utf-8")


def theme_style(script: str) -> str:
    """Return the style that the theme's bundle gives to mermaid. Raises PluginError when the bundle is another one."""
    name = re.search(r"themeCSS:(\w+)", script)
    value = re.search(rf'[ ,;]{name[1]}=("(?:[^"\\]|\\.)*")', script) if name else None
    if value is None:
        raise PluginError(f"主题的 {BUNDLE} 里没有给 mermaid 的样式：Material 换了版本，请核对 hooks/diagrams.py。")
    return str(json.loads(value[1]))


def _make_drawer(config: MkDocsConfig) -> Drawer | None:
    """Return what draws in this build, None when the readers' browsers do."""
    who = config.extra.get("diagrams", "reader")
    if who not in WHO_DRAWS:
        raise PluginError(f"mkdocs.yml：extra.diagrams 是「{who}」，可以是 {'、'.join(WHO_DRAWS)}。")
    if who == "reader" or (who == "auto" and find_chromium() is None):
        return None
    library = Path(config.docs_dir) / config.plugins["mermaid2"].config["javascript"]
    bundles = [path for folder in config.theme.dirs for path in Path(folder).glob(BUNDLE)]
    style = theme_style(bundles[0].read_text(encoding="utf-8")) + _minify(DRAWING_STYLE.read_text(encoding="utf-8"))
    return Drawer(library, style, FONTS, Path(config.config_file_path).parent / CACHE)


def _sources(content: str) -> Iterator[str]:
    return (html.unescape(match[1]) for match in _UNDRAWN.finditer(content))


def _place(page: Page, source: str, config: MkDocsConfig) -> Diagram:
    """Return the diagram of a page that has this source; the page's first line stands for one that came by a snippet."""
    label = f"{Path(config.docs_dir).name}/{page.file.src_uri}"
    diagrams = find_diagrams(page.file.content_string, label, Path(config.config_file_path).parent / "examples")
    nowhere = Diagram(SourceLine("", label, 1), ())
    return next((diagram for diagram in diagrams if diagram.text.strip() == source.strip()), nowhere)


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
    element = json.dumps(f"<style>svg {{ max-width: var(--diagram-max-width); height: auto }} {_minify(style)}</style>")
    options = {name: value for name, value in OPTIONS.items() if name != "sequence"}
    values = {
        "{library}": library,
        "{style}": element,
        "{options}": json.dumps(options),
        "{sequence}": json.dumps(OPTIONS["sequence"]),
    }
    return patch(script, ((old, _fill(new, values)) for old, new in PATCHES), "hooks/diagrams.py")


def _fill(text: str, values: Mapping[str, str]) -> str:
    for name, value in values.items():
        text = text.replace(name, value)
    return text


def _minify(style: str) -> str:
    """Drop comments and line breaks."""
    return re.sub(r"\s+", " ", re.sub(r"/\*.*?\*/", "", style, flags=re.DOTALL)).strip()
