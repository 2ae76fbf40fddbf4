"""最近更新 and the feed, through real strict builds: of a small handbook with a history, without one, and of this one."""

from __future__ import annotations

import shutil
from pathlib import Path
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup

from handbook.history.extension import load_history
from support.site_build import ROOT, build_site
from unit.history.repository import Repository
from unit.history.test_feed import ATOM, check_feed

CONFIG = f"""\
site_name: 小手册
site_url: https://x.example/book/
strict: true
theme: {{name: mkdocs}}
plugins: []
hooks: ["{ROOT}/hooks/corrections.py", "{ROOT}/hooks/history.py", "{ROOT}/hooks/page.py"]
markdown_extensions: [attr_list, md_in_html]
validation: {{links: {{anchors: warn}}}}
"""
PAGE = "---\ntitle: 规则\ndescription: 怎样写。\n---\n\n# 规则\n\n## 目标 {#targets}\n\n文。\n"
LEDGER = """\
- id: small-letters
  topic: iptables
  claim: 目标小写也能用。
  truth: 区分大小写。
  why: 名字像。
  looks_like: 看着一样。
  evidence: [{source: 手册}]
  page: rules.md#targets
"""
FILES = {
    "mkdocs.yml": CONFIG,
    "docs/index.md": "# 首页\n",
    "docs/recent.md": "# 最近更新\n\n<!-- list: changes -->\n",
    "docs/corrections.md": "# 勘误\n\n<!-- list: corrections -->\n",
    "docs/rules.md": PAGE,
    "data/corrections.yml": LEDGER,
}
DAY = 1_700_000_000


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """Return the small handbook with two days of history; the second edits a page and drops one."""
    repository = Repository(tmp_path / "book")
    repository.commit(DAY, {**FILES, "docs/old.md": PAGE.replace("规则", "旧页"), "data/corrections.yml": "[]\n"})
    repository.commit(
        DAY + 86400,
        {"docs/rules.md": PAGE.replace("文。", "另一句。"), "docs/old.md": None, "data/corrections.yml": LEDGER},
    )
    return repository


def _built(root: Path) -> Path:
    done = build_site(root / "site", root=root)
    assert done.returncode == 0, done.stderr
    return root / "site"


def _recent(site: Path) -> BeautifulSoup:
    return BeautifulSoup((site / "recent/index.html").read_text(encoding="utf-8"), "html.parser")


def test_a_history_gives_a_page_and_a_feed(repository: Repository) -> None:
    site = _built(repository.root)
    page = _recent(site)
    assert [heading["id"] for heading in page.select("h2")] == ["d20231116", "d20231115"]
    assert page.select_one('a[href="../rules/"]')
    assert page.select_one('a[href="../corrections/#small-letters"]')
    assert "误传：目标小写也能用。实际：区分大小写。" in page.get_text()
    assert page.select_one('a[href="../feed.xml"]')
    feed = ElementTree.parse(site / "feed.xml").getroot()  # noqa: S314 - written here
    assert check_feed(feed) == []
    assert {entry.findtext(f"{ATOM}title") for entry in feed.findall(f"{ATOM}entry")} >= {
        "规则",
        "删去：旧页",
        "误传：目标小写也能用。",
    }


def test_two_builds_are_alike(repository: Repository) -> None:
    before = [(_built(repository.root) / name).read_bytes() for name in ("feed.xml", "recent/index.html")]
    shutil.rmtree(repository.root / "site")
    assert [(_built(repository.root) / name).read_bytes() for name in ("feed.xml", "recent/index.html")] == before


def test_without_a_history_the_page_says_so_and_there_is_no_feed(tmp_path: Path) -> None:
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    site = _built(tmp_path)
    assert "不在 git 仓库里" in _recent(site).get_text()
    assert not (site / "feed.xml").exists()


def test_a_site_without_an_address_has_the_page_alone(repository: Repository) -> None:
    config = repository.root / "mkdocs.yml"
    config.write_text(CONFIG.replace("site_url: https://x.example/book/\n", ""), encoding="utf-8")
    site = _built(repository.root)
    assert len(_recent(site).select("h2")) == 2
    assert not (site / "feed.xml").exists()


def test_the_handbook_tells_its_own_history(built_site: Path, site_url: str) -> None:
    history = load_history(ROOT)
    pages = list(built_site.rglob("index.html"))
    links = {
        str(link["href"])
        for path in pages
        for link in BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser").select('link[rel~="alternate"]')
    }
    page = _recent(built_site)
    if history.missing:  # a shallow clone, or an archive
        assert history.missing in page.get_text()
        assert not (built_site / "feed.xml").exists()
        assert links == set()
        return
    assert len(page.select("h2")) == len({change.day for change in history.changes})
    assert {link.split("feed.xml")[0].replace("../", "") for link in links} == {""}
    feed = ElementTree.parse(built_site / "feed.xml").getroot()  # noqa: S314 - written here
    assert check_feed(feed) == []
    assert feed.find(f"{ATOM}link").get("href") == f"{site_url}feed.xml"  # type: ignore[union-attr]
    # Every link leads to a page of this site.
    for link in feed.findall(f"{ATOM}entry/{ATOM}link"):
        address = link.get("href", "").removeprefix(site_url).partition("#")[0]
        assert (built_site / address / "index.html").is_file(), address
