"""What the handbook is compared with: Material as it comes, on the same pages.

stock    Material, its search with jieba, mermaid2: what a Chinese site with diagrams is told to install
plain    the same without jieba and without mermaid2
"""

from __future__ import annotations

import subprocess
import sys
import sysconfig
import tempfile
from pathlib import Path

from support.project import section

WORK = Path(tempfile.gettempdir(), "handbook-benchmark")
JIEBA = "jieba==0.42.1"
PAGEFIND = "pagefind[extended]==1.5.2"
ZENSICAL = "zensical==0.0.73"
CONFIG = """\
site_name: 运维大招
site_url: http://127.0.0.1:8000/
theme:
  name: material
  language: zh
  font: false
  features: [navigation.instant, navigation.tabs, navigation.sections, navigation.indexes, navigation.top, navigation.footer,
             toc.follow, search.suggest, search.share, content.code.copy, content.tooltips]
plugins: [{plugins}]
{extensions}"""
_PLUGINS = {
    "stock": ("{search: {lang: zh}}, tags, {mermaid2: {javascript: assets/javascripts/vendor/mermaid/mermaid.min.js}}"),
    "plain": "{search: {lang: zh}}, tags",
}
_FENCES = {
    "stock": "!!python/name:mermaid2.fence_mermaid_custom",
    "plain": "!!python/name:pymdownx.superfences.fence_code_format",
}


def pythons() -> dict[str, Path]:
    """Return the Python for each configuration: the handbook's ``mkdocs``, ``stock`` and ``plain``."""
    return {"mkdocs": Path(sys.executable), "stock": prepare(JIEBA), "plain": Path(sys.executable)}


def versions(*packages: str) -> dict[str, str]:
    """Return name and version of packages that are given as pip takes them: ``pagefind[extended]==1.5.2``."""
    return {package.partition("==")[0].partition("[")[0]: package.partition("==")[2] for package in packages}


def prepare(*packages: str) -> Path:
    """Return the Python of a virtual environment that has ``packages`` on top of what this one has."""
    folder = WORK / ("venv-" + "-".join(versions(*packages)))
    python = folder / "bin/python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
        inside = next((folder / "lib").glob("python*/site-packages"))
        folders = {path for path in sys.path if path.endswith("-packages")} | {sysconfig.get_path("purelib")}
        (inside / "outer.pth").write_text("\n".join(sorted(folders)) + "\n", encoding="utf-8")
        subprocess.run([str(python), "-m", "pip", "install", "--quiet", *packages], check=True)
    return python


def write_configs(project: Path) -> None:
    """Write ``stock.yml`` and ``plain.yml`` beside a copy's mkdocs.yml, with its Markdown extensions."""
    extensions, rest = section((project / "mkdocs.yml").read_text(encoding="utf-8"), "markdown_extensions")
    for name, plugins in _PLUGINS.items():
        fence = f"{{name: mermaid, class: mermaid, format: {_FENCES[name]} }}"
        fenced = extensions.replace(
            "  - pymdownx.superfences\n", f"  - pymdownx.superfences:\n      custom_fences: [{fence}]\n"
        )
        text = CONFIG.format(plugins=plugins, extensions=fenced) + (section(rest, "nav")[0] if "\nnav:" in rest else "")
        (project / f"{name}.yml").write_text(text, encoding="utf-8")
