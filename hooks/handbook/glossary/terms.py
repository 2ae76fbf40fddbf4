"""The entries of ``data/glossary.yml``: read, checked, and every mistake reported with its line and its remedy."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from handbook import yaml_lines
from handbook.mistakes import Mistake, MistakeError, meant
from handbook.page_source import heading_ids

REQUIRED = ("id", "term", "en", "definition", "page", "topic")
LISTS = ("aliases", "not_in", "only")
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_PAGE = re.compile(r"(?:[A-Za-z0-9_-]+/)*[A-Za-z0-9_-]+\.md(?:#[A-Za-z][A-Za-z0-9_.:-]*)?")
# C0 and C1: Python-Markdown uses two of them for its own placeholders, and nobody can see any of them.
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")


@dataclass(frozen=True, slots=True)
class Term:
    """One entry; ``line`` (from 1) is where it begins in the file, the other fields are the file's keys."""

    id: str
    term: str
    en: str
    definition: str
    page: str
    topic: str
    aliases: tuple[str, ...] = ()
    not_in: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    line: int = 1

    @property
    def names(self) -> tuple[str, ...]:
        """Every spelling that links: the name, then the aliases."""
        return (self.term, *self.aliases)

    def links_on(self, page: str) -> bool:
        """Tell whether ``page`` (relative to the docs folder) is of a topic in which the word has this sense."""
        return not self.only or page.partition("/")[0] in self.only

    @property
    def page_file(self) -> str:
        """The explaining page without its anchor, relative to the docs folder."""
        return self.page.partition("#")[0]

    @property
    def anchor(self) -> str:
        """The explaining section's id, empty if the whole page explains the term."""
        return self.page.partition("#")[2]


def load_terms(path: Path, docs_dir: Path | None = None, topics: Collection[str] = ()) -> tuple[Term, ...]:
    """Return the entries in the file's order; with ``docs_dir`` also look for the explaining pages and sections.

    ``topics`` are the ids that entries may use (empty: any). Raises ``MistakeError`` with all mistakes at once, so that an editor mends them in one go.
    """
    data, lines = yaml_lines.load(path)
    problems: list[tuple[int, str]] = []
    terms: list[Term] = []
    if data is None:
        data = []
    if not isinstance(data, list):
        problems.append((1, "顶层必须是列表；每个词条以“- id: …”开头"))
        data = []
    for index, entry in enumerate(data):
        found = list(_entry_problems(entry, index, lines))
        problems += found
        if not found:
            terms.append(_to_term(entry, lines.of(index)))
    problems += _clashes(terms)
    if docs_dir is not None:
        problems += _missing_places(terms, docs_dir)
    if topics:
        known = "、".join(topics)
        problems += [
            (term.line, f'词条 "{term.id}"：没有主题 {term.topic}；可用的主题：{known}{meant(term.topic, topics)}')
            for term in terms
            if term.topic not in topics
        ]
        problems += [
            (term.line, f'词条 "{term.id}"：only 里没有主题 {topic}；可用的主题：{known}{meant(topic, topics)}')
            for term in terms
            for topic in term.only
            if topic not in topics
        ]
    if problems:
        name = "/".join(path.parts[-2:])
        raise MistakeError(*(Mistake(name, line, problem) for line, problem in sorted(problems)))
    return tuple(terms)


def _to_term(entry: dict[str, Any], line: int) -> Term:
    texts = {key: entry[key] for key in REQUIRED}
    lists = {key: tuple(entry.get(key, ())) for key in LISTS}
    return Term(**texts, aliases=lists["aliases"], not_in=lists["not_in"], only=lists["only"], line=line)


def _entry_problems(entry: object, index: int, lines: yaml_lines.Lines) -> Iterator[tuple[int, str]]:
    """Yield what is wrong with one entry by itself."""
    if not isinstance(entry, dict):
        yield lines.of(index), f"第 {index + 1} 条不是键值对；写成“- id: …”，下面各行缩进对齐"
        return
    label = f'词条 "{entry.get("id") or entry.get("term") or f"第 {index + 1} 条"}"：'
    for key in REQUIRED:
        if key not in entry:
            yield lines.of(index), f"{label}缺少 {key}；补上一行 {key}: …"
    for key, value in entry.items():
        line = lines.of(index, key)
        if key in REQUIRED:
            if problem := _text_problem(value):
                yield line, f"{label}{key} {problem}"
        elif key not in LISTS:
            yield (
                line,
                f"{label}不认识的键 {key}；可用的键：{'、'.join(REQUIRED + LISTS)}{meant(key, REQUIRED + LISTS)}",
            )
        elif not isinstance(value, list):
            yield line, f"{label}{key} 必须是列表；写成 {key}: [甲, 乙]"
        else:
            for place, item in enumerate(value):
                if problem := _text_problem(item):
                    yield lines.of(index, key, place), f"{label}{key} 的第 {place + 1} 项{problem}"
    yield from ((lines.of(index, key), label + problem) for key, problem in _form_problems(entry))


