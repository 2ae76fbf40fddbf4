"""A link behind a heading opens the issue form with the page, the section and its address in the form's own fields."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest
import yaml
from bs4 import BeautifulSoup

from handbook.report.links import FORM, add_links, report_address, section_address
from support.site_build import ROOT

REPOSITORY = "https://github.com/example/handbook"
PAGE = report_address(REPOSITORY, "规则 & 100%", "https://x.example/iptables/rules/")
HEADING = '<h2 id="a-b"><code>-m &lt;x&gt;</code> 的 "A&amp;B"<a class="headerlink" aria-hidden="true" href="#a-b">&para;</a></h2>'


def _query(address: str) -> dict[str, list[str]]:
    return parse_qs(urlsplit(address).query, strict_parsing=True)


def test_the_form_is_filled_in() -> None:
    address = section_address(PAGE, "第 1 节 + 更多 #2", "one")
    assert address.startswith(f"{REPOSITORY}/issues/new?")
    assert _query(address) == {
        "template": ["wrong-fact.yml"],
        "page": ["规则 & 100%"],
        "address": ["https://x.example/iptables/rules/#one"],
        "section": ["第 1 节 + 更多 #2"],
    }


def test_every_parameter_is_a_field_of_the_form() -> None:
    form = yaml.safe_load((ROOT / FORM).read_text(encoding="utf-8"))
    fields = {field["id"] for field in form["body"] if field["type"] == "input"}
    assert _query(section_address(PAGE, "甲", "a")).keys() - {"template"} <= fields


@pytest.mark.parametrize("url", [f"{REPOSITORY}/", f"{REPOSITORY}.git"])
def test_the_address_of_the_repository_may_end_in_two_ways(url: str) -> None:
    assert report_address(url, "甲", "b").startswith(f"{REPOSITORY}/issues/new?")


@pytest.mark.parametrize(
    "url", [None, "", "https://git.example.com/ops/handbook", "https://github.com.evil.example/a/b"]
)
def test_a_repository_without_such_forms_gets_no_links(url: str | None) -> None:
    assert report_address(url, "甲", "b") == ""


def test_a_link_stands_behind_the_heading_and_says_which_section() -> None:
    html = f'<h1 id="t">页</h1>{HEADING}<p>文</p><h3 id="c">丙</h3><h4 id="d">丁</h4>'
    made = add_links(html, PAGE)
    links = BeautifulSoup(made, "html.parser").select("a.wrong")
    assert [link["aria-label"] for link in links] == ['这里有错：-m <x> 的 "A&B"', "这里有错：丙"]
    assert _query(str(links[0]["href"]))["section"] == ['-m <x> 的 "A&B"']
    assert _query(str(links[0]["href"]))["address"] == ["https://x.example/iptables/rules/#a-b"]
    # The heading itself is as it was, and everything else too.
    assert made.startswith(f'<h1 id="t">页</h1>{HEADING}<a class="wrong"')
    assert made.endswith('</a><h4 id="d">丁</h4>')
