"""What a build gathers for its index: names, aliases, tags, pages that are left out, and the exam's places."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from handbook.search.collector import STUB, Collector
from handbook.search.exam import Question
from support.search_engine import SCRIPTS

GLOSSARY = "- {id: nat, term: 地址转换, en: NAT, aliases: [网络地址转换], definition: 改地址。, page: iptables/nat.md#what, topic: iptables}\n"
LEDGER = "- {id: x, claim: 开了 `nat` 就安全。, page: iptables/nat.md#what}\n"


@pytest.fixture
def collector(tmp_path: Path) -> Iterator[Collector]:
    (tmp_path / "data").mkdir()
    (tmp_path / "data/glossary.yml").write_text(GLOSSARY, encoding="utf-8")
    (tmp_path / "data/corrections.yml").write_text(LEDGER, encoding="utf-8")
    collector = Collector(tmp_path, SCRIPTS, keep=False)
    yield collector
    collector.worker.stop()


def _add(collector: Collector, path: str, html: str, **meta: Any) -> None:
    collector.add_page(path, path.removesuffix(".md") + "/", (meta.get("title", path),), meta, html)


def test_a_section_is_found_by_its_names_symptoms_and_the_claims_it_corrects(collector: Collector) -> None:
    meta = {"title": "地址转换", "symptoms": [{"ask": "外网连不进来", "see": "what"}]}
    _add(collector, "iptables/nat.md", '<h1>地址转换</h1><h2 id="what">是什么</h2><p>改写</p>', **meta)
    collector.begin()
    (page,) = [page() for page in collector.pages]
    (section,) = [section for section in page.sections if section.get("id") == "what"]
    assert section["alias"].split("\n") == ["地址转换", "NAT", "网络地址转换", "开了 nat 就安全。", "外网连不进来"]


def test_a_page_is_found_by_its_questions_tags_and_description(collector: Collector) -> None:
    meta = {
        "interview": [{"ask": "两种有什么区别？", "see": "what"}],
        "tags": ["iptables", 2026],
        "description": "改地址",
    }
    _add(collector, "iptables/state.md", '<h1>甲</h1><h2 id="what">是什么</h2>', **meta)
    collector.begin()
    first, what = collector.pages[0]().sections
    assert first["tags"] == "iptables 2026 改地址"
    assert what["alias"] == "两种有什么区别？"


def test_names_of_the_glossary_and_synonyms_stand_for_each_other(collector: Collector, tmp_path: Path) -> None:
    (tmp_path / "data/synonyms.yml").write_text("- [k8s, Kubernetes]\n", encoding="utf-8")
    again = Collector(tmp_path, SCRIPTS, keep=False)
    again.worker.stop()
    assert again.names == [["地址转换", "NAT", "网络地址转换"], ["k8s", "Kubernetes"]]


def test_a_topic_leads_to_its_first_page_and_stands_in_the_order_of_the_topics(collector: Collector) -> None:
    for path in ("linux/boot.md", "linux.md", "iptables/nat.md", "iptables/a.md"):
        _add(collector, path, "<h1>甲</h1>")
    collector.add_page("linux/index.md", "linux/", ("Linux",), {}, "<h1>Linux</h1>")
    collector.begin()
    meta = collector.finish()[0]["meta.js"]
    assert json.loads(meta[meta.index(",") + 1 : -2])["topics"] == [
        ["iptables 防火墙", "iptables/a/"],
        ["Linux 系统", "linux/"],
    ]


@pytest.mark.parametrize("keep", [True, False])
def test_the_process_is_kept_for_the_builds_that_follow_and_else_ends(tmp_path: Path, keep: bool) -> None:
    collector = Collector(tmp_path, SCRIPTS, keep=keep)
    _add(collector, "iptables/a.md", "<h1>甲</h1>")
    collector.begin()
    collector.finish()
    assert collector.worker.is_alive() is keep
    if keep:
        again = Collector(tmp_path, SCRIPTS, keep=True)
        assert again.worker is collector.worker
        again.worker.stop()
        # One that has ended is replaced.
        replaced = Collector(tmp_path, SCRIPTS, keep=True).worker
        assert replaced.is_alive()
        replaced.stop()


def test_an_excluded_page_has_an_address_and_is_not_searched(collector: Collector) -> None:
    _add(collector, "search-exam.md", "<h1>考试</h1>", search={"exclude": True})
    assert collector.addresses == {"search-exam.md": "search-exam/"}
    assert collector.pages == []


def test_lists_come_after_what_explains(collector: Collector) -> None:
    _add(collector, "troubleshooting.md", "<h1>排障</h1>")
    _add(collector, "iptables/nat.md", "<h1>甲</h1>")
    _add(collector, "iptables/state.md", "<h1>乙</h1>", search={"boost": 3})
    collector.begin()
    assert [page().boost for page in collector.pages] == [0.4, 1, 3]


def test_the_exam_gives_the_place_of_each_questions_page(collector: Collector) -> None:
    collector.questions = [
        Question("中文", "令牌桶", ("iptables/a.md",)),
        Question("中文", "令牌桶", ("iptables/b.md",)),
        Question("中文", "令牌桶", ("iptables/none.md", "iptables/b.md")),
    ]
    _add(collector, "iptables/a.md", "<h1>令牌桶</h1><p>令牌桶</p>", title="令牌桶")
    _add(collector, "iptables/b.md", "<h1>限速</h1><p>令牌桶一次</p>", title="限速")
    _add(collector, "iptables/none.md", "<h1>别的</h1><p>无关</p>", title="别的")
    collector.begin()
    files, ranks = collector.finish()
    assert ranks == [1, 2, 2]
    assert files["search_index.js"] == f"var __index={json.dumps(STUB)}\n"
    assert "meta.js" in files


def test_a_page_that_is_rendered_again_after_the_index_was_begun_is_left_alone(collector: Collector) -> None:
    _add(collector, "iptables/a.md", "<h1>甲</h1>")
    collector.begin()
    _add(collector, "iptables/b.md", "<h1>乙</h1>")
    assert list(collector.addresses) == ["iptables/a.md"]
