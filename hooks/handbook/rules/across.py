"""Rules across files: examples and pages, glossary, corrections."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from pathlib import Path

from handbook.claims.data import FOLDER, read_claims, same_facts
from handbook.corrections.ledger import LEDGER_FILE
from handbook.examples.blocks import (
    FORM,
    BlockError,
    marked_examples,
    page_blocks,
    read_block,
    read_part,
    shown_examples,
)
from handbook.markers import find_markers
from handbook.mistakes import meant
from handbook.page_source import PageSource, heading_ids
from handbook.rules.data import GLOSSARY, entries
from handbook.rules.model import Handbook, Problem, problem, without_code
from handbook.topics import TOPICS

_SNIPPET = re.compile(r"\s*-+8<-+(?:\s.*)?")
MAX_DEFINITION = 80  # characters


def code_2(handbook: Handbook) -> list[Problem]:
    """Require of every fence that shows a file that it is written rightly, and that the file, section and lines exist."""
    return [
        problem("CODE-2", page, line, text)
        for page in handbook.pages
        for line, text in _block_mistakes(handbook.root / "examples", page)
    ]


def _block_mistakes(examples: Path, page: PageSource) -> Iterator[tuple[int, str]]:
    for fence in page.fences:
        try:
            block = read_block(fence)
            if block and block.path:
                read_part(examples, block)
        except BlockError as error:
            yield fence.line, str(error)
    samples = {n for f in page.fences if f.language in {"markdown", "md"} for n in range(f.line, f.end + 1)}
    for number, line in enumerate(page.lines, start=1):
        if _SNIPPET.fullmatch(line) and number not in samples:
            yield number, f"--8<-- 不会被替换；在代码块的第一行写 {FORM}"


def ex_1(handbook: Handbook) -> list[Problem]:
    """Require that an example whose files a page shows is not marked there too: its proof follows the last file."""
    found: list[Problem] = []
    for page in handbook.pages:
        shown = {block.example: fence.line for fence, block in reversed(list(page_blocks(page)))}
        for name, line in marked_examples(page).items():
            if name in shown:
                text = f"第 {shown[name]} 行展示了示例 {name} 的文件，执行记录自动跟在最后一个文件后面；删掉这个标记"
                found.append(problem("EX-1", page, line, text))
    known = {
        path.parent.relative_to(handbook.root / "examples").as_posix()
        for path in (handbook.root / "examples").glob("*/*/example.yml")
    }
    for page in handbook.pages:
        for name, line in marked_examples(page).items():
            if name not in known:
                text = f"没有示例 {name}；改正名字{meant(name, known)}，或先建 examples/{name}/example.yml"
                found.append(problem("EX-1", page, line, text))
    return found


def ex_2(handbook: Handbook) -> list[Problem]:
    """Every example is shown by a page."""
    shown = {name for page in handbook.pages for name in shown_examples(page)}
    names = [
        path.relative_to(handbook.root / "examples").as_posix()
        for topic in TOPICS
        for path in sorted((handbook.root / "examples" / topic).glob("*"))
        if path.is_dir()
    ]
    return [
        Problem(
            f"examples/{name}/example.yml",
            1,
            "EX-2",
            "没有页面展示这个示例；放到讲它的页面上。页面是误删的就恢复它，确实不要这个示例了再删目录",
        )
        for name in names
        if name not in shown
    ]


def gloss_1(handbook: Handbook) -> list[Problem]:
    """Require that some page uses every glossary term: one of its names stands in its text."""
    text = "\n".join(
        line for page in handbook.pages if page.path != "glossary.md" for line in map(without_code, page.prose)
    )
    return [
        Problem(
            GLOSSARY,
            line,
            "GLOSS-1",
            f'"{term.get("id")}"：没有页面用到“{term.get("term")}”；在正文里用它，或删掉这一条',
        )
        for line, term in entries(handbook.root, GLOSSARY)
        if not any(str(word) in text for word in [term.get("term"), *(term.get("aliases") or [])])
        and isinstance(term.get("term"), str)  # GLOSS-3 reports the others
    ]


def gloss_2(handbook: Handbook) -> list[Problem]:
    """Every definition is short enough for a tooltip, and there are entries at all."""
    found: list[Problem] = []
    if not re.sub(r"#.*|\s|\[\]", "", handbook.texts.get(GLOSSARY, "")):
        found.append(Problem(GLOSSARY, 1, "GLOSS-2", "一条术语也没有；恢复被误删的内容"))
    for line, term in entries(handbook.root, GLOSSARY):
        if (length := len(str(term.get("definition", "")))) > MAX_DEFINITION:
            text = f'"{term.get("id")}"：定义有 {length} 个字，最多 {MAX_DEFINITION} 个；留一句话，其余写进讲解它的页面'
            found.append(Problem(GLOSSARY, line, "GLOSS-2", text))
    return found


def corr_1(handbook: Handbook) -> list[Problem]:
    """Every correction is shown as a box on the page that it names, and the section that it names is there."""
    boxes = {(page.path, name) for page, _, name in _markers(handbook, "correction")}
    # A marker that is written wrongly is MARK-1's.
    misspelt = {
        (page.path, word)
        for page in handbook.pages
        for line in page.prose
        if "<!--" in line
        for word in re.findall(r"[a-z0-9]+(?:-[a-z0-9]+)*", line)
    }
    ids = {page.path: heading_ids(page.prose) for page in handbook.pages}
    found: list[Problem] = []
    ledger = entries(handbook.root, LEDGER_FILE)
    ids_of_ledger = [entry.get("id") for _, entry in ledger]
    # CORR-2 reports an id that is no text; the marker that means it is not wrong.
    known = [name for name in ids_of_ledger if isinstance(name, str)]
    known = known if len(known) == len(ids_of_ledger) else []
    for page, marker_line, name in _markers(handbook, "correction"):
        if known and name not in known:
            text = f"没有勘误 {name}；改正 id{meant(name, known)}，或先在 {LEDGER_FILE} 里加上这一条"
            found.append(problem("CORR-1", page, marker_line, text))
    for line, entry in ledger:
        path, _, anchor = str(entry.get("page", "")).partition("#")
        # CORR-2 reports a page that is not there.
        if path in ids and (path, str(entry.get("id"))) not in boxes | misspelt and isinstance(entry.get("id"), str):
            text = (
                f'"{entry.get("id")}"：docs/{path} 上没有它的框；在那一页加一行 <!-- correction: {entry.get("id")} -->'
            )
            found.append(Problem(LEDGER_FILE, line, "CORR-1", text))
        # CORR-2 reports a page without a section.
        if path in ids and anchor and anchor not in ids[path]:
            near = meant(anchor, ids[path])
            text = f'"{entry.get("id")}"：page 是 {entry["page"]}，那一页没有这个小节；改成标题的 id{near}'
            found.append(Problem(LEDGER_FILE, line, "CORR-1", text))
    return found


def _markers(handbook: Handbook, name: str) -> Iterator[tuple[PageSource, int, str]]:
    """Yield page, line and rest of each marker of a name."""
    for page in handbook.pages:
        for line, marker in find_markers(page.prose):
            if marker.name == name:
                yield page, line, marker.rest


def claim_2(handbook: Handbook) -> list[Problem]:
    """Require that a fact stands on one page: two pages that state it will contradict each other one day."""
    claims, _ = read_claims(handbook.root / FOLDER, datetime.datetime.now(datetime.UTC).date())
    return [
        Problem(
            other.file,
            other.line,
            "CLAIM-2",
            f"{one.page} 已经写着这个事实（{one.file} 第 {one.line} 行）；只在一页写，另一页链接过去，删掉这一条",
        )
        for one, other in same_facts(claims)
    ]


def claim_1(handbook: Handbook) -> list[Problem]:
    """Every fact that ages is written completely, and stands in a section that exists."""
    claims, mistakes = read_claims(handbook.root / FOLDER, datetime.datetime.now(datetime.UTC).date())
    ids = {page.path: heading_ids(page.prose) for page in handbook.pages}
    unreadable = {item.file for item in handbook.broken}
    found = [Problem(error.file, error.line, "CLAIM-1", error.problem) for error in mistakes]
    for claim in claims:
        anchor = claim.page.partition("#")[2]
        if claim.path in ids and anchor not in ids[claim.path]:
            text = f"{claim.page} 没有这个小节；改成标题的 id{meant(anchor, ids[claim.path])}"
            found.append(Problem(claim.file, claim.line, "CLAIM-1", text))
        elif claim.path not in ids and f"docs/{claim.path}" not in unreadable:
            text = f"没有页面 docs/{claim.path}；改成写着它的页面{meant(claim.path, ids)}"
            found.append(Problem(claim.file, claim.line, "CLAIM-1", text))
    return found
