"""Python-Markdown extension: how large each copy of the handbook is, and the place of the buttons that keep one in the browser.

Readers know what they download before they do.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension

from handbook.links import relative
from handbook.markers import Marker, add_renderers
from handbook.page import Page

# Stands for a size until the build knows it; hooks/offline.py puts it in. As wide as most sizes, in text too.
_PLACE = re.compile(r"@(book|pack|copy|load)@")
BUTTONS = '<div class="offline-copy"'
_COPIES = (
    "- 每一页的纯文本：把网址末尾的 `/` 换成 `.txt`，Markdown 换成 `.md`。",
    "- 整本书一个文件：{book}，@book@，带目录。",
    "- 给程序读的目录：{llms}。",
    "- 压缩包 `yunwei-dazhao.zip`：约 @pack@，网页和纯文本都在里面。",
    "- 浏览器里的离线副本：要下载约 @load@，占 @copy@。",
)
_LINK = '<a href="{}"><code>{}.txt</code></a>'
_BUTTONS = f"""{BUTTONS} data-search-exclude>
<p role="status" aria-live="polite">这里要运行脚本，才能保存。</p>
<progress hidden aria-label="保存的进度"></progress>
<p class="offline-choices"></p>
</div>"""


def fill(text: str, sizes: Mapping[str, str]) -> str:
    """Return a text with its sizes: those of book, pack (the archive), copy (in the browser) and load (to fetch it)."""
    return _PLACE.sub(lambda match: sizes[match[1]], text)


class CopiesExtension(Extension):
    """Renders the markers."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Add the renderer of the marker."""

        def render(marker: Marker, page: Page) -> list[str]:
            if marker.rest == "browser":
                return ["", md.htmlStash.store(_BUTTONS), ""]
            # Not Markdown's links: these are no files of docs/, where MkDocs would look for them.
            folder = page.path.removesuffix("index.md").removesuffix(".md").strip("/")
            root = relative(".", f"{folder}/x".lstrip("/"))
            links = {name: md.htmlStash.store(_LINK.format(f"{root}/{name}.txt", name)) for name in ("book", "llms")}
            return ["", *(line.format(**links) for line in _COPIES), ""]

        add_renderers(md, {"list: copies": render})


def makeExtension(**options: Any) -> CopiesExtension:
    """Return the extension for ``markdown_extensions: [handbook.offline.extension]``."""
    return CopiesExtension(**options)
