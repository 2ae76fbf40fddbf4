"""What each trick gains: the handbook built, opened and edited with it and without it, in turns, in one run.

    make bench ONLY=tricks, or with options: PYTHONPATH=hooks:tests python -m benchmarks.tricks [--times 5] [--only name …]

A trick is a change of somebody else's file or private name, or code that is there for speed alone. Each is switched off by
a change of text in a copy of the project, which fails when it finds nothing to change. A trick that gains less than 5 %
in what it is for goes.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path
from statistics import median
from typing import IO, Any, NamedTuple, cast

from playwright.sync_api import Browser, sync_playwright

from benchmarks.report import Table, publish
from benchmarks.stock import WORK
from benchmarks.web import build, nginx
from support.nginx import free_port
from support.project import ROOT, copy_project, environment
from support.site_server import CHROMIUM_OPTIONS, PHONE

LEAST_GAIN = 0.05
SLOWDOWN = 4  # times; what Lighthouse takes for a phone
LONG = 50  # milliseconds; what a task takes beyond them blocks the reader, as Lighthouse counts
SETTLED = 4000  # milliseconds, after which a page has nothing more to do
EDITED = "docs/shell/concurrency.md"
PAGES = {
    "最长的专题页": "iptables/matches/",
    "最长的专题页的一节": "iptables/matches/#further-reading",
    "术语表": "glossary/",
}


class Trick(NamedTuple):
    """One trick: how it is switched off, as (file, text, what stands there without it), and what it is for.

    ``measure`` names one of the columns of ``Figures``; ``page`` the page that is opened, where it is about pages.
    """

    name: str
    measure: str
    changes: tuple[tuple[str, str, str], ...]
    page: str = ""


class Figures(NamedTuple):
    """What can be measured of a build (seconds), of an edit (seconds) and of a page (milliseconds; a shift has no unit)."""

    cpu: float = 0
    wall: float = 0
    edit: float = 0
    blocking: float = 0
    paint: float = 0
    wait: float = 0
    shift: float = 0


UNITS = {
    "cpu": "秒处理器",
    "wall": "秒",
    "edit": "秒处理器",
    "blocking": "毫秒",
    "paint": "毫秒",
    "wait": "毫秒",
    "shift": "",
}
MEASURES = {
    "cpu": "构建，处理器时间",
    "wall": "构建，时间",
    "edit": "改一页后的全站，处理器时间",
    "blocking": "打开，阻塞时间（处理器时间）",
    "paint": "打开，到首次绘制为止的处理器时间",
    "wait": "打开，到首次绘制为止（按时钟，机器要闲）",
    "shift": "打开，布局移动（CLS）",
}
TRICKS = (
    Trick(
        "搜索索引在另一个进程里建", "wall",
        (("hooks/handbook/search/process.py", "self._tasks.put((Task(work, args, options), future))", "future.set_result(work(*args, **options))"),),
    ),
    Trick(
        "记住渲染过的页面（serve）", "edit",
        (("hooks/handbook/serve/memory.py", "self._now.get(key) or self._before.get(key) or make()", "make()"),),
    ),
    Trick(
        "脚本的活等浏览器空闲再干（IDLE，10 处补丁）", "blocking",
        (("hooks/theme.py", "            *IDLE,\n", ""),), "最长的专题页",
    ),
    Trick(
        "表格的框在构建时加好（TABLES，1 处补丁）", "shift",
        (
            ("hooks/theme.py", "            *TABLES,\n", ""),
            ("hooks/theme.py", "mark_outside(box_tables(html))", "mark_outside(html)"),
        ),
        "最长的专题页的一节",
    ),
    Trick(
        "视野以外空闲时再排版（content.js）", "paint",
        (("overrides/partials/root-classes.html", 'classList.add("lazy-layout")', 'classList.add("no-lazy-layout")'),),
        "最长的专题页",
    ),
    Trick(
        "视野以外空闲时再排版（content.js），阻塞", "blocking",
        (("overrides/partials/root-classes.html", 'classList.add("lazy-layout")', 'classList.add("no-lazy-layout")'),),
        "最长的专题页",
    ),
    Trick(
        "根元素的类先写好（root-classes）", "blocking",
        (
            ("overrides/partials/root-classes.html", '  document.documentElement.className = "js js-focus-visible"\n', ""),
            ("overrides/partials/root-classes.html", '  document.documentElement.setAttribute("data-js-focus-visible", "")\n', ""),
        ),
        "最长的专题页",
    ),
    Trick(
        "Linux 上按文件找字体（local）", "wait",
        (("overrides/partials/root-classes.html", 'classList.add("linux")', 'classList.add("any")'),), "最长的专题页",
    ),
    Trick(
        "搜索的 worker 用到才起", "blocking",
        (("overrides/partials/search-worker.html", 'if (location.protocol !== "file:") {', "if (false) {"),), "最长的专题页",
    ),
    Trick(
        "手机上收起的导航不排版", "blocking",
        (("docs/assets/stylesheets/extra.css", "    content-visibility: hidden;\n", ""),), "最长的专题页",
    ),
    Trick(
        "术语表看得到才排版", "blocking",
        (
            ("docs/assets/stylesheets/extra.css", ".md-typeset .term-group {\n  content-visibility: auto;", ".md-typeset .term-group {"),
            ("docs/assets/stylesheets/extra.css", "  content-visibility: auto;\n  contain-intrinsic-size: auto var(--usual-height);", ""),
        ),
        "术语表",
    ),
)  # fmt: skip


def main() -> int:
    """Measure the tricks that the command line names, or all; publish all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--times", type=int, default=5)
    parser.add_argument("--only", nargs="+", default=[], help="parts of names; the result is printed, not kept")
    options = parser.parse_args()
    chosen = [trick for trick in TRICKS if not options.only or any(part in trick.name for part in options.only)]
    rows = []
    with _bench() as bench:
        for trick in chosen:
            rows.append(_row(trick, *_compare(bench, trick, options.times)))
            print("｜".join(rows[-1]), flush=True)
    table = Table(
        "每样取巧值多少",
        ["取巧的做法", "量什么", "有它", "没有它", "没有是有的几倍", "结论"],
        rows,
        f"真的手册；有和没有轮流量，各 {options.times} 次，比值是每一对的比值的中位数。打开：手机大小的 Chromium，主线程每个任务的处理器时间乘以 {SLOWDOWN}，机器忙也量得准。",
    )
    return 0 if options.only else int(not publish("tricks", [table]))


