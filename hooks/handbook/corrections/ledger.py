"""The ledger of corrections: read ``data/corrections.yml`` and refuse what is wrong in it.

Pure: no MkDocs, no Python-Markdown. All mistakes are reported at once: file, line, entry and remedy, in Chinese.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from handbook import page_source, yaml_lines
from handbook.mistakes import Checks, MistakeError, meant
from handbook.page_source import CODE_SPAN
from handbook.topics import TOPICS

LEDGER_FILE = "data/corrections.yml"
_TEXTS = ("claim", "truth", "why")
_KEYS = ("id", "topic", *_TEXTS, "evidence", "page")
_ORIGINS = ("seen", "true_until", "looks_like")
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True)
class Evidence:
    """A proof: an example of this handbook (``example`` is its directory) or a source with an optional address."""

    text: str
    example: str = ""
    url: str = ""


@dataclass(frozen=True)
class Origin:
    """Where a belief comes from: a public place that says it, the version up to which it held, or what suggests it."""

    seen: Evidence | None = None
    true_until: str = ""
    looks_like: str = ""


@dataclass(frozen=True)
class Correction:
    """One entry. ``page`` is ``path.md#anchor`` relative to ``docs/``; ``line`` its place in the data file."""

    id: str
    topic: str
    claim: str
    truth: str
    why: str
    evidence: tuple[Evidence, ...]
    page: str
    page_title: str
    line: int = field(repr=False)  # a new entry moves the others, and changes no page that shows them
    origin: Origin = Origin()


def load_ledger(path: Path, docs: Path, examples: Path) -> dict[str, Correction]:
    """Return the entries by id, in the order of the file. ``docs`` and ``examples`` are the folders they point into.

    Raises ``MistakeError`` with every mistake of the file.
    """
    data, lines = yaml_lines.load(path, LEDGER_FILE)
    checks = Checks(LEDGER_FILE, lines)
    if not isinstance(data, list | None):
        checks.add("最外层要是列表；每条勘误以“- id: …”开头")
        data = None
    ledger: dict[str, Correction] = {}
    for index, entry in enumerate(data or []):
        name = str(entry["id"]) if isinstance(entry, dict) and "id" in entry else f"第 {index + 1} 条"
        place = checks.below(index, label=f'"{name}"：')
        correction = _Reader(place, docs, examples).read(entry)
        if correction and correction.id in ledger:
            place.add(f"这个 id 在第 {ledger[correction.id].line} 行已经用过；换一个 id", "id")
        elif correction:
            ledger[correction.id] = correction
    checks.refuse()
    return ledger


