"""The copy that a browser keeps: only when asked, whole, of one build, readable without a network, gone when removed."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, ExitStack
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from handbook.offline.saved import WORKER, list_files, write_worker
from support.nginx import free_port
from support.site_build import ROOT
from support.site_server import DESKTOP, OpenPage, serve

PAGE, SAVE = "offline/", "离线保存"
SCRIPT = ROOT / "hooks/handbook/offline/worker.js"
STATE = """async () => ({
    registered: (await navigator.serviceWorker.getRegistrations()).length,
    names: (await Promise.all((await caches.keys()).map(async n => (await (await caches.open(n)).keys()).map(r => r.url)))).flat(),
})"""


@pytest.fixture
def own_site(site_dir: Path, tmp_path: Path) -> Path:
    """Return a copy of the built handbook that a test may change."""
    site = tmp_path / "site"
    shutil.copytree(site_dir, site, copy_function=os.link)
    return site


@pytest.fixture
def stack() -> Iterator[ExitStack]:
    """Return what closes a test's servers and contexts."""
    with ExitStack() as opened:
        yield opened


def start(browser: Browser, url: str) -> AbstractContextManager[BrowserContext]:
    """Return a browser context of its own for a site."""
    return browser.new_context(**DESKTOP, base_url=url)


def publish(site: Path, built: str, **texts: str) -> None:
    """Publish a build: with this day, and with this text in the title of pages, whose addresses have "__" for "/"."""
    for name, text in texts.items():
        page = site / name.replace("__", "/") / "index.html"
        html = page.read_text(encoding="utf-8")
        page.unlink()  # the file has a second name, in the site that all tests share
        page.write_text(re.sub(r"(<h1\b[^>]*>)[^<]*", rf"\g<1>{text}", html, count=1), encoding="utf-8")
    (site / WORKER).unlink()
    worker = write_worker(SCRIPT.read_text(encoding="utf-8"), list_files(site), built)
    (site / WORKER).write_text(worker, encoding="utf-8")


def status(page: Page) -> Any:
    """Return the line that tells what is saved."""
    return page.locator(".offline-copy [role=status]")


def save(page: Page, built: str) -> None:
    """Save the copy as a reader does, and wait until it is there."""
    page.goto(PAGE)
    page.get_by_role("button", name=SAVE).click()
    expect(status(page)).to_contain_text(f"已经保存：构建于 {built}", timeout=120_000)


def built_on(site: Path) -> str:
    """Return the day in a site's worker."""
    found = re.search(r'built: "([\d-]+)"', (site / WORKER).read_text(encoding="utf-8"))
    assert found
    return found[1]


def wait_for_port(port: int) -> None:
    """Wait until a server on loopback answers."""
    deadline = time.monotonic() + 60
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return
        except OSError:
            assert time.monotonic() < deadline
            time.sleep(0.05)


def test_nothing_is_kept_before_the_reader_asks(page: Page) -> None:
    for address in ("", "iptables/nat/", PAGE):
        page.goto(address)
        page.wait_for_load_state("networkidle")
    expect(page.get_by_role("button", name=SAVE)).to_be_visible()
    expect(status(page)).to_have_text("还没有保存。")
    expect(page.locator("main")).to_contain_text(re.compile(r"要下载约 \d+\.\d MB，占 \d+\.\d MB"))
    assert page.evaluate(STATE) == {"registered": 0, "names": []}


def test_a_saved_copy_is_read_and_searched_without_a_network(open_page: OpenPage, site_dir: Path) -> None:
    page = open_page()
    built = built_on(site_dir)
    save(page, built)
    assert len(page.evaluate(STATE)["names"]) == len(list_files(site_dir))
    page.context.set_offline(True)
    page.goto("iptables/nat/")
    expect(page.locator(".copy-age")).to_contain_text(f"离线副本，构建于 {built}")
    page.locator(".md-footer__link--next").click()
    expect(page.locator("h1")).to_contain_text("防火墙")
    expect(page.locator(".copy-age")).to_have_count(1)
    page.reload()
    expect(page.locator("h1")).to_contain_text("防火墙")
    page.locator(".md-search__input").click()
    page.locator(".md-search__input").fill("conntrack 表满")
    page.locator(".md-search-result__item a").first.click()
    expect(page.locator("article.md-content__inner > h1")).to_contain_text("连接跟踪")
    page.goto("network/tcp")  # without its slash
    expect(page.locator("h1")).to_contain_text("TCP")
    assert page.evaluate("navigator.onLine") is False


def test_a_file_that_is_not_saved_says_so(browser: Browser, own_site: Path, stack: ExitStack) -> None:
    """The server ends for good: a browser that is told to be offline still lets its workers through."""
    port = free_port()
    command = [sys.executable, "-m", "http.server", str(port), "--bind", "127.0.0.1", "--directory", str(own_site)]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    stack.callback(server.wait)
    stack.callback(server.kill)
    page = stack.enter_context(start(browser, f"http://127.0.0.1:{port}/")).new_page()
    wait_for_port(port)
    save(page, built_on(own_site))
    server.kill()
    server.wait()
    page.goto("iptables/nat/")
    expect(page.locator(".copy-age")).to_be_visible()
    response = page.goto("iptables/nat.txt")
    assert response and response.status == 504
    assert "离线副本里没有这个文件" in page.locator("body").inner_text()


