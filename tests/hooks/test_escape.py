"""Nothing in data or front matter becomes HTML: every field is tried with a script, a quote and a NUL, in a real build."""

from __future__ import annotations

import copy
import datetime
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from bs4 import BeautifulSoup

from handbook.benchmarks.render import load_benchmarks
from handbook.claims.data import load_claims
from handbook.corrections.ledger import load_ledger
from handbook.entries.data import read_entries
from handbook.examples.records import fingerprint, load_examples, seal
from handbook.glossary.terms import load_terms
from handbook.mistakes import MistakeError
from handbook.releases.data import load_releases
from handbook.search.exam import load_questions, load_synonyms
from support.project import copy_project, section
from support.site_build import build_site

Keys = tuple[str | int, ...]

EXAMPLE = "iptables/target-case"
CLAIMS = "data/claims/iptables.yml"
SETTINGS = f"examples/{EXAMPLE}/example.yml"
RECORD = f"examples/{EXAMPLE}/record.json"
PAGE = "docs/iptables/rules.md"
# One entry of every data file, with every key that the file may have.
DATA: dict[str, Any] = {
    "data/corrections.yml": [
        {
            "id": "drop-lower-case", "topic": "iptables", "claim": "小写也行", "truth": "不行", "why": "名字像",
            "evidence": [{"example": EXAMPLE}, {"source": "手册", "url": "https://example.org/"}],
            "page": "iptables/rules.md#targets", "true_until": "1.4",
            "seen": {"text": "教程", "url": "https://example.org/old"},
        }
    ],
    "data/glossary.yml": [
        {
            "id": "target", "term": "目标词", "en": "target", "definition": "规则的去向。", "topic": "iptables",
            "page": "iptables/rules.md#targets", "aliases": ["去向词"], "not_in": ["目标词组"], "only": ["iptables"],
        }
    ],
    CLAIMS: [
        {
            "claim": "默认值", "kind": "default", "page": "iptables/rules.md#targets", "checked": "2026-11-01",
            "source": {"text": "手册", "url": "https://example.org/"},
        }
    ],
    "data/kubernetes-releases.yml": {
        "checked": "2026-11-22",
        "releases": [
            {
                "version": "1.0", "released": "2026-01-01", "maintenance": "2026-05-01", "eol": "2026-12-01",
                "milestones": ["大事"], "note": "说明", "sources": ["出处"],
            }
        ],
    },
    "data/search-exam.yml": {"题型": [{"ask": "没有的词", "page": "iptables/rules.md"}]},
    "data/synonyms.yml": [["甲词", "乙词"]],
    "data/benchmarks.json": {
        "build": {
            "date": "2026-11-27", "machine": "2 核", "versions": {"mkdocs": "1.6.1"},
            "tables": [
                {
                    "title": "构建", "columns": ["谁", "用时"], "rows": [["甲", "1 秒"]], "note": "交替。",
                    "goals": [{"text": "甲比乙", "value": 2, "limit": 1}],
                }
            ],
        }
    },
    SETTINGS: {"title": "小写被拒绝", "lab": "none", "software": [], "check_only": "这里没有网卡可用"},
    RECORD: {
        "level": "check", "system": "Debian 12", "kernel": "6.1", "software": ["iptables 1.8"], "exit": 0,
        "inputs": "0", "date": "2026-11-27",
    },
    PAGE: {
        "title": "规则", "description": "规则怎样写。", "kind": "concept", "tags": ["标签"], "reviewed": "2026-11",
        "versions": ["iptables 1.8"], "symptoms": [{"ask": "不生效", "see": "targets", "common": 1}],
        "interview": [{"ask": "为什么", "see": "targets", "id": "q-rules-why"}], "author": "作者", "search": {"boost": 1}, "toc_levels": 3,
    },
}  # fmt: skip
# Fields that no page shows; `ask` of the exam's questions is shown where the search fails.
UNSEEN = {
    *((PAGE, key) for key in ("kind", "reviewed", "versions")),
    *((RECORD, key) for key in ("level", "inputs", "date", "kernel")),
    ("data/kubernetes-releases.yml", "sources"),
    ("data/glossary.yml", "not_in"),
    ("data/glossary.yml", "only"),
    ("data/search-exam.yml", "ask"),
    ("data/synonyms.yml", 0),
}
TEXTS = {
    PAGE: (
        f'# 规则\n\n## 目标 {{#targets}}\n\n```bash example="{EXAMPLE}/run.sh"\n```\n\n'
        "<!-- correction: drop-lower-case -->\n\n??? question \"一？\" {#q-rules-one see=targets}\n    答\n"
    ),
    "docs/index.md": "# 首页\n\n<!-- list: common -->\n\n<!-- list: topics -->\n\n<!-- list: practice -->\n",
    "docs/practice/iptables.md": "# 题\n\n<!-- list: practice iptables -->\n",
    "data/interview/iptables.yml": "q-rules-why: 因为。\n",
    "docs/glossary.md": "# 术语表\n\n<!-- list: terms -->\n",
    "docs/corrections.md": "# 勘误\n\n<!-- list: corrections -->\n",
    "docs/verification.md": "# 验证\n\n<!-- list: examples -->\n\n<!-- list: claims -->\n",
    "docs/troubleshooting.md": "# 排障\n\n<!-- list: symptoms -->\n",
    "docs/self-test.md": "# 自测\n\n<!-- list: interview -->\n",
    "docs/search-exam.md": "# 考试\n\n<!-- list: search-score -->\n",
    "docs/benchmarks.md": "# 快慢\n\n<!-- list: benchmarks summary -->\n\n<!-- list: benchmarks build -->\n",
    "docs/releases.md": "# 版本\n\n<!-- list: releases table -->\n\n<!-- list: releases today -->\n",
    "docs/tags.md": "# 标签\n\n<!-- material/tags -->\n",
    f"examples/{EXAMPLE}/run.sh": "true\n",
    f"examples/{EXAMPLE}/expected.txt": "<script>hostile</script>\n",
}  # fmt: skip


