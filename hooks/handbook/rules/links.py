"""Rules about where links lead: pages, sections, files and other sites, as Python-Markdown finds them.

MkDocs looks at most of them too, in English, without a line, and when the build is over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches
from posixpath import basename, dirname, join, normpath, relpath
from urllib.parse import unquote

from handbook.corrections.ledger import LEDGER_FILE
from handbook.examples.blocks import shown_examples
from handbook.markers import find_markers
from handbook.page_source import PageSource, heading_ids
from handbook.rules.data import GLOSSARY, entries
from handbook.rules.model import Handbook, Problem, problem, prose_lines, without_code
from handbook.rules.rendered import render_tree
from handbook.rules.shape import section_lines
from handbook.topics import TOPICS

_SCHEME = re.compile(r"(?P<name>[A-Za-z][A-Za-z0-9+.-]*):")
_HTML_ID = re.compile(r"<[a-z][^>]*\bid=[\"']?([\w:.-]+)")


def link_2(handbook: Handbook) -> list[Problem]:
    """Require that links inside the handbook lead to a page or file that is there."""
    found: list[Problem] = []
    for page in handbook.pages:
        for number, target in _local(page):
            path, _, anchor = target.partition("#")
            if mistake := _path_mistake(handbook, page, path, anchor):
                found.append(problem("LINK-2", page, number, mistake))
        found += _without_text_or_target(page)
    return found


def _without_text_or_target(page: PageSource) -> Iterator[Problem]:
    for number, line in prose_lines(page):
        for match in re.finditer(r"(?P<image>!?)\[(?P<text>[^\[\]]*)\]\((?P<target>[^()\s]*)\)", without_code(line)):
            if not match["target"]:
                text = (
                    f"“{match['text']}”没有地址；写成 [标题](页面.md#小节)，图片写成 ![说明](../assets/images/图.svg)"
                )
                yield problem("LINK-2", page, number, f"{'图片' if match['image'] else '链接'}{text}")
            elif (
                not match["image"]
                and not match["text"].strip()
                and not line[match.start("text") : match.end("text")].strip()
            ):
                text = f"链接 {match['target']} 没有字，读者看不到它；方括号里写上它通向什么"
                yield problem("LINK-2", page, number, text)


def _path_mistake(handbook: Handbook, page: PageSource, path: str, anchor: str) -> str:
    """Return what is wrong with the path of a link; empty when it leads somewhere, or nowhere but to this page."""
    if not path:
        return ""
    if path.startswith("/"):
        return f"链接 {path} 以 / 开头，换了地方就打不开；写相对路径{_suggest(handbook, page, path, anchor)}"
    if "\\" in path:
        return f"链接 {path} 里有反斜杠；改成 /{_suggest(handbook, page, path.replace(chr(92), '/'), anchor)}"
    target = normpath(join(dirname(page.path), path))
    if not path.endswith("/") and (handbook.root / "docs" / target).is_file():
        return ""
    shown = f"docs/{target}" if not target.startswith("..") else path
    remedy = _suggest(handbook, page, path, anchor)
    return f"链接指向 {shown}，没有这个文件；改正路径{remedy}，或者先建这一页"


def _suggest(handbook: Handbook, page: PageSource, path: str, anchor: str) -> str:
    """Return ``，是不是 …`` with the page that was meant, relative to the one that links; empty without an idea."""
    pages = [other.path for other in handbook.pages]
    target = normpath(join(dirname(page.path), path)).lstrip("/")
    wanted = target if target.endswith(".md") else f"{target}.md"
    index = f"{target}/index.md"
    having = [other.path for other in handbook.pages if anchor and anchor in heading_ids(other.prose)]
    # The same name in another case or folder is more likely than a similar name. A page that was renamed keeps its sections.
    for same in (
        [known for known in pages if known.lower() == wanted.lower()],
        [known for known in pages if known.lower() == index.lower()],
        [known for known in pages if basename(known).lower() == basename(wanted).lower()],
        having if len(having) == 1 else [],
        get_close_matches(wanted, pages, n=1, cutoff=0.75),
        get_close_matches(basename(wanted), sorted({basename(known) for known in pages}), n=1, cutoff=0.75),
    ):
        if same:
            meant = next((known for known in pages if known == same[0] or known.endswith("/" + same[0])), same[0])
            return f"，是不是 {relpath(meant, dirname(page.path) or '.')}"
    return ""


def link_3(handbook: Handbook) -> list[Problem]:
    """Require that links into a page lead to a section that is there."""
    by_path = {page.path: page for page in handbook.pages}
    listed = _listed_ids(handbook)
    known = {
        page.path: page_ids(page).union(*(listed[name] for name in _lists(page)))
        for page in handbook.pages
        if _lists(page) <= listed.keys()
    }
    found: list[Problem] = []
    for page in handbook.pages:
        for number, target in _local(page):
            path, _, anchor = target.partition("#")
            other = by_path.get(normpath(join(dirname(page.path), path))) if path else page
            ids = known.get(other.path) if other else None
            if other and anchor and ids is not None and (anchor := unquote(anchor)) not in ids:
                near = get_close_matches(anchor, sorted(ids), n=1)
                remedy = f"，是不是 #{near[0]}" if near else "，看那一页标题后面的 {#…}"
                text = f"docs/{other.path} 里没有 #{anchor} 这一节；改正小节名{remedy}"
                found.append(problem("LINK-3", page, number, text))
    return found


def link_4(page: PageSource) -> list[Problem]:
    """Require that what a page shows lies in the handbook: it is read where there is no network."""
    text = "来自别的网站，离线看不到，还会告诉那个网站谁在读；存到 docs/assets/images/ 再引用"
    return [
        problem("LINK-4", page, _line_of(page, src), f"图片 {src} {text}")
        for element in render_tree(page).iter("img")
        if is_foreign(src := element.get("src", ""))
    ]


def is_foreign(src: str) -> bool:
    """Tell whether the address of an image is not that of a file of the handbook."""
    return bool(re.match(r"(?:[A-Za-z][A-Za-z0-9+.-]*:)?//|data:", src))


def link_5(page: PageSource) -> list[Problem]:
    """Require of links to other places that they begin with ``https://``."""
    found: list[Problem] = []
    for number, target in _links(page):
        match = _SCHEME.match(target)
        if match and match["name"] not in {"https", "http"}:
            if match["name"].lower() in {"http", "https"}:
                text = f"链接 {target} 的开头有大写；写成小写的 https://"
            else:
                text = f"链接不能以 {match['name']}: 开头；只用 https:// 和站内的相对路径"
            found.append(problem("LINK-5", page, number, text))
        elif target.startswith("//"):
            found.append(problem("LINK-5", page, number, f"链接 {target} 没写协议；写成 https:{target}"))
        elif target.lower().startswith("www."):
            found.append(
                problem("LINK-5", page, number, f"链接 {target} 没写协议，会当成站内的文件；写成 https://{target}")
            )
    return found


