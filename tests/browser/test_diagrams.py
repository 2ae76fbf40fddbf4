"""Diagrams as readers see them: drawn in both schemes, after navigation, readable on a phone, nothing fetched elsewhere."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from handbook.diagrams.drawing import find_chromium
from support.require import unmet
from support.site_build import ROOT, build_site
from support.site_server import DESKTOP, OPEN_SHADOW_ROOTS, OpenPage, Watch, serve

DRAWN = "figure.diagram div.mermaid svg"

# Mermaid writes in 16 px; how much of it is left tells the drawing's scale.
TEXT_SIZE = """drawing => {
  const svg = (drawing.shadowRoot ?? drawing).querySelector("svg")
  return 16 * svg.getBoundingClientRect().width / svg.viewBox.baseVal.width
}"""
# Text and background of what is read in a drawing, as the browser resolved them; alpha over the page's background.
CONTRASTS = """drawing => {
  const rgb = text => { const c = document.createElement("canvas").getContext("2d", {willReadFrequently: true})
    c.fillStyle = page; c.fillRect(0, 0, 1, 1); c.fillStyle = text; c.fillRect(0, 0, 1, 1)
    return [...c.getImageData(0, 0, 1, 1).data].slice(0, 3) }
  const page = getComputedStyle(document.body).backgroundColor
  const light = text => { const [r, g, b] = rgb(text).map(v => { v /= 255; return v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4 })
    return .2126 * r + .7152 * g + .0722 * b }
  const contrast = (one, other) => { const [a, b] = [light(one), light(other)]
    return (Math.max(a, b) + .05) / (Math.min(a, b) + .05) }
  const root = drawing.shadowRoot ?? drawing
  const boxes = [...root.querySelectorAll(".node rect, .node polygon, rect.actor, rect.note")].map(e => getComputedStyle(e).fill)
  const backgrounds = [page, ...new Set(boxes)]
  const leaf = element => element.firstElementChild ? leaf(element.firstElementChild) : element
  const texts = [...root.querySelectorAll("text, .nodeLabel, .edgeLabel")]
    .filter(e => e.textContent.trim() && !e.matches(".sequenceNumber"))
    .map(e => [e.textContent.trim(), leaf(e)])
    .map(([text, e]) => [text, getComputedStyle(e)[e instanceof SVGElement ? "fill" : "color"]])
  const lines = [...root.querySelectorAll(".messageLine0, .messageLine1, .flowchart-link, .transition, .actor-line")]
    .map(e => [e.getAttribute("class"), getComputedStyle(e).stroke])
  const heads = [...root.querySelectorAll("[marker-end], [marker-start]")]
    .flatMap(e => [e.getAttribute("marker-end"), e.getAttribute("marker-start")]).filter(Boolean)
    .map(url => root.querySelector(url.slice(4, -1))).filter(Boolean)
    .flatMap(marker => [...marker.querySelectorAll("path")].map(p => [marker.id, getComputedStyle(p).fill]))
  return {
    texts: texts.map(([text, colour]) => [text, Math.min(...backgrounds.map(b => contrast(colour, b)))]),
    lines: [...lines, ...heads].map(([name, colour]) => [name, contrast(colour, page)]),
  }
}"""


def _assert_readable(page: Page, kind: str) -> None:
    expect(page.locator(DRAWN).first).to_be_visible()
    expect(page.locator("pre.mermaid")).to_have_count(0)
    drawings: list[dict[str, Any]] = page.locator(f"figure[data-kind={kind}] div.mermaid").evaluate_all(
        f"drawings => drawings.map({CONTRASTS})"
    )
    assert drawings
    for drawing in drawings:
        assert drawing["texts"]
        assert drawing["lines"]
        assert [text for text in drawing["texts"] if text[1] < 4.5] == []
        assert [line for line in drawing["lines"] if line[1] < 3] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", ["flowchart", "sequenceDiagram", "stateDiagram-v2"])
def test_text_lines_and_arrows_are_readable(
    open_page: OpenPage, diagram_pages: dict[str, str], kind: str, scheme: str
) -> None:
    page = open_page(scheme=scheme)
    page.goto(diagram_pages[kind])
    _assert_readable(page, kind)


@pytest.mark.parametrize("kind", ["flowchart", "sequenceDiagram"])
def test_palette_switch_recolours_without_reload(page: Page, diagram_pages: dict[str, str], kind: str) -> None:
    page.goto(diagram_pages[kind])
    _assert_readable(page, kind)
    colour = "svg => getComputedStyle(svg.querySelector('.flowchart-link, .messageLine0')).stroke"
    before = page.locator(DRAWN).first.evaluate(colour)
    page.evaluate("window.sameDocument = true")
    page.locator("label[for=__palette_1]").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.wait_for_timeout(400)  # the theme fades colours in
    _assert_readable(page, kind)
    assert page.evaluate("window.sameDocument")
    assert page.locator(DRAWN).first.evaluate(colour) != before


def test_diagrams_are_there_after_navigation(page: Page, diagram_pages: dict[str, str]) -> None:
    with page.expect_request_finished(lambda request: request.url.endswith("/sitemap.xml")):
        page.goto("")  # the theme takes no link over before it knows the site's pages
    assert page.locator(".mermaid").count() == 0
    page.evaluate("window.sameDocument = true")
    for address in diagram_pages.values():
        _follow(page, address)
        expect(page.locator(DRAWN).first).to_be_visible()
        expect(page.locator("pre.mermaid")).to_have_count(0)
    assert page.evaluate("window.sameDocument"), "导航重新加载了页面，没有走即时导航"
    if find_chromium():
        assert not page.evaluate(
            "typeof mermaid == 'object'"
        )  # the pages bring their drawings; nobody pays for mermaid


def _follow(page: Page, address: str) -> None:
    """Follow a link that the theme's instant navigation takes, as it takes the links on pages."""
    page.evaluate(
        "address => { const a = Object.assign(document.createElement('a'), {href: new URL(address, __md_scope)}); document.querySelector('article').append(a); a.click() }",
        address,
    )
    page.wait_for_url(f"**/{address}")


