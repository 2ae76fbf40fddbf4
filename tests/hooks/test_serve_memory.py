"""What `make serve` shows after an edit is what a build from nothing makes, byte for byte."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any, cast

import pytest

from handbook.examples.records import seal
from support.project import copy_generated, copy_project
from support.site_build import ROOT

# A process of its own, as MkDocs keeps hooks for the life of a process.
PROGRAM = ROOT / "tests/support/rounds.py"
PATIENCE = 300  # seconds for one build


class Serving:
    """A process that builds the project again and again, as `make serve` does."""

    def __init__(self, project: Path) -> None:
        self.project = project
        self.site = project.parent / "mkdocs_incremental"
        self.process = subprocess.Popen(
            [sys.executable, PROGRAM], cwd=project, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL, text=True, env=_environment(),
        )  # fmt: skip
        self.saved: list[str] = []
        self.open: list[str] = []  # the pages that browsers show
        self.shown: dict[str, str] = {}
        self.build()

    def build(self) -> list[str]:
        """Build, and return the pages that were rendered anew, or ["failed", …]."""
        watchdog = threading.Timer(PATIENCE, self.process.kill)
        watchdog.start()
        answer = _order(self.process, self.site, self.saved, self.open)
        watchdog.cancel()
        self.saved, self.shown = [], answer["shown"]
        return ["failed", answer["failed"]] if answer["failed"] else answer["rendered"]

    def edit(self, name: str, change: Callable[[str], str]) -> None:
        """Change one file; the change must change something."""
        path = self.project / name
        before = path.read_text(encoding="utf-8")
        after = change(before)
        assert after != before, name
        path.write_text(after, encoding="utf-8")
        self.saved.append(str(path))

    def assert_like_clean(self) -> None:
        """Build from nothing in a new process, and compare every file."""
        clean = self.project.parent / "mkdocs_clean"
        subprocess.run(
            [sys.executable, PROGRAM], cwd=self.project, input=json.dumps({"site": str(clean), "saved": [], "open": []}), text=True,
            check=True, capture_output=True, env=_environment(), timeout=PATIENCE,
        )  # fmt: skip
        expected, found = _files(clean), _files(self.site)
        assert sorted(found) == sorted(expected)
        assert [name for name, data in expected.items() if found[name] != data] == []

    def stop(self) -> None:
        """End the process."""
        self.process.communicate(timeout=30)


def _order(process: subprocess.Popen[str], site: Path, saved: list[str], opened: list[str]) -> dict[str, Any]:
    print(json.dumps({"site": str(site), "saved": saved, "open": opened}), file=process.stdin, flush=True)
    answer = cast("IO[str]", process.stdout).readline()
    assert answer, f"构建的进程在 {PATIENCE} 秒内没有回答，或者中途结束了"
    return cast("dict[str, Any]", json.loads(answer))


def _environment() -> dict[str, str]:
    # The date of the build stands in sitemap.xml.
    return {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1700000000", "DIAGRAMS": "reader"}


def _files(site: Path) -> dict[str, bytes]:
    # sitemap.xml.gz holds the time at which it was packed.
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in site.rglob("*")
        if path.is_file() and path.suffix != ".gz"
    }


@pytest.fixture
def serving(tmp_path: Path, request: pytest.FixtureRequest) -> Serving:
    serving = Serving(copy_generated(tmp_path / "project", 6))
    request.addfinalizer(serving.stop)
    return serving


def _in(old: str, new: str) -> Callable[[str], str]:
    return lambda text: text.replace(old, new, 1)


PAGE = "part-00/page-002.md"
EVERY_PAGE = 10  # six and the four lists
EDITS: dict[str, tuple[str, Callable[[str], str], int]] = {
    "a paragraph": (f"docs/{PAGE}", lambda text: text + "\n又一段。\n", 1),
    "a heading that the glossary page names": (f"docs/{PAGE}", _in("第 1 节", "改了名的一节"), 1),
    "a title that the navigation shows": (f"docs/{PAGE}", _in("# 第 2 页", "# 改了名的一页"), 1),
    # The ledger and the table of examples name the page.
    "front matter with a title and tags": (
        f"docs/{PAGE}", lambda text: f"---\ntitle: 前言里的名字\ntags: [甲]\n---\n{text}", 3
    ),
    "a definition": ("data/glossary.yml", _in("要花多少构建时间", "<改过的定义>"), 1),
    "a name in the glossary": ("data/glossary.yml", _in('"term": "', '"term": "新'), EVERY_PAGE),
    "a correction": ("data/corrections.yml", _in("第 2 种说法", "改过的说法"), 2),
    "the settings": ("mkdocs.yml", _in("permalink_title: 本节链接", "permalink_title: 链接"), EVERY_PAGE),
    "a rule of style": ("docs/assets/stylesheets/extra.css", lambda text: text + "h1 { color: red }\n", 0),
    "a template": ("overrides/main.html", _in("{% block config %}", "{% block config %}<!-- 改过 -->"), 0),
}  # fmt: skip


def test_a_saved_page_is_shown_before_the_site_is_built(serving: Serving) -> None:
    serving.edit(f"docs/{PAGE}", lambda text: text + "\n又一段。\n")
    assert serving.build() == [PAGE]
    address = PAGE.replace(".md", "/index.html")
    assert list(serving.shown) == [address]
    assert "又一段。" in serving.shown[address]
    assert serving.shown[address] == (serving.site / address).read_text(encoding="utf-8")
    serving.assert_like_clean()


def test_what_is_on_the_screen_is_shown_before_the_site_is_built(serving: Serving) -> None:
    """The other pages are as they were until then: their renderings are old ones."""
    address = PAGE.replace(".md", "/index.html")
    serving.open = [address, "glossary/index.html"]
    for name in ("a definition", "a name in the glossary", "a correction"):
        file, change, _ = EDITS[name]
        serving.edit(file, change)
        assert serving.build()[:1] != ["failed"]
        assert sorted(serving.shown) == ["glossary/index.html", address]
    assert serving.shown[address] == (serving.site / address).read_text(encoding="utf-8")
    assert "改过的说法" in serving.shown[address]
    serving.assert_like_clean()


@pytest.mark.parametrize("name", EDITS)
def test_an_edit_shows_as_in_a_clean_build(serving: Serving, name: str) -> None:
    file, change, pages = EDITS[name]
    serving.edit(file, change)
    assert len(serving.build()) == pages
    serving.assert_like_clean()


def test_an_edited_example_shows_where_it_is_included(serving: Serving) -> None:
    example = next(iter(sorted(serving.project.glob("examples/*/*/run.sh"))))
    serving.edit(example.relative_to(serving.project).as_posix(), lambda text: text + "# 改过\n")
    rendered = serving.build()
    assert "part-00/page-000.md" in rendered
    assert PAGE not in rendered
    serving.assert_like_clean()


def test_a_new_record_shows_under_the_example(serving: Serving) -> None:
    """What an example printed stands in its proof only: neither in a fence nor in a correction."""
    output = next(iter(sorted(serving.project.glob("examples/*/*/expected.txt"))))
    serving.edit(output.relative_to(serving.project).as_posix(), lambda text: text + "又一行输出\n")
    record = output.with_name("record.json")
    facts = json.loads(record.read_text(encoding="utf-8"))
    sealed = facts | {"seal": seal(facts, output.read_text(encoding="utf-8"))}
    record.write_text(json.dumps(sealed, ensure_ascii=False), encoding="utf-8")
    assert serving.build() == ["part-00/page-000.md"]
    serving.assert_like_clean()


def test_an_edited_file_shows_where_a_fence_names_it(serving: Serving) -> None:
    """A file that belongs to no example: only the fence makes the page depend on it."""
    shown = serving.project / "examples/lab/shown.txt"
    shown.write_text("旧的一行\n", encoding="utf-8")
    serving.edit(f"docs/{PAGE}", lambda text: text + '\n```text example="lab/shown.txt:1:1"\n```\n')
    assert serving.build() == [PAGE]
    shown.write_text("新的一行\n", encoding="utf-8")
    assert serving.build() == [PAGE]
    serving.assert_like_clean()


def test_pages_that_come_and_go(serving: Serving) -> None:
    new = serving.project / "docs/part-00/page-009.md"
    new.write_text("# 新来的一页\n\n见[第 0 页](page-000.md#proof)。\n", encoding="utf-8")
    assert len(serving.build()) == EVERY_PAGE + 1
    serving.assert_like_clean()
    new.unlink()
    assert len(serving.build()) == EVERY_PAGE
    serving.assert_like_clean()


def test_a_complaint_is_repeated_until_it_is_mended(serving: Serving) -> None:
    serving.edit(f"docs/{PAGE}", lambda text: text + "\n[断了](nowhere.md)\n")
    assert serving.build() == ["failed", "Abort"]
    assert serving.build() == ["failed", "Abort"]
    serving.edit(f"docs/{PAGE}", lambda text: text.replace("[断了](nowhere.md)", "接好了"))
    assert serving.build() == [PAGE]
    serving.assert_like_clean()


def test_a_dead_anchor_on_another_page_is_seen(serving: Serving) -> None:
    serving.edit("docs/part-00/page-000.md", lambda text: text + "\n[那边](page-001.md#proof)\n")
    assert serving.build() == ["part-00/page-000.md"]
    serving.edit("docs/part-00/page-001.md", lambda text: text.replace("{#proof}", "{#proven}"))
    # The page that has the link is not rendered again, and yet its link is found dead.
    assert serving.build() == ["failed", "Abort"]


def test_nothing_changed_renders_nothing(serving: Serving) -> None:
    assert serving.build() == []
    serving.assert_like_clean()


def test_the_handbook_itself(tmp_path: Path) -> None:
    """All kinds of edits at once, on the real pages."""
    serving = Serving(copy_project(tmp_path / "project"))
    try:
        serving.edit("docs/iptables/state.md", _in("## 五种状态 ", "## 五种不同的状态 "))
        serving.edit("docs/mysql/tuning.md", _in("\n# ", "\n新的一段话。\n\n# "))
        serving.edit("data/glossary.yml", _in("  definition: ", "  definition: 改过的定义，"))
        serving.edit("data/corrections.yml", _in("  truth: ", "  truth: 改过："))
        rendered = serving.build()
        assert {"iptables/state.md", "mysql/tuning.md", "glossary.md", "corrections.md"} <= set(rendered)
        # Those, and the pages that mention the term or show the correction.
        assert len(rendered) < 30
        serving.assert_like_clean()
    finally:
        serving.stop()
