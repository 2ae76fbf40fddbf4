"""Rules about code blocks: a language that highlights, and a proof for what readers may type."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches
from functools import lru_cache

from pygments.lexers import get_all_lexers  # type: ignore[import-untyped]

from handbook.examples.blocks import BlockError, read_block
from handbook.mistakes import meant
from handbook.page_source import Fence, PageSource
from handbook.rules.model import Problem, problem
from handbook.topics import TOPICS

# Known here though Pygments does not colour them.
_PLAIN = {"mermaid", "nft", "text"}
# What a reader cannot take for something that was tried: a drawing, and plain text.
_NOT_TRIED = {"mermaid", "text"}


_OPTIONS = ("example", "not-run", "title", "linenums", "hl_lines")
# As pymdownx.superfences wants it: a language, or braces with a class, then options.
_FORM = re.compile(r"""(?:\{[^{}]*\}|[\w#.+-]*(?:\s*(?<=\s)[\w-]+(?:=(?:"[^"]*"|'[^']*'|[^\s"'“”‘’=]+))?)*)\s*""")


def code_3(page: PageSource) -> list[Problem]:
    """Require a language that exists: with a typo the block has no colours, and a diagram is not drawn."""
    found: list[Problem] = []
    for fence in page.fences:
        if _FORM.fullmatch(fence.info) is None:
            text = '代码块的第一行写法不对，整块会成为正文；语言后面空一格写 title="标题" 这样的选项，用英文双引号'
            found.append(problem("CODE-3", page, fence.line, text))
        elif fence.language and fence.language not in _languages():
            near = get_close_matches(
                fence.language,
                sorted({*_PLAIN, "bash", "console", "python", "yaml", "ini", "nginx", "dockerfile", "sql"}),
                n=1,
            )
            near = near or get_close_matches(fence.language, sorted(_languages()), n=1)
            remedy = f"是不是 {near[0]}" if near else "没有合适的就写 text"
            found.append(problem("CODE-3", page, fence.line, f"没有 {fence.language} 这种语言；{remedy}"))
        found += [problem("CODE-3", page, fence.line, text) for text in _wrong_options(fence)]
    return found


def _wrong_options(fence: Fence) -> Iterator[str]:
    for key, quoted in re.findall(r"""(?<=\s)([\w-]+)=("[^"]*"|'[^']*'|[^\s"'}]+)""", fence.info):
        value = quoted.strip("\"'")
        if key not in _OPTIONS:
            yield f"代码块没有选项 {key}，写了不起作用；可用的：{'、'.join(_OPTIONS)}{meant(key, _OPTIONS)}"
        elif key == "linenums" and not re.fullmatch(r"\d+(?: \d+){0,2}", value):
            yield f'linenums 是“{value}”；写第一行的行号，例如 linenums="1"'
        elif key == "hl_lines" and not re.fullmatch(r"\d+(?:-\d+)?(?: \d+(?:-\d+)?)*", value):
            yield f'hl_lines 是“{value}”；写要标出的行，例如 hl_lines="2 4-6"'
        elif key == "hl_lines" and fence.body and max(map(int, re.findall(r"\d+", value))) > len(fence.body):
            yield f"hl_lines 是“{value}”，这一块只有 {len(fence.body)} 行；改正行号"


@lru_cache(maxsize=1)
def _languages() -> frozenset[str]:
    return frozenset({alias for _, aliases, _, _ in get_all_lexers() for alias in aliases} | _PLAIN)


def proof_1(page: PageSource) -> list[Problem]:
    """Require of commands, manifests, configurations and code that they come from an example, or say why they were not run."""
    if page.topic not in TOPICS:
        return []
    text = '这一段没有执行过的凭据；改成示例 example="专题/示例目录/文件"，跑不了就写 not-run="理由"'
    return [
        problem("PROOF-1", page, fence.line, text)
        for fence in page.fences
        # CODE-3 reports a first line that nobody can read.
        if fence.language not in _NOT_TRIED and not _is_proven(fence) and _FORM.fullmatch(fence.info)
    ]


def _is_proven(fence: Fence) -> bool:
    try:
        return read_block(fence) is not None
    except BlockError:
        return True  # CODE-2 reports it
