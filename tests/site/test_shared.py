"""What others see of a page before they open it: title, description, link preview, icon on the home screen."""

from __future__ import annotations

import json
import re
import struct
from functools import cache
from pathlib import Path
from urllib.parse import urljoin

import pytest
import yaml
from bs4 import BeautifulSoup

from handbook.topics import TOPICS
from support.site_build import ROOT

NAME = "运维大招"


@cache
def _heads(site: Path) -> dict[str, BeautifulSoup]:
    """Return the head of every page by its address relative to the site's root."""
    return {
        path.relative_to(site).as_posix().removesuffix("index.html"): BeautifulSoup(
            path.read_text(encoding="utf-8").partition("</head>")[0], "html.parser"
        )
        for path in sorted(site.rglob("index.html"))
    }


def _tell(head: BeautifulSoup) -> dict[str, str]:
    """Return what a head tells: og:… and description by name."""
    return {str(tag.get("property") or tag["name"]): str(tag["content"]) for tag in head.select("meta[content]")}


def _size(picture: Path) -> tuple[int, int]:
    """Return width and height of a PNG."""
    data = picture.read_bytes()
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    width, height = struct.unpack(">II", data[16:24])
    return width, height


def test_every_page_has_a_preview(built_site: Path, site_url: str) -> None:
    heads = _heads(built_site)
    assert len(heads) > 100
    for address, head in heads.items():
        told = _tell(head)
        assert head.title is not None
        title = head.title.get_text()
        assert told["og:site_name"] == NAME
        assert told["og:locale"] == "zh_CN"
        assert told["og:type"] == ("article" if address else "website")
        assert told["og:url"] == urljoin(site_url, address)
        assert told["og:description"] == told["description"]
        assert len(told["description"]) >= 15
        assert title == (f"{told['og:title']} - {NAME}" if address else NAME)
        assert title.count(NAME) == 1


def test_no_two_pages_are_told_alike(built_site: Path) -> None:
    told = [_tell(head) for head in _heads(built_site).values()]
    for key in ("og:title", "description"):
        values = [one[key] for one in told]
        assert sorted({value for value in values if values.count(value) > 1}) == []


def test_no_claim_of_the_ledger_is_told_as_a_fact(built_site: Path) -> None:
    ledger = yaml.safe_load((ROOT / "data/corrections.yml").read_text(encoding="utf-8"))
    claims = {_letters(entry["claim"]) for entry in ledger}
    assert len(claims) > 100
    told = {
        address: _letters(
            " ".join(value for key, value in _tell(head).items() if key.endswith(("title", "description")))
        )
        for address, head in _heads(built_site).items()
    }
    assert {address: claim for address, text in told.items() for claim in claims if claim in text} == {}


def _letters(text: str) -> str:
    return re.sub(r"\W", "", text).lower()


def test_the_picture_of_the_preview_is_there(built_site: Path, site_url: str) -> None:
    for head in _heads(built_site).values():
        picture = built_site / _tell(head)["og:image"].removeprefix(site_url)
        assert _size(picture) == (1200, 630)


def test_a_phone_finds_icon_and_manifest_from_every_page(built_site: Path) -> None:
    for address, head in _heads(built_site).items():
        for rel, target in (("apple-touch-icon", "assets/images/touch-icon.png"), ("manifest", "manifest.json")):
            (link,) = head.select(f'link[rel="{rel}"]')
            assert (built_site / address / str(link["href"])).resolve() == (built_site / target).resolve()
    assert _size(built_site / "assets/images/touch-icon.png") == (180, 180)


def test_the_manifest_is_that_of_this_site(built_site: Path) -> None:
    manifest = json.loads((built_site / "manifest.json").read_text(encoding="utf-8"))
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    assert manifest["name"] == manifest["short_name"] == NAME
    assert f"site_description: {manifest['description']}\n" in config
    # Relative: the site may be published below any address.
    assert manifest["start_url"] == manifest["scope"] == "./"
    assert {icon["purpose"] for icon in manifest["icons"]} == {"any", "maskable"}
    for icon in manifest["icons"]:
        width, height = _size(built_site / icon["src"])
        assert icon["sizes"] == f"{width}x{height}"


@pytest.mark.parametrize("name", ["404.html"])
def test_a_missing_page_has_no_preview(built_site: Path, name: str) -> None:
    head = BeautifulSoup((built_site / name).read_text(encoding="utf-8"), "html.parser")
    assert not head.select('meta[property^="og:"]')


def test_every_page_says_when_it_was_checked_and_where_to_report(built_site: Path) -> None:
    facts = _with_facts()
    lines = {}
    for path in sorted(built_site.rglob("index.html")):
        address = path.relative_to(built_site).as_posix().removesuffix("index.html")
        (line,) = BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser").select("aside.md-source-file")
        lines[address] = " ".join(line.get_text().split())
        assert [link.get_text() for link in line.select('a[href^="https://github.com/"]')] == ["这一页有错"]
    assert len(lines) > 100
    assert {a: line for a, line in lines.items() if not re.match(r"审阅于 \d{4}-\d\d", line)} == {}
    of_topics = {a: line for a, line in lines.items() if a.split("/")[0] in TOPICS}
    assert len(of_topics) > 80
    assert {a: line for a, line in of_topics.items() if "，写的是 " not in line} == {}
    assert len(facts) > 50
    assert {a: line for a, line in lines.items() if a in facts and "最早的一次核对在 2" not in line} == {}


def _with_facts() -> set[str]:
    """Return the addresses of the pages that state facts which age."""
    found = set()
    for path in (ROOT / "data/claims").glob("*.yml"):
        for claim in yaml.safe_load(path.read_text(encoding="utf-8")):
            found.add(claim["page"].partition("#")[0].removesuffix(".md").removesuffix("index").rstrip("/") + "/")
    return found
