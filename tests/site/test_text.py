"""Every page as text and as Markdown: nothing of it is missing, lines fit 80 columns, and its links lead somewhere."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from handbook.text.wrap import COLUMNS, width
from support.require import require
from support.site_build import ROOT

FENCE = re.compile(r"\s*(```+)")
# What is copied whole has no place to break: an address, a path, a command without spaces.
ONE_PIECE = re.compile(r"\s*(?:- |\d+\. |\[\d+\] )?\S+")
LISTED = re.compile(r"(?:^ +\[\d+\] |^ *- .*  |^ {2,})((?:[\w.-]+/)*[\w.-]+\.txt)(?:#(\S+))?$", re.MULTILINE)
MARKDOWN_LINK = re.compile(r"\]\(((?:\.\./)*(?:[\w.-]+/)*[\w.-]+\.md)(?:#([^)]+))?\)")


@pytest.fixture(scope="module")
def articles(built_site: Path) -> dict[str, BeautifulSoup]:
    """Return the article of each page by its folder, without the permalinks of its headings."""
    found = {}
    for path in built_site.rglob("index.html"):
        html = re.search(r"<article\b.*</article>", path.read_text(encoding="utf-8"), re.DOTALL)
        assert html
        article = BeautifulSoup(html[0], "html.parser")
        for element in article.select(".headerlink, .wrong, .diagram-drawing"):
            element.decompose()
        found[path.parent.relative_to(built_site).as_posix()] = article
    assert len(found) > 100
    return found


def _file(site: Path, folder: str, end: str) -> Path:
    """Return the file beside the page of a folder: iptables/nat.txt beside iptables/nat/."""
    return site / f"{'index' if folder == '.' else folder}{end}"


def _files(site: Path, end: str) -> list[Path]:
    """Return that file of every page."""
    return [_file(site, path.parent.relative_to(site).as_posix(), end) for path in site.rglob("index.html")]


@pytest.mark.parametrize("end", [".txt", ".md"])
def test_every_heading_and_every_line_of_code_is_there(
    built_site: Path, articles: dict[str, BeautifulSoup], end: str
) -> None:
    missing = []
    lines = headings = 0
    for folder, article in articles.items():
        text = _file(built_site, folder, end).read_text(encoding="utf-8")
        solid = _solid(text)
        for heading in article.select("h1, h2, h3, h4"):
            headings += 1
            if _solid(heading.get_text()) not in solid:
                missing.append(f"{folder}: {heading.get_text()}")
        for code in article.select("pre > code"):
            for line in code.get_text().splitlines():
                lines += 1
                if line not in text:
                    missing.append(f"{folder}: {line}")
    assert headings > 2000
    assert lines > 10000
    assert missing == []


def _solid(text: str) -> str:
    """Return a text without white space, and without what Markdown puts before and around a word."""
    return re.sub(r"[\s`*\\]|&lt;|<", "", text)


def test_prose_fits_a_terminal_and_marks_stand_where_they_may(built_site: Path) -> None:
    too_long, misplaced = [], []
    count = 0
    for path in [*_files(built_site, ".txt"), built_site / "book.txt"]:
        for line in _prose(path.read_text(encoding="utf-8")):
            count += 1
            if width(line) > COLUMNS and not ONE_PIECE.fullmatch(line):
                too_long.append(f"{path.relative_to(built_site)}: {line}")
            if re.match(r"\s*[，。；：、！？）》」』】”]", line):
                misplaced.append(f"{path.relative_to(built_site)}: {line}")
    assert count > 20000
    assert too_long == []
    assert misplaced == []


def _prose(text: str) -> Iterator[str]:
    """Yield the lines outside fences."""
    fence = ""
    for line in text.splitlines():
        match = FENCE.match(line)
        if match and not fence:
            fence = match[1]
        elif fence:
            fence = "" if line.strip() == fence else fence
        else:
            yield line


def test_there_is_no_html_and_nothing_that_moves_the_cursor(built_site: Path) -> None:
    for path in _files(built_site, ".txt"):
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f]", re.sub(r"\t", "", text)), path
        assert not re.search(r"</?(?:p|div|span|code|a|li|td|strong)[ >]", "\n".join(_prose(text)).replace("`", "")), (
            path
        )


def test_links_lead_to_a_section_of_a_text_that_is_there(built_site: Path) -> None:
    count, lost = 0, []
    texts: dict[str, str] = {}
    for path in _files(built_site, ".txt"):
        for match in LISTED.finditer(path.read_text(encoding="utf-8")):
            count += 1
            target = built_site / match[1]
            if match[1] not in texts:
                texts[match[1]] = target.read_text(encoding="utf-8") if target.is_file() else ""
            if not texts[match[1]]:
                lost.append(f"{path.relative_to(built_site)}: {match[0]}")
    assert count > 3000
    assert lost == []


def test_links_of_markdown_lead_to_a_file_that_is_there(built_site: Path) -> None:
    count, lost = 0, []
    for path in _files(built_site, ".md"):
        text = re.sub(r"`[^`]*`", "", "\n".join(_prose(path.read_text(encoding="utf-8"))))
        for match in MARKDOWN_LINK.finditer(text):
            count += 1
            if not (path.parent / match[1]).is_file():
                lost.append(f"{path.relative_to(built_site)}: {match[0]}")
    assert count > 3000
    assert lost == []


def test_the_book_has_every_page_once_and_in_order(built_site: Path, articles: dict[str, BeautifulSoup]) -> None:
    book = (built_site / "book.txt").read_text(encoding="utf-8")
    names = re.findall(r"^== (\S+) ==$", book, re.MULTILINE)
    assert sorted(names) == sorted("index" if folder == "." else folder for folder in articles)
    contents = book.split("=" * COLUMNS)[0]
    assert re.findall(r"^ *([a-z][\w/.-]*)  \S", contents, re.MULTILINE) == names


def test_llms_lists_every_page(built_site: Path, articles: dict[str, BeautifulSoup]) -> None:
    listed = re.findall(r"^- \[[^]]+\]\((\S+)\)", (built_site / "llms.txt").read_text(encoding="utf-8"), re.MULTILINE)
    assert all((built_site / file).is_file() for file in listed)
    assert len(set(listed)) == len(listed) == len(articles)


def test_every_page_links_its_text(articles: dict[str, BeautifulSoup]) -> None:
    for folder, article in articles.items():
        assert [link["href"] for link in article.select(".page-copies a")][:1] == [
            "index.txt" if folder == "." else f"../{Path(folder).name}.txt"
        ], folder


def test_the_commands_of_the_page_about_it_run(published: tuple[Path, str], tmp_path: Path) -> None:
    require("curl", "less")
    page = (ROOT / "docs/offline.md").read_text(encoding="utf-8")
    blocks = re.findall(r"^```bash\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    assert len(blocks) == 3
    script = "\n".join(blocks).replace("http://127.0.0.1:8000", published[1].rstrip("/"))
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", script], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("== iptables/nat ==\n")
    assert re.search(r"^- \[.*\]\(network/tls-certificate.md\)", done.stdout, re.MULTILINE)
    assert re.search(r"^\d+:.*nf_conntrack: table full", done.stdout, re.MULTILINE)
    assert (tmp_path / "book.txt").read_text(encoding="utf-8") in done.stdout
