"""The line under each example that says what was executed, and the folded real output."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

from example_records import Example, ExampleError

MARKER = re.compile(r"^(?P<indent> *)<!-- example: (?P<name>\S+) -->\s*$")

# Fenced code is stashed at 25, so a marker shown inside a fence stays as it is; raw HTML is stashed at 20.
PRIORITY = 22


def proof_line(example: Example) -> str:
    """Return what may be claimed of the example, as plain text: `已执行 · Debian 12 · … · 退出码 0`."""
    if example.level == "none":
        return f"未执行 · {example.reason}"
    if example.stale:
        return "未执行 · 文件在上次执行之后改过"
    facts = " · ".join((example.system, *example.software))
    if example.level == "check":
        return f"仅校验 · {facts} · {example.reason}"
    executed = f"已执行 · {example.date}" if example.date else "已执行"
    return f"{executed} · {facts} · 退出码 {example.exit_status}"


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
            f'<details class="proof-output"><summary>实际输出：{escape(example.title)}</summary>',
            f'<pre tabindex="0"><code>{_transcript_html(example.transcript)}</code></pre>',
            f'<p class="proof-source">文件与断言：{source}</p></details>',
        ]
    return "\n".join([*lines, "</div>"])


class ExampleProofPreprocessor(Preprocessor):
    """Replaces `<!-- example: topic/name -->` by the proof block of that example."""

    def __init__(self, md: Markdown, extension: ExampleProofExtension) -> None:
        super().__init__(md)
        self.extension = extension

    def run(self, lines: list[str]) -> list[str]:
        """Return the lines with each marker replaced. Raises the extension's error for an unknown example."""
        replaced: list[str] = []
        for line in lines:
            match = MARKER.match(line)
            if match is None:
                replaced.append(line)
            else:
                html = self.md.htmlStash.store(self.extension.html(match["name"]))
                replaced += ["", match["indent"] + html, ""]
        return replaced


class ExampleProofExtension(Extension):
    """Holds the examples of one build; the hook makes a new one for each build and names the page before each page."""

    def __init__(
        self, examples: Mapping[str, Example], source_url: str = "", error: type[Exception] = ExampleError
    ) -> None:
        super().__init__()
        self.examples = examples
        self.source_url = source_url
        self.error = error
        self.page_name = ""
        self.page_source = ""

    def extendMarkdown(self, md: Markdown) -> None:
        """Register: ExampleProofPreprocessor | preprocessors | example_proofs | 22."""
        md.preprocessors.register(ExampleProofPreprocessor(md, self), "example_proofs", PRIORITY)

    def depends_on(self, markdown: str) -> object:
        """Return the examples whose proofs a page shows, and where their files are on the web."""
        matches = filter(None, map(MARKER.match, markdown.splitlines()))
        return (self.source_url, [self.examples.get(match["name"]) for match in matches])

    def html(self, name: str) -> str:
        """Return the proof block of the example `name`; raise `error` with page and line if there is none."""
        if name in self.examples:
            return proof_html(self.examples[name], self.source_url)
        marker = f"<!-- example: {name} -->"
        lines = self.page_source.splitlines()
        number = next((n for n, line in enumerate(lines, start=1) if line.strip() == marker), 1)
        raise self.error(f"{self.page_name}:{number}: 示例 {name} 不存在；建 examples/{name}/example.yml，或改正名字")


def _transcript_html(transcript: str) -> str:
    return "\n".join(_line_html(line) for line in transcript.rstrip("\n").split("\n"))


def _line_html(line: str) -> str:
    if re.match(r"^[\w@():.~/-]+# ", line):
        return f'<span class="proof-command">{escape(line)}</span>'
    if line.startswith("✓"):
        return f'<span class="proof-claim">{escape(line)}</span>'
    return escape(line)