def _row(trick: Trick, on: float, off: float, ratio: float) -> list[str]:
    what = MEASURES[trick.measure] + (f"，{trick.page}" if trick.page else "")
    verdict = "留" if ratio >= 1 + LEAST_GAIN else "不到 5%"
    return [trick.name, what, _cell(on, trick), _cell(off, trick), f"{ratio:.2f}", verdict]


def _cell(value: float, trick: Trick) -> str:
    digits = 3 if trick.measure == "shift" else 0 if UNITS[trick.measure] == "毫秒" else 2
    return f"{value:.{digits}f} {UNITS[trick.measure]}".strip()


class Bench(NamedTuple):
    """What all measurements share: the project with every trick, its site behind a web server, and a browser."""

    project: Path
    url: str
    browser: Browser


@contextmanager
def _bench() -> Iterator[Bench]:
    project = _project("on")
    with _site(project) as url, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=CHROMIUM_OPTIONS)
        yield Bench(project, url, browser)
        browser.close()


@contextmanager
def _site(project: Path) -> Iterator[str]:
    """Build a project, its diagrams drawn, and give the address at which nginx serves it."""
    port = free_port()
    url = f"http://127.0.0.1:{port}/"
    build(project, "mkdocs.yml", project / "site", url)
    with nginx(project / "site", port, project / "nginx"):
        yield url


def _compare(bench: Bench, trick: Trick, times: int) -> tuple[float, float, float]:
    """Return the medians with the trick and without it, and the median of the pairs' ratios."""
    other = _project("off", trick.changes)
    # Drawings are made once: they are the same with and without.
    shutil.copytree(bench.project / "build", other / "build")
    with ExitStack() as stack:
        measures: list[Callable[[], Figures]]
        if trick.page:
            addresses = [bench.url, stack.enter_context(_site(other))]
            measures = [partial(_open, bench.browser, url + PAGES[trick.page]) for url in addresses]
        elif trick.measure == "edit":
            measures = [stack.enter_context(_rounds(project)) for project in (bench.project, other)]
        else:
            measures = [partial(_build, project) for project in (bench.project, other)]
        pairs = []
        for number in range(times):
            on, off = (0, 1) if number % 2 else (1, 0)
            first, second = (getattr(measures[which](), trick.measure) for which in (on, off))
            pairs.append((first, second) if on == 0 else (second, first))
    return (
        median(on for on, _ in pairs),
        median(off for _, off in pairs),
        # A page that does not shift, or does not block, at all: what is left is noise of a thousandth.
        median((off + 0.001) / (on + 0.001) for on, off in pairs),
    )


