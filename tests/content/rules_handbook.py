"""Rules across files: examples and pages, units, glossary, corrections."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml_lines
from content.handbook import Handbook, Problem, problem, prose_lines, without_code
from content.rules_shape import heading_ids
from example_records import GENERATED
from page_source import PageSource
from topics import TOPICS
from yaml_lines import YamlError

_MEANT_SNIPPET = re.compile(r"\s*-+8<-+(?:\s.*)?")
_SNIPPET = re.compile(r'\s*-+8<-+\s+"(?P<path>[^"]+)"\s*')
_EXAMPLE = re.compile(r" *<!-- example: (?P<name>\S+) -->\s*")
MAX_DEFINITION = 80  # characters
_CORRECTION = re.compile(r"<!-- correction: (?P<id>\S+) -->\s*")
_UNIT = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*-\d{2,3}")


def code_2(handbook: Handbook) -> list[Problem]:
    """Require that the file of every snippet exists, and the section or lines that it names."""
    return [
        problem("CODE-2", page, line, text)
        for page in handbook.pages
        for line, path in _snippet_lines(page)
        if (text := _snippet_mistake(handbook.root / "examples", path))
    ]


def _snippet_mistake(examples: Path, snippet: str) -> str:
    """Return what is wrong with a snippet (``""`` stands for one that is not in the usual form); ``""`` if nothing is."""
    if not snippet:
        return '片段写法不对；单独一行写 --8<-- "专题/示例/文件"，用英文双引号'
    path, section = _split_snippet(snippet)
    if not (examples / path).is_file():
        return f"没有文件 examples/{path}；路径相对 examples/，检查拼写"
    text = (examples / path).read_text(encoding="utf-8")
    if re.match(r"[a-z]", section) and f"[start:{section}]" not in text:
        return f"examples/{path} 里没有 --8<-- [start:{section}]；检查小节名"
    last = max(map(int, re.findall(r"\d+", section)), default=0) if not re.match(r"[a-z]", section) else 0
    if last > (count := len(text.splitlines())):
        return f"examples/{path} 只有 {count} 行，没有第 {last} 行；改正行号"
    return ""


def ex_1(handbook: Handbook) -> list[Problem]:
    """Require the marker of an example below its files, and its files above the marker."""
    found: list[Problem] = []
    for page in handbook.pages:
        shown: dict[str, list[int]] = {}
        for line, path in _snippets(page):
            if example := _example_of(path):
                shown.setdefault(example, []).append(line)
        marked = _marked(page)
        for name, lines in shown.items():
            if marked.get(name, 0) < lines[0]:
                text = f"展示了示例 {name}，后面没有标记；加一行 <!-- example: {name} -->"
                found.append(problem("EX-1", page, lines[0], text))
        for name, line in marked.items():
            if name not in shown and not _has_nothing_to_show(handbook.root / "examples" / name):
                text = f'标记了示例 {name}，但没展示它的文件；在前面的代码块里写 --8<-- "{name}/文件名"'
                found.append(problem("EX-1", page, line, text))
    return found


def _marked(page: PageSource) -> dict[str, int]:
    """Return the examples that a page marks, with the line."""
    return {match["name"]: n for n, text in prose_lines(page) if (match := _EXAMPLE.fullmatch(text))}


def _has_nothing_to_show(example: Path) -> bool:
    """Tell whether a machine's example types everything into its console, so that its output is all there is to show."""
    own = {path.name for path in example.glob("*")} - GENERATED
    return "run.py" in own and own <= {"example.yml", "run.py"}


def ex_2(handbook: Handbook) -> list[Problem]:
    """Every example is shown by a page."""
    shown = {_example_of(path) for page in handbook.pages for _, path in _snippets(page)}
    marked = {name for page in handbook.pages for name in _marked(page)}
    shown |= {name for name in marked if _has_nothing_to_show(handbook.root / "examples" / name)}
    names = [
        path.relative_to(handbook.root / "examples").as_posix()
        for topic in TOPICS
        for path in sorted((handbook.root / "examples" / topic).glob("*"))
        if path.is_dir()
    ]
    return [
        Problem(f"examples/{name}/example.yml", 1, "EX-2", "没有页面展示这个示例；放到讲它的页面上，或删掉目录")
        for name in names
        if name not in shown
    ]


def unit_1(handbook: Handbook) -> list[Problem]:
    """Require that a note unit belongs to one page and is written as topic and number."""
    found: list[Problem] = []
    claimed: dict[str, str] = {}
    for page in handbook.pages:
        units = page.meta.get("units") or []
        for index, unit in enumerate(units if isinstance(units, list) else []):
            line = page.meta_lines.of("units", index)
            if not _UNIT.fullmatch(str(unit)):
                found.append(problem("UNIT-1", page, line, f"units 里的“{unit}”不是编号；写成 iptables-03 这样"))
            elif unit in claimed:
                found.append(problem("UNIT-1", page, line, f"{unit} 已经归 docs/{claimed[unit]}；只留一处"))
            claimed.setdefault(str(unit), page.path)
    return found


