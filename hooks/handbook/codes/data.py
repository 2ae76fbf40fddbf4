"""Read ``data/codes/<vocabulary>.yml``: every code that a program can say, what it means, and the example that provoked it.

Pure: no MkDocs. All mistakes are reported at once: file, line, code and remedy, in Chinese. A reader sees what a program
said, in its own words: the words stand in the record of the example, and the list of codes is the program's own.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from handbook import yaml_lines
from handbook.examples.records import Example
from handbook.mistakes import Checks, Mistake, MistakeError, meant
from handbook.page_source import headings, parse_page

FOLDER = "data/codes"
PAGES = "codes"  # the folder of the pages, below docs/
_VOCABULARY = ("title", "about", "words", "list", "example", "versions", "codes")
_VOCABULARY_OPTIONS = ("forms", "alone", "upstream")
_CODE = ("means", "first", "see")
_CODE_OPTIONS = (
    *("id", "number", "name", "forms", "said", "not", "example", "reason", "versions"),
    *("rule", "group"),  # of an alert
)
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_SENTENCES = re.compile(r"[。！？](?=.)")


@dataclass(frozen=True)
class Rule:
    """The rule of an alert in an example, whose tests show series on which it fires and on which it does not.

    ``expr`` is its expression and ``wait`` how long that must hold, as Prometheus writes it; "" for at once.
    """

    example: str
    example_title: str
    expr: str
    wait: str


@dataclass(frozen=True)
class Code:
    """One code. ``said`` is what the program printed in ``example``; one that was not provoked has a ``reason`` instead.

    ``see`` is ``path.md#anchor`` below ``docs/`` and ``shown`` how readers know that section; ``line`` its place in the data.
    ``forms`` are further texts that mean this code in a line of a log, where those of the vocabulary would read another.
    An alert has the ``rule`` that raises it, and ``upstream``, the address of the rule that most clusters have.
    """

    id: str
    number: str
    name: str
    said: tuple[str, ...]
    means: str
    confused: str
    first: str
    see: str
    shown: str
    example: str
    example_title: str
    reason: str
    versions: str
    line: int = field(repr=False, compare=False)
    forms: tuple[str, ...] = ()
    rule: Rule | None = None
    upstream: str = ""

    @property
    def key(self) -> str:
        """What the program's own list calls it."""
        return self.number or self.name


@dataclass(frozen=True)
class Vocabulary:
    """The codes of a program. ``words`` say in a query whose code is meant, ``forms`` how a line of a log has a code.

    ``alone`` says that a code's name tells whose it is without further words. ``source`` and ``url`` are the document that lists the codes, "" where the program itself does.
    """

    id: str
    title: str
    about: str
    words: tuple[str, ...]
    forms: tuple[str, ...]
    alone: bool
    versions: tuple[str, ...]
    example: str
    source: str
    url: str
    codes: tuple[Code, ...]

    @property
    def page(self) -> str:
        """The page that shows it, below ``docs/``."""
        return f"{PAGES}/{self.id}.md"

    @property
    def provoked(self) -> int:
        """How many codes an example has made the program say."""
        return sum(not code.reason for code in self.codes)

    @property
    def checked(self) -> int:
        """How many of the others are alerts whose rule was checked on series made up for it."""
        return sum(bool(code.reason and code.rule) for code in self.codes)


def load_codes(folder: Path, docs: Path, examples: Mapping[str, Example]) -> dict[str, Vocabulary]:
    """Return the vocabularies by the name of their file; a missing folder holds none.

    ``folder`` is that of a repository, whose examples have the rules of alerts. Raises ``MistakeError`` with every mistake of every file.
    """
    found: dict[str, Vocabulary] = {}
    mistakes: list[Mistake] = []
    for path in sorted(folder.glob("*")):
        name = f"{FOLDER}/{path.name}"
        try:
            if path.suffix != ".yml" or not _ID.fullmatch(path.stem):
                raise MistakeError(Mistake(name, 1, "文件名要是“英文名.yml”，只用小写字母、数字和连字符"))
            found[path.stem] = _load_vocabulary(path, name, docs, examples)
        except MistakeError as error:
            mistakes += error.mistakes
    if mistakes:
        raise MistakeError(*sorted(mistakes))
    return found