READER_SITE = """
site_name: 小站
site_url: {url}
theme: {{name: material, language: zh, font: false, features: [navigation.instant], custom_dir: {root}/overrides}}
plugins: [{{mermaid2: {{javascript: {library}}}}}, search]
hooks: [{root}/hooks/theme.py, {root}/hooks/diagrams.py]
markdown_extensions: [pymdownx.superfences]
extra_css: [assets/stylesheets/extra.css]
"""
READER_PAGE = "# 图\n\n```mermaid\nflowchart TD\n    accTitle: 两步\n    accDescr: 先甲后乙\n    A[甲] --> B[乙]\n```\n"


def test_reader_draws_when_the_build_did_not(browser: Browser, tmp_path: Path) -> None:
    """The visit starts on a page without diagram: Material alone would fetch mermaid from a CDN then, and draw nothing."""
    library = "assets/javascripts/vendor/mermaid/mermaid.min.js"
    for name in (library, "assets/stylesheets/extra.css"):
        (tmp_path / "docs" / name).parent.mkdir(parents=True)
        shutil.copy(ROOT / "docs" / name, tmp_path / "docs" / name)
    (tmp_path / "docs/index.md").write_text("# 首页\n\n没有图。\n", encoding="utf-8")
    (tmp_path / "docs/drawing.md").write_text(READER_PAGE, encoding="utf-8")
    with serve(tmp_path / "site") as url:
        (tmp_path / "mkdocs.yml").write_text(READER_SITE.format(url=url, library=library, root=ROOT), encoding="utf-8")
        done = build_site(tmp_path / "site", root=tmp_path, diagrams="reader", site_url=url)
        assert done.returncode == 0, done.stderr
        context = browser.new_context(**DESKTOP, base_url=url)
        context.add_init_script(OPEN_SHADOW_ROOTS)
        page = context.new_page()
        watch = Watch(page, url)
        with page.expect_request_finished(lambda request: request.url.endswith("/sitemap.xml")):
            page.goto("")  # the theme takes no link over before it knows the site's pages
        assert not page.evaluate("typeof mermaid == 'object'")  # nobody pays for diagrams on pages that have none
        page.evaluate("window.sameDocument = true")
        _follow(page, "drawing/")
        expect(page.locator(DRAWN)).to_be_visible()
        assert page.evaluate("window.sameDocument")
        assert page.evaluate("typeof mermaid == 'object'")
        context.close()
    assert not watch.complaints


