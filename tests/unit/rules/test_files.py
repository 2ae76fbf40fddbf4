"""Rules about files, each proven by what it must let pass and what it must report."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.rules.files import MAX_IMAGE, MAX_PAGE
from support.rule_pages import PAGE, Changes, find_problems, report, with_text

SCRIPT = "examples/iptables/case/rules.sh"
# In pieces, so that nobody's scanner takes this file for a leak.
AWS_KEY = "AKIA" + "Q7XK2M4PLR8ZV3NT"
PRIVATE_KEY = f"-----BEGIN {'PRIVATE'} KEY-----\n{'MIIEvQIBADANBgkqhkiG9w0BAQEFAASC' * 2}\n"
GITHUB_TOKEN = "ghp_" + "a1B2c3D4e5F6" * 3

GOOD: list[tuple[str, Changes]] = [
    ("FILE-1", {"docs/shell/get-ip.md": PAGE, "docs/contributing/page.md": PAGE, "docs/404.md": PAGE}),
    ("FILE-2", {"docs/assets/a.css": "", "examples/linux/menu/.shellcheckrc": "", "docs/assets/LICENSE": ""}),
    ("FILE-3", {"examples/iptables/case/expected.txt": "标题\n=======\n甲\n"}),
    ("FILE-4", {"docs/shell/get-ip.md": PAGE.replace("\n", "\r\n")}),
    ("FILE-5", with_text("![图](../assets/images/a.png)") | {"docs/assets/images/a.png": "x"}),
    ("SIZE-1", {"docs/shell/long.md": PAGE + "字" * (MAX_PAGE - len(PAGE) - 1)}),
    ("IMG-1", with_text("![防火墙的两条链](a.png){ width=640 height=360 loading=lazy }") | {"docs/assets/a.png": "x" * MAX_IMAGE}),
    ("SAFE-1", with_text("密码 `example`，口令：changeme1，password: \"example\"，token 是 `$TOKEN`")),
    ("SAFE-1", {SCRIPT: "grep 'BEGIN PRIVATE KEY' key.pem\nmysql -u root -psecret\n"}),
    ("SAFE-1", with_text("`mysql -uroot -p app`，`mysql -P3306 -pexample`，`curl -u user:example https://example.org/`")),
    ("SAFE-2", with_text("/home/user/.ssh，user@example.com，my-svc.default.svc.cluster.local，/etc/rc.local，host.docker.internal，db.example.com")),
]  # fmt: skip

BAD: list[tuple[str, Changes, str]] = [
    ("FILE-1", {"docs/shell/取地址.md": PAGE}, "docs/shell/取地址.md:1: 文件名要能直接写进网址"),
    ("FILE-1", {"docs/shell/get ip.md": PAGE}, "docs/shell/get ip.md:1: 文件名要能直接写进网址"),
    ("FILE-1", {"docs/shell/GetIP.md": PAGE}, "docs/shell/GetIP.md:1: 文件名要能直接写进网址"),
    ("FILE-1", {"docs/shell/get_ip.md": PAGE}, "docs/shell/get_ip.md:1: 文件名要能直接写进网址"),
    ("FILE-1", {"docs/shell/getip.MD": PAGE}, "docs/shell/getip.MD:1: 扩展名 .MD 不会当成页面检查"),
    ("FILE-1", {"docs/redis/index.md": PAGE}, "docs/redis/index.md:1: docs/redis/ 不是专题目录"),
    ("FILE-1", {"docs/iptable/a.md": PAGE}, "docs/iptable/a.md:1: docs/iptable/ 不是专题目录，专题的规则管不到它；是不是 docs/iptables/"),
    ("FILE-1", {"docs/shell/more/a.md": PAGE}, "docs/shell/more/ 不是专题目录"),
    ("FILE-2", {"docs/shell/notes.txt": "密码 123"}, "docs/shell/notes.txt:1: docs/ 里不是页面的文件也会发布"),
    ("FILE-2", {"docs/shell/get-ip.md.orig": PAGE}, "docs/shell/get-ip.md.orig:1: 编辑器或合并留下的文件"),
    ("FILE-2", {"docs/shell/get-ip.md~": PAGE}, "docs/shell/get-ip.md~:1: 编辑器"),
    ("FILE-2", {"docs/shell/Thumbs.db": "x"}, "docs/shell/Thumbs.db:1: 编辑器"),
    ("FILE-2", {"docs/assets/.DS_Store": "x"}, "docs/assets/.DS_Store:1: 编辑器"),
    ("FILE-2", {"docs/shell/.get-ip.md.swp": "x"}, "docs/shell/.get-ip.md.swp:1: 编辑器"),
    ("FILE-2", {"examples/iptables/case/addr.sh~": "x"}, "examples/iptables/case/addr.sh~:1: 编辑器"),
    ("FILE-2", {"data/glossary.yml.rej": "x"}, "data/glossary.yml.rej:1: 编辑器"),
    ("FILE-3", with_text("<<<<<<< HEAD\n甲\n=======\n乙\n>>>>>>> branch"), "docs/iptables/state.md:21: 有没解决完的合并冲突，到第 25 行为止"),
    ("FILE-3", with_text("<<<<<<< HEAD\n\n甲\n\n=======\n\n乙\n\n>>>>>>> branch"), "21: 有没解决完的合并冲突，到第 29 行"),
    ("FILE-3", {"data/glossary.yml": "<<<<<<< HEAD\n- {id: a}\n=======\n>>>>>>> b\n"}, "data/glossary.yml:1: 有没解决完"),
    ("FILE-3", {SCRIPT: "ls\n<<<<<<< HEAD\nls -l\n=======\n>>>>>>> b\n"}, f"{SCRIPT}:2: 有没解决完"),
    ("FILE-4", {SCRIPT: "set -e\nset -o pipefail\r\n"}, f"{SCRIPT}:2: 行尾是 Windows 的 CRLF"),
    ("FILE-5", {"docs/assets/images/lonely.png": "x"}, "docs/assets/images/lonely.png:1: 没有页面用这张图"),
    ("SIZE-1", {"docs/shell/long.md": PAGE + "字" * MAX_PAGE}, "docs/shell/long.md:1: 这一页有"),
    ("IMG-1", {"docs/assets/a.png": "x" * (MAX_IMAGE + 1)}, "docs/assets/a.png:1: 图片有 300 kB，最多 300 kB"),
    ("IMG-1", with_text("![图](a.png)"), "21: 图片 a.png 没写宽和高"),
    ("IMG-1", with_text("![](a.png){ width=1 height=1 }"), "21: 图片 a.png 没有说明"),
    ("SAFE-1", with_text(f"密钥 `{AWS_KEY}`"), "21: 像是真的密钥或口令（AWS Access Key）"),
    ("SAFE-1", {SCRIPT: f"cat <<EOF\n{PRIVATE_KEY}EOF\n"}, f"{SCRIPT}:2: 这里有一把私钥"),
    ("SAFE-1", with_text(f"```bash\ncurl -H 'Authorization: token {GITHUB_TOKEN}'\n```"), "22: 像是真的密钥或口令（GitHub Token）"),
    ("SAFE-1", {"data/glossary.yml": "password: 'Tr0ub4dor&3'\n"}, "data/glossary.yml:1: 像是真的口令“Tr0u…”"),
    ("SAFE-1", with_text("数据库的密码是 Tr0ub4dor3。"), "21: 像是真的口令“Tr0u…”"),
    ("SAFE-1", with_text("`mysql://root:Tr0ub4dor@10.9.0.1/`"), "21: 像是真的密钥或口令（Basic Auth Credentials）"),
    ("SAFE-1", with_text("`mysql -uroot -pTr0ub4dor3 app`"), "21: 像是真的口令“Tr0u…”"),
    ("SAFE-1", {SCRIPT: "redis-cli -h 10.9.0.1 -a Tr0ub4dor3 ping\n"}, f"{SCRIPT}:1: 像是真的口令“Tr0u…”"),
    ("SAFE-1", with_text("`curl -u admin:Tr0ub4dor3 https://example.org/`"), "21: 像是真的口令“Tr0u…”"),
    ("SAFE-1", with_text("`redis://:Tr0ub4dor3@10.9.0.1:6379`"), "21: 像是真的口令“Tr0u…”"),
    ("SAFE-2", with_text("`ls /home/zhang/`"), "21: “/home/zhang”是某个人的目录"),
    ("SAFE-2", with_text("登录 db01.prod.corp 看"), "21: “db01.prod.corp”像内网的主机名"),
    ("SAFE-2", {SCRIPT: "curl jenkins.ops.intranet\n"}, f"{SCRIPT}:1: “jenkins.ops.intranet”像内网的主机名"),
    ("SAFE-2", with_text("写信给 zhang.san@some-company.com"), "21: “zhang.san@some-company.com”像真的邮箱"),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "changes"), GOOD)
def test_good_pages_pass(tmp_path: Path, rule: str, changes: Changes) -> None:
    assert find_problems(tmp_path, rule, changes) == []


@pytest.mark.parametrize(("rule", "changes", "message"), BAD)
def test_bad_pages_are_reported(tmp_path: Path, rule: str, changes: Changes, message: str) -> None:
    assert message in report(tmp_path, rule, changes)
