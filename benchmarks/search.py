"""Compare this handbook's search with the theme's own (jieba) and with Pagefind: same pages, same browser, one run.

    python -m benchmarks.search [--pages 40 1000] [--repeat 5]

For each engine: the time from the first key on a freshly opened page to the first result, the time of further queries
(asked once, when they fetch what they need, and once more, when it is there) until the results stand there and until the
first passages do, the bytes fetched until the first passages (as a server with gzip sends them), and the memory of the tab.
"""

from __future__ import annotations

import argparse
import gzip
import random
import re
import shutil
import statistics
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, Response, sync_playwright

from benchmarks.report import Goal, Table, publish
from benchmarks.stock import JIEBA, PAGEFIND, WORK, prepare, versions
from support import generate
from support.project import ROOT, environment
from support.site_server import CHROMIUM_OPTIONS, serve

ENGINES = {"ours": "本手册", "material": "Material + jieba", "pagefind": "Pagefind"}
CONFIG = """\
site_name: search
site_url: http://127.0.0.1/
theme: {name: material, language: zh, font: false, features: [navigation.prune, search.suggest], %s}
plugins: [%s]
markdown_extensions: [admonition, attr_list, tables, pymdownx.details, pymdownx.highlight, pymdownx.superfences]
%s
"""
SEARCH_REQUEST = re.compile(r"/(search/|pagefind/|workers/|lunr/|vendor/opencc)")
# Functions of a query that resolve with two times, until the results are there and until their passages are, or with null.
TYPE = Path(__file__).with_name("ask_theme.js").read_text(encoding="utf-8")
ASK_PAGEFIND = Path(__file__).with_name("ask_pagefind.js").read_text(encoding="utf-8")


@dataclass
class Figures:
    """What was measured of one engine: milliseconds, KiB and MiB."""

    first: list[float] = field(default_factory=list)
    later: list[float] = field(default_factory=list)
    passages: list[float] = field(default_factory=list)
    again: list[float] = field(default_factory=list)
    empty: int = 0
    kib: float = 0
    mib: float = 0


def main() -> int:
    """Build, measure and publish for each size; return 1 if a goal is missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, nargs="+", default=[40, 1000])
    parser.add_argument("--repeat", type=int, default=5)
    options = parser.parse_args()
    python = prepare(JIEBA, PAGEFIND)
    tables = []
    for pages in options.pages:
        sites = _build(WORK / f"search-{pages}", pages, python)
        tables.append(_table(pages, _measure(sites, _queries(60), options.repeat)))
    return int(not publish("search", tables, versions(JIEBA, PAGEFIND)))


def _build(work: Path, pages: int, python: Path) -> dict[str, Path]:
    """Return the built site of each engine; what is there from an earlier run is used again, except ours."""
    docs = work / "docs"
    if not docs.exists():
        generate.write_book(docs, pages, generate.term_names(300))
        (docs / "index.md").write_text("# 首页\n", encoding="utf-8")
    shutil.copytree(ROOT / "docs/assets", docs / "assets", dirs_exist_ok=True)
    hooks, overrides = ROOT / "hooks", ROOT / "overrides"
    configs = {
        "ours": CONFIG % (f"custom_dir: {overrides}", "search", f"hooks: [{hooks}/search.py]"),
        "material": CONFIG % ("static_templates: []", "{search: {lang: zh}}", ""),
    }
    sites = {engine: work / engine for engine in ENGINES}
    for engine, config in configs.items():
        if engine != "ours" and sites[engine].exists():
            continue
        file = work / f"{engine}.yml"
        file.write_text(config, encoding="utf-8")
        command = [str(python), "-m", "mkdocs", "build", "-f", str(file), "-d", str(sites[engine])]
        subprocess.run(command, check=True, cwd=work, env=environment(), stderr=subprocess.DEVNULL)
    if not (sites["pagefind"] / "pagefind").exists():
        shutil.copytree(sites["ours"], sites["pagefind"], dirs_exist_ok=True)
        command = [str(python), "-m", "pagefind", "--site", str(sites["pagefind"]), "--force-language", "zh"]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return sites


def _queries(count: int) -> list[str]:
    """Return queries of one to three words that the generated pages have."""
    dice = random.Random(1)  # noqa: S311 - not for secrets
    words = [*generate.term_names(300)[:40], *generate.OBJECTS, *generate.ACTIONS, "ping", "connections", "retry"]
    return [" ".join(dice.sample(words, dice.choice([1, 1, 2, 3]))) for _ in range(count)]


@contextmanager
def _fresh_browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=CHROMIUM_OPTIONS)
        yield browser
        browser.close()


def _measure(sites: dict[str, Path], queries: list[str], repeat: int) -> dict[str, Figures]:
    """Measure the engines in turns, so that a busy moment of the machine does not hit one of them alone."""
    figures = {engine: Figures() for engine in ENGINES}
    for number in range(repeat):
        for engine, site in sites.items():
            with serve(site) as url, _fresh_browser() as browser:
                _visit(browser, url, engine, queries, figures[engine], last=number == repeat - 1)
    return figures


def _visit(browser: Browser, url: str, engine: str, queries: list[str], figures: Figures, *, last: bool) -> None:
    page = browser.new_page()
    script = ASK_PAGEFIND if engine == "pagefind" else TYPE
    responses: list[Response] = []

    def note(response: Response) -> None:
        responses.append(response)

    page.on("response", note)
    page.goto(url, wait_until="load")
    empty_tab = _memory(browser)
    taken = page.evaluate(script, queries[0])
    if taken is None:
        raise SystemExit(f"{engine}: {queries[0]} 没有结果")
    figures.first.append(taken[0])
    if not last:
        return
    figures.kib = sum(_sent(response) for response in list(responses) if SEARCH_REQUEST.search(response.url)) / 1024
    page.remove_listener("response", note)
    for times, passages in ((figures.later, figures.passages), (figures.again, [])):
        for query in queries[1:]:
            _pause(page)
            taken = page.evaluate(script, query)
            if taken is not None:
                times.append(taken[0])
                passages.append(taken[1])
    figures.empty = len(queries) - 1 - len(figures.later)
    figures.mib = (_memory(browser) - empty_tab) / 2**20


def _pause(page: Page) -> None:
    page.evaluate("new Promise(resolve => setTimeout(resolve, 300))")


def _sent(response: Response) -> int:
    """Return the bytes that a server with gzip would send; what is packed already stays as it is."""
    try:
        body = response.body()
    except Exception:
        return int(response.headers.get("content-length", 0))
    return min(len(body), len(gzip.compress(body, 6)))


def _memory(browser: Browser) -> int:
    """Return the bytes of memory of the browser's tabs (proportional set size)."""
    session: Any = browser.new_browser_cdp_session()
    processes = session.send("SystemInfo.getProcessInfo")["processInfo"]
    total = 0
    for process in processes:
        if process["type"] == "renderer":
            rollup = Path(f"/proc/{process['id']}/smaps_rollup").read_text(encoding="utf-8")
            total += int(re.findall(r"^Pss:\s+(\d+)", rollup, re.MULTILINE)[0]) * 1024
    return total


