"""What is shown before the site is built: saved pages, and the open ones when data were saved."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Collection
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

from handbook.claims.extension import ClaimsExtension
from handbook.corrections.extension import CorrectionsExtension
from handbook.examples.extension import ExamplesExtension
from handbook.glossary.extension import GlossaryExtension
from handbook.glossary.terms import Term
from handbook.serve.memory import Memory
from handbook.serve.screen import Reloading, Screen
from handbook.serve.session import Session
from support.site_build import ROOT


class _Data:
    """An extension that has read data."""

    def __init__(self) -> None:
        self.reloaded: list[Collection[Path]] = []
        self.broken = False

    def reload(self, saved: Collection[Path]) -> None:
        if self.broken:
            raise ValueError("坏了")
        self.reloaded.append(saved)


class _Files(list[Any]):
    def documentation_pages(self) -> list[Any]:
        return [file for file in self if file.page]


class Build:
    """One build of a project of three pages, of which two are open."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.shown: dict[str, str] = {}
        self.done: list[str] = []
        self.data = _Data()
        (root / "mkdocs.yml").write_text("site_name: 站", encoding="utf-8")
        self.files = _Files(self._file(name) for name in ("a", "b", "c"))
        self.files.append(SimpleNamespace(**{**vars(self._file("style")), "page": None}))
        self.session = SimpleNamespace(
            root=root, memory=Memory(), hurrying=False, open={"a.html", "b.html"},
            page_is_ready=self.shown.__setitem__, screen_is_ready=lambda: self.done.append("ready"), show_saved=None,
        )  # fmt: skip
        glossary = GlossaryExtension([Term("pod", "Pod", "Pod", "定义。", "a.md#x", "a")])
        config = SimpleNamespace(
            markdown_extensions=["toc", glossary, self.data], docs_dir=str(root / "docs"), site_url="",
            config_file_path=str(root / "mkdocs.yml"),
        )  # fmt: skip
        self.screen = Screen(cast("Session", self.session), config, self.files)

    def _file(self, name: str) -> Any:
        file = SimpleNamespace(
            src_uri=f"{name}.md", abs_src_path=str(self.root / f"docs/{name}.md"), src_dir=str(self.root / "docs"),
            url=f"{name}.html", dest_uri=f"{name}.html", abs_dest_path=str(self.root / f"{name}.html"), inclusion=1,
        )  # fmt: skip
        file.page = SimpleNamespace(
            file=file, markdown="文字", meta={}, content="", toc=[], _title_from_render=None, present_anchor_ids=set(),
            links_to_anchors=None,
        )  # fmt: skip
        return file

    def show_open(self) -> None:
        """Show the open pages, and forget what was done for it."""

        def lay_out(page: Any) -> None:
            self.done.append(f"{page.file.dest_uri} laid out")
            Path(page.file.abs_dest_path).write_text(f"{len(self.data.reloaded)} 次", encoding="utf-8")

        self.screen.show_open(lambda page: self.done.append(f"{page.file.src_uri} read"), lay_out)

    def save(self, *names: str) -> bool:
        """Save files; return whether that is all that is to be shown."""
        self.done.clear()
        self.shown.clear()
        return bool(self.session.show_saved([str(self.root / name) for name in names]))


@pytest.fixture
def build(tmp_path: Path) -> Build:
    return Build(tmp_path)


def test_the_open_pages_are_laid_out_before_the_others(build: Build) -> None:
    build.show_open()
    assert build.done == ["a.html laid out", "b.html laid out", "ready"]
    assert build.shown == {"a.html": "0 次", "b.html": "0 次"}


def test_a_saved_page_is_shown_alone(build: Build) -> None:
    build.show_open()
    assert build.save("docs/c.md")
    assert build.done == ["c.md read", "c.html laid out"]
    assert build.shown == {"c.html": "0 次"}
    assert build.data.reloaded == []


@pytest.mark.parametrize("saved", ["data/claims/nginx.yml", "examples/nginx/a/example.yml"])
def test_saved_data_are_read_anew_for_the_open_pages(build: Build, saved: str) -> None:
    build.show_open()
    assert build.save(saved, "docs/a.md")
    assert build.done == ["a.md read", "a.html laid out", "b.md read", "b.html laid out"]
    assert build.shown == {"a.html": "1 次", "b.html": "1 次"}
    assert build.data.reloaded == [[build.root / saved]]


@pytest.mark.parametrize("saved", ["docs/new.md", "mkdocs.yml", "overrides/main.html", "docs/style.md"])
def test_what_changes_more_than_the_open_pages_is_left_to_a_build(build: Build, saved: str) -> None:
    build.show_open()
    assert not build.save("docs/a.md", saved)
    assert build.shown == {}


def test_a_mistake_in_saved_data_is_left_to_a_build(build: Build) -> None:
    build.show_open()
    build.data.broken = True
    with pytest.raises(ValueError, match="坏了"):
        build.save("data/glossary.yml")
    assert build.shown == {}


def test_a_build_for_the_screen_renders_only_what_is_on_it(build: Build) -> None:
    pages = [file.page for file in build.files if file.page]
    rendered: list[str] = []
    for hurrying in (False, True):
        build.session.hurrying = hurrying
        for page in pages:
            page.markdown = f"又改了 {hurrying}"
            build.screen.render(page, lambda page=page: rendered.append(page.file.src_uri))  # type: ignore[misc]
    assert rendered == ["a.md", "b.md", "c.md", "a.md", "b.md"]


# What an extension has read, where it is, and where a saved file of it lies.
READERS: dict[str, tuple[Callable[[Path], Any], str, str]] = {
    "terms": (lambda root: GlossaryExtension(data=root / "data/glossary.yml"), "terms", "data/glossary.yml"),
    "facts": (lambda root: ClaimsExtension(data=root / "data/claims"), "claims", "data/claims/network.yml"),
    "ledger": (
        lambda root: CorrectionsExtension(data=root / "data/corrections.yml", docs=ROOT / "docs", examples=root / "examples"),
        "ledger", "data/corrections.yml",
    ),
    "ledger that rests on an example": (
        lambda root: CorrectionsExtension(data=root / "data/corrections.yml", docs=ROOT / "docs", examples=root / "examples"),
        "ledger", "examples/iptables/case/example.yml",
    ),
    "examples": (lambda root: ExamplesExtension(root=root / "examples"), "examples", "examples/iptables/case/rules.sh"),
}  # fmt: skip
EMPTY = {"data/glossary.yml": "[]", "data/claims/network.yml": "[]", "data/corrections.yml": "[]"}


@pytest.mark.parametrize("name", READERS)
def test_an_extension_reads_its_data_anew_when_they_were_saved_and_only_then(tmp_path: Path, name: str) -> None:
    make, what, saved = READERS[name]
    for file, text in {**EMPTY, "examples/iptables/case/example.yml": "title: 例\nlab: none\nsoftware: []\n"}.items():
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file).write_text(text, encoding="utf-8")
    extension = make(tmp_path)
    assert isinstance(extension, Reloading)
    before = getattr(extension, what)
    extension.reload([tmp_path / "data/synonyms.yml"])
    assert getattr(extension, what) is before
    # Something that was not there when it was read.
    shutil.rmtree(tmp_path / "data")
    shutil.rmtree(tmp_path / "examples")
    shutil.copytree(ROOT / "data", tmp_path / "data")
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    shutil.copytree(ROOT / "lab", tmp_path / "lab")
    extension.reload([tmp_path / saved])
    assert len(getattr(extension, what)) > len(before)
