"""What a fence says about examples: ```` ```bash example="topic/name/file:3:9" ```` shows a file, ``not-run="why"`` says why not.

An editor names a file once; title, text and proof come from it, so that a page cannot show one thing and claim another.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from handbook.markers import find_markers
from handbook.page_source import Fence, PageSource

FORM = 'example="专题/示例目录/文件"，后面可以加 :首行:末行 或 :小节名'
_OPTION = re.compile(r'(?<!\S)(?P<key>example|not-run|title)="(?P<value>[^"]*)"(?!\S)')
_MEANT = re.compile(r"(?<![\w-])(?:examples?|not[-_ ]?run)\s*=", re.IGNORECASE)
_PATH = re.compile(r"(?P<path>[\w.-]+(?:/[\w.-]+)+)(?::(?P<part>[^:/,]*[^:/,\d][^:/,]*|\d+:\d+(?:,\d+:\d+)*))?")
_SECTION = re.compile(r"-+8<-+\s+\[\s*(?P<edge>start|end)\s*:\s*(?P<name>[\w-]+)\s*\]")


class BlockError(ValueError):
    """What is wrong with a fence and how to mend it; who knows the page puts file and line before it."""


@dataclass(frozen=True)
class Block:
    """A fence that shows a file below examples/ (``path``; ``part`` are its lines or section), or says why it did not run."""

    path: str
    part: str
    title: str
    not_run: str
    info: str  # what is left of the fence's first line: language and other options

    @property
    def example(self) -> str:
        """The example that owns the file: the first two folders of its path."""
        return "/".join(self.path.split("/")[:2]) if self.path.count("/") > 1 else ""


def read_block(fence: Fence) -> Block | None:
    """Return what a fence says; ``None`` for one that has nothing to do with examples. Raises ``BlockError``."""
    if not _MEANT.search(fence.info):
        return None
    options = {match["key"]: match["value"] for match in _OPTION.finditer(fence.info)}
    info = _OPTION.sub("", fence.info)
    if _MEANT.search(info) or not {"example", "not-run"} & options.keys():
        raise BlockError(f'代码块的选项写法不对；写 {FORM}，或 not-run="理由"，用英文双引号，前面空一格')
    if {"example", "not-run"} <= options.keys():
        raise BlockError("example 和 not-run 写在了一起；示例没有执行的理由写进它的 example.yml，去掉 not-run")
    title = options.get("title", "")
    if "not-run" in options:
        if not options["not-run"].strip():
            raise BlockError('not-run 没有理由；写成 not-run="这台机器上没有 BGP 邻居" 这样')
        return Block("", "", title, options["not-run"], " ".join(info.split()))
    found = _PATH.fullmatch(options["example"])
    if found is None or ".." in found["path"]:
        raise BlockError(f'不认识 example="{options["example"]}"；写 {FORM}，路径相对 examples/')
    if fence.language == "mermaid":
        raise BlockError("图直接写在页面里，不从示例里取；去掉 example")
    if any(line.strip() for line in fence.body):
        raise BlockError("这个代码块的内容来自示例的文件；删掉两行 ``` 中间的字")
    return Block(found["path"], found["part"] or "", title, "", " ".join(info.split()))


def read_part(examples: Path, block: Block) -> list[str]:
    """Return the lines that a block shows, dedented, without the lines that mark sections. Raises ``BlockError``."""
    path = examples / block.path
    if not path.is_file():
        raise BlockError(f"没有文件 examples/{block.path}；路径相对 examples/，检查拼写")
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except UnicodeDecodeError:
        raise BlockError(f"examples/{block.path} 不是 UTF-8 文本；换一个文件，或用 UTF-8 另存") from None
    if not block.part:
        return [line for line in lines if not _SECTION.search(line)]
    if not block.part[0].isdigit():
        return _dedent(_section(lines, block))
    shown: list[str] = []
    for span in block.part.split(","):
        first, last = map(int, span.split(":"))
        if not 1 <= first <= last:
            raise BlockError(f"行号 {span} 不对；从 1 起，首行在前")
        if last > len(lines):
            raise BlockError(f"examples/{block.path} 只有 {len(lines)} 行，没有第 {last} 行；改正行号")
        shown += lines[first - 1 : last]
    return _dedent(shown)


def _section(lines: list[str], block: Block) -> list[str]:
    edges = [(n, m["edge"]) for n, line in enumerate(lines) if (m := _SECTION.search(line)) and m["name"] == block.part]
    if [edge for _, edge in edges] != ["start", "end"]:
        wanted = f"--8<-- [start:{block.part}] 和 [end:{block.part}]"
        raise BlockError(f"examples/{block.path} 里没有成对的 {wanted}；检查小节名")
    return [line for line in lines[edges[0][0] + 1 : edges[1][0]] if not _SECTION.search(line)]


def _dedent(lines: list[str]) -> list[str]:
    return textwrap.dedent("\n".join(lines)).split("\n")


def page_blocks(page: PageSource) -> Iterator[tuple[Fence, Block]]:
    """Yield the fences of a page that concern examples; those that are written wrongly are left out."""
    for fence in page.fences:
        try:
            block = read_block(fence)
        except BlockError:
            continue
        if block:
            yield fence, block


def shown_examples(page: PageSource) -> dict[str, int]:
    """Return the examples whose proof a page holds, with the first line that shows them: a file or a marker."""
    found: dict[str, int] = {}
    for fence, block in page_blocks(page):
        if block.example:
            found.setdefault(block.example, fence.line)
    return marked_examples(page) | found


def marked_examples(page: PageSource) -> dict[str, int]:
    """Return the examples that a page names in a marker, with its line."""
    found: dict[str, int] = {}
    for number, marker in find_markers(page.prose):
        if marker.name == "example":
            found.setdefault(marker.rest, number)
    return found


def proof_place(lines: list[str], fence: Fence) -> tuple[int, str]:
    """Return where the proof of a file goes: the number of lines before it, and its indentation.

    Below the fence; where the fence stands in tabs or in a box that folds, below all of them, so that nothing hides it.
    """
    place, prefix = fence.end, fence.prefix
    number = fence.line - 1
    while number and prefix.isspace():
        number -= 1
        line = lines[number]
        indent = len(line) - len(line.lstrip(" "))
        if not line.strip() or indent >= len(prefix):
            continue
        if not re.match(r" *(?:===|\?\?\?|!!!)", line):
            break
        prefix = line[:indent]
        place = _end_of_box(lines, place, indent, tabs=line.lstrip().startswith("==="))
    return place, prefix


def _end_of_box(lines: list[str], start: int, indent: int, *, tabs: bool) -> int:
    """Return the number of lines before the first one that does not belong to a box, or to its neighbouring tabs."""
    end = start
    for number in range(start, len(lines)):
        line = lines[number]
        if (
            line.strip()
            and len(line) - len(line.lstrip(" ")) <= indent
            and not (tabs and line.lstrip().startswith("==="))
        ):
            break
        if line.strip():
            end = number + 1
    return end