def link_6(page: PageSource) -> list[Problem]:
    """Require that a page of a topic names other sites only where readers look for sources."""
    if page.topic not in TOPICS:
        return []
    allowed = {number for number, _ in section_lines(page, "further-reading")}
    text = "正文里有站外链接；移到“延伸阅读”或勘误的证据里，正文写结论。确有必要，前一行写明理由"
    return [
        problem("LINK-6", page, number, text)
        for number, target in _links(page)
        if re.match(r"https?://", target) and number not in allowed
    ]


def page_ids(page: PageSource) -> set[str]:
    """Return the anchors that a page has: headings, attributes, HTML, boxes of corrections, proofs of examples."""
    return {
        *(identifier for element in render_tree(page).iter() if (identifier := element.get("id"))),
        *(marker.rest for _, marker in find_markers(page.prose) if marker.name == "correction"),
        *("example-" + name.replace("/", "--") for name in shown_examples(page)),
        *_HTML_ID.findall("\n".join(page.prose)),
    }


def _lists(page: PageSource) -> set[str]:
    """Return the lists that the build fills in on a page: they have anchors that the source does not show."""
    return {marker.name for _, marker in find_markers(page.prose) if marker.name.startswith("list: ")}


def _listed_ids(handbook: Handbook) -> dict[str, set[str]]:
    """Return the anchors that come with a list, by its marker; those of the others only the build knows."""
    named = {
        marker: {str(entry.get("id")) for _, entry in entries(handbook.root, file)}
        for marker, file in (("list: terms", GLOSSARY), ("list: corrections", LEDGER_FILE))
    }
    named["list: corrections"] |= set(TOPICS)
    folders = (path.parent for path in (handbook.root / "examples").glob("*/*/example.yml"))
    named["list: examples"] = {f"{folder.parent.name}--{folder.name}" for folder in folders}
    return named


def _local(page: PageSource) -> Iterator[tuple[int, str]]:
    """Yield line and target of the links and images of a page that lead to places inside the handbook."""
    return (
        (number, target)
        for number, target in [*_links(page), *_images(page)]
        if not _SCHEME.match(target) and not target.startswith("//") and not target.lower().startswith("www.")
    )


def _links(page: PageSource) -> Iterator[tuple[int, str]]:
    # Footnotes link back and forth; nobody wrote those.
    return (
        (_line_of(page, target), target)
        for element in render_tree(page).iter("a")
        if (target := element.get("href", "")) and not element.get("class", "").startswith("footnote-")
    )


def _images(page: PageSource) -> Iterator[tuple[int, str]]:
    return ((_line_of(page, src), src) for element in render_tree(page).iter("img") if (src := element.get("src")))


def _line_of(page: PageSource, target: str) -> int:
    """Return the line where a target stands as that of a link, or at all; 1 when it is written in another way."""
    quoted = re.escape(target)
    for form in (rf"\(\s*<?{quoted}[\s>)]|\]:\s*<?{quoted}(?=[\s>]|$)|<{quoted}>", quoted, re.escape(unquote(target))):
        for number, line in prose_lines(page):
            if re.search(form, line):
                return number
    return 1
