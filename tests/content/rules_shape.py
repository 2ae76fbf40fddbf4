"""Rules about a page's frame: front matter, headings, sections, risk labels."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from content.handbook import Problem, problem, prose_lines, without_code
from page_source import PageSource
from topics import TOPICS

SCHEMA = Path(__file__).parents[2] / "data" / "front-matter.schema.json"
_HEADING = re.compile(r" {0,3}(?P<marks>#{1,6})\s+(?P<title>.*?)\s*(?:\{(?P<attributes>:?[^{}]*)\}\s*)?")
_ID = re.compile(r"(?:^|\s):?\s*#([a-z0-9]+(?:-[a-z0-9]+)*)(?=\s|$)")
_QUESTION = re.compile(r'\?\?\?\+? question "')
_LINK = re.compile(r"\[[^\]]+\]\([^)]+\)|<https?://")
_RISKS = {"改配置": "risk-change", "断流": "risk-cut", "不可逆": "risk-final"}

# The sections that a kind of page needs: by id, or (id None) by a word in the title.
_SECTIONS: dict[str, list[tuple[str | None, str]]] = {
    "concept": [("misconceptions", "常见误解"), ("self-test", "自测"), ("further-reading", "延伸阅读")],
    "task": [(None, "撤销"), ("self-test", "自测"), ("further-reading", "延伸阅读")],
    "troubleshooting": [(None, "预防")],
    "reference": [],
}


def fm_1(page: PageSource) -> list[Problem]:
    """Front matter fits data/front-matter.schema.json (pages of a topic have more keys); its anchors are on the page."""
    if page.lines[:1] == ("---",) and not page.meta:
        return [problem("FM-1", page, 1, "文件头没有结束或是空的；在最后一个键的下一行单独写 ---")]
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    schemas = [schema, schema["$defs"]["topic_page"]] if page.topic in TOPICS else [schema]
    errors = [error for one in schemas for error in Draft202012Validator(one).iter_errors(page.meta)]
    # Each missing key is an error of its own that names all of them.
    found = {problem("FM-1", page, page.meta_lines.of(*error.absolute_path), _say(error)) for error in errors}
    return [*sorted(found), *_missing_anchors(page)]


def _missing_anchors(page: PageSource) -> Iterator[Problem]:
    """Yield the entries of symptoms and interview that point to no section of the page."""
    ids = heading_ids(page)
    for key in ("symptoms", "interview"):
        entries = page.meta.get(key)
        for index, entry in enumerate(entries if isinstance(entries, list) else []):
            see = entry.get("see") if isinstance(entry, dict) else None
            if see and see not in ids:
                text = f"{key} 的 see 指向“{see}”，本页没有这个小节；改成标题的 id，不带 #"
                yield problem("FM-1", page, page.meta_lines.of(key, index), text)


def shape_1(page: PageSource) -> list[Problem]:
    """Require exactly one level-one heading."""
    lines = [line for line, level, _, _ in _headings(page) if level == 1]
    if not lines:
        return [problem("SHAPE-1", page, 1, "没有一级标题；在文件头下面写“# 标题”")]
    return [problem("SHAPE-1", page, line, "一级标题只能有一个；这里改成“## …”") for line in lines[1:]]


def shape_2(page: PageSource) -> list[Problem]:
    """Headings below level one carry an ASCII id, unique on the page."""
    found: list[Problem] = []
    seen: dict[str, int] = {}
    for line, level, title, identifier in _headings(page):
        if level > 1 and not identifier:
            text = f"标题“{title}”没有 id；在行尾加 {{#小写英文-连字符}}，例如 {{#why-stuck}}"
            found.append(problem("SHAPE-2", page, line, text))
        elif identifier and identifier in seen:
            text = f"id “{identifier}”和第 {seen[identifier]} 行重复；换一个"
            found.append(problem("SHAPE-2", page, line, text))
        seen.setdefault(identifier, line)
    return [*found, *_other_headings(page)]


def _other_headings(page: PageSource) -> Iterator[Problem]:
    """Yield headings in other notations, which the rules would not see: underlined with ``---`` or HTML."""
    for number, line in prose_lines(page):
        above = page.prose[number - 2].strip() if number > 1 else ""
        if re.fullmatch(r"(?:-+|=+)\s*", line) and above and not above.startswith(("|", "{:", "<!--")):
            yield problem("SHAPE-2", page, number, "下划线会把上一行变成标题；标题写成“## 标题 {#id}”，分隔线前空一行")
        if re.match(r"\s*<h[1-6]\b", without_code(line), re.IGNORECASE):
            yield problem("SHAPE-2", page, number, "标题用了 HTML；写成“## 标题 {#id}”")


def heading_ids(page: PageSource) -> set[str]:
    """Return the ids of the headings of a page."""
    return {identifier for _, _, _, identifier in _headings(page) if identifier}


def shape_3(page: PageSource) -> list[Problem]:
    """Require that a page of a topic opens with the 一句话 box of at most three lines."""
    if page.topic not in TOPICS:
        return []
    body = list(prose_lines(page))
    start = next((index for index, (_, line) in enumerate(body) if line.startswith("# ")), None)
    if start is None:
        return []
    rest = [(number, line) for number, line in body[start + 1 :] if line.strip()]
    if not rest or not re.match(r'!!! abstract "一句话"\s*$', rest[0][1]):
        text = '标题后面先写一句话结论；加上 !!! abstract "一句话" 和缩进四格的答案'
        return [problem("SHAPE-3", page, rest[0][0] if rest else body[start][0], text)]
    answer = 0
    while answer + 1 < len(rest) and rest[answer + 1][1].startswith("    "):
        answer += 1
    if 1 <= answer <= 3:
        return []
    text = f"“一句话”有 {answer} 行；写 1 到 3 行，其余放进正文"
    return [problem("SHAPE-3", page, rest[0][0], text)]


def shape_4(page: PageSource) -> list[Problem]:
    """Require of a page of a topic the sections that its kind needs."""
    if page.topic not in TOPICS:
        return []
    sections = [(title, identifier) for _, level, title, identifier in _headings(page) if level == 2]
    found = []
    for identifier, title in _SECTIONS.get(str(page.meta.get("kind")), []):
        if identifier and identifier not in [own for _, own in sections]:
            text = f"{page.meta['kind']} 页缺少一节；加上“## {title} {{#{identifier}}}”"
            found.append(problem("SHAPE-4", page, 1, text))
        elif not identifier and not any(title in own for own, _ in sections):
            text = f"{page.meta['kind']} 页缺少标题含“{title}”的二级小节；补上这一节"
            found.append(problem("SHAPE-4", page, 1, text))
    return found


def shape_5(page: PageSource) -> list[Problem]:
    """延伸阅读 holds at most five links."""
    section = list(_section(page, "further-reading"))
    links = sum(len(_LINK.findall(line)) for _, line in section)
    if links <= 5:
        return []
    return [problem("SHAPE-5", page, section[0][0], f"延伸阅读有 {links} 条链接；留下最有用的 5 条")]


def shape_6(page: PageSource) -> list[Problem]:
    """自测 holds three to six questions."""
    section = list(_section(page, "self-test"))
    asked = [number for number, line in section if _QUESTION.match(line)]
    text = "这一题没有答案；答案写在下面，缩进四个空格"
    # The line after the question, counted from 1, is the item of that index.
    empty = [n for n in asked if not next((line for line in page.lines[n:] if line.strip()), "").startswith("    ")]
    found = [problem("SHAPE-6", page, number, text) for number in empty]
    if section and not 3 <= len(asked) <= 6:
        text = f'自测有 {len(asked)} 题；写 3 到 6 题，每题一个 ??? question "……？"'
        found.append(problem("SHAPE-6", page, section[0][0], text))
    return found


def risk_1(page: PageSource) -> list[Problem]:
    """Require of a risk paragraph a known word, the class that belongs to it, and the way back."""
    found: list[Problem] = []
    for number, paragraph in _paragraphs(page):
        *text, last = paragraph
        style = last if last.startswith("{:") else ""
        if paragraph[0].startswith("风险："):
            mistakes = _risk_mistakes("".join(text if style else paragraph), style)
            found += [problem("RISK-1", page, number, mistake) for mistake in mistakes]
        elif ".risk" in style:
            found.append(problem("RISK-1", page, number, "这一段用了风险样式；以“风险：”开头，写明种类和撤销办法"))
    return found


def _risk_mistakes(text: str, style: str) -> Iterator[str]:
    match = re.match(r"风险：(?P<word>[^。；，（]+)", text)
    wanted = _RISKS.get(match["word"] if match else "")
    if wanted is None:
        yield f"不认识的风险；“风险：”后面写 {'、'.join(_RISKS)} 之一，说明放在后面的括号里"
    elif not re.fullmatch(rf"\{{:\s*\.risk\s+\.{wanted}\s*\}}", style):
        yield f"样式和风险不符；这一段的下一行写 {{: .risk .{wanted} }}"
    if not re.search(r"撤销：\s*\S|无法撤销", text):
        yield "没写怎样撤销；加上“撤销：`命令`”或“无法撤销”"


def _paragraphs(page: PageSource) -> Iterator[tuple[int, list[str]]]:
    """Yield the first line's number and the stripped lines of each run of lines without an empty one between."""
    numbered = enumerate(page.prose, start=1)
    for filled, run in groupby(numbered, key=lambda item: bool(item[1].strip())):
        if filled:
            lines = list(run)
            yield lines[0][0], [line.strip() for _, line in lines]


