from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from handbook.corrections.ledger import Correction, Evidence, Origin, load_ledger
from handbook.mistakes import MistakeError

GOOD: dict[str, Any] = {
    "id": "drop-lower-case",
    "topic": "iptables",
    "claim": "小写的 `drop` 也能用。",
    "truth": "目标区分大小写。",
    "why": "nftables 用小写。",
    "looks_like": "nftables 的 `drop` 是小写。",
    "evidence": [{"example": "iptables/target-case"}, {"source": "iptables(8)", "url": "https://example.org/8"}],
    "page": "iptables/rules.md#targets",
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a project with one page and one example."""
    (tmp_path / "docs/iptables").mkdir(parents=True)
    (tmp_path / "docs/iptables/rules.md").write_text("---\ntitle: 规则\n---\n# 规则\n", encoding="utf-8")
    (tmp_path / "examples/iptables/target-case").mkdir(parents=True)
    (tmp_path / "examples/iptables/target-case/example.yml").write_text("title: 小写被拒绝\n", encoding="utf-8")
    (tmp_path / "data").mkdir()
    return tmp_path


def _load(root: Path, text: str) -> dict[str, Correction]:
    path = root / "data/corrections.yml"
    path.write_text(text, encoding="utf-8")
    return load_ledger(path, root / "docs", root / "examples")


def _dump(*entries: Any) -> str:
    return yaml.safe_dump(list(entries), allow_unicode=True, sort_keys=False)


def test_a_good_entry_is_read_with_titles_and_line(root: Path) -> None:
    ledger = _load(root, "# 开头的注释\n" + _dump(GOOD))
    entry = ledger["drop-lower-case"]
    assert entry.evidence == (
        Evidence("小写被拒绝", example="iptables/target-case"),
        Evidence("iptables(8)", url="https://example.org/8"),
    )
    assert (entry.page_title, entry.line) == ("规则", 2)


def test_an_entry_says_where_its_belief_comes_from(root: Path) -> None:
    origin = {
        "seen": {"text": "某篇教程", "url": "https://example.org/old"},
        "true_until": "iptables 1.4",
        "looks_like": "`nft` 的规则里 `drop` 是小写。",
    }
    assert _load(root, _dump(GOOD | origin))["drop-lower-case"].origin == Origin(
        Evidence("某篇教程", url="https://example.org/old"), "iptables 1.4", "`nft` 的规则里 `drop` 是小写。"
    )


def test_text_on_several_lines_becomes_one(root: Path) -> None:
    assert _load(root, _dump(GOOD | {"truth": "第一行\n  第二行"}))["drop-lower-case"].truth == "第一行 第二行"


@pytest.mark.parametrize("text", ["", "[]", "# 只有注释\n"])
def test_an_empty_ledger_is_allowed(root: Path, text: str) -> None:
    assert _load(root, text) == {}


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"truth": None}, "“truth”要是非空的文字"),
        ({"why": "  "}, "“why”要是非空的文字"),
        ({"claim": 443}, "“claim”要是非空的文字"),
        ({"id": "Drop_Case"}, "id 只用小写字母、数字和连字符"),
        ({"id": "小写"}, "id 只用小写字母、数字和连字符"),
        ({"topic": "firewall"}, "没有专题“firewall”；可选："),
        ({"truht": "错字"}, "不认识的键“truht”；是不是“truth”？"),
        ({"colour": "红"}, "不认识的键“colour”；删掉它；可用的键："),
        ({"evidence": []}, "没有证据"),
        ({"evidence": None}, "没有证据"),
        ({"evidence": "众所周知"}, "evidence 不是列表"),
        ({"evidence": ["众所周知"]}, "这条证据没有键；写成“example: 专题/示例目录”或“source: 出处”"),
        ({"evidence": [{"url": "https://example.org"}]}, "缺少“source”"),
        ({"evidence": [{"example": "iptables/target-case", "url": "https://example.org"}]}, "不认识的键“url”"),
        ({"evidence": [{"example": "iptables/no-such"}]}, "没有示例 examples/iptables/no-such"),
        ({"evidence": [{"example": "../docs/iptables"}]}, "没有示例 examples/../docs/iptables"),
        ({"evidence": [{"source": "手册", "url": "http://example.org"}]}, "url 要以 https:// 开头"),
        ({"seen": "某篇教程"}, "seen 要有名字和地址；写成 {text: 站点或文档名, url: 地址}"),
        ({"seen": {"text": "某篇教程"}}, "缺少“url”"),
        ({"seen": {"text": "某篇教程", "url": "example.org"}}, "url 要以 https:// 开头"),
        ({"true_until": 3.4}, "“true_until”要是非空的文字"),
        ({"looks_like": "见[规则](rules.md)"}, "“looks_like”里不要写链接"),
        ({"page": "iptables/rules.md"}, "page 要写到小节"),
        ({"page": "iptables/rule.md#targets"}, "没有页面 docs/iptables/rule.md"),
        ({"page": "../README.md#x"}, "没有页面 docs/../README.md"),
        ({"truth": "见[规则](rules.md)"}, "“truth”里不要写链接"),
        ({"claim": "写成 <b>粗</b>"}, "“claim”里有 HTML 标签"),
        ({"why": "写成 {x}"}, "“why”里有花括号，会被当成属性"),
    ],
)
def test_a_mistake_names_file_entry_and_remedy(root: Path, change: dict[str, Any], message: str) -> None:
    with pytest.raises(MistakeError) as caught:
        _load(root, _dump(GOOD | change))
    assert str(caught.value).startswith("data/corrections.yml:")
    assert f'"{change.get("id", GOOD["id"])}"：' in str(caught.value)
    assert message in str(caught.value)
    assert "；" in str(caught.value)


def test_an_entry_that_does_not_say_where_its_belief_comes_from_is_refused(root: Path) -> None:
    with pytest.raises(MistakeError, match="没有说这种说法从哪里来；写上 seen"):
        _load(root, _dump({name: value for name, value in GOOD.items() if name != "looks_like"}))


@pytest.mark.parametrize("key", [key for key in GOOD if key != "looks_like"])
def test_a_missing_key_is_named(root: Path, key: str) -> None:
    with pytest.raises(MistakeError, match=f"缺少“{key}”；补上一行“{key}: …”"):
        _load(root, _dump({name: value for name, value in GOOD.items() if name != key}))


def test_the_line_is_that_of_the_mistake(root: Path) -> None:
    text = _dump(GOOD) + _dump(GOOD | {"id": "second", "topic": "firewall"})
    line = text.splitlines().index("  topic: firewall") + 1
    with pytest.raises(MistakeError, match=rf'^data/corrections\.yml:{line}: "second"：'):
        _load(root, text)


def test_a_repeated_id_names_both_lines(root: Path) -> None:
    text = _dump(GOOD) + _dump(GOOD)
    line = len(_dump(GOOD).splitlines()) + 1
    with pytest.raises(MistakeError, match=rf"corrections\.yml:{line}: .*第 1 行已经用过"):
        _load(root, text)


@pytest.mark.parametrize("text", ["- id: [", "id: x", "- 只有文字", "- id: a\n  id: b\n"])
def test_other_shapes_are_refused(root: Path, text: str) -> None:
    with pytest.raises(MistakeError, match=r"^data/corrections\.yml:\d+: .*；"):
        _load(root, text)


def test_angle_brackets_in_code_and_as_signs_are_fine(root: Path) -> None:
    entry = GOOD | {"truth": "`<b>` 是代码，TTL < 64 是比较，`[x](y)` 和 `{x}` 也是代码。"}
    assert _load(root, _dump(entry))


def test_a_page_that_is_not_utf8_is_named(root: Path) -> None:
    (root / "docs/iptables/rules.md").write_bytes("# 规则".encode("gbk"))
    with pytest.raises(MistakeError, match=r"docs/iptables/rules\.md:1: 不是 UTF-8 编码；"):
        _load(root, _dump(GOOD))


def test_all_mistakes_are_reported_at_once(root: Path) -> None:
    text = (
        _dump(GOOD | {"truht": "错字", "topic": "firewall"})
        + _dump(GOOD | {"id": "second", "evidence": []})
        + "- 只有文字\n"
    )
    with pytest.raises(MistakeError) as caught:
        _load(root, text)
    problems = [mistake.problem.partition("；")[0] for mistake in caught.value.mistakes]
    assert problems == [
        '"drop-lower-case"：没有专题“firewall”',
        '"drop-lower-case"：不认识的键“truht”',
        '"second"：没有证据',
        '"第 3 条"：要写成几行“键: 值”',
    ]
    assert [mistake.line for mistake in caught.value.mistakes] == sorted(m.line for m in caught.value.mistakes)


def test_a_page_of_two_entries_that_cannot_be_read_is_told_once(root: Path) -> None:
    (root / "docs/iptables/rules.md").write_text("---\ntitle: [\n---\n", encoding="utf-8")
    with pytest.raises(MistakeError) as caught:
        _load(root, _dump(GOOD) + _dump(GOOD | {"id": "second"}))
    assert [mistake.file for mistake in caught.value.mistakes] == ["docs/iptables/rules.md"]
