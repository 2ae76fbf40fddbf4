"""What Lighthouse says of the handbook's pages, and of one page built by the handbook and by its peers.

    python -m benchmarks.lighthouse

Lighthouse measures as on a phone with a slow network. Each page is measured three times; the middle run counts.
Lighthouse and VitePress come from npm, Zensical from PyPI, into a folder of their own.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.report import Goal, Table, publish
from benchmarks.stock import JIEBA, WORK, ZENSICAL, prepare, versions, write_configs
from benchmarks.web import build, nginx
from support.generate import term_names, write_page
from support.nginx import free_port
from support.project import copy_generated, copy_project

LIGHTHOUSE = "12.8.2"  # the last that runs on Node.js 20
VITEPRESS = "1.6.4"
MERMAID_PLUGIN = ("vitepress-plugin-mermaid@2.0.17", "mermaid@11")
CATEGORIES = {"performance": "性能", "accessibility": "无障碍", "best-practices": "最佳实践", "seo": "SEO"}
PAGES = {"": "首页", "iptables/matches/": "最长的专题页", "linux/boot/": "有两张图的一页", "glossary/": "术语表"}
RUNS = 3
PEER_PAGES = 60
PEER_PAGE = "part-00/page-003"
FLAGS = "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync"


class Scores(NamedTuple):
    """One run: scores from 0 to 100 by category; LCP and TBT in milliseconds; CLS has no unit."""

    categories: dict[str, int]
    lcp: float
    cls: float
    tbt: float
    failed: list[str]


def main() -> int:
    """Build, measure and publish; return 1 if a goal is missed."""
    own = _measure_own()
    peers = _measure_peers()
    rows = [
        [title, *(str(own[title].categories[name]) for name in CATEGORIES), *_times(own[title])]
        for title in PAGES.values()
    ]
    goals = [
        Goal(f"{title}，{label}比 100 分少", 100 - own[title].categories[name], 0)
        for title in PAGES.values()
        for name, label in CATEGORIES.items()
    ]
    for title, scores in own.items():
        for failed in scores.failed:
            print(f"{title}: {failed}")
    tables = [
        Table(
            "Lighthouse，本手册的页面",
            ["页面", *CATEGORIES.values(), "LCP", "CLS", "TBT"],
            rows,
            f"手机，慢网络，{RUNS} 次里居中的一次。",
            goals,
        ),
        Table(
            "Lighthouse，同一页由各家构建",
            ["谁", *CATEGORIES.values(), "LCP", "CLS", "TBT"],
            [
                [name, *(str(scores.categories[category]) for category in CATEGORIES), *_times(scores)]
                for name, scores in peers.items()
            ],
            f"生成的手册的一页，有一张图、代码和表格，全站 {PEER_PAGES} 页。VitePress 读同样的 Markdown，Material 特有的写法它当作文字。",
        ),
    ]
    used = {"lighthouse": LIGHTHOUSE, "vitepress": VITEPRESS, **versions(JIEBA, ZENSICAL)}
    return int(not publish("lighthouse", tables, used))


def _times(scores: Scores) -> list[str]:
    return [f"{scores.lcp / 1000:.1f} 秒", f"{scores.cls:.3f}", f"{scores.tbt:.0f} 毫秒"]


def _measure_own() -> dict[str, Scores]:
    project = WORK / "lighthouse"
    shutil.rmtree(project, ignore_errors=True)
    copy_project(project)
    port = free_port()
    url = f"http://127.0.0.1:{port}/"
    build(project, "mkdocs.yml", project / "site", url)
    with nginx(project / "site", port, project / "nginx"):
        return {title: _lighthouse(url + address) for address, title in PAGES.items()}


def _measure_peers() -> dict[str, Scores]:
    project = WORK / "lighthouse-peers"
    shutil.rmtree(project, ignore_errors=True)
    write_configs(copy_generated(project, PEER_PAGES))
    found = {}
    builders: dict[str, tuple[str, Callable[[str], None]]] = {
        "本手册": ("site-own", lambda url: build(project, "mkdocs.yml", project / "site-own", url)),
        "Material + jieba + mermaid2": (
            "site-stock",
            lambda url: build(project, "stock.yml", project / "site-stock", url, prepare(JIEBA)),
        ),
        "Zensical": ("site-zensical", lambda url: _build_zensical(project)),
        "VitePress": ("vitepress/.vitepress/dist", lambda url: _build_vitepress(project)),
    }
    for name, (site, builder) in builders.items():
        port = free_port()
        url = f"http://127.0.0.1:{port}/"
        builder(url)
        with nginx(project / site, port, project / f"nginx-{port}"):
            page = f"{PEER_PAGE}.html" if name == "VitePress" else f"{PEER_PAGE}/"
            found[name] = _lighthouse(url + page)
    return found


def _build_zensical(project: Path) -> None:
    # It reads the same configuration, and knows neither plugins nor another folder than `site`.
    command = [str(prepare(ZENSICAL).with_name("zensical")), "build", "-f", "plain.yml"]
    _run(command, project)
    (project / "site").rename(project / "site-zensical")


def _build_vitepress(project: Path) -> None:
    book = project / "vitepress"
    names = term_names(300)
    for number in range(PEER_PAGES):
        path = book / f"part-{number // 20:02}" / f"page-{number:03}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(write_page(number, names), encoding="utf-8")
    (book / "index.md").write_text("# 首页\n", encoding="utf-8")
    (book / ".vitepress").mkdir()
    (book / ".vitepress/config.mjs").write_text(
        'import { withMermaid } from "vitepress-plugin-mermaid"\n'
        'export default withMermaid({ lang: "zh-CN", title: "运维大招", description: "运维手册",'
        ' themeConfig: { search: { provider: "local" } } })\n',
        encoding="utf-8",
    )
    _npm(book, f"vitepress@{VITEPRESS}", *MERMAID_PLUGIN)
    _run(["node_modules/.bin/vitepress", "build"], book)


def _lighthouse(url: str) -> Scores:
    """Return the middle of the runs by the performance score."""
    _npm(WORK / "npm", f"lighthouse@{LIGHTHOUSE}")
    runs = sorted((_run_lighthouse(url) for _ in range(RUNS)), key=lambda run: run.categories["performance"])
    return runs[len(runs) // 2]


def _run_lighthouse(url: str) -> Scores:
    command = [
        str(WORK / "npm/node_modules/.bin/lighthouse"), url, "--output=json", "--output-path=stdout", "--quiet",
        f"--only-categories={','.join(CATEGORIES)}", f"--chrome-flags={FLAGS}",
    ]  # fmt: skip
    report: dict[str, Any] = json.loads(_run(command, WORK, CHROME_PATH=shutil.which("chromium") or ""))
    audits = report["audits"]
    return Scores(
        {name: round(100 * (report["categories"][name]["score"] or 0)) for name in CATEGORIES},
        audits["largest-contentful-paint"]["numericValue"],
        audits["cumulative-layout-shift"]["numericValue"],
        audits["total-blocking-time"]["numericValue"],
        [
            f"{name}: {audits[reference['id']]['title']}"
            for name in CATEGORIES
            for reference in report["categories"][name]["auditRefs"]
            if reference["weight"] and (audits[reference["id"]]["score"] or 0) < 1
            and audits[reference["id"]]["scoreDisplayMode"] not in ("notApplicable", "manual", "informative")
        ],
    )  # fmt: skip


def _npm(folder: Path, *packages: str) -> None:
    if not (folder / "node_modules").exists():
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "package.json").write_text('{"type": "module"}\n', encoding="utf-8")
        _run(["npm", "install", "--silent", "--no-fund", "--no-audit", *packages], folder)


def _run(command: list[str], folder: Path, **environment: str) -> str:
    done = subprocess.run(
        command, cwd=folder, env={**os.environ, **environment}, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise SystemExit(f"{' '.join(command)} 失败：\n{done.stdout[-1000:]}{done.stderr[-3000:]}")
    return done.stdout


if __name__ == "__main__":
    sys.exit(main())
