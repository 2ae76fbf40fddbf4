"""The ways into the handbook as Markdown lists; links are relative, so MkDocs checks every page and anchor."""

from __future__ import annotations

from collections.abc import Iterable

from handbook.entries.data import Entry, Figures, PageEntries
from handbook.links import relative
from handbook.plain import in_markdown
from handbook.topics import TOPICS

_FILTER = """<div class="entry-filter" data-search-exclude>
<label for="__symptom_filter">边打字边筛选</label>
<input class="md-input" id="__symptom_filter" type="search" autocomplete="off" spellcheck="false" placeholder="报错里的词、命令、现象" disabled>
<p role="status" aria-live="polite">共 {count} 条</p>
</div>"""


def render_symptoms(pages: Iterable[PageEntries], page: str) -> str:
    """Return all symptoms, a folded list for each topic, below the box that filters them (filter.js)."""
    groups = []
    for topic, members in _by_topic(pages).items():
        items = [_item(entry, member, page) for member in members for entry in member.symptoms]
        if items:
            head = f'<details class="entry-group" id="symptoms-{topic}" markdown="1">\n'
            head += f"<summary>{TOPICS[topic]}（{len(items)} 条）</summary>"
            groups.append((len(items), "\n\n".join([head, "\n".join(items), "</details>"])))
    count = sum(number for number, _ in groups)
    return _join([_FILTER.format(count=count), *(group for _, group in groups)] if groups else [], "entry-list")


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
        name = f"[{TOPICS[topic]}]({relative(index.path, page)})" if index else TOPICS[topic]
        links = [f"- [{in_markdown(m.title)}]({relative(m.path, page)})" for m in members if m is not index]
        blocks += [f"### {name} {{#topic-{topic}}}", in_markdown(index.description) if index else "", "\n".join(links)]
    return _join(blocks, "entry-list entry-topics")


def render_figures(figures: Figures, page: str) -> str:
    """Return what was counted while building, as a list of links to the lists of all that was counted."""
    counted = [
        ("verification.md", figures.levels["run"], "个示例执行过"),
        ("verification.md", figures.levels["check"], "个只校验了语法"),
        ("verification.md", figures.levels["none"], "个没执行，有原因"),
        ("corrections.md", figures.corrections, "条误传的更正"),
        ("facts.md", figures.facts, "条事实有核对日期"),
        ("glossary.md", figures.terms, f"个术语，{figures.pages} 页"),
    ]
    lines = [
        f"- [**{count}** {what}]({relative(target, page)})"
        for number, (target, count, what) in enumerate(counted)
        if count or number not in (1, 2)
    ]
    return _join(["\n".join(lines)], "entry-list entry-topics entry-figures")


def _rest(pages: Iterable[PageEntries], kind: str, page: str, limit: int | None) -> str:
    """Return the link to the page with all entries, where this one shows a selection."""
    total = sum(len(_of(member, kind)) for member in pages)
    if limit is None or total == 0:
        return ""
    target, name = {"symptoms": ("troubleshooting.md", "条症状"), "interview": ("self-test.md", "道面试题")}[kind]
    return f"[全部 {total} {name}]({relative(target, page)})\n{{: .entry-all }}"


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
    # An interview question leads to its answer, and from there to the section.
    target = f"practice/{member.topic}.md#{entry.id}" if entry.id else f"{member.path}#{entry.see}"
    return f"- [{in_markdown(entry.ask)}]({relative(target, page)})"


def _join(blocks: list[str], look: str) -> str:
    """Return the blocks apart by an empty line, in a box whose class is ``look``; nothing for no blocks."""
    text = "\n\n".join(block for block in blocks if block)
    return f'\n<div class="{look}" markdown="1">\n\n{text}\n\n</div>\n' if text else ""
