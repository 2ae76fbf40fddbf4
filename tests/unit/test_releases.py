from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from release_data import Releases, load_releases
from release_markdown import render_chart, render_table, render_today
from site_build import ROOT
from yaml_lines import YamlError

GOOD = """\
checked: '2026-11-22'
releases:
- version: '1.0'
  released: '2026-01-01'
  eol: '2026-06-01'
  sources: [a]
- version: '1.1'
  released: '2026-04-01'
  maintenance: '2026-11-01'
  eol: '2027-01-01'
  milestones: [弃用甲]
  note: 差一天
  sources: [b]
"""


def _load(tmp_path: Path, text: str) -> Releases:
    path = tmp_path / "kubernetes-releases.yml"
    path.write_text(text, encoding="utf-8")
    return load_releases(path)


def test_the_handbooks_own_data_is_sound() -> None:
    data = load_releases(ROOT / "data/kubernetes-releases.yml")
    assert data.releases[0].version == "1.0"
    supported = [release.version for release in data.supported_on(data.checked)]
    assert supported == ["1.35", "1.36", "1.37"]  # upstream supports three; facts of the day of the check


@pytest.mark.parametrize(
    ("day", "versions"),
    [
        ("2025-12-31", []),
        ("2026-01-01", ["1.0"]),
        ("2026-04-01", ["1.0", "1.1"]),
        ("2026-06-01", ["1.0", "1.1"]),
        ("2026-06-02", ["1.1"]),
        ("2027-01-02", []),
    ],
)
def test_supported_on_a_day_counts_the_first_and_the_last(tmp_path: Path, day: str, versions: list[str]) -> None:
    supported = _load(tmp_path, GOOD).supported_on(date.fromisoformat(day))
    assert [release.version for release in supported] == versions


@pytest.mark.parametrize(
    ("old", "new", "line", "problem"),
    [
        ("checked: '2026-11-22'\n", "", 1, "checked 要是日期"),
        ("'2026-01-01'", "'2026-13-01'", 4, "released 要是日期"),
        ("'1.1'", "'1.2'", 7, "这里应当是 1.1"),
        ("'1.1'", "1.1", 7, "version 写成带引号的次版本"),
        ("'2026-04-01'", "'2025-04-01'", 8, "1.1 的发布不晚于 1.0"),
        ("'2026-06-01'", "'2025-06-01'", 5, "1.0 的停止支持不晚于发布"),
        ("'2027-01-01'", "'2026-05-01'", 10, "1.1 的停止支持不晚于 1.0"),
        ("'2026-11-01'", "'2027-11-01'", 9, "维护期要在发布和停止支持之间"),
        ("  sources: [b]\n", "", 7, "缺少“sources”"),
        ("milestones", "milestone", 11, "是不是“milestones”"),
        ("  note: 差一天", "  colour: red", 12, "不认识的键“colour”"),
        ("milestones: [弃用甲]", "milestones: 弃用甲", 11, "milestones 要是文字的列表"),
    ],
)
def test_mistake_is_reported_with_line_and_remedy(tmp_path: Path, old: str, new: str, line: int, problem: str) -> None:
    assert old in GOOD
    with pytest.raises(YamlError) as caught:
        _load(tmp_path, GOOD.replace(old, new, 1))
    assert (caught.value.file, caught.value.line) == ("data/kubernetes-releases.yml", line)
    assert problem in caught.value.problem


@pytest.mark.parametrize("text", ["", "checked: '2026-11-22'\nreleases: []\n", "- version: '1.0'\n"])
def test_file_without_releases_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(YamlError, match="最外层要有 checked"):
        _load(tmp_path, text)


def test_table_has_the_newest_release_first(tmp_path: Path) -> None:
    rows = [line for line in render_table(_load(tmp_path, GOOD)) if line.startswith("| 1.")]
    assert rows == [
        "| 1.1 | 2026-04-01 | 2026-11-01 | 2027-01-01 | 弃用甲；差一天 |",
        "| 1.0 | 2026-01-01 | — | 2026-06-01 |  |",
    ]


def test_chart_splits_support_into_patches_and_maintenance(tmp_path: Path) -> None:
    chart = "\n".join(render_chart(_load(tmp_path, GOOD)))
    assert "section 1.0\n    支持 :done, 2026-01-01, 2026-06-01" in chart
    assert "section 1.1\n    补丁 :done, 2026-04-01, 2026-11-01\n    维护 :crit, 2026-11-01, 2027-01-01" in chart


def test_sentence_is_one_about_the_day_of_the_check(tmp_path: Path) -> None:
    sentence = "\n".join(render_today(_load(tmp_path, GOOD)))
    assert "2026-11-22 核对时受支持的次版本：1.1。" in sentence
    assert 'data-checked="2026-11-22"' in sentence
