"""Rules about a page's frame, each proven by what it must let pass and what it must report."""

from __future__ import annotations

from pathlib import Path

import pytest

from support.rule_pages import (
    META,
    PAGE_PATH,
    SHORT_META,
    TOOLS,
    Changes,
    find_problems,
    instead,
    report,
    with_text,
)

GOOD: list[tuple[str, Changes]] = [
    ("SHAPE-1", with_text("```bash\n# 注释\n```")),
    ("SHAPE-2", with_text("### 小标题 {#small .no-terms}\n\n```bash\n## 注释\n```")),
    ("SHAPE-3", {TOOLS: SHORT_META + "# 勘误\n\n正文\n"}),
    ("SHAPE-3", instead("    内核给每条连接记一条账。\n", "    一\n    二\n    三\n")),
    ("SHAPE-4", {PAGE_PATH: META.replace("concept", "reference") + "# 表\n"}),
    ("SHAPE-4", {PAGE_PATH: META.replace("concept", "troubleshooting") + "# 障\n\n## 怎样预防 {#prevent}\n"}),
    ("SHAPE-5", instead("- [conntrack(8)](https://example.org/conntrack)\n", "- [甲](https://example.org)\n" * 5)),
    ("SHAPE-6", {PAGE_PATH: META + "# 没有自测的页\n"}),
    ("RISK-1", with_text("风险：断流。撤销：`iptables -D INPUT 1`。")),
    ("RISK-1", with_text("风险：断流（开着网桥过滤时）。撤销：`iptables -D FORWARD 1`。")),
    ("RISK-1", with_text("风险：不可逆。无法撤销。")),
    ("RISK-1", with_text("- 步骤\n\n    风险：改配置。\n    撤销：`sysctl -w x=0`。\n    {: .no-terms }")),
    ("SHAPE-2", with_text("一段\n\n---\n\n| 表 |\n|---|\n| 格 |\n\n`<h2>` 是标签")),
    ("SHAPE-6", instead("two see=how}\n    答", "two see=how}\n\t答")),
    ("SHAPE-8", {PAGE_PATH: META.replace("concept", "reference") + "# 表\n"}),
    ("SHAPE-8", instead("- 找出是谁。\n", "- 二。\n" * 3)),
    ("SHAPE-7", with_text("### 甲 {#a}\n\n#### 乙 {#b}\n\n## 丙 `{a,b}` {#c}\n\n`##没有空格`")),
]  # fmt: skip

BAD: list[tuple[str, Changes, str]] = [
    ("SHAPE-1", {PAGE_PATH: META + "## 没有一级标题 {#a}\n"}, "1: 没有一级标题"),
    ("SHAPE-1", with_text("# 第二个"), "21: 一级标题只能有一个"),
    ("SHAPE-2", with_text("### 为什么卡住"), "21: 标题“为什么卡住”没有 id"),
    ("SHAPE-2", with_text("### 为什么卡住 {#为什么}"), "没有 id"),
    ("SHAPE-2", with_text("### 又一节 {#how}"), "21: id “how”和第 19 行重复"),
    ("SHAPE-3", instead('!!! abstract "一句话"\n    内核', "内核"), "11: 标题后面先写一句话结论"),
    ("SHAPE-3", instead("    内核给每条连接记一条账。\n", "    一\n    二\n    三\n    四\n"), "11: “一句话”有 4 行"),
    ("SHAPE-3", instead("    内核给每条连接记一条账。\n", ""), "11: “一句话”有 0 行"),
    ("SHAPE-4", instead("{#self-test}", "{#quiz}"), "concept 页缺少一节；加上“## 自测 {#self-test}”"),
    ("SHAPE-4", instead("kind: concept", "kind: task"), "task 页缺少标题含“撤销”的二级小节"),
    ("SHAPE-4", instead("kind: concept", "kind: troubleshooting"), "缺少标题含“预防”的二级小节"),
    ("SHAPE-5", instead("- [conntrack(8)](https://example.org/conntrack)\n", "- [甲](https://example.org)\n" * 6), "有 6 条链接"),
    ("SHAPE-6", instead('??? question "二？" {#q-state-two see=how}\n    答\n', ""), "自测有 2 题"),
    ("RISK-1", with_text("风险：有点危险。撤销：`x`。"), "21: 不认识的风险"),
    ("RISK-1", with_text("风险：断流。小心。"), "21: 没写怎样撤销"),
    ("RISK-1", with_text("风险：断流。撤销：`x`。\n{: .risk .risk-change }"), "22: 风险的样式由“风险：”后面的词决定"),
    ("RISK-1", with_text("小心。\n{: .risk .risk-cut }"), "22: 风险的样式由"),
    ("SHAPE-2", with_text("为什么卡住\n----"), "22: 下划线会把上一行变成标题"),
    ("SHAPE-2", with_text("<h2>为什么卡住</h2>"), "21: 标题用了 HTML"),
    ("SHAPE-6", instead("two see=how}\n    答", "two see=how}\n答"), "33: 这一题没有答案"),
    ("SHAPE-2", with_text("### 甲 {#some-folklore}"), "21: id “some-folklore”和第 28 行重复"),
    ("SHAPE-8", instead("**读完你会**\n", "读完就会\n"), "11: 一句话下面没写读者学到什么"),
    ("SHAPE-8", instead("**读完你会**\n\n- 读懂一行。\n- 找出是谁。\n\n", ""), "11: 一句话下面没写读者学到什么"),
    ("SHAPE-8", instead("- 找出是谁。\n", ""), "14: “读完你会”有 1 条"),
    ("SHAPE-8", instead("- 找出是谁。\n", "- 二。\n" * 4), "14: “读完你会”有 5 条"),
    ("SHAPE-7", with_text("##没有空格的标题"), "21: # 后面没有空格"),
    ("SHAPE-7", with_text("#第二个一级标题"), "21: # 后面没有空格"),
    ("SHAPE-7", with_text("＃＃ 全角 {#x}"), "21: 标题用了全角的 ＃"),
    ("SHAPE-7", with_text("#＃ 半个全角 {#x}"), "21: "),
    ("SHAPE-7", with_text("##### 跳级 {#x}"), "21: 标题“跳级”从 2 级跳到 5 级；写成 ###"),
    ("SHAPE-7", with_text("####### 七级 {#x}"), "21: 标题最多六级"),
    ("SHAPE-7", with_text("### 花括号 {a,b} {#x}"), "21: 标题里有两处花括号"),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "changes"), GOOD)
def test_good_pages_pass(tmp_path: Path, rule: str, changes: Changes) -> None:
    assert find_problems(tmp_path, rule, changes) == []


@pytest.mark.parametrize(("rule", "changes", "message"), BAD)
def test_bad_pages_are_reported(tmp_path: Path, rule: str, changes: Changes, message: str) -> None:
    assert message in report(tmp_path, rule, changes)
