"""The page of recent changes as Markdown: by day, what is new, changed or gone.

A claim of the ledger never stands alone: 误传 before it, and what is true behind it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from handbook.corrections.render import LEDGER_PAGE
from handbook.history.changes import Change
from handbook.links import relative
from handbook.plain import in_markdown

CORRECTIONS = 10  # of a day that are shown; the ledger has all of them
VERBS = {"new": "新增", "changed": "改写", "removed": "撤下"}


def render_changes(changes: Iterable[Change], page: str, pages: Iterable[str], corrections: Iterable[str]) -> list[str]:
    """Return the lines of the list as it stands on ``page``; what is linked is in ``pages`` and ``corrections`` today."""
    known, ledger = set(pages), set(corrections)
    lines: list[str] = []
    for day, group in groupby(changes, key=lambda change: change.day):
        today = list(group)
        lines += ["", f"## {day.year} 年 {day.month} 月 {day.day} 日 {{#d{day:%Y%m%d}}}", ""]
        of_pages = [change for change in today if not change.correction]
        new = [change for change in of_pages if change.kind == "new"]
        if len(new) > 1:
            lines += [f"- 新的页面：{'、'.join(_title(change, page, known) for change in new)}"]
        else:
            lines += [f"- 新的页面：{_title(change, page, known)}。{in_markdown(change.text)}" for change in new]
        lines += [
            f"- {_title(change, page, known)}：{in_markdown(change.text)}"
            for change in of_pages
            if change.kind != "new"
        ]
        lines += _corrections([change for change in today if change.correction], page, ledger)
    return [*lines, ""]


def _corrections(changes: Sequence[Change], page: str, ledger: set[str]) -> list[str]:
    if not changes:
        return []
    counts = "，".join(
        f"{verb} {count} 条"
        for kind, verb in VERBS.items()
        if (count := sum(change.kind == kind for change in changes))
    )
    lines = [f"- 勘误：{counts}", ""]
    lines += [f"    - {VERBS[change.kind]}：{_correction(change, page, ledger)}" for change in changes[:CORRECTIONS]]
    if len(changes) > CORRECTIONS:
        lines += [f"    - 另外 {len(changes) - CORRECTIONS} 条，见[勘误]({relative(LEDGER_PAGE, page)})"]
    return lines


def _title(change: Change, page: str, known: set[str]) -> str:
    title = in_markdown(change.title)
    return f"[{title}]({relative(change.page, page)})" if change.page in known else title


def _correction(change: Change, page: str, ledger: set[str]) -> str:
    claim, text = in_markdown(change.title), in_markdown(change.text)
    if change.kind == "removed":
        return f"“{claim}”{text}"
    told = f'<span class="myth">误传：</span>{claim}实际：{text}'
    return (
        f"{told} [详见]({relative(f'{LEDGER_PAGE}#{change.correction}', page)})"
        if change.correction in ledger
        else told
    )
