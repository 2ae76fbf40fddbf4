"""Each content rule, proven by what it must let pass and what it must report."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from content.fix_spaces import fix_text
from content.handbook import Problem, load_handbook
from content.rules import RULES, check
from content.rules_text import typo_1
from page_source import parse_page

META = """\
---
title: 连接跟踪
description: 内核怎样记住每一条连接，防火墙怎样用它。
kind: concept
tags: [iptables, conntrack]
reviewed: "2026-11"
versions: [iptables 1.8.9]
units: [iptables-03]
---
"""
BODY = """\
# 连接跟踪

!!! abstract "一句话"
    内核给每条连接记一条账。

## 原理 {#how}

```bash title="examples/iptables/case/rules.sh"
--8<-- "iptables/case/rules.sh"
```

<!-- example: iptables/case -->

## 常见误解 {#misconceptions}

<!-- correction: some-folklore -->

## 自测 {#self-test}

??? question "一？"
    答

??? question "二？"
    答

??? question "三？"
    答

## 延伸阅读 {#further-reading}

- [conntrack(8)](https://example.org/conntrack)
"""
PAGE = META + BODY
PAGE_PATH = "docs/iptables/state.md"
FILES = {
    PAGE_PATH: PAGE,
    "examples/iptables/case/example.yml": "title: 例\n",
    "examples/iptables/case/rules.sh": "iptables -S\n",
    "data/glossary.yml": "- {id: kernel, term: 内核, aliases: [kernel], page: iptables/state.md#how}\n",
    "data/corrections.yml": "- {id: some-folklore, page: iptables/state.md#how}\n",
}


def _problems(root: Path, rule: str, changes: Mapping[str, str | None]) -> list[Problem]:
    """Write the good handbook with ``changes`` (``None`` leaves a file out) and check one rule."""
    for name, text in (FILES | dict(changes)).items():
        if text is not None:
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text(text, encoding="utf-8")
    return check(rule, load_handbook(root))


def _with(text: str) -> dict[str, str]:
    """Return the good page with ``text`` in its first section."""
    return {PAGE_PATH: PAGE.replace("## 原理 {#how}\n", f"## 原理 {{#how}}\n\n{text}\n")}


def _instead(old: str, new: str) -> dict[str, str]:
    assert old in PAGE
    return {PAGE_PATH: PAGE.replace(old, new)}


TOOLS = "docs/corrections.md"
SHORT_META = '---\ntitle: 勘误\ndescription: 流传的错误说法和证据在这里。\nkind: reference\nreviewed: "2026-11"\n---\n'

GOOD: list[tuple[str, Mapping[str, str | None]]] = [
    *((rule, {}) for rule in RULES),
    ("FM-1", {TOOLS: SHORT_META + "# 勘误\n"}),
    (
        "FM-1",
        _instead("kind: concept", 'kind: concept\nsymptoms:\n  - {ask: "端口不通怎么办", see: how}\nglossary: false'),
    ),
    ("SHAPE-1", _with("```bash\n# 注释\n```")),
    ("SHAPE-2", _with("### 小标题 {#small .no-terms}\n\n```bash\n## 注释\n```")),
    ("SHAPE-3", {TOOLS: SHORT_META + "# 勘误\n\n正文\n"}),
    ("SHAPE-3", _instead("    内核给每条连接记一条账。\n", "    一\n    二\n    三\n")),
    ("SHAPE-4", {PAGE_PATH: META.replace("concept", "reference") + "# 表\n"}),
    ("SHAPE-4", {PAGE_PATH: META.replace("concept", "troubleshooting") + "# 障\n\n## 怎样预防 {#prevent}\n"}),
    ("SHAPE-5", _instead("- [conntrack(8)](https://example.org/conntrack)\n", "- [甲](https://example.org)\n" * 5)),
    ("SHAPE-6", {PAGE_PATH: META + "# 没有自测的页\n"}),
    ("CHAR-1", _with("````markdown\n❌ ⽹络\n````")),
    ("CHAR-2", _with("```bash\niptables -S  # 先看规则，再改（不要急）\nexpect '第三条，被“拒绝”' [ 1 ]\n```")),
    ("CHAR-2", _with("```sql\nSELECT 1; -- 一行，注释\n```")),
    ("CHAR-2", _with('```mermaid\nflowchart TD\n    A["路由（eth0）"] --> B\n```')),
    ("CHAR-2", _with("```python\nprint(1)  # “引号”在注释里\n```")),
    ("CHAR-2", _with("```yaml\ntitle: 第三条被拒绝，前两条通过\n```")),
    ("CHAR-2", _with("````markdown\n❌ echo “甲”，１\n````")),
    ("CHAR-2", _with("正文里的“引号”，（括号）随便用。`iptables -S` 也行。")),
    ("CHAR-2", _with("<!-- allow: CHAR-2 展示从网页复制来的引号 -->\n```bash\necho “甲”\necho “乙”\n```")),
    ("CODE-1", _with('```{.bash title="x"}\nls\n```\n\n~~~text\nx\n~~~')),
    ("CODE-2", _with('```bash\n--8<-- "iptables/case/rules.sh:1:1"\n--8<-- "iptables/case/rules.sh:1"\n```')),
    ("CODE-2", _with('````markdown\n--8<-- "iptables/写法/rules.sh"\n````')),
    ("EX-1", _with("```html\n<!-- example: iptables/other -->\n```")),
    ("EX-2", {"examples/lab/lab.sh": "ip netns\n"}),
    ("EX-1", _with("<!-- example: linux/menu -->") | {"examples/linux/menu/run.py": "def run(lab): ...\n"}),
    ("EX-2", _with("<!-- example: linux/menu -->") | {"examples/linux/menu/run.py": "def run(lab): ...\n"}),
    ("LINK-1", _with("在 `http://10.9.0.1/` 上，见 [RFC](https://example.org/) 和 <https://example.org/>。")),
    ("LINK-1", _with("```bash\ncurl http://10.9.0.1/\n```")),
    (
        "TYPO-1",
        _with("在 `filter` 表里加 3 条 ACCEPT 规则（RELATED）。\n\n```bash\necho 汉字abc\n```\n\n<!-- 使用Pod -->"),
    ),
    ("TYPO-1", _with("**粗体** 和 [状态](state.md#how)，10%，`-j`。\n\n| `a` | 表 |\n|---|---|")),
    ("RISK-1", _with("风险：断流。撤销：`iptables -D INPUT 1`。\n{: .risk .risk-cut }")),
    ("RISK-1", _with("风险：断流（开着网桥过滤时）。撤销：`iptables -D FORWARD 1`。\n{: .risk .risk-cut }")),
    ("RISK-1", _with("风险：不可逆。无法撤销。\n{: .risk .risk-final }")),
    ("RISK-1", _with("- 步骤\n\n    风险：改配置。\n    撤销：`sysctl -w x=0`。\n    {: .risk .risk-change }")),
    ("GLOSS-1", {"data/glossary.yml": "- {id: kernel, term: 核心, aliases: [连接], page: iptables/state.md#how}\n"}),
    ("GLOSS-1", {"data/glossary.yml": ""}),
    ("GLOSS-2", {"data/glossary.yml": f"- {{id: a, term: 内核, definition: {'字' * 80}, page: iptables/state.md#x}}\n"}),
    ("CORR-1", {"data/corrections.yml": "[]\n"}),
    ("SHAPE-2", _with("一段\n\n---\n\n| 表 |\n|---|\n| 格 |\n\n`<h2>` 是标签")),
    ("LINK-1", _with("[甲][ref]，脚注[^1]，`<a href=x>`，`a[0][1]`。\n\n[ref]: https://example.org/\n[^1]: 注")),
    ("CODE-2", _with('```bash\n--8<-- "iptables/case/parts.sh:one"\n```') | {"examples/iptables/case/parts.sh": "# --8<-- [start:one]\n"}),
    ("HTML-1", _with('<div class="x" markdown="1">\n\n甲<br>乙 `<b>` &lt;c&gt; 1<2\n\n</div>\n\n<https://example.org/>')),
    ("MARK-1", _with("<!-- 给编辑的话 -->\n\n<!-- TODO: 以后补 -->\n\n`<!-- exmaple: 写法 -->`")),
    ("MARK-1", _with("    <!-- allow: CHAR-2 有理由 -->\n    `，`")),
]  # fmt: skip

BAD: list[tuple[str, Mapping[str, str | None], str]] = [
    ("FM-1", _instead("kind: concept", "kind: essay"), "4: kind：只能是 concept、task"),
    ("FM-1", _instead('"2026-11"', "2026-11-22"), "6: reviewed：类型不对"),
    ("FM-1", _instead('"2026-11"', '"2026-13"'), "6: reviewed：写法不对"),
    ("FM-1", _instead("units: [iptables-03]\n", ""), "2: 文件头 缺少 units"),
    ("FM-1", _instead("kind: concept", "kind: concept\nauthor: 我"), "不认识的键 author"),
    ("FM-1", _instead("tags: [iptables, conntrack]", "tags: [iptables]"), "5: tags：至少 2 项"),
    ("FM-1", _instead("kind: concept", "kind: concept\nglossary: true"), "5: glossary：只能是 false"),
    ("FM-1", _instead("kind: concept", "kind: concept\nsymptoms:\n  - {ask: 端口不通, se: how}"), "symptoms.0 "),
    ("FM-1", _instead("kind: concept", "kind: [concept"), "YAML 写法有误"),
    ("FM-1", {PAGE_PATH: "# 没有文件头\n"}, "1: 文件头 缺少 title"),
    ("SHAPE-1", {PAGE_PATH: META + "## 没有一级标题 {#a}\n"}, "1: 没有一级标题"),
    ("SHAPE-1", _with("# 第二个"), "17: 一级标题只能有一个"),
    ("SHAPE-2", _with("### 为什么卡住"), "17: 标题“为什么卡住”没有 id"),
    ("SHAPE-2", _with("### 为什么卡住 {#为什么}"), "没有 id"),
    ("SHAPE-2", _with("### 又一节 {#how}"), "17: id “how”和第 15 行重复"),
    ("SHAPE-3", _instead('!!! abstract "一句话"\n    内核', "内核"), "12: 标题后面先写一句话结论"),
    ("SHAPE-3", _instead("    内核给每条连接记一条账。\n", "    一\n    二\n    三\n    四\n"), "12: “一句话”有 4 行"),
    ("SHAPE-3", _instead("    内核给每条连接记一条账。\n", ""), "12: “一句话”有 0 行"),
    ("SHAPE-4", _instead("{#self-test}", "{#quiz}"), "concept 页缺少一节；加上“## 自测 {#self-test}”"),
    ("SHAPE-4", _instead("kind: concept", "kind: task"), "task 页缺少标题含“撤销”的二级小节"),
    ("SHAPE-4", _instead("kind: concept", "kind: troubleshooting"), "缺少标题含“预防”的二级小节"),
    ("SHAPE-5", _instead("- [conntrack(8)](https://example.org/conntrack)\n", "- [甲](https://example.org)\n" * 6), "有 6 条链接"),
    ("SHAPE-6", _instead('??? question "二？"\n    答\n', ""), "自测有 2 题"),
    ("CHAR-1", _with("⽹络"), "17: “⽹”（U+2F79）不是普通汉字；改成“网”"),
    ("CHAR-1", _with("⻔户"), "改成“门”"),
    ("CHAR-1", _with("⺀户"), "改成普通的汉字"),
    ("CHAR-1", _with("更\uf901新"), "改成“更”"),
    ("CHAR-1", _with("零宽\u200b空格"), "看不见的字符 U+200B"),
    ("CHAR-1", _with("```bash\niptables\u00a0-S\n```"), "18: 有看不见的字符 U+00A0"),
    ("CHAR-2", _with("```bash\niptables -m multiport --dports 80，443\n```"), "18: 代码里有全角标点“，”"),
    ("CHAR-2", _with("```bash\necho “甲”\n```"), "18: 代码里有全角标点““”"),
    ("CHAR-2", _with("```bash\nls　-l  # 注释里也不行：１\n```"), "18: 代码里有全角字符“\u3000”（U+3000）"),
    ("CHAR-2", _with("```text\n端口 ８０\n```"), "18: 代码里有全角字符“８”"),
    ("CHAR-2", _with("用 `--dport 80；` 匹配"), "17: 代码里有全角标点“；”"),
    ("CODE-1", _with("```\nls\n```"), "17: 代码块没写语言"),
    ("CODE-1", _with('```title="x"\nls\n```'), "17: 代码块没写语言"),
    ("CODE-2", _with('```bash\n--8<-- "iptables/case/rule.sh"\n```'), "18: 没有文件 examples/iptables/case/rule.sh"),
    ("EX-1", _instead("<!-- example: iptables/case -->\n", ""), "18: 展示了示例 iptables/case，后面没有标记"),
    ("EX-1", _instead("# 连接跟踪\n", "# 连接跟踪\n\n<!-- example: iptables/other -->\n"), "12: 标记了示例 iptables/other"),
    ("EX-1", {PAGE_PATH: PAGE.replace("<!-- example: iptables/case -->\n", "").replace("## 原理", "<!-- example: iptables/case -->\n\n## 原理")}, "展示了示例"),
    ("EX-1", _with("<!-- example: linux/menu -->") | {"examples/linux/menu/run.py": "x\n", "examples/linux/menu/steps.sh": "y\n"}, "17: 标记了示例 linux/menu"),
    ("EX-2", {"examples/network/lonely/example.yml": "title: 孤\n"}, "EX-2 examples/network/lonely/example.yml:1: "),
    ("EX-2", {"examples/linux/menu/run.py": "def run(lab): ...\n"}, "EX-2 examples/linux/menu/example.yml:1: "),
    ("LINK-1", _with("见 https://example.org/ 。"), "17: 有裸网址"),
    ("LINK-1", _with("见 [甲](http://example.org/)。"), "17: 链接用了 http"),
    ("TYPO-1", _with("使用Pod部署"), "17: “使用Pod部署”"),
    ("TYPO-1", _with("    看`filter`表"), "17: "),
    ("TYPO-1", _with("加 3条规则"), "17: "),
    ("TYPO-1", _instead("title: 连接跟踪", "title: NAT表"), "2: "),
    ("RISK-1", _with("风险：有点危险。撤销：`x`。\n{: .risk .risk-cut }"), "17: 不认识的风险"),
    ("RISK-1", _with("风险：断流。撤销：`x`。\n{: .risk .risk-change }"), "17: 样式和风险不符；这一段的下一行写 {: .risk .risk-cut }"),
    ("RISK-1", _with("风险：断流。撤销：`x`。"), "17: 样式和风险不符"),
    ("RISK-1", _with("风险：断流。小心。\n{: .risk .risk-cut }"), "17: 没写怎样撤销"),
    ("RISK-1", _with("小心。\n{: .risk .risk-cut }"), "17: 这一段用了风险样式"),
    ("UNIT-1", {"docs/iptables/nat.md": PAGE}, "docs/iptables/state.md:8: iptables-03 已经归 docs/iptables/nat.md"),
    ("UNIT-1", _instead("[iptables-03]", "[3]"), "8: units 里的“3”不是编号"),
    ("GLOSS-1", {"data/glossary.yml": "- {id: a, term: 内核, page: iptables/no.md#x}\n"}, 'data/glossary.yml:1: "a"：没有页面 docs/iptables/no.md'),
    ("GLOSS-1", {"data/glossary.yml": "- {id: a, term: rules, page: iptables/state.md#x}\n"}, '"a"：没有页面用到“rules”'),
    ("GLOSS-2", {"data/glossary.yml": f"- {{id: a, term: 内核, definition: {'字' * 81}, page: iptables/state.md#x}}\n"}, '"a"：定义有 81 个字'),
    ("GLOSS-2", {"data/glossary.yml": ""}, "data/glossary.yml:1: 一条术语也没有"),
    ("CORR-1", _instead("<!-- correction: some-folklore -->", ""), 'data/corrections.yml:1: "some-folklore"：docs/iptables/state.md 上没有它的框'),
    ("FM-1", {PAGE_PATH: PAGE.replace("\n---\n", "\n", 1)}, "1: 文件头没有结束或是空的"),
    ("FM-1", _instead("kind: concept", "kind: concept\nsymptoms:\n  - {ask: 端口不通, see: hwo}"), "6: symptoms 的 see 指向“hwo”"),
    ("SHAPE-2", _with("为什么卡住\n----"), "18: 下划线会把上一行变成标题"),
    ("SHAPE-2", _with("<h2>为什么卡住</h2>"), "17: 标题用了 HTML"),
    ("CODE-1", {PAGE_PATH: PAGE + "\n```bash\nls\n"}, "42: 代码块没有结束"),
    ("CODE-2", _with('```bash\n--8<-- "iptables/case/rules.sh:two"\n```'), "18: examples/iptables/case/rules.sh 里没有"),
    ("CODE-2", _with('```bash\n--8<-- "iptables/case/rules.sh:1:9"\n```'), "18: examples/iptables/case/rules.sh 只有 1 行，没有第 9 行"),
    ("CODE-2", _with("```bash\n--8<--\niptables/case/rules.sh\n--8<--\n```"), "18: 片段写法不对"),
    ("CODE-2", _with("```bash\n--8<-- 'iptables/case/rules.sh'\n```"), "18: 片段写法不对"),
    ("LINK-1", _with('<a href="nat.md">甲</a>'), "17: 构建不检查 HTML 写的链接"),
    ("LINK-1", _with("[甲][nowhere]"), "17: 没有“[nowhere]: …”这一行"),
    ("LINK-1", _with("脚注[^9]。"), "17: 没有“[^9]: …”这一行"),
    ("LINK-1", _with("![甲](https://example.org/a.png)"), "17: 图片来自别的网站"),
    ("HTML-1", _with('<div class="x">\n\n甲'), "17: <div> 没有结束"),
    ("HTML-1", _with("甲</div>"), "17: </div> 没有对应的 <div>"),
    ("HTML-1", _with("<script>alert(1)</script>"), "17: 页面里不写 <script>"),
    ("SHAPE-6", _instead('"二？"\n    答', '"二？"\n答'), "32: 这一题没有答案"),
    ("CODE-1", _with("```bash\nls\n\n```bash\nls\n```"), "17: 代码块没有结束"),
    ("MARK-1", _with("<!-- exmaple: iptables/case -->"), "17: 标记写法不对，读者什么也看不到；顶格单独一行写 <!-- example: "),
    ("MARK-1", _with("<!--correction: some-folklore-->"), "17: 标记写法不对"),
    ("MARK-1", _with("见 <!-- correction: some-folklore -->"), "17: 标记写法不对"),
    ("MARK-1", _with("<!-- example: iptables/case -->"), "23: 这个示例在第 17 行标记过"),
    ("CORR-1", {"data/corrections.yml": "- {id: some-folklore, page: iptables/state.md#hwo}\n"}, 'data/corrections.yml:1: "some-folklore"：page 是 iptables/state.md#hwo'),
    ("CHAR-2", _with("<!-- allow: CHAR-2 -->\n`80，`"), "18: 代码里有全角标点"),
    ("CHAR-2", _with("<!-- allow: CHAR-1 另一条规则 -->\n`80，`"), "18: 代码里有全角标点"),
    ("CHAR-2", _with("<!-- allow: CHAR-2 只管下一段 -->\n甲\n\n`80，`"), "20: 代码里有全角标点"),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "changes"), GOOD)
def test_good_pages_pass(tmp_path: Path, rule: str, changes: Mapping[str, str | None]) -> None:
    assert _problems(tmp_path, rule, changes) == []


@pytest.mark.parametrize(("rule", "changes", "message"), BAD)
def test_bad_pages_are_reported(tmp_path: Path, rule: str, changes: Mapping[str, str | None], message: str) -> None:
    shown = [str(problem) for problem in _problems(tmp_path, rule, changes)]
    assert shown
    assert all(text.startswith(f"{rule} ") for text in shown)
    assert any(message in text for text in shown), shown
    assert "；" in shown[0]


def test_a_page_that_is_not_utf8_is_reported_and_the_others_are_still_checked(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/gbk.md").write_bytes(b"# ok\n" + "## 网络".encode("gbk"))
    (found,) = _problems(tmp_path, "FM-1", {})
    assert str(found) == "FM-1 docs/gbk.md:2: 不是 UTF-8 编码；用 UTF-8 另存"


def test_every_rule_has_a_bad_page() -> None:
    assert {rule for rule, _, _ in BAD} == set(RULES)


def test_spaces_are_added_where_the_rule_asks_and_nothing_else_changes() -> None:
    text = META + "# 甲\r\n\n- 看`filter`表的3条ACCEPT规则，**TCP连接**。\n\n```bash\necho 汉字abc\n```\n"
    fixed = fix_text("iptables/a.md", text)
    assert fixed == text.replace(
        "看`filter`表的3条ACCEPT规则，**TCP连接**", "看 `filter` 表的 3 条 ACCEPT 规则，**TCP 连接**"
    )
    assert typo_1(parse_page("iptables/a.md", fixed)) == []
    assert fix_text("iptables/a.md", fixed) == fixed
