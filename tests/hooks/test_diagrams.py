"""hooks/diagrams.py in a build: the figure on the page, the theme's bundle, and the errors an editor sees."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from handbook.diagrams.drawing import find_chromium
from support.require import require
from support.site_build import ROOT, build_site

CONFIG = """
site_name: 小站
theme: {{name: material, language: zh, font: false}}
plugins: [{{mermaid2: {{javascript: {library}}}}}, search]
hooks: [{root}/hooks/diagrams.py]
extra: {{diagrams: !ENV [DIAGRAMS, reader]}}
markdown_extensions: [pymdownx.superfences]
"""
LIBRARY = "assets/javascripts/vendor/mermaid/mermaid.min.js"
DIAGRAM = (
    '```mermaid\nflowchart TD\n    accTitle: 三条路\n    accDescr: 先过 PREROUTING\n    A["甲<br/>乙"] --> B\n```\n'
)


def _small_site(root: Path, page: str) -> Path:
    """Write a site of one page with the handbook's diagram hook; return its root."""
    (root / "docs/assets/javascripts/vendor/mermaid").mkdir(parents=True)
    shutil.copy(ROOT / "docs" / LIBRARY, root / "docs" / LIBRARY)
    (root / "mkdocs.yml").write_text(CONFIG.format(root=ROOT, library=LIBRARY), encoding="utf-8")
    (root / "docs/index.md").write_text(page, encoding="utf-8")
    return root


def _failed_build(root: Path) -> str:
    """Build, expect it to fail, and return its output."""
    done = build_site(root / "site", root=root)
    assert done.returncode != 0, done.stderr
    return done.stderr


def test_diagram_becomes_a_figure(tmp_path: Path) -> None:
    root = _small_site(tmp_path, f"# 页\n\n{DIAGRAM}")
    done = build_site(root / "site", root=root)
    assert done.returncode == 0, done.stderr
    soup = BeautifulSoup((root / "site/index.html").read_text(encoding="utf-8"), "html.parser")
    (figure,) = soup.select("article figure.diagram")
    assert 'A["甲<br/>乙"] --> B' in figure.select_one("pre.mermaid > code").get_text()  # type: ignore[union-attr]
    # The theme fetches mermaid where it is needed: a script of 2.5 MB must not hold up the page.
    assert not soup.select('script[src*="mermaid"]')
    index = json.loads((root / "site/search/search_index.json").read_text(encoding="utf-8"))
    text = index["docs"][0]["text"].replace("\u200b", "")  # the theme marks word boundaries so
    assert "三条路" in text
    assert "先过 PREROUTING" in text
    assert "accTitle" not in text


@pytest.mark.parametrize(
    ("page", "message"),
    [
        (
            "---\ntitle: 页\n---\n\n# 页\n\n" + DIAGRAM.replace("    accTitle: 三条路\n", ""),
            "docs/index.md:7: 图没有标题",
        ),
        ("# 页\n\n" + DIAGRAM.replace("先过 PREROUTING", ""), "docs/index.md:3: 图没有文字说明"),
        ("# 页\n\n" + DIAGRAM.replace("flowchart TD", "mindmap"), "docs/index.md:3: 不支持的图「mindmap」"),
        (
            "# 页\n\n" + DIAGRAM + "\n" + DIAGRAM.replace("    A", "    style A fill:red\n    A"),
            "docs/index.md:14: 图里不写颜色",
        ),
    ],
)
def test_mistake_stops_the_build_with_file_and_line(tmp_path: Path, page: str, message: str) -> None:
    assert message in _failed_build(_small_site(tmp_path, page))


def test_build_draws_into_the_page(tmp_path: Path) -> None:
    require("chromium")
    page = f"# 页\n\n{DIAGRAM}\n## 再来 {{#again}}\n\n{DIAGRAM}"
    root = _small_site(tmp_path, page)
    done = build_site(root / "site", root=root, diagrams="build")
    assert done.returncode == 0, done.stderr
    assert "图由构建程序画好：1 张，其中 1 张是新画的" in done.stderr
    soup = BeautifulSoup((root / "site/index.html").read_text(encoding="utf-8"), "html.parser")
    assert len(soup.select("figure.diagram div.mermaid > svg")) == 2
    assert not soup.select("pre.mermaid, .diagram-drawing script")
    ids = [str(element["id"]) for element in soup.select("[id]")]
    assert len(ids) == len(set(ids))
    assert "其中 0 张是新画的" in build_site(root / "site", root=root, diagrams="build").stderr


def test_build_stops_at_a_diagram_that_mermaid_cannot_read(tmp_path: Path) -> None:
    require("chromium")
    page = "---\ntitle: 页\n---\n\n# 页\n\n" + DIAGRAM.replace("--> B", "==>> B")
    root = _small_site(tmp_path, page)
    done = build_site(root / "site", root=root, diagrams="build")
    assert done.returncode != 0
    assert "docs/index.md:11: mermaid 读不懂这张图" in done.stderr


def test_build_says_when_it_cannot_draw(tmp_path: Path) -> None:
    root = _small_site(tmp_path, f"# 页\n\n{DIAGRAM}")
    nowhere = ("env", "PATH=/nowhere")
    done = build_site(root / "site", root=root, diagrams="build", under=nowhere)
    assert done.returncode != 0
    assert "没有 Chromium" in done.stderr
    done = build_site(root / "site", root=root, diagrams="auto", under=nowhere)
    assert done.returncode == 0, done.stderr
    assert "图由读者的浏览器画" in done.stderr
    assert '<pre class="mermaid">' in (root / "site/index.html").read_text(encoding="utf-8")


def test_unknown_setting_stops_the_build(tmp_path: Path) -> None:
    root = _small_site(tmp_path, f"# 页\n\n{DIAGRAM}")
    done = build_site(root / "site", root=root, diagrams="somebody")
    assert done.returncode != 0
    assert "extra.diagrams 是「somebody」" in done.stderr


def test_every_diagram_of_the_handbook_has_drawing_caption_and_text(built_site: Path) -> None:
    soups = [BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser") for path in built_site.rglob("*.html")]
    if find_chromium():
        assert not [soup.title for soup in soups if soup.select("pre.mermaid")]
    drawings = [drawing for soup in soups for drawing in soup.select("pre.mermaid, div.mermaid > svg")]
    assert drawings
    for drawing in drawings:
        figure = drawing.find_parent("figure")
        assert figure is not None
        assert figure.select_one("figcaption").get_text(strip=True)  # type: ignore[union-attr]
        assert figure.select_one("details.diagram-text p").get_text(strip=True)  # type: ignore[union-attr]
