"""Rules about data files, settings and examples: what the build refuses too, here with a number and all at once."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterator
from difflib import SequenceMatcher, get_close_matches
from pathlib import Path
from typing import Any

import yaml

from handbook import yaml_lines
from handbook.codes.data import FOLDER as CODES
from handbook.codes.data import load_codes
from handbook.corrections.ledger import LEDGER_FILE, load_ledger
from handbook.diagrams.fence import find_diagrams, problems
from handbook.glossary.terms import load_terms
from handbook.mistakes import MistakeError, meant
from handbook.releases.data import RELEASES_FILE, load_releases
from handbook.rules.model import Handbook, Problem
from handbook.rules.text import add_spaces
from handbook.search.exam import EXAM_FILE
from handbook.topics import TOPICS

GLOSSARY = "data/glossary.yml"
SYNONYMS = "data/synonyms.yml"
CONFIG = "mkdocs.yml"
# MkDocs 1.6: mkdocs.config.defaults.MkDocsConfig; a test compares. It warns of others where nobody looks.
SETTINGS = {
    *("site_name", "site_url", "site_description", "site_author", "site_dir", "docs_dir", "dev_addr", "copyright"),
    *("repo_url", "repo_name", "edit_uri", "edit_uri_template", "remote_branch", "remote_name", "use_directory_urls"),
    *("theme", "nav", "strict", "watch", "plugins", "hooks", "markdown_extensions", "mdx_configs", "validation"),
    *("extra", "extra_css", "extra_javascript", "extra_templates", "exclude_docs", "draft_docs", "not_in_nav"),
    *("config_file_path", "google_analytics", "pages", "INHERIT"),
}
# Words that stand on most pages: as a name of a term they would make every second sentence a link.
_COMMON = {
    "命令",
    "文件",
    "系统",
    "问题",
    "方法",
    "内容",
    "情况",
    "数据",
    "配置",
    "使用",
    "可以",
    "运行",
    "时间",
    "机器",
    "程序",
    "执行",
    "输出",
    "选项",
    "参数",
}
_VAGUE = re.compile(
    r"众所周知|大家都|网上|百度|谷歌|经验|常识|听说|据说|某|不详|博客|(?<![a-z])AI(?![a-z])|ChatGPT", re.IGNORECASE
)


def gloss_3(handbook: Handbook) -> list[Problem]:
    """Require that every entry of the glossary is complete, clashes with no other, and is explained where it says."""
    return _mistakes("GLOSS-3", lambda: load_terms(handbook.root / GLOSSARY, handbook.root / "docs", TOPICS))


def gloss_4(handbook: Handbook) -> list[Problem]:
    """Require names that are names, and definitions that define, in plain text."""
    found: list[Problem] = []
    for line, entry in entries(handbook.root, GLOSSARY):
        label = f'"{entry.get("id")}"：'
        aliases = entry.get("aliases")
        for name in [entry.get("term"), *(aliases if isinstance(aliases, list) else [])]:
            if isinstance(name, str) and (re.fullmatch(r"[\u3400-\u9fff]", name) or name in _COMMON):
                text = f"{label}“{name}”到处都是，会链得满页；换成更长的、只有这个意思的词"
                found.append(Problem(GLOSSARY, line, "GLOSS-4", text))
        definition = entry.get("definition")
        if not isinstance(definition, str):
            continue
        if re.search(r"`|\*\*|\]\(|<[a-zA-Z/]", definition):
            text = f"{label}定义里有 Markdown 或 HTML，悬停时会原样显示；只用文字"
            found.append(Problem(GLOSSARY, line, "GLOSS-4", text))
        if re.match(rf"{re.escape(str(entry.get('term')))}\s*(?:就是|是|即|指)", definition) or re.search(
            "非常重要|十分重要|很重要", definition
        ):
            text = f"{label}定义用了词条自己，或在说它重要；直接写它是什么，例如“内核为每条连接记下状态的机制。”"
            found.append(Problem(GLOSSARY, line, "GLOSS-4", text))
    return found


def corr_2(handbook: Handbook) -> list[Problem]:
    """Require that every correction is complete and its evidence and page exist."""
    root = handbook.root
    found = _mistakes("CORR-2", lambda: load_ledger(root / LEDGER_FILE, root / "docs", root / "examples"))
    if not found and not entries(root, LEDGER_FILE):
        found.append(Problem(LEDGER_FILE, 1, "CORR-2", "一条勘误也没有；恢复被误删的内容"))
    # What is wrong in an example's own file EX-3 reports.
    return [problem for problem in found if problem.file == LEDGER_FILE]


def corr_3(handbook: Handbook) -> list[Problem]:
    """Require that claim and truth contradict each other, and that a source is one that can be looked up."""
    found: list[Problem] = []
    for line, entry in entries(handbook.root, LEDGER_FILE):
        label = f'"{entry.get("id")}"：'
        claim, truth = (re.sub(r"[\W_]", "", str(entry.get(key, ""))).lower() for key in ("claim", "truth"))
        if claim and SequenceMatcher(None, claim, truth).ratio() > 0.9:
            found.append(
                Problem(LEDGER_FILE, line, "CORR-3", f"{label}claim 和 truth 几乎一样；truth 写实际怎样，先说结论")
            )
        evidence = entry.get("evidence")
        for proof in evidence if isinstance(evidence, list) else []:
            source = proof.get("source") if isinstance(proof, dict) else None
            if isinstance(source, str) and "url" not in proof and _VAGUE.search(source):
                text = f"{label}“{source}”查不到；写手册页、RFC、官方文档或源码的名字，或换成能执行的示例"
                found.append(Problem(LEDGER_FILE, line, "CORR-3", text))
    return found


def codes_1(handbook: Handbook) -> list[Problem]:
    """Require that every code is complete, spaced and was said by its example, and that the program's own list has the same."""
    root = handbook.root
    try:
        examples = handbook.examples
    except MistakeError:
        return []  # EX-3 reports it
    try:
        vocabularies = load_codes(root / CODES, root / "docs", examples)
    except MistakeError as error:
        return _of_error("CODES-1", error)
    return [
        Problem(f"{CODES}/{name}.yml", code.line, "CODES-1", f"汉字和英文、数字之间少空格；写成 {add_spaces(text)}")
        for name, vocabulary in vocabularies.items()
        for code in vocabulary.codes
        for text in (code.means, code.confused, code.reason, code.versions)
        if add_spaces(text) != text
    ]


