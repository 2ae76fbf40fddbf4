from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from handbook.mistakes import MistakeError
from handbook.releases.data import Releases, load_releases
from support.site_build import ROOT

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


def load(tmp_path: Path, text: str) -> Releases:
    """Return the releases of a file with this text."""
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
    supported = load(tmp_path, GOOD).supported_on(date.fromisoformat(day))
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
    with pytest.raises(MistakeError) as caught:
        load(tmp_path, GOOD.replace(old, new, 1))
    found = [mistake.line for mistake in caught.value.mistakes if problem in mistake.problem]
    assert found == [line]
    assert str(caught.value).startswith("data/kubernetes-releases.yml:")


def test_all_mistakes_are_reported_at_once(tmp_path: Path) -> None:
    text = GOOD.replace("'2026-01-01'", "'2026-13-01'").replace("milestones", "milestone").replace("'1.1'", "1.1")
    with pytest.raises(MistakeError) as caught:
        load(tmp_path, text)
    assert [mistake.line for mistake in caught.value.mistakes] == [4, 7, 11]


@pytest.mark.parametrize("text", ["", "checked: '2026-11-22'\nreleases: []\n", "- version: '1.0'\n"])
def test_file_without_releases_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(MistakeError, match="最外层要有 checked"):
        load(tmp_path, text)
