"""All content rules by id. An id is never given to another rule; `docs/contributing/rules.md` explains each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import PurePosixPath

from handbook.markers import find_markers
from handbook.page_source import PageSource
from handbook.rules import (
    across,
    characters,
    data,
    fences,
    files,
    frontmatter,
    html,
    links,
    markers,
    questions,
    shape,
    structure,
    text,
)
from handbook.rules.model import Handbook, Problem, drop_allowed, next_block, problem


def mark_2(handbook: Handbook) -> list[Problem]:
    """Require of a marker that lets a rule pass that there is such a rule, and that it lets something pass."""
    found: list[Problem] = []
    caught: dict[str, set[tuple[str, int]]] = {}
    for page in handbook.pages:
        for number, marker in find_markers(page.prose):
            rule = marker.rest.partition(" ")[0]
            if marker.name != "allow" or rule == "MARK-2":
                continue
            if rule not in RULES:
                near = get_close_matches(rule, RULES, n=1)
                remedy = f"是不是 {near[0]}" if near else "编号在 docs/contributing/rules.md 里查"
                found.append(problem("MARK-2", page, number, f"没有规则 {rule}，什么也没放过；{remedy}"))
                continue
            if rule not in caught:
                caught[rule] = {(item.file, item.line) for item in RULES[rule].check(handbook)}
            if not any((f"docs/{page.path}", line) in caught[rule] for line in next_block(page, number)):
                text = f"下面这一段没有违反 {rule}，什么也没放过；删掉这一行，或移到要放过的那一段前面"
                found.append(problem("MARK-2", page, number, text))
    return found


@dataclass(frozen=True)
class Rule:
    """A rule: what it asks for, in Chinese, as the guide says it, and the function that looks for problems."""

    id: str
    title: str
    check: Callable[[Handbook], list[Problem]]


def _each_page(check: Callable[[PageSource], list[Problem]]) -> Callable[[Handbook], list[Problem]]:
    """Return a check of the handbook that looks at one page after the other, and at the same text once.

    `make serve` checks after each save, and all pages but one are as they were.
    """
    known: dict[tuple[str, tuple[str, ...]], list[Problem]] = {}

    def check_pages(handbook: Handbook) -> list[Problem]:
        keys = [(page.path, page.lines) for page in handbook.pages]
        for key, page in zip(keys, handbook.pages, strict=True):
            if key not in known:
                known[key] = check(page)
        for key in known.keys() - keys:
            del known[key]
        return [problem for key in keys for problem in known[key]]

    return check_pages


_RULES = (
    Rule("FM-1", "文件头符合格式", _each_page(frontmatter.fm_1)),
    Rule("FM-2", "标签写在 data/tags.yml 里", frontmatter.fm_2),
    Rule("FM-3", "核对事实的年月不在将来", _each_page(frontmatter.fm_3)),
    Rule("FM-4", "标题和 title 一致，不和别的页重复", frontmatter.fm_4),
    Rule("FM-5", "首页的名次不重复", frontmatter.fm_5),
    Rule("SHAPE-1", "一页恰好一个一级标题", _each_page(shape.shape_1)),
    Rule("SHAPE-2", "标题带 ASCII id，同页不重复", _each_page(shape.shape_2)),
    Rule("SHAPE-3", "专题页先给一句话结论，最多三行", _each_page(shape.shape_3)),
    Rule("SHAPE-4", "有这类页面必须有的小节", _each_page(shape.shape_4)),
    Rule("SHAPE-5", "延伸阅读最多五条链接", _each_page(shape.shape_5)),
    Rule("SHAPE-6", "自测三到六题", _each_page(shape.shape_6)),
    Rule("RISK-1", "风险段落写明种类和撤销办法", _each_page(shape.risk_1)),
    Rule("CHAR-1", "没有形近字和看不见的字符", _each_page(text.char_1)),
    Rule("CHAR-2", "代码里没有全角字符", _each_page(text.char_2)),
    Rule("CODE-1", "代码块写明语言，并且有结尾", _each_page(text.code_1)),
    Rule("HTML-1", "HTML 标签成对，不带脚本和样式", _each_page(html.html_1)),
    Rule("LINK-1", "站外链接用 https，不写裸网址", _each_page(text.link_1)),
    Rule("MARK-1", "标记写法正确，一页只写一次", _each_page(markers.mark_1)),
    Rule("TYPO-1", "汉字和英文、数字、行内代码之间空一格", _each_page(text.typo_1)),
    Rule("CODE-2", "展示的文件、小节和行号存在", across.code_2),
    Rule("EX-1", "一个示例的执行记录在一页上只出现一次", across.ex_1),
    Rule("EX-2", "每个示例都出现在页面上", across.ex_2),
    Rule("GLOSS-1", "每条术语都有页面用到", across.gloss_1),
    Rule("GLOSS-2", "术语的定义不超过 80 个字", across.gloss_2),
    Rule("CORR-1", "每条勘误都显示在它指向的页面上，小节也存在", across.corr_1),
    Rule("CLAIM-1", "会过时的事实写全，小节存在", across.claim_1),
    Rule("CLAIM-2", "一个会过时的事实只在一页写", across.claim_2),
    Rule("MD-1", "没有读者会看到的标记符号", _each_page(structure.md_1)),
    Rule("MD-2", "列表、代码块、提示框的缩进是四的倍数", _each_page(structure.md_2)),
    Rule("MD-3", "提示框的种类写对，里面有内容", _each_page(structure.md_3)),
    Rule("MD-4", "表格每行的格数和表头一样", _each_page(structure.md_4)),
    Rule("MD-5", "正文没有因为缩进成了代码", _each_page(structure.md_5)),
    Rule("MD-6", "正文里的花括号没有被当成属性", _each_page(structure.md_6)),
    Rule("LINK-2", "站内链接指向存在的页面或文件", links.link_2),
    Rule("LINK-3", "链接里的小节存在", links.link_3),
    Rule("LINK-4", "图片和样式都在手册里", _each_page(links.link_4)),
    Rule("LINK-5", "站外链接只以 https:// 开头", _each_page(links.link_5)),
    Rule("LINK-6", "专题页的站外链接只在延伸阅读里", _each_page(links.link_6)),
    Rule("HTML-2", "页面里没有会执行、会载入的属性", _each_page(html.html_2)),
    Rule("CHAR-3", "没有控制字符", characters.char_3),
    Rule("CHAR-4", "没有看着像英文的别种字母和符号", characters.char_4),
    Rule("CHAR-5", "命令里的减号是键盘上的减号", _each_page(characters.char_5)),
    Rule("FILE-1", "页面的文件名和目录写得规范", files.file_1),
    Rule("FILE-2", "没有编辑器和合并留下的文件", files.file_2),
    Rule("FILE-3", "没有没解决完的合并冲突", files.file_3),
    Rule("FILE-4", "示例的文件用 LF 行尾", files.file_4),
    Rule("FILE-5", "每张图都有页面用", files.file_5),
    Rule("SIZE-1", "一页不超过四万个字符", _each_page(files.size_1)),
    Rule("IMG-1", "图片不大，有说明，写明宽高", files.img_1),
    Rule("SAFE-1", "没有密钥、令牌、口令", files.safe_1),
    Rule("SAFE-2", "没有私人目录、真的邮箱、内网主机名", files.safe_2),
    Rule("SHAPE-7", "标题的写法谁都认得，级别不跳", _each_page(shape.shape_7)),
    Rule("SHAPE-8", "concept 页写明读完做得到什么", _each_page(shape.shape_8)),
    Rule("CODE-3", "代码块的语言存在", _each_page(fences.code_3)),
    Rule("EX-3", "example.yml 和 record.json 读得懂", data.ex_3),
    Rule("GLOSS-3", "术语写全，写法不冲突，讲解它的小节存在", data.gloss_3),
    Rule("GLOSS-4", "术语不是到处都有的词，定义说它是什么", data.gloss_4),
    Rule("CORR-2", "勘误写全，证据和页面存在", data.corr_2),
    Rule("CORR-3", "说法和事实不一样，出处查得到", data.corr_3),
    Rule("CODES-1", "错误码写全，汉字和英文之间空一格，示例里真的说过，和程序自己的清单一致", data.codes_1),
    Rule("REL-1", "Kubernetes 版本连续，日期合理", data.rel_1),
    Rule("EXAM-1", "搜索考试的每题指向存在的页面", data.exam_1),
    Rule("SYN-1", "同义词每组至少两个", data.syn_1),
    Rule("DIAG-2", "图有标题和文字版，不写颜色", data.diag_2),
    Rule("NAV-1", "mkdocs.yml 读得懂，导航列出每一页", data.nav_1),
    Rule("PROOF-1", "命令、清单、配置、代码都试过，或写明为什么没有", _each_page(fences.proof_1)),
    Rule("EX-4", "示例改过以后重录了输出", data.ex_4),
    Rule("MD-7", "花括号里的类有人认得", structure.md_7),
    Rule("MARK-2", "放过的规则存在，也放过了东西", mark_2),
    Rule("TYPO-2", "括号左右一样宽", _each_page(text.typo_2)),
    Rule("DRAFT-1", "没有没写完的地方", _each_page(text.draft_1)),
    Rule("ASK-1", "每道题有自己的 id，全书不重复", questions.ask_1),
    Rule("ASK-2", "每道面试题有答案，每条答案有题", questions.ask_2),
    Rule("ASK-3", "每道自测题指向讲它的小节", _each_page(questions.ask_3)),
)
RULES: dict[str, Rule] = {rule.id: rule for rule in _RULES}


def check(rule: str, handbook: Handbook) -> list[Problem]:
    """Return the problems that one rule finds in the whole handbook, in order, without those an editor let pass.

    Of a page that could not be read as it was meant, only the reason is a problem.
    """
    unread = {item.file for item in handbook.broken}
    found = [item for item in RULES[rule].check(handbook) if item.file not in unread]
    broken = [item for item in handbook.broken if item.rule == rule]
    return drop_allowed([*found, *broken], handbook.pages)


# What makes the rest of a file look wrong too: an editor mends it first.
_FIRST = ("FILE-3", "CHAR-3")
# What other files say of a page that is not there as it was meant.
_OF_ABSENCE = ("EX-2", "GLOSS-1")


def check_all(handbook: Handbook) -> list[Problem]:
    """Return the problems that all rules find, by file and line; of one mistake only the cause."""
    found = {problem for rule in RULES for problem in check(rule, handbook)}
    spoilt = {problem.file for problem in found if problem.rule in _FIRST}
    unread = spoilt | {problem.file for problem in handbook.broken}
    pages = [file.removeprefix("docs/") for file in unread if file.startswith("docs/")]
    changed = {PurePosixPath(problem.file).parent for problem in found if problem.rule.startswith(("FILE-", "CHAR-"))}

    def follows(problem: Problem) -> bool:
        if problem.rule in _FIRST or problem in handbook.broken:
            return False
        if problem.file in spoilt or any(page in problem.text for page in pages):
            return True
        # The record of an example is of its files without what a FILE rule reports.
        return (problem.rule == "EX-4" and PurePosixPath(problem.file).parent in changed) or (
            bool(pages) and problem.rule in _OF_ABSENCE
        )

    return sorted(problem for problem in found if not follows(problem))
