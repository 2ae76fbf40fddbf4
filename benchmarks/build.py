"""How long a build takes against Material as it comes, on generated handbooks of several sizes, and what each hook costs.

    python -m benchmarks.build [--pages 60 240 960] [--pairs 5]

Whole processes, alternating; ratios of medians. The handbook's diagrams were drawn and its templates compiled by an
earlier build, as they are for whoever has built before; everything else is made from nothing.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from statistics import median
from typing import NamedTuple

from benchmarks.report import Goal, Table, publish
from benchmarks.stock import JIEBA, WORK, pythons, versions, write_configs
from support.project import copy_generated, environment

NAMES = {"mkdocs": "本手册", "stock": "Material + jieba + mermaid2", "plain": "Material，两样都不装"}
# (against, the most that the ratio may be)
LIMITS = {"stock": 0.55, "plain": 1.10}
SHARES = Path(__file__).with_name("shares.py")


class Run(NamedTuple):
    """One build: seconds by the clock, and the most memory that the process held, in MiB."""

    wall: float
    memory: float


def main() -> int:
    """Measure the sizes that the command line names; return 1 if a goal is missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, nargs="+", default=[60, 240, 960])
    parser.add_argument("--pairs", type=int, default=5)
    options = parser.parse_args()
    runs: dict[int, dict[str, list[Run]]] = {}
    shares: dict[str, float] = {}
    for pages in options.pages:
        project = make_project(pages)
        # The slowest takes minutes at the greatest size, and its ratio is the clearest.
        runs[pages] = _measure(project, pythons(), options.pairs if pages < 500 else min(options.pairs, 3))
        shares = _shares(project)
    return int(not publish("build", [_times(runs), _hooks(max(options.pages), shares)], versions(JIEBA)))


def make_project(pages: int) -> Path:
    """Return a generated handbook with every variant's configuration, in the folder for measurements."""
    project = WORK / f"build-{pages}"
    shutil.rmtree(project, ignore_errors=True)
    write_configs(copy_generated(project, pages))
    return project


def _measure(project: Path, programs: Mapping[str, Path], pairs: int) -> dict[str, list[Run]]:
    _build(project, "mkdocs", programs["mkdocs"])  # the diagrams, and the caches of the operating system
    runs: dict[str, list[Run]] = {name: [] for name in NAMES}
    for number in range(pairs):
        for name in list(NAMES) if number % 2 else reversed(NAMES):
            runs[name].append(_build(project, name, programs[name]))
    return runs


def _build(project: Path, name: str, python: Path) -> Run:
    command = [str(python), "-m", "mkdocs", "build", "--quiet", "-f", f"{name}.yml", "-d", f"site-{name}"]
    start = time.perf_counter()
    with (project / f"{name}.log").open("w+") as log:
        process = subprocess.Popen(command, cwd=project, env=environment(DIAGRAMS="build"), stdout=log, stderr=log)
        # Unlike RUSAGE_CHILDREN, this is the memory of this process and not of the largest so far.
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        complaints = (project / f"{name}.log").read_text(encoding="utf-8")
        raise SystemExit(f"{project}/{name}.yml 构建失败：\n{complaints[-3000:]}")
    return Run(time.perf_counter() - start, usage.ru_maxrss / 1024)


def _shares(project: Path) -> dict[str, float]:
    """Return the seconds that each feature's hooks and extensions took in one build; `total` is the build."""
    command = [sys.executable, str(SHARES), str(project / "site-shares")]
    done = subprocess.run(
        command, cwd=project, env=environment(DIAGRAMS="build"), capture_output=True, text=True, check=True
    )
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found


def _times(runs: Mapping[int, Mapping[str, list[Run]]]) -> Table:
    rows, goals = [], []
    seconds = {
        pages: {name: median(run.wall for run in found[name]) for name in NAMES} for pages, found in runs.items()
    }
    for pages, found in runs.items():
        for name, label in NAMES.items():
            own = seconds[pages]["mkdocs"]
            rows.append([
                f"{pages} 页，{label}", f"{seconds[pages][name]:.2f} 秒", f"{own / seconds[pages][name]:.2f}",
                f"{1000 * seconds[pages][name] / pages:.1f} 毫秒", f"{max(run.memory for run in found[name]):.0f} MiB",
            ])  # fmt: skip
            if name in LIMITS:
                goals.append(Goal(f"{pages} 页，本手册比{label}", own / seconds[pages][name], LIMITS[name]))
    return Table(
        "从头构建",
        ["谁", "整个进程", "本手册是它的几倍", "每页", "最多占内存"],
        rows,
        "生成的手册，每页约 1,500 个汉字、代码、表格、一张各不相同的图、一个示例的实测、一条勘误，300 条词条。"
        "交替构建，取中位数。本手册的图和编译过的模板沿用上一次构建的，其余从零开始。内存是最大的一个进程的；本手册另有一个进程建搜索索引。",
        goals,
    )


def _hooks(pages: int, shares: Mapping[str, float]) -> Table:
    total = shares["total"]
    features = sorted((name for name in shares if name != "total"), key=lambda name: -shares[name])
    rows = [[f"`{name}`", f"{shares[name]:.3f} 秒", f"{shares[name] / total:.1%}"] for name in features]
    return Table(
        f"每个功能占构建的多少（{pages} 页）",
        ["功能", "用时", "占比"],
        rows,
        "搜索索引由另一个进程建，这里只有交给它和等它的时间。`quick` 代替 Python-Markdown 自己的行内处理，不是多出来的。",
    )


if __name__ == "__main__":
    sys.exit(main())
