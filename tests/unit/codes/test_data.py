"""The codes are read with what the example said, and each mistake names file, line and remedy, all at once."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from handbook.codes.data import Rule, Vocabulary, load_codes
from handbook.examples.records import Beside, Example
from handbook.mistakes import MistakeError

OUTPUT = "local# curl -sS x\ncurl: (6) Could not resolve host\n[退出码 6]\n清单：6; 56;\n"
OLD = Beside("debian-12", "Debian 12", "6.1", (), 0, "curl: (56) Recv failure\n")
EXAMPLE = Example("network/faults", "逐个引出来", "run", "", "Debian 13", "6.12", (), 0, OUTPUT, False, beside=(OLD,))
EXAMPLES = {EXAMPLE.name: EXAMPLE}
CODE: dict[str, Any] = {
    "number": "6",
    "name": "CURLE_COULDNT_RESOLVE_HOST",
    "said": ["curl: (6) Could not resolve host"],
    "means": "名字解析不出来。",
    "first": "getent ahosts 主机名",
    "see": "network/dns.md#order",
}
OTHER: dict[str, Any] = CODE | {"number": "56", "name": "CURLE_RECV_ERROR", "said": ["curl: (56) Recv failure"]}
GOOD: dict[str, Any] = {
    "title": "curl 的退出码",
    "about": "出错时打印。",
    "words": ["curl"],
    "forms": ["curl: ({number})"],
    "alone": True,
    "versions": ["curl 8"],
    "example": "network/faults",
    "list": {"example": "network/faults", "pattern": r"\b(\d+);"},
    "codes": [CODE, OTHER],
}


def write(root: Path, data: Any) -> dict[str, Vocabulary]:
    """Write one vocabulary and its pages below ``root``, and read it."""
    for name, text in {
        "data/codes/curl.yml": yaml.safe_dump(data, allow_unicode=True, sort_keys=False),
        "docs/codes/curl.md": "# curl\n",
        "docs/network/dns.md": "---\ntitle: 域名解析\n---\n# 域名解析\n\n## 依次问了谁 {#order}\n",
    }.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    return load_codes(root / "data/codes", root / "docs", EXAMPLES)


def test_a_vocabulary_is_read_with_what_was_said_on_any_system(tmp_path: Path) -> None:
    vocabulary = write(tmp_path, GOOD)["curl"]
    assert (vocabulary.page, vocabulary.provoked, vocabulary.alone) == ("codes/curl.md", 2, True)
    first, second = vocabulary.codes
    assert (first.id, first.key, first.shown) == ("code-6", "6", "域名解析：依次问了谁")
    assert (first.example, first.example_title) == ("network/faults", "逐个引出来")
    assert second.said == ("curl: (56) Recv failure",)


def test_a_code_that_was_not_provoked_has_a_reason(tmp_path: Path) -> None:
    unsaid = {key: value for key, value in OTHER.items() if key != "said"} | {"reason": "要一台 QUIC 服务器"}
    vocabulary = write(tmp_path, GOOD | {"codes": [CODE, unsaid]})["curl"]
    assert (vocabulary.provoked, vocabulary.codes[1].example) == (1, "")


def test_a_program_that_cannot_say_its_list_names_a_document(tmp_path: Path) -> None:
    url = "https://example.org/codes"
    vocabulary = write(tmp_path, GOOD | {"codes": [CODE], "list": {"source": "手册第 8 节", "url": url}})["curl"]
    assert (vocabulary.source, vocabulary.url) == ("手册第 8 节", url)


RULES = """groups:
  - name: pods
    rules:
      - record: pods
        expr: sum(up)
      - alert: PodCrashLooping
        expr: |
          restarts
            > 3
        for: 15m
