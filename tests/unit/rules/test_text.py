"""Rules about characters, code blocks, links and spacing, each proven by what it must let pass and what it must report."""

from __future__ import annotations

from pathlib import Path

import pytest

from support.rule_pages import PAGE, PAGE_PATH, Changes, find_problems, instead, report, with_text

GOOD: list[tuple[str, Changes]] = [
    ("CHAR-1", with_text("````markdown\n❌ ⽹络\n````")),
    ("CHAR-2", with_text("```bash\niptables -S  # 先看规则，再改（不要急）\nexpect '第三条，被“拒绝”' [ 1 ]\n```")),
    ("CHAR-2", with_text("```sql\nSELECT 1; -- 一行，注释\n```")),
    ("CHAR-2", with_text('```mermaid\nflowchart TD\n    A["路由（eth0）"] --> B\n```')),
    ("CHAR-2", with_text("```python\nprint(1)  # “引号”在注释里\n```")),
    ("CHAR-2", with_text("```yaml\ntitle: 第三条被拒绝，前两条通过\n```")),
    ("CHAR-2", with_text("````markdown\n❌ echo “甲”，１\n````")),
    ("CHAR-2", with_text("正文里的“引号”，（括号）随便用。`iptables -S` 也行。")),
    ("CHAR-2", with_text("<!-- allow: CHAR-2 展示从网页复制来的引号 -->\n```bash\necho “甲”\necho “乙”\n```")),
    ("CODE-1", with_text('```{.bash title="x"}\nls\n```\n\n~~~text\nx\n~~~')),
    ("LINK-1", with_text("在 `http://10.9.0.1/` 上，见 [RFC](https://example.org/) 和 <https://example.org/>。")),
    ("LINK-1", with_text("```bash\ncurl http://10.9.0.1/\n```")),
    (
        "TYPO-1",
        with_text("在 `filter` 表里加 3 条 ACCEPT 规则（RELATED）。\n\n```bash\necho 汉字abc\n```\n\n<!-- 使用Pod -->"),
    ),
    ("TYPO-1", with_text("**粗体** 和 [状态](state.md#how)，10%，`-j`。\n\n| `a` | 表 |\n|---|---|")),
    ("TYPO-2", with_text("（甲（乙）丙）和 (a (b) c)，[一（二）](state.md#how)，a) 甲，`（)`。（到\n下一行），（没有结束\n\n另一段)")),
    ("DRAFT-1", with_text("`TODO` 和 TODOS，等待补丁，xxxx。")),
    ("LINK-1", with_text("[甲][ref]，脚注[^1]，`<a href=x>`，`a[0][1]`。\n\n[ref]: https://example.org/\n[^1]: 注")),
]  # fmt: skip

BAD: list[tuple[str, Changes, str]] = [
    ("CHAR-1", with_text("⽹络"), "21: “⽹”（U+2F79）不是普通汉字；改成“网”"),
    ("CHAR-1", with_text("⻔户"), "改成“门”"),
    ("CHAR-1", with_text("⺀户"), "改成普通的汉字"),
    ("CHAR-1", with_text("更\uf901新"), "改成“更”"),
    ("CHAR-1", with_text("　　全角空格开头的一段"), "21: 行首有全角空格"),
    ("CHAR-1", with_text("零宽\u200b空格"), "看不见的字符 U+200B"),
    ("CHAR-1", with_text("```bash\niptables\u00a0-S\n```"), "22: 有看不见的字符 U+00A0"),
    ("CHAR-2", with_text("```bash\niptables -m multiport --dports 80，443\n```"), "22: 代码里有全角标点“，”"),
    ("CHAR-2", with_text("```bash\necho “甲”\n```"), "22: 代码里有全角标点““”"),
    ("CHAR-2", with_text("```bash\nls　-l  # 注释里也不行：１\n```"), "22: 代码里有全角字符“\u3000”（U+3000）"),
    ("CHAR-2", with_text("```text\n端口 ８０\n```"), "22: 代码里有全角字符“８”"),
    ("CHAR-2", with_text("用 `--dport 80；` 匹配"), "21: 代码里有全角标点“；”"),
    ("CODE-1", with_text("```\nls\n```"), "21: 代码块没写语言"),
    ("CODE-1", with_text('```title="x"\nls\n```'), "21: 代码块没写语言"),
    ("LINK-1", with_text("见 www.example.org 的说明。"), "21: 有裸网址"),
    ("LINK-1", with_text("见 https://example.org/ 。"), "21: 有裸网址"),
    ("LINK-1", with_text("见 [甲](http://example.org/)。"), "21: 链接用了 http"),
    ("TYPO-1", with_text("使用Pod部署"), "21: “使用Pod部署”"),
    ("TYPO-1", with_text("    看`filter`表"), "21: "),
    ("TYPO-1", with_text("加 3条规则"), "21: "),
    ("TYPO-1", instead("title: 连接跟踪", "title: NAT表"), "2: "),
    ("CODE-1", {PAGE_PATH: PAGE + "\n```bash\nls\n"}, "43: 代码块没有结束"),
    ("LINK-1", with_text('<a href="nat.md">甲</a>'), "21: 构建不检查 HTML 写的链接"),
    ("LINK-1", with_text("[甲][nowhere]"), "21: 没有“[nowhere]: …”这一行"),
    ("LINK-1", with_text("脚注[^9]。"), "21: 没有“[^9]: …”这一行"),
    ("CODE-1", with_text("```bash\nls\n\n```bash\nls\n```"), "21: 代码块没有结束"),
    ("CHAR-2", with_text("<!-- allow: CHAR-2 -->\n`80，`"), "22: 代码里有全角标点"),
    ("CHAR-2", with_text("<!-- allow: CHAR-1 另一条规则 -->\n`80，`"), "22: 代码里有全角标点"),
    ("CHAR-2", with_text("<!-- allow: CHAR-2 只管下一段 -->\n甲\n\n`80，`"), "24: 代码里有全角标点"),
    ("TYPO-2", with_text("管理（甲) 乙。"), "21: “管理（甲)”的括号一半全角一半半角"),
    ("TYPO-2", with_text("管理（甲\n乙) 丙。"), "22: "),
    ("DRAFT-1", with_text("下一步待补充。"), "21: “待补充”是还没写完的地方"),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "changes"), GOOD)
def test_good_pages_pass(tmp_path: Path, rule: str, changes: Changes) -> None:
    assert find_problems(tmp_path, rule, changes) == []


@pytest.mark.parametrize(("rule", "changes", "message"), BAD)
def test_bad_pages_are_reported(tmp_path: Path, rule: str, changes: Changes, message: str) -> None:
    assert message in report(tmp_path, rule, changes)
