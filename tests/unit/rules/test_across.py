"""Rules across files, each proven by what it must let pass and what it must report."""

from __future__ import annotations

from pathlib import Path

import pytest

from support.rule_pages import Changes, find_problems, instead, report, with_text

CLAIM = "- {claim: 一句, kind: limit, page: iptables/state.md#how, source: {text: 手册}, checked: '2026-11-29'}\n"

TWICE = CLAIM.replace("一句", "fs.max 默认 128，5.11 起 8192") + CLAIM.replace(
    "一句", "fs.max 默认 128；5.11 起 8192 个"
).replace("state.md", "nat.md")

GOOD: list[tuple[str, Changes]] = [
    ("CODE-2", with_text('```bash example="iptables/case/rules.sh:1:1,1:1"\n```')),
    ("CODE-2", with_text('````markdown\n```bash example="iptables/写法/rules.sh"\n```\n--8<-- "x"\n````')),
    ("CODE-2", with_text('```bash not-run="没有第二台路由器" title="两台"\nls\n```')),
    ("EX-1", with_text("```html\n<!-- example: iptables/case -->\n```")),
    ("EX-2", {"examples/lab/lab.sh": "ip netns\n"}),
    ("EX-1", with_text("<!-- example: linux/menu -->") | {"examples/linux/menu/example.yml": "title: 菜单\n"}),
    ("EX-2", with_text("<!-- example: linux/menu -->") | {"examples/linux/menu/example.yml": "title: 菜单\n", "examples/linux/menu/run.py": "def run(lab): ...\n"}),
    ("GLOSS-1", {"data/glossary.yml": "- {id: kernel, term: 核心, aliases: [连接], page: iptables/state.md#how}\n"}),
    ("GLOSS-1", {"data/glossary.yml": ""}),
    ("GLOSS-2", {"data/glossary.yml": f"- {{id: a, term: 内核, definition: {'字' * 80}, page: iptables/state.md#x}}\n"}),
    ("CORR-1", {"data/corrections.yml": "[]\n"}),
    ("CLAIM-1", {"data/claims/iptables.yml": CLAIM}),
    ("CLAIM-2", {"data/claims/iptables.yml": CLAIM.replace("一句", "max 默认 5 秒")}),
    ("CODE-2", with_text('```bash example="iptables/case/parts.sh:one"\n```') | {"examples/iptables/case/parts.sh": "# --8<-- [start:one]\nls\n# --8<-- [end:one]\n"}),
]  # fmt: skip

BAD: list[tuple[str, Changes, str]] = [
    ("CODE-2", with_text('```bash example="iptables/case/rule.sh"\n```'), "21: 没有文件 examples/iptables/case/rule.sh"),
    ("EX-1", with_text("<!-- example: iptables/cas -->"), "21: 没有示例 iptables/cas；改正名字，是不是 iptables/case，或先建 examples/iptables/cas/example.yml"),
    ("CORR-1", with_text("<!-- correction: some-folklor -->"), "docs/iptables/state.md:21: 没有勘误 some-folklor；改正 id，是不是 some-folklore，或先在 data/corrections.yml 里加上这一条"),
    ("EX-1", with_text("<!-- example: iptables/case -->"), "21: 第 23 行展示了示例 iptables/case 的文件"),
    ("EX-2", {"examples/network/lonely/example.yml": "title: 孤\n"}, "EX-2 examples/network/lonely/example.yml:1: "),
    ("EX-2", {"examples/linux/menu/example.yml": "title: 菜单\n", "examples/linux/menu/run.py": "def run(lab): ...\n"}, "EX-2 examples/linux/menu/example.yml:1: "),
    ("GLOSS-1", {"data/glossary.yml": "- {id: a, term: rules, page: iptables/state.md#x}\n"}, '"a"：没有页面用到“rules”'),
    ("GLOSS-2", {"data/glossary.yml": f"- {{id: a, term: 内核, definition: {'字' * 81}, page: iptables/state.md#x}}\n"}, '"a"：定义有 81 个字'),
    ("GLOSS-2", {"data/glossary.yml": ""}, "data/glossary.yml:1: 一条术语也没有"),
    ("CLAIM-2", {"data/claims/iptables.yml": TWICE}, "data/claims/iptables.yml:2: iptables/state.md#how 已经写着这个事实"),
    ("CLAIM-1", {"data/claims/iptables.yml": CLAIM.replace("limit", "limits")}, "iptables.yml:1: 没有这种事实“limits”，是不是 limit"),
    ("CLAIM-1", {"data/claims/iptables.yml": CLAIM.replace("#how", "#who")}, "state.md#who 没有这个小节；"),
    ("CLAIM-1", {"data/claims/iptables.yml": CLAIM.replace("state", "stat")}, "没有页面 docs/iptables/stat.md；"),
    ("CORR-1", instead("<!-- correction: some-folklore -->", ""), 'data/corrections.yml:1: "some-folklore"：docs/iptables/state.md 上没有它的框'),
    ("CODE-2", with_text('```bash example="iptables/case/rules.sh:two"\n```'), "21: examples/iptables/case/rules.sh 里没有成对的"),
    ("CODE-2", with_text('```bash example="iptables/case/rules.sh:1:9"\n```'), "21: examples/iptables/case/rules.sh 只有 1 行，没有第 9 行"),
    ("CODE-2", with_text('```bash example="iptables/case/rules.sh:2:1"\n```'), "21: 行号 2:1 不对"),
    ("CODE-2", with_text("```bash example=“iptables/case/rules.sh”\n```"), "21: 代码块的选项写法不对"),
    ("CODE-2", with_text('```bash example="../secret"\n```'), "21: 不认识 example="),
    ("CODE-2", with_text('```bash example="iptables/case/rules.sh"\nls\n```'), "21: 这个代码块的内容来自示例的文件"),
    ("CODE-2", with_text('```bash not-run=""\nls\n```'), "21: not-run 没有理由"),
    ("CODE-2", with_text('```bash notrun="没有网"\nls\n```'), "21: 代码块的选项写法不对"),
    ("CODE-2", with_text("```bash\n--8<-- 'iptables/case/rules.sh'\n```"), "22: --8<-- 不会被替换"),
    ("CORR-1", {"data/corrections.yml": "- {id: some-folklore, page: iptables/state.md#hwo}\n"}, 'data/corrections.yml:1: "some-folklore"：page 是 iptables/state.md#hwo'),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "changes"), GOOD)
def test_good_pages_pass(tmp_path: Path, rule: str, changes: Changes) -> None:
    assert find_problems(tmp_path, rule, changes) == []


@pytest.mark.parametrize(("rule", "changes", "message"), BAD)
def test_bad_pages_are_reported(tmp_path: Path, rule: str, changes: Changes, message: str) -> None:
    assert message in report(tmp_path, rule, changes)