def hostile(number: int) -> str:
    """Return a text that would run a script, leave an attribute or take attributes, were it put in as it is."""
    return f'<script>bad{number}</script>"\' onload="bad" {{: onload=bad }} [x](javascript:bad) &lt;b>bad{number}'


def _leaves(value: Any, path: Keys = ()) -> Iterator[Keys]:
    if isinstance(value, dict | list):
        items = value.items() if isinstance(value, dict) else enumerate(value)
        for key, item in items:
            yield from _leaves(item, (*path, key))
    elif isinstance(value, str):
        yield path


def _with(data: Any, path: Keys, text: str) -> Any:
    changed = copy.deepcopy(data)
    place = changed
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = text
    return changed


def _write(root: Path, name: str, data: Any) -> None:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps(data, ensure_ascii=False, indent=1)  # JSON is YAML too
    if name == RECORD:
        facts = data | {"seal": seal(data, TEXTS[f"examples/{EXAMPLE}/expected.txt"])}
        text = json.dumps(facts, ensure_ascii=False)
    if name == PAGE:
        text = f"---\n{yaml.safe_dump(data, allow_unicode=True)}---\n{TEXTS[PAGE]}"
    path.write_text(text, encoding="utf-8")


def _write_all(root: Path, data: dict[str, Any]) -> None:
    for name, text in TEXTS.items():
        if name != PAGE:
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text(text, encoding="utf-8")
    for name, value in data.items():
        _write(root, name, value)
    facts = data[RECORD] | {"level": "check", "inputs": fingerprint(root / "examples" / EXAMPLE)}
    _write(root, RECORD, facts)


def _load(root: Path, name: str) -> None:
    """Read one file as the build does."""
    docs, examples, path = root / "docs", root / "examples", root / name
    readers: dict[str, Callable[[], object]] = {
        "data/corrections.yml": lambda: load_ledger(path, docs, examples),
        "data/glossary.yml": lambda: load_terms(path, docs, ["iptables"]),
        CLAIMS: lambda: load_claims(path.parent, datetime.date(2026, 11, 29)),
        "data/kubernetes-releases.yml": lambda: load_releases(path),
        "data/search-exam.yml": lambda: load_questions(path, docs),
        "data/synonyms.yml": lambda: load_synonyms(path),
        "data/benchmarks.json": lambda: load_benchmarks(path),
        SETTINGS: lambda: load_examples(examples),
        RECORD: lambda: load_examples(examples),
        PAGE: lambda: read_entries(name.removeprefix("docs/"), path.read_text(encoding="utf-8")),
    }
    readers[name]()


