"""How long an edit takes to the screen: in a browser on the handbook itself, and served against Material as it comes.

    make bench ONLY=edit, or with options: PYTHONPATH=hooks:tests python -m benchmarks.edit [--pages 60 240] [--times 5]

The servers run side by side, idle but for the one whose page is edited.
"""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from statistics import median
from typing import NamedTuple

from playwright.sync_api import sync_playwright

from benchmarks.build import NAMES, make_project
from benchmarks.report import Goal, Table, publish
from benchmarks.stock import JIEBA, WORK, pythons, versions
from support.nginx import free_port
from support.project import copy_project, environment
from support.site_server import CHROMIUM_OPTIONS

LIMITS = {60: 0.4, 240: 0.25}  # the most that the ratio to `stock` may be, by pages
PATIENCE = 180.0  # seconds
PAGE = "part-00/page-003"


class Edit(NamedTuple):
    """A change to a file, after the first ``before`` in it, and the page on which it shows; the limit is in seconds."""

    file: str
    before: str
    page: str
    limit: float


EDITS = {
    "一页": Edit("docs/shell/concurrency.md", "\n## ", "shell/concurrency", 0.5),
    "一条术语": Edit("data/glossary.yml", "  definition: ", "glossary", 1.5),
    "一个示例": Edit("examples/iptables/chains-first-match-wins/example.yml", "title: ", "verification", 1.5),
    "一条勘误": Edit("data/corrections.yml", "  truth: ", "corrections", 1.5),
}


def main() -> int:
    """Measure the sizes that the command line names; return 1 if a goal is missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, nargs="+", default=[60, 240])
    parser.add_argument("--times", type=int, default=5)
    options = parser.parse_args()
    screen = _measure_screen(options.times)
    rows, goals = [], []
    for pages in options.pages:
        found = _measure(pages, options.times)
        for name, label in NAMES.items():
            rows.append([f"{pages} 页，{label}", f"{found[name]:.2f} 秒", f"{found['mkdocs'] / found[name]:.2f}"])
        if pages in LIMITS:
            goals.append(Goal(f"{pages} 页，本手册比{NAMES['stock']}", found["mkdocs"] / found["stock"], LIMITS[pages]))
    table = Table(
        "改一页，多久能看到",
        ["谁", "从保存到新页面送出", "本手册是它的几倍"],
        rows,
        f"本手册是 `make serve`，别家是 `mkdocs serve`；给生成的手册的一页加一段话，{options.times} 次的中位数。",
        goals,
    )
    seen = Table(
        "改真的手册，多久在浏览器里看到",
        ["改了什么", "从保存到新的字在屏幕上，中位", "最快", "目标"],
        [
            [label, f"{median(times):.2f} 秒", f"{min(times):.2f} 秒", f"{EDITS[label].limit:g} 秒"]
            for label, times in screen.items()
        ],
        f"`make serve`，Chromium 开着看得到改动的那一页，每样改 {options.times} 次，等全站建完再改下一次。",
        [Goal(f"{label}，秒", median(times), EDITS[label].limit) for label, times in screen.items()],
    )
    return int(not publish("edit", [seen, table], versions(JIEBA)))


def _measure_screen(times: int) -> dict[str, list[float]]:
    """Return, by kind of edit, the seconds from a save until a browser that has a page open shows it."""
    project = WORK / "edit-handbook"
    shutil.rmtree(project, ignore_errors=True)
    copy_project(project)
    taken: dict[str, list[float]] = {label: [] for label in EDITS}
    with _serve(project, "mkdocs", Path(sys.executable), EDITS["一页"].page) as url, sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=CHROMIUM_OPTIONS)
        page = chromium.new_page()
        builds = 1
        for number in range(times):
            for label, edit in EDITS.items():
                page.goto(f"{url}{edit.page}/")
                _wait_for_builds(project, builds)
                builds += 1
                mark = f"第{number}次改的{label}"
                file = project / edit.file
                text = file.read_text(encoding="utf-8")
                start = time.perf_counter()
                file.write_text(text.replace(edit.before, edit.before + mark, 1), encoding="utf-8")
                # Of a long page the browser lays out what is near the screen only: innerText lacks the rest of it.
                page.wait_for_function(
                    "mark => document.querySelector('article')?.textContent.includes(mark)",
                    arg=mark,
                    timeout=1000 * PATIENCE,
                )
                taken[label].append(time.perf_counter() - start)
        chromium.close()
    return taken


def _wait_for_builds(project: Path, number: int) -> None:
    """Wait until `make serve` has built the whole site so often; it says so once for each build."""
    deadline = time.monotonic() + PATIENCE
    while len(re.findall("全站已更新|处要改", (project / "serve.log").read_text(encoding="utf-8"))) < number:
        if time.monotonic() > deadline:
            raise SystemExit(f"make serve 在 {PATIENCE:.0f} 秒内没有建完第 {number} 次；看 {project / 'serve.log'}")
        time.sleep(0.2)
    time.sleep(1)  # the browser may have the page anew by then


def _measure(pages: int, times: int) -> dict[str, float]:
    """Return the median seconds of each server."""
    project = make_project(pages)
    programs = pythons()
    # Each has pages of its own: a server watches its folder, and would build when another's page is edited.
    projects = {name: project if name == "mkdocs" else project.with_name(f"edit-{pages}-{name}") for name in NAMES}
    for name in ("stock", "plain"):
        shutil.rmtree(projects[name], ignore_errors=True)
        shutil.copytree(project, projects[name])
    taken: dict[str, list[float]] = {name: [] for name in NAMES}
    with ExitStack() as stack:
        urls = {name: stack.enter_context(_serve(projects[name], name, programs[name])) for name in NAMES}
        for number in range(times):
            for name, url in urls.items():
                mark = f"第{number}次添的一段"
                file = projects[name] / "docs" / f"{PAGE}.md"
                text = file.read_text(encoding="utf-8")
                start = time.perf_counter()
                file.write_text(f"{text}\n{mark}。\n", encoding="utf-8")
                _wait_for(f"{url}{PAGE}/", mark)
                taken[name].append(time.perf_counter() - start)
    return {name: median(found) for name, found in taken.items()}


@contextmanager
def _serve(project: Path, name: str, python: Path, page: str = PAGE) -> Iterator[str]:
    """Serve a copy; give its address, when its first build is there."""
    port = free_port()
    command = [str(python), "-m", "mkdocs", "serve", "-f", f"{name}.yml", "--dev-addr", f"127.0.0.1:{port}"]
    if name == "mkdocs":
        command = [str(python), "-m", "handbook.serve", "--port", str(port)]
    with (project / "serve.log").open("w") as log:
        process = subprocess.Popen(
            command, cwd=project, env=environment(PYTHONPATH=str(project / "hooks")), stdout=log, stderr=log
        )
        try:
            _wait_for(f"http://127.0.0.1:{port}/{page}/", "<article")
            yield f"http://127.0.0.1:{port}/"
        finally:
            process.terminate()
            process.wait(timeout=30)


def _wait_for(url: str, text: str) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(url, timeout=PATIENCE) as response:  # noqa: S310 - loopback
                if text in response.read().decode():
                    return
        except OSError:
            pass
        time.sleep(0.02)
    raise SystemExit(f"{url} 在 {PATIENCE:.0f} 秒内没有出现“{text}”")


if __name__ == "__main__":
    sys.exit(main())
