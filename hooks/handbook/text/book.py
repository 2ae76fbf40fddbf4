"""All text files of the site: each page as text and as Markdown, the whole book in one file, and llms.txt.

A reader on a jump host takes one file along, and finds a page in it with `/== iptables/nat`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from handbook.text import markdown, plain
from handbook.text.blocks import PageText
from handbook.text.wrap import COLUMNS, width, wrap

BOOK, LLMS = "book.txt", "llms.txt"
_HOW = (
    "目录。在 less 里输入 /== 加左边的名字，例如 /== iptables/nat，回车就到那一页；#名字 是小节，链接里写的就是它；"
    "〔2.1〕指本页的小节。"
)


class Entry(NamedTuple):
    """A page in the navigation: the names of the sections above it, and its address below the site's root."""

    trail: tuple[str, ...]
    url: str


class Site(NamedTuple):
    """What the text files say of the site: its name, what it is, and its address, with a slash at its end."""

    name: str
    description: str
    url: str


def write_files(site: Site, entries: Sequence[Entry], pages: Mapping[str, PageText]) -> dict[str, str]:
    """Return all text files by their path below the site's root. ``pages`` are by address, ``entries`` in reading order.

    A page that the navigation does not have gets its own files, and is not part of the book.
    """
    files: dict[str, str] = {}
    for writer in (plain, markdown):
        names = frozenset(plain.file_of(url, writer.END) for url in pages)
        files |= {plain.file_of(u, writer.END): writer.write_page(p, site.url, names) for u, p in pages.items()}
    listed = [entry for entry in entries if entry.url in pages]
    files[BOOK] = _write_book(site, listed, pages, files)
    files[LLMS] = _write_llms(site, listed, pages)
    return files


def _write_book(site: Site, entries: Sequence[Entry], pages: Mapping[str, PageText], files: Mapping[str, str]) -> str:
    lines = [site.name, "=" * width(site.name), *wrap(site.description), site.url, "", *wrap(_HOW), ""]
    for entry, sections in _with_sections(entries):
        lines += [f"{'  ' * depth}{name}" for depth, name in sections]
        pad = "  " * len(entry.trail)
        lines.append(f"{pad}{plain.name_of(entry.url)}  {pages[entry.url].title}")
    rule = ["", "=" * COLUMNS, ""]
    for entry in entries:
        lines += [*rule, files[plain.file_of(entry.url)].rstrip("\n")]
    return "\n".join(lines) + "\n"


def _write_llms(site: Site, entries: Sequence[Entry], pages: Mapping[str, PageText]) -> str:
    """Return the file that https://llmstxt.org describes: a title, a summary, and links below headings of level 2."""
    lines = [f"# {site.name}", "", f"> {site.description}", ""]
    lines += [
        f"整本书的纯文本：[{BOOK}]({BOOK})。每一页的网址去掉末尾的斜线，加 {plain.END} 是 80 列的纯文本，加 {markdown.END} 是 Markdown。"
    ]
    last = ""
    for entry in entries:
        if (section := " / ".join(entry.trail) or site.name) != last:
            lines += ["", f"## {section}", ""]
            last = section
        page = pages[entry.url]
        told = f": {page.description}" if page.description else ""
        lines.append(f"- [{page.title}]({plain.file_of(entry.url, markdown.END)}){told}")
    return "\n".join(lines) + "\n"


def _with_sections(entries: Iterable[Entry]) -> Iterable[tuple[Entry, list[tuple[int, str]]]]:
    """Yield each entry with the sections that begin at it: how deep, and their names."""
    before: tuple[str, ...] = ()
    for entry in entries:
        same = 0
        while same < min(len(before), len(entry.trail)) and before[same] == entry.trail[same]:
            same += 1
        yield entry, list(enumerate(entry.trail))[same:]
        before = entry.trail
