"""Rules about where links lead, each proven by what it must let pass and what it must report."""

from __future__ import annotations

from pathlib import Path

import pytest

from support.rule_pages import PAGE, Changes, find_problems, report, with_text

OTHER = {"docs/iptables/nat.md": PAGE, "docs/network/tcp.md": PAGE, "docs/network/index.md": PAGE}

GOOD: list[tuple[str, Changes]] = [
    ("LINK-2", with_text("[甲](nat.md) [乙](../network/tcp.md#how) [丙](#how) ![图](../assets/a.png)") | OTHER | {"docs/assets/a.png": ""}),
    ("LINK-2", with_text("[甲][nat]\n\n[nat]: nat.md#how\n\n`[甲](no.md)`") | OTHER),
    ("LINK-3", with_text("[甲](nat.md#how) [框](#some-folklore) [示例](#example-iptables--case) 脚注[^1]\n\n[^1]: 注") | OTHER),
    ("LINK-3", with_text("[甲](all.md#anything)") | {"docs/iptables/all.md": PAGE + "\n<!-- list: symptoms -->\n"}),
    ("LINK-3", with_text("[甲](terms.md#kernel)") | {"docs/iptables/terms.md": PAGE + "\n<!-- list: terms -->\n"}),
    ("LINK-3", with_text('[甲](#x) [乙](#y)\n\n<span id="x"></span>\n\n一段\n{: #y }')),
    ("LINK-4", with_text("![图](../assets/a.png){ width=1 height=1 } `![图](https://example.org/a.png)`")),
    ("LINK-5", with_text("[甲](https://example.org/) [乙](nat.md) <https://example.org/>")),
    ("LINK-6", {"docs/contributing/index.md": PAGE + "\n## 甲 {#a}\n\n[乙](https://example.org/)\n"}),
    ("LINK-6", with_text("<!-- allow: LINK-6 没有别的地方说明 -->\n\n见[甲](https://example.org/)。")),
]  # fmt: skip

BAD: list[tuple[str, Changes, str]] = [
    ("LINK-2", with_text("[甲](nta.md)") | OTHER, "21: 链接指向 docs/iptables/nta.md，没有这个文件；改正路径，是不是 nat.md"),
    ("LINK-2", with_text("[甲](NAT.md)") | OTHER, "是不是 nat.md"),
    ("LINK-2", with_text("[甲](nat)") | OTHER, "是不是 nat.md"),
    ("LINK-2", with_text("[甲](tcp.md)") | OTHER, "是不是 ../network/tcp.md"),
    ("LINK-2", with_text("[甲](../network/)") | OTHER, "是不是 ../network/index.md"),
    ("LINK-2", with_text("[甲](/network/tcp.md)") | OTHER, "21: 链接 /network/tcp.md 以 / 开头，换了地方就打不开；写相对路径，是不是 ../network/tcp.md"),
    ("LINK-2", with_text("[甲][x]\n\n[x]: no-such-page.md"), "23: 链接指向 docs/iptables/no-such-page.md，没有这个文件；改正路径，或者先建这一页"),
    ("LINK-2", with_text("[甲](xyz.md#only-here)") | {"docs/iptables/nat.md": PAGE + "\n## 乙 {#only-here}\n"}, "没有这个文件；改正路径，是不是 nat.md"),
    ("LINK-2", with_text("![图](../assets/no.png)"), "21: 链接指向 docs/assets/no.png"),
    ("LINK-2", with_text("[甲](../../README.md)"), "21: 链接指向 ../../README.md"),
    ("LINK-3", with_text("[甲](nat.md#hwo)") | OTHER, "21: docs/iptables/nat.md 里没有 #hwo 这一节；改正小节名，是不是 #how"),
    ("LINK-3", with_text("[甲](#nowhere)"), "21: docs/iptables/state.md 里没有 #nowhere"),
    ("LINK-3", with_text("[甲](terms.md#kernl)") | {"docs/iptables/terms.md": PAGE + "\n<!-- list: terms -->\n"}, "21: docs/iptables/terms.md 里没有 #kernl 这一节；改正小节名，是不是 #kernel"),
    ("LINK-4", with_text("![图](https://example.org/a.png)"), "21: 图片 https://example.org/a.png 来自别的网站"),
    ("LINK-4", with_text("![图](//example.org/a.png)"), "21: 图片 //example.org/a.png"),
    ("LINK-4", with_text("![图](<https://example.org/a.png>)"), "21: 图片 https://example.org/a.png"),
    ("LINK-4", with_text("![图][logo]\n\n[logo]: https://example.org/a.png"), "23: 图片 https://example.org/a.png"),
    ("LINK-4", with_text("![图](data:image/png;base64,AAAA)"), "21: 图片 data:"),
    ("LINK-5", with_text("[甲](HTTP://example.org/)"), "21: 链接 HTTP://example.org/ 的开头有大写"),
    ("LINK-5", with_text("[甲](javascript:alert(1))"), "21: 链接不能以 javascript: 开头"),
    ("LINK-5", with_text("[甲](ftp://example.org/)"), "21: 链接不能以 ftp: 开头"),
    ("LINK-5", with_text("[甲](//example.org/)"), "21: 链接 //example.org/ 没写协议；写成 https://example.org/"),
    ("LINK-5", with_text("[甲](www.example.org)"), "21: 链接 www.example.org 没写协议"),
    ("LINK-6", with_text("见[甲](https://example.org/)。"), "21: 正文里有站外链接"),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "changes"), GOOD)
def test_good_pages_pass(tmp_path: Path, rule: str, changes: Changes) -> None:
    assert find_problems(tmp_path, rule, changes) == []


@pytest.mark.parametrize(("rule", "changes", "message"), BAD)
def test_bad_pages_are_reported(tmp_path: Path, rule: str, changes: Changes, message: str) -> None:
    assert message in report(tmp_path, rule, changes)
