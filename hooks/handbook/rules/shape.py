"""Rules about a page's frame: front matter, headings, sections, risk labels."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from handbook.markers import find_markers
from handbook.page_source import PageSource, headings
from handbook.risk_labels import LABEL, RISKS
from handbook.rules.model import Problem, problem, prose_lines, without_code
from handbook.topics import TOPICS

_QUESTION = re.compile(r'\?\?\?\+? question "')
_LINK = re.compile(r"\[[^\]]+\]\([^)]+\)|<https?://")

# The sections that a kind of page needs: by id, or (id None) by a word in the title.
_SECTIONS: dict[str, list[tuple[str | None, str]]] = {
    "concept": [("misconceptions", "常见误解"), ("self-test", "自测"), ("further-reading", "延伸阅读")],
    "task": [(None, "撤销"), ("self-test", "自测"), ("further-reading", "延伸阅读")],
    "troubleshooting": [(None, "预防")],
    "reference": [],
}


def shape_1(page: PageSource) -> list[Problem]:
    """Require exactly one level-one heading."""
    lines = [line for line, level, _, _ in headings(page.prose) if level == 1]
    if not lines:
        return [problem("SHAPE-1", page, 1, "没有一级标题；在文件头下面写“# 标题”")]
    return [problem("SHAPE-1", page, line, "一级标题只能有一个；这里改成“## …”") for line in lines[1:]]


def shape_2(page: PageSource) -> list[Problem]:
    """Headings below level one carry an ASCII id, unique on the page."""
    found: list[Problem] = []
    # The boxes of corrections bring ids of their own.
    seen = {marker.rest: n for n, marker in find_markers(page.prose) if marker.name == "correction"}
    for line, level, title, identifier in headings(page.prose):
        if level > 1 and not identifier:
            text = f"标题“{title}”没有 id；在行尾加 {{#小写英文-连字符}}，例如 {{#why-stuck}}"
            found.append(problem("SHAPE-2", page, line, text))
        elif identifier and identifier in seen:
            text = f"id “{identifier}”和第 {seen[identifier]} 行重复；换一个"
            found.append(problem("SHAPE-2", page, line, text))
        if identifier:
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


def shape_7(page: PageSource) -> list[Problem]:
    """Require that headings are written so that everybody sees them as such, and that no level is left out."""
    found: list[Problem] = []
    for number, line in prose_lines(page):
        bare = without_code(line)
        if re.match(r"#{1,6}[^#\s!]", bare):
            found.append(problem("SHAPE-7", page, number, "# 后面没有空格，规则看不到这个标题；在 # 后面空一格"))
        elif re.match(r"\s*[#＃]*＃[#＃]*", bare):
            found.append(problem("SHAPE-7", page, number, "标题用了全角的 ＃；改成半角的 #，后面空一格"))
        elif re.match(r"#{7,}\s", bare):
            found.append(problem("SHAPE-7", page, number, "标题最多六级；少写几个 #"))
        elif re.match(r"#{1,6}\s.*\{[^{}]*\}.*\{[^{}]*\}\s*$", bare):
            found.append(problem("SHAPE-7", page, number, "标题里有两处花括号，id 会拼错；标题里的花括号放进反引号"))
    before = 1
    for number, level, title, _ in headings(page.prose):
        if level > before + 1:
            text = f"标题“{title}”从 {before} 级跳到 {level} 级；写成 {'#' * (before + 1)}"
            found.append(problem("SHAPE-7", page, number, text))
        before = level
    return found


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
    sections = [(title, identifier) for _, level, title, identifier in headings(page.prose) if level == 2]
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
    section = list(section_lines(page, "further-reading"))
    links = sum(len(_LINK.findall(line)) for _, line in section)
    if links <= 5:
        return []
    return [problem("SHAPE-5", page, section[0][0], f"延伸阅读有 {links} 条链接；留下最有用的 5 条")]


def shape_6(page: PageSource) -> list[Problem]:
    """自测 holds three to six questions."""
    section = list(section_lines(page, "self-test"))
    asked = [number for number, line in section if _QUESTION.match(line)]
    text = "这一题没有答案；答案写在下面，缩进四个空格"
    # The line after the question, counted from 1, is the item of that index.
    empty = [
        n
        for n in asked
        if not next((line for line in page.lines[n:] if line.strip()), "").expandtabs(4).startswith("    ")
    ]
    found = [problem("SHAPE-6", page, number, text) for number in empty]
    if section and not 3 <= len(asked) <= 6:
        text = f'自测有 {len(asked)} 题；写 3 到 6 题，每题一个 ??? question "……？"'
        found.append(problem("SHAPE-6", page, section[0][0], text))
    return found


def risk_1(page: PageSource) -> list[Problem]:
    """Require of a risk paragraph a known word and the way back; its look comes from the word."""
    found: list[Problem] = []
    for number, paragraph in _paragraphs(page):
        if paragraph[0].startswith("风险："):
            found += [problem("RISK-1", page, number, mistake) for mistake in _risk_mistakes("".join(paragraph))]
        if paragraph[-1].startswith("{:") and ".risk" in paragraph[-1]:
            line = number + len(paragraph) - 1
            found.append(problem("RISK-1", page, line, "风险的样式由“风险：”后面的词决定；删掉这一行"))
    return found


def _risk_mistakes(text: str) -> Iterator[str]:
    match = LABEL.match(text)
    if match is None or match["word"] not in RISKS:
        yield f"不认识的风险；“风险：”后面写 {'、'.join(RISKS)} 之一，说明放在后面的括号里"
    if not re.search(r"撤销：\s*\S|无法撤销", text):
        yield "没写怎样撤销；加上“撤销：`命令`”或“无法撤销”"


def _paragraphs(page: PageSource) -> Iterator[tuple[int, list[str]]]:
    """Yield the first line's number and the stripped lines of each run of lines without an empty one between."""
    numbered = enumerate(page.prose, start=1)
    for filled, run in groupby(numbered, key=lambda item: bool(item[1].strip())):
        if filled:
            lines = list(run)
            yield lines[0][0], [line.strip() for _, line in lines]


