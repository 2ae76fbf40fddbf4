"""Readers practise the handbook's questions: folded by topic, and drawn on one page that asks again when it is time."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.plugins import event_priority
from mkdocs.structure.files import File
from mkdocs.utils import get_relative_url

from handbook.entries.data import nav_order
from handbook.practice.cards import card_files, read_cards
from handbook.practice.extension import PracticeExtension
from handbook.practice.render import BOX

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

PAGE = "practice/index.md"
PLACE = '<div class="practice"></div>'  # on that page: where its script puts what readers use
SCRIPTS = {
    "fsrs": "assets/javascripts/vendor/fsrs/fsrs.js",
    "records": "assets/javascripts/practice/records.js",
}
_CARDS, _TABLE = "practice_cards", "practice_table"  # in config.extra: the cards by topic, the address of their table


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Give Python-Markdown the extension."""
    data = Path(config.config_file_path).parent / "data"
    extension = PracticeExtension(nav_order(config.nav), docs=config.docs_dir, data=data)
    config.markdown_extensions.append(extension)  # type: ignore[arg-type]
    config.extra[_CARDS], config.extra[_TABLE] = {}, ""
    return config


@event_priority(-50)  # when the tables are in their boxes
def on_page_content(html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Take the questions out of a list of them; load what the two kinds of pages need, on these only."""
    style = f'<link rel="stylesheet" href="{get_relative_url("assets/stylesheets/practice.css", page.url)}">\n'
    if f'class="{BOX}"' in html:
        target = files.get_file_from_path(PAGE)
        if target:
            topic = Path(page.file.src_uri).stem
            config.extra[_CARDS][topic] = read_cards(html, page.url, target.url)
        return style + html
    if page.file.src_uri == PAGE:
        return f'{style}{html}\n<script src="{get_relative_url("assets/javascripts/practice/page.js", page.url)}"></script>'
    return html


def on_env(env: Environment, *, config: MkDocsConfig, files: Files) -> None:
    """Publish the questions, now that every list is rendered."""
    config.extra[_TABLE], made = card_files(config.extra[_CARDS])
    for name, text in made.items():
        files.append(File.generated(config, name, content=text))


def on_post_page(output: str, *, page: Page, config: MkDocsConfig) -> str:
    """Tell the page that draws where its scripts and questions are."""
    if page.file.src_uri != PAGE:
        return output
    addresses = {**SCRIPTS, "questions": config.extra[_TABLE]}
    data = "".join(f' data-{name}="{get_relative_url(address, page.url)}"' for name, address in addresses.items())
    return output.replace(PLACE, PLACE.replace("></div>", f"{data}></div>"))