def test_an_update_fetches_what_changed_and_comes_whole(browser: Browser, own_site: Path, stack: ExitStack) -> None:
    url = stack.enter_context(serve(own_site))
    page = stack.enter_context(start(browser, url)).new_page()
    publish(own_site, "2030-01-01")
    save(page, "2030-01-01")
    before = set(page.evaluate(STATE)["names"])
    publish(own_site, "2030-02-02", iptables__nat="改过的标题")
    for path in (own_site / "search").rglob("*.js"):
        path.unlink()  # an update that fetched what is there already would fail
    page.goto(PAGE)
    expect(status(page)).to_contain_text("新的一版（构建于 2030-02-02）已经下好", timeout=60_000)
    page.goto("iptables/nat/")
    expect(page.locator(".copy-age")).to_contain_text("构建于 2030-01-01，新的一版已经下好")
    expect(page.locator("h1")).not_to_contain_text("改过的标题")
    page.goto(PAGE)
    page.get_by_role("button", name="换上新的一版").click()
    expect(status(page)).to_contain_text("已经保存：构建于 2030-02-02", timeout=60_000)
    page.goto("iptables/nat/")
    expect(page.locator("h1")).to_contain_text("改过的标题")
    expect(page.locator(".copy-age")).to_contain_text("构建于 2030-02-02")
    after = set(page.evaluate(STATE)["names"])
    assert len(after) == len(before)
    assert {name.partition("?")[0] for name in after - before} == {f"{url}iptables/nat/"}


def test_a_copy_of_two_builds_is_not_made(browser: Browser, own_site: Path, stack: ExitStack) -> None:
    """The server has a new page, and still the list of the build before."""
    url = stack.enter_context(serve(own_site))
    page = stack.enter_context(start(browser, url)).new_page()
    listed = (own_site / WORKER).read_text(encoding="utf-8")
    publish(own_site, "2030-02-02", iptables__nat="改过的标题")
    (own_site / WORKER).write_text(listed, encoding="utf-8")
    page.goto(PAGE)
    page.get_by_role("button", name=SAVE).click()
    expect(status(page)).to_contain_text("服务器上刚换了一版", timeout=60_000)
    expect(page.get_by_role("button", name=SAVE)).to_be_visible()
    page.goto("iptables/nat/")
    expect(page.locator("h1")).to_contain_text("改过的标题")
    expect(page.locator(".copy-age")).to_have_count(0)
    publish(own_site, "2030-02-02")
    save(page, "2030-02-02")


def test_an_update_that_breaks_leaves_the_copy_as_it_was(browser: Browser, own_site: Path, stack: ExitStack) -> None:
    url = stack.enter_context(serve(own_site))
    page = stack.enter_context(start(browser, url)).new_page()
    built = built_on(own_site)
    save(page, built)
    old = page.evaluate(STATE)["names"]
    publish(own_site, "2030-02-02", iptables__nat="改过的标题", network__tcp="也改过")
    (own_site / "network/tcp/index.html").unlink()
    page.goto(PAGE)
    expect(status(page)).to_contain_text("没有保存", timeout=60_000)
    page.goto("iptables/nat/")
    expect(page.locator("h1")).not_to_contain_text("改过的标题")
    expect(page.locator(".copy-age")).to_contain_text(f"构建于 {built}")
    page.goto("network/tcp/")
    expect(page.locator("h1")).not_to_contain_text("也改过")
    assert set(old) <= set(page.evaluate(STATE)["names"])


def test_a_copy_is_removed(browser: Browser, own_site: Path, stack: ExitStack) -> None:
    url = stack.enter_context(serve(own_site))
    page = stack.enter_context(start(browser, url)).new_page()
    save(page, built_on(own_site))
    page.get_by_role("button", name="删掉离线副本").click()
    expect(status(page)).to_have_text("还没有保存。")
    assert page.evaluate(STATE) == {"registered": 0, "names": []}
    page.goto("iptables/nat/")
    expect(page.locator(".copy-age")).to_have_count(0)


def test_a_full_disk_is_said_to_be_full(browser: Browser, own_site: Path, stack: ExitStack) -> None:
    url = stack.enter_context(serve(own_site))
    context = stack.enter_context(start(browser, url))
    page = context.new_page()
    page.goto(PAGE)
    quota = {"origin": url.rstrip("/"), "quotaSize": 1_000_000}
    context.new_cdp_session(page).send("Storage.overrideQuotaForOrigin", quota)
    page.get_by_role("button", name=SAVE).click()
    expect(status(page)).to_contain_text("空间不够", timeout=60_000)
    page.goto("iptables/nat/")
    expect(page.locator(".copy-age")).to_have_count(0)


def test_without_tls_it_says_what_is_missing(browser: Browser, site_dir: Path, stack: ExitStack) -> None:
    """The name is answered from the folder: to the browser it is a host that has no TLS."""
    context = stack.enter_context(start(browser, "http://handbook.test/"))

    def answer(route: Any) -> None:
        name = route.request.url.removeprefix("http://handbook.test/").partition("?")[0]
        path = site_dir / (f"{name}index.html" if not name or name.endswith("/") else name)
        route.fulfill(path=path) if path.is_file() else route.abort()

    context.route("http://handbook.test/**", answer)
    page = context.new_page()
    page.goto(PAGE)
    expect(status(page)).to_contain_text("HTTPS")
    expect(page.get_by_role("button", name=SAVE)).to_be_hidden()


def test_in_a_folder_there_is_nothing_to_save(browser: Browser, site_dir: Path, stack: ExitStack) -> None:
    page = stack.enter_context(browser.new_context(**DESKTOP)).new_page()
    page.goto((site_dir / PAGE / "index.html").as_uri())
    expect(status(page)).to_contain_text("已经在你的机器上")
    expect(page.get_by_role("button", name=SAVE)).to_be_hidden()
