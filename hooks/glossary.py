"""Every term is one tap from its meaning, and the glossary page says where each term is used."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from markupsafe import escape
from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger
from mkdocs.utils import get_relative_url

from handbook.glossary.entries import fill_references
from handbook.glossary.extension import GlossaryExtension
from handbook.glossary.references import no_such_section, shown_page, source_lines, use_items
from handbook.glossary.terms import load_terms
from handbook.mistakes import told_as
from handbook.page import find_extension
from handbook.topics import TOPICS

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page

log = get_plugin_logger("glossary")

DATA = "data/glossary.yml"


@told_as(PluginError)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read the entries, anew for each build, and register the extension. Raises ``PluginError`` before anything is written."""
    path = Path(config.config_file_path).parent / DATA
    terms = load_terms(path, Path(config.docs_dir), TOPICS)
    extension = GlossaryExtension(terms, TOPICS, data=path, use_directory_urls=config.use_directory_urls)
    extension.late_references = True
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
    extension.uses = {page.file.src_uri: [] for page in nav.pages}


def on_page_content(html: str, *, page: Page, config: MkDocsConfig, files: Files) -> None:
    """Tell MkDocs which anchors the entries are: it has not seen them."""
    extension = _extension(config)
    if page.file.src_uri == extension.glossary and page.present_anchor_ids is not None:
        page.present_anchor_ids |= {term.id for term in extension.terms}


def on_env(env: Environment, *, config: MkDocsConfig, files: Files) -> None:
    """Gather, now that every page is rendered, what the glossary page says about the others."""
    extension = _extension(config)
    glossary = files.get_file_from_path(extension.glossary)
    if glossary is None or glossary.page is None:
        return
    pages = [file.page for file in files.documentation_pages() if file.page is not None]
    shown = {
        page.file.src_uri: shown_page(page, get_relative_url(page.url, glossary.page.url), escape(page.title or ""))
        for page in pages
    }
    extension.sources, lost = source_lines(extension.terms, shown)
    extension.references = use_items(extension.uses, shown)
    for term in lost:  # as MkDocs would warn of a link in the text
        log.warning("%s:%d: %s", DATA, term.line, no_such_section(term))


def on_post_page(output: str, *, page: Page, config: MkDocsConfig) -> str:
    """Fill in on the glossary page who uses each term: known only now, and nothing that the search should read."""
    extension = _extension(config)
    if page.file.src_uri != extension.glossary:
        return output
    return fill_references(output, extension.sources, extension.references)


def _extension(config: MkDocsConfig) -> GlossaryExtension:
    return find_extension(config.markdown_extensions, GlossaryExtension)
