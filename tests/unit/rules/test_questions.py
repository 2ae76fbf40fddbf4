"""Rules about questions, each proven by what it must let pass and what it must report."""

from __future__ import annotations

from pathlib import Path

import pytest

from support.rule_pages import PAGE, PAGE_PATH, Changes, find_problems, instead, report

INTERVIEW = "versions: [iptables 1.8.9]\ninterview:\n  - {ask: 甲乙丙丁？, see: how, id: q-state-new}\n---\n"
WITH_INTERVIEW = {PAGE_PATH: PAGE.replace("versions: [iptables 1.8.9]\n---\n", INTERVIEW)}
ANSWERS = "data/interview/iptables.yml"
ONE = '??? question "一？" {#q-state-one see=how}'

GOOD: list[tuple[str, Changes]] = [
    ("ASK-1", WITH_INTERVIEW),
    ("ASK-1", {"docs/contributing/page.md": '# 甲\n\n??? question "不是专题页的？"\n    答\n'}),
    ("ASK-2", WITH_INTERVIEW | {ANSWERS: "q-state-new: 用 `cat <<EOF` 或 `<b>`\n"}),
    ("ASK-3", {"docs/contributing/page.md": '# 甲\n\n??? question "不是专题页的？"\n    答\n'}),
]

BAD: list[tuple[str, Changes, str]] = [
    ("ASK-1", instead(ONE, '??? question "一？"'), "30: 这一题没有 id，学过的记录跟不住它；"),
    ("ASK-1", instead(ONE, '??? question "一？" {#State_One see=how}'), "30: id “State_One”写得不对；"),
    ("ASK-1", instead(ONE, '??? question "一？" {#q-state-one se=how}'), "30: 这一题没有 id"),
    ("ASK-1", instead("#q-state-two", "#q-state-one"), f"33: id q-state-one 在 {PAGE_PATH}:30 已经用过"),
    ("ASK-1", {"docs/linux/a.md": PAGE}, f"docs/linux/a.md:30: id q-state-one 在 {PAGE_PATH}:30 已经用过"),
    ("ASK-1", {PAGE_PATH: WITH_INTERVIEW[PAGE_PATH].replace("q-state-new", "q-state-one")}, "已经用过"),
    ("ASK-1", instead("{#how}", "{#q-state-one}"), "30: id q-state-one 是本页一个小节的 id"),
    ("ASK-2", WITH_INTERVIEW, f"9: 面试题 q-state-new 没有答案；在 {ANSWERS} 里写 q-state-new: |"),
    ("ASK-2", WITH_INTERVIEW | {ANSWERS: "q-state-nwe: 答\n"}, "9: 面试题 q-state-new 没有答案；在 data/interview/iptables.yml 里写 q-state-new: |，答案在下一行，是不是那里的 q-state-nwe 写错了"),
    ("ASK-2", WITH_INTERVIEW | {ANSWERS: "q-state-nwe: 答\n"}, f"{ANSWERS}:1: 没有面试题叫 q-state-nwe；改成 q-state-new？"),
    ("ASK-2", WITH_INTERVIEW | {ANSWERS: "q-state-new: 用 <b>甲</b>\n"}, f"{ANSWERS}:1: 答案里有 HTML；"),
    ("ASK-2", {ANSWERS: "q-state-new:\n"}, f"{ANSWERS}:1: “q-state-new”没有答案；"),
    ("ASK-3", instead(ONE, '??? question "一？" {#q-state-one}'), "30: 没有说哪一节讲它；写成 {#q-state-one see=小节的id}"),
    ("ASK-3", instead(ONE, '??? question "一？" {#q-state-one see=hwo}'), "30: see 指向“hwo”，本页没有这个小节；写成 {#q-state-one see=小节的id}，是不是 how"),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "changes"), GOOD)
def test_a_good_page_passes(tmp_path: Path, rule: str, changes: Changes) -> None:
    assert find_problems(tmp_path, rule, changes) == []


@pytest.mark.parametrize(("rule", "changes", "message"), BAD)
def test_a_bad_page_is_reported_with_a_remedy(tmp_path: Path, rule: str, changes: Changes, message: str) -> None:
    assert message in report(tmp_path, rule, changes)