def rel_1(handbook: Handbook) -> list[Problem]:
    """Require that the Kubernetes releases follow one another, with dates that fit."""
    try:
        checked = load_releases(handbook.root / RELEASES_FILE).checked
    except MistakeError as error:
        return _of_error("REL-1", error)
    if checked <= datetime.datetime.now(datetime.UTC).date():
        return []
    line = yaml_lines.load(handbook.root / RELEASES_FILE, RELEASES_FILE)[1].of("checked")
    return [Problem(RELEASES_FILE, line, "REL-1", f"checked 是 {checked}，还没有到；写最后一次核对的日子")]


def exam_1(handbook: Handbook) -> list[Problem]:
    """Require that every question of the search exam names pages that exist."""
    pages = [page.path for page in handbook.pages]
    try:
        data, lines = yaml_lines.load(handbook.root / EXAM_FILE, EXAM_FILE)
    except MistakeError as error:
        return _of_error("EXAM-1", error)
    if not isinstance(data, dict) or not all(isinstance(items, list) for items in data.values()):
        return [
            Problem(
                EXAM_FILE,
                1,
                "EXAM-1",
                "要按问法分组，每组是列表；写成“中文:”，下一行“  - {ask: 三次握手, page: network/tcp.md}”",
            )
        ]
    found: list[Problem] = []
    seen: dict[str, int] = {}
    for kind, items in data.items():
        for number, item in enumerate(items):
            line = lines.of(kind, number)
            if not isinstance(item, dict) or set(item) != {"ask", "page"}:
                found.append(
                    Problem(
                        EXAM_FILE,
                        line,
                        "EXAM-1",
                        "每题要有 ask 和 page，没有别的键；写成 {ask: 三次握手, page: network/tcp.md}",
                    )
                )
                continue
            if not isinstance(item["ask"], str) or not item["ask"].strip():
                text = "ask 要是非空的文字；写上别人会输入的词，数字加引号"
                found.append(Problem(EXAM_FILE, line, "EXAM-1", text))
            if (first := seen.setdefault(str(item["ask"]).casefold(), line)) != line:
                text = f"“{item['ask']}”在第 {first} 行问过；删掉一题，几页都对就写成 page: [一页, 另一页]"
                found.append(Problem(EXAM_FILE, line, "EXAM-1", text))
            for page in item["page"] if isinstance(item["page"], list) else [item["page"]]:
                if page not in pages:
                    text = f"没有页面 docs/{page}；page 写相对 docs/ 的路径{meant(page, pages)}"
                    found.append(Problem(EXAM_FILE, line, "EXAM-1", text))
    return found


