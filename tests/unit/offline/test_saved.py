"""What the browser's copy holds, and the worker that is written for it."""

from __future__ import annotations

import hashlib
import json
import zlib
from pathlib import Path

import pytest

from handbook.offline.saved import SavedFile, list_files, megabytes, packed_size, write_worker

MERMAID = "assets/javascripts/vendor/mermaid/mermaid.min.js"
FILES = {
    "index.html": "首页",
    "a/b/index.html": "页",
    "404.html": "没有",
    "assets/x.1234.js": "1",
    "sitemap.xml": "<x/>",
    MERMAID: "2",
    "a/b.txt": "文",
    "a/b.md": "文",
    "sitemap.xml.gz": "z",
    "book.zip": "z",
    "sw.js": "old",
}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_files_by_address_and_content(site: Path) -> None:
    files = list_files(site)
    assert [file.address for file in files] == ["", "404.html", "a/b/", "assets/x.1234.js", "sitemap.xml"]
    assert files[0] == SavedFile("", hashlib.sha256("首页".encode()).hexdigest()[:16], 6)


def test_what_draws_diagrams_is_kept_where_a_page_needs_it(site: Path) -> None:
    (site / "a/b/index.html").write_text('<pre class="mermaid"><code>x</code></pre>', encoding="utf-8")
    assert MERMAID in [file.address for file in list_files(site)]


def test_the_version_is_that_of_the_files(site: Path) -> None:
    first = write_worker("run()\n", list_files(site), "2026-11-29")
    again = write_worker("run()\n", list_files(site), "2026-11-30")
    (site / "a/b/index.html").write_text("别的", encoding="utf-8")
    other = write_worker("run()\n", list_files(site), "2026-11-29")
    versions = [text.split('version: "')[1].split('"')[0] for text in (first, again, other)]
    assert versions[0] == versions[1] != versions[2]
    assert first.endswith("}\nrun()\n")
    assert first.startswith("const COPY = {")
    listed = json.loads(first.split("files: ")[1].split(" }\n")[0])
    assert listed["a/b/"] == [hashlib.sha256("页".encode()).hexdigest()[:16], 3]


def test_sizes(site: Path) -> None:
    packed = {name: len(zlib.compress(text.encode())) for name, text in FILES.items()}
    assert packed_size(site) == sum(packed.values())
    assert packed_size(site, ["", "a/b/", "404.html"]) == sum(
        packed[name] for name in ("index.html", "a/b/index.html", "404.html")
    )
    assert megabytes(2_749_999) == "2.7 MB"
