"""`make serve`: an edited page is shown at once, before the rest of the site is built, which renders only what has changed.

Works where ``python -m handbook.serve`` has started MkDocs. ``mkdocs build`` renders every page.
"""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from mkdocs.commands import build as building
from mkdocs.config import load_config
from mkdocs.exceptions import BuildError, PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.pages import Page

from handbook.mistakes import told_as
from handbook.serve.problems import repeat
from handbook.serve.screen import Screen
from handbook.serve.session import EVENTS, Session

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, Literal

    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation

# What outlives a build; None where there is only one. MkDocs keeps this module as long as its process.
SESSION: Session | None = None
_SCREEN, _NAV = "serve_screen", "serve_nav"  # in config.extra


def on_startup(*, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """Begin a session where somebody listens to it."""
    global SESSION
    SESSION = Session(Path.cwd()) if command == "serve" and EVENTS in os.environ else None


@event_priority(100)  # before the hooks that may refuse their data: the session must know how to build by then
def on_config(config: MkDocsConfig) -> None:
    """Tell the session how the next rounds are built: as this one is."""
    if SESSION:
        SESSION.build = partial(_build, config.site_url, {"site_dir": config.site_dir, "strict": config.strict})


def on_nav(nav: Navigation, *, config: MkDocsConfig, files: Files) -> None:
    """Begin what is known of this build's pages, now that it is known which files there are."""
    if SESSION:
        config.extra |= {_NAV: nav, _SCREEN: Screen(SESSION, config, files)}


def on_pre_page(page: Page, *, config: MkDocsConfig, files: Files) -> Page:
    """Let the page recall its rendering."""
    if SESSION:
        render: Callable[..., None] = told_as(PluginError)(config.extra[_SCREEN].render)
        page.render = lambda config, files: render(page, lambda: Page.render(page, config, files))  # type: ignore[method-assign]
    return page


@event_priority(-50)  # after the hooks that complete what pages show, before the search, which waits for all of them
def on_env(env: Environment, *, config: MkDocsConfig, files: Files) -> None:
    """Lay out first what is on the screen."""
    if SESSION:
        lay_out = partial(building._build_page, config=config, doc_files=files.documentation_pages(), env=env)
        populate = partial(building._populate_page, config=config, files=files)
        config.extra[_SCREEN].show_open(populate, partial(lay_out, nav=config.extra[_NAV]))


@event_priority(-100)  # when every other hook has written its files, before the rules are checked
def on_post_build(*, config: MkDocsConfig) -> None:
    """Forget what this build did not need, pages as they were before an edit, and have the site shown."""
    if SESSION:
        SESSION.memory.end_generation()
        SESSION.site_is_ready(config.site_dir)


def on_build_error(*, error: Exception) -> None:
    """After a first build that failed, take commands in MkDocs' place, which would end the process and all it remembers."""
    if SESSION and not SESSION.serving:
        SESSION.serve_after(error, for_editors=isinstance(error, BuildError))


def on_serve(server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., None]) -> LiveReloadServer:
    """Put the session in the place of MkDocs' own server, which hangs while a build is broken."""
    return cast("LiveReloadServer", SESSION) if SESSION else server


def _build(url: str | None, options: dict[str, Any]) -> None:
    repeat(building.log)
    config = load_config("mkdocs.yml", **options)
    config.site_url = url
    building.build(config, serve_url=url)
