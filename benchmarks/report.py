"""What the benchmarks found: printed, and kept as data that a page of the site shows."""

from __future__ import annotations

import datetime
import json
import platform
import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from importlib.metadata import version
from pathlib import Path
from typing import Any

FILE = Path(__file__).resolve().parents[1] / "data/benchmarks.json"
PACKAGES = ("mkdocs", "mkdocs-material", "mkdocs-mermaid2-plugin", "Markdown", "pymdown-extensions")


@dataclass(frozen=True)
class Goal:
    """A figure that may not be more than a limit."""

    text: str
    value: float
    limit: float


@dataclass(frozen=True)
class Table:
    """One table: the cells are texts; the first of a row is its label."""

    title: str
    columns: Sequence[str]
    rows: Sequence[Sequence[str]]
    note: str = ""
    goals: Sequence[Goal] = field(default=())


def publish(part: str, tables: Sequence[Table], versions: Mapping[str, str] | None = None) -> bool:
    """Print the tables and put them in place of the part's earlier ones in the data file; tell whether all goals were met.

    ``versions`` are those of programs that only this part uses.
    """
    for table in tables:
        print(f"\n## {table.title}\n")
        for row in (table.columns, ["---"] * len(table.columns), *table.rows):
            print(f"| {' | '.join(row)} |")
        for goal in table.goals:
            print(
                f"{'达到' if goal.value <= goal.limit else '没有达到'}：{goal.text} {goal.value:.3g} ≤ {goal.limit:g}"
            )
    data: dict[str, Any] = json.loads(FILE.read_text(encoding="utf-8")) if FILE.exists() else {}
    data[part] = {
        "date": datetime.datetime.now(tz=datetime.UTC).date().isoformat(),
        "machine": _machine(),
        "versions": {**{name: version(name) for name in PACKAGES}, **(versions or {})},
        "tables": [asdict(table) for table in tables],
    }
    FILE.write_text(json.dumps(dict(sorted(data.items())), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return all(goal.value <= goal.limit for table in tables for goal in table.goals)


def _machine() -> str:
    """Return the machine in a few words."""
    info = Path("/proc/cpuinfo").read_text(encoding="utf-8")
    models = re.findall(r"^model name\s*: (.*)$", info, re.MULTILINE)
    cores = len(re.findall(r"^processor\s*:", info, re.MULTILINE))
    system = platform.freedesktop_os_release().get("PRETTY_NAME", platform.system())
    return f"{cores} 核 {models[0] if models else platform.machine()}，{system}，Python {platform.python_version()}"
