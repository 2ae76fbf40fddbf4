"""Pages react sooner: what the theme's script does to a page when it opens is done by the build, later, or not at all.

Opening a long page, the script made the browser compute the style of every element five times over. The comments say
what each change avoids; a reader sees the same page.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from theme_bundle import find_bundle, patch

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

# The script wraps each table when a page is open, which changes the whole article.
_TABLE = re.compile(r"<table>((?:(?!<table\b).)*?)</table>", re.DOTALL)
_WRAPPED = r'<div class="md-typeset__scrollwrap"><div class="md-typeset__table"><table>\1</table></div></div>'

PATCHES = (
    # Tables that the build has wrapped stay as they are.
    ('M("table:not([class])",e)', 'M("table:not([class]):not(.md-typeset__table > *)",e)'),
    # A page opens in the scheme that its HTML already has: transitions are held back only where the scheme changes.
    (
        'if(document.body.setAttribute("data-md-color-switching",""),s.color.media===',
        "if(document.body.dataset.mdColorScheme!==s.color.scheme&&"
        'document.body.setAttribute("data-md-color-switching",""),s.color.media===',
    ),
    # The page has its <meta name="color-scheme"> if it is dark (overrides/main.html). A light page
    # needs none before there has been a dark one: even an empty one styles everything again.
    (
        'let o=x("meta",{name:"color-scheme"});document.head.appendChild(o);',
        'let o=document.querySelector("meta[name=color-scheme]")||x("meta",{name:"color-scheme"});',
    ),
    (
        "return o.content=a.colorScheme,",
        'return(o.content||"light")!==a.colorScheme&&(o.content=a.colorScheme,o.isConnected||document.head.appendChild(o)),',
    ),
    # Instant navigation needs absolute addresses when a reader leaves the page by a link, not before. Those of style
    # sheets it only compares: a style sheet whose address is written anew is read anew.
    ("$(document).subscribe(vi);", 'addEventListener("click",()=>vi(document),{capture:!0,once:!0});'),
    (
        'for(let t of M("[href], [src]",e))',
        'for(let t of M(e===document?"[href]:not([rel=stylesheet]), [src]":"[href], [src]",e))',
    ),
    (
        'for(let r of M(":scope > *",e.head))t.set(r.outerHTML,r)',
        'for(let r of M(":scope > *",e.head))t.set(r.sheet&&r.sheet.href||(r.rel==="stylesheet"?r.href:r.outerHTML),r)',
    ),
    # The page's place and size are asked for when somebody needs them: asking lays the page out in the middle of the script.
    ("function Tn(){return L(", "function Tn(){return H(()=>L("),
    ("pipe(m(wn),Q(wn()))}", "pipe(m(wn),Q(wn())))}"),
    ("function On(){return h(", "function On(){return H(()=>h("),
    ("pipe(m(Sn),Q(Sn()))}", "pipe(m(Sn),Q(Sn())))}"),
    # What the script does with a page it does when the browser has nothing else to do, or when the reader begins to do
    # something: before the first key or press arrives, everything is there. Safari has no requestIdleCallback.
    (
        "function oi(e,t){",
        "function idly(e,...r){return new F(t=>{let n=()=>t.next();(self.requestIdleCallback||setTimeout)(n);"
        "for(let o of r)addEventListener(o,n,{capture:!0,once:!0})}).pipe(Ee(1),b(e))}"
        'function soon(e){return idly(e,"keydown","pointerdown","click","focusin")}'
        "function oi(e,t){return idly(()=>mount(e,t))}function mount(e,t){",
    ),
    ('V("navigation.instant")&&gi({', 'V("navigation.instant")&&soon(()=>gi({'),
    ("progress$:uo}).subscribe(ct);", "progress$:uo})).subscribe(ct);"),
    (
        'Hs=L(...me("consent")',
        'Hs=L(soon(()=>L(...me("search").map(e=>_i(e,{index$:zi,keyboard$:mo})))),soon(()=>L(...me("consent")',
    ),
    (
        '...me("progress").map(e=>mi(e,{progress$:uo})),...me("search").map(e=>_i(e,{index$:zi,keyboard$:mo})),',
        '...me("progress").map(e=>mi(e,{progress$:uo})),',
    ),
    ('...me("source").map(e=>$i(e))),$s=', '...me("source").map(e=>$i(e))))),$s='),
    ("Ki=ct.pipe(b(()=>$s),", "Ki=ct.pipe(b(()=>soon(()=>$s)),"),
    # The map tells of the script as it was; hooks/theme_files.py does not publish it.
    ("//# sourceMappingURL=bundle.a5f9d56c.min.js.map", ""),
    # Only links with previews have something to add; the glossary has thousands without.
    ('...M("a",e).map(i=>Jn(i,t))', '...M(V("navigation.instant.preview")?"a":"a[data-preview]",e).map(i=>Jn(i,t))'),
    # In an article, one block of code and one tooltip at a time.
    ('return V("content.lazy")?mt(e).pipe(g(n=>n),Ee(1),b(()=>o)):o}', "return idly(()=>o)}"),
    ('.filter(()=>V("content.tooltips")).map(i=>Xe(i,', '.filter(()=>V("content.tooltips")).map(i=>idly(()=>Xe(i,'),
    ('{viewport$:r})),...M(".footnote-ref",e)', '{viewport$:r}))),...M(".footnote-ref",e)'),
)


def on_page_content(html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Wrap the tables."""
    return wrap_tables(html)


def on_post_build(*, config: MkDocsConfig) -> None:
    """Change the theme's script."""
    bundle = find_bundle(Path(config.site_dir))
    bundle.write_text(patch(bundle.read_text(encoding="utf-8"), PATCHES, "hooks/quick_page.py"), encoding="utf-8")


def wrap_tables(html: str) -> str:
    """Return a page's HTML with the boxes in which tables scroll, as the theme's script makes them."""
    return _TABLE.sub(_WRAPPED, html)
