"""The theme's script, changed at exact places; what another version of the theme has moved stops the build.

Readers get diagrams from this site alone, and a page that answers while the script is still at work on it.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

_BUNDLE = re.compile(r"assets/javascripts/bundle\.\w+\.min\.js")
HOME = "hooks/handbook/theme/bundle.py"
_SOURCE_MAP = re.compile(r"\n?//# sourceMappingURL=\S+\s*\Z")


class ThemeError(Exception):
    """A file of the theme is not the one that the handbook changes; the text says what to look at."""


class Patch(NamedTuple):
    """One change: a text that the script has exactly once, and what stands there instead."""

    old: str
    new: str


# What the script does with a page when it opens, it does when the browser has nothing else to do, or when the reader
# begins to do something: before the first key or press arrives, everything is there. Safari has no requestIdleCallback.
IDLE = (
    Patch(
        "function oi(e,t){",
        "function idly(e,...r){return new F(t=>{let n=()=>t.next();(self.requestIdleCallback||setTimeout)(n);"
        "for(let o of r)addEventListener(o,n,{capture:!0,once:!0})}).pipe(Ee(1),b(e))}"
        'function soon(e){return idly(e,"keydown","pointerdown","click","focusin")}'
        "function oi(e,t){return idly(()=>mount(e,t))}function mount(e,t){",
    ),
    Patch('V("navigation.instant")&&gi({', 'V("navigation.instant")&&soon(()=>gi({'),
    Patch("progress$:uo}).subscribe(ct);", "progress$:uo})).subscribe(ct);"),
    Patch(
        'Hs=L(...me("consent")',
        'Hs=L(soon(()=>L(...me("search").map(e=>_i(e,{index$:zi,keyboard$:mo})))),soon(()=>L(...me("consent")',
    ),
    Patch(
        '...me("progress").map(e=>mi(e,{progress$:uo})),...me("search").map(e=>_i(e,{index$:zi,keyboard$:mo})),',
        '...me("progress").map(e=>mi(e,{progress$:uo})),',
    ),
    Patch('...me("source").map(e=>$i(e))),$s=', '...me("source").map(e=>$i(e))))),$s='),
    Patch("Ki=ct.pipe(b(()=>$s),", "Ki=ct.pipe(b(()=>soon(()=>$s)),"),
    # In an article, one block of code and one tooltip at a time.
    Patch('return V("content.lazy")?mt(e).pipe(g(n=>n),Ee(1),b(()=>o)):o}', "return idly(()=>o)}"),
    Patch(
        '.filter(()=>V("content.tooltips")).map(i=>Xe(i,', '.filter(()=>V("content.tooltips")).map(i=>idly(()=>Xe(i,'
    ),
    Patch('{viewport$:r})),...M(".footnote-ref",e)', '{viewport$:r}))),...M(".footnote-ref",e)'),
)

# The first link or address within the page that has just been opened is followed without loading the page once more. The
# theme loads it, and then scrolls to the offset of a moment ago, when most of a long page had not been laid out: the
# heading that was asked for was somewhere else.
WITHIN_PAGE = (
    Patch('let s=t.pipe(ne("pathname"),b(a=>xr(', 'let s=t.pipe(Q(we()),ne("pathname"),g((a,c)=>c>0),b(a=>xr('),
    Patch(
        's.pipe(b(()=>t),ne("hash")),t.pipe(Y(',
        "(u=>t.pipe(g(a=>{let c=a.pathname===u.pathname&&a.hash!==u.hash;return u=a,c})))(we()),t.pipe(Q(we()),Y(",
    ),
)

# The script puts each table into a box that scrolls, which moves everything below it by 11 px; the build has done that.
TABLES = (Patch('M("table:not([class])",e)', 'M("table:not([class]):not(.md-typeset__table > *)",e)'),)

# Code that is wider than its box scrolls by keyboard. The theme leaves that out where there is no mouse, but phones have
# keyboards too.
KEYBOARD = (Patch('d&&r?e.setAttribute("tabindex","0")', 'd?e.setAttribute("tabindex","0")'),)

# The theme makes a landmark of the buttons of each block of code, and of the tags of each page that a search finds.
# Beside its buttons stands the one that folds long lines; content.js does what it says.
LANDMARKS = (
    Patch(
        'x("nav",{class:"md-code__nav"})',
        'x("div",{class:"md-code__nav"},x("button",{class:"md-code__button code-wrap",type:"button",'
        '"aria-pressed":`${document.documentElement.classList.contains("wrap-code")}`},"折行"))',
    ),
    Patch('x("nav",{class:"md-tags"}', 'x("div",{class:"md-tags"}'),
)


def find_bundle(names: Iterable[str]) -> str:
    """Return the name of the theme's script among those of its files. Raises ``ThemeError`` unless there is exactly one."""
    found = [name for name in names if _BUNDLE.fullmatch(name)]
    if len(found) != 1:
        raise ThemeError(
            f"主题应当恰好有一个 {_BUNDLE.pattern}，实际有 {len(found)} 个：Material 换了版本，请核对 {HOME}。"
        )
    return found[0]


