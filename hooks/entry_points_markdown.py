"""The ways into the handbook as Markdown lists; links are relative, so MkDocs checks every page and anchor."""

from __future__ import annotations

import re
from collections.abc import Iterable
from posixpath import dirname, relpath

from entry_points_data import Entry, PageEntries
from topics import TOPICS

_FIGURES = (
    ("run", "个示例真的执行过", "每次测试都重跑，输出逐字比较"),
    ("check", "个示例只做了语法校验", "没有真的执行，页面上写明原因"),
    ("none", "个示例没有执行", "页面上写明原因"),
)


def render_entries(pages: Iterable[PageEntries], kind: str, page: str, limit: int | None) -> str:
    """Return the ``kind`` (symptoms or interview) of all pages by topic; ``limit`` entries a topic, ``None`` for all.

    A selection takes the first entry of each page in turn, then the second, so that no page fills a topic's share.
    """
    groups = []
    for topic, members in _by_topic(pages).items():
        entries = [_item(entry, member, page) for entry, member in _select(members, kind, limit)]
        if entries:
            groups += [f"### {TOPICS[topic]} {{#{kind}-{topic}}}", "\n".join(entries)]
    return _join([*groups, _rest(pages, kind, page, limit)], "entry-list")


def render_common(pages: Iterable[PageEntries], page: str) -> str:
    """Return the most common symptoms of all pages as one list by rank, and the way to all symptoms."""
    members = list(pages)
    ranked = [
        (entry.common, _item(entry, member, page)) for member in members for entry in member.symptoms if entry.common
    ]
    items = [item for _, item in sorted(ranked)]
    return _join(["\n".join(items), _rest(members, "symptoms", page, len(items))], "entry-list")


def render_topics(pages: Iterable[PageEntries], page: str) -> str:
    """Return each topic that has pages: its one honest line, and links to its pages."""
    blocks = []
    for topic, members in _by_topic(pages).items():
        index = next((member for member in members if member.path == f"{topic}/index.md"), None)
        name = f"[{TOPICS[topic]}]({_link(index.path, page)})" if index else TOPICS[topic]
        links = [f"- [{_text(m.title)}]({_link(m.path, page)})" for m in members if m is not index]
        blocks += [f"### {name} {{#topic-{topic}}}", index.description if index else "", "\n".join(links)]
    return _join(blocks, "entry-list entry-topics")


def render_questions(pages: Iterable[PageEntries], page: str) -> str:
    """Return the self-test questions of every page, by topic and page; each page links to its own self-test."""
    blocks = []
    for topic, members in _by_topic(pages).items():
        asked = [member for member in members if member.questions]
        if asked:
            blocks.append(f"### {TOPICS[topic]} {{#questions-{topic}}}")
        for member in asked:
            link = f"[{_text(member.title)}]({_link(f'{member.path}#self-test', page)})"
            blocks += [f"{link}（{len(member.questions)} 题）", "\n".join(f"- {_text(q)}" for q in member.questions)]
    return _join(blocks, "entry-questions")


def render_figures(examples: dict[str, int], corrections: int, terms: int, page: str) -> str:
    """Return what was counted while building, as a list."""
    link = _link("verification.md", page)
    lines = [f"- [**{examples[k]}** {what}]({link})：{how}。" for k, what, how in _FIGURES if examples[k] or k == "run"]
    lines.append(f"- [**{corrections}** 条勘误]({_link('corrections.md', page)})：流传的错误说法、实际情况和证据。")
    lines.append(f"- [**{terms}** 个术语]({_link('glossary.md', page)})：正文里点一下就看到定义。")
    return _join(["\n".join(lines)], "entry-figures")


def _rest(pages: Iterable[PageEntries], kind: str, page: str, limit: int | None) -> str:
    """Return the link to the page with all entries, where this one shows a selection."""
    total = sum(len(_of(member, kind)) for member in pages)
    if limit is None or total == 0:
        return ""
    target, name = {"symptoms": ("troubleshooting.md", "条症状"), "interview": ("self-test.md", "道面试题")}[kind]
    return f"[全部 {total} {name}]({_link(target, page)})\n{{: .entry-all }}"


def _by_topic(pages: Iterable[PageEntries]) -> dict[str, list[PageEntries]]:
    """Return the pages of each topic that has any, in the order of ``TOPICS``."""
    members = list(pages)
    groups = {topic: [member for member in members if member.topic == topic] for topic in TOPICS}
    return {topic: group for topic, group in groups.items() if group}


def _of(member: PageEntries, kind: str) -> tuple[Entry, ...]:
    return member.symptoms if kind == "symptoms" else member.interview


def _select(members: list[PageEntries], kind: str, limit: int | None) -> list[tuple[Entry, PageEntries]]:
    """Return entries with their pages: all of them page by page, or the first ``limit``, a round of the pages at a time."""
    if limit is None:
        return [(entry, member) for member in members for entry in _of(member, kind)]
    ranked = [(turn, entry, member) for member in members for turn, entry in enumerate(_of(member, kind))]
    return [(entry, member) for _, entry, member in sorted(ranked, key=lambda item: item[0])[:limit]]


def _item(entry: Entry, member: PageEntries, page: str) -> str:
    return f"- [{_text(entry.ask)}]({_link(f'{member.path}#{entry.see}', page)})"


def _link(target: str, page: str) -> str:
    """Return ``target`` (relative to ``docs/``) as a link from ``page``."""
    return relpath(target, dirname(page) or ".")


def _text(text: str) -> str:
    """Return a text safe inside the brackets of a link; code spans stay code."""
    return re.sub(r"(`[^`]*`)|([\[\]<])", lambda m: m[1] or {"<": "&lt;"}.get(m[2], f"\\{m[2]}"), text)


def _join(blocks: list[str], look: str) -> str:
    """Return the blocks apart by an empty line, in a box whose class is ``look``; nothing for no blocks."""
    text = "\n\n".join(block for block in blocks if block)
    return f'\n<div class="{look}" markdown="1">\n\n{text}\n\n</div>\n' if text else ""
