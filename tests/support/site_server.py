"""Serves the built handbook to a browser, and watches what the pages do."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Protocol

from playwright.sync_api import ConsoleMessage, Page, Request, Response

# Chromium talks to its maker by itself unless told not to; the tests watch every request.
CHROMIUM_OPTIONS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
DESKTOP: dict[str, Any] = {"viewport": {"width": 1280, "height": 800}}
PHONE: dict[str, Any] = {
    "viewport": {"width": 360, "height": 740},
    "device_scale_factor": 2,
    "is_mobile": True,
    "has_touch": True,
}
# The theme draws diagrams into closed shadow roots, which tests could not look into.
OPEN_SHADOW_ROOTS = """
const attach = Element.prototype.attachShadow
Element.prototype.attachShadow = function (options) { return attach.call(this, {...options, mode: "open"}) }
"""


class OpenPage(Protocol):
    """What the fixture `open_page` gives: call it for a watched page; `options` are those of a browser context."""

    def __call__(self, *, scheme: str = "light", phone: bool = False, **options: Any) -> Page:
        """Open a page."""
        ...


class Watch:
    """Notes what a page must not do: errors in the console, uncaught exceptions, requests to other hosts."""

    def __init__(self, page: Page, site_url: str) -> None:
        self.complaints: list[str] = []
        self._site_url = site_url
        self._missing: set[str] = set()
        page.on("request", self._on_request)
        page.on("response", self._on_response)
        page.on("console", self._on_console)
        page.on("pageerror", lambda error: self.complaints.append(f"脚本出错：{error}"))

    def _on_request(self, request: Request) -> None:
        if not request.url.startswith((self._site_url, "data:", "blob:", "about:")):
            self.complaints.append(f"向别的主机发请求：{request.url}")

    def _on_response(self, response: Response) -> None:
        if response.status == 404 and response.request.is_navigation_request():
            self._missing.add(response.url)

    def _on_console(self, message: ConsoleMessage) -> None:
        # Chromium reports a missing page as an error; a test that opens one knows.
        if message.type == "error" and message.location["url"] not in self._missing:
            self.complaints.append(f"控制台报错：{message.text}（{message.location['url']}）")


@contextmanager
def serve(site: Path) -> Iterator[str]:
    """Serve a built site on a free port of loopback; give its address, with a slash at its end."""
    with _Server(("127.0.0.1", 0), partial(_Site, directory=str(site))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/"
        server.shutdown()


class _Server(ThreadingHTTPServer):
    # A browser opens ten connections at once. With the default of 5 a busy machine drops some, and each waits for the
    # kernel's repeated SYN: 1, 3, 7, 15, 31 seconds.
    request_queue_size = 128

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing when a page was closed before it had everything."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class _Site(SimpleHTTPRequestHandler):
    """Answers as a web server would: over connections that stay open; a missing address gets 404 with the site's own page."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # head and body go out separately: the body would wait for the head's ACK

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 (the base class names it so)
        """Say nothing."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer with 404.html."""
        page = Path(self.directory, "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)