def mermaid(library: str, options: Mapping[str, Any], style: str) -> tuple[Patch, ...]:
    """Return the changes that make the script draw with the vendored mermaid, in the handbook's look.

    ``library`` is the path of mermaid from the site's root, ``options`` its settings by kind of diagram, ``style`` the
    CSS that goes into each drawing.
    """
    sheet = f"<style>svg {{ max-width: var(--diagram-max-width); height: auto }} {minify(style)}</style>"
    others = {name: value for name, value in options.items() if name != "sequence"}
    return (
        # __md_scope is the site's root as the theme resolved it: right in every folder and on file://.
        Patch('"https://unpkg.com/mermaid@11/dist/mermaid.min.js"', f'new URL("{library}",__md_scope).href'),
        # Browsers of before 2020 get no polyfill, instead of a request to another host.
        Patch('"https://unpkg.com/resize-observer-polyfill"', '"data:text/javascript,"'),
        # The same settings as in the drawings that the build makes.
        Patch("mermaid.initialize({startOnLoad:!1,", f"mermaid.initialize({{startOnLoad:!1,...{json.dumps(others)},"),
        Patch(
            'sequence:{actorFontSize:"16px",messageFontSize:"16px",noteFontSize:"16px"}',
            f"sequence:{json.dumps(options['sequence'])}",
        ),
        # The theme puts a drawing into a closed shadow root; the page's CSS does not reach it, so ours is injected.
        Patch("s.innerHTML=n,", f"s.innerHTML=n+{json.dumps(sheet)},"),
    )


def change(script: str, patches: Iterable[Patch]) -> str:
    """Return the script with each change made in turn, and without the address of the map of what it was.

    Raises ``ThemeError`` when an old text is not there exactly once.
    """
    for patch in patches:
        if (count := script.count(patch.old)) != 1:
            raise ThemeError(
                f"主题的脚本里有 {count} 处 {patch.old}，应当恰好一处：Material 换了版本，请核对 {HOME} 里的这一条。"
            )
        script = script.replace(patch.old, patch.new)
    return _SOURCE_MAP.sub("", script)


def content_name(name: str, content: str) -> str:
    """Return the name under which a changed file is published: the hash in it is made from the new content.

    ``name`` is like ``bundle.0123abcd.min.js``. A web server may keep such a file for ever.
    """
    stem, _, rest = name.partition(".")
    return f"{stem}.{hashlib.sha256(content.encode()).hexdigest()[:8]}.{rest.partition('.')[2]}"


def theme_style(script: str) -> str:
    """Return the style that the theme's script gives to mermaid. Raises ``ThemeError`` when it has none."""
    name = re.search(r"themeCSS:(\w+)", script)
    value = re.search(rf'[ ,;]{name[1]}=("(?:[^"\\]|\\.)*")', script) if name else None
    if value is None:
        raise ThemeError(f"主题的脚本里没有给 mermaid 的样式：Material 换了版本，请核对 {HOME} 的 theme_style。")
    return str(json.loads(value[1]))


def minify(style: str) -> str:
    """Return CSS without comments and line breaks."""
    return re.sub(r"\s+", " ", re.sub(r"/\*.*?\*/", "", style, flags=re.DOTALL)).strip()
