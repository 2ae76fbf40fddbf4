"""The handbook does not depend on MkDocs alone: ProperDocs builds the same site, Zensical runs the same extensions."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from support.engines import engine
from support.site_build import PATIENCE, ROOT

# The mermaid2 plugin writes the tag in another order.
_GENERATOR = re.compile(rb'<meta (?:name="generator" content="[^"]*"|content="[^"]*" name="generator")/?>')
_ENVIRONMENT = {
    **{key: value for key, value in os.environ.items() if key not in ("SITE_URL", "REPO_URL")},
    "NO_MKDOCS_2_WARNING": "1",
    "DIAGRAMS": "reader",
    "SOURCE_DATE_EPOCH": "1700000000",  # the date of the build stands in sitemap.xml
}
CONFIG = """\
site_name: 小手册
theme: {name: material, language: zh, font: false}
markdown_extensions:
  - admonition
  - attr_list
  - def_list
  - md_in_html
  - tables
  - pymdownx.highlight
  - pymdownx.superfences:
      custom_fences:
        - {name: mermaid, class: mermaid, format: !!python/name:handbook.diagrams.fence.format_diagram ""}
  - handbook.cjk_lines
  - handbook.corrections.extension: {data: data/corrections.yml, docs: docs, examples: examples}
  - handbook.entries.extension: {docs: docs, data: data, examples: examples}
  - handbook.glossary.extension: {data: data/glossary.yml}
  - handbook.examples.extension: {root: examples, docs: docs, source_url: "https://example.org/examples"}
  - handbook.markers
  - handbook.releases.extension: {data: data/kubernetes-releases.yml}
  - handbook.risk_labels
"""
EXAMPLE = "iptables/connlimit-third-refused"
FILES = {
    "mkdocs.yml": CONFIG,
    "docs/index.md": "# 首页\n\n<!-- list: topics -->\n\n<!-- list: releases table -->\n",
    "docs/glossary.md": "# 术语表\n\n<!-- list: terms -->\n",
    "data/glossary.yml": "- {id: pod, term: Pod, en: pod, definition: 一组容器。, page: index.md, topic: kubernetes}\n",
    "docs/off.md": "---\nglossary: false\n---\n\n# 关\n\n这里的 Pod 不链接。\n",
    "docs/corrections.md": "# 勘误\n\n<!-- list: corrections -->\n",
    "docs/verification.md": "# 验证\n\n<!-- list: examples -->\n",
    "docs/iptables/rules.md": (
        "---\ntitle: 规则\n---\n\n# 规则\n\n## 目标 {#targets}\n\n一行\n又一行\n\n使用Pod部署。\n\n风险：断流。撤销：`x`。\n\n"
        f'```bash example="{EXAMPLE}/rules.sh"\n```\n\n<!-- correction: drop-lower-case -->\n\n'
        "```mermaid\nflowchart TD\n    accTitle: 三条路\n    accDescr: 先过 PREROUTING\n    A --> B\n```\n"
    ),
    "data/corrections.yml": (
        "- {id: drop-lower-case, topic: iptables, claim: 小写也能用。, truth: 区分大小写。, why: 名字像。, looks_like: 看着一样。,"
        f" evidence: [{{example: {EXAMPLE}}}], page: iptables/rules.md#targets}}\n"
    ),
}


def _run(command: list[str], root: Path, **more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command,
        cwd=root,
        env={**_ENVIRONMENT, **more},
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE,
    )


def _files(site: Path) -> dict[str, bytes]:
    """Return the files of a site; that the pages name their generator does not count.

    A .gz holds when it was packed; the worker of the offline copy holds a hash of every page, its generator included.
    """
    paths = [path for path in site.rglob("*") if path.is_file() and path.suffix != ".gz" and path.name != "sw.js"]
    return {path.relative_to(site).as_posix(): _GENERATOR.sub(b"", path.read_bytes()) for path in paths}


def test_properdocs_builds_the_same_site(tmp_path: Path) -> None:
    sites = []
    for python, module in ((sys.executable, "mkdocs"), (str(engine("properdocs")), "properdocs")):
        target = tmp_path / module
        command = [python, "-m", module, "build", "--strict", "-f", "mkdocs.yml", "--site-dir", str(target)]
        done = _run(command, ROOT)
        assert done.returncode == 0, done.stderr[-3000:]
        sites.append(_files(target))
    ours, theirs = sites
    assert len(ours) > 100
    assert sorted(theirs) == sorted(ours)
    assert [name for name, data in ours.items() if theirs[name] != data] == []


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a small handbook with one of the handbook's examples."""
    root = tmp_path_factory.mktemp("small")
    files = dict(FILES)
    for path in (ROOT / "examples" / EXAMPLE).iterdir():
        files[f"examples/{EXAMPLE}/{path.name}"] = path.read_text(encoding="utf-8")
    files["data/kubernetes-releases.yml"] = (ROOT / "data/kubernetes-releases.yml").read_text(encoding="utf-8")
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    return root


def _zensical(root: Path) -> subprocess.CompletedProcess[str]:
    command = [str(engine("zensical")), "-m", "zensical", "build", "-f", "mkdocs.yml"]
    return _run(command, root, PYTHONPATH=str(ROOT / "hooks"))


def _soup(page: Path) -> BeautifulSoup:
    return BeautifulSoup(page.read_text(encoding="utf-8"), "html.parser")


def test_zensical_runs_the_same_extensions(small: Path) -> None:
    done = _zensical(small)
    assert done.returncode == 0, done.stdout + done.stderr
    page = _soup(small / "site/iptables/rules/index.html")
    assert page.find("p", string="一行又一行")
    assert page.select_one("p.risk.risk-cut")
    assert page.select_one("figure.diagram pre.mermaid")
    assert page.select_one(".filename").get_text() == f"examples/{EXAMPLE}/rules.sh"  # type: ignore[union-attr]
    assert page.select_one(".proof-run .proof-line").get_text().startswith("已执行 · ")  # type: ignore[union-attr]
    term = page.select_one("a.term")
    assert term
    assert (term.get_text(), term["href"], term["title"]) == ("Pod", "../../glossary/#pod", "一组容器。")
    assert not _soup(small / "site/off/index.html").select("a.term")
    glossary = _soup(small / "site/glossary/index.html")
    assert glossary.select_one("h3#pod")
    assert glossary.select_one(".term-source a")["href"] == "../"  # type: ignore[index]
    links = [a["href"] for a in page.select(".correction a")]
    assert links == ["../../verification/#iptables--connlimit-third-refused", "../../corrections/#drop-lower-case"]
    home = _soup(small / "site/index.html")
    assert home.find("a", href="iptables/rules/", string="规则")
    assert home.select_one(".k8s-releases td")
    ledger = _soup(small / "site/corrections/index.html")
    assert ledger.select_one("h3#drop-lower-case")
    assert ledger.find("a", href="../iptables/rules/#targets", string="规则")
    table = _soup(small / "site/verification/index.html")
    assert table.find("a", href="../iptables/rules/#example-iptables--connlimit-third-refused")


def test_zensical_tells_a_mistake_with_page_and_line(small: Path) -> None:
    page = small / "docs/iptables/bad.md"
    page.write_text("---\ntitle: 坏\n---\n\n# 坏\n\n<!-- correction: no-such -->\n", encoding="utf-8")
    done = _zensical(small)
    page.unlink()
    assert done.returncode != 0
    assert 'docs/iptables/bad.md:7: 没有勘误 "no-such"；' in done.stdout + done.stderr