def _headings(page: PageSource) -> Iterator[tuple[int, int, str, str]]:
    """Yield line, level, title and id (``""`` without one) of each heading."""
    for number, line in prose_lines(page):
        match = _HEADING.fullmatch(line)
        if match:
            identifier = _ID.search(match["attributes"] or "")
            yield number, len(match["marks"]), match["title"], identifier[1] if identifier else ""


def _section(page: PageSource, wanted: str) -> Iterator[tuple[int, str]]:
    """Yield the lines of the section with the id ``wanted``, its heading first."""
    headings = {line: (level, identifier) for line, level, _, identifier in _headings(page)}
    inside = 0
    for number, line in prose_lines(page):
        level, identifier = headings.get(number, (0, ""))
        if level and (identifier == wanted or level <= inside):
            inside = level if identifier == wanted else 0
        if inside:
            yield number, without_code(line)


def _say(error: ValidationError) -> str:
    """Return what a schema error means, in Chinese, with the remedy."""
    instance: Any = error.instance
    schema: Any = error.schema
    where = ".".join(str(part) for part in error.absolute_path) or "文件头"
    value: Any = error.validator_value
    if error.validator == "required":
        missing = [key for key in value if key not in instance]
        return f"{where} 缺少 {'、'.join(missing)}；补上"
    if error.validator == "additionalProperties":
        extra = [key for key in instance if key not in schema["properties"]]
        return f"{where} 有不认识的键 {'、'.join(extra)}；删掉或改正拼写，可用的键：{'、'.join(schema['properties'])}"
    remedies = {
        "enum": f"只能是 {'、'.join(map(str, value)) if isinstance(value, list) else value} 之一",
        "const": f"只能是 {json.dumps(value)}，否则整行删掉",
        "type": f"类型不对，要 {value}；文字和日期加引号，列表用 [ ]",
        "pattern": f"写法不对，要符合 {value}",
        "minLength": f"太短，至少 {value} 个字符",
        "maxLength": f"太长（{len(str(instance))} 个字符），最多 {value} 个",
        "minItems": f"至少 {value} 项",
        "maxItems": f"最多 {value} 项",
        "uniqueItems": "有重复的项；删掉一个",
    }
    return f"{where}：{remedies.get(str(error.validator), error.message)}；现在是 {json.dumps(instance, ensure_ascii=False, default=str)}"
