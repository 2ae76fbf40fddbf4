"""The ledger of corrections: read ``data/corrections.yml`` and refuse what is wrong in it.

Pure: no MkDocs, no Python-Markdown. Every mistake raises ``YamlError``: file, line, entry and remedy, in Chinese.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import page_source
import yaml_lines
from topics import TOPICS
from yaml_lines import YamlError

LEDGER_FILE = "data/corrections.yml"
_TEXTS = ("claim", "truth", "why")
_KEYS = ("id", "topic", *_TEXTS, "evidence", "page")
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_CODE_SPAN = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)")


@dataclass(frozen=True)
class Evidence:
    """A proof: an example of this handbook (``example`` is its directory) or a source with an optional address."""

    text: str
    example: str = ""
    url: str = ""


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


def load_ledger(path: Path, docs: Path, examples: Path) -> dict[str, Correction]:
    """Return the entries by id, in the order of the file. ``docs`` and ``examples`` are the folders they point into."""
    data, lines = yaml_lines.load(path, LEDGER_FILE)
    if data is None:
        return {}
    if not isinstance(data, list):
        raise YamlError(LEDGER_FILE, lines.of(), "最外层要是列表；每条勘误以“- id: …”开头")
    reader = _Reader(lines, docs, examples)
    ledger: dict[str, Correction] = {}
    for index, entry in enumerate(data):
        correction = reader.read(index, entry)
        if correction.id in ledger:
            first = ledger[correction.id].line
            raise reader.error(index, correction.id, f"这个 id 在第 {first} 行已经用过；换一个 id", "id")
        ledger[correction.id] = correction
    return ledger


@dataclass(frozen=True)
class _Reader:
    """Checks one entry after the other against the folders that they point into."""

    lines: yaml_lines.Lines
    docs: Path
    examples: Path

    def error(self, index: int, name: str, problem: str, *path: str | int) -> YamlError:
        """Return the error for an entry, at the line of ``path`` below it."""
        return YamlError(LEDGER_FILE, self.lines.of(index, *path), f'"{name}"：{problem}')

    def read(self, index: int, entry: Any) -> Correction:
        """Return an entry checked."""
        if not isinstance(entry, dict):
            raise self.error(index, f"第 {index + 1} 条", f"要写成几行“键: 值”；需要的键：{'、'.join(_KEYS)}")
        name = str(entry.get("id", f"第 {index + 1} 条"))
        self._check_keys(index, name, entry, _KEYS, _KEYS)
        texts = {key: self._text(index, name, entry[key], key) for key in (*_TEXTS, "topic", "page", "id")}
        if not _ID.fullmatch(texts["id"]):
            raise self.error(index, name, "id 只用小写字母、数字和连字符；例如 drop-lower-case", "id")
        if texts["topic"] not in TOPICS:
            raise self.error(index, name, f"没有专题“{texts['topic']}”；可选：{'、'.join(TOPICS)}", "topic")
        for key in _TEXTS:
            self._check_inline(index, name, texts[key], key)
        return Correction(
            **texts,
            evidence=self._evidence(index, name, entry["evidence"]),
            page_title=self._page_title(index, name, texts["page"]),
            line=self.lines.of(index),
        )

    def _check_keys(
        self,
        index: int,
        name: str,
        entry: dict[str, Any],
        known: Iterable[str],
        needed: Iterable[str],
        *path: str | int,
    ) -> None:
        known = list(known)
        for key in entry:
            if key not in known:
                near = get_close_matches(key, known, n=1)
                remedy = f"是不是“{near[0]}”？" if near else f"删掉它；可用的键：{'、'.join(known)}"
                raise self.error(index, name, f"不认识的键“{key}”；{remedy}", *path, key)
        for key in needed:
            if key not in entry:
                raise self.error(index, name, f"缺少“{key}”；补上一行“{key}: …”", *path)

    def _text(self, index: int, name: str, value: Any, *path: str | int) -> str:
        """Return a text on one line; empty and non-text values are refused."""
        if not isinstance(value, str) or not value.strip():
            raise self.error(index, name, f"“{path[-1]}”要是非空的文字；写上内容，数字和日期加引号", *path)
        return " ".join(value.split())

    def _check_inline(self, index: int, name: str, text: str, key: str) -> None:
        """Refuse what would break the box or point to the wrong page: the text stands on two pages."""
        bare = _CODE_SPAN.sub("", text)
        if "](" in bare:
            raise self.error(index, name, f"“{key}”里不要写链接，它会出现在两个页面上；解释放进 page 指向的一节", key)
        if re.search(r"<[A-Za-z/!?]", bare):
            raise self.error(index, name, f"“{key}”里有 HTML 标签；把尖括号放进反引号", key)

    def _evidence(self, index: int, name: str, items: Any) -> tuple[Evidence, ...]:
        if not isinstance(items, list) or not items:
            raise self.error(index, name, "没有证据；写上“- example: 专题/示例目录”或“- source: 出处”", "evidence")
        return tuple(self._proof(index, name, item, "evidence", number) for number, item in enumerate(items))

    def _proof(self, index: int, name: str, item: Any, *path: str | int) -> Evidence:
        kind = "example" if isinstance(item, dict) and "example" in item else "source"
        if not isinstance(item, dict):
            raise self.error(index, name, "这条证据没有键；写成“example: 专题/示例目录”或“source: 出处”", *path)
        self._check_keys(index, name, item, {"example": ["example"], "source": ["source", "url"]}[kind], [kind], *path)
        text = self._text(index, name, item[kind], *path, kind)
        if kind == "example":
            return Evidence(self._example_title(index, name, text, *path), example=text)
        url = self._text(index, name, item["url"], *path, "url") if "url" in item else ""
        if url and not re.fullmatch(r"https://[^\s()<>]+", url):
            raise self.error(index, name, "url 要以 https:// 开头，不含空格和括号；括号写成 %28 和 %29", *path, "url")
        return Evidence(text, url=url)

    def _example_title(self, index: int, name: str, example: str, *path: str | int) -> str:
        description = self.examples / example / "example.yml"
        if not re.fullmatch(r"[a-z0-9-]+/[a-z0-9-]+", example) or not description.is_file():
            problem = f"没有示例 examples/{example}；检查拼写，或先建这个示例"
            raise self.error(index, name, problem, *path, "example")
        data, _ = yaml_lines.load(description, f"examples/{example}/example.yml")
        return str(data.get("title", example)) if isinstance(data, dict) else example

    def _page_title(self, index: int, name: str, page: str) -> str:
        path, _, anchor = page.partition("#")
        if not anchor:
            raise self.error(index, name, "page 要写到小节；例如 iptables/state.md#conntrack", "page")
        if ".." in path or not path.endswith(".md") or not (self.docs / path).is_file():
            raise self.error(index, name, f"没有页面 docs/{path}；page 写相对 docs/ 的路径", "page")
        source = page_source.parse_page(path, yaml_lines.read_text(self.docs / path, f"docs/{path}"))
        return str(source.meta.get("title", path))
