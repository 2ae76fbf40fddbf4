"""What the glossary costs: whole builds with the hook on and off, and how the extension's share grows.

Run it with ``make bench``. It builds copies in a temporary folder, alternating on and off, and prints medians of the
whole process (wall clock, and processor time, which other work on the machine disturbs less). It fails if the hook
adds more than the goal to the processor time of a build.
"""

from __future__ import annotations

import argparse
import copy
import os
import re
import resource
import shutil
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

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "hooks")]

from benchmarks.generate import glossary_entries, term_names, write_book, write_page  # noqa: E402

from glossary_extension import GlossaryExtension, GlossaryTreeprocessor  # noqa: E402
from glossary_terms import Term, load_terms  # noqa: E402

HOOK = "hooks/glossary.py"
TERMS = 300
GOAL = 1.05
EXTENSIONS = ["admonition", "attr_list", "def_list", "md_in_html", "tables", "toc", "pymdownx.details", "pymdownx.superfences"]  # fmt: skip


def main() -> int:
    """Run the benchmarks that the command line names; return 1 if the goal is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pairs", type=int, default=7, help="builds with the hook on and off, each")
    parser.add_argument("--pages", type=int, default=240, help="pages of the generated site")
    parser.add_argument("--only", choices=["real", "generated", "growth"], help="run one part")
    options = parser.parse_args()
    ratios = []
    with tempfile.TemporaryDirectory() as folder:
        if options.only in (None, "real"):
            real = copy_project(Path(folder) / "real")
            fill_glossary(real, page="glossary.md")
            ratios.append(compare(real, "手册", options.pairs))
        if options.only in (None, "generated"):
            generated = copy_project(Path(folder) / "generated")
            replace_pages(generated, options.pages)
            ratios.append(compare(generated, f"生成的 {options.pages} 页", options.pairs))
    if options.only in (None, "growth"):
        show_growth()
    return int(any(ratio > GOAL for ratio in ratios))


def copy_project(target: Path) -> Path:
    """Copy what a build reads, and write the two configurations ``on.yml`` and ``off.yml``."""
    target.mkdir()
    for name in ("docs", "data", "examples", "hooks", "overrides"):
        shutil.copytree(ROOT / name, target / name, ignore=shutil.ignore_patterns("__pycache__"))
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    off = re.sub(rf"^ *- {re.escape(HOOK)}\n", "", config, flags=re.MULTILINE)
    on = config if off != config else config.replace("\nhooks:\n", f"\nhooks:\n  - {HOOK}\n", 1)
    for name, text in (("on", on), ("off", off)):
        # A page that someone is writing must not stop the measurement.
        (target / f"{name}.yml").write_text(text.replace("\nstrict: true\n", "\nstrict: false\n"), encoding="utf-8")
    return target


def fill_glossary(project: Path, page: str) -> None:
    """Add generated entries until the glossary has ``TERMS`` of them."""
    path = project / "data" / "glossary.yml"
    missing = max(0, TERMS - len(load_terms(path)))
    path.write_text(
        path.read_text(encoding="utf-8") + "\n" + glossary_entries(term_names(missing), page, "network"), "utf-8"
    )


def replace_pages(project: Path, pages: int) -> None:
    """Put generated pages in the place of the handbook's and let MkDocs make the navigation."""
    for path in project.glob("docs/*"):
        if path.name not in ("assets", "glossary.md", "index.md"):
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    for name in ("index.md", "glossary.md"):
        (project / "docs" / name).write_text(
            "# 首页\n" if name == "index.md" else "# 术语表\n\n<!-- glossary: terms -->\n", "utf-8"
        )
    names = term_names(TERMS)
    write_book(project / "docs", pages, names)
    (project / "data" / "glossary.yml").write_text(glossary_entries(names, "glossary.md", "network"), encoding="utf-8")
    (project / "data" / "corrections.yml").write_text("[]\n", encoding="utf-8")
    for name in ("on.yml", "off.yml"):
        text = (project / name).read_text(encoding="utf-8")
        (project / name).write_text(re.sub(r"^nav:\n(?:[ #].*\n|\n)*", "", text, flags=re.MULTILINE), encoding="utf-8")


def compare(project: Path, title: str, pairs: int) -> float:
    """Build alternating, print the medians, return the ratio of the processor times."""
    times: dict[str, list[tuple[float, float]]] = {"off": [], "on": []}
    build(project, "on")  # caches of the operating system and of Python
    for number in range(pairs):
        for name in ("off", "on") if number % 2 else ("on", "off"):
            times[name].append(build(project, name))
    wall = {name: median(pair[0] for pair in found) for name, found in times.items()}
    cpu = {name: median(pair[1] for pair in found) for name, found in times.items()}
    links = sum(
        path.read_text(encoding="utf-8").count('class="term"') for path in (project / "site-on").rglob("*.html")
    )
    print(f"{title}：{TERMS} 条词条，{links} 个链接，{pairs} 对，中位数")
    for label, found in (("墙上时间", wall), ("处理器时间", cpu)):
        print(f"  {label}  关 {found['off']:.2f} s  开 {found['on']:.2f} s  比值 {found['on'] / found['off']:.3f}")
    return cpu["on"] / cpu["off"]


def build(project: Path, name: str) -> tuple[float, float]:
    """Build with one configuration in a process of its own; return its wall-clock and processor time in seconds."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-f", f"{name}.yml", "-d", f"site-{name}"]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{name}.yml 构建失败：\n{done.stdout[-2000:]}{done.stderr[-4000:]}")
    wall, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def show_growth() -> None:
    """Print what the extension takes by length of text and number of terms, beside rendering the page without it."""
    names = term_names(1000)
    print("扩展本身，每页毫秒（括号里是占渲染时间的百分比）")
    print("  词条      " + "".join(f"正文 ×{size:<14}" for size in (1, 2, 4)))
    sources = {size: write_page(1, names, size=1500 * size) for size in (1, 2, 4)}
    for count in (100, 300, 1000):
        terms = [Term(f"t{n}", name, name, "定义。", "other.md", "topic") for n, name in enumerate(names[:count])]
        cells = (measure_extension(source, terms) for source in sources.values())
        print(f"  {count:<8}" + "".join(f"{taken:>9.3f}（{share:.1%}）  " for taken, share in cells))


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
