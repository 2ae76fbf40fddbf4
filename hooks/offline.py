"""The handbook without a network: sizes of its copies, and the worker that keeps one in the browser when a reader asks.

Nothing of it is loaded on any page but the one that offers it.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.plugins import event_priority
from mkdocs.utils import get_build_date, get_relative_url, write_file

from handbook.offline.extension import BUTTONS, CopiesExtension, fill
from handbook.offline.saved import WORKER, list_files, megabytes, packed_size, write_worker
from handbook.text.markdown import END
from handbook.text.plain import file_of

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

_SCRIPT = Path(__file__).parent / "handbook/offline/worker.js"
_PAGES = "offline_pages"  # in config.extra: the addresses of the pages that tell sizes
_LATER = {"book": "（构建时写）", "pack": "（构建时写）", "copy": "（构建时写）", "load": "（构建时写）"}


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Give Python-Markdown the extension."""
    config.markdown_extensions.append(CopiesExtension())  # type: ignore[arg-type]
    config.extra[_PAGES] = []
    return config


def on_page_content(html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Load the script of the buttons where they are."""
    if BUTTONS not in html:
        return html
    config.extra[_PAGES].append(page.url)
    if not config.extra["text"]:
        html = fill(html, _LATER)
    return f'{html}\n<script src="{get_relative_url("assets/javascripts/offline.js", page.url)}"></script>'


@event_priority(-60)  # when everything else is written, the text too
def on_post_build(*, config: MkDocsConfig) -> None:
    """Put the sizes in, then write the worker, which knows every file by its content."""
    if not config.extra["text"]:
        return
    site = Path(config.site_dir)
    files = list_files(site)
    sizes = {
        "book": megabytes((site / "book.txt").stat().st_size),
        "pack": megabytes(packed_size(site)),
        "copy": megabytes(sum(file.size for file in files)),
        "load": megabytes(packed_size(site, [file.address for file in files])),
    }
    told = [name for url in config.extra[_PAGES] for name in (f"{url}index.html", file_of(url), file_of(url, END))]
    for name in ["book.txt", *told]:
        write_file(fill((site / name).read_text(encoding="utf-8"), sizes).encode(), str(site / name))
    worker = write_worker(_SCRIPT.read_text(encoding="utf-8"), list_files(site), get_build_date())
    write_file(worker.encode(), str(site / WORKER))
