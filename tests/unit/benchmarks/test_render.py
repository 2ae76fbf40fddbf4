from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from handbook.benchmarks.render import load_benchmarks, render_part, render_summary
from handbook.mistakes import MistakeError

PART: dict[str, Any] = {
    "date": "2026-11-27",
    "machine": "2 核",
    "versions": {"mkdocs": "1.6.1"},
    "tables": [
        {
            "title": "从头构建",
            "columns": ["谁", "用时"],
            "rows": [["甲|乙", "1.00 秒"]],
            "note": "交替构建。",
            "goals": [
                {"text": "甲比乙", "value": 0.5, "limit": 0.55},
                {"text": "甲比丙", "value": 1.125, "limit": 1.1},
            ],
        }
    ],
}


def test_a_part_shows_tables_goals_and_where_it_was_measured() -> None:
    text = "\n".join(render_part({"build": PART}, "build"))
    assert "### 从头构建 {#build-1}\n\n| 谁 | 用时 |\n| --- | --- |\n| 甲\\|乙 | 1.00 秒 |\n\n交替构建。" in text
    assert "目标 2 项，达到 1 项。没有达到的：\n\n- 甲比丙：1.12，目标不超过 1.1" in text
    assert "甲比乙" not in text
    assert "2026-11-27 测于 2 核；mkdocs 1.6.1。" in text


def test_the_summary_counts_goals_and_names_the_one_missed_by_most() -> None:
    worse = {"text": "甲比丁", "value": 3, "limit": 1}
    many = {**PART, "tables": [*PART["tables"], {**PART["tables"][0], "goals": [PART["tables"][0]["goals"][1], worse]}]}
    good = {**PART, "tables": [{**PART["tables"][0], "goals": PART["tables"][0]["goals"][:1]}]}
    rows = render_summary({"build": many, "edit": good})
    assert rows[3:] == [
        "| [从头构建](#build-1) | 1 / 2 | 甲比丙：1.12，目标不超过 1.1 |",
        "| [从头构建](#build-2) | 0 / 2 | 甲比丁：3，目标不超过 1 |",
        "| [从头构建](#edit-1) | 1 / 1 | 没有 |",
        "",
    ]


def test_a_part_that_nobody_measured_says_how_to() -> None:
    assert render_part({}, "edit") == ["", "这一项还没有测：`make bench ONLY=edit`。", ""]


@pytest.mark.parametrize("text", ["", "{\n{", "[]", json.dumps({"build": {"date": "2026-11-27"}})])
def test_a_broken_file_is_named_with_the_remedy(tmp_path: Path, text: str) -> None:
    path = tmp_path / "benchmarks.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(MistakeError, match=r"^data/benchmarks\.json:\d+: .*make bench"):
        load_benchmarks(path)
