"""The rule about markers: comments that the build replaces, and which a typo would leave as comments nobody sees."""

from __future__ import annotations

import re
from difflib import get_close_matches

from content.handbook import Problem, problem, prose_lines
from page_source import PageSource

# Each marker as its reader wants it (`allow` is the content rules' own) and as an editor writes it.
_FORMS = {
    "allow": (r"\s*<!-- allow: [A-Z]+-\d+ \S.* -->", "allow: 规则编号 理由"),
    "correction": (r"<!-- correction: [a-z0-9-]+ -->", "correction: 勘误的 id"),
    "corrections": (r"<!-- corrections: all -->", "corrections: all"),
    "entry": (r"<!-- entry: [a-z]+(?: [1-9])? -->", "entry: 名称"),
    "example": (r" *<!-- example: [a-z0-9-]+/[a-z0-9-]+ -->", "example: 专题/示例目录"),
    "examples": (r"<!-- examples: table -->", "examples: table"),
    "glossary": (r"<!-- glossary: terms -->", "glossary: terms"),
    "releases": (r"<!-- releases: (?:table|chart|today) -->", "releases: table、chart 或 today"),
}
_COMMENT = re.compile(r"<!--\s*(?P<word>[a-z]+)", re.IGNORECASE)
_CODE_SPAN = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)")


def mark_1(page: PageSource) -> list[Problem]:
    """Require that a comment which looks like a marker is one, on a line of its own, and each example once."""
    found: list[Problem] = []
    seen: dict[str, int] = {}
    for number, line in prose_lines(page):
        match = _COMMENT.search(_CODE_SPAN.sub("", line))
        near = get_close_matches(match["word"].lower(), _FORMS, n=1, cutoff=0.7) if match else []
        if not near:
            continue
        if not any(re.fullmatch(form, line.rstrip()) for form, _ in _FORMS.values()):
            text = f"标记写法不对，读者什么也看不到；顶格单独一行写 <!-- {_FORMS[near[0]][1]} -->"
            found.append(problem("MARK-1", page, number, text))
        elif near[0] == "example" and (first := seen.setdefault(line.strip(), number)) != number:
            found.append(problem("MARK-1", page, number, f"这个示例在第 {first} 行标记过；删掉一处"))
    return found
