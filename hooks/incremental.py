"""An edit shows at once in `make serve`: a page whose source and inputs did not change is neither rendered nor laid out again.

Only there: `make build` renders and lays out every page.
"""

from __future__ import annotations

import logging
import pickle
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from jinja2 import Template
from mkdocs.structure.nav import Link, Section
from mkdocs.structure.pages import Page

import style_sheet
from glossary_extension import GlossaryExtension
from page_memory import Dependent, Memory, Rendering, key_of, snippets, states

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Literal

    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure import StructureItem
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation

# What outlives a build; None where every build starts from nothing. MkDocs keeps this module as long as its process.
MEMORY: Memory | None = None
_NAV_META = ("icon", "status", "subtitle")  # what the theme's navigation shows of other pages' front matter
_SITE = "incremental_site"  # where a build keeps what every page depends on, in config.extra


def on_startup(*, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """Start to remember where there will be more than one build."""
    global MEMORY
    MEMORY = Memory() if command == "serve" else None


def on_nav(nav: Navigation, *, config: MkDocsConfig, files: Files) -> None:
    """Note what all pages depend on: the configuration and which files there are."""
    if MEMORY is not None:
        listed = [(file.src_uri, file.url, file.inclusion) for file in files if file.src_dir == config.docs_dir]
        config.extra[_SITE] = key_of(Path(config.config_file_path).read_text("utf-8"), config.site_url, listed)


def on_pre_page(page: Page, *, config: MkDocsConfig, files: Files) -> Page:
    """Let the page recall its rendering."""
    if MEMORY is not None:
        memory = MEMORY
        page.render = lambda config, files: _render(page, config, files, memory)  # type: ignore[method-assign]
    return page


def on_env(env: Environment, *, config: MkDocsConfig, files: Files) -> None:
    """Let the templates recall what they made of a page, now that every page is rendered and has its title."""
    if MEMORY is not None:
        env.template_class = _remembering(MEMORY, _theme_key(config))


def on_post_build(*, config: MkDocsConfig) -> None:
    """Forget what this build did not need: pages as they were before an edit."""
    if MEMORY is not None:
        MEMORY.end_generation()


def _render(page: Page, config: MkDocsConfig, files: Files, memory: Memory) -> None:
    """Do what ``Page.render`` does, or restore what it did when all that it reads was the same."""
    glossary = next(e for e in _extensions(config) if isinstance(e, GlossaryExtension))
    made: list[bool] = []

    def make() -> bytes | None:
        made.append(True)
        heard = _Listener()
        logging.getLogger("mkdocs").addHandler(heard)
        try:
            Page.render(page, config, files)
        finally:
            logging.getLogger("mkdocs").removeHandler(heard)
        # What was complained about must be complained about again.
        return None if heard.anything else pickle.dumps(_rendering(page, glossary))

    remembered = memory.recall(_source_key(page, config), make)
    if remembered is None or made:
        return
    # A copy: plugins change what a page got, the tags plugin its table of contents.
    known: Rendering = pickle.loads(remembered)  # noqa: S301 - this process has written it
    page.content, page.toc, page._title_from_render = known.content, known.toc, known.title
    page.present_anchor_ids = known.anchors
    if known.links is not None:
        found = ((files.get_file_from_path(path), links) for path, links in known.links.items())
        page.links_to_anchors = {file: links for file, links in found if file}
    glossary.uses[page.file.src_uri] = known.uses


def _rendering(page: Page, glossary: GlossaryExtension) -> Rendering:
    links = page.links_to_anchors
    return Rendering(
        page.content or "",
        page.toc,
        page._title_from_render,
        set(page.present_anchor_ids or ()),
        None if links is None else {file.src_uri: anchors for file, anchors in links.items()},
        glossary.uses.get(page.file.src_uri, []),
    )


def _source_key(page: Page, config: MkDocsConfig) -> str:
    markdown = page.markdown or ""
    examples = Path(config.config_file_path).parent / "examples"
    data = [e.depends_on(markdown) for e in _extensions(config) if isinstance(e, Dependent)]
    own = (page.file.src_uri, page.meta, markdown)
    return key_of("source", config.extra[_SITE], own, data, list(snippets(markdown, examples)))


def _extensions(config: MkDocsConfig) -> Iterable[Any]:
    return cast("Iterable[Any]", config.markdown_extensions)


class _Listener(logging.Handler):
    """Notes whether anything was said that an editor sees."""

    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self.anything = False

    def emit(self, record: logging.LogRecord) -> None:
        self.anything = True


def _theme_key(config: MkDocsConfig) -> str:
    theme = states(Path(str(config.theme.custom_dir))) if config.theme.custom_dir else []
    return key_of(config.extra[_SITE], config.extra.get(style_sheet.KEY), theme)


def _nav_key(items: Iterable[StructureItem]) -> list[object]:
    """Return what the theme shows of the navigation."""
    found: list[object] = []
    for item in items:
        if isinstance(item, Section):
            found.append((item.title, _nav_key(item.children)))
        elif isinstance(item, Page):
            found.append((item.title, item.url, [item.meta.get(name) for name in _NAV_META]))
        elif isinstance(item, Link):
            found.append((item.title, item.url))
    return found


def _remembering(memory: Memory, theme: str) -> type[Template]:
    """Return the class for one build's templates."""
    navigation: list[str] = []  # the same for all pages: its key is made once

    class RememberingTemplate(Template):
        def render(self, *args: Any, **kwargs: Any) -> str:
            context: dict[str, Any] = dict(*args, **kwargs)
            page: Page | None = context.pop("page", None)
            if page is None:
                return super().render(*args, **kwargs)
            nav = context.pop("nav")
            if not navigation:
                navigation.append(key_of(_nav_key(nav.items)))
            # Same for all pages (`config`, by the theme's key) or not read by the theme's pages (the date).
            for name in ("pages", "config", "build_date_utc"):
                context.pop(name)
            tags = [(tag.name, tag.url) for tag in context.pop("tags", ())]
            own = (
                page.content, str(page.toc), page.meta, page.title, page.url, page.canonical_url, page.edit_url,
                page.is_homepage,
            )  # fmt: skip
            key = key_of("layout", theme, navigation[0], self.name, own, tags, sorted(context.items()))
            return memory.recall(key, lambda: super(RememberingTemplate, self).render(*args, **kwargs)) or ""

    return RememberingTemplate
