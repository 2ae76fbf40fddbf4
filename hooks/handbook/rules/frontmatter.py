"""Rules about front matter: its form, and what has to agree with other pages or with the day."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from handbook import yaml_lines
from handbook.mistakes import MistakeError
from handbook.page_source import PageSource, heading_ids, headings
from handbook.rules.model import Handbook, Problem, problem
from handbook.topics import TOPICS

SCHEMA = Path(__file__).parents[3] / "data" / "front-matter.schema.json"
TAGS = "data/tags.yml"
_GUIDE = "写法见 docs/contributing/page.md 的“文件头”"
_ENTRY = '写成列表，每条是 - {ask: "端口不通", see: why-stuck}；see 是本页小节的 id，ask 有 4 到 60 个字符，最常见的加 common: 名次'
_QUESTION = '写成列表，每条是 - {ask: "NEW 就是 SYN 吗？", see: new, id: q-state-new}；see 是本页小节的 id，id 以 q- 开头，全书不重复，ask 有 4 到 60 个字符'
# How each key is written; the schema says what a value must be, for a program.
_FORMS = {
    "title": "写成 1 到 40 个字符的文字，数字和日期加引号",
    "description": "写成一句话，10 到 90 个字符",
    "kind": "写 concept、task、reference、troubleshooting 之一",
    "reviewed": '写成年和月，加英文双引号，例如 reviewed: "2026-11"',
    "tags": "写成 2 到 5 个标签的列表，不重复，例如 tags: [iptables, NAT]",
    "versions": "写成列表，不重复，例如 versions: [iptables 1.8.9, 内核 6.18]；一个也没有就问问自己依据是什么",
    "symptoms": _ENTRY,
    "interview": _QUESTION,
    "glossary": "只能写 false；要自动链接就整行删掉",
    "hide": "写成列表，可选 navigation、toc、path、footer、tags、feedback",
    "toc_levels": "写 1 以上的整数，例如 toc_levels: 2",
    "search": "写成 {exclude: true}，或 {boost: 0.5} 这样 0 到 10 之间的数",
}


def fm_1(page: PageSource) -> list[Problem]:
    """Front matter fits data/front-matter.schema.json (pages of a topic have more keys); its anchors are on the page."""
    if not page.meta:
        text = f"没有文件头；第一行写 ---，下面写 title、description、kind、reviewed，再一行 ---，{_GUIDE}"
        return [problem("FM-1", page, 1, text)]
    errors = [error for one in _validators(page.topic in TOPICS) for error in one.iter_errors(page.meta)]
    missing = sorted(
        {
            key
            for error in errors
            if error.validator == "required" and not error.absolute_path
            for key in error.validator_value
            if key not in page.meta
        }
    )
    found = set()
    if missing:
        found.add(problem("FM-1", page, 1, f"文件头缺少 {'、'.join(missing)}；补上，{_GUIDE}"))
    for error in errors:
        path = list(error.absolute_path)
        if path:
            text = f"{_place(path)}写得不对，现在是 {_shown(error.instance)}；{_FORMS[str(path[0])]}"
            found.add(problem("FM-1", page, page.meta_lines.of(*path), text))
        elif error.validator == "additionalProperties":
            found |= {
                problem("FM-1", page, page.meta_lines.of(key), _unknown(key, error))
                for key in page.meta
                if key not in _FORMS
            }
    return [*sorted(found), *_missing_anchors(page)]


@lru_cache(maxsize=2)
def _validators(of_topic: bool) -> list[Draft202012Validator]:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    return [Draft202012Validator(one) for one in ([schema, schema["$defs"]["topic_page"]] if of_topic else [schema])]


def _place(path: list[str | int]) -> str:
    """Return ``tags 的第 2 项 `` for the path of an error."""
    key, *rest = path
    number = next((part for part in rest if isinstance(part, int)), None)
    return f"{key} 的第 {number + 1} 条" if number is not None else f"{key} "


def _shown(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, default=str)


def _unknown(key: str, error: ValidationError) -> str:
    schema: Any = error.schema
    known = list(schema["properties"])
    near = get_close_matches(key, known, n=1)
    return f"文件头里有不认识的键 {key}；{f'是不是 {near[0]}' if near else '删掉它'}，可用的键：{'、'.join(known)}"


def _missing_anchors(page: PageSource) -> Iterator[Problem]:
    """Yield the entries of symptoms and interview that point to no section of the page."""
    ids = heading_ids(page.prose)
    for key in ("symptoms", "interview"):
        entries = page.meta.get(key)
        for index, entry in enumerate(entries if isinstance(entries, list) else []):
            see = entry.get("see") if isinstance(entry, dict) else None
            if isinstance(see, str) and see and see not in ids:
                near = get_close_matches(str(see), sorted(ids), n=1)
                meant = f"，是不是 {near[0]}" if near else ""
                text = f"{key} 的 see 指向“{see}”，本页没有这个小节；改成标题的 id，不带 #{meant}"
                yield problem("FM-1", page, page.meta_lines.of(key, index), text)


def fm_2(handbook: Handbook) -> list[Problem]:
    """Require tags that are listed in data/tags.yml: a typo would make a tag of its own."""
    try:
        known, lines = yaml_lines.loads(handbook.texts.get(TAGS, ""), TAGS)
    except MistakeError as error:
        return [Problem(mistake.file, mistake.line, "FM-2", mistake.problem) for mistake in error.mistakes]
    if not isinstance(known, list) or not all(isinstance(tag, str) for tag in known):
        wrong = (
            [index for index, tag in enumerate(known) if not isinstance(tag, str)] if isinstance(known, list) else []
        )
        return [Problem(TAGS, lines.of(*wrong[:1]), "FM-2", "要是文字的列表；每行写一个“- 标签”，数字加引号")]
    found = [
        Problem(TAGS, lines.of(index), "FM-2", f"标签“{tag}”写了两次；删掉一行")
        for index, tag in enumerate(known)
        if tag in known[:index]
    ]
    for page, index, tag in _items(handbook.pages, "tags"):
        if isinstance(tag, str) and tag not in known:  # FM-1 reports the others
            same = [one for one in known if one.lower() == str(tag).lower()]
            near = same or get_close_matches(str(tag), known, n=1, cutoff=0.5)
            remedy = f"是不是 {near[0]}？真是新标签就" if near else "真是新标签就"
            line = page.meta_lines.of("tags", index)
            found.append(problem("FM-2", page, line, f"没有标签“{tag}”；{remedy}写进 {TAGS}"))
    return found


def fm_3(page: PageSource, today: datetime.date | None = None) -> list[Problem]:
    """Require that a page was not reviewed in the future."""
    reviewed = page.meta.get("reviewed")
    now = f"{today or datetime.datetime.now(datetime.UTC).date():%Y-%m}"
    if not isinstance(reviewed, str) or not re.fullmatch(r"\d{4}-(?:0[1-9]|1[0-2])", reviewed) or reviewed <= now:
        return []
    text = f"reviewed 是 {reviewed}，还没有到；写最后一次核对事实的年月，最晚 {now}"
    return [problem("FM-3", page, page.meta_lines.of("reviewed"), text)]


def fm_4(handbook: Handbook) -> list[Problem]:
    """Require that a page's title is its heading, and that no two pages share one."""
    found: list[Problem] = []
    seen: dict[str, str] = {}
    for page in handbook.pages:
        title = page.meta.get("title")
        if not isinstance(title, str):
            continue
        line = page.meta_lines.of("title")
        first = next((text for _, level, text, _ in headings(page.prose) if level == 1), title)
        if _plain(first) != _plain(title):
            text = f"title 是“{title}”，一级标题是“{first}”；写成一样，导航和搜索用 title，页面上是标题"
            found.append(problem("FM-4", page, line, text))
        if (other := seen.setdefault(title, page.path)) != page.path:
            text = f"docs/{other} 也叫“{title}”，搜索结果里分不清；换一个标题"
            found.append(problem("FM-4", page, line, text))
    return found


