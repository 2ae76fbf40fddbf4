"""The glossary in a real build: of a small site made here, and of the handbook itself."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urldefrag, urljoin

import pytest
import yaml
from bs4 import BeautifulSoup, Tag
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.utils.yaml import yaml_load

ROOT = Path(__file__).resolve().parents[2]

ENTRIES = """\
- {id: conntrack, term: 连接跟踪, en: connection tracking, aliases: [conntrack], definition: 内核记下的连接。, page: iptables/state.md#what, topic: iptables}
- {id: pod, term: Pod, en: pod, definition: "一组容器 <b>&amp;</b>。", page: index.md, topic: network}
- {id: nobody, term: 无人提及, en: unused, definition: 没有页面用到。, page: index.md, topic: network}
"""
PAGES = {
    "index.md": "# 首页\n\n这里的 Pod 不链接。\n\n## 一 {#one}\n\n连接跟踪与 `conntrack`。\n",
    "iptables/state.md": "# 状态\n\n使用Pod部署，conntrack 在前言。\n\n## 什么是连接跟踪 {#what}\n\n连接跟踪。\n\n## `ss` 与 A&B {#use}\n\n连接跟踪。\n\nPod。\n",
    "network/tcp.md": "# TCP\n\n## 握手 {#handshake}\n\n连接跟踪 连接跟踪\n",
    "network/off.md": "---\nglossary: false\n---\n# 关\n\n连接跟踪 Pod\n",
    "glossary.md": "# 术语表\n\n连接跟踪\n\n<!-- list: terms -->\n",
}
VALIDATION = {
    "nav": {"omitted_files": "warn", "not_found": "warn"},
    "links": {"not_found": "warn", "anchors": "warn", "unrecognized_links": "warn", "absolute_links": "warn"},
}
NAV = ["network/tcp.md", "index.md", "iptables/state.md", "network/off.md", "glossary.md"]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for name, text in PAGES.items():
        path = tmp_path / "docs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "glossary.yml").write_text(ENTRIES, encoding="utf-8")
    config = {
        "site_name": "试",
        "site_url": "https://example.test/book/",
        "strict": True,
        "theme": {"name": "material", "font": False},
        "plugins": [],
        "hooks": [str(ROOT / "hooks" / name) for name in ("glossary.py", "page.py")],
        "markdown_extensions": ["attr_list", "toc", "pymdownx.inlinehilite", "tables"],
        "validation": VALIDATION,
        "nav": NAV,
    }
    (tmp_path / "mkdocs.yml").write_text(yaml.safe_dump(config), encoding="utf-8")
    return tmp_path


def load(project: Path, **options: Any) -> MkDocsConfig:
    return load_config(str(project / "mkdocs.yml"), **options)


def page(project: Path, name: str) -> BeautifulSoup:
    return BeautifulSoup((project / "site" / name).read_text(encoding="utf-8"), "html.parser")


def article(project: Path, name: str) -> Tag:
    found = page(project, name).select_one("article")
    assert found is not None
    return found


def test_links_lead_to_the_published_glossary(project: Path) -> None:
    build(load(project))
    links = article(project, "iptables/state/index.html").select("a.term")
    assert [(link.get_text(), link["href"]) for link in links] == [
        ("Pod", "../../glossary/#pod"),
        ("conntrack", "../../glossary/#conntrack"),
        ("连接跟踪", "../../glossary/#conntrack"),
        ("Pod", "../../glossary/#pod"),
    ]
    assert links[0]["title"] == "一组容器 <b>&amp;</b>。"
    assert not article(project, "network/off/index.html").select("a.term")
    assert not article(project, "glossary/index.html").select("a.term")
    assert [a["href"] for a in article(project, "index.html").select("a.term")] == ["glossary/#conntrack"]


def test_links_without_directory_urls(project: Path) -> None:
    build(load(project, use_directory_urls=False))
    assert article(project, "iptables/state.html").select("a.term")[0]["href"] == "../glossary.html#pod"
    uses = article(project, "glossary.html").select("#conntrack ~ .term-uses")[0]
    assert uses.select("a")[0]["href"] == "network/tcp.html#handshake"


def test_glossary_page_says_where_terms_are_used(project: Path) -> None:
    build(load(project))
    found = article(project, "glossary/index.html")
    uses = found.select("#conntrack ~ .term-uses")[0]
    # In the order of the navigation; the section that explains the term is not among them.
    assert uses.get_text() == "出现在：TCP（握手）；首页（一）；状态（ss 与 A&B）"
    hrefs = [a["href"] for a in uses.select("a")]
    assert hrefs == ["../network/tcp/#handshake", "../#one", "../iptables/state/#use"]
    source = found.select("#conntrack ~ .term-source a")[0]
    assert (source.get_text(), source["href"]) == ("状态 › 什么是连接跟踪", "../iptables/state/#what")
    assert found.select("#pod ~ .term-source a")[0].get_text() == "首页"


def test_changed_entry_shows_in_the_next_build(project: Path) -> None:
    """`mkdocs serve` loads the configuration anew for each rebuild, but never a hook: nothing may be kept in one."""
    build(load(project))
    changed = ENTRIES.replace("内核记下的连接", "改过的定义").replace("aliases: [conntrack]", "aliases: [ct]")
    (project / "data" / "glossary.yml").write_text(changed, encoding="utf-8")
    (project / "docs" / "network" / "tcp.md").write_text("# TCP\n\n## 新节 {#fresh}\n\n连接跟踪\n", encoding="utf-8")
    build(load(project))
    links = article(project, "iptables/state/index.html").select("a.term[data-term=conntrack]")
    assert [(link.get_text(), link["title"]) for link in links] == [("连接跟踪", "改过的定义。")]
    uses = article(project, "glossary/index.html").select("#conntrack ~ .term-uses")[0]
    assert uses.get_text() == "出现在：TCP（新节）；首页（一）；状态（ss 与 A&B）"


def test_two_builds_give_the_same(project: Path) -> None:
    build(load(project))
    first = {path: path.read_bytes() for path in sorted((project / "site").rglob("index.html"))}
    build(load(project))
    strip = re.compile(rb"Build Date.*")
    assert {path: strip.sub(b"", path.read_bytes()) for path in first} == {
        p: strip.sub(b"", b) for p, b in first.items()
    }


BROKEN = [
    ("malformed", "- id: [\n", r"data/glossary\.yml:2: YAML 写法有误"),
    ("missing key", ENTRIES.replace("en: pod, ", ""), r'data/glossary\.yml:2: 词条 "pod"：缺少 en；'),
    ("two mistakes", ENTRIES.replace("en: pod, ", "").replace("en: unused, ", ""), r"glossary\.yml:2: .*\n.*glossary\.yml:3: "),
    ("no such page", ENTRIES.replace("page: index.md, topic: network}\n- {id: n", "page: gone.md, topic: network}\n- {id: n"), r':2: 词条 "pod"：讲解页 gone\.md 不存在；'),
    ("no such anchor", ENTRIES.replace("#what", "#gone"), r':1: 词条 "conntrack"：iptables/state\.md 里没有 \{#gone\}；'),
    ("no such topic", ENTRIES.replace("topic: iptables", "topic: k8s"), r':1: 词条 "conntrack"：没有主题 k8s；'),
]  # fmt: skip


@pytest.mark.parametrize(("text", "message"), [case[1:] for case in BROKEN], ids=[case[0] for case in BROKEN])
def test_bad_input_stops_the_build_and_writes_nothing(
    project: Path, caplog: pytest.LogCaptureFixture, text: str, message: str
) -> None:
    (project / "site").mkdir()
    (project / "site" / "index.html").write_text("旧", encoding="utf-8")
    (project / "data" / "glossary.yml").write_text(text, encoding="utf-8")
    with pytest.raises(Abort):
        build(load(project))
    assert re.search(
        message, "\n".join(record.getMessage() for record in caplog.records if record.levelname == "ERROR")
    )
    assert [path.name for path in (project / "site").rglob("*")] == ["index.html"]
    assert (project / "site" / "index.html").read_text(encoding="utf-8") == "旧"


def test_missing_data_file_stops_the_build(project: Path, caplog: pytest.LogCaptureFixture) -> None:
    (project / "data" / "glossary.yml").unlink()
    with pytest.raises(Abort):
        build(load(project))
    assert "data/glossary.yml:1: 没有这个文件；" in caplog.text


def test_explaining_section_has_to_be_on_the_page(project: Path, caplog: pytest.LogCaptureFixture) -> None:
    """An id that stands in the source but not on the page (here in a code block) passes the first look."""
    (project / "docs" / "iptables" / "state.md").write_text("# 状态\n\n```\n## x {#what}\n```\n", encoding="utf-8")
    with pytest.raises(Abort, match="warnings in strict mode"):
        build(load(project))
    assert 'data/glossary.yml:1: 词条 "conntrack"：iptables/state.md 渲染出来没有 #what；' in caplog.text


def test_mkdocs_knows_the_entries_anchors(project: Path, caplog: pytest.LogCaptureFixture) -> None:
    page = project / "docs" / "network" / "off.md"
    page.write_text(page.read_text(encoding="utf-8") + "\n[有](../glossary.md#conntrack)\n", encoding="utf-8")
    build(load(project))
    page.write_text(page.read_text(encoding="utf-8") + "\n[没有](../glossary.md#nothing)\n", encoding="utf-8")
    with pytest.raises(Abort, match="warnings in strict mode"):
        build(load(project))
    assert "does not contain an anchor '#nothing'" in caplog.text
    assert "'#conntrack'" not in caplog.text


def test_missing_glossary_page_is_reported(project: Path, caplog: pytest.LogCaptureFixture) -> None:
    (project / "docs" / "glossary.md").unlink()
    with pytest.raises(Abort):
        build(load(project, nav=NAV[:-1]))
    assert "docs/glossary.md" in caplog.text
    assert not (project / "site" / "index.html").exists()


# --- The handbook


def test_handbook_wires_the_glossary() -> None:
    with (ROOT / "mkdocs.yml").open(encoding="utf-8") as file:
        config = yaml_load(file)
    assert "hooks/glossary.py" in config["hooks"]
    assert "content.tooltips" in config["theme"]["features"]
    assert "assets/stylesheets/extra.css" in config["extra_css"]
    assert "assets/javascripts/glossary.js" in [script["path"] for script in config["extra_javascript"]]


def test_every_entry_has_its_anchor_and_every_link_its_entry(built_site: Path) -> None:
    data = yaml.safe_load((ROOT / "data" / "glossary.yml").read_text(encoding="utf-8"))
    glossary = BeautifulSoup((built_site / "glossary" / "index.html").read_text(encoding="utf-8"), "html.parser")
    anchors = {str(heading["id"]) for heading in glossary.select("article h3[id]")}
    assert {entry["id"] for entry in data} <= anchors
    links = 0
    for path in built_site.rglob("index.html"):
        for link in BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser").select("a.term"):
            address, anchor = urldefrag(str(link["href"]))
            assert (path.parent / address / "index.html").resolve() == (
                built_site / "glossary" / "index.html"
            ).resolve()
            assert anchor in anchors
            assert link["title"]
            links += 1
    assert links > 0


def _linked_terms(path: Path) -> dict[str, set[str]]:
    """Return the terms that a page links, by the id of the section; under "" those of the whole page."""
    content = BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser").select_one("article")
    assert content is not None
    found: dict[str, set[str]] = {"": set()}
    section = ""
    for tag in content.find_all(["h2", "a"]):
        if tag.name == "h2":
            section = str(tag.get("id"))
        elif tag.get("data-term"):
            found[""].add(str(tag["data-term"]))
            found.setdefault(section, set()).add(str(tag["data-term"]))
    return found


def test_every_back_reference_leads_to_a_link_to_the_term(built_site: Path) -> None:
    base = "https://book.test/glossary/"
    glossary = BeautifulSoup((built_site / "glossary" / "index.html").read_text(encoding="utf-8"), "html.parser")
    pages: dict[Path, dict[str, set[str]]] = {}
    checked = 0
    for uses in glossary.select("article .term-uses"):
        term_id = uses.find_previous("h3")["id"]  # type: ignore[index]
        for link in uses.select("a"):
            address, anchor = urldefrag(urljoin(base, str(link["href"])))
            path = built_site / unquote(address.removeprefix("https://book.test/")) / "index.html"
            if path not in pages:
                pages[path] = _linked_terms(path)
            assert term_id in pages[path].get(anchor, set()), f"{path}#{anchor} {term_id}"
            checked += 1
    assert checked > 0
