from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from handbook.claims.__main__ import main
from handbook.claims.data import Claim, due, load_claims, read_claims
from handbook.mistakes import MistakeError

TODAY = datetime.date(2026, 11, 29)
GOOD: dict[str, Any] = {
    "claim": "`nf_conntrack_max` 的默认值按内存算。",
    "kind": "default",
    "page": "iptables/state.md#table-full",
    "source": {"text": "内核文档", "url": "https://docs.kernel.org/networking/nf_conntrack-sysctl.html"},
    "checked": "2026-11-29",
}


def _write(root: Path, *entries: Any, topic: str = "iptables") -> Path:
    folder = root / "data/claims"
    folder.mkdir(parents=True, exist_ok=True)
    text = "".join(yaml.safe_dump([entry], allow_unicode=True) for entry in entries)
    (folder / f"{topic}.yml").write_text(text, encoding="utf-8")
    return folder


def test_a_fact_is_read_with_its_place(tmp_path: Path) -> None:
    (claim,) = load_claims(_write(tmp_path, GOOD), TODAY)
    assert (claim.path, claim.kind, claim.checked) == ("iptables/state.md", "default", TODAY)
    assert (claim.file, claim.line) == ("data/claims/iptables.yml", 1)


def test_no_folder_holds_no_facts(tmp_path: Path) -> None:
    assert read_claims(tmp_path / "missing", TODAY) == ([], [])


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"kind": "defualt"}, "没有这种事实“defualt”，是不是 default；可选：default"),
        ({"chekced": "2026-11-29"}, "不认识的键“chekced”；是不是“checked”？"),
        ({"page": "iptables/state.md"}, "“page”写法不对"),
        ({"source": "内核文档"}, "“source”写法不对"),
        ({"source": {"text": "内核文档", "url": "http://docs.kernel.org"}}, "“source”写法不对"),
        ({"source": {"text": "内核文档", "link": "https://docs.kernel.org"}}, "“source”写法不对"),
        ({"checked": "2026-13-01"}, "没有 2026-13-01 这一天；写成"),
        ({"checked": "2026-11-30"}, "不能晚于今天"),
        ({"claim": " "}, "“claim”写法不对；写一句话"),
    ],
)
def test_each_mistake_names_file_line_and_remedy(tmp_path: Path, change: dict[str, Any], message: str) -> None:
    claims, mistakes = read_claims(_write(tmp_path, GOOD, GOOD | {"claim": "另一条"} | change), TODAY)
    assert len(claims) == 1
    assert str(mistakes[0]).startswith("data/claims/iptables.yml:")
    assert message in str(mistakes[0])
    assert "；" in str(mistakes[0])


@pytest.mark.parametrize("key", list(GOOD))
def test_a_missing_key_is_named(tmp_path: Path, key: str) -> None:
    entry = {name: value for name, value in GOOD.items() if name != key}
    with pytest.raises(MistakeError, match=f"缺少“{key}”；"):
        load_claims(_write(tmp_path, entry), TODAY)


def test_all_mistakes_of_all_files_are_reported_at_once(tmp_path: Path) -> None:
    folder = _write(tmp_path, GOOD, GOOD, GOOD | {"kind": "x"}, "只有文字")
    _write(tmp_path, GOOD, topic="no-topic")
    (folder / "mysql.yml").write_text("a: [", encoding="utf-8")
    claims, mistakes = read_claims(folder, TODAY)
    assert len(claims) == 1
    assert [mistake.file.rpartition("/")[2] for mistake in mistakes] == ["iptables.yml"] * 3 + [
        "mysql.yml",
        "no-topic.yml",
    ]


@pytest.mark.parametrize(
    ("checked", "is_due"),
    [("2026-05-28", True), ("2026-05-29", False), ("2026-06-01", False), ("2025-12-31", True)],
)
def test_a_fact_is_due_after_six_months(checked: str, is_due: bool) -> None:
    claim = Claim("一", "limit", "a.md#b", "手册", "", datetime.date.fromisoformat(checked), "data/claims/mysql.yml", 1)
    assert claim.is_due(TODAY) is is_due
    assert due([claim], TODAY) == ({"a.md": [claim]} if is_due else {})


def test_the_command_lists_what_is_due_with_the_page(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _write(tmp_path, GOOD, GOOD | {"claim": "旧的一条", "checked": "2026-05-01"})
    assert main(tmp_path, TODAY) == 0
    shown = capsys.readouterr().out
    assert "docs/iptables/state.md\n  2026-05-01  data/claims/iptables.yml:8  旧的一条" in shown
    assert "2 条事实，1 条六个月没有核对过，涉及 1 页" in shown


def test_text_on_several_lines_becomes_one(tmp_path: Path) -> None:
    (claim,) = load_claims(_write(tmp_path, GOOD | {"claim": "第一行\n第二行"}), TODAY)
    assert claim.claim == "第一行 第二行"


def test_what_is_due_stands_by_page_the_oldest_first() -> None:
    days = ["2026-03-01", "2026-01-01", "2026-02-01"]
    pages = ["a.md#x", "b.md#x", "a.md#y"]
    claims = [
        Claim(f"{number}", "limit", page, "手册", "", datetime.date.fromisoformat(day), "data/claims/mysql.yml", number)
        for number, (page, day) in enumerate(zip(pages, days, strict=True))
    ]
    found = due(claims, TODAY)
    assert list(found) == ["b.md", "a.md"]
    assert [claim.claim for claim in found["a.md"]] == ["2", "0"]
