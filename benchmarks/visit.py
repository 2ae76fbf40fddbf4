"""What a first visit transfers: the handbook against the same pages built by Material, jieba and mermaid2.

    python -m benchmarks.visit

nginx serves both with gzip -9 on loopback; Chromium starts with an empty cache and waits until nothing is loading.
"""

from __future__ import annotations

import shutil
import sys
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, sync_playwright

from benchmarks.report import Goal, Table, publish
from benchmarks.stock import JIEBA, WORK, pythons, versions, write_configs
from benchmarks.web import build, nginx
from support.nginx import free_port
from support.project import copy_project
from support.site_server import CHROMIUM_OPTIONS

# address: (what it is, the most KiB). The second and the third are as long as the middle page of their kind.
PAGES = {
    "index.html": ("首页", 90),
    "shell/concurrency/": ("一页文字", 90),
    "linux/boot/": ("有两张图的一页", 110),
    "network/tcp/": ("很长、有三张图的一页", None),
}
MOST_REQUESTS = 10
SITES = {"mkdocs": "本手册", "stock": "Material + jieba + mermaid2"}


def main() -> int:
    """Build, visit and publish; return 1 if a goal is missed."""
    project = WORK / "visit"
    shutil.rmtree(project, ignore_errors=True)
    write_configs(copy_project(project))
    programs = pythons()
    rows: list[list[str]] = []
    goals: list[Goal] = []
    with sync_playwright() as playwright:
        for name, label in SITES.items():
            port = free_port()
            build(project, f"{name}.yml", project / f"site-{name}", f"http://127.0.0.1:{port}/", programs[name])
            with nginx(project / f"site-{name}", port, project / f"nginx-{name}"):
                for address, (title, limit) in PAGES.items():
                    browser = playwright.chromium.launch(
                        executable_path=shutil.which("chromium"), args=CHROMIUM_OPTIONS
                    )
                    requests, kib, hosts = _visit(browser, f"http://127.0.0.1:{port}/{address}")
                    browser.close()
                    rows.append(
                        [f"{title}，{label}", str(requests), f"{kib:.0f} KiB", "、".join(sorted(hosts)) or "无"]
                    )
                    if name == "mkdocs":
                        goals.append(Goal(f"{title}，请求数", requests, MOST_REQUESTS))
                        goals += [Goal(f"{title}，KiB", kib, limit)] if limit else []
    table = Table(
        "第一次打开一页要传多少",
        ["页面", "请求", "传输", "向谁要过别的东西"],
        rows,
        "nginx，gzip -9，空的缓存，一直等到网络安静；连响应头一起算。",
        goals,
    )
    return int(not publish("visit", [table], {**versions(JIEBA), "chromium": _version()}))


def _visit(browser: Browser, url: str) -> tuple[int, float, set[str]]:
    """Return the requests, the KiB on the wire, and the other hosts that were asked."""
    page = browser.new_page()
    session: Any = page.context.new_cdp_session(page)
    session.send("Network.enable")
    asked: dict[str, str] = {}
    sizes: list[float] = []

    def note(event: dict[str, Any]) -> None:
        if event["request"]["url"].startswith("http"):
            asked[event["requestId"]] = event["request"]["url"]

    session.on("Network.requestWillBeSent", note)
    session.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    page.goto(url)
    page.wait_for_load_state("networkidle")
    hosts = {urlsplit(address).hostname or "" for address in asked.values()} - {"127.0.0.1"}
    return len(asked), sum(sizes) / 1024, hosts


def _version() -> str:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=CHROMIUM_OPTIONS)
        version = browser.version
        browser.close()
    return version


if __name__ == "__main__":
    sys.exit(main())
