"""The handbook behind the web server that deploy/ sets up: what is compressed, what is kept, and what the browser may fetch."""

from __future__ import annotations

import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from playwright.sync_api import Browser, Error, expect

from lab.failures import LabError
from lab.system import find
from support.nginx import SYSTEM, free_port, run_nginx
from support.require import unmet
from support.site_build import ROOT
from support.site_server import DESKTOP, Watch

CONFIG = ROOT / "deploy/nginx.conf"
PORT = "listen 8080;"
FOR_EVER = "public, max-age=31536000, immutable"


@pytest.fixture(scope="session")
def deployed(site_dir: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the address of the built handbook behind nginx; only the port is not the one of the configuration."""
    try:
        find(SYSTEM)
    except LabError as error:
        unmet(str(error))
    prefix = tmp_path_factory.mktemp("deploy")
    (prefix / "site").symlink_to(site_dir)
    (prefix / "run").mkdir()
    port = free_port()
    text = CONFIG.read_text(encoding="utf-8")
    assert text.count(PORT) == 1
    (prefix / "nginx.conf").write_text(text.replace(PORT, f"listen 127.0.0.1:{port};"), encoding="utf-8")
    with run_nginx(prefix, port):
        yield f"http://127.0.0.1:{port}/"


def _get(url: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
    """Return status, headers by name in small letters, and body as it came."""
    request = Request(url, headers={name.replace("_", "-"): value for name, value in headers.items()})  # noqa: S310
    try:
        with urlopen(request, timeout=20) as answer:  # noqa: S310 - loopback
            return answer.status, {k.lower(): v for k, v in answer.headers.items()}, answer.read()
    except HTTPError as error:
        return error.code, {k.lower(): v for k, v in error.headers.items()}, error.read()


def _a_file(site: Path, pattern: str) -> str:
    return next(path.relative_to(site).as_posix() for path in site.glob(pattern))


@pytest.mark.parametrize(
    "pattern",
    [
        "iptables/nat/index.html",
        "assets/stylesheets/main.*.min.css",
        "assets/javascripts/bundle.*.min.js",
        "search/meta.js*",
        "sitemap.xml",
    ],
)
def test_text_is_compressed(deployed: str, site_dir: Path, pattern: str) -> None:
    file = _a_file(site_dir, pattern)
    _, headers, body = _get(deployed + file, Accept_Encoding="gzip")
    assert headers["content-encoding"] == "gzip"
    assert headers["vary"] == "Accept-Encoding"
    assert len(body) < (site_dir / file).stat().st_size / 2


def test_a_compressed_copy_is_sent_as_it_is(deployed: str, site_dir: Path) -> None:
    """`sitemap.xml.gz` lies beside its original in every site that MkDocs builds."""
    _, headers, body = _get(deployed + "sitemap.xml", Accept_Encoding="gzip")
    assert headers["content-encoding"] == "gzip"
    assert body == (site_dir / "sitemap.xml.gz").read_bytes()


@pytest.mark.parametrize(
    ("pattern", "kept"),
    [
        ("assets/stylesheets/main.*.min.css", True),
        ("assets/javascripts/bundle.*.min.js", True),
        ("search/*/p*.js", True),
        ("iptables/nat/index.html", False),
        ("assets/javascripts/glossary.js", False),
        ("search/meta.js*", False),
        ("sw.js", False),
    ],
)
def test_what_has_a_hash_in_its_name_is_kept(deployed: str, site_dir: Path, pattern: str, kept: bool) -> None:
    file = _a_file(site_dir, pattern)
    status, headers, _ = _get(deployed + file)
    assert status == 200
    assert headers["cache-control"] == (FOR_EVER if kept else "no-cache")
    status, _, body = _get(deployed + file, If_None_Match=headers["etag"])
    assert (status, body) == (304, b"")


def test_a_missing_page_is_said_to_be_missing(deployed: str, site_dir: Path) -> None:
    status, headers, body = _get(deployed + "search/0123456789ab/no-such.js")
    assert status == 404
    assert body == (site_dir / "404.html").read_bytes()
    assert "cache-control" not in headers
    assert "content-security-policy" in headers


def test_a_folder_without_its_slash_is_found_behind_a_proxy(deployed: str) -> None:
    """Nginx would answer with its own port and scheme, which the reader cannot reach."""
    host, port = re.fullmatch(r"http://(.+):(\d+)/", deployed).groups()  # type: ignore[union-attr]
    with socket.create_connection((host, int(port)), timeout=20) as connection:
        connection.sendall(b"GET /iptables/nat HTTP/1.1\r\nHost: handbook.example.com\r\nConnection: close\r\n\r\n")
        answer = connection.makefile("rb").read().decode()
    assert answer.startswith("HTTP/1.1 301 ")
    assert "\r\nLocation: /iptables/nat/\r\n" in answer


def test_the_browser_is_held_to_this_host_and_misses_nothing(
    deployed: str, browser: Browser, diagram_pages: dict[str, str]
) -> None:
    with browser.new_context(**DESKTOP, base_url=deployed) as context:
        page = context.new_page()
        watch = Watch(page, deployed)
        for address in ("", *diagram_pages.values(), "glossary/", "kubernetes/releases/", "benchmarks/", "404.html"):
            page.goto(address)
            page.wait_for_load_state("networkidle")
        page.goto("iptables/nat/")
        page.locator(".md-search__input").click()
        page.locator(".md-search__input").fill("连接跟踪")
        expect(page.locator(".md-search-result__item mark").first).to_be_visible()
        assert watch.complaints == []
        with pytest.raises(Error, match="Failed to fetch"):
            page.evaluate("fetch('http://127.0.0.1:9/')")
        assert "Content Security Policy" in " ".join(watch.complaints)


def test_the_browser_keeps_a_copy_under_these_rules(deployed: str, browser: Browser) -> None:
    with browser.new_context(**DESKTOP, base_url=deployed) as context:
        page = context.new_page()
        watch = Watch(page, deployed)
        page.goto("offline/")
        page.get_by_role("button", name="离线保存").click()
        expect(page.locator(".offline-copy [role=status]")).to_contain_text("已经保存", timeout=120_000)
        page.goto("iptables/nat/")
        expect(page.locator(".copy-age")).to_be_visible()
        assert watch.complaints == []


def test_the_image_is_what_hadolint_wants() -> None:
    hadolint = Path(sys.executable).parent / "hadolint"  # a package of the tests' own environment
    done = subprocess.run(
        [hadolint, "--no-color", ROOT / "deploy/Containerfile"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