FIELDS = [(name, path) for name, value in DATA.items() for path in _leaves(value)]


def _named(field: tuple[str, Keys]) -> str:
    return f"{field[0].rpartition('/')[2]}:{'.'.join(map(str, field[1]))}"


@pytest.fixture(scope="module")
def accepted(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, Keys], str]:
    """Return the fields that take any text, with what the site is built with; the others refuse it with file and line."""
    root = tmp_path_factory.mktemp("fields")
    _write_all(root, DATA)
    for name in DATA:
        _load(root, name)
    taken: dict[tuple[str, Keys], str] = {}
    for number, (name, path) in enumerate(FIELDS):
        _write(root, name, _with(DATA[name], path, hostile(number)))
        try:
            _load(root, name)
            taken[name, path] = hostile(number)
        except MistakeError as error:
            assert str(error).startswith(f"{name}:"), str(error)
        _write(root, name, DATA[name])
    return taken


@pytest.fixture(scope="module")
def site(accepted: dict[tuple[str, Keys], str], tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Return the HTML of every page of a site in which every field that takes any text holds something hostile."""
    root = copy_project(tmp_path_factory.mktemp("site") / "project")
    for folder in ("docs", "data", "examples"):
        for file in sorted((root / folder).rglob("*")):
            if file.is_file() and "assets" not in file.parts:
                file.unlink()
    data = copy.deepcopy(DATA)
    for (name, keys), text in accepted.items():
        data[name] = _with(data[name], keys, text)
    _write_all(root, data)
    config = root / "mkdocs.yml"
    pages = [name.removeprefix("docs/") for name in TEXTS if name.startswith("docs/")]
    nav = [{hostile(900): "index.md"}, {hostile(901): [page for page in pages if page != "index.md"]}]
    settings = section(config.read_text(encoding="utf-8"), "nav")[1].replace("strict: true", "strict: false")
    settings = settings.replace("site_description:", f"site_description: {json.dumps(hostile(902))} #")
    config.write_text(f"{settings}\nnav: {json.dumps(nav)}\n", encoding="utf-8")
    done = build_site(root / "site", root=root)
    assert (root / "site/iptables/rules/index.html").exists(), done.stderr
    return {path.relative_to(root / "site").as_posix(): path.read_text("utf-8") for path in root.glob("site/**/*.html")}


def test_no_field_becomes_html(site: dict[str, str]) -> None:
    assert len(site) >= len([name for name in TEXTS if name.startswith("docs/")])
    for name, html in site.items():
        soup = BeautifulSoup(html, "html.parser")
        assert [str(tag) for tag in soup("script") if "bad" in tag.get_text()] == [], name
        assert [str(tag)[:200] for tag in soup.find_all(True) if "onload" in tag.attrs] == [], name
        links = [str(tag.get("href")) for tag in soup("a")]
        assert not [link for link in links if link.startswith("javascript:bad")], name
        assert "<script>bad" not in html, name


def test_every_field_that_takes_any_text_shows_it(accepted: dict[tuple[str, Keys], str], site: dict[str, str]) -> None:
    soups = [BeautifulSoup(html, "html.parser") for html in site.values()]
    shown = "\n".join(soup.get_text() for soup in soups)
    shown += "\n".join(str(value) for soup in soups for tag in soup.find_all(True) for value in tag.attrs.values())
    for (name, path), text in accepted.items():
        start = text[: text.index('"')]
        if not UNSEEN & {(name, key) for key in path}:
            assert start in shown, _named((name, path))
    assert {_named(field) for field in accepted} >= {"corrections.yml:0.evidence.1.source", "rules.md:description"}


def test_titles_of_the_navigation_are_text(site: dict[str, str]) -> None:
    for number in (900, 901):
        assert any(f"&lt;script&gt;bad{number}&lt;/script&gt;" in html for html in site.values())


@pytest.mark.parametrize("field", FIELDS, ids=map(_named, FIELDS))
def test_a_control_character_is_refused_in_every_field(field: tuple[str, Keys], tmp_path: Path) -> None:
    name, path = field
    _write_all(tmp_path, DATA)
    _write(tmp_path, name, _with(DATA[name], path, "甲\0乙"))
    with pytest.raises(MistakeError) as caught:
        _load(tmp_path, name)
    assert str(caught.value).startswith(f"{name}:")
