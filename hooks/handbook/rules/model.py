"""What the content rules look at (the handbook's files) and what they say (problems)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from handbook.examples.records import Example, load_examples
from handbook.markers import find_markers
from handbook.mistakes import MistakeError
from handbook.page_source import CODE_SPAN, Fence, PageSource, parse_page
from handbook.yaml_lines import read_text

_HIDDEN = re.compile(rf"<!--.*?-->|{CODE_SPAN.pattern}")


@dataclass(frozen=True, order=True)
class Problem:
    """A broken rule: where (``file`` from the root of the project, ``line`` from 1), what is wrong and the remedy."""

    file: str
    line: int
    rule: str
    text: str

    def __str__(self) -> str:
        return f"{self.rule} {self.file}:{self.line}: {self.text}"


@dataclass(frozen=True)
class Handbook:
    """What the rules look at: the pages, parsed, and the files of the project by name.

    ``broken`` are the mistakes that keep a page from being read as it was meant. Such a page is in ``pages`` as far
    as it can be read, so that what other files say of it still holds. ``files`` has the size in bytes of what lies
    below docs/, data/, examples/, lab/ and deploy/ and of mkdocs.yml, README.md and CONTRIBUTING.md, and ``texts`` what stands in those that are UTF-8 text.
    """

    root: Path
    pages: tuple[PageSource, ...]
    broken: tuple[Problem, ...] = ()
    files: dict[str, int] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)

    @cached_property
    def examples(self) -> Mapping[str, Example]:
        """The examples, read once for all rules. Raises ``MistakeError`` for mistakes in them, each time."""
        return load_examples(self.root / "examples")


_MAX_TEXT = 1_000_000  # bytes; what is larger nobody wrote, and expressions would take minutes over it
# Foreign code is looked at by its checksums; what Python leaves behind is not the editor's.
_NOT_OURS = {"vendor", "__pycache__", ".pytest_cache"}


def load_handbook(root: Path) -> Handbook:
    """Return all pages below ``root/docs`` and what lies beside them."""
    pages: list[PageSource] = []
    broken: list[Problem] = []
    for path in sorted((root / "docs").rglob("*.md")):
        page, problems = _read_page(path, path.relative_to(root / "docs").as_posix())
        pages.append(page)
        broken += problems
    files, texts = _read_files(root)
    return Handbook(root, tuple(pages), tuple(broken), files, texts)


def _read_page(path: Path, name: str) -> tuple[PageSource, list[Problem]]:
    """Return a page, as far as it can be read, and what keeps it from being read as it was meant."""
    file = f"docs/{name}"
    found: list[Problem] = []
    try:
        lines = read_text(path, file).splitlines()
    except MistakeError as error:
        found += [Problem(file, mistake.line, "FM-1", mistake.problem) for mistake in error.mistakes]
        lines = path.read_bytes().decode("utf-8", "replace").splitlines()
    if not any(line.strip() for line in lines):
        return parse_page(name, ""), [*found, Problem(file, 1, "FM-1", "这一页是空的；写上内容，或删掉这个文件")]
    if mistake := _frame_mistake(lines):
        found.append(Problem(file, 1, "FM-1", mistake))
        end = next((n for n, line in enumerate(lines) if n and not line.strip()), len(lines) - 1)
        lines[: end + 1] = [""] * (end + 1)
    try:
        page = parse_page(name, "\n".join(lines))
    except MistakeError as error:
        found += [Problem(file, mistake.line, "FM-1", mistake.problem) for mistake in error.mistakes]
        # The rest keeps its line numbers.
        end = next((n for n, line in enumerate(lines) if n and line.rstrip() == "---"), 0)
        page = parse_page(name, "\n".join([""] * (end + 1) + lines[end + 1 :]))
    if not page.meta and () in page.meta_lines and not found:
        found.append(Problem(file, 2, "FM-1", "文件头要是“键: 值”，每行一个；去掉行首的 - 和多余的缩进"))
    if not any(line.strip() for line in page.prose) and not page.fences and not found:
        found.append(Problem(file, 1, "FM-1", "这一页只有文件头；写上正文，或删掉这个文件"))
    while fence := next((fence for fence in page.fences if _is_open(fence)), None):
        text = "代码块没有结束，后面的正文都成了代码；在代码的下一行写上同样的 ```"
        found.append(Problem(file, fence.line, "CODE-1", text))
        page = _with_end(page, fence)
    return page, found


def _frame_mistake(lines: list[str]) -> str:
    """Return what is wrong with the lines around the front matter; empty if nothing is."""
    first = next((n for n, line in enumerate(lines) if line.strip()), 0)
    if first and lines[first].rstrip() == "---":
        return "--- 要在第一行；删掉它前面的空行"
    if re.fullmatch(r"-{2}|-{4,}|[—–－─]{1,}", lines[0].strip()):
        return "第一行要正好是三个减号 ---；改成 ---，文件头的最后一行也是"
    if lines[0].strip() == "---" and lines[0].rstrip() != "---":
        return "--- 前面有空格；顶格写"
    ends = [n for n, line in enumerate(lines) if line.rstrip() == "---"]
    if ends[:1] == [0] and (len(ends) == 1 or any(line.startswith("# ") for line in lines[: ends[1]])):
        return "文件头没有结束；在最后一个键的下一行单独写 ---"
    if len(ends) > 1 and ends[:2] == [0, 1]:
        return "文件头是空的；在两行 --- 之间写 title、description、kind、reviewed"
    return ""


def _is_open(fence: Fence) -> bool:
    """Say whether nobody closed a fence: it runs to the end of the page, or up to the end of the next one."""
    if not fence.closed:
        return True
    mark = re.escape(fence.mark[:3])
    sample = fence.language in {"markdown", "md"}
    return not sample and any(re.match(rf" *{mark}+ *[a-z{{]", line) for line in fence.body)


def _with_end(page: PageSource, fence: Fence) -> PageSource:
    """Return the page as if the fence ended at the empty line or the fence that follows it, at the latest with the page."""
    lines = list(page.lines)
    ending = fence.prefix + fence.mark
    for number in range(fence.line, len(lines)):
        if not lines[number].strip() or re.match(r" *(?:`{3,}|~{3,})", lines[number]):
            lines[number] = ending
            return parse_page(page.path, "\n".join(lines))
    return parse_page(page.path, "\n".join([*lines, ending]))


def _read_files(root: Path) -> tuple[dict[str, int], dict[str, str]]:
    files: dict[str, int] = {}
    texts: dict[str, str] = {}
    for folder in ("docs", "data", "examples", "lab", "deploy", "mkdocs.yml", "README.md", "CONTRIBUTING.md"):
        for path in sorted((root / folder).rglob("*") if (root / folder).is_dir() else [root / folder]):
            name = path.relative_to(root).as_posix()
            if not path.is_file() or _NOT_OURS & set(path.parts):
                continue
            data = path.read_bytes()
            files[name] = len(data)
            if len(data) > _MAX_TEXT:
                continue
            with suppress(UnicodeDecodeError):
                texts[name] = data.decode("utf-8-sig")
    return files, texts


def problem(rule: str, page: PageSource, line: int, text: str) -> Problem:
    """Return the problem of a page at ``line``."""
    return Problem(f"docs/{page.path}", line, rule, text)


def prose_lines(page: PageSource) -> Iterator[tuple[int, str]]:
    """Yield the lines outside front matter and fences, with their numbers."""
    return ((number, line) for number, line in enumerate(page.prose, start=1) if line)


def without_code(line: str) -> str:
    """Return a line of prose with code spans and HTML comments blanked; every other character keeps its column."""
    return _HIDDEN.sub(lambda found: " " * len(found[0]), line)


def drop_allowed(problems: Iterable[Problem], pages: Iterable[PageSource]) -> list[Problem]:
    """Return the problems without those that ``<!-- allow: RULE why -->`` before their block lets pass."""
    allowed = {
        (f"docs/{page.path}", marker.rest.split()[0], line)
        for page in pages
        for number, marker in find_markers(page.prose)
        if marker.name == "allow"
        for line in next_block(page, number)
    }
    return sorted(item for item in problems if (item.file, item.rule, item.line) not in allowed)


def next_block(page: PageSource, marker: int) -> range:
    """Return the lines of the block after line ``marker``: a fence, or everything up to an empty line."""
    first = next((n for n in range(marker + 1, len(page.lines) + 1) if page.lines[n - 1].strip()), marker)
    for fence in page.fences:
        if fence.line == first:
            return range(first, fence.end + 1)
    last = next((n for n in range(first, len(page.lines) + 1) if not page.lines[n - 1].strip()), len(page.lines) + 1)
    return range(first, last)
