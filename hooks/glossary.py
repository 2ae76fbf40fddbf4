"""Every term is one tap from its meaning, and the glossary page says where each term is used."""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, cast

from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger
from mkdocs.utils import get_relative_url

from glossary_entries import fill_references, source_line
from glossary_extension import GlossaryExtension
from glossary_marks import fill_links
from glossary_terms import GlossaryError, load_terms
from topics import TOPICS

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page

log = get_plugin_logger("glossary")

DATA = "data/glossary.yml"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read the entries, anew for each build, and register the extension. Raises ``PluginError`` before anything is written."""
    try:
        terms = load_terms(Path(config.config_file_path).parent / DATA, Path(config.docs_dir), TOPICS)
    except GlossaryError as error:
        raise PluginError(str(error)) from None
    extension = GlossaryExtension(terms, TOPICS)
    extension.deferred = True
    config.markdown_extensions.append(extension)  # type: ignore[arg-type]
    return config


def on_nav(nav: Navigation, *, config: MkDocsConfig, files: Files) -> None:
    """Fix the order in which the glossary page names the pages that use a term: as readers meet them.

    Raises ``PluginError`` when the page that every link leads to is not there: MkDocs does not see these links.
    """
    extension = _extension(config)
    glossary = files.get_file_from_path(extension.glossary)
    if extension.terms and glossary is None:
        raise PluginError(f"没有术语表页 docs/{extension.glossary}：{DATA} 的词条都链接到它。补上这一页。")
    extension.glossary_url = glossary.url if glossary else ""
    extension.uses = {page.file.src_uri: [] for page in nav.pages}


def on_page_markdown(markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> None:
    """Tell the extension which page comes, and whether it wants links."""
    extension = _extension(config)
    extension.page = page.file.src_uri
    extension.linking = page.meta.get("glossary") is not False


def on_page_content(html: str, *, page: Page, config: MkDocsConfig, files: Files) -> None:
    """Tell MkDocs which anchors the entries are: it has not seen them."""
    extension = _extension(config)
    if page.file.src_uri == extension.glossary and page.present_anchor_ids is not None:
        page.present_anchor_ids |= {term.id for term in extension.terms}


def on_env(env: Environment, *, config: MkDocsConfig, files: Files) -> None:
    """Gather, now that every page is rendered, what the glossary page says about the others; list what nobody uses."""
    extension = _extension(config)
    used = {term_id for uses in extension.uses.values() for term_id, _ in uses}
    if unused := [term.id for term in extension.terms if term.id not in used]:
        log.info("没有页面用到的词条：%s", "、".join(unused))
    if (glossary := files.get_file_from_path(extension.glossary)) and glossary.page:
        extension.sources = _sources(extension, files, glossary.page.url)
        extension.references = _uses(extension, files, glossary.page.url)


def on_post_page(output: str, *, page: Page, config: MkDocsConfig) -> str:
    """Fill in the links, and on the glossary page who uses each term.

    Not earlier: the search and the other plugins would read hundreds of attributes that they ignore.
    """
    extension = _extension(config)
    if page.file.src_uri == extension.glossary:
        return fill_references(output, extension.sources, extension.references)
    return fill_links(output, extension.titles, get_relative_url(extension.glossary_url, page.url))


def _extension(config: MkDocsConfig) -> GlossaryExtension:
    return next(e for e in cast("list[object]", config.markdown_extensions) if isinstance(e, GlossaryExtension))


def _sources(extension: GlossaryExtension, files: Files, base: str) -> dict[str, str]:
    """Return, by term id, the line that leads to where each term is explained; addresses are relative to ``base``.

    Warns, as MkDocs would of a link in the text, of a section that the rendered page does not have.
    """
    lines: dict[str, str] = {}
    known: dict[str, tuple[Page, str, dict[str, str]]] = {}  # page, address, titles of sections, by source file
    for term in extension.terms:
        if term.page_file not in known:
            if (page := _page(files, term.page_file)) is None:
                continue
            known[term.page_file] = (page, _address(page, base), _section_titles(page))
        page, href, titles = known[term.page_file]
        if term.anchor and term.anchor not in (page.present_anchor_ids or ()):
            where = f'{DATA}:{term.line}: 词条 "{term.id}"'
            log.warning("%s：%s 渲染出来没有 #%s；改正 page，或把 id 写在标题上", where, term.page_file, term.anchor)
        title = " › ".join(filter(None, (escape(str(page.title)), titles.get(term.anchor))))
        lines[term.id] = source_line(href + ("#" + term.anchor if term.anchor else ""), title)
    return lines


def _uses(extension: GlossaryExtension, files: Files, base: str) -> dict[str, list[str]]:
    """Return, by term id, an item for each page that uses the term, with the sections; addresses are relative to ``base``."""
    result: dict[str, list[str]] = {}
    for name, uses in extension.uses.items():
        page = _page(files, name)
        if not uses or page is None:
            continue
        href = _address(page, base)
        titles = _section_titles(page)
        sections = {
            anchor: f'<a href="{href}#{anchor}">{titles.get(anchor, anchor)}</a>' for _, anchor in uses if anchor
        }
        found: dict[str, list[str]] = {}
        for term_id, anchor in uses:
            found.setdefault(term_id, []).append(anchor)
        title = escape(str(page.title))
        for term_id, anchors in found.items():
            listed = "、".join([sections[anchor] for anchor in anchors if anchor])
            # The sections' links lead to the page too: its own is there where nothing else does.
            item = f"{title}（{listed}）" if listed else f'<a href="{href}">{title}</a>'
            result.setdefault(term_id, []).append(item)
    return result


def _address(page: Page, base: str) -> str:
    href = get_relative_url(page.url, base)
    return href + ("/" if href.endswith(".") else "")  # of the home page: .. is right, ..#section hard to read


def _page(files: Files, name: str) -> Page | None:
    file = files.get_file_from_path(name)
    return file.page if file else None


def _section_titles(page: Page) -> dict[str, str]:
    """Return the headings of a rendered page, as HTML, by id."""
    titles: dict[str, str] = {}
    waiting = list(page.toc)
    while waiting:
        item = waiting.pop()
        titles[item.id] = item.title
        waiting += item.children
    return titles
