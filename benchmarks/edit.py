"""How long an edit takes to the screen: from saving a page to the new HTML being served, against `mkdocs serve` of Material.

    python -m benchmarks.edit [--pages 60 240] [--times 5]

The servers run side by side, idle but for the one whose page is edited.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from statistics import median

from benchmarks.build import NAMES, make_project
from benchmarks.project import environment
from benchmarks.report import Goal, Table, publish
from benchmarks.stock import JIEBA, pythons, versions
from benchmarks.web import free_port

LIMITS = {60: 0.4, 240: 0.25}  # the most that the ratio to `stock` may be, by pages
PATIENCE = 180.0  # seconds
PAGE = "part-00/page-003"


def main() -> int:
    """Measure the sizes that the command line names; return 1 if a goal is missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, nargs="+", default=[60, 240])
    parser.add_argument("--times", type=int, default=5)
    options = parser.parse_args()
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
        f"`mkdocs serve`，给生成的手册的一页加一段话，{options.times} 次的中位数。",
        goals,
    )
    return int(not publish("edit", [table], versions(JIEBA)))


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
def _serve(project: Path, name: str, python: Path) -> Iterator[str]:
    """Serve a copy; give its address, when its first build is there."""
    port = free_port()
    command = [str(python), "-m", "mkdocs", "serve", "-f", f"{name}.yml", "--dev-addr", f"127.0.0.1:{port}"]
    with (project / "serve.log").open("w") as log:
        process = subprocess.Popen(command, cwd=project, env=environment(), stdout=log, stderr=log)
        try:
            _wait_for(f"http://127.0.0.1:{port}/{PAGE}/", "<h1")
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
