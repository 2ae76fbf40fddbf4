"""Rules about characters that look like others, each proven by what it must let pass and what it must report."""

from __future__ import annotations

from pathlib import Path

import pytest

from support.rule_pages import Changes, find_problems, report, with_text

SCRIPT = "examples/iptables/case/rules.sh"

GOOD: list[tuple[str, Changes]] = [
    ("CHAR-3", with_text("甲\t乙\r\n丙")),
    ("CHAR-4", with_text("平滑系数 α，误差 ε。第 1–3 行；μ 也行。")),
    ("CHAR-5", with_text("从 1 到 3——不含 3，第 1–3 行。`a - b`，`# 甲——乙`\n\n```mermaid\nA[优先级 −200]\n```")),
]  # fmt: skip

BAD: list[tuple[str, Changes, str]] = [
    ("CHAR-3", with_text("甲\x00乙"), "docs/iptables/state.md:21: 有控制字符 U+0000"),
    ("CHAR-3", with_text("甲\x1b[31m乙"), "21: 有控制字符 U+001B"),
    ("CHAR-3", with_text("甲\x0c乙"), "21: 有控制字符 U+000C"),
    ("CHAR-3", {"data/glossary.yml": "- {id: a}\n# \x00\n"}, "data/glossary.yml:2: 有控制字符 U+0000"),
    ("CHAR-3", {SCRIPT: "ls\n\x07\n"}, f"{SCRIPT}:2: 有控制字符 U+0007"),
    ("CHAR-4", with_text("```bash\niptаbles -L\n```"), "22: “а”（U+0430，CYRILLIC SMALL LETTER A）看着像英文字符，其实不是；改成键盘上的“a”"),
    ("CHAR-4", with_text("运行 Роd"), "21: “Р”（U+0420"),
    ("CHAR-4", with_text("```bash\niptαbles -L\n```"), "22: “α”（U+03B1"),
    ("CHAR-4", with_text("cat a ∣ sort"), "21: “∣”（U+2223，DIVIDES）看着像英文字符，其实不是；改成键盘上的“|”"),
    ("CHAR-4", with_text("`‐‐help`"), "21: “‐”（U+2010"),
    ("CHAR-4", with_text("`echo ′x′`"), "21: “′”（U+2032"),
    ("CHAR-4", with_text("`𝚕𝚜 -l`"), "改成键盘上的“l”"),
    ("CHAR-4", {SCRIPT: "ls\niptаbles -S\n"}, f"{SCRIPT}:2: “а”"),
    ("CHAR-5", with_text("```bash\niptables –L —n\n```"), "22: 代码里的“–”（U+2013）不是减号"),
    ("CHAR-5", with_text("```bash\niptables –L —n\n```"), "22: 代码里的“—”（U+2014）不是减号"),
    ("CHAR-5", with_text("用 `ls −l` 看"), "21: 代码里的“−”（U+2212）不是减号"),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "changes"), GOOD)
def test_good_pages_pass(tmp_path: Path, rule: str, changes: Changes) -> None:
    assert find_problems(tmp_path, rule, changes) == []


@pytest.mark.parametrize(("rule", "changes", "message"), BAD)
def test_bad_pages_are_reported(tmp_path: Path, rule: str, changes: Changes, message: str) -> None:
    assert message in report(tmp_path, rule, changes)