def gloss_1(handbook: Handbook) -> list[Problem]:
    """Every glossary term points to a page that exists, and some page uses it."""
    found: list[Problem] = []
    pages = {page.path for page in handbook.pages}
    text = "\n".join(
        line for page in handbook.pages if page.path != "glossary.md" for line in map(without_code, page.prose)
    )
    for line, term in _entries(handbook, "data/glossary.yml"):
        if str(term.get("page", "")).partition("#")[0] not in pages:
            problem_text = f'"{term.get("id")}"：没有页面 docs/{term.get("page")}；改成解释它的页面'
            found.append(Problem("data/glossary.yml", line, "GLOSS-1", problem_text))
        if not any(str(word) in text for word in [term.get("term"), *(term.get("aliases") or [])]):
            problem_text = f'"{term.get("id")}"：没有页面用到“{term.get("term")}”；在正文里用它，或删掉这一条'
            found.append(Problem("data/glossary.yml", line, "GLOSS-1", problem_text))
    return found


def gloss_2(handbook: Handbook) -> list[Problem]:
    """Every definition is short enough for a tooltip, and there are entries at all."""
    entries = list(_entries(handbook, "data/glossary.yml"))
    found = [] if entries else [Problem("data/glossary.yml", 1, "GLOSS-2", "一条术语也没有；恢复被误删的内容")]
    for line, term in entries:
        if (length := len(str(term.get("definition", "")))) > MAX_DEFINITION:
            text = f'"{term.get("id")}"：定义有 {length} 个字，最多 {MAX_DEFINITION} 个；留一句话，其余写进讲解它的页面'
            found.append(Problem("data/glossary.yml", line, "GLOSS-2", text))
    return found


def corr_1(handbook: Handbook) -> list[Problem]:
    """Every correction is shown as a box on the page that it names, and the section that it names is there."""
    boxes = {
        (page.path, match["id"])
        for page in handbook.pages
        for _, line in prose_lines(page)
        if (match := _CORRECTION.fullmatch(line))
    }
    ids = {page.path: heading_ids(page) for page in handbook.pages}
    found: list[Problem] = []
    for line, entry in _entries(handbook, "data/corrections.yml"):
        page = str(entry.get("page", "")).partition("#")[0]
        if (page, entry.get("id")) not in boxes:
            text = (
                f'"{entry.get("id")}"：docs/{page} 上没有它的框；在那一页加一行 <!-- correction: {entry.get("id")} -->'
            )
            found.append(Problem("data/corrections.yml", line, "CORR-1", text))
        if page in ids and str(entry["page"]).partition("#")[2] not in ids[page]:
            text = f'"{entry.get("id")}"：page 是 {entry["page"]}，那一页没有这个小节；改成标题的 id'
            found.append(Problem("data/corrections.yml", line, "CORR-1", text))
    return found


def _snippets(page: PageSource) -> Iterator[tuple[int, str]]:
    """Yield line and file (without section) of each snippet."""
    return ((line, _split_snippet(path)[0]) for line, path in _snippet_lines(page) if path)


def _split_snippet(path: str) -> tuple[str, str]:
    """Return the file and the section or lines (such as ``3:5``) of a snippet."""
    match = re.fullmatch(r"(.*?)((?::[\w-]*)*)", path)
    return (match[1], match[2].strip(":")) if match else (path, "")


def _snippet_lines(page: PageSource) -> Iterator[tuple[int, str]]:
    """Yield line and path of each snippet, ``""`` for an unusual form, except in fences that show Markdown source."""
    samples = {n for f in page.fences if f.language in {"markdown", "md"} for n in range(f.line, f.end + 1)}
    for number, line in enumerate(page.lines, start=1):
        if _MEANT_SNIPPET.fullmatch(line) and number not in samples:
            match = _SNIPPET.fullmatch(line)
            yield number, match["path"] if match else ""


def _example_of(path: str) -> str:
    """Return the example that a file belongs to; ``""`` for files that no example owns, such as the lab's."""
    parts = path.split("/")
    return "/".join(parts[:2]) if len(parts) > 2 and parts[0] in TOPICS else ""


def _entries(handbook: Handbook, name: str) -> list[tuple[int, dict[str, Any]]]:
    """Return the entries of a data file with their lines; broken files are the build's to report."""
    try:
        data, lines = yaml_lines.load(handbook.root / name, name)
    except YamlError:
        return []
    return [(lines.of(i), entry) for i, entry in enumerate(data or []) if isinstance(entry, dict)]
