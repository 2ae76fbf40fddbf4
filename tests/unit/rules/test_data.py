"""Rules about data files, settings and examples, each proven by what it must let pass and what it must report."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from mkdocs.config.defaults import get_schema

from handbook.examples.records import seal
from handbook.rules.data import SETTINGS
from support.rule_pages import FILES, PAGE, PAGE_PATH, Changes, find_problems, report, with_text

GLOSSARY = "data/glossary.yml"
LEDGER = "data/corrections.yml"
EXAMPLE = "examples/iptables/case"
TERM = FILES[GLOSSARY]
ENTRY = FILES[LEDGER]
RELEASES = FILES["data/kubernetes-releases.yml"]
RUN = {f"{EXAMPLE}/example.yml": "title: 例\nlab: none\nsoftware: []\n"}
CONFIG = "nav:\n  - 连接跟踪: iptables/state.md\n"
DIAGRAM = "```mermaid\nflowchart TD\n    accTitle: 图\n    accDescr: 甲到乙\n    A --> B\n```"


def term(old: str, new: str) -> Changes:
    """Return a glossary whose one entry has ``new`` in place of ``old``."""
    assert old in TERM
    return {GLOSSARY: TERM.replace(old, new)}


def entry(old: str, new: str) -> Changes:
    """Return a ledger whose one entry has ``new`` in place of ``old``."""
    assert old in ENTRY
    return {LEDGER: ENTRY.replace(old, new)}


def record(output: str) -> str:
    """Return a sealed record of a run of other files that printed ``output``."""
    facts: dict[str, object] = {
        "level": "run",
        "system": "Debian 12",
        "kernel": "6.18",
        "software": [],
        "exit": 0,
        "inputs": "0",
    }
    return json.dumps(facts | {"seal": seal(facts, output)})


GOOD: list[tuple[str, Changes]] = [
    ("CORR-3", entry("source: iptables(8)", "source: mail(1)")),
    ("GLOSS-4", term("aliases: [kernel]", "aliases: [kernel, 内核空间]")),
    ("CORR-3", entry("source: iptables(8)", "source: 网上流传的 PDF, url: 'https://example.org/'")),
    ("EXAM-1", {"data/search-exam.yml": "中文:\n  - {ask: 状态, page: [iptables/state.md]}\n"}),
    ("SYN-1", {"data/synonyms.yml": "- [k8s, Kubernetes]\n"}),
    ("DIAG-2", with_text(DIAGRAM)),
    ("NAV-1", {"mkdocs.yml": CONFIG + "plugins: !ENV [A, b]\nextra_css: [assets/a.css]\n"}),
    ("EX-3", RUN | {f"{EXAMPLE}/record.json": record("甲\n"), f"{EXAMPLE}/expected.txt": "甲\n"}),
]  # fmt: skip

CODES = """title: curl 的退出码
about: 出错时打印。
words: [curl]
versions: [curl 8.14]
example: iptables/case
list: {source: curl(1), url: 'https://curl.se/docs/manpage.html'}
codes:
  - number: '7'
    reason: 还没有做
    means: 连不上TCP端口。
    first: ss -ltn
    see: iptables/state.md#how
