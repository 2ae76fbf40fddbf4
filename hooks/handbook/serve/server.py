"""The web server of `make serve`: files out of memory, and for each open page a channel that says when to load it anew.

It answers at once, always: also while the site is built, after a build that failed, and before there is a first one.
"""

from __future__ import annotations

import json
import mimetypes
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from handbook.serve.shown import Shown

SCRIPT = Path(__file__).with_name("page.js")
_OWN = "/.serve/"  # no page of the site begins with a dot
_PING = 10.0  # seconds: how soon a connection whose browser is gone is noticed
_NOTHING_YET = """<!doctype html><html lang="zh"><meta charset="utf-8"><title>正在构建</title>
<body><h1>正在构建</h1><p>建好之后，这一页会自己打开。</p></body></html>"""


class SiteServer(ThreadingHTTPServer):
    """Serves what ``shown`` holds, and knows which pages are open."""

    daemon_threads = True
    request_queue_size = 128  # a browser opens several connections at once

    def __init__(self, address: tuple[str, int], shown: Shown) -> None:
        super().__init__(address, _Handler)
        self.shown = shown
        self._open: dict[int, str] = {}  # the page at the other end of each channel

    def open_pages(self) -> list[str]:
        """Return the paths of the pages that browsers have open."""
        return sorted(set(self._open.values()))

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of a browser that closed its page."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: SiteServer

    def do_GET(self) -> None:
        """Answer with a file, the page's script, or the channel."""
        url = urlsplit(self.path)
        if url.path == f"{_OWN}page.js":
            self._send(HTTPStatus.OK, "text/javascript; charset=utf-8", SCRIPT.read_bytes())
        elif url.path == f"{_OWN}news":
            self._send_news(parse_qs(url.query))
        else:
            self._send_file(unquote(url.path))

    do_HEAD = do_GET  # noqa: N815 - the base class names it so

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the base class names it so
        """Say nothing: the terminal is for what the build says."""

    def _send_file(self, path: str) -> None:
        name = path.lstrip("/") + ("index.html" if path.endswith("/") else "")
        shown = self.server.shown
        number = shown.number  # before the file is looked up: a change in between is told, not missed
        content = shown.get(name)
        if content is None and shown.get(f"{name}/index.html") is not None:
            self.send_response(HTTPStatus.FOUND)
            self.send_header("Location", f"{self.path.partition('?')[0]}/")
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        status, kind = HTTPStatus.OK, mimetypes.guess_type(name)[0] or "application/octet-stream"
        if content is None:
            status, kind, content = HTTPStatus.NOT_FOUND, "text/html", shown.get("404.html")
        if content is None:
            status, content = HTTPStatus.SERVICE_UNAVAILABLE, _NOTHING_YET.encode()
        if kind == "text/html":
            content = _with_script(content, number)
        self._send(status, f"{kind}; charset=utf-8" if kind.startswith("text/") else kind, content)

    def _send(self, status: HTTPStatus, kind: str, content: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def _send_news(self, query: dict[str, list[str]]) -> None:
        """Send the news as they come (text/event-stream), until the browser is gone."""
        since = int(self.headers.get("Last-Event-ID") or query["since"][0])
        self.server._open[id(self)] = query["page"][0]
        self.close_connection = True
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        try:
            self.wfile.write(b"retry: 300\n\n")
            first = self.server.shown.news(-1, 0)  # problems that were there before the page was opened
            if first and first.problems:
                self._write_news(first._replace(number=since, changed=[])._asdict())
            while True:
                news = self.server.shown.news(since, _PING)
                if news is None:
                    self.wfile.write(b": ping\n\n")
                    continue
                since = news.number
                self._write_news(news._asdict())
        except OSError:
            pass
        finally:
            del self.server._open[id(self)]

    def _write_news(self, news: dict[str, Any]) -> None:
        self.wfile.write(f"id: {news['number']}\ndata: {json.dumps(news, ensure_ascii=False)}\n\n".encode())


def _with_script(html: bytes, number: int) -> bytes:
    """Return a page with the script that listens; ``number`` is that of the site of which it is a part."""
    before, end, after = html.rpartition(b"</body>")
    script = f'<script src="{_OWN}page.js" data-since="{number}"></script>'.encode()
    return before + script + end + after if end else html + script
