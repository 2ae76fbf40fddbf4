"""What the glossary costs: whole builds with the hook on and off, and how the extension's share grows.

Run it with ``make bench``. It builds copies in a temporary folder, alternating on and off, and prints medians of the
processor time, which other work on the machine disturbs less than the clock. It fails if the hook
adds more than the goal to the processor time of a build.
"""

from __future__ import annotations

import argparse
import copy
import os
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from benchmarks.report import Goal, Table, publish
from handbook.glossary.extension import GlossaryExtension, GlossaryTreeprocessor
from handbook.glossary.terms import Term
from support.generate import term_names, write_page
from support.project import TERMS, copy_generated, copy_project, environment

HOOK = "hooks/glossary.py"
GOAL = 1.05
EXTENSIONS = ["admonition", "attr_list", "def_list", "md_in_html", "tables", "toc", "pymdownx.details", "pymdownx.superfences"]  # fmt: skip


def main() -> int:
    """Run the benchmarks that the command line names; return 1 if the goal is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pairs", type=int, default=7, help="builds with the hook on and off, each")
    parser.add_argument("--pages", type=int, default=240, help="pages of the generated site")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        real = copy_project(Path(folder) / "real")
        keep_terms(real / "data/glossary.yml", TERMS)
        generated = copy_generated(Path(folder) / "generated", options.pages)
        costs = [
            compare(project, title, options.pairs)
            for project, title in ((real, "手册"), (generated, f"生成的 {options.pages} 页"))
        ]
    cost = Table(
        f"术语链接让构建慢多少（{TERMS} 条词条）",
        ["站点", "链接", "关", "开是关的几倍"],
        [[title, str(links), f"{off:.2f} 秒", f"{ratio:.3f}"] for title, links, off, ratio in costs],
        f"处理器时间，限在一个核上；{options.pairs} 对交替构建的中位数。",
        [Goal(f"{title}，开比关", ratio, GOAL) for title, _, _, ratio in costs],
    )
    return int(not publish("glossary", [cost, growth()]))


def keep_terms(path: Path, count: int) -> None:
    """Keep the first entries of a glossary."""
    starts = [found.start() for found in re.finditer(r"^- ", path.read_text(encoding="utf-8"), re.MULTILINE)]
    text = path.read_text(encoding="utf-8")
    path.write_text(text[: starts[count]] if len(starts) > count else text, encoding="utf-8")


def compare(project: Path, title: str, pairs: int) -> tuple[str, int, float, float]:
    """Build alternating; return the title, the links, the median processor time without the hook, and the median ratio."""
    config = (project / "mkdocs.yml").read_text(encoding="utf-8").replace("\nstrict: true\n", "\nstrict: false\n")
    (project / "on.yml").write_text(config, encoding="utf-8")
    (project / "off.yml").write_text(config.replace(f"  - {HOOK}\n", ""), encoding="utf-8")
    times: dict[str, list[float]] = {"off": [], "on": []}
    build(project, "on")  # caches of the operating system and of Python
    for number in range(pairs):
        for name in ("off", "on") if number % 2 else ("on", "off"):
            times[name].append(build(project, name))
    links = sum(
        path.read_text(encoding="utf-8").count('class="term"') for path in (project / "site-on").rglob("*.html")
    )
    # Of two builds that follow each other: the machine's pace changes from minute to minute.
    return title, links, median(times["off"]), median(on / off for off, on in zip(*times.values(), strict=True))


def build(project: Path, name: str) -> float:
    """Build with one configuration in a process of its own; return its processor time in seconds."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-f", f"{name}.yml", "-d", f"site-{name}"]
    cores = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(cores)})  # for the child: two of its processes at once would slow each other down
    done = subprocess.run(command, cwd=project, env=environment(), capture_output=True, text=True, check=False)
    os.sched_setaffinity(0, cores)
    if done.returncode:
        raise SystemExit(f"{name}.yml 构建失败：\n{done.stdout[-2000:]}{done.stderr[-4000:]}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def growth() -> Table:
    """Return what the extension takes by length of text and number of terms, beside rendering the page without it."""
    names = term_names(1000)
    sources = {size: write_page(1, names, size=1500 * size) for size in (1, 2, 4)}
    rows = []
    for count in (100, 300, 1000):
        terms = [Term(f"t{n}", name, name, "定义。", "other.md", "topic") for n, name in enumerate(names[:count])]
        cells = (measure_extension(source, terms) for source in sources.values())
        rows.append([f"{count} 条词条", *(f"{taken:.2f} 毫秒（{share:.1%}）" for taken, share in cells)])
    columns = ["词条", *(f"{1500 * size} 个汉字" for size in sources)]
    return Table("术语链接每页多少时间", columns, rows, "括号里是占渲染这一页的比例。")


def measure_extension(source: str, terms: Sequence[Term], rounds: int = 30) -> tuple[float, float]:
    """Return the extension's time for a page in milliseconds and its share of rendering the page; best of ``rounds``."""
    roots: list[Element] = []

    class Keep(Treeprocessor):
        def run(self, root: Element) -> None:
            roots.append(copy.deepcopy(root))

    plain = Markdown(extensions=EXTENSIONS)
    rendering = min(_time(lambda: plain.reset().convert(source)) for _ in range(5))
    md = Markdown(extensions=EXTENSIONS)
    md.treeprocessors.register(Keep(md), "keep", 4)
    md.convert(source)
    extension = GlossaryExtension(terms, page="page.md")
    extension.extendMarkdown(md)
    processor = GlossaryTreeprocessor(md, extension)
    taken = []
    for _ in range(rounds):
        root = copy.deepcopy(roots[0])
        taken.append(_time(lambda root=root: processor.run(root)))
    return min(taken) * 1000, min(taken) / rendering


def _time(call: object) -> float:
    start = time.perf_counter()
    call()  # type: ignore[operator]
    return time.perf_counter() - start


if __name__ == "__main__":
    sys.exit(main())