"""
ALERT: dict[str, Any] = {
    "name": "PodCrashLooping",
    "reason": "还没有",
    "means": "反复退出。",
    "first": "kubectl logs",
    "see": "network/dns.md#order",
    "rule": "network/faults",
    "group": "apps",
}
ALERTS: dict[str, Any] = GOOD | {
    "list": {"source": "清单", "url": "https://example.org/list"},
    "upstream": "https://example.org/{group}.yaml",
}


def write_alerts(root: Path, alert: dict[str, Any], **change: Any) -> Vocabulary:
    """Write an alert, and an example with the rule of one, below ``root``, and read it."""
    rules = root / "examples/network/faults/pods.rules.yml"
    rules.parent.mkdir(parents=True)
    rules.write_text(RULES, encoding="utf-8")
    return write(root, ALERTS | {"codes": [ALERT | alert]} | change)["curl"]


def test_an_alert_has_the_rule_of_an_example_and_the_address_of_the_one_upstream(tmp_path: Path) -> None:
    vocabulary = write_alerts(tmp_path, {})
    (code,) = vocabulary.codes
    assert code.rule == Rule("network/faults", "逐个引出来", "restarts > 3", "15m")
    assert code.upstream == "https://example.org/apps.yaml"
    assert (vocabulary.provoked, vocabulary.checked) == (0, 1)


@pytest.mark.parametrize(
    ("alert", "change", "message"),
    [
        ({"name": "PodCrashLoping"}, {}, "里没有 alert: PodCrashLoping；改正名字，是不是 PodCrashLooping"),
        ({"rule": "network/fault"}, {}, "没有示例 examples/network/fault；改正名字，是不是 network/faults"),
        ({"group": None}, {}, "“group”要是非空的文字"),
        ({}, {"upstream": "https://example.org/apps.yaml"}, "upstream 要以 https:// 开头，{group} 占住"),
    ],
)
def test_a_mistake_of_an_alert_is_told(
    tmp_path: Path, alert: dict[str, Any], change: dict[str, Any], message: str
) -> None:
    with pytest.raises(MistakeError) as error:
        write_alerts(tmp_path, alert, **change)
    assert message in str(error.value)


def test_a_group_without_an_address_upstream_is_told(tmp_path: Path) -> None:
    with pytest.raises(MistakeError, match="group 和整份清单的 upstream 要一起写"):
        write(tmp_path, GOOD | {"codes": [CODE, OTHER | {"group": "apps"}]})


def test_no_folder_holds_no_codes(tmp_path: Path) -> None:
    assert load_codes(tmp_path / "missing", tmp_path, EXAMPLES) == {}


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"said": ["curl: (56) Recv failed"]}, "的输出里没有“curl: (56) Recv failed”；照输出抄"),
        ({"said": ["curl: (6) Could not resolve host"]}, "原话里没有 56 或 CURLE_RECV_ERROR；加一句说出它的原话"),
        ({"said": []}, "没有触发过，也没有理由"),
        ({"said": None}, "said 要是文字的列表"),
        ({"reason": "要硬件"}, "写了 reason（为什么没有触发），又写了 said 或 example"),
        ({"example": "network/fault"}, "没有示例 examples/network/fault；改正名字，是不是 network/faults"),
        ({"first": None}, "“first”要是非空的文字"),
        ({"means": "一句。两句。"}, "means 要正好一句话"),
        ({"means": "没有句号"}, "means 要正好一句话"),
        ({"see": "network/dn.md#order"}, "没有页面 docs/network/dn.md"),
        ({"see": "network/dns.md#oder"}, "没有这个小节；写成 network/dns.md#小节的 id，是不是 order"),
        ({"see": "network/dns.md"}, "没有这个小节"),
        ({"maens": "意思。"}, "不认识的键“maens”；是不是“means”？"),
        ({"forms": "status=6/ABRT"}, "forms 要是文字的列表"),
        ({"number": "6"}, "id code-6 在第"),
        ({"number": "57", "said": ["curl: (56) Recv failure"], "name": "56"}, "打印的清单里没有它；删掉这一条"),
        ({"id": "Code_56"}, "id 只用小写字母、数字和连字符"),
    ],
)
def test_each_mistake_of_a_code_names_its_place_and_the_remedy(
    tmp_path: Path, change: dict[str, Any], message: str
) -> None:
    with pytest.raises(MistakeError) as error:
        write(tmp_path, GOOD | {"codes": [CODE, OTHER | change]})
    lines = str(error.value).splitlines()
    assert all(line.startswith("data/codes/curl.yml:") for line in lines)
    assert any(message in line for line in lines), lines


@pytest.mark.parametrize("missing", ["said", "means", "first", "see"])
def test_an_entry_without_section_command_meaning_or_provocation_is_refused(tmp_path: Path, missing: str) -> None:
    with pytest.raises(MistakeError, match="没有触发过，也没有理由" if missing == "said" else f"缺少“{missing}”"):
        write(tmp_path, GOOD | {"codes": [{k: v for k, v in CODE.items() if k != missing}, OTHER]})


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"codes": [CODE]}, "程序的清单里有 56，这里没有；补上这些条目"),
        ({"codes": []}, "codes 要是非空的列表"),
        ({"forms": ["curl: 56"]}, "forms 的每一条要有 {number} 或 {name}"),
        ({"alone": "yes"}, "alone 写 true，或删掉"),
        ({"list": {"example": "network/faults", "pattern": "("}}, "pattern 不是正则"),
        ({"list": {"example": "network/faults", "pattern": r"\d+;"}}, "pattern 要正好一组括号"),
        ({"list": {"example": "network/none", "pattern": r"(\d+);"}}, "没有示例 examples/network/none"),
        ({"list": {"source": "手册", "url": "http://example.org"}}, "url 要以 https:// 开头"),
        ({"list": {"source": "手册"}}, "缺少“url”"),
        ({"list": {"example": "network/faults"}}, "缺少“pattern”"),
        ({"lits": {}}, "不认识的键“lits”；是不是“list”？"),
    ],
)
def test_each_mistake_of_a_vocabulary_names_its_place_and_the_remedy(
    tmp_path: Path, change: dict[str, Any], message: str
) -> None:
    with pytest.raises(MistakeError) as error:
        write(tmp_path, GOOD | change)
    assert message in str(error.value)


def test_all_mistakes_are_told_at_once_in_the_order_of_the_file(tmp_path: Path) -> None:
    bad = [CODE | {"means": "没有句号"}, OTHER | {"said": ["别的"], "see": "x.md#y"}]
    with pytest.raises(MistakeError) as error:
        write(tmp_path, GOOD | {"codes": bad})
    lines = [mistake.line for mistake in error.value.mistakes]
    assert len(lines) >= 4
    assert lines == sorted(lines)


def test_an_example_without_output_is_told_once(tmp_path: Path) -> None:
    example = Example("network/new", "新的", "none", "还没有执行记录", "", "", (), 0, "", False)
    write(tmp_path, GOOD)
    data = GOOD | {"example": "network/new", "list": {"example": "network/new", "pattern": r"(\d+);"}}
    (tmp_path / "data/codes/curl.yml").write_text(yaml.safe_dump(data, allow_unicode=True), encoding="utf-8")
    with pytest.raises(MistakeError) as error:
        load_codes(tmp_path / "data/codes", tmp_path / "docs", {example.name: example})
    assert [mistake.problem for mistake in error.value.mistakes] == [
        "示例 network/new 还没有输出；运行 make update-expected ONLY=network/new"
    ]


def test_a_vocabulary_has_a_page_of_its_name(tmp_path: Path) -> None:
    write(tmp_path, GOOD)
    (tmp_path / "docs/codes/curl.md").unlink()
    with pytest.raises(MistakeError, match=r"没有页面 docs/codes/curl\.md"):
        load_codes(tmp_path / "data/codes", tmp_path / "docs", EXAMPLES)


def test_other_files_do_not_belong_into_the_folder(tmp_path: Path) -> None:
    write(tmp_path, GOOD)
    (tmp_path / "data/codes/Curl.txt").write_text("")
    with pytest.raises(MistakeError, match=r"文件名要是“英文名\.yml”"):
        load_codes(tmp_path / "data/codes", tmp_path / "docs", EXAMPLES)
