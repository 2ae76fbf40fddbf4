"""Copies of the handbook's machinery in another folder, with its own pages or with generated ones."""

from __future__ import annotations

import json
import os
import re
import shutil
from pathlib import Path

from support.generate import glossary_entries, term_names, write_page

ROOT = Path(__file__).resolve().parents[2]
TERMS = 300
_LISTS = {
    "index.md": "# 首页\n",
    "glossary.md": "# 术语表\n\n<!-- list: terms -->\n",
    "corrections.md": "# 勘误\n\n<!-- list: corrections -->\n",
    "verification.md": "# 验证一览\n\n<!-- list: examples -->\n",
}


def environment(**more: str) -> dict[str, str]:
    """Return this process's environment for a build: Python keeps compiled modules, as it does unless it is told not to."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "NO_MKDOCS_2_WARNING": "1", **more}


def copy_project(target: Path) -> Path:
    """Copy what a build reads to ``target``, and return it."""
    target.mkdir(parents=True)
    for name in ("docs", "data", "examples", "hooks", "lab", "overrides"):
        shutil.copytree(ROOT / name, target / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", target)
    return target


def copy_generated(target: Path, pages: int) -> Path:
    """Copy the machinery to ``target``, with ``pages`` generated pages in place of the handbook's; return it.

    Each page has what a page of the handbook has: terms to link, code, a table, boxes, a diagram of its own, one of the
    handbook's examples with its proof, and a correction. MkDocs makes the navigation.
    """
    project = copy_project(target)
    for path in project.glob("docs/*"):
        if path.name != "assets":
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    for name, text in _LISTS.items():
        (project / "docs" / name).write_text(text, encoding="utf-8")
    shown = _keep_examples(project / "examples", pages)
    names = term_names(TERMS)
    corrections = []
    for number in range(pages):
        page = f"part-{number // 20:02}/page-{number:03}.md"
        example, file = shown[number % len(shown)]
        text = write_page(number, names) + (
            f'\n## 实测 {{#proof}}\n\n```text example="{file}"\n```\n\n<!-- correction: generated-{number} -->\n'
        )
        path = project / "docs" / page
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        corrections.append({
            "id": f"generated-{number}", "topic": "network", "claim": f"第 {number} 种说法", "truth": "不是这样。",
            "why": "名字容易误会。", "looks_like": "看着一样。", "evidence": [{"example": example}], "page": f"{page}#proof",
        })  # fmt: skip
    data = project / "data"
    shutil.rmtree(data / "codes")  # they name pages and examples of the handbook
    (data / "corrections.yml").write_text(json.dumps(corrections, ensure_ascii=False), encoding="utf-8")
    (data / "glossary.yml").write_text(glossary_entries(names, "glossary.md", "network"), encoding="utf-8")
    config = project / "mkdocs.yml"
    config.write_text(section(config.read_text(encoding="utf-8"), "nav")[1], encoding="utf-8")
    return project


def section(config: str, name: str) -> tuple[str, str]:
    """Return a section of a configuration's text, and the text without it."""
    found = re.search(rf"^{name}:.*\n(?:[ #].*\n|\n)*", config, re.MULTILINE)
    if found is None:
        raise ValueError(f"mkdocs.yml has no section {name}")
    return found[0], config[: found.start()] + config[found.end() :]


def _keep_examples(folder: Path, count: int) -> list[tuple[str, str]]:
    """Keep the first ``count`` examples that were executed; return (name, a file to show) of each."""
    shown: list[tuple[str, str]] = []
    for settings in sorted(folder.glob("*/*/example.yml")):
        directory = settings.parent
        if len(shown) < count and (directory / "run.sh").exists() and "files:" not in settings.read_text("utf-8"):
            shown.append((directory.relative_to(folder).as_posix(), f"{directory.relative_to(folder)}/run.sh"))
        else:
            shutil.rmtree(directory)
    return shown
