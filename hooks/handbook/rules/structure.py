"""Rules about Markdown that does not become what its author meant: lists, tables, boxes, emphasis, attributes.

Readers would see the marks themselves, or text in the wrong place. Most rules look at the tree that Python-Markdown
makes, so that they agree with the site; the source gives the line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches
from itertools import groupby
from xml.etree.ElementTree import Element

from handbook.page_source import PageSource
from handbook.practice.notation import split_attributes
from handbook.rules.html import is_active
from handbook.rules.model import Handbook, Problem, problem, prose_lines, without_code
from handbook.rules.rendered import STASHED, render_tree

_CODE = {"code", "pre", "kbd", "script"}

_KEYS = "按键写错了，读者会看到加号；写成 ++ctrl+c++，加号键是 ++ctrl+plus++"
# What an editor typed, as it stands in the text of the page; what it was meant to be and how to write it.
_LEFT = (
    (r"\*\*|(?<![*\w])\*(?=[^\s*])|(?<=[^\s*])\*(?!\*)", "星号没有成对，读者会看到星号；补上另一个，正文里的星号放进反引号"),
    (r"`", "反引号没有成对；补上另一个"),
    (r"~~", "删除线没有打开；换一种说法"),
    (r"(?<![\w+{])\+\+(?=[\w\"'])", _KEYS),
    (r"\{(?:\+\+|--|>>)", "修订记号没有打开；留下要的文字，删掉花括号和记号"),
    (r"(?<=\w)(?:\^[A-Za-z0-9+-]{1,4}\^|~[A-Za-z0-9+-]{1,4}~)", "上标和下标没有打开；写成 m²、H₂O，或 m<sup>2</sup>"),
    (r"(?<![\w:]):[a-z][a-z0-9_+-]*:(?![\w:])", "表情的代号没有打开，读者会看到冒号；写成文字，说的是它本身就放进反引号"),
    (r"(?i)@?\[\[?_?toc_?\]?\]", "页面旁边已经有目录；删掉这一行"),
    (r"(?i)\[\[(?!_?toc)[^\[\]\n]+\]\]", "双方括号不是链接；写成 [标题](页面.md#小节)"),
    (r"(?m)^[ \t]*:{3,}", '这里不用 ::: 写提示框；写成 !!! note "标题"，下面缩进四个空格'),
    (r"&(?:nbsp|lt|gt|amp|quot|[em][nm]sp|[mn]dash|hellip|#\d+)(?![;\w])", "& 写的字符没有以半角的 ; 结束；补上 ;，或直接写那个字符"),
    (r"(?m)^[ \t]*(?:[-+*]|\d+[.)])(?=[\u3400-\u9fff])", "列表的记号后面没有空格，几项会连成一段；在记号后面空一格"),
    (r"(?m)^[ \t]*(?:！{3}|？{3})", '提示框用了全角的标点；写成 !!! note "标题" 或 ??? question "问题"'),
    (r"(?m)^[ \t]*(?:[·｀‘’]{3}|'{3})", "代码块的围栏不是反引号；写成键盘左上角的 ```"),
    (r"==\S[^=]*==", "高亮没有打开；用 **粗体**"),
    (r"\{ ?[:#.][^{}\n]*\}", "花括号里的属性没有生效，读者会看到它；紧贴在 *词* 或 [链接](…) 后面写，中间不留空格；段落的属性写在下一行"),
    (r"(?m)^[ \t]*(?:!!!|\?\?\?\+?)", '提示框没有生效；写成 !!! note "标题" 或 ??? question "问题"，用英文双引号，前面空一行，下面缩进四个空格'),
    (r"(?m)^[ \t]*===", '标签页没有生效；写成 === "标题"，用英文双引号，前面空一行，下面缩进四个空格'),
    (r"\[!\w+\]", '这里不用 > [!NOTE]；写成 !!! note "标题"，下面缩进四个空格'),
    (r"(?<=\n)[ \t]*(?:[-+*]|\d+[.)])[ \t]", "列表没有生效，几项连成了一段；在列表前空一行"),
    (r"(?m)^[ \t]*(?:[０-９]+[．、。.]|[0-9]+．)", "序号的写法不成列表，几项会连成一段；写成 1. 加一个空格"),
    (r"(?m)^[ \t]*\|", "表格没有生效，读者会看到竖线；表格前空一行，第二行写 |---|---|"),
    (r"(?m)^[ \t]*(?:`{3,}|~{3,})", "代码块没有生效；围栏前空一行，在列表里缩进四个空格"),
    (r"(?m)^[ \t]*#{1,6}", "标题没有生效；行首写半角的 ## 和一个空格"),
    (r"(?m)^[ \t]*>", "引用没有生效；前面空一行"),
    (r"!?\]\(|[\]］]\s*[（(][^）)\n]*(?:\.md|\.html?|https?:|\.png)", "链接或图片没有生效；写成 [标题](页面.md#小节)，括号用半角，中间不留空格"),
    (r"\$\$", "公式没有打开；写成文字，或放进反引号"),
    (r"(?m)^[ \t]*[•·●◦‣－–—][ \t\u3000]", "列表的记号不对，几项连成了一段；写成 - 加一个空格，前面空一行"),
)  # fmt: skip
_TEMPLATE = re.compile(r"\{%|\{\{")
_CHECKBOX = re.compile(r"\[[ xX]\][ \t]")
_BOXES = (
    "note",
    "abstract",
    "info",
    "tip",
    "success",
    "question",
    "warning",
    "failure",
    "danger",
    "bug",
    "example",
    "quote",
)
_BOX = re.compile(r"\s*(?P<mark>!!!|\?\?\?\+?)\s+(?P<kind>[\w-]+)(?P<rest>.*)")
_LIST_ITEM = re.compile(r"(?P<indent> *)(?:[-+*]|\d+[.)])\s")
# What attribute lists and extensions put on elements here; a name that is none of them was not meant as an attribute.
_ATTRIBUTES = {
    "alt",
    "checked",
    "class",
    "data-search-exclude",
    "data-tabs",
    "for",
    "height",
    "href",
    "id",
    "loading",
    "markdown",
    "name",
    "open",
    "rel",
    "src",
    "start",
    "title",
    "type",
    "width",
}


def md_1(page: PageSource) -> list[Problem]:
    """Report marks of Markdown that readers would see."""
    found: list[Problem] = []
    for element, text in _texts(render_tree(page)):
        for pattern, message in _LEFT:
            # What an element begins with follows no line break: a list that begins there is a list.
            # What a heading and the line of a box look like is SHAPE-7's and MD-3's.
            if (match := re.search(pattern, text)) and not _is_told(page, element, text, match):
                found.append(problem("MD-1", page, _line_of(page, text, match.start()), message))
        if element.tag in {"li", "p"} and _CHECKBOX.match(text):
            message = "勾选框没有打开；写成普通的列表"
            found.append(problem("MD-1", page, _line_of(page, text, 0), message))
    # The keys before a plus too many are keys in the tree.
    found += [
        problem("MD-1", page, number, _KEYS)
        for number, line in prose_lines(page)
        if re.search(r"(?<![\w+])\+\+[\w\"][^\s+]*(?:\+[^\s+]+)*\+{3,}", without_code(line))
    ]
    return found


def _is_told(page: PageSource, element: Element, text: str, match: re.Match[str]) -> bool:
    """Tell whether another rule says it of this place."""
    if re.fullmatch("h[1-6]", element.tag):
        return match[0].startswith("{")
    line = _line_of(page, text, match.start())
    if match[0].lstrip().startswith("|"):
        return any(line <= table.line <= line + 2 for table in md_4(page))
    return bool(_BOX.fullmatch(page.lines[line - 1]))


def md_2(page: PageSource) -> list[Problem]:
    """Require that lists, code blocks and boxes inside others are indented by steps of four spaces."""
    found: list[Problem] = []
    for number, line in prose_lines(page):
        match = _LIST_ITEM.match(line) or re.match(r"(?P<indent> *)(?:!!!|\?\?\?|===) ", line)
        if match and len(match["indent"]) % 4:
            text = f"前面有 {len(match['indent'])} 个空格，层次会错；每深一层缩进四个空格"
            found.append(problem("MD-2", page, number, text))
    for number, line in prose_lines(page):
        indent = len(line) - len(line.lstrip(" "))
        # The second line of a paragraph may stand anywhere; one after an empty line belongs where its indentation says.
        if (
            indent % 4
            and not page.lines[number - 2].strip()
            and not _LIST_ITEM.match(line)
            and not re.match(r" *(?:!!!|\?\?\?|===) ", line)
        ):
            text = f"前面有 {indent} 个空格，不属于上面的列表项；要接着它就缩进四个空格，不然顶格写"
            found.append(problem("MD-2", page, number, text))
    for fence in page.fences:
        line = page.lines[fence.line - 1]
        if (indent := len(line) - len(line.lstrip(" "))) % 4:
            text = f"代码块前面有 {indent} 个空格，会打断列表；缩进四的倍数个空格，和所属的列表项对齐"
            found.append(problem("MD-2", page, fence.line, text))
    return found


def md_3(page: PageSource) -> list[Problem]:
    """Require that a box is of a kind that there is, and holds something."""
    found: list[Problem] = []
    lines = page.lines
    for number, line in prose_lines(page):
        match = _BOX.fullmatch(split_attributes(line)[0])
        if match is None:
            continue
        if match["kind"] not in _BOXES:
            near = get_close_matches(match["kind"], _BOXES, n=1)
            remedy = f"是不是 {near[0]}" if near else f"可用的：{'、'.join(_BOXES)}"
            found.append(problem("MD-3", page, number, f"没有 {match['kind']} 这种提示框；{remedy}"))
        if not re.fullmatch(r'(?:\s+".+")?\s*', match["rest"]):
            text = f'提示框的标题要在英文双引号里；写成 {match["mark"]} {match["kind"]} "标题"'
            found.append(problem("MD-3", page, number, text))
        indent = len(line) - len(line.lstrip())
        body = next((text for text in lines[number:] if text.strip()), "")
        if len(body.expandtabs(4)) - len(body.expandtabs(4).lstrip()) < indent + 4:
            text = "提示框是空的；内容写在下面，比它多缩进四个空格"
            # SHAPE-3 and SHAPE-6 say it of the two boxes that they ask for.
            if match["kind"] not in {"abstract", "question"}:
                found.append(problem("MD-3", page, number, text))
    return found


def md_4(page: PageSource) -> list[Problem]:
    """Require that every row of a table has as many cells as its head, and that cells are parted by ``|``."""
    found: list[Problem] = []
    for filled, run in groupby(prose_lines(page), key=lambda item: without_code(item[1]).lstrip().startswith("|")):
        rows = list(run)
        if not filled:
            found += [
                problem("MD-4", page, number, "表格的竖线是全角的；改成半角 |")
                for number, line in rows
                if without_code(line).lstrip().startswith("｜")
            ]
            found += [
                problem("MD-4", page, number, "表格的行没有以 | 开头，少一格也看不出来；每一行前后都写 |")
                for number, line in rows
                if re.fullmatch(r"\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)+\|?\s*", line)
            ]
            continue
        found += _row_problems(page, rows)
    return found


def _row_problems(page: PageSource, rows: list[tuple[int, str]]) -> Iterator[Problem]:
    (first, head), *rest = rows
    # Lines that other lines part: a table goes on only in the line that follows.
    for (before, _), (number, _) in zip(rows, rest, strict=False):
        if number != before + 1:
            yield from _row_problems(page, [row for row in rows if row[0] < number])
            yield from _row_problems(page, [row for row in rows if row[0] >= number])
            return
    columns = _count_cells(head)
    if not rest or not re.fullmatch(r"\s*\|?(?:\s*:?-+:?\s*\|)*\s*:?-*:?\s*", rest[0][1]):
        yield problem(
            "MD-4", page, first, f"表格的第二行要是分隔行；在表头下面写 {'|---' * columns}|，行与行之间不空行"
        )
        return
    if re.search(r":-|-:", rest[0][1]):
        yield problem("MD-4", page, rest[0][0], "表格里不写对齐，样式只在样式表里；去掉冒号，写成 |---|")
        return
    for number, line in rest:
        if (count := _count_cells(line)) != columns:
            text = f"这一行有 {count} 格，表头有 {columns} 格；补齐或删去，格子里的竖线写成 \\|"
            yield problem("MD-4", page, number, text)
    for number, line in rows:
        if match := re.search("[｜¦]", without_code(line)):
            yield problem(
                "MD-4", page, number, f"格子里有“{match[0]}”，像分隔格子的竖线；分格用 |，说的是竖线就写成 `\\|`"
            )


def _count_cells(line: str) -> int:
    """Return the number of cells of a row of a table, as Python-Markdown parts them: not at escaped bars, not in code."""
    bare = re.sub(r"\\.", "  ", without_code(line)).strip()
    return bare.removeprefix("|").removesuffix("|").count("|") + 1


def md_5(page: PageSource) -> list[Problem]:
    """Report paragraphs that their indentation makes code."""
    text = "这一段缩进太多，成了代码块；去掉多余的空格或制表符，代码写在 ``` 之间"
    return [
        problem("MD-5", page, _line_of(page, "".join(element.itertext()), 0), text)
        for element in render_tree(page).iter("pre")
    ]


def md_6(page: PageSource) -> list[Problem]:
    """Report braces in the text that Python-Markdown takes for attributes: the text is lost."""
    names = {name for element in render_tree(page).iter() for name in element.attrib} - _ATTRIBUTES
    names = {name for name in names if not is_active(name)}  # HTML-2 reports those
    found: list[Problem] = [
        problem("MD-6", page, number, "模板的写法没有打开；删掉它，说的是它本身就放进反引号")
        for number, line in prose_lines(page)
        if _TEMPLATE.search(without_code(line))
    ]
    template = {item.line for item in found}
    for name in sorted(names):
        # Characters that an attribute's name cannot have are underscores in the tree.
        lines = (
            number for number, line in prose_lines(page) if name in re.sub(r"[^{\w-]", "_", line).partition("{")[2]
        )
        line = next(lines, 1)
        # What an attribute list takes of a template may end on another line.
        if template and (line in template or name == "_"):
            continue
        text = f"花括号里的“{name}”被当成属性，读者看不到它；花括号放进反引号"
        found.append(problem("MD-6", page, line, text))
    return found


def md_7(handbook: Handbook) -> list[Problem]:
    """Require of a class that something knows it: a misspelt `.no-term` leaves the link where it was."""
    styles = "\n".join(text for name, text in handbook.texts.items() if name.endswith(".css"))
    known = {"no-term", "no-terms", *re.findall(r"\.(-?[A-Za-z_][\w-]*)", styles)}
    found: list[Problem] = []
    for page in handbook.pages:
        for number, line in prose_lines(page):
            for attributes in re.findall(r"\{:?\s*([#.][^{}]*)\}", without_code(line)):
                for name in re.findall(r"(?:^|\s)\.([\w-]+)", attributes):
                    if name not in known:
                        near = get_close_matches(name, sorted(known), n=1, cutoff=0.75)
                        remedy = f"是不是 .{near[0]}" if near else "删掉它，样式先写进 docs/assets/stylesheets/"
                        found.append(problem("MD-7", page, number, f"没有 .{name} 这个类，写了不起作用；{remedy}"))
    return found


def _texts(element: Element) -> Iterator[tuple[Element, str]]:
    """Yield each element outside code with its own text, line by line as it was written; what is kept aside is a blank."""
    if element.tag in _CODE:
        return
    parts = [element.text or ""]
    for child in element:
        yield from _texts(child)
        parts += ["\x00" if child.tag != "br" else "\n", child.tail or ""]
    text = STASHED.sub("\x00", "".join(parts))
    if text.strip():
        yield element, text


def _line_of(page: PageSource, text: str, place: int) -> int:
    """Return the line of the page where the piece of ``text`` at ``place`` was written; 1 when it is not found.

    The piece is what stands around the place, up to something that is not plain text on both sides.
    """
    start = max(text.rfind("\n", 0, place), text.rfind("\x00", 0, place)) + 1
    ends = [end for mark in "\n\x00" if (end := text.find(mark, place)) >= 0]
    piece = text[start : min(ends, default=len(text))].strip()
    for length in (len(piece), 24, 8):
        for number, line in enumerate(page.prose, start=1):
            if piece[:length] in line:
                return number
    return 1
