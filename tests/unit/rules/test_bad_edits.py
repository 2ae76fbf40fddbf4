"""Mistakes that editors bring from other tools and other places: each is one problem, with its rule, line and remedy."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.rules.model import load_handbook
from handbook.rules.registry import check_all
from support.rule_pages import FILES, META, PAGE, PAGE_PATH, Changes, find_problems, instead, with_text

GLOSSARY, LEDGER, EXAM = "data/glossary.yml", "data/corrections.yml", "data/search-exam.yml"
RELEASES, SYNONYMS, TAGS = "data/kubernetes-releases.yml", "data/synonyms.yml", "data/tags.yml"
CLAIMS = "data/claims/iptables.yml"
EXAMPLE = "examples/iptables/case/example.yml"
FILES_OF = FILES | {
    CLAIMS: "- claim: 默认 60 秒。\n  kind: default\n  page: iptables/state.md#how\n"
    '  source: {text: conntrack(8)}\n  checked: "2026-11-20"\n',
    EXAMPLE: "title: 例\nlab: none\nsoftware: []\nnot_run: 这里只有一条看规则的命令\n",
}
CASE = "examples/iptables/case"
RECORDED = {EXAMPLE: "title: 例\nlab: none\nsoftware: []\n", f"{CASE}/expected.txt": ""}
NAV = "nav:\n  - 连接跟踪: iptables/state.md\n"


def _in(file: str, old: str, new: str) -> dict[str, str]:
    assert old in FILES_OF[file]
    return {file: FILES_OF[file].replace(old, new)}


# The edit, and how its one problem begins and ends.
EDITS: list[tuple[Changes, str, str]] = [
    # Marks of other dialects of Markdown, of wikis and of site generators.
    (with_text("按 ++ctrl+++ 放大。"), f"MD-1 {PAGE_PATH}:21: 按键写错了", "++ctrl+plus++"),
    (with_text("按 ++ctrl+c 退出。"), f"MD-1 {PAGE_PATH}:21: 按键写错了", "++ctrl+plus++"),
    (with_text("这是 ++新加的++ 字。"), f"MD-1 {PAGE_PATH}:21: 按键写错了", "++ctrl+plus++"),
    (with_text("好 :smile: 了。"), f"MD-1 {PAGE_PATH}:21: 表情的代号没有打开", "放进反引号"),
    (with_text("[TOC]"), f"MD-1 {PAGE_PATH}:21: 页面旁边已经有目录", "删掉这一行"),
    (with_text("@[toc]"), f"MD-1 {PAGE_PATH}:21: 页面旁边已经有目录", "删掉这一行"),
    (with_text("见 [[连接跟踪]]。"), f"MD-1 {PAGE_PATH}:21: 双方括号不是链接", "[标题](页面.md#小节)"),
    (with_text("::: tip 提示\n内容\n:::"), f"MD-1 {PAGE_PATH}:21: 这里不用 ::: 写提示框", "四个空格"),
    (with_text("面积是 10 m^2^。"), f"MD-1 {PAGE_PATH}:21: 上标和下标没有打开", "m<sup>2</sup>"),
    (with_text("水是 H~2~O。"), f"MD-1 {PAGE_PATH}:21: 上标和下标没有打开", "m<sup>2</sup>"),
    (with_text("{++加的++} 字。"), f"MD-1 {PAGE_PATH}:21: 修订记号没有打开", "删掉花括号和记号"),
    (with_text("甲&nbsp；乙"), f"MD-1 {PAGE_PATH}:21: & 写的字符没有以半角的 ; 结束", "直接写那个字符"),
    (with_text("-第一项\n-第二项"), f"MD-1 {PAGE_PATH}:21: 列表的记号后面没有空格", "空一格"),
    (with_text("1.第一项\n2.第二项"), f"MD-1 {PAGE_PATH}:21: 列表的记号后面没有空格", "空一格"),
    (with_text('！！！ note "甲"\n    乙'), f"MD-1 {PAGE_PATH}:21: 提示框用了全角的标点", '??? question "问题"'),
    (with_text("···bash\nls\n···"), f"MD-1 {PAGE_PATH}:21: 代码块的围栏不是反引号", "```"),
    (with_text("'''bash\nls\n'''"), f"MD-1 {PAGE_PATH}:21: 代码块的围栏不是反引号", "```"),
    (with_text('{{< figure src="a.png" >}}'), f"MD-6 {PAGE_PATH}:21: 模板的写法没有打开", "放进反引号"),
    (with_text('{% include "a.md" %}'), f"MD-6 {PAGE_PATH}:21: 模板的写法没有打开", "放进反引号"),
    (with_text("版本是 {{ version }}。"), f"MD-6 {PAGE_PATH}:21: 模板的写法没有打开", "放进反引号"),
    (with_text("| 甲 |\n|--:|\n| 1 |"), f"MD-4 {PAGE_PATH}:22: 表格里不写对齐", "|---|"),
    # What is not finished, and what a merge or a patch leaves.
    (with_text("TODO"), f"DRAFT-1 {PAGE_PATH}:21: “TODO”是还没写完的地方", "删掉"),
    (with_text("例子见 xxx。"), f"DRAFT-1 {PAGE_PATH}:21: “xxx”是还没写完的地方", "删掉"),
    (with_text("管理（甲) 乙。"), f"TYPO-2 {PAGE_PATH}:21: “管理（甲)”的括号一半全角一半半角", "都用 ()"),
    (with_text("||||||| merged common ancestors"), f"FILE-3 {PAGE_PATH}:21: 有没解决完的合并冲突", "这几行"),
    (with_text("@@ -1,3 +1,4 @@"), f"FILE-3 {PAGE_PATH}:21: 有补丁留下的行", "行首的 + 与 -"),
    (with_text("index 1234567..89abcde 100644"), f"FILE-3 {PAGE_PATH}:21: 有补丁留下的行", "行首的 + 与 -"),
    # Links and footnotes.
    (with_text("见 [](state.md#how)。"), f"LINK-2 {PAGE_PATH}:21: 链接 state.md#how 没有字", "通向什么"),
    (with_text("见 [这里]()。"), f"LINK-2 {PAGE_PATH}:21: 链接“这里”没有地址", ".svg)"),
    (with_text("![图]()"), f"LINK-2 {PAGE_PATH}:21: 图片“图”没有地址", ".svg)"),
    (with_text(r"见 [这里](..\iptables\state.md)。"), f"LINK-2 {PAGE_PATH}:21: 链接 ..\\iptables\\state.md 里有反斜杠", "是不是 state.md"),
    (with_text("[^9]: 没有人引用。"), f"LINK-1 {PAGE_PATH}:21: 没有地方用到脚注 [^9]", "删掉这一行"),
    # Fences.
    (with_text("``` {.bash #x\nls\n```"), f"CODE-3 {PAGE_PATH}:21: 代码块的第一行写法不对", "英文双引号"),
    (with_text('```text tilte="甲"\nls\n```'), f"CODE-3 {PAGE_PATH}:21: 代码块没有选项 tilte", "是不是 title"),
    (with_text('```text linenums="a"\nls\n```'), f"CODE-3 {PAGE_PATH}:21: linenums 是“a”", 'linenums="1"'),
    (with_text("```text linenums=a\nls\n```"), f"CODE-3 {PAGE_PATH}:21: linenums 是“a”", 'linenums="1"'),
    (with_text('```text hl_lines="a"\nls\n```'), f"CODE-3 {PAGE_PATH}:21: hl_lines 是“a”", 'hl_lines="2 4-6"'),
    (with_text('```text hl_lines="1 9"\nls\n```'), f"CODE-3 {PAGE_PATH}:21: hl_lines 是“1 9”，这一块只有 1 行", "行号"),
    # What lets a rule pass.
    (with_text("<!-- allow: TYPO-1 没有理由 -->\n这里什么也没有。"), f"MARK-2 {PAGE_PATH}:21: 下面这一段没有违反 TYPO-1", "前面"),
    ({PAGE_PATH: f"{PAGE}\n<!-- allow: LINK-6 在最后 -->\n"}, f"MARK-2 {PAGE_PATH}:43: 下面这一段没有违反 LINK-6", "前面"),
    # Front matter.
    ({PAGE_PATH: PAGE.replace("---", "----")}, f"FM-1 {PAGE_PATH}:1: 第一行要正好是三个减号", "也是"),
    ({PAGE_PATH: PAGE.replace(META, META.replace("---", "———"))}, f"FM-1 {PAGE_PATH}:1: 第一行要正好是三个减号", "也是"),
    (instead("title: 连接跟踪", "title: [连接跟踪]"), f"FM-1 {PAGE_PATH}:2: title 写得不对", "加引号"),
    (instead("kind: concept", "kind: concept\nkind: task"), f'FM-1 {PAGE_PATH}:5: 键 "kind" 重复', "一行"),
    (instead(META, "---\n- 连接跟踪\n---\n"), f"FM-1 {PAGE_PATH}:2: 文件头要是“键: 值”", "缩进"),
    (instead("tags: [iptables, conntrack]", "tags: [[iptables], conntrack]"), f"FM-1 {PAGE_PATH}:5: tags 的第 1 条", "NAT]"),
    (instead("kind: concept", "kind: concept\nsymptoms: [{ask: 端口不通了, see: [how]}]"), f"FM-1 {PAGE_PATH}:5: symptoms 的第 1 条", "名次"),
    # The navigation and the settings.
    ({"mkdocs.yml": "nav: {连接跟踪: iptables/state.md}\n"}, "NAV-1 mkdocs.yml:1: nav 要是列表", "缩进"),
    ({"mkdocs.yml": "nav: iptables/state.md\n"}, "NAV-1 mkdocs.yml:1: nav 要是列表", "缩进"),
    ({"mkdocs.yml": f"{NAV}{NAV}"}, "NAV-1 mkdocs.yml:3: 键 nav 在第 1 行写过", "合成一处"),
    ({"mkdocs.yml": f"site_nam: 甲\n{NAV}"}, "NAV-1 mkdocs.yml:1: MkDocs 没有设置 site_nam", "是不是 site_name"),
    ({"mkdocs.yml": f"strict: false\n{NAV}"}, "NAV-1 mkdocs.yml:1: strict 关掉以后", "strict: true"),
    ({"mkdocs.yml": f"{NAV}? [a]\n: b\n"}, "NAV-1 mkdocs.yml:3: 设置的名字要是文字", "问号"),
    ({"mkdocs.yml": "nav:\n  - 连接跟踪:\n"}, "NAV-1 mkdocs.yml:2: 导航里的“连接跟踪”没有页面", "iptables/state.md，或删掉这一行"),
    ({"mkdocs.yml": NAV.replace("/", "\\")}, "NAV-1 mkdocs.yml:2: ", "iptables/state.md，或删掉这一行"),
    # Data.
    (_in(CLAIMS, "#how", "#hwo"), f"CLAIM-1 {CLAIMS}:1: iptables/state.md#hwo 没有这个小节", "是不是 how"),
    (_in(CLAIMS, "state.md", "stat.md"), f"CLAIM-1 {CLAIMS}:1: 没有页面 docs/iptables/stat.md", "是不是 iptables/state.md"),
    (_in(CLAIMS, "default", "defualt"), f"CLAIM-1 {CLAIMS}:2: 没有这种事实“defualt”，是不是 default", "behaviour"),
    (_in(CLAIMS, "2026-11-20", "2026-02-30"), f"CLAIM-1 {CLAIMS}:5: 没有 2026-02-30 这一天", "不能晚于今天"),
    (_in(CLAIMS, "2026-11-20", "2099-02-03"), f"CLAIM-1 {CLAIMS}:5: 2099-02-03 还没有到", "不能晚于今天"),
    (_in(GLOSSARY, "state.md#how", "stat.md#how"), f"GLOSS-3 {GLOSSARY}:1: ", "是不是 iptables/state.md"),
    (_in(GLOSSARY, "#how", "#hwo"), f"GLOSS-3 {GLOSSARY}:1: ", "是不是 how"),
    (_in(GLOSSARY, "topic: iptables", "topic: iptable"), f"GLOSS-3 {GLOSSARY}:1: ", "是不是 iptables"),
    (_in(GLOSSARY, "aliases:", "alias:"), f"GLOSS-3 {GLOSSARY}:1: ", "是不是 aliases"),
    (_in(GLOSSARY, "term: 内核", "term: [内核]"), f"GLOSS-3 {GLOSSARY}:1: ", "给它加引号"),
    (_in(LEDGER, "page: iptables/state.md", "page: iptables/stat.md"), f"CORR-2 {LEDGER}:1: ", "是不是 iptables/state.md"),
    (_in(LEDGER, "state.md#how", "state.md#hwo"), f"CORR-1 {LEDGER}:1: ", "是不是 how"),
    (_in(LEDGER, "page: iptables/state.md#how", "page: iptables/state.md"), f"CORR-2 {LEDGER}:1: ", "iptables/state.md#conntrack"),
    (_in(LEDGER, "{source: iptables(8)}", "{example: iptables/cas}"), f"CORR-2 {LEDGER}:1: ", "是不是 iptables/case，或先建这个示例"),
    (_in(LEDGER, "topic: iptables", "topic: iptable"), f"CORR-2 {LEDGER}:1: ", "是不是 iptables"),
    (_in(LEDGER, "[{source: iptables(8)}]", "{source: iptables(8)}"), f'CORR-2 {LEDGER}:1: "some-folklore"：evidence 不是列表', "的列表"),
    ({EXAM: FILES[EXAM] + "  - {ask: 连接跟踪, page: iptables/state.md}\n"}, f"EXAM-1 {EXAM}:3: “连接跟踪”在第 2 行问过", "另一页]"),
    (_in(EXAM, "ask: 连接跟踪", "ask: 502"), f"EXAM-1 {EXAM}:2: ask 要是非空的文字", "加引号"),
    (_in(LEDGER, "id: some-folklore", "id: [some-folklore]"), f"CORR-2 {LEDGER}:1: ", "加引号"),
    (RECORDED | {f"{CASE}/record.json": "[]"}, f"EX-3 {CASE}/record.json:1: 读不懂（最外层不是键和值）", "ONLY=iptables/case"),
    (RECORDED | {f"{CASE}/record.json": '"甲"'}, f"EX-3 {CASE}/record.json:1: 读不懂（最外层不是键和值）", "ONLY=iptables/case"),
    (_in(SYNONYMS, "Kubernetes", "K8S"), f"SYN-1 {SYNONYMS}:1: “K8S”在这一组里写了两次", "删掉一个"),
    ({SYNONYMS: FILES[SYNONYMS] + "- [k8s, 编排]\n"}, f"SYN-1 {SYNONYMS}:2: “k8s”在第 1 行的一组里也有", "合成一组"),
    ({TAGS: FILES[TAGS] + "- iptables\n"}, f"FM-2 {TAGS}:4: 标签“iptables”写了两次", "删掉一行"),
    ({TAGS: FILES[TAGS] + "- 502\n"}, f"FM-2 {TAGS}:4: ", "数字加引号"),
    (_in(RELEASES, "2026-11-22", "2099-01-01"), f"REL-1 {RELEASES}:1: checked 是 2099-01-01，还没有到", "日子"),
    (_in(RELEASES, "2015-07-21", "2015-02-31"), f"REL-1 {RELEASES}:3: released 要是日期", "'2015-02-31'"),
    (_in(EXAMPLE, "lab: none", "lab: piar"), f"EX-3 {EXAMPLE}:2: lab 不能是 'piar'", "是不是 pair"),
    (_in(EXAMPLE, "lab: none", "lab: none\nnormalise: [{pattern: '(', replace: x}]"), f"EX-3 {EXAMPLE}:3: normalise 不能是", "读得懂的"),
]  # fmt: skip


@pytest.mark.parametrize(("changes", "beginning", "end"), EDITS, ids=[f"{one[1]}{one[2]}" for one in EDITS])
def test_one_mistake_is_one_problem_with_line_and_remedy(
    tmp_path: Path, changes: Changes, beginning: str, end: str
) -> None:
    find_problems(tmp_path, "FM-1", changes)
    (found,) = map(str, check_all(load_handbook(tmp_path)))
    assert found.startswith(beginning)
    assert found.endswith(end)
    assert "；" in found


# What looks like one of them and is none.
HARMLESS: list[Changes] = [
    with_text("用 C++ 写的，i++ 也行；1~5 秒，10:20:30，a) 甲，2^10，`a`+`b`，++ctrl+c++，++ctrl+plus++。"),
    with_text("（甲（乙）丙）和 (a (b) c)，见 [一（二）](state.md#how)，`[](x)`，`{{ a }}`，R&D。"),
    with_text("```text title=\"a linenums='x' b\" hl_lines='2' linenums=1\n甲\n乙\n```"),
    with_text("<!-- allow: TYPO-1 原文如此 -->\n中文abc连着。"),
    {PAGE_PATH: PAGE.replace("\n", "\r\n")},
    {PAGE_PATH: "\ufeff" + PAGE},
    {GLOSSARY: "\ufeff" + FILES[GLOSSARY].replace("\n", "\r\n")},
    instead("kind: concept", "kind:\tconcept"),
]


@pytest.mark.parametrize("changes", HARMLESS)
def test_what_does_no_harm_is_no_problem(tmp_path: Path, changes: Changes) -> None:
    find_problems(tmp_path, "FM-1", changes)
    assert check_all(load_handbook(tmp_path)) == []
