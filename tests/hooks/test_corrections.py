"""Corrections and ways in, through a real strict build: of the handbook, and of a small one with mistakes in it."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from bs4 import BeautifulSoup, Tag

from support.site_build import ROOT, build_site

LEDGER = ROOT / "data" / "corrections.yml"
CONFIG = """\
site_name: 小手册
strict: true
theme: {{name: mkdocs}}
plugins: []
hooks: ["{hooks}/corrections.py", "{hooks}/entries.py", "{hooks}/examples.py", "{hooks}/page.py"]
markdown_extensions: [admonition, attr_list, def_list, md_in_html, pymdownx.superfences]
validation: {{links: {{anchors: warn}}}}
nav: [index.md, verification.md, glossary.md, facts.md, corrections.md, troubleshooting.md, iptables/rules.md]
"""
FILES = {
    "docs/index.md": "# 首页\n\n<!-- list: symptoms 2 -->\n\n<!-- list: figures -->\n",
    "docs/verification.md": '# 验证\n\n<span id="iptables--target-case"></span>例\n',
    "docs/glossary.md": "# 术语表\n",
    "docs/facts.md": "# 事实\n",
    "docs/corrections.md": "# 勘误\n\n<!-- list: corrections -->\n",
    "docs/troubleshooting.md": "# 排障\n\n<!-- list: symptoms -->\n",
    "docs/iptables/rules.md": (
        '---\ntitle: 规则\nsymptoms: [{ask: "规则写了不生效", see: targets}]\n---\n'
        "# 规则\n\n## 目标 {#targets}\n\n<!-- correction: drop-lower-case -->\n"
    ),
    "data/corrections.yml": """\
- id: drop-lower-case
  topic: iptables
  claim: 小写的 `drop` 也能用。
  truth: 目标区分大小写。
  why: nftables 用小写。
  looks_like: nftables 的 `drop` 是小写。
  evidence: [{example: iptables/target-case}]
  page: iptables/rules.md#targets
""",
    "examples/iptables/target-case/example.yml": "title: 小写被拒绝\nlab: none\nsoftware: []\n",
}


def _build(root: Path, old: str = "", new: str = "") -> tuple[int, str]:
    """Build the small handbook, ``old`` replaced by ``new`` in all its files; return the exit status and the log."""
    for name, text in FILES.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text.replace(old, new) if old else text, encoding="utf-8")
    (root / "mkdocs.yml").write_text(CONFIG.format(hooks=ROOT / "hooks"), encoding="utf-8")
    done = build_site(root / "site", root=root)
    return done.returncode, done.stderr


def _soup(page: Path) -> BeautifulSoup:
    return BeautifulSoup(page.read_text(encoding="utf-8"), "html.parser")


def test_the_small_handbook_builds_with_box_ledger_and_lists(tmp_path: Path) -> None:
    status, log = _build(tmp_path)
    assert status == 0, log
    box = _soup(tmp_path / "site/iptables/rules/index.html").select_one("details.correction#drop-lower-case")
    assert box
    assert [a["href"] for a in box("a")] == [
        "../../verification/#iptables--target-case",
        "../../corrections/#drop-lower-case",
    ]
    entry = _soup(tmp_path / "site/corrections/index.html").select_one("h3#drop-lower-case")
    assert entry
    assert entry.text.startswith("误传：小写的 drop 也能用。")
    home = _soup(tmp_path / "site/index.html")
    assert home.find("a", href="iptables/rules/#targets", string="规则写了不生效")
    assert [b.text for b in home.select(".entry-figures strong")] == ["0", "1", "1", "0", "0"]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("truth: 目标", "truht: 目标", 'data/corrections.yml:4: "drop-lower-case"：不认识的键“truht”；是不是“truth”？'),
        ("<!-- correction: drop-lower-case", "<!-- correction: drop-lower", 'docs/iptables/rules.md:9: 没有勘误 "drop-lower"'),
        ("see: targets", 'see: "#targets"', "docs/iptables/rules.md:3: symptoms see 是本页小节的 id"),
        ("list: symptoms 2", "list: symptom", "docs/index.md:3: 没有叫 symptom 的列表；是不是 <!-- list: symptoms -->？"),
        ("see: targets", "see: target", "Doc file 'troubleshooting.md' contains a link 'iptables/rules.md#target', but"),
        ("rules.md#targets", "rules.md#target", "Doc file 'corrections.md' contains a link 'iptables/rules.md#target', but"),
        ("iptables--target-case", "iptables--other", "contains a link '../verification.md#iptables--target-case', but"),
    ],
)  # fmt: skip
def test_a_mistake_stops_the_build_and_is_named(tmp_path: Path, old: str, new: str, message: str) -> None:
    status, log = _build(tmp_path, old, new)
    assert status != 0
    assert message in log
    assert "Traceback" not in log


def test_every_correction_is_a_box_on_its_page_and_an_entry_of_the_ledger(built_site: Path) -> None:
    listed = {heading.get("id") for heading in _soup(built_site / "corrections/index.html").find_all("h3")}
    boxes: dict[str, dict[str, Tag]] = {}
    entries = yaml.safe_load(LEDGER.read_text(encoding="utf-8"))
    assert entries
    for entry in entries:
        page = entry["page"].partition("#")[0].removesuffix(".md").removesuffix("index")
        if page not in boxes:
            found = _soup(built_site / page / "index.html").select("details.correction")
            boxes[page] = {str(box["id"]): box for box in found}
        box = boxes[page].get(entry["id"])
        assert box, f"{entry['page']} 上没有 {entry['id']} 的框"
        assert not box.select("summary a")
        assert entry["id"] in listed, f"勘误页上没有 {entry['id']}"


def test_the_home_page_leads_by_symptom_topic_and_question(built_site: Path) -> None:
    home = _soup(built_site / "index.html")
    assert [h["id"] for h in home.select("article h2")] == ["by-symptom", "by-topic", "by-question", "why-trust"]
    first = home.select_one("#by-symptom ~ .entry-list li")
    assert first is not None
    assert "端口不通" in first.get_text()
    for section in ("topic-iptables", "topic-network", "interview-iptables", "interview-network"):
        assert home.select_one(f"h3#{section}"), f"首页缺少 {section}"
