"""The feed has what RFC 4287 demands of one, and tells a claim of the ledger as 误传."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from xml.etree import ElementTree

from handbook.history.changes import Change
from handbook.history.feed import ENTRIES, render_feed

NOON = datetime(2026, 11, 29, 4, 5, 6, tzinfo=UTC)
EDITED = Change("changed", "iptables/nat.md", "地址 <转换> & \x08更多", "改写“SNAT”。", NOON)
NEW = replace(EDITED, kind="new", title="新页", when=NOON - timedelta(days=1))
GONE = replace(EDITED, kind="removed", page="old.md", title="旧的", text="这一页删去了。")
MYTH = Change("new", "corrections.md", "`-s 0.0.0.0` 是任意来源。", "只匹配 `0.0.0.0`。", NOON, "any")
WITHDRAWN = replace(MYTH, kind="removed", text="这一条不再列在勘误里；这不等于它是对的。", correction="gone")
URLS = {"iptables/nat.md": "iptables/nat/", "corrections.md": "corrections/"}
ATOM = "{http://www.w3.org/2005/Atom}"
# RFC 3339, as RFC 4287 section 3.3 demands it.
DATE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)")


def _feed(*changes: Change, site_url: str = "https://x.example/book/") -> ElementTree.Element:
    text = render_feed(
        changes, site="运维大招", site_url=site_url, page="recent/", feed="feed.xml", rights="CC BY-SA 4.0", urls=URLS
    )
    return ElementTree.fromstring(text)  # noqa: S314 - written here


def check_feed(feed: ElementTree.Element) -> list[str]:
    """Return what RFC 4287 demands of a feed and this one lacks: sections 3.2, 3.3, 4.1.1, 4.1.2, 4.2.6, 4.2.7."""
    wrong = []

    def demand(holds: bool, what: str) -> None:
        if not holds:
            wrong.append(what)

    demand(feed.tag == f"{ATOM}feed", "根元素")
    for element in (feed, *feed.findall(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            found = element.findall(ATOM + name)
            demand(len(found) == 1 and bool(found[0].text), f"恰好一个 {name}")
        demand(bool(re.fullmatch(r"[a-z][a-z0-9+.-]*:\S+", element.findtext(f"{ATOM}id") or "")), "id 是绝对的 IRI")
        demand(bool(DATE.fullmatch(element.findtext(f"{ATOM}updated") or "")), "updated 是 RFC 3339 的日期")
        for link in element.findall(f"{ATOM}link"):
            demand(link.get("href", "").startswith("http"), "link 有地址")
        kinds = [(link.get("rel"), link.get("type"), link.get("hreflang")) for link in element.findall(f"{ATOM}link")]
        demand(len(kinds) == len(set(kinds)), "同一种 alternate 只有一个")
        # An entry without content has an alternate; a summary is one at most.
        demand("alternate" in [kind[0] for kind in kinds], "有 alternate")
        demand(len(element.findall(f"{ATOM}summary")) <= 1, "最多一个 summary")
    demand(bool(feed.findtext(f"{ATOM}author/{ATOM}name")), "有 author")
    demand("self" in [link.get("rel") for link in feed.findall(f"{ATOM}link")], "有 self")
    entries = [(e.findtext(f"{ATOM}id"), e.findtext(f"{ATOM}updated")) for e in feed.findall(f"{ATOM}entry")]
    demand(len(entries) == len(set(entries)), "id 和 updated 不重复")
    demand(feed.findtext(f"{ATOM}updated") == max(str(when) for _, when in entries), "updated 是最新一条的")
    return wrong


def test_the_feed_has_what_the_standard_demands() -> None:
    feed = _feed(EDITED, NEW, GONE, MYTH, WITHDRAWN)
    assert check_feed(feed) == []
    assert len(feed.findall(f"{ATOM}entry")) == 5
    assert feed.findtext(f"{ATOM}id") == "https://x.example/book/feed.xml"
    assert feed.findtext(f"{ATOM}updated") == "2026-11-29T04:05:06Z"


def test_the_check_sees_what_is_missing() -> None:
    for name in ("id", "title", "updated", "author"):
        feed = _feed(EDITED, NEW)
        feed.remove(feed.find(ATOM + name))  # type: ignore[arg-type]
        assert check_feed(feed), name
    entry = (feed := _feed(EDITED)).find(f"{ATOM}entry")
    assert entry is not None
    entry.remove(entry.find(f"{ATOM}link"))  # type: ignore[arg-type]
    assert check_feed(feed)


def _entry(change: Change) -> dict[str, str]:
    entry = _feed(change).find(f"{ATOM}entry")
    assert entry is not None
    told = {name: entry.findtext(ATOM + name) or "" for name in ("id", "title", "summary")}
    return told | {"href": entry.find(f"{ATOM}link").get("href", "")}  # type: ignore[union-attr]


def test_a_page_is_told_with_what_changed() -> None:
    assert _entry(EDITED) == {
        "id": "tag:x.example,2026-11-29:/book/iptables/nat.md",
        "title": "地址 <转换> & 更多",
        "summary": "改写“SNAT”。",
        "href": "https://x.example/book/iptables/nat/",
    }
    assert _entry(NEW)["title"] == "新的页面：新页"
    assert _entry(GONE)["title"] == "删去：旧的"
    assert _entry(GONE)["href"] == "https://x.example/book/recent/"


def test_a_claim_is_never_told_as_a_fact() -> None:
    assert _entry(MYTH) == {
        "id": "tag:x.example,2026-11-29:/book/corrections/any",
        "title": "误传：-s 0.0.0.0 是任意来源。",
        "summary": "新增勘误。实际：只匹配 0.0.0.0。",
        "href": "https://x.example/book/corrections/#any",
    }
    assert _entry(WITHDRAWN)["title"].startswith("撤下一条勘误：")
    assert "不等于它是对的" in _entry(WITHDRAWN)["summary"]
    assert _entry(WITHDRAWN)["href"] == "https://x.example/book/corrections/"


def test_the_newest_entries_come_first_and_there_is_an_end() -> None:
    many = [replace(EDITED, page=f"{n}.md", when=NOON + timedelta(hours=n)) for n in range(ENTRIES + 5)]
    feed = _feed(*many)
    days = [str(entry.findtext(f"{ATOM}updated")) for entry in feed.findall(f"{ATOM}entry")]
    assert len(days) == ENTRIES
    assert days == sorted(days, reverse=True)
    assert days[0] == feed.findtext(f"{ATOM}updated")
