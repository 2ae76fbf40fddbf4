"""What `make serve` shows after an edit is what a build from nothing makes, byte for byte."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks.project import copy_generated, copy_project

# Runs in a process of its own, as MkDocs keeps hooks for the life of a process: builds as `mkdocs serve` does, once for
# each line that it is sent, and answers each with how many pages were rendered, or how the build failed.
SERVE = """
import sys, os
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.structure.pages import Page

rendered = []
render = Page.render
Page.render = lambda page, *rest: (rendered.append(page.file.src_uri), render(page, *rest))[1]
answers = os.fdopen(os.dup(1), "w", buffering=1)
os.dup2(2, 1)
for number, folder in enumerate(sys.stdin):
    rendered.clear()
    config = load_config("mkdocs.yml", site_dir=folder.strip())
    if number == 0:
        config.plugins.on_startup(command="serve", dirty=False)
    config.site_url = "http://127.0.0.1:8000/"
    try:
        build(config, serve_url=config.site_url)
    except BaseException as error:
        print("failed", type(error).__name__, file=answers)
    else:
        print(*rendered, file=answers)
"""


class Serving:
    """A process that builds the project again and again, as `mkdocs serve` does."""

    def __init__(self, project: Path) -> None:
        self.project = project
        self.site = project.parent / "mkdocs_incremental"
        self.process = subprocess.Popen(
            [sys.executable, "-c", SERVE], cwd=project, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL, text=True, env=_environment(),
        )  # fmt: skip
        self.rendered: list[str] = []
        self.build()

    def build(self) -> list[str]:
        """Build, and return the pages that were rendered anew, or ["failed", …]."""
        assert self.process.stdin
        assert self.process.stdout
        print(self.site, file=self.process.stdin, flush=True)
        return self.process.stdout.readline().split()

    def edit(self, name: str, change: Callable[[str], str]) -> None:
        """Change one file; the change must change something."""
        path = self.project / name
        before = path.read_text(encoding="utf-8")
        after = change(before)
        assert after != before, name
        path.write_text(after, encoding="utf-8")

    def assert_like_clean(self) -> None:
        """Build from nothing in a new process, and compare every file."""
        clean = self.project.parent / "mkdocs_clean"
        command = [sys.executable, "-c", SERVE]
        subprocess.run(
            command, cwd=self.project, input=f"{clean}\n", text=True, check=True, capture_output=True,
            env=_environment(),
        )  # fmt: skip
        expected, found = _files(clean), _files(self.site)
        assert sorted(found) == sorted(expected)
        assert [name for name, data in expected.items() if found[name] != data] == []

    def stop(self) -> None:
        """End the process."""
        self.process.communicate(timeout=30)


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
    "a template": ("overrides/main.html", _in("{% block header %}", "{% block header %}<!-- 改过 -->"), 0),
}  # fmt: skip


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


def test_an_edited_record_shows_under_the_example(serving: Serving) -> None:
    """What an example printed stands in its proof only: neither in a snippet nor in a correction."""
    output = next(iter(sorted(serving.project.glob("examples/*/*/expected.txt"))))
    serving.edit(output.relative_to(serving.project).as_posix(), lambda text: text + "又一行输出\n")
    assert serving.build() == ["part-00/page-000.md"]
    serving.assert_like_clean()


def test_an_edited_snippet_shows_where_it_is_included(serving: Serving) -> None:
    """A file that belongs to no example: only the inclusion makes the page depend on it."""
    snippet = serving.project / "examples/snippet.txt"
    snippet.write_text("旧的一行\n", encoding="utf-8")
    serving.edit(f"docs/{PAGE}", lambda text: text + '\n```text\n--8<-- "snippet.txt:1:1"\n```\n')
    assert serving.build() == [PAGE]
    snippet.write_text("新的一行\n", encoding="utf-8")
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
        assert len(rendered) < 12
        serving.assert_like_clean()
    finally:
        serving.stop()