def _load_vocabulary(path: Path, name: str, docs: Path, examples: Mapping[str, Example]) -> Vocabulary:
    data, lines = yaml_lines.load(path, name)
    checks = Checks(name, lines)
    remedy = f"最外层要是“键: 值”；需要的键：{'、'.join(_VOCABULARY)}"
    if not checks.mapping(data, (*_VOCABULARY, *_VOCABULARY_OPTIONS), _VOCABULARY, remedy):
        checks.refuse()
    upstream = checks.text(data["upstream"], "upstream") if "upstream" in data else ""
    if upstream and not re.fullmatch(r"https://[^\s()<>{}]+\{group\}[^\s()<>{}]*", upstream):
        checks.add("upstream 要以 https:// 开头，{group} 占住每条的 group 的位置", "upstream")
    reader = _Reader(
        checks, docs, examples, checks.text(data["example"], "example"), path.parents[2] / "examples", upstream
    )
    forms = checks.texts(data["forms"], "forms") if "forms" in data else ()
    for number, form in enumerate(forms):
        if len(re.findall(r"\{(?:number|name)\}", form)) == 0:
            checks.add("forms 的每一条要有 {number} 或 {name}，写成 'curl: ({number})'", "forms", number)
    if not isinstance(data.get("alone", False), bool):
        checks.add("alone 写 true，或删掉", "alone")
    if not (docs / PAGES / f"{path.stem}.md").is_file():
        checks.add(f"没有页面 docs/{PAGES}/{path.stem}.md；建这一页，写上 <!-- list: codes {path.stem} -->")
    codes = reader.codes(data["codes"])
    source, url = reader.compare(codes, data["list"])
    checks.refuse()
    return Vocabulary(
        id=path.stem,
        title=checks.text(data["title"], "title"),
        about=checks.text(data["about"], "about"),
        words=checks.texts(data["words"], "words"),
        forms=forms,
        alone=data.get("alone", False),
        versions=checks.texts(data["versions"], "versions"),
        example=reader.example,
        source=source,
        url=url,
        codes=tuple(codes),
    )