def syn_1(handbook: Handbook) -> list[Problem]:
    """Require that the synonyms are groups of at least two words."""
    try:
        data, lines = yaml_lines.load(handbook.root / SYNONYMS, SYNONYMS)
    except MistakeError as error:
        return _of_error("SYN-1", error)
    text = "每行是一组说法，至少两个，都是文字；写成 - [k8s, Kubernetes]，数字加引号"
    if not isinstance(data, list | None):
        return [Problem(SYNONYMS, 1, "SYN-1", text)]
    found: list[Problem] = []
    seen: dict[str, int] = {}
    for index, group in enumerate(data or []):
        line = lines.of(index)
        if (
            not isinstance(group, list)
            or len(group) < 2
            or not all(isinstance(word, str) and word.strip() for word in group)
        ):
            found.append(Problem(SYNONYMS, line, "SYN-1", text))
            continue
        for place, word in enumerate(group):
            if word.casefold() in map(str.casefold, group[:place]):
                found.append(Problem(SYNONYMS, line, "SYN-1", f"“{word}”在这一组里写了两次；删掉一个"))
            elif (first := seen.setdefault(word.casefold(), line)) != line:
                found.append(Problem(SYNONYMS, line, "SYN-1", f"“{word}”在第 {first} 行的一组里也有；合成一组"))
    return found


def ex_3(handbook: Handbook) -> list[Problem]:
    """Require that every example.yml and record.json is complete, and that record and output are those of a run."""
    return _mistakes("EX-3", lambda: handbook.examples)


def ex_4(handbook: Handbook) -> list[Problem]:
    """Require that the record of every example is of its files as they are now: its page says that they ran."""
    try:
        examples = handbook.examples
    except MistakeError:
        return []  # EX-3 reports it
    return [
        Problem(
            f"examples/{name}/example.yml",
            1,
            "EX-4",
            f"{said}，页面上会写“未执行”；运行 make update-expected ONLY={name}，看一遍新的输出",
        )
        for name, example in examples.items()
        if (
            said := "文件在上次执行之后改过"
            if example.stale
            else "没有执行记录"
            if example.reason.startswith("还没有")
            else ""
        )
    ]


def diag_2(handbook: Handbook) -> list[Problem]:
    """Require of every diagram a title, a description, a kind that is drawn, and no colours."""
    found: list[Problem] = []
    for page in handbook.pages:
        for diagram in find_diagrams("\n".join(page.lines), f"docs/{page.path}"):
            found += [_of_diagram(text) for text in problems(diagram)]
    return found


def _of_diagram(text: str) -> Problem:
    """Return the problem that a message ``file:line: what; remedy`` says."""
    file, line, said = text.split(":", 2)
    return Problem(file, int(line), "DIAG-2", _with_remedy(said.strip(), "画法见 docs/contributing/diagram.md"))