@dataclass(frozen=True)
class _Reader:
    """Reads one entry and checks it against the folders that it points into; mistakes are noted in ``checks``."""

    checks: Checks
    docs: Path
    examples: Path

    def read(self, entry: Any) -> Correction | None:
        """Return an entry; ``None`` for one that lacks something."""
        remedy = f"要写成几行“键: 值”；需要的键：{'、'.join(_KEYS)}"
        if not self.checks.mapping(entry, (*_KEYS, *_ORIGINS), _KEYS, remedy):
            return None
        texts = {key: self.checks.text(entry[key], key) for key in (*_TEXTS, "topic", "page", "id")}
        if texts["id"] and not _ID.fullmatch(texts["id"]):
            self.checks.add("id 只用小写字母、数字和连字符；例如 drop-lower-case", "id")
        if texts["topic"] and texts["topic"] not in TOPICS:
            near = meant(texts["topic"], TOPICS)
            self.checks.add(f"没有专题“{texts['topic']}”；可选：{'、'.join(TOPICS)}{near}", "topic")
        for key in _TEXTS:
            self._check_inline(texts[key], key)
        if not any(key in entry for key in _ORIGINS):
            self.checks.add(
                "没有说这种说法从哪里来；写上 seen（谁这样说）、true_until（到哪一版为止是对的）或 looks_like（看到什么会这样想）"
            )
        return Correction(
            **texts,
            origin=self._origin(entry),
            evidence=self._evidence(entry["evidence"]),
            page_title=self._page_title(texts["page"]) if texts["page"] else "",
            line=self.checks.lines.of(*self.checks.at),
        )

    def _check_inline(self, text: str, key: str) -> None:
        """Note what would break the box or point to the wrong page: the text stands on two pages."""
        bare = CODE_SPAN.sub("", text)
        if "](" in bare:
            self.checks.add(f"“{key}”里不要写链接，它会出现在两个页面上；解释放进 page 指向的一节", key)
        if re.search(r"<[A-Za-z/!?]", bare):
            self.checks.add(f"“{key}”里有 HTML 标签；把尖括号放进反引号", key)
        if "{" in bare:
            self.checks.add(f"“{key}”里有花括号，会被当成属性；把它放进反引号", key)

    def _origin(self, entry: dict[str, Any]) -> Origin:
        texts = {key: self.checks.text(entry[key], key) for key in _ORIGINS[1:] if key in entry}
        for key, text in texts.items():
            self._check_inline(text, key)
        seen = self._seen(entry["seen"]) if "seen" in entry else None
        return Origin(seen, texts.get("true_until", ""), texts.get("looks_like", ""))

    def _seen(self, seen: Any) -> Evidence:
        place = self.checks.below("seen")
        keys = ("text", "url")
        if not place.mapping(seen, keys, keys, "seen 要有名字和地址；写成 {text: 站点或文档名, url: 地址}"):
            return Evidence("")
        return Evidence(place.text(seen["text"], "text"), url=_url(place, seen["url"]))

    def _evidence(self, items: Any) -> tuple[Evidence, ...]:
        if not isinstance(items, list) or not items:
            what = "没有证据" if not items else "evidence 不是列表"
            self.checks.add(f"{what}；写成“- example: 专题/示例目录”或“- source: 出处”的列表", "evidence")
            return ()
        return tuple(self._proof(self.checks.below("evidence", number), item) for number, item in enumerate(items))

    def _proof(self, place: Checks, item: Any) -> Evidence:
        # A key that is nearly `example` was meant to be it.
        kinds = [get_close_matches(key, ("example", "source"), n=1) for key in item] if isinstance(item, dict) else []
        kind = next((near[0] for near in kinds if near), "source")
        known = {"example": ("example",), "source": ("source", "url")}[kind]
        remedy = "这条证据没有键；写成“example: 专题/示例目录”或“source: 出处”"
        if not place.mapping(item, known, (kind,), remedy):
            return Evidence("")
        text = place.text(item[kind], kind)
        if kind == "example":
            return Evidence(self._example_title(place, text) if text else "", example=text)
        return Evidence(text, url=_url(place, item["url"]) if "url" in item else "")

    def _example_title(self, place: Checks, example: str) -> str:
        description = self.examples / example / "example.yml"
        if not re.fullmatch(r"[a-z0-9-]+/[a-z0-9-]+", example) or not description.is_file():
            known = (
                path.parent.relative_to(self.examples).as_posix() for path in self.examples.glob("*/*/example.yml")
            )
            place.add(f"没有示例 examples/{example}；改正名字{meant(example, known)}，或先建这个示例", "example")
            return ""
        try:
            data, _ = yaml_lines.load(description, f"examples/{example}/example.yml")
        except MistakeError as error:
            place.found.extend(error.mistakes)
            return ""
        return str(data.get("title", example)) if isinstance(data, dict) else example

    def _page_title(self, page: str) -> str:
        path, _, anchor = page.partition("#")
        if not anchor:
            self.checks.add("page 要写到小节；例如 iptables/state.md#conntrack", "page")
        if ".." in path or not path.endswith(".md") or not (self.docs / path).is_file():
            near = meant(path, (known.relative_to(self.docs).as_posix() for known in self.docs.rglob("*.md")))
            self.checks.add(f"没有页面 docs/{path}；page 写相对 docs/ 的路径{near}", "page")
            return ""
        try:
            source = page_source.parse_page(path, yaml_lines.read_text(self.docs / path, f"docs/{path}"))
        except MistakeError as error:
            self.checks.found.extend(mistake for mistake in error.mistakes if mistake not in self.checks.found)
            return ""
        return str(source.meta.get("title", path))


def _url(place: Checks, value: Any) -> str:
    url = place.text(value, "url")
    if url and not re.fullmatch(r"https://[^\s()<>]+", url):
        place.add("url 要以 https:// 开头，不含空格和括号；括号写成 %28 和 %29", "url")
    return url