def test_drawing_is_named_for_screen_readers(page: Page, diagram_pages: dict[str, str]) -> None:
    page.goto(diagram_pages["flowchart"])
    drawing = page.locator(DRAWN).first
    expect(drawing).to_be_visible()
    title = page.locator("figure.diagram figcaption").first.inner_text()
    assert (
        drawing.evaluate("svg => svg.getRootNode().getElementById(svg.getAttribute('aria-labelledby')).textContent")
        == title
    )
    description = drawing.evaluate(
        "svg => svg.getRootNode().getElementById(svg.getAttribute('aria-describedby')).textContent"
    )
    assert description.strip()
    assert "graphics-document" in (drawing.get_attribute("role") or "")


def test_text_version_unfolds(page: Page, diagram_pages: dict[str, str]) -> None:
    page.goto(diagram_pages["sequenceDiagram"])
    text = page.locator("details.diagram-text").first
    expect(text.locator("p").first).not_to_be_visible()
    text.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(text.locator("p").first).to_be_visible()


def test_print_shows_drawing_and_text(page: Page, diagram_pages: dict[str, str]) -> None:
    page.goto(diagram_pages["sequenceDiagram"])
    expect(page.locator(DRAWN).first).to_be_visible()
    page.emulate_media(media="print")
    expect(page.locator(DRAWN).first).to_be_visible()
    expect(page.locator("details.diagram-text p").first).to_be_visible()


def test_wide_diagrams_scroll_in_their_own_box_on_a_phone(phone: Page, diagram_pages: dict[str, str]) -> None:
    for address in dict.fromkeys(diagram_pages.values()):
        phone.goto(address)
        expect(phone.locator(DRAWN).first).to_be_visible()
        expect(phone.locator("pre.mermaid")).to_have_count(0)
        for box in phone.locator(".diagram-drawing").all():
            width, needed = box.evaluate("box => [box.clientWidth, box.scrollWidth]")
            assert width <= 360
            if needed > width:
                box.evaluate("box => { box.scrollLeft = 1e6 }")
                assert box.evaluate("box => box.scrollLeft") > 0
        sizes = phone.locator("div.mermaid").evaluate_all(f"all => all.map({TEXT_SIZE})")
        assert min(sizes) >= 12, f"{address}：手机上图里的字只有 {min(sizes):.1f} 像素"


def test_diagrams_fit_a_desktop_column(page: Page, site_dir: Any, addresses: list[str]) -> None:
    """A diagram so wide that the column shrinks its text below 10 px wants another direction (TD) or two diagrams."""
    too_small: list[Any] = []
    seen = 0
    for address in addresses:
        file = site_dir / address / "index.html"
        if not file.is_file() or 'class="mermaid"' not in file.read_text(encoding="utf-8"):
            continue
        page.goto(address)
        expect(page.locator("pre.mermaid")).to_have_count(0)
        expect(page.locator(DRAWN).first).to_be_visible()
        seen += page.locator("figure.diagram div.mermaid").count()
        too_small += page.locator("figure.diagram").evaluate_all(
            f"(all, address) => all.map(figure => [address, figure.querySelector('figcaption').textContent,"
            f" ({TEXT_SIZE})(figure.querySelector('div.mermaid'))]).filter(found => found[2] < 10)",
            address,
        )
    assert seen
    assert not too_small, "图太宽，字缩得看不清；改成 TD 方向，或者拆成两张：\n" + "\n".join(map(str, too_small))