def _table(pages: int, figures: dict[str, Figures]) -> Table:
    rows: dict[str, tuple[str, dict[str, float]]] = {
        "从第一个键到首个结果，中位": ("毫秒", {name: statistics.median(f.first) for name, f in figures.items()}),
        "其后每次查询，中位": ("毫秒", {name: statistics.median(f.later) for name, f in figures.items()}),
        "其后每次查询，p95": ("毫秒", {name: _p95(f.later) for name, f in figures.items()}),
        "其后每次查询到摘录，p95": ("毫秒", {name: _p95(f.passages) for name, f in figures.items()}),
        "再问一遍，p95": ("毫秒", {name: _p95(f.again) for name, f in figures.items()}),
        "到首批摘录的字节": ("KiB", {name: f.kib for name, f in figures.items()}),
        "查询后多占的内存": ("MiB", {name: f.mib for name, f in figures.items()}),
        "没有结果的查询": ("次", {name: f.empty for name, f in figures.items()}),
    }
    own = figures["ours"]
    others = [figures[name] for name in ENGINES if name != "ours"]
    return Table(
        f"搜索，{pages} 页",
        ["量的是什么", *ENGINES.values()],
        [[label, *(f"{value:.0f} {unit}" for value in values.values())] for label, (unit, values) in rows.items()],
        "刚打开的页面，同样的页面和 60 个查询，每次之间停 300 毫秒。“查询”量到结果列出来为止，“到摘录”量到标出命中的摘录出现为止。“再问一遍”是要用的文件都已经取来之后。字节按 gzip 算。",
        [
            Goal("首个结果，毫秒", statistics.median(own.first), min(statistics.median(f.first) for f in others)),
            Goal("其后每次查询 p95，毫秒", _p95(own.later), 30),
            Goal("再问一遍 p95，毫秒", _p95(own.again), 30),
            Goal("到首批摘录的 KiB，比 Material", own.kib, figures["material"].kib),
        ],
    )


def _p95(times: list[float]) -> float:
    return statistics.quantiles(times, n=20)[18]


if __name__ == "__main__":
    sys.exit(main())
