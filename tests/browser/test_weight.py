"""What a reader downloads: bytes and requests of a first visit, as a server with gzip -9 sends them. Nothing is timed."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, Response, expect

KIB = 1024
MOST_REQUESTS = 10
TEXT_PAGE = 90 * KIB
TWO_DIAGRAMS = 110 * KIB
FRAME = 74 * KIB  # everything but the page's HTML: it leaves a text page 16 KiB
LONGEST_PAGE = 150 * KIB  # the longest page of a topic; the lists (术语表, 勘误) are as long as they are
LISTS = ("glossary/", "corrections/")
PRACTICE = "practice/"  # a tool with a style sheet of its own: not what one visits first
CODES = "codes/"  # lists with a filter: its script is one request more


def _packed(body: bytes) -> int:
    return min(len(body), len(gzip.compress(body, 9)))


def _first_visit(page: Page, address: str) -> dict[str, int]:
    """Return what is fetched for a page until the network is quiet: bytes by address."""
    responses: list[Response] = []
    page.on("response", lambda response: responses.append(response))
    page.goto(address)
    page.wait_for_load_state("networkidle")
    # A redirect has no body.
    return {response.url: _packed(response.body()) for response in responses if not 300 <= response.status < 400}


@pytest.fixture(scope="module")
def html_sizes(site_dir: Path, addresses: list[str]) -> dict[str, tuple[int, int]]:
    """Return for each page the packed size of its HTML and the number of its diagrams, by address."""
    found = {}
    for address in addresses:
        html = (site_dir / address / "index.html").read_bytes()
        found[address] = (_packed(html), html.count(b'data-kind="'))
    return found


@pytest.mark.parametrize(("diagrams", "budget"), [(0, TEXT_PAGE), (2, TWO_DIAGRAMS)], ids=["text", "two-diagrams"])
def test_a_first_visit_is_light(page: Page, html_sizes: dict[str, tuple[int, int]], diagrams: int, budget: int) -> None:
    sizes = {
        address: size
        for address, (size, count) in html_sizes.items()
        if count == diagrams and "/" in address[:-1] and not address.startswith((PRACTICE, CODES))
    }
    usual = sorted(sizes, key=lambda address: sizes[address])[len(sizes) // 2]
    fetched = _first_visit(page, usual)
    told = "\n".join(f"{size:>8} {url}" for url, size in sorted(fetched.items(), key=lambda item: -item[1]))
    assert len(fetched) <= MOST_REQUESTS, f"{usual} 要 {len(fetched)} 个请求：\n{told}"
    assert sum(fetched.values()) <= budget, f"{usual} 要 {sum(fetched.values())} 字节：\n{told}"
    frame = sum(fetched.values()) - sizes[usual]
    assert frame <= FRAME, f"正文以外有 {frame} 字节：\n{told}"


def test_the_longest_page_has_a_limit(page: Page, html_sizes: dict[str, tuple[int, int]]) -> None:
    longest = max((a for a in html_sizes if a not in LISTS), key=lambda address: html_sizes[address][0])
    fetched = _first_visit(page, longest)
    assert sum(fetched.values()) <= LONGEST_PAGE, f"{longest} 要 {sum(fetched.values())} 字节；拆成两页"
    assert not [url for url in fetched if re.search(r"\.(woff2?|ttf|otf|map)$", url)]


def test_a_later_page_is_its_html_alone(page: Page) -> None:
    page.goto("iptables/nat/")
    for name in ("sitemap.xml", "search_index.json"):  # asked for when the browser has time
        page.wait_for_function(
            "name => performance.getEntriesByType('resource').some(e => e.name.endsWith(name))", arg=name
        )
    page.wait_for_load_state("networkidle")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.locator(".md-footer__link--next").click()
    page.wait_for_url("**/iptables/firewall-skeleton/**")
    expect(page.locator("h1")).to_contain_text("防火墙")
    page.wait_for_load_state("networkidle")
    assert [url for url in asked if not url.startswith("data:")] == [page.url.split("#")[0]]
