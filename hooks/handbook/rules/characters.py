"""Rules about characters that look like others: commands with them fail, text with them is not found by search.

They look at pages, data and the files of examples alike: all of it is read, copied and searched.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from handbook.page_source import CODE_SPAN, PageSource
from handbook.rules.model import Handbook, Problem, problem, prose_lines
from handbook.rules.text import is_sample, without_chinese_text

# Tab, line feed and carriage return are what a text file has; the others nobody sees, and some end a string.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
# Letters of other scripts and mathematical signs that look like ASCII, and what is meant.
_ALIKE = dict(
    zip(
        "АВЕКМНОРСТУХЅІЈаеорсухіјѕԁӏΑΒΕΖΗΙΚΜΝΟΡΤΥΧακιονρυ∣∕⁄∶∗‐‑‒―′″ˋ´‚ﬀﬁﬂ",
        "ABEKMHOPCTYXSIJaeopcyxijsdlABEZHIKMNOPTYXakiovpu|//:*----'\"`',ﬀﬁﬂ",
        strict=True,
    )
)
_FOREIGN = re.compile(
    "[\u0370-\u03ff\u0400-\u052f\u2010-\u2012\u2015\u2032-\u2037\u2044\u2215\u2217\u2223\u2236\u02cb\u00b4\u201a\ufb00-\ufb06\U0001d400-\U0001d7ff]"
)
_GREEK = re.compile("[\u0370-\u03ff]")
# What word processors and blogs make of - in a command; curly quotes are CHAR-2's.
_DRESSED = re.compile("[\u2013\u2014\u2212]")
_PLAIN_LANGUAGES = {"text", "mermaid", "markdown", "md"}


def char_3(handbook: Handbook) -> list[Problem]:
    """Report control characters in pages, data and examples."""
    return [
        Problem(name, number, "CHAR-3", f"有控制字符 U+{ord(char):04X}；删掉它，多半是从终端或 PDF 复制来的")
        for name, text in handbook.texts.items()
        if _CONTROL.search(text)
        for number, line in enumerate(text.split("\n"), start=1)
        for char in sorted(set(_CONTROL.findall(line)))
    ]


def char_4(handbook: Handbook) -> list[Problem]:
    """Report letters of other scripts and mathematical signs that look like ASCII."""
    return [
        Problem(name, number, "CHAR-4", text)
        for name, source in handbook.texts.items()
        if _FOREIGN.search(source)
        for number, line in enumerate(source.split("\n"), start=1)
        for text in _foreign(line)
    ]


def _foreign(line: str) -> Iterator[str]:
    for match in _FOREIGN.finditer(line):
        char = match[0]
        # α as a symbol in a Chinese sentence is what its author meant; inside a word or a command it is not.
        around = line[max(0, match.start() - 1) : match.start()] + line[match.end() : match.end() + 1]
        if _GREEK.match(char) and not re.search(r"[\w.-]", re.sub(r"[\u3400-\u9fff\u0370-\u03ff]", "", around)):
            continue
        meant = _ALIKE.get(char, unicodedata.normalize("NFKC", char))
        remedy = f"改成键盘上的“{meant}”" if meant != char and meant.isascii() else "改成键盘上的字母"
        yield f"“{char}”（U+{ord(char):04X}，{unicodedata.name(char, '')}）看着像英文字符，其实不是；{remedy}"


def char_5(page: PageSource) -> list[Problem]:
    """Report dashes and quotes in commands that a word processor made."""
    found: list[Problem] = []
    for fence in page.fences:
        if fence.language not in _PLAIN_LANGUAGES and not is_sample(fence):
            for number, line in enumerate(fence.body, start=fence.line + 1):
                found += [problem("CHAR-5", page, number, text) for text in _dressed(line, fence.language)]
    for number, line in prose_lines(page):
        for match in CODE_SPAN.finditer(line):
            found += [problem("CHAR-5", page, number, text) for text in _dressed(match["code"], "")]
    return found


def _dressed(line: str, language: str) -> Iterator[str]:
    # A dash between Chinese words is punctuation.
    bare = re.sub(r"[\u3400-\u9fff]\s*——?\s*[\u3400-\u9fff]", "", without_chinese_text(line, language))
    for char in dict.fromkeys(_DRESSED.findall(bare)):
        yield f"代码里的“{char}”（U+{ord(char):04X}）不是减号；改成键盘上的 -，长选项写两个 --"