"""

BAD: list[tuple[str, Changes, str]] = [
    ("GLOSS-3", term("en: kernel, ", ""), f'{GLOSSARY}:1: 词条 "kernel"：缺少 en'),
    ("GLOSS-3", term("iptables/state.md#how", "iptables/no.md#how"), f"{GLOSSARY}:1: "),
    ("GLOSS-3", term("#how", "#hwo"), "里没有 {#hwo}"),
    ("GLOSS-3", term("topic: iptables", "topic: iptable"), "没有主题 iptable"),
    ("GLOSS-3", {GLOSSARY: TERM + TERM}, f"{GLOSSARY}:2: "),
    ("GLOSS-3", {GLOSSARY: TERM.replace("term: 内核", "term: 内: 核")}, f"{GLOSSARY}:1: YAML 写法有误"),
    ("GLOSS-3", term("definition: 管理硬件的程序。", "definition: "), f'{GLOSSARY}:1: 词条 "kernel"：definition'),
    ("GLOSS-4", term("aliases: [kernel]", "aliases: [的]"), f'{GLOSSARY}:1: "kernel"：“的”到处都是'),
    ("GLOSS-4", term("aliases: [kernel]", "aliases: [命令]"), f'{GLOSSARY}:1: "kernel"：“命令”到处都是'),
    ("GLOSS-4", term("管理硬件的程序。", "管理 `硬件` 的程序。"), "定义里有 Markdown 或 HTML"),
    ("GLOSS-4", term("管理硬件的程序。", "内核就是管理内核的程序。"), "定义用了词条自己"),
    ("GLOSS-4", term("管理硬件的程序。", "非常重要的程序。"), "定义用了词条自己，或在说它重要"),
    ("CORR-2", entry("why: 名字像。, ", ""), f"{LEDGER}:1: "),
    ("CORR-2", entry("iptables/state.md#how", "iptables/no.md#how"), f'{LEDGER}:1: "some-folklore"：没有页面 docs/iptables/no.md'),
    ("CORR-2", entry("evidence: [{source: iptables(8)}]", "evidence: []"), "没有证据"),
    ("CORR-2", entry("source: iptables(8)", "exampel: iptables/case"), f"{LEDGER}:1: "),
    ("CORR-3", entry("truth: 目标要大写。", "truth: 目标，能小写"), f'{LEDGER}:1: "some-folklore"：claim 和 truth 几乎一样'),
    ("CORR-3", entry("source: iptables(8)", "source: 众所周知"), f"{LEDGER}:1: \"some-folklore\"：“众所周知”查不到"),
    ("CORR-3", entry("source: iptables(8)", "source: 问过 ChatGPT"), "“问过 ChatGPT”查不到"),
    ("REL-1", {"data/kubernetes-releases.yml": RELEASES.replace("'2015-07-21'", "'2015-7-21'")}, "data/kubernetes-releases.yml:3: released 要是日期"),
    ("CODES-1", {"data/codes/curl.yml": "title: curl\n"}, "data/codes/curl.yml:1: 缺少“about”；补上一行“about: …”"),
    ("CODES-1", {"data/codes/curl.yml": CODES, "docs/codes/curl.md": PAGE}, "data/codes/curl.yml:8: 汉字和英文、数字之间少空格；写成 连不上 TCP 端口。"),
    ("EXAM-1", {"data/search-exam.yml": "中文:\n  - {ask: 状态, page: iptables/stat.md}\n"}, "data/search-exam.yml:2: 没有页面 docs/iptables/stat.md；page 写相对 docs/ 的路径，是不是 iptables/state.md"),
    ("EXAM-1", {"data/search-exam.yml": "中文:\n  - {ask: 状态}\n"}, "data/search-exam.yml:2: 每题要有 ask 和 page"),
    ("EXAM-1", {"data/search-exam.yml": "- 甲\n"}, "data/search-exam.yml:1: 要按问法分组"),
    ("SYN-1", {"data/synonyms.yml": "- [k8s, Kubernetes]\n- 甲\n"}, "data/synonyms.yml:2: 每行是一组说法"),
    ("SYN-1", {"data/synonyms.yml": "- [k8s]\n"}, "data/synonyms.yml:1: 每行是一组说法"),
    ("SYN-1", {"data/synonyms.yml": "- [甲, 乙]\n  - 丙\n"}, "data/synonyms.yml:2: YAML 写法有误"),
    ("EX-3", {f"{EXAMPLE}/example.yml": "titel: 例\n"}, f"{EXAMPLE}/example.yml:1: "),
    ("EX-3", RUN | {f"{EXAMPLE}/record.json": "{", f"{EXAMPLE}/expected.txt": ""}, f"{EXAMPLE}/record.json:1: 读不懂"),
    ("EX-3", RUN | {f"{EXAMPLE}/record.json": "{}"}, f"{EXAMPLE}/record.json:1: 缺少 exit"),
    ("EX-3", RUN | {f"{EXAMPLE}/record.json": record("甲\n")}, f"{EXAMPLE}/expected.txt:1: 没有输出；运行 make update-expected ONLY=iptables/case"),
    ("EX-3", RUN | {f"{EXAMPLE}/record.json": record("甲\n"), f"{EXAMPLE}/expected.txt": "乙\n"}, f"{EXAMPLE}/record.json:1: 记录或输出被手工改过"),
    ("EX-3", RUN | {f"{EXAMPLE}/record.json": record("甲\n").replace('"exit": 0', '"exit": 1'), f"{EXAMPLE}/expected.txt": "甲\n"}, f"{EXAMPLE}/record.json:1: 记录或输出被手工改过"),
    ("EX-4", RUN, f"{EXAMPLE}/example.yml:1: 没有执行记录，页面上会写“未执行”；运行 make update-expected ONLY=iptables/case"),
    ("EX-4", RUN | {f"{EXAMPLE}/record.json": record("甲\n"), f"{EXAMPLE}/expected.txt": "甲\n"}, f"{EXAMPLE}/example.yml:1: 文件在上次执行之后改过"),
    ("DIAG-2", with_text(DIAGRAM.replace("    accTitle: 图\n", "")), f"{PAGE_PATH}:21: "),
    ("DIAG-2", with_text(DIAGRAM.replace("A --> B", "style A fill:#f00")), f"{PAGE_PATH}:25: "),
    ("NAV-1", {"mkdocs.yml": "nav:\n  - iptables/stat.md\n"}, "mkdocs.yml:2: 导航里的 iptables/stat.md 不存在；改正路径，是不是 iptables/state.md"),
    ("NAV-1", {"mkdocs.yml": "nav:\n  - 甲:\n      - 乙: iptables/no-such.md\n"}, "mkdocs.yml:3: 导航里的 iptables/no-such.md 不存在"),
    ("NAV-1", {"mkdocs.yml": CONFIG, "docs/iptables/nat.md": PAGE}, "docs/iptables/nat.md:1: 导航里没有这一页，读者走不到；在 mkdocs.yml 的 nav（第 1 行起）里加上 iptables/nat.md"),
    ("NAV-1", {"mkdocs.yml": CONFIG.replace("连接跟踪", "状态")}, "mkdocs.yml:2: 导航里叫“状态”，页面叫“连接跟踪”，认不出是同一页"),
    ("NAV-1", {"mkdocs.yml": CONFIG + "  - iptables/state.md\n"}, "mkdocs.yml:3: 导航里 iptables/state.md 在第 2 行已经有了"),
    ("NAV-1", {"mkdocs.yml": CONFIG + "theme:\n\tname: material\n"}, "mkdocs.yml:4: YAML 写法有误"),
    ("NAV-1", {"mkdocs.yml": CONFIG + "extra_javascript:\n  - https://example.org/a.js\n"}, "mkdocs.yml:4: extra_javascript 里的 https://example.org/a.js 在别的网站"),
    ("NAV-1", {"mkdocs.yml": CONFIG + "extra_css:\n  - //example.org/a.css\n"}, "mkdocs.yml:4: extra_css 里的 //example.org/a.css 在别的网站"),
    ("NAV-1", {"mkdocs.yml": "- 甲\n"}, "mkdocs.yml:1: 最外层要是"),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "changes"), GOOD)
def test_good_pages_pass(tmp_path: Path, rule: str, changes: Changes) -> None:
    assert find_problems(tmp_path, rule, changes) == []


@pytest.mark.parametrize(("rule", "changes", "message"), BAD)
def test_bad_pages_are_reported(tmp_path: Path, rule: str, changes: Changes, message: str) -> None:
    assert message in report(tmp_path, rule, changes)


def test_the_settings_are_those_of_mkdocs() -> None:
    assert {name for name, _ in get_schema()} | {"INHERIT"} == SETTINGS