def _project(name: str, changes: tuple[tuple[str, str, str], ...] = ()) -> Path:
    project = WORK / f"tricks-{name}"
    shutil.rmtree(project, ignore_errors=True)
    copy_project(project)
    for file, old, new in changes:
        path = project / file
        text = path.read_text(encoding="utf-8")
        if old not in text:
            raise SystemExit(f"{file} 里没有 {old!r}：取巧的做法改了写法，benchmarks/tricks.py 要跟着改")
        path.write_text(text.replace(old, new), encoding="utf-8")
    return project


def _build(project: Path) -> Figures:
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(project / "site-timed")]
    start = time.perf_counter()
    process = subprocess.Popen(command, cwd=project, env=environment(DIAGRAMS="reader"), stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)  # of this process, without its children
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{project} 构建失败")
    return Figures(cpu=usage.ru_utime + usage.ru_stime, wall=time.perf_counter() - start)


@contextmanager
def _rounds(project: Path) -> Iterator[Callable[[], Figures]]:
    """Give the function that edits a page and has the site built again by the process that has built it before."""
    program = [sys.executable, str(ROOT / "tests/support/rounds.py")]
    with subprocess.Popen(
        program, cwd=project, env=environment(DIAGRAMS="reader"), stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL, text=True,
    ) as process:  # fmt: skip

        def order(*saved: Path) -> dict[str, Any]:
            print(
                json.dumps({"site": str(project / "mkdocs_site"), "saved": list(map(str, saved)), "open": []}),
                file=process.stdin,
                flush=True,
            )
            return cast("dict[str, Any]", json.loads(cast("IO[str]", process.stdout).readline()))

        def measure() -> Figures:
            page = project / EDITED
            page.write_text(page.read_text(encoding="utf-8") + "\n又一段话。\n", encoding="utf-8")
            answer = order(page)
            if answer["failed"]:
                raise SystemExit(f"{project} 构建失败：{answer['failed']}")
            return Figures(edit=answer["cpu"])

        order()
        yield measure
        process.kill()


def _open(browser: Browser, url: str) -> Figures:
    """Open a page in a fresh context and wait until it has nothing more to do."""
    with browser.new_context(**PHONE) as context:
        page = context.new_page()
        browser.start_tracing(page=page, categories=["toplevel", "devtools.timeline", "loading"])
        page.goto(url, wait_until="load")
        page.wait_for_timeout(SETTLED)
        return figures_of_trace(json.loads(browser.stop_tracing())["traceEvents"])


def figures_of_trace(events: list[dict[str, Any]]) -> Figures:
    """Return what the events of one page's trace say of its main thread, in processor time; a shift has none.

    A busy machine makes a task longer, not its processor time: with ten programs beside it, pages opened one after the other
    differ by 5 %, where the time on the clock is thirty times as long. Only what a page waits for, such as the browser's answer
    about a font, is on the clock alone: ``wait``.
    """
    paint = next(event for event in reversed(events) if event["name"] == "firstContentfulPaint")
    own = [event for event in events if (event["pid"], event["tid"]) == (paint["pid"], paint["tid"])]
    begin = next(event for event in reversed(own) if event["name"] == "navigationStart" and event["ts"] < paint["ts"])
    tasks = [event for event in own if event["name"] == "ThreadControllerImpl::RunTask" and "tdur" in event]
    shifts = [event["args"]["data"]["score"] for event in own if event["name"] == "LayoutShift"]
    return Figures(
        blocking=sum(max(0, event["tdur"] / 1000 * SLOWDOWN - LONG) for event in tasks),
        paint=sum(event["tdur"] / 1000 * SLOWDOWN for event in tasks if event["ts"] < paint["ts"]),
        wait=(paint["ts"] - begin["ts"]) / 1000,
        shift=sum(shifts),
    )


if __name__ == "__main__":
    sys.exit(main())
