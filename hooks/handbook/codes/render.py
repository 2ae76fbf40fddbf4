"""The codes as Markdown: one vocabulary as cards below a filter, and the list of all vocabularies.

It writes Markdown and not HTML, so that MkDocs checks its links and the other extensions see its text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from handbook.codes.data import Code, Rule, Vocabulary
from handbook.links import relative
from handbook.plain import in_markdown

VERIFICATION_PAGE = "verification.md"
_UNITS = {"s": "秒", "m": "分钟", "h": "小时", "d": "天"}
_FILTER = """<div class="entry-filter" data-search-exclude data-noun="错误码">
<label for="__code_filter">边打字边筛选</label>
<input class="md-input" id="__code_filter" type="search" autocomplete="off" spellcheck="false" placeholder="码、名字、原话里的词" disabled>
<p role="status" aria-live="polite">共 {count} 条</p>
</div>"""


def render_vocabulary(vocabulary: Vocabulary, page: str) -> list[str]:
    """Return the lines of all codes of a vocabulary as they stand on ``page`` (relative to ``docs/``)."""
    lines = ["", '<div class="code-list" markdown="1">', "", _FILTER.format(count=len(vocabulary.codes)), ""]
    versions = in_markdown("；".join(vocabulary.versions))
    source = f"清单来自 [{in_markdown(vocabulary.source)}]({vocabulary.url})。" if vocabulary.url else ""
    lines += [f"{in_markdown(vocabulary.about)}{_counts(vocabulary)}{source}版本：{versions}。", ""]
    for code in vocabulary.codes:
        lines += _card(code, page)
    return [*lines, "</div>", ""]


def render_index(vocabularies: Iterable[Vocabulary], page: str) -> list[str]:
    """Return the lines of the table of all vocabularies: how many codes each has, and how many were provoked."""
    rows = [
        f"| [{in_markdown(v.title)}]({relative(v.page, page)}) | {len(v.codes)} | {v.provoked} | {_percent(v)} |"
        for v in vocabularies
    ]
    return ["", "| 错误码 | 条 | 触发过 | 占 |", "|---|---|---|---|", *rows, ""]


def _counts(vocabulary: Vocabulary) -> str:
    left = len(vocabulary.codes) - vocabulary.provoked
    rest = f"其余 {left} 条写明为什么没有" if left else ""
    if checked := vocabulary.checked:
        rest += f"，{'其中 ' if checked < left else ''}{checked} 条的规则只在编的样本上核对过"
    return f"共 {len(vocabulary.codes)} 条，{vocabulary.provoked} 条由示例触发过，原话是那次执行的输出。{rest}{'。' if rest else ''}"


def _percent(vocabulary: Vocabulary) -> str:
    # Never rounded up: 99.9 % is not all of them.
    return f"{100 * vocabulary.provoked // len(vocabulary.codes)}%"


def _card(code: Code, page: str) -> list[str]:
    heading = " ".join(filter(None, (code.number, in_markdown(code.name))))
    proof = _to_example(code.example, code.example_title, page) if code.example else f"没有：{in_markdown(code.reason)}"
    facts = [
        ("原话", "<br>".join(map(_code, code.said))),
        ("怎样算", _expression(code.rule) if code.rule else ""),
        ("别当成", in_markdown(code.confused)),
        ("先查", _code(code.first)),
        ("详见", f"[{in_markdown(code.shown)}]({relative(code.see, page)})"),
        ("触发", proof),
        ("核对", _to_example(code.rule.example, code.rule.example_title, page) if code.rule else ""),
        ("上游", f"[{code.upstream.rpartition('/')[2]}]({code.upstream})" if code.upstream else ""),
        ("版本", in_markdown(code.versions)),
    ]
    lines = [
        '<div class="code-entry" markdown="1">',
        "",
        f"### {heading} {{#{code.id}}}",
        "",
        in_markdown(code.means),
        "",
    ]
    for name, text in facts:
        if text:
            lines += [name, f":   {text}", ""]
    return [*lines, "</div>", ""]


def _to_example(name: str, title: str, page: str) -> str:
    anchor = name.replace("/", "--")
    return f"[{in_markdown(title)}]({relative(f'{VERIFICATION_PAGE}#{anchor}', page)})"


def _expression(rule: Rule) -> str:
    wait = re.sub(r"(\d+)([smhd])", lambda found: f"{found[1]} {_UNITS[found[2]]}", rule.wait)
    return f"{_code(rule.expr)}，{f'持续 {wait}' if wait else '立刻'}"


def _code(text: str) -> str:
    """Return a text as code whose characters do nothing: a code span cannot hold ``</``, which would end a box."""
    return f"<code>{'&#96;'.join(map(in_markdown, text.split('`')))}</code>"
