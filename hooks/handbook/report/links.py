"""这里有错: a link at each section to the issue form of the repository, with page, section and address filled in.

A reader who has found a mistake says what is wrong; where it stands is written already.
"""

from __future__ import annotations

import re
from html import escape, unescape
from urllib.parse import quote

FORM = ".github/ISSUE_TEMPLATE/wrong-fact.yml"
# Forms that take answers from an address are GitHub's: https://docs.github.com/en/issues (creating an issue from a URL query).
_GITHUB = re.compile(r"https://github\.com/[\w.-]+/[\w.-]+?(?:\.git)?/?")
_HEADING = re.compile(r'<h(?P<level>[23]) id="(?P<id>[^"]+)"[^>]*>(?P<text>.*?)</h(?P=level)>', re.DOTALL)
_PERMALINK = re.compile(r'<a class="headerlink".*?</a>', re.DOTALL)
_TAG = re.compile(r"<[^>]+>")
WORDS = "这里有错"


def report_address(repo_url: str | None, page: str, address: str) -> str:
    """Return where a mistake on a page is reported, or "" where the repository has no such form.

    ``page`` is the page's title, ``address`` its place on the web. What ``section_address`` adds goes behind it.
    """
    if not _GITHUB.fullmatch(repo_url or ""):
        return ""
    base = (repo_url or "").removesuffix("/").removesuffix(".git")
    return f"{base}/issues/new?template={FORM.rpartition('/')[2]}&page={_in_query(page)}&address={_in_query(address)}"


def section_address(report: str, section: str, anchor: str) -> str:
    """Return where a mistake in a section is reported: ``report`` is the page's, ``section`` the words of the heading."""
    return f"{report}{_in_query('#' + anchor)}&section={_in_query(section)}"


def add_links(html: str, report: str) -> str:
    """Return a page with a link behind each heading of level 2 and 3; behind, so that the heading is read as its words.

    The words of the heading stand in the link unencoded: packed, they cost next to nothing there.
    """

    def add(match: re.Match[str]) -> str:
        section = unescape(_TAG.sub("", _PERMALINK.sub("", match["text"]))).strip()
        href = escape(section_address(report, section, match["id"]))
        return f'{match[0]}<a class="wrong" href="{href}" aria-label="{WORDS}：{escape(section)}">{WORDS}</a>'

    return _HEADING.sub(add, html)


def _in_query(text: str) -> str:
    """Return a text for a query; browsers encode what is not ASCII, and the rest is encoded here."""
    return "".join(char if ord(char) > 127 else quote(char, safe="/:") for char in text)
