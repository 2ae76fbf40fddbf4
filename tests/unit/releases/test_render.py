"""Releases as Markdown: the table, the chart, and the sentence about the day of the check."""

from __future__ import annotations

from pathlib import Path

from handbook.releases.render import render_chart, render_table, render_today
from unit.releases.test_data import GOOD, load


def test_table_has_the_newest_release_first(tmp_path: Path) -> None:
    rows = [line for line in render_table(load(tmp_path, GOOD)) if line.startswith("| 1.")]
    assert rows == [
        "| 1.1 | 2026-04-01 | 2026-11-01 | 2027-01-01 | 弃用甲；差一天 |",
        "| 1.0 | 2026-01-01 | — | 2026-06-01 |  |",
    ]


def test_chart_splits_support_into_patches_and_maintenance(tmp_path: Path) -> None:
    chart = "\n".join(render_chart(load(tmp_path, GOOD)))
    assert "section 1.0\n    支持 :done, 2026-01-01, 2026-06-01" in chart
    assert "section 1.1\n    补丁 :done, 2026-04-01, 2026-11-01\n    维护 :crit, 2026-11-01, 2027-01-01" in chart


def test_sentence_is_one_about_the_day_of_the_check(tmp_path: Path) -> None:
    sentence = "\n".join(render_today(load(tmp_path, GOOD)))
    assert "2026-11-22 核对时受支持的次版本：1.1。" in sentence
    assert 'data-checked="2026-11-22"' in sentence


def test_chart_has_the_newest_releases_that_have_an_end(tmp_path: Path) -> None:
    text = "checked: '2026-11-22'\nreleases:\n" + "".join(
        f"- {{version: '1.{n}', released: '20{10 + n}-01-01', eol: '20{11 + n}-01-01', sources: [a]}}\n"
        for n in range(8)
    )
    sections = [line.split()[1] for line in render_chart(load(tmp_path, text)) if "section" in line]
    assert sections == ["1.2", "1.3", "1.4", "1.5", "1.6", "1.7"]
