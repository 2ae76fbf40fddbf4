"""Readers see what has changed since they were here last: the page 最近更新 and an Atom feed, from the history in git.

A preview reads no history. A build without one says so on the page, and writes no feed.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.structure.files import File

from handbook.corrections.extension import CorrectionsExtension
from handbook.history.extension import IN_PREVIEW, History, HistoryExtension
from handbook.history.feed import render_feed
from handbook.page import SERVING, find_extension

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

PAGE, FEED = "recent.md", "feed.xml"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read the history, which at every save would be the slowest part, and give Python-Markdown the extension."""
    root = Path(config.config_file_path).parent
    history = (
        HistoryExtension(History(missing=IN_PREVIEW)) if config.extra[SERVING] else HistoryExtension(root=str(root))
    )
    config.markdown_extensions.append(history)  # type: ignore[arg-type]
    return config


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Write the feed where there are a history, its page, and an address for the site; tell templates of both."""
    extension = find_extension(config.markdown_extensions, HistoryExtension)
    page = files.get_file_from_path(PAGE)
    config.extra["recent"], config.extra["feed"] = (page.url if page else ""), ""
    extension.pages = urls = {file.src_uri: file.url for file in files.documentation_pages()}
    extension.corrections = find_extension(config.markdown_extensions, CorrectionsExtension).ledger
    if page and config.site_url and extension.history.changes:
        content = render_feed(
            extension.history.changes,
            site=config.site_name,
            site_url=config.site_url,
            page=page.url,
            feed=FEED,
            rights=config.copyright or "",
            urls=urls,
        )
        files.append(File.generated(config, FEED, content=content))
        extension.feed = config.extra["feed"] = FEED
    return files