def _plain(title: str) -> str:
    """Return a title as the words that readers see."""
    return re.sub(r"[`*]", "", title).strip()


def fm_5(handbook: Handbook) -> list[Problem]:
    """Require that each rank of the home page's list is given once."""
    found: list[Problem] = []
    seen: dict[int, tuple[str, int]] = {}
    for page, index, entry in _items(handbook.pages, "symptoms"):
        rank = entry.get("common") if isinstance(entry, dict) else None
        if not isinstance(rank, int):
            continue
        line = page.meta_lines.of("symptoms", index)
        if rank in seen:
            path, number = seen[rank]
            free = next(n for n in range(1, 1000) if n not in _ranks(handbook))
            text = f"名次 {rank} 在 docs/{path}:{number} 已经用过；换一个，没有用过的最小是 {free}"
            found.append(problem("FM-5", page, line, text))
        seen.setdefault(rank, (page.path, line))
    return found


def _ranks(handbook: Handbook) -> set[Any]:
    return {entry.get("common") for _, _, entry in _items(handbook.pages, "symptoms") if isinstance(entry, dict)}


def _items(pages: Iterable[PageSource], key: str) -> Iterator[tuple[PageSource, int, Any]]:
    """Yield page, place and value of each item of a list in front matter; what is no list is FM-1's."""
    for page in pages:
        items = page.meta.get(key)
        for index, item in enumerate(items if isinstance(items, list) else []):
            yield page, index, item
