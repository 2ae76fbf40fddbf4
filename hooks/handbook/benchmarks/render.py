"""The benchmarks' data as Markdown. Pure: a mistake in the file raises ``MistakeError``, as in every data file."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from handbook.mistakes import Mistake, MistakeError
from handbook.plain import in_markdown
from handbook.yaml_lines import control_character

DATA = "data/benchmarks.json"
_KEYS = {"date", "machine", "versions", "tables"}
PARTS = ("build", "edit", "glossary", "search", "visit", "lighthouse", "tricks")


def load_benchmarks(path: Path) -> dict[str, Any]:
    """Return what ``make bench`` has kept, by part. Raises ``MistakeError`` when the file is not its own."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise MistakeError(
            Mistake(DATA, getattr(error, "lineno", 1), f"读不懂（{error}）；重新运行 make bench")
        ) from None
    parts = list(data.values()) if isinstance(data, dict) else [data]
    if not all(isinstance(part, dict) and part.keys() >= _KEYS for part in parts):
        raise MistakeError(Mistake(DATA, 1, f"每一项要有 {'、'.join(sorted(_KEYS))}；重新运行 make bench"))
    if control := control_character(data):
        raise MistakeError(Mistake(DATA, 1, f"有控制字符 U+{ord(control):04X}；重新运行 make bench"))
    return dict(data)


def render_summary(data: dict[str, Any]) -> list[str]:
    """Return the lines of a table: for each measurement with goals how many are met, and the one missed by most."""
    lines = ["", _row(["量的是什么", "达到的目标", "差得最多的"]), _row(["---"] * 3)]
    for name in (part for part in PARTS if part in data):
        for number, table in enumerate(data[name]["tables"], start=1):
            if goals := table["goals"]:
                missed = [goal for goal in goals if goal["value"] > goal["limit"]]
                # By how many times; a limit of nothing is missed by the value itself.
                worst = max(missed, key=lambda goal: goal["value"] / (goal["limit"] or 1), default=None)
                met = f"{len(goals) - len(missed)} / {len(goals)}"
                lines.append(
                    _row([f"[{in_markdown(table['title'])}](#{name}-{number})", met, _told(worst) if worst else "没有"])
                )
    return [*lines, ""]


def render_part(data: dict[str, Any], name: str) -> list[str]:
    """Return the lines of one part: each table with its goals, then when and where it was measured."""
    if name not in data:
        return ["", f"这一项还没有测：`make bench ONLY={name}`。", ""]
    part = data[name]
    lines: list[str] = []
    for number, table in enumerate(part["tables"], start=1):
        lines += ["", f"### {in_markdown(table['title'])} {{#{name}-{number}}}", ""]
        lines += [
            _row(map(in_markdown, table["columns"])),
            _row(["---"] * len(table["columns"])),
            *(_row(map(in_markdown, row)) for row in table["rows"]),
        ]
        lines += ["", in_markdown(table["note"])] if table["note"] else []
        if goals := table["goals"]:
            met = sum(goal["value"] <= goal["limit"] for goal in goals)
            lines += ["", f"目标 {len(goals)} 项，达到 {met} 项。" + ("没有达到的：" if met < len(goals) else ""), ""]
            lines += [f"- {_told(goal)}" for goal in goals if goal["value"] > goal["limit"]]
    versions = "，".join(in_markdown(f"{package} {version}") for package, version in part["versions"].items())
    return [*lines, "", f"{in_markdown(part['date'])} 测于 {in_markdown(part['machine'])}；{versions}。", ""]


def _told(goal: dict[str, Any]) -> str:
    return f"{in_markdown(goal['text'])}：{goal['value']:.3g}，目标不超过 {goal['limit']:.3g}"


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
