"""Rules about HTML in pages: what is left open swallows the Markdown after it, and what runs or loads has no place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbook.page_source import PageSource
from handbook.rules.model import Problem, problem
from handbook.rules.rendered import render_tree

_TAG = re.compile(
    r"<(?P<end>/?)(?P<name>[a-z][a-z0-9]*)(?=[\s/>])(?P<rest>(?:\"[^\"]*\"|'[^']*'|[^<>\"'])*)>?", re.IGNORECASE
)
_ATTRIBUTE = re.compile(
    r"(?<=[\s/\"'])(?P<name>[a-z][\w:-]*)(?=\s*=|[\s/]|$)(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s\"'>]+))?", re.IGNORECASE
)
_COMMENT_OR_CODE = re.compile(r"<!--.*?-->|(?P<ticks>`+)(?!`)[^\n]*?(?<!`)(?P=ticks)(?!`)", re.DOTALL)
_CODE = re.compile(r"(?P<ticks>`+)(?!`)[^\n]*?(?<!`)(?P=ticks)(?!`)")
_NO_END = {"br", "hr", "img", "wbr"}
# What Markdown has no notation for. Everything else either has one or runs, loads or moves something.
_TAGS = {
    *("a", "abbr", "b", "bdi", "cite", "code", "dd", "del", "details", "div", "dl", "dt", "em", "figcaption", "figure"),
    *("i", "ins", "kbd", "li", "mark", "ol", "p", "q", "s", "samp", "section", "small", "span", "strong", "sub"),
    *("summary", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "u", "ul", "var", *_NO_END),
}
# h1 to h6 are SHAPE-2's.
_HEADINGS = {f"h{level}" for level in range(1, 7)}
_ATTRIBUTES = {
    "alt",
    "class",
    "colspan",
    "dir",
    "height",
    "href",
    "id",
    "lang",
    "markdown",
    "open",
    "role",
    "rowspan",
    "scope",
    "src",
    "tabindex",
    "title",
    "width",
}


def html_1(page: PageSource) -> list[Problem]:
    """Require that every HTML tag is one that pages may use, and is closed, in order."""
    found: list[Problem] = []
    text = _CODE.sub(_blank, "\n".join(page.prose))
    for match in re.finditer(r"<!--.*?(?:-->|\Z)", text, re.DOTALL):
        # A comment that holds the beginning of another ends where the other was meant to.
        if not match[0].endswith("-->") or "<!--" in match[0][4:]:
            line = text.count("\n", 0, match.start()) + 1
            found.append(problem("HTML-1", page, line, "注释没有结束，后面的正文会被吞掉；补上 -->"))
    opened: list[tuple[str, int]] = []
    for number, match in _tags(page):
        name = match["name"].lower()
        if name not in _TAGS | _HEADINGS:
            if not match["end"]:
                text = f"页面里不写 <{name}>；用 Markdown 写，样式和脚本放在 docs/assets/，只是提到它就放进反引号"
                found.append(problem("HTML-1", page, number, text))
        elif not match["end"] and name not in _NO_END:
            opened.append((name, number))
        elif match["end"] and name in _NO_END:
            found.append(problem("HTML-1", page, number, f"<{name}> 没有结束标签；删掉 </{name}>"))
        elif match["end"] and opened and opened[-1][0] == name:
            opened.pop()
        elif match["end"]:
            found.append(problem("HTML-1", page, number, f"</{name}> 没有对应的 <{name}>；删掉，或补上开头"))
    return [*found, *(problem("HTML-1", page, line, _unclosed(name)) for name, line in opened)]


def html_2(page: PageSource) -> list[Problem]:
    """Report attributes that run, load or style something, in HTML and in braces."""
    found = {
        problem("HTML-2", page, number, _forbidden(attribute["name"]))
        for number, match in _tags(page)
        for attribute in _ATTRIBUTE.finditer(match["rest"])
        if match["name"].lower() in _TAGS  # of the others HTML-1 says that they have no place at all
        and not _is_allowed(attribute["name"].lower())
    }
    for element in render_tree(page).iter():
        # Tabs are the only inputs, and the extension makes them.
        for name in element.attrib:
            # MD-4 says it of aligned columns: nobody wrote that style.
            if is_active(name) and element.tag not in {"td", "th"}:
                lines = (
                    n for n, line in enumerate(page.prose, start=1) if re.search(rf"\{{[^}}]*\b{name}\b", line, re.I)
                )
                found.add(problem("HTML-2", page, next(lines, 1), _forbidden(name)))
    return sorted(found)


def is_active(name: str) -> bool:
    """Tell whether an attribute runs, loads or styles something."""
    return name.lower().startswith("on") or name.lower() in {"style", "srcset", "srcdoc", "formaction"}


def _is_allowed(name: str) -> bool:
    return name in _ATTRIBUTES or name.startswith(("aria-", "data-"))


def _forbidden(name: str) -> str:
    return f"页面里不写属性 {name}；删掉，样式用 class 加 docs/assets/stylesheets/，脚本放在 docs/assets/javascripts/"


def _tags(page: PageSource) -> Iterator[tuple[int, re.Match[str]]]:
    """Yield line and match of each tag outside fences, code spans and comments; a tag may go over several lines."""
    bare = _COMMENT_OR_CODE.sub(_blank, "\n".join(page.prose))
    return ((bare.count("\n", 0, match.start()) + 1, match) for match in _TAG.finditer(bare))


def _blank(match: re.Match[str]) -> str:
    """Return spaces in place of a match; its lines stay."""
    return re.sub(r"[^\n]", " ", match[0])


def _unclosed(name: str) -> str:
    return f"<{name}> 没有结束，后面的正文会被吞掉；补上 </{name}>，只是提到它就放进反引号"