_GOALS = "**读完你会**"


def shape_8(page: PageSource) -> list[Problem]:
    """Require of a concept page of a topic that it says below 一句话, in two to four items, what its readers can do then."""
    if page.topic not in TOPICS or page.meta.get("kind") != "concept":
        return []
    lines = [(number, line) for number, line in prose_lines(page) if line.strip()]
    start = next((index for index, (_, line) in enumerate(lines) if line.startswith("!!! abstract")), None)
    if start is None:
        return []  # SHAPE-3 reports it
    rest = [item for item in lines[start + 1 :] if not item[1].startswith("    ")]
    if not rest or rest[0][1].strip() != _GOALS:
        text = f"一句话下面没写读者学到什么；空一行写 {_GOALS}，再空一行列 2 到 4 件做得到的事"
        return [problem("SHAPE-8", page, lines[start][0], text)]
    items = next((n for n, (_, line) in enumerate(rest[1:]) if not line.startswith("- ")), len(rest) - 1)
    if 2 <= items <= 4:
        return []
    return [problem("SHAPE-8", page, rest[0][0], f"“读完你会”有 {items} 条；写 2 到 4 条，每条一行，说做得到的事")]


def section_lines(page: PageSource, wanted: str) -> Iterator[tuple[int, str]]:
    """Yield the lines of the section with the id ``wanted``, its heading first."""
    levels = {line: (level, identifier) for line, level, _, identifier in headings(page.prose)}
    inside = 0
    for number, line in prose_lines(page):
        level, identifier = levels.get(number, (0, ""))
        if level and (identifier == wanted or level <= inside):
            inside = level if identifier == wanted else 0
        if inside:
            yield number, without_code(line)
