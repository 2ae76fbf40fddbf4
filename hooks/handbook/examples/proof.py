"""The line under each example that says what was executed, and the folded real output."""

from __future__ import annotations

import re
from html import escape

from handbook.examples.records import Beside, Example


def proof_line(example: Example) -> str:
    """Return what may be claimed of the example, as plain text: `已执行 · Debian 13 · … · 断言都成立`."""
    if example.level == "none":
        return f"未执行 · {example.reason}"
    if example.stale:
        return "未执行 · 文件在上次执行之后改过"
    facts = " · ".join((example.system, *example.software))
    if example.level == "check":
        return " · ".join((f"仅校验 · {facts}", *map(_beside_line, example.beside), example.reason))
    executed = f"已执行 · {example.date}" if example.date else "已执行"
    return " · ".join((f"{executed} · {facts} · {_result(example)}", *map(_beside_line, example.beside)))


def _beside_line(run: Beside) -> str:
    return f"{run.system} 输出{'不同，见下' if run.transcript else '相同'}"


def proof_html(example: Example, source_url: str) -> str:
    """Return the proof block of one example. `source_url` is the folder of all examples on the web, or ""."""
    level = "none" if example.stale else example.level
    source = f"examples/{example.name}/"
    if source_url:
        source = f'<a href="{escape(source_url)}/{example.name}">{source}</a>'
    lines = [
        f'<div class="proof proof-{level}" id="example-{example.anchor}" data-example="{example.name}">',
        f'<p class="proof-line">{escape(proof_line(example))}</p>',
    ]
    if level != "none":
        lines += [
            f'<details class="proof-output"><summary data-search-exclude>怎样执行的，实际输出：{escape(example.title)}</summary>',
            f'<div class="proof-how"><p>{escape(_explained(example))}自己执行一次，在仓库里：</p>',
            f"<pre><code>make example ONLY={example.name}</code></pre></div>",
            f'<pre tabindex="0"><code>{_transcript_html(example.transcript)}</code></pre>',
            f'<p class="proof-source">文件与断言：{source}</p></details>',
            *(_beside_html(run, example.title) for run in example.beside if run.transcript),
        ]
    return "\n".join([*lines, "</div>"])


def _beside_html(run: Beside, title: str) -> str:
    """Return the folded output on another system. The search leaves it out: it would find most of the text twice."""
    summary = escape(f"{' · '.join((run.system, *run.software))} 上的输出：{title}")
    return (
        f'<details class="proof-output" data-search-exclude><summary>{summary}</summary>'
        f'<pre tabindex="0"><code>{_transcript_html(run.transcript)}</code></pre></details>'
    )


def _result(example: Example) -> str:
    """Return how a run ended: an assertion that fails ends it with another status than 0."""
    return f"退出码 {example.exit_status}" if example.exit_status else "断言都成立"


def _explained(example: Example) -> str:
    """Return what the line above means, for who has never seen a test: who ran it, where, when, and what was compared."""
    if example.level == "check":
        return "测试用检查程序核对了这些文件，没有让它们在真的系统上生效；手册每改一次就重做一次。"
    if example.date:
        return f"{example.date} 在一台虚拟机里从开机做起，做完核对了每条断言；之后文件没有改过。"
    systems = "、".join((example.system, *(run.system for run in example.beside)))
    return f"测试在全新的 {systems} 环境里从头执行这些文件，核对每条断言；手册每改一次就重做一次，输出逐字比对。"


def not_run_html(reason: str) -> str:
    """Return the line below a block that was not executed."""
    return f'<div class="proof proof-none">\n<p class="proof-line">未执行 · {escape(reason)}</p>\n</div>'


def _transcript_html(transcript: str) -> str:
    return "\n".join(_line_html(line) for line in transcript.rstrip("\n").split("\n"))


def _line_html(line: str) -> str:
    if re.match(r"^[\w@():.~/-]+# ", line):
        return f'<span class="proof-command">{escape(line)}</span>'
    if line.startswith("✓"):
        return f'<span class="proof-claim">{escape(line)}</span>'
    return escape(line)
