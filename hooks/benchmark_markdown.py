"""The benchmarks' data as Markdown. Pure: a mistake in the file raises ``YamlError``, as in every data file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from yaml_lines import YamlError

DATA = "data/benchmarks.json"
PARTS = ("build", "edit", "glossary", "search", "visit", "lighthouse")


def load_benchmarks(path: Path) -> dict[str, Any]:
    """Return what ``make bench`` has kept, by part. Raises ``YamlError`` when the file is not its own."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        parts = {name: (part["date"], part["machine"], part["versions"], part["tables"]) for name, part in data.items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise YamlError(DATA, getattr(error, "lineno", 1), f"读不懂（{error}）；重新运行 make bench") from None
    return {name: data[name] for name in parts}


def render_part(data: dict[str, Any], name: str) -> list[str]:
    """Return the lines of one part: each table with its goals, then when and where it was measured."""
    if name not in data:
        return ["", f"这一项还没有测：`make bench ONLY={name}`。", ""]
    part = data[name]
    lines: list[str] = []
    for number, table in enumerate(part["tables"], start=1):
        lines += ["", f"### {table['title']} {{#{name}-{number}}}", ""]
        lines += [_row(table["columns"]), _row(["---"] * len(table["columns"])), *map(_row, table["rows"])]
        lines += ["", table["note"]] if table["note"] else []
        if goals := table["goals"]:
            met = sum(goal["value"] <= goal["limit"] for goal in goals)
            lines += ["", f"目标 {len(goals)} 项，达到 {met} 项。" + ("没有达到的：" if met < len(goals) else ""), ""]
            lines += [
                f"- {goal['text']}：{goal['value']:.3g}，目标不超过 {goal['limit']:.3g}"
                for goal in goals
                if goal["value"] > goal["limit"]
            ]
    versions = "，".join(f"{package} {version}" for package, version in part["versions"].items())
    return [*lines, "", f"{part['date']} 测于 {part['machine']}；{versions}。", ""]


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"
