"""The text files of a site: pages, the book with its contents, llms.txt."""

from __future__ import annotations

from handbook.text.blocks import PageText, Paragraph, Span
from handbook.text.book import Entry, Site, write_files
from handbook.text.plain import file_of

SITE = Site("小手册", "能查的手册。", "https://h.example/")
PAGES = {
    "": PageText("", "首页", "", [Paragraph([Span("起点")])]),
    "net/dns/": PageText("net/dns/", "域名解析", "解析失败怎么查。", [Paragraph([Span("回", "", "./")])]),
    "net/arp/": PageText("net/arp/", "ARP"),
    "hidden/": PageText("hidden/", "不在导航里"),
}
ENTRIES = [Entry((), ""), Entry(("网络", "协议"), "net/dns/"), Entry(("网络", "协议"), "net/arp/"), Entry((), "gone/")]
FILES = write_files(SITE, ENTRIES, PAGES)


def test_each_page_has_its_files() -> None:
    names = ["hidden", "index", "net/arp", "net/dns"]
    assert sorted(FILES) == sorted(
        [*(f"{name}.{end}" for name in names for end in ("txt", "md")), "book.txt", "llms.txt"]
    )
    assert FILES["net/dns.md"].endswith("[回](../index.md)\n")


def test_the_book_begins_with_its_contents() -> None:
    book = FILES["book.txt"]
    assert book.startswith("小手册\n======\n能查的手册。\nhttps://h.example/\n\n")
    assert "\nindex  首页\n网络\n  协议\n    net/dns  域名解析\n    net/arp  ARP\n\n====" in book
    assert book.count("\n    net/") == 2


def test_the_book_holds_the_pages_in_reading_order() -> None:
    parts = FILES["book.txt"].split("=" * 80)
    assert [part.strip("\n") for part in parts[1:]] == [FILES[file_of(entry.url)].rstrip("\n") for entry in ENTRIES[:3]]
    assert FILES["book.txt"].count("== net/dns ==") == 1


def test_llms_has_the_form_that_programs_read() -> None:
    assert FILES["llms.txt"] == (
        "# 小手册\n\n> 能查的手册。\n\n整本书的纯文本：[book.txt](book.txt)。每一页的网址去掉末尾的斜线，加 .txt 是 80 列的纯文本，加 .md 是 Markdown。\n\n"
        "## 小手册\n\n- [首页](index.md)\n\n## 网络 / 协议\n\n- [域名解析](net/dns.md): 解析失败怎么查。\n- [ARP](net/arp.md)\n"
    )