@dataclass(frozen=True)
class _Reader:
    """Reads the codes of a vocabulary against the pages and the records that they point to."""

    checks: Checks
    docs: Path
    examples: Mapping[str, Example]
    example: str  # that of the codes that name none
    sources: Path  # the folder of the examples
    upstream: str
    unrecorded: set[str] = field(default_factory=set)  # the examples that should have said something and did not run

    def codes(self, entries: Any) -> list[Code]:
        """Return the codes; those that lack something are noted and left out."""
        if not isinstance(entries, list) or not entries:
            self.checks.add("codes 要是非空的列表；每条以“- number: …”或“- name: …”开头", "codes")
            return []
        found: list[Code] = []
        seen: dict[str, int] = {}
        for index, entry in enumerate(entries):
            label = str(entry.get("number") or entry.get("name") or "") if isinstance(entry, dict) else ""
            place = self.checks.below("codes", index, label=f'"{label or f"第 {index + 1} 条"}"：')
            if code := self._code(place, entry):
                if (first := seen.setdefault(code.id, code.line)) != code.line:
                    place.add(f"id {code.id} 在第 {first} 行用过；删掉一条，或写上另一个 id")
                found.append(code)
        return found

    def _code(self, place: Checks, entry: Any) -> Code | None:
        remedy = f"要写成几行“键: 值”；需要 number 或 name，和 {'、'.join(_CODE)}"
        if not place.mapping(entry, (*_CODE, *_CODE_OPTIONS), _CODE, remedy):
            return None
        texts = {
            key: place.text(entry[key], key)
            for key in (*_CODE, "id", "number", "name", "not", "example", "reason", "versions", "rule", "group")
            if key in entry
        }
        number, name = texts.get("number", ""), texts.get("name", "")
        if not number and not name:
            place.add("没有 number，也没有 name；写上程序说的那一个")
        identifier = texts.get("id") or "code-" + re.sub(r"[^a-z0-9]+", "-", (number or name).lower()).strip("-")
        if not _ID.fullmatch(identifier):
            place.add("id 只用小写字母、数字和连字符；例如 code-56", "id")
        if _SENTENCES.search(texts["means"]) or not texts["means"].endswith("。"):
            place.add("means 要正好一句话，以句号结尾；别的意思写进 not", "means")
        example = "" if "reason" in entry else texts.get("example", self.example)
        return Code(
            id=identifier,
            number=number,
            name=name,
            said=self._said(place, entry, example, (number, name)),
            means=texts["means"],
            confused=texts.get("not", ""),
            first=texts["first"],
            see=texts["see"],
            shown=self._shown(place, texts["see"]),
            example=example,
            example_title=self.examples[example].title if example in self.examples else "",
            reason=texts.get("reason", ""),
            versions=texts.get("versions", ""),
            line=place.lines.of(*place.at),
            forms=place.texts(entry["forms"], "forms") if "forms" in entry else (),
            rule=self._rule(place, texts["rule"], name) if "rule" in texts else None,
            upstream=self._upstream(place, texts.get("group", "")),
        )

    def _said(self, place: Checks, entry: dict[str, Any], example: str, names: Sequence[str]) -> tuple[str, ...]:
        """Return what the program said, each text being in the record, and one of them having the code itself."""
        if "reason" in entry:
            if "said" in entry or "example" in entry:
                place.add("写了 reason（为什么没有触发），又写了 said 或 example；触发过就删掉 reason", "reason")
            return ()
        if "said" not in entry or entry["said"] == []:
            place.add("没有触发过，也没有理由；写 said（示例输出里的原话），或 reason（为什么触发不了）")
            return ()
        said = place.texts(entry["said"], "said")
        if example not in self.examples:
            place.add(f"没有示例 examples/{example}；改正名字{meant(example, self.examples)}", "example")
            return said
        record = self.examples[example]
        if not record.transcript:
            self.unrecorded.add(example)
            return said
        outputs = [record.transcript, *(beside.transcript for beside in record.beside)]
        for number, text in enumerate(said):
            if not any(text in output for output in outputs):
                place.add(f"示例 {example} 的输出里没有“{text}”；照输出抄，或让示例说出这一句", "said", number)
        if said and not any(_has_word(text, name) for text in said for name in names if name):
            place.add(f"原话里没有 {' 或 '.join(filter(None, names))}；加一句说出它的原话", "said")
        return said

    def _rule(self, place: Checks, example: str, alert: str) -> Rule | None:
        """Return the rule of an alert in an example's ``*.rules.yml``."""
        if example not in self.examples:
            place.add(f"没有示例 examples/{example}；改正名字{meant(example, self.examples)}", "rule")
            return None
        known: dict[str, dict[str, Any]] = {}
        for path in sorted((self.sources / example).glob("*.rules.yml")):
            data = yaml_lines.load(path, f"examples/{example}/{path.name}")[0]
            known |= {rule["alert"]: rule for group in data["groups"] for rule in group["rules"] if "alert" in rule}
        if alert not in known:
            place.add(f"示例 {example} 的 *.rules.yml 里没有 alert: {alert}；改正名字{meant(alert, known)}", "rule")
            return None
        title, rule = self.examples[example].title, known[alert]
        return Rule(example, title, " ".join(str(rule["expr"]).split()), str(rule.get("for", "")))

    def _upstream(self, place: Checks, group: str) -> str:
        if bool(group) != bool(self.upstream):
            place.add("group 和整份清单的 upstream 要一起写：网址里 {group} 的位置放它")
        return self.upstream.replace("{group}", group)

    def _shown(self, place: Checks, see: str) -> str:
        """Return how readers know a section: the title of its page and its own."""
        path, _, anchor = see.partition("#")
        if ".." in path or not path.endswith(".md") or not (self.docs / path).is_file():
            near = meant(path, (known.relative_to(self.docs).as_posix() for known in self.docs.rglob("*.md")))
            place.add(f"没有页面 docs/{path}；see 写相对 docs/ 的路径和小节{near}", "see")
            return ""
        try:
            page = parse_page(path, yaml_lines.read_text(self.docs / path, f"docs/{path}"))
        except MistakeError as error:
            place.found.extend(mistake for mistake in error.mistakes if mistake not in place.found)
            return ""
        titles = {heading.id: heading.title for heading in headings(page.prose) if heading.id}
        if anchor not in titles:
            place.add(f"{see} 没有这个小节；写成 {path}#小节的 id{meant(anchor, titles)}", "see")
        return f"{page.meta.get('title', path)}：{titles.get(anchor, '')}"

    def compare(self, codes: Sequence[Code], source: Any) -> tuple[str, str]:
        """Note what the program lists and the data lack, and what the data have and no version of the program lists.

        Return name and address of a document that holds the list, for a program that cannot say it: then people compare.
        """
        for unrecorded in sorted(self.unrecorded):
            self.checks.add(f"示例 {unrecorded} 还没有输出；运行 make update-expected ONLY={unrecorded}")
        place = self.checks.below("list")
        remedy = "list 写成 {example: 打印清单的示例, pattern: 正则，第一组是码}，程序说不出清单才写 {source: 出处, url: 网址}"
        keys = ("source", "url") if isinstance(source, dict) and "source" in source else ("example", "pattern")
        if not place.mapping(source, keys, keys, remedy):
            return "", ""
        if "source" in source:
            url = place.text(source["url"], "url")
            if not re.fullmatch(r"https://[^\s()<>]+", url):
                place.add("url 要以 https:// 开头，不含空格和括号", "url")
            return place.text(source["source"], "source"), url
        self._compare(place, codes, source, remedy)
        return "", ""

    def _compare(self, place: Checks, codes: Sequence[Code], source: dict[str, Any], remedy: str) -> None:
        name, pattern = place.text(source["example"], "example"), place.text(source["pattern"], "pattern")
        try:
            expression = re.compile(pattern, re.MULTILINE)
        except re.error as error:
            place.add(f"pattern 不是正则（{error}）；改正它", "pattern")
            return
        if expression.groups != 1 or name not in self.examples:
            what = "pattern 要正好一组括号" if name in self.examples else f"没有示例 examples/{name}"
            place.add(
                f"{what}；{remedy}{meant(name, self.examples)}", "pattern" if name in self.examples else "example"
            )
            return
        record = self.examples[name]
        if not record.transcript:
            if name not in self.unrecorded:
                place.add(f"示例 {name} 还没有输出；运行 make update-expected ONLY={name}", "example")
            return
        outputs = [record.transcript, *(beside.transcript for beside in record.beside)]
        listed = {match[1] for output in outputs for match in expression.finditer(output)}
        known = {code.key for code in codes}
        if missing := sorted(listed - known, key=_natural):
            place.add(f"程序的清单里有 {'、'.join(missing)}，这里没有；补上这些条目")
        for code in codes:
            if code.key not in listed:
                self.checks.found.append(
                    Mistake(
                        self.checks.file,
                        code.line,
                        f'"{code.key}"：示例 {name} 打印的清单里没有它；删掉这一条，或改正 pattern{meant(code.key, listed)}',
                    )
                )


def _has_word(text: str, word: str) -> bool:
    return re.search(rf"(?<![A-Za-z0-9]){re.escape(word)}(?![A-Za-z0-9])", text) is not None


def _natural(text: str) -> tuple[int, str]:
    return (int(text) if text.isdigit() else 0, text)