def nav_1(handbook: Handbook) -> list[Problem]:
    """Require that mkdocs.yml can be read, and that its navigation names every page once, and no other."""
    path = handbook.root / CONFIG
    if not path.is_file():
        return []
    try:
        root = yaml.compose(path.read_text(encoding="utf-8-sig"), Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 1
        return [Problem(CONFIG, line, "NAV-1", yaml_lines.yaml_mistake(error))]
    if not isinstance(root, yaml.MappingNode):
        return [Problem(CONFIG, 1, "NAV-1", "最外层要是“键: 值”；恢复被误删的内容")]
    if wrong := [key for key, _ in root.value if not isinstance(key, yaml.ScalarNode)]:
        text = "设置的名字要是文字；写成“键: 值”，去掉方括号和问号"
        return [Problem(CONFIG, wrong[0].start_mark.line + 1, "NAV-1", text)]
    found = [*_wrong_settings(root), *_foreign_assets(root)]
    nav = next((value for key, value in root.value if key.value == "nav"), None)
    if nav is not None and not isinstance(nav, yaml.SequenceNode):
        text = "nav 要是列表；每行写一个“- 名字: 路径.md”，下一级多缩进"
        return [*found, Problem(CONFIG, nav.start_mark.line + 1, "NAV-1", text)]
    pages = {page.path for page in handbook.pages}
    titles = {page.path: str(page.meta.get("title", "")) for page in handbook.pages if page.topic in TOPICS}
    seen: dict[str, int] = {}
    suggested: set[str] = set()
    for line, title, target in _nav_items(nav):
        if target in seen:
            found.append(Problem(CONFIG, line, "NAV-1", f"导航里 {target} 在第 {seen[target]} 行已经有了；删掉一处"))
        elif target not in pages and not target.startswith("https://"):
            near = get_close_matches(target, sorted(pages), n=1)
            near = near or [path for path, name in titles.items() if name and name == title]
            suggested.update(near)
            remedy = f"，是不是 {near[0]}" if near else ""
            what = f"导航里的 {target} 不存在；改正路径" if target else f"导航里的“{title}”没有页面；后面写上路径"
            found.append(Problem(CONFIG, line, "NAV-1", f"{what}{remedy}，或删掉这一行"))
        heading = titles.get(target)
        if title and heading and not _words(title) & _words(heading):
            text = f"导航里叫“{title}”，页面叫“{heading}”，认不出是同一页；导航用标题里的词"
            found.append(Problem(CONFIG, line, "NAV-1", text))
        if title and len(title) > 30:
            found.append(Problem(CONFIG, line, "NAV-1", f"导航里的名字“{title}”太长，手机上放不下；最多 30 个字符"))
        seen.setdefault(target, line)
    where = nav.start_mark.line if nav else 1
    found += [
        Problem(
            f"docs/{page.path}",
            1,
            "NAV-1",
            f"导航里没有这一页，读者走不到；在 {CONFIG} 的 nav（第 {where} 行起）里加上 {page.path}",
        )
        for page in handbook.pages
        if page.path not in {*seen, *suggested, "404.md"}
    ]
    return found


def _words(text: str) -> set[str]:
    """Return what two names of one page have in common: words in Latin letters, pairs of Chinese characters."""
    pairs = {text[place : place + 2] for place in range(len(text) - 1)}
    return {
        *re.findall(r"[a-z0-9.]+", text.lower()),
        *(pair for pair in pairs if re.fullmatch(r"[\u3400-\u9fff]{2}", pair)),
    }


def _nav_items(node: Any) -> Iterator[tuple[int, str, str]]:
    """Yield line, name (``""`` when the page gives it) and target of each entry of the navigation."""
    for item in node.value if isinstance(node, yaml.SequenceNode) else []:
        if isinstance(item, yaml.ScalarNode):
            yield item.start_mark.line + 1, "", str(item.value)
        for key, value in item.value if isinstance(item, yaml.MappingNode) else []:
            if isinstance(value, yaml.ScalarNode):
                yield value.start_mark.line + 1, str(key.value), str(value.value)
            else:
                yield from _nav_items(value)


def _wrong_settings(root: yaml.MappingNode) -> Iterator[Problem]:
    """Yield what MkDocs passes over: a key that is written twice or not known, and checks that are switched off."""
    seen: dict[str, int] = {}
    for key, value in root.value:
        line = key.start_mark.line + 1
        if (first := seen.setdefault(key.value, line)) != line:
            yield Problem(CONFIG, line, "NAV-1", f"键 {key.value} 在第 {first} 行写过，那里的不算数；合成一处")
        if key.value not in SETTINGS:
            yield Problem(CONFIG, line, "NAV-1", f"MkDocs 没有设置 {key.value}；改正名字{meant(key.value, SETTINGS)}")
        if key.value == "strict" and value.value != "true":
            yield Problem(CONFIG, line, "NAV-1", "strict 关掉以后，坏链接也能发布；写回 strict: true")


def _foreign_assets(root: yaml.MappingNode) -> Iterator[Problem]:
    for key, value in root.value:
        if key.value not in {"extra_javascript", "extra_css"}:
            continue
        for item in value.value if isinstance(value, yaml.SequenceNode) else []:
            texts = [item] if isinstance(item, yaml.ScalarNode) else [one for _, one in item.value]
            for one in texts:
                if isinstance(one, yaml.ScalarNode) and re.match(r"(?:[a-z]+:)?//", str(one.value), re.IGNORECASE):
                    text = f"{key.value} 里的 {one.value} 在别的网站，离线打不开；存到 docs/assets/ 再引用"
                    yield Problem(CONFIG, one.start_mark.line + 1, "NAV-1", text)


def entries(root: Path, name: str) -> list[tuple[int, dict[str, Any]]]:
    """Return the entries of a data file with their lines; of one that is broken none, another rule reports it."""
    try:
        data, lines = yaml_lines.load(root / name, name)
    except MistakeError:
        return []
    items = data if isinstance(data, list) else []
    return [(lines.of(index), entry) for index, entry in enumerate(items) if isinstance(entry, dict)]


def _mistakes(rule: str, load: Callable[[], object]) -> list[Problem]:
    """Return what a reader of data refuses."""
    try:
        load()
    except MistakeError as error:
        return _of_error(rule, error)
    return []


def _of_error(rule: str, error: MistakeError) -> list[Problem]:
    return [
        Problem(mistake.file, mistake.line, rule, _with_remedy(mistake.problem, "照 docs/contributing/ 里的写法改"))
        for mistake in error.mistakes
    ]


def _with_remedy(text: str, remedy: str) -> str:
    """Return a message with a remedy: its own, or else ``remedy``."""
    said = text.rstrip("。")
    return said if "；" in said else f"{said}；{remedy}"
