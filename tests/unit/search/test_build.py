"""The files of the index: what stands in each, how terms are spread over them, and when their folder gets another name."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from handbook.search.build import Page, Source, build_files, count_page, cut_source
from support.search_engine import SCRIPTS, page

SOURCE = Source(
    url="iptables/nat/",
    title="地址转换",
    topic="iptables",
    boost=1,
    html='<h1>NAT</h1><p>头</p><h2 id="what">是什么</h2><p>改写</p><pre>nft list</pre><h2 id="x"></h2><p>尾</p>',
    names=("地址转换", "NAT 篇"),
    tags="iptables nat",
    aliases={"": ["不通"], "what": ["外网连不进来", "NAT 是什么"]},
)
TOPICS = {"linux": ("Linux", "linux/"), "iptables": ("iptables", "iptables/"), "mysql": ("MySQL", "mysql/")}


def _content(files: dict[str, str]) -> dict[str, Any]:
    """Return what the files hold, by name without the folder; each is a call with its own name."""
    found = {}
    for path, text in files.items():
        name = path.rpartition("/")[2].removesuffix(".js")
        start = f'searchPart("{name}",'
        assert text.startswith(start)
        assert text.endswith(")\n")
        found[name] = json.loads(text[len(start) : -2])
    return found


def test_the_first_section_has_what_the_whole_page_is_called() -> None:
    first, what, last = cut_source(SOURCE).sections
    assert (first["heading"], first["title"], first["tags"]) == ("地址转换", "地址转换 NAT NAT 篇", "iptables nat")
    assert (first["text"], first["alias"]) == ("头", "不通")
    assert what == {
        "id": "what",
        "heading": "是什么",
        "text": "改写",
        "code": "nft list",
        "alias": "外网连不进来\nNAT 是什么",
        "page": "地址转换 NAT 篇",
    }
    # A heading without a text gets the page's.
    assert (last["id"], last["heading"]) == ("x", "地址转换")


def test_a_name_that_the_title_has_is_not_said_twice() -> None:
    once = replace(SOURCE, html="<h1>地址转换</h1>", names=("地址转换", "地址转换"))
    assert cut_source(once).sections[0]["title"] == "地址转换"


def test_a_page_has_its_sections_in_a_file_of_its_own() -> None:
    pages = [cut_source(SOURCE), cut_source(replace(SOURCE, url="linux/a/", topic="linux", html="<p>一</p>"))]
    content = _content(build_files(pages, TOPICS, [], SCRIPTS))
    assert content["p0"] == [
        ["", "地址转换", "头", ""],
        ["what", "是什么", "改写", "nft list"],
        ["x", "地址转换", "尾", ""],
    ]
    assert content["p1"] == [["", "地址转换", "一", ""]]


def test_the_overview_has_pages_used_topics_and_names() -> None:
    other = replace(SOURCE, url="about/", title="关于", topic="", boost=0.4, html="<p>一</p>")
    pages = [cut_source(SOURCE), cut_source(other)]
    meta = _content(build_files(pages, TOPICS, [["k8s", "Kubernetes"]], SCRIPTS))["meta"]
    assert meta["docs"] == 4
    assert meta["topics"] == [["iptables", "iptables/"]]
    assert meta["pages"] == [["iptables/nat/", "地址转换", 0, 1, 3], ["about/", "关于", -1, 0.4, 1]]
    assert meta["names"] == [["k8s", "Kubernetes"]]


def test_every_term_is_in_the_file_that_the_overview_names() -> None:
    words = [f"word{number:05}" for number in range(8000)]
    content = _content(
        build_files([page("a/", {"text": " ".join(words)}), page("b/", {"text": "连接"})], {}, [], SCRIPTS)
    )
    starts = content["meta"]["starts"]
    shards = [content[f"t{number}"] for number in range(len(starts))]
    assert len(shards) > 1
    assert [min(shard) for shard in shards] == starts
    terms = [term for shard in shards for term in sorted(shard)]
    assert terms == sorted(terms)
    assert {*words, "连接"} <= set(terms)
    # A reader loads 40 kB or little more for a term.
    sizes = [sum(len(term) + len(packed) for term, packed in shard.items()) for shard in shards]
    assert max(sizes) < 41_000
    assert min(sizes[:-1]) > 39_000


def test_words_that_may_be_meant_by_a_slip_are_listed_with_how_many_sections_have_them() -> None:
    pages = [page("a/", {"text": "kubelet kubelet 连接 ss tcp_tw_reuse"}), page("b/", {"text": "kubelet 443"})]
    words = dict(_content(build_files(pages, {}, [], SCRIPTS))["words"])
    assert words["kubelet"] == 2
    assert words["reuse"] == 1
    assert not {"连接", "ss", "443", "tcp-tw-reuse"} & words.keys()


def _folder(*pages: Page) -> str:
    (folder,) = {path.split("/")[0] for path in build_files(pages, {}, [], SCRIPTS) if "/" in path}
    return folder


def test_the_folder_has_another_name_when_anything_in_it_is_different() -> None:
    one = page("a/", {"text": "端口"})
    assert _folder(one) == _folder(page("a/", {"text": "端口"}))
    # The same terms in another order are another passage.
    assert (
        len(
            {
                _folder(one),
                _folder(page("a/", {"text": "口端端口"})),
                _folder(page("a/", {"text": "端口", "tags": "x"})),
            }
        )
        == 3
    )


def test_a_page_that_was_counted_before_is_indexed_as_any_other(tmp_path: Path) -> None:
    sources = [replace(SOURCE, url=f"iptables/{number}/", html=f"<p>端口 {number}</p>") for number in range(3)]
    fresh = build_files([cut_source(source) for source in sources], TOPICS, [], SCRIPTS)
    assert build_files([count_page(source, SCRIPTS) for source in sources], TOPICS, [], SCRIPTS) == fresh
    assert build_files([count_page(source, SCRIPTS) for source in sources[1:]], TOPICS, [], SCRIPTS) != fresh