def _text_problem(value: object) -> str:
    """Return what is wrong with a text of the file, empty if nothing is."""
    if value is None:
        return "是空的；写上内容，或删掉这一项"
    if not isinstance(value, str):
        return f"必须是字符串，不能是 {value!r}；给它加引号"
    if not value.strip():
        return "是空的；写上内容，或删掉这一项"
    if value != value.strip():
        return "首尾有空白；删掉空白"
    if _CONTROL.search(value):
        return "含换行或控制字符；写成一行，一句话"
    return ""


def _form_problems(entry: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield (key, problem) for texts that are texts but not of the form their key asks for."""
    texts = {key: value for key, value in entry.items() if isinstance(value, str) and not _text_problem(value)}
    if "id" in texts and not _ID.fullmatch(texts["id"]):
        yield "id", "id 只能用小写字母、数字和单个连字符；例如 tcp-handshake"
    if "page" in texts and not _PAGE.fullmatch(texts["page"]):
        yield "page", f"page 写法不对（{texts['page']}）；写成 iptables/state.md 或 iptables/state.md#conntrack"
    lists = {key: value for key in LISTS if isinstance(value := entry.get(key), list)}
    names = [name for name in (texts.get("term"), *lists.get("aliases", ())) if isinstance(name, str)]
    for name in names:
        if "{" in name or "}" in name:
            yield "term", f"“{name}”含花括号；换一种写法，花括号会被当成属性"
    for phrase in lists.get("not_in", ()) if "term" in texts else ():
        if isinstance(phrase, str) and not any(name in phrase and name != phrase for name in names):
            yield "not_in", f"not_in 的“{phrase}”没有包住词条的任何写法；改成包含它的更长的词，或删掉"


def _clashes(terms: Sequence[Term]) -> Iterator[tuple[int, str]]:
    """Yield ids and spellings that are claimed twice."""
    ids: dict[str, Term] = {}
    names: dict[str, Term] = {}
    for term in terms:
        label = f'词条 "{term.id}"：'
        if (other := ids.setdefault(term.id, term)) is not term:
            yield term.line, f"{label}id 与第 {other.line} 行的词条重复；换一个 id，或合并两条"
        for name in term.names:
            if name not in names:
                names[name] = term
            elif (owner := names[name]) is term:
                yield term.line, f"{label}“{name}”写了两次；删掉一个"
            else:
                yield term.line, f'{label}“{name}”已属于词条 "{owner.id}"（第 {owner.line} 行）；只留一处'


def _missing_places(terms: Sequence[Term], docs_dir: Path) -> Iterator[tuple[int, str]]:
    """Yield explaining pages and sections that are not under ``docs_dir``."""
    pages: dict[str, set[str] | None] = {}
    for term in terms:
        label = f'词条 "{term.id}"：'
        if term.page_file not in pages:
            path = docs_dir / term.page_file
            source = path.read_text("utf-8", "replace") if path.is_file() else None
            # What stands in fences counts too: behind one that nobody closed, every heading would be missing.
            pages[term.page_file] = None if source is None else heading_ids(source.splitlines())
        ids = pages[term.page_file]
        if ids is None:
            near = meant(term.page_file, (path.relative_to(docs_dir).as_posix() for path in docs_dir.rglob("*.md")))
            yield term.line, f"{label}讲解页 {term.page_file} 不存在；改正 page，或先建这一页{near}"
        elif term.anchor and term.anchor not in ids:
            near = meant(term.anchor, ids)
            yield (
                term.line,
                f"{label}{term.page_file} 里没有 {{#{term.anchor}}}；改正 page，或给那个标题加上这个 id{near}",
            )