# What readers' systems write labels in: Debian's and Android's Han font, another one, and a wide Latin font with
# whatever Han the system finds for it.
FONTS = ("Noto Sans CJK SC", "WenQuanYi Zen Hei", "DejaVu Sans")
# By how many pixels each label is larger than the place that it was drawn into; a place that cuts counts as infinite.
SPILLS = """figure => {
  const size = node => { const range = document.createRange(); range.selectNodeContents(node); return range.getBoundingClientRect() }
  const labels = [...figure.querySelectorAll("foreignObject")].filter(place => place.textContent.trim())
    .map(place => [place, size(place.firstElementChild), place.getBoundingClientRect()])
  const actors = [...figure.querySelectorAll("rect.actor")].map(rect => [rect.parentElement.querySelector("text"), rect])
    .filter(([text]) => text).map(([text, rect]) => [text, text.getBoundingClientRect(), rect.getBoundingClientRect()])
  return [...labels, ...actors].map(([node, text, place]) =>
    [node.textContent.trim(), node.matches("foreignObject") && getComputedStyle(node).overflow !== "visible" ? 1e6 :
      Math.max(text.width - place.width, text.height - place.height)])
}"""


@pytest.mark.skipif(find_chromium() is None, reason="没有 Chromium，图由读者的浏览器画")
def test_labels_fit_in_other_fonts(page: Page, site_dir: Path, addresses: list[str]) -> None:
    """The build measures labels in one font; the reader's is another."""
    listed = subprocess.run(["fc-list", ":", "family"], capture_output=True, text=True, check=True).stdout
    if missing := set(FONTS) - set(re.split(r"[,\n]", listed)):
        unmet(f"缺少字体 {'、'.join(sorted(missing))}；请安装：apt-get install fonts-wqy-zenhei fonts-dejavu-core")
    cut, seen = [], 0
    for address in addresses:
        if "foreignObject" not in (site_dir / address / "index.html").read_text(encoding="utf-8"):
            continue
        page.goto(address)
        style = page.add_style_tag(content="/* the font */")
        for font in FONTS:
            style.evaluate(
                "(style, font) => { style.textContent = `.mermaid * { font-family: '${font}' !important }` }", font
            )
            found = page.locator("figure.diagram").evaluate_all(f"all => all.flatMap({SPILLS})")
            seen += len(found)
            cut += [(address, font, label, round(spill, 1)) for label, spill in found if spill > 3]
    assert seen
    assert not cut, "图里的标签在别的字体下放不下：\n" + "\n".join(map(str, cut))


@pytest.mark.parametrize("kind", ["flowchart", "sequenceDiagram", "stateDiagram-v2"])
def test_print_is_dark_on_white_in_both_schemes(open_page: OpenPage, diagram_pages: dict[str, str], kind: str) -> None:
    page = open_page(scheme="dark")
    page.goto(diagram_pages[kind])
    expect(page.locator(DRAWN).first).to_be_visible()
    page.emulate_media(media="print")
    page.wait_for_timeout(400)  # the theme fades colours in
    drawings = page.locator(f"figure[data-kind={kind}] div.mermaid").evaluate_all(
        f"drawings => {{ document.body.style.backgroundColor = 'white'; return drawings.map({CONTRASTS}) }}"
    )
    assert drawings
    for drawing in drawings:
        assert [text for text in drawing["texts"] if text[1] < 4.5] == []
        assert [line for line in drawing["lines"] if line[1] < 3] == []
