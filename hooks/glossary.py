"""Every term is one tap from its meaning, and the glossary page says where each term is used."""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, cast

from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger
from mkdocs.utils import get_relative_url

from glossary_entries import Use, fill_references
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


def on_env(env: Environment, *, config: MkDocsConfig, files: Files) -> None:
    """Gather, now that every page is rendered, what the glossary page says about the others; list what nobody uses."""
    extension = _extension(config)
    used = {term_id for uses in extension.uses.values() for term_id, _ in uses}
    if unused := [term.id for term in extension.terms if term.id not in used]:
        log.info("没有页面用到的词条：%s", "、".join(unused))
    if (glossary := files.get_file_from_path(extension.glossary)) and glossary.page:
        extension.sources = _sources(extension, files)
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


def _sources(extension: GlossaryExtension, files: Files) -> dict[str, str]:
    """Return the title of each term's explaining page and section, as HTML, by term id."""
    pages = {term.page_file: _page(files, term.page_file) for term in extension.terms}
    titles = {name: _section_titles(page) for name, page in pages.items() if page}
    return {
        term.id: " › ".join(filter(None, (escape(str(page.title)), titles[term.page_file].get(term.anchor))))
        for term in extension.terms
        if (page := pages[term.page_file])
    }


def _uses(extension: GlossaryExtension, files: Files, base: str) -> dict[str, list[Use]]:
    """Return the pages and sections that use each term, by term id; addresses are relative to ``base``."""
    result: dict[str, list[Use]] = {}
    for name, uses in extension.uses.items():
        page = _page(files, name)
        if not uses or page is None:
            continue
        href = get_relative_url(page.url, base)
        href += "/" if href.endswith(".") else ""  # of the home page: .. is right, ..#section hard to read
        titles = _section_titles(page)
        anchors: dict[str, list[str]] = {}
        for term_id, anchor in uses:
            anchors.setdefault(term_id, []).append(anchor)
        for term_id, found in anchors.items():
            sections = tuple((titles.get(anchor, anchor), f"{href}#{anchor}") for anchor in found if anchor)
            result.setdefault(term_id, []).append(Use(escape(str(page.title)), href, sections))
    return result


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
