"""glossary_terms: good entries load; every kind of bad input is refused with file, line, entry and remedy."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.glossary.terms import Term, load_terms
from handbook.mistakes import MistakeError

GOOD = """\
- id: pod
  term: Pod
  en: pod
  aliases: [容器组]
  not_in: [Pod 亲和性]
  definition: 一起调度的一组容器。
  page: kubernetes/pod.md#pod
  topic: kubernetes

- id: service
  term: 服务
  en: service
  not_in: [服务器]
  definition: 一组 Pod 的固定入口。
  page: kubernetes/service.md
  topic: kubernetes
"""


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    folder = tmp_path / "docs"
    (folder / "kubernetes").mkdir(parents=True)
    (folder / "kubernetes" / "pod.md").write_text("# Pod\n\n## 定义 {#pod}\n", encoding="utf-8")
    (folder / "kubernetes" / "service.md").write_text("# 服务\n", encoding="utf-8")
    return folder


def load(docs: Path, text: str) -> tuple[Term, ...]:
    path = docs.parent / "data" / "glossary.yml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return load_terms(path, docs, ["kubernetes"])


def mistakes(docs: Path, text: str) -> list[str]:
    with pytest.raises(MistakeError) as caught:
        load(docs, text)
    return str(caught.value).splitlines()


def test_good_entries(docs: Path) -> None:
    pod, service = load(docs, GOOD)
    assert pod == Term(
        id="pod",
        term="Pod",
        en="pod",
        definition="一起调度的一组容器。",
        page="kubernetes/pod.md#pod",
        topic="kubernetes",
        aliases=("容器组",),
        not_in=("Pod 亲和性",),
        line=1,
    )
    assert pod.names == ("Pod", "容器组")
    assert (pod.page_file, pod.anchor) == ("kubernetes/pod.md", "pod")
    assert (service.page_file, service.anchor, service.line) == ("kubernetes/service.md", "", 10)


@pytest.mark.parametrize("text", ["", "# 还没有\n", "[]\n"])
def test_no_entries_yet(docs: Path, text: str) -> None:
    assert load(docs, text) == ()


@pytest.mark.parametrize("empty", ["aliases: []", "not_in: []"])
def test_optional_lists_may_be_empty(docs: Path, empty: str) -> None:
    assert load(
        docs,
        GOOD.replace("  en: pod\n  aliases: [容器组]\n", f"  en: pod\n  {empty}\n").replace(
            "  not_in: [Pod 亲和性]\n", ""
        ),
    )


# One change to GOOD each: (name, old text, new text, line, what the message says).
CHANGES = [
    ("malformed yaml", "aliases: [容器组]", "aliases: [容器组", 5, "YAML 写法有误"),
    ("tab", "  en: pod\n", "\ten: pod\n", 3, "YAML 写法有误"),
    ("duplicate key", "  en: pod\n", "  en: pod\n  en: pod\n", 4, '键 "en" 重复'),
    ("missing term", "  term: Pod\n", "", 1, '词条 "pod"：缺少 term；'),
    ("missing en", "  en: service\n", "", 10, '词条 "service"：缺少 en；'),
    ("missing definition", "  definition: 一起调度的一组容器。\n", "", 1, '词条 "pod"：缺少 definition；'),
    ("missing page", "  page: kubernetes/service.md\n", "", 10, '词条 "service"：缺少 page；'),
    ("missing topic", "  page: kubernetes/service.md\n  topic: kubernetes\n", "  page: kubernetes/service.md\n", 10, "缺少 topic；"),
    ("unknown key", "en: pod", "english: pod\n  en: pod", 3, '词条 "pod"：不认识的键 english；可用的键：id、term'),
    ("duplicate id", "id: service", "id: pod", 10, '词条 "pod"：id 与第 1 行的词条重复；'),
    ("term claimed twice", "term: 服务\n  en: service\n  not_in: [服务器]", "term: Pod\n  en: service", 10, '词条 "service"：“Pod”已属于词条 "pod"（第 1 行）；'),
    ("alias claimed twice", "en: service", "en: service\n  aliases: [容器组]", 10, "“容器组”已属于词条"),
    ("alias is another's term", "[容器组]", "[服务]", 10, "“服务”已属于词条"),
    ("alias repeats the term", "[容器组]", "[Pod]", 1, "“Pod”写了两次；"),
    ("empty definition", "一起调度的一组容器。", '""', 6, '词条 "pod"：definition 是空的；'),
    ("blank definition", "一起调度的一组容器。", '"  "', 6, "definition 是空的；"),
    ("null definition", "definition: 一起调度的一组容器。", "definition:", 6, "definition 是空的；"),
    ("newline in definition", "一起调度的一组容器。", '"第一句\\n第二句"', 6, "含换行或控制字符；"),
    ("control character", "一起调度的一组容器。", '"a\\x02b"', 6, "有控制字符 U+0002"),
    ("literal block", "definition: 一起调度的一组容器。", "definition: |\n    一起\n    调度", 6, "首尾有空白|含换行"),
    ("space around", "一起调度的一组容器。", '" 一起"', 6, "首尾有空白；"),
    ("id in capitals", "id: pod", "id: Pod", 1, "id 只能用小写字母"),
    ("id with underscore", "id: pod", "id: my_pod", 1, "id 只能用小写字母"),
    ("id in Chinese", "id: pod", "id: 容器", 1, "id 只能用小写字母"),
    ("id with double hyphen", "id: pod", "id: my--pod", 1, "id 只能用小写字母"),
    ("id is a number", "id: pod", "id: 404", 1, "id 必须是字符串，不能是 404；给它加引号"),
    ("term is a boolean", "term: Pod", "term: on", 2, "term 必须是字符串，不能是 True；"),
    ("aliases is a text", "[容器组]", "容器组", 4, "aliases 必须是列表；"),
    ("alias is a number", "[容器组]", "[容器组, 7]", 4, "aliases 的第 2 项必须是字符串"),
    ("empty alias", "[容器组]", '[""]', 4, "aliases 的第 1 项是空的；"),
    ("not_in is a mapping", "[服务器]", "{服务器: 1}", 13, "not_in 必须是列表；"),
    ("stop phrase without the term", "[服务器]", "[机器]", 13, "not_in 的“机器”没有包住词条的任何写法；"),
    ("stop phrase is the term", "[服务器]", "[服务]", 13, "not_in 的“服务”没有包住"),
    ("only names no topic", "not_in: [服务器]", "only: [k8s]", 10, "only 里没有主题 k8s；可用的主题：kubernetes"),
    ("only is a text", "not_in: [服务器]", "only: kubernetes", 13, "only 必须是列表；"),
    ("braces", "[容器组]", '["{x}"]', 2, "“{x}”含花括号；"),
    ("page is absolute", "kubernetes/service.md", "/kubernetes/service.md", 15, "page 写法不对"),
    ("page climbs", "kubernetes/service.md", "../service.md", 15, "page 写法不对"),
    ("page is a site address", "kubernetes/service.md", "kubernetes/service/", 15, "page 写法不对"),
    ("page does not exist", "kubernetes/service.md", "kubernetes/services.md", 10, "讲解页 kubernetes/services.md 不存在；"),
    ("anchor does not exist", "pod.md#pod", "pod.md#podd", 1, "kubernetes/pod.md 里没有 {#podd}；"),
    ("anchor is a prefix", "pod.md#pod", "pod.md#po", 1, "kubernetes/pod.md 里没有 {#po}；"),
    ("unknown topic", "service.md\n  topic: kubernetes", "service.md\n  topic: k8s", 10, "没有主题 k8s；可用的主题：kubernetes"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [change[1:] for change in CHANGES],
    ids=[change[0] for change in CHANGES],
)
def test_bad_input(docs: Path, old: str, new: str, line: int, words: str) -> None:
    assert old in GOOD
    found = mistakes(docs, GOOD.replace(old, new, 1) if old != "kubernetes/service.md" else GOOD.replace(old, new))
    assert len(found) == 1, found
    assert found[0].startswith(f"data/glossary.yml:{line}: ")
    assert any(word in found[0] for word in words.split("|"))
    assert "；" in found[0], "the remedy follows the semicolon"


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("pod:\n  term: Pod\n", 1, "顶层必须是列表；"),
        ("just a text\n", 1, "顶层必须是列表；"),
        ("- pod\n", 1, "第 1 条不是键值对；"),
        (GOOD + "- [a, b]\n", 17, "第 3 条不是键值对；"),
        (GOOD + "-\n", 17, "第 3 条不是键值对；"),
    ],
)
def test_wrong_shape(docs: Path, text: str, line: int, words: str) -> None:
    found = mistakes(docs, text)
    assert len(found) == 1
    assert found[0].startswith(f"data/glossary.yml:{line}: {words}")


def test_entry_without_id_and_term_is_named_by_its_place(docs: Path) -> None:
    found = mistakes(docs, "- en: x\n  definition: y\n  page: kubernetes/pod.md\n  topic: kubernetes\n")
    assert found == [
        'data/glossary.yml:1: 词条 "第 1 条"：缺少 id；补上一行 id: …',
        'data/glossary.yml:1: 词条 "第 1 条"：缺少 term；补上一行 term: …',
    ]


def test_all_mistakes_are_reported_in_order(docs: Path) -> None:
    text = GOOD.replace("en: pod", "english: pod").replace("definition: 一组 Pod 的固定入口。", "definition: ''")
    assert [line.split(": ")[0] for line in mistakes(docs, text)] == [
        "data/glossary.yml:1",
        "data/glossary.yml:3",
        "data/glossary.yml:14",
    ]


def test_missing_file(docs: Path) -> None:
    with pytest.raises(MistakeError, match=r"^data/glossary\.yml:1: 没有这个文件；"):
        load_terms(docs.parent / "data" / "glossary.yml")


@pytest.mark.parametrize("source", ["## 定义 {#pod}", "## 定义 {: #pod }", "### 定义 { .x #pod }"])
def test_every_way_to_give_a_heading_an_id_counts(docs: Path, source: str) -> None:
    (docs / "kubernetes" / "pod.md").write_text(f"# Pod\n\n{source}\n", encoding="utf-8")
    assert load(docs, GOOD)


def test_page_that_is_not_utf8_is_mkdocs_concern(docs: Path) -> None:
    (docs / "kubernetes" / "pod.md").write_bytes("# 容器 {#pod}\n".encode("gb18030"))
    assert load(docs, GOOD)
