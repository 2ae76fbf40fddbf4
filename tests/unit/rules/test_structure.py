"""Rules about Markdown that does not become what its author meant, each proven by what it must let pass and report."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from handbook.rules.rendered import EXTENSIONS
from support.rule_pages import Changes, find_problems, report, with_text

ROOT = Path(__file__).parents[3]

GOOD: list[tuple[str, Changes]] = [
    ("MD-1", with_text("**粗** `**` *斜* 不是 * 时，`up == 0`，模式 { 动作 }，甲[^1]\n\n[^1]: 注")),
    ("MD-1", with_text("*Pod*{: .no-term } 和 [甲](nat.md){: .x }\n\n一段\n{: .risk .risk-cut }")),
    ("MD-1", with_text("前面\n\n- 第一种\n- 第二种\n    1. 甲\n    2. 乙\n\n+ 丙")),
    ("MD-1", with_text("| 甲 |\n|---|\n| `a|b` |\n\n> 引用\n\n++ctrl+c++")),
    ("MD-2", with_text("- 甲\n    - 乙\n\n    ```bash\n    ls\n    ```\n\n    !!! note \"注意\"\n        丙")),
    ("MD-3", with_text('!!! note "注意"\n    甲\n\n??? question "一？"\n\n    答\n\n=== "甲"\n    乙')),
    ("MD-4", with_text("| 甲 | 乙 |\n|---|---|\n| `a|b` | a \\| b |\n\n| 丙 |\n|---|\n| 丁 |")),
    ("MD-5", with_text("- 甲\n\n    同一项的第二段\n\n```bash\nls\n```")),
    ("MD-7", with_text("*Pod*{: .no-term }\n\n## 甲 {#a .no-terms}\n\n一段\n{: .wide }") | {"docs/assets/a.css": ".wide { width: 100% }"}),
    ("MD-6", with_text("`{a,b}` 模式 { 动作 }\n\n## 甲 {#a .no-terms}\n\n![图](a.png){ width=10 height=20 loading=lazy }")),
]  # fmt: skip

BAD: list[tuple[str, Changes, str]] = [
    ("MD-1", with_text("**没有结束的粗体"), "21: 星号没有成对"),
    ("MD-1", with_text("前面*没有结束的斜体"), "21: 星号没有成对"),
    ("MD-1", with_text("一个`反引号"), "21: 反引号没有成对"),
    ("MD-1", with_text("~~删掉的~~"), "21: 删除线没有打开"),
    ("MD-1", with_text("==要紧=="), "21: 高亮没有打开"),
    ("MD-1", with_text("*Pod* {: .no-term }"), "21: 花括号里的属性没有生效"),
    ("MD-3", with_text("??? question 没引号\n    答"), "21: 提示框的标题要在英文双引号里"),
    ("MD-1", with_text("=== “甲”\n    正文"), "21: 标签页没有生效"),
    ("MD-1", with_text("> [!NOTE]\n> 正文"), "21: 这里不用 > [!NOTE]"),
    ("MD-1", with_text("有两种：\n- 第一种\n- 第二种"), "22: 列表没有生效"),
    ("MD-1", with_text("有两步：\n1. 第一步\n2. 第二步"), "22: 列表没有生效"),
    ("MD-1", with_text("１．第一步"), "21: 序号的写法不成列表"),
    ("MD-1", with_text("- [ ] 没做\n- [x] 做了"), "21: 勾选框没有打开"),
    ("MD-1", with_text("看下表：\n| 甲 | 乙 |\n|---|---|\n| 1 | 2 |"), "22: 表格没有生效"),
    ("MD-1", with_text("见 [甲] (nat.md)[乙](（nat.md"), "21: 链接或图片没有生效"),
    ("MD-1", with_text("甲\n!!! note\n    乙\n\n见 [甲] (nat.md)"), "25: 链接或图片没有生效"),
    ("MD-1", with_text("见［甲］（nat.md）"), "21: 链接或图片没有生效"),
    ("MD-1", with_text("见[甲]（nat.md#how）"), "21: 链接或图片没有生效"),
    ("MD-1", with_text("$$x = 1$$"), "21: 公式没有打开"),
    ("MD-1", with_text("• 甲\n• 乙"), "21: 列表的记号不对"),
    ("MD-2", with_text("1. 甲\n\n  第二段\n\n2. 乙"), "23: 前面有 2 个空格，不属于上面的列表项"),
    ("MD-2", with_text("- 甲\n\n  | a | b |\n  |---|---|\n  | 1 | 2 |"), "23: 前面有 2 个空格"),
    ("MD-3", with_text("!!! note “注意”\n    正文"), "21: 提示框的标题要在英文双引号里"),
    ("MD-2", with_text("- 甲\n  - 乙"), "22: 前面有 2 个空格"),
    ("MD-2", with_text("1. 甲\n   ```bash\n   ls\n   ```\n2. 乙"), "22: 代码块前面有 3 个空格"),
    ("MD-2", with_text("- 甲\n\n  !!! note \"注意\"\n      乙"), "23: 前面有 2 个空格"),
    ("MD-3", with_text("!!! waring\n    甲"), "21: 没有 waring 这种提示框；是不是 warning"),
    ("MD-3", with_text('!!! note "注意"\n  甲'), "21: 提示框是空的"),
    ("MD-3", with_text('!!! note "注意"\n甲'), "21: 提示框是空的"),
    ("MD-4", with_text("| 甲 | 乙 |\n|---|---|\n| 1 | 2 | 3 |"), "23: 这一行有 3 格，表头有 2 格"),
    ("MD-4", with_text("| 甲 | 乙 |\n|---|---|\n| 1 |"), "23: 这一行有 1 格，表头有 2 格"),
    ("MD-4", with_text("| 甲 | 乙 |\n| 1 | 2 |"), "21: 表格的第二行要是分隔行"),
    ("MD-4", with_text("| 甲 | 乙 |\n|---|\n| 1 | 2 |"), "22: 这一行有 1 格"),
    ("MD-4", with_text("| 甲 | 乙 |\n|---|---|\n\n| 1 | 2 |"), "24: 表格的第二行要是分隔行"),
    ("MD-4", with_text("甲 | 乙\n--|--\n1 | 2 | 3"), "22: 表格的行没有以 | 开头"),
    ("MD-4", with_text("｜ 甲 ｜ 乙 ｜\n｜---｜---｜"), "21: 表格的竖线是全角的"),
    ("MD-4", with_text("| 甲 | 乙 |\n|---|---|\n| a ¦ b | 2 |"), "23: 格子里有“¦”"),
    ("MD-5", with_text("前面\n\n    缩进的一段"), "23: 这一段缩进太多"),
    ("MD-5", with_text("\t制表符开头的一段"), "21: 这一段缩进太多"),
    ("MD-7", with_text("*Pod*{: .noterm }"), "21: 没有 .noterm 这个类，写了不起作用；是不是 .no-term"),
    ("MD-7", with_text("## 甲 {#a .no-trems}"), "21: 没有 .no-trems 这个类，写了不起作用；是不是 .no-terms"),
    ("MD-7", with_text("一段\n{: .red }"), "22: 没有 .red 这个类"),
    ("MD-6", with_text("| 展开 {a,b} | 乙 |\n|---|---|\n| 1 | 2 |"), "21: 花括号里的“a_b”被当成属性"),
    ("MD-6", with_text("用 `echo`{a,b} 展开"), "21: 花括号里的“a_b”被当成属性"),
    ("MD-6", with_text('返回：\n{"a": 1}'), "被当成属性"),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "changes"), GOOD)
def test_good_pages_pass(tmp_path: Path, rule: str, changes: Changes) -> None:
    assert find_problems(tmp_path, rule, changes) == []


@pytest.mark.parametrize(("rule", "changes", "message"), BAD)
def test_bad_pages_are_reported(tmp_path: Path, rule: str, changes: Changes, message: str) -> None:
    assert message in report(tmp_path, rule, changes)


def test_pages_are_read_with_the_extensions_of_the_site() -> None:
    class Loader(yaml.SafeLoader):
        pass

    Loader.add_multi_constructor("", lambda loader, suffix, node: suffix)
    loader = Loader((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    config: dict[str, Any] = loader.get_single_data()
    names = [name for item in config["markdown_extensions"] for name in (item if isinstance(item, dict) else [item])]
    # They change what stands in code, and give headings that have no id one.
    unseen = {"pymdownx.highlight", "toc"}
    assert tuple(name for name in names if name not in unseen) == EXTENSIONS
