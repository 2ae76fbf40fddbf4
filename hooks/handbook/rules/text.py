"""Rules about characters, code blocks, links and spacing."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator

import autocorrect_py

from handbook.page_source import CODE_SPAN, Fence, PageSource
from handbook.rules.model import Problem, problem, prose_lines, without_code

# Radicals without a Unicode decomposition that OCR and PDF copies leave behind, and what is meant.
_RADICALS = dict(
    zip(
        "⺎⺟⺠⻁⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻨⻩⻬⻮⻰⻳",
        "兀母民虎西见角贝车长门青韦页风飞食马骨鬼鱼鸟麦黄齐齿龙龟",
        strict=True,
    )
)
_INVISIBLE = re.compile("[\u00a0\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff\ufffd]")
_LOOKALIKE = re.compile("[\u2e80-\u2fdf\uf900-\ufaff\U0002f800-\U0002fa1f]")

# Full-width letters, digits and operators and the ideographic space have no place in code, not even in comments.
_NEVER_IN_CODE = re.compile("[\u3000＂-＇＊＋－-／０-９＜-＞＠-｝]|[＃-＆]")
_PUNCTUATION = "，。；：！？（）、"
_QUOTES = "“”‘’"
_HAN = r"[\u3400-\u9fff]"
_COMMENTS = {"sql": r"--|#", "c": r"//|/\*", "javascript": r"//", "go": r"//", "ini": r"[;#]"}
_TEXT_LANGUAGES = {"text", "mermaid"}
_SAMPLE_LANGUAGES = {"markdown", "md"}

# A link's address has brackets of its own; `a)` counts the items of a sentence.
_BRACKET = re.compile(r"\]\([^()]*(?:\([^()]*\)[^()]*)*\)|(?<![A-Za-z0-9])[A-Za-z0-9]{1,2}[)）](?=\s)|[（）()]")
_UNWRITTEN = re.compile(
    r"(?<![A-Za-z_-])(?:TODO|FIXME|TBD|XXX|xxx)(?![A-Za-z_-])|待补充?(?![\u3400-\u9fff])|待(?:完善|续写|补全)|此处省略|未完待续|lorem ipsum",
    re.IGNORECASE,
)

_SPACING_ONLY = {
    "fullwidth": 0, "halfwidth-word": 0, "halfwidth-punctuation": 0, "no-space-fullwidth": 0,
    "no-space-fullwidth-quote": 0, "space-backticks": 0, "space-bracket": 0, "space-dash": 0, "space-dollar": 0,
    "space-punctuation": 0, "space-word": 1, "spellcheck": 0,
}  # fmt: skip


def char_1(page: PageSource) -> list[Problem]:
    """No look-alike characters (Kangxi radicals, compatibility ideographs) and no invisible ones."""
    found: list[Problem] = []
    samples = {n for fence in page.fences if is_sample(fence) for n in range(fence.line, fence.end + 1)}
    for number, line in enumerate(page.lines, start=1):
        if number in samples:
            continue
        for char in _LOOKALIKE.findall(line):
            meant = _RADICALS.get(char, unicodedata.normalize("NFKC", char))
            if meant != char or char < "\u3000":
                remedy = f"改成“{meant}”" if meant != char else "改成普通的汉字"
                found.append(problem("CHAR-1", page, number, f"“{char}”（U+{ord(char):04X}）不是普通汉字；{remedy}"))
        if line.startswith("\u3000"):
            found.append(problem("CHAR-1", page, number, "行首有全角空格；删掉，段落之间空一行就够"))
        for char in _INVISIBLE.findall(line):
            found.append(problem("CHAR-1", page, number, f"有看不见的字符 U+{ord(char):04X}；删掉或改成普通空格"))
    return found


def char_2(page: PageSource) -> list[Problem]:
    """No full-width letters, digits, operators or spaces in code; Chinese punctuation only in Chinese text there."""
    found: list[Problem] = []
    for fence in page.fences:
        if not is_sample(fence):
            for number, line in enumerate(fence.body, start=fence.line + 1):
                found += [problem("CHAR-2", page, number, text) for text in _wide_characters(line, fence.language)]
    for number, line in prose_lines(page):
        for match in CODE_SPAN.finditer(line):
            found += [problem("CHAR-2", page, number, text) for text in _wide_characters(match["code"], "")]
    return found


def code_1(page: PageSource) -> list[Problem]:
    """Require that every fence names its language; ``load_handbook`` reports one that is not closed."""
    text = "代码块没写语言；在 ``` 后面写 bash、text、console、nft、yaml、python……"
    return [problem("CODE-1", page, fence.line, text) for fence in page.fences if not fence.language]


def link_1(page: PageSource) -> list[Problem]:
    """Links to other sites use https and have a text; no bare addresses; nothing that the build does not follow."""
    found: list[Problem] = []
    defined = {
        match[1].casefold() for _, line in prose_lines(page) if (match := re.match(r" {0,3}\[([^\]]+)\]:", line))
    }
    for number, line in prose_lines(page):
        text = without_code(line)
        if re.search(r"(?:\]\(|\]:\s*|<|=\")http://", text):
            found.append(problem("LINK-1", page, number, "链接用了 http；改成 https，确实没有 https 就换一个来源"))
        if re.search(r"(?<![\w/.@:(<\[-])www\.[\w-]+\.\w", text):
            found.append(problem("LINK-1", page, number, "有裸网址；写成 [标题](https://…)，举例用的网址放进反引号"))
        if re.search(r"(?<![(<\"=])\bhttps?://", re.sub(r"^\s*\[[^\]]+\]:\s+\S+", "", text)):
            found.append(problem("LINK-1", page, number, "有裸网址；写成 [标题](网址)，举例用的网址放进反引号"))
        if re.search(r"<(?:a|img)\s[^>]*\b(?:href|src)=", text, re.IGNORECASE):
            problem_text = "构建不检查 HTML 写的链接和图片；写成 [标题](页面.md#小节) 或 ![说明](图片)"
            found.append(problem("LINK-1", page, number, problem_text))
        for name in re.findall(r"\[[^\]]+\]\[([^\]]+)\]|(?<!\])\[(\^[^\]]+)\](?!:)", text):
            if (label := name[0] or name[1]).casefold() not in defined:
                problem_text = f"没有“[{label}]: …”这一行，读者会看到方括号；补上它，或写成 [标题](页面.md#小节)"
                found.append(problem("LINK-1", page, number, problem_text))
    return [*found, *_unused_notes(page)]


def _unused_notes(page: PageSource) -> Iterator[Problem]:
    """Yield the footnotes that nothing refers to: they stand at the end of the page without a way there."""
    text = "\n".join(without_code(line) for _, line in prose_lines(page))
    used = {label.casefold() for label in re.findall(r"\[(\^[^\]]+)\](?!:)", text)}
    for number, line in prose_lines(page):
        if (match := re.match(r" {0,3}\[(\^[^\]]+)\]:", line)) and match[1].casefold() not in used:
            yield problem(
                "LINK-1", page, number, f"没有地方用到脚注 [{match[1]}]；在正文里写 [{match[1]}]，或删掉这一行"
            )


def typo_2(page: PageSource) -> list[Problem]:
    """Require that a bracket is closed by one of its own width."""
    found: list[Problem] = []
    waiting: list[str] = []
    for number, line in enumerate(page.prose, start=1):
        if not line.strip():
            waiting = []
        for match in _BRACKET.finditer(without_code(line)):
            char = match[0]
            if char in "（(":
                waiting.append(char)
            elif char in "）)" and waiting and (opened := waiting.pop()) + char not in {"（）", "()"}:
                around = line[max(0, match.start() - 6) : match.end()].strip()
                text = f"“{around}”的括号一半全角一半半角；前面是 {opened}，中文里都用（），命令和英文里都用 ()"
                found.append(problem("TYPO-2", page, number, text))
    return found


def draft_1(page: PageSource) -> list[Problem]:
    """Report what somebody meant to write later."""
    return [
        problem("DRAFT-1", page, number, f"“{match[0]}”是还没写完的地方；写完它，或删掉")
        for number, line in prose_lines(page)
        for match in _UNWRITTEN.finditer(without_code(line))
    ]


def typo_1(page: PageSource) -> list[Problem]:
    """Require a space between Han characters and Latin letters, digits or code spans."""
    found = []
    for number, line in spaced_lines(page):
        for col, old, new in _lint_spacing(line):
            place = next((i for i, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), 0)
            text = f"“{line[max(0, col + place - 6) : col + place + 6].strip()}”里汉字和英文、数字、代码之间少空格；运行 make fix，或手工加上"
            found.append(problem("TYPO-1", page, number, text))
    return found


def spaced_lines(page: PageSource) -> Iterator[tuple[int, str]]:
    """Yield the lines that TYPO-1 looks at, with their numbers: front matter and prose, not fences."""
    fenced = {number for fence in page.fences for number in range(fence.line, fence.end + 1)}
    return ((number, line) for number, line in enumerate(page.lines, start=1) if number not in fenced)


def add_spaces(line: str) -> str:
    """Return a line of prose with the spaces that TYPO-1 asks for."""
    for col, old, new in reversed(_lint_spacing(line)):
        line = line[:col] + _insert_spaces(line[col:], old, new)
    return line


def _lint_spacing(line: str) -> list[tuple[int, str, str]]:
    """Return the column (from 0) of each stretch with spaces missing, what stands there (masked), what should."""
    # AutoCorrect keeps its settings for the whole process, and its stub forgets the function that sets them.
    autocorrect_py.load_config(json.dumps({"rules": _SPACING_ONLY}))  # type: ignore[attr-defined]
    masked = _spaced_text(line)
    indent = len(line) - len(line.lstrip())
    return [(indent + r.col - 1, r.old, r.new) for r in autocorrect_py.lint_for(masked, "markdown").lines]


def _insert_spaces(line: str, old: str, new: str) -> str:
    """Return ``line`` (which begins where ``old`` stood in the masked text) with the spaces that ``new`` has more."""
    made: list[str] = []
    place = 0
    for char in new:
        if place < len(old) and char == old[place]:
            made.append(line[place])
            place += 1
        elif char == " ":
            made.append(" ")
        else:
            return line
    return "".join(made) + line[place:]


def _spaced_text(line: str) -> str:
    """Return the line for the spacing check: no indentation (it would be code), comments blank, code as letters."""
    text = re.sub(r"<!--.*?-->", lambda found: " " * len(found[0]), line)
    return CODE_SPAN.sub(lambda found: "a" * len(found[0]), text).lstrip()


def is_sample(fence: Fence) -> bool:
    """Say whether a fence shows Markdown source, such as the wrong halves of ❌/✅ pairs."""
    return fence.language in _SAMPLE_LANGUAGES


def _wide_characters(line: str, language: str) -> Iterator[str]:
    for char in _NEVER_IN_CODE.findall(line):
        yield f"代码里有全角字符“{char}”（U+{ord(char):04X}）；改成半角“{unicodedata.normalize('NFKC', char)}”"
    if language in _TEXT_LANGUAGES:
        return
    bare = without_chinese_text(line, language)
    for match in re.finditer(f"[{_PUNCTUATION}{_QUOTES}]", bare):
        neighbours = bare[max(0, match.start() - 1) : match.start()] + bare[match.end() : match.end() + 1]
        if match[0] in _QUOTES or not re.search(f"{_HAN}|[{_PUNCTUATION}]", neighbours):
            yield f"代码里有全角标点“{match[0]}”；改成半角，中文标点只放在注释和中文字符串里"


def without_chinese_text(line: str, language: str) -> str:
    """Return a line of code without its comment and without quoted strings that hold Chinese."""
    comment = rf"(?:^|(?<=\s))(?:{_COMMENTS.get(language, '#')}).*$"
    strings = rf"\"[^\"]*{_HAN}[^\"]*\"|'[^']*{_HAN}[^']*'"
    return re.sub(rf"{strings}|{comment}", " ", line)
