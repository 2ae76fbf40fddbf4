"""The server of `make serve`: it answers always, adds the script that listens, and says on its channel what has changed."""

from __future__ import annotations

import json
import socket
import threading
import time
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse
from typing import Any

import pytest

from handbook.serve.server import SCRIPT, SiteServer
from handbook.serve.shown import Shown

PATIENCE = 30  # seconds
SITE = {
    "index.html": b"<html><body>home</body></html>",
    "a/index.html": "<html><body>甲</body></html>".encode(),
    "404.html": b"<html><body>none</body></html>",
    "assets/a b.css": b"p {}",
    "a.bin": b"\x00",
}


@pytest.fixture
def server() -> Iterator[SiteServer]:
    """Return a server that shows nothing yet."""
    with SiteServer(("127.0.0.1", 0), Shown()) as server:
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        yield server
        server.shutdown()


def _ask(server: SiteServer, path: str) -> tuple[HTTPResponse, bytes]:
    connection = HTTPConnection("127.0.0.1", server.server_address[1], timeout=PATIENCE)
    connection.request("GET", path)
    response = connection.getresponse()
    body = response.read()
    connection.close()
    return response, body


@pytest.mark.parametrize(
    ("path", "status", "kind", "content"),
    [
        ("/", 200, "text/html; charset=utf-8", "home"),
        ("/a/", 200, "text/html; charset=utf-8", "甲"),
        ("/a/index.html?q=1", 200, "text/html; charset=utf-8", "甲"),
        ("/assets/a%20b.css", 200, "text/css; charset=utf-8", "p {}"),
        ("/a.bin", 200, "application/octet-stream", "\x00"),
        ("/no/such/", 404, "text/html; charset=utf-8", "none"),
        ("/../../etc/passwd", 404, "text/html; charset=utf-8", "none"),
    ],
)
def test_every_address_is_answered(server: SiteServer, path: str, status: int, kind: str, content: str) -> None:
    server.shown.replace(SITE)
    response, body = _ask(server, path)
    assert (response.status, response.getheader("Content-Type")) == (status, kind)
    assert content in body.decode()
    assert response.getheader("Cache-Control") == "no-store"


def test_a_folder_without_its_slash_leads_to_it(server: SiteServer) -> None:
    server.shown.replace(SITE)
    response, _ = _ask(server, "/a?q=1")
    assert (response.status, response.getheader("Location")) == (302, "/a/")


def test_before_the_first_build_a_page_says_so_and_listens(server: SiteServer) -> None:
    response, body = _ask(server, "/a/")
    assert response.status == 503
    assert "正在构建" in body.decode()
    assert b'src="/.serve/page.js"' in body


def test_only_pages_get_the_script_and_it_knows_their_number(server: SiteServer) -> None:
    server.shown.replace(SITE)
    script = f'<script src="/.serve/page.js" data-since="{server.shown.number}"></script></body>'
    assert script in _ask(server, "/a/")[1].decode()
    assert script in _ask(server, "/no/such/")[1].decode()
    assert _ask(server, "/assets/a%20b.css")[1] == b"p {}"
    assert _ask(server, "/.serve/page.js")[1] == SCRIPT.read_bytes()


def test_a_page_without_an_end_gets_the_script_all_the_same(server: SiteServer) -> None:
    server.shown.replace({"index.html": b"<p>"})
    body = _ask(server, "/")[1]
    assert body.startswith(b"<p><script ")


def test_asked_for_the_head_only_no_body_is_sent(server: SiteServer) -> None:
    server.shown.replace(SITE)
    # Not with http.client, which never reads what follows the head of such an answer.
    with socket.create_connection(("127.0.0.1", server.server_address[1]), timeout=PATIENCE) as connection:
        connection.sendall(b"HEAD /a.bin HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
        with connection.makefile("rb") as answer:
            head, _, body = answer.read().partition(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 200 ")
    assert b"Content-Length: 1" in head
    assert body == b""


class Channel:
    """What an open page hears."""

    def __init__(self, server: SiteServer, since: int, page: str = "a/index.html", **headers: str) -> None:
        self._connection = HTTPConnection("127.0.0.1", server.server_address[1], timeout=PATIENCE)
        self._connection.request("GET", f"/.serve/news?since={since}&page={page}", headers=headers)
        self._response = self._connection.getresponse()
        assert self._response.getheader("Content-Type") == "text/event-stream"

    def hear(self) -> dict[str, Any]:
        """Return the next news; each has its number as the id of the event."""
        number = ""
        for line in iter(self._response.readline, b""):
            if line.startswith(b"id: "):
                number = line[4:].decode().strip()
            if line.startswith(b"data: "):
                news: dict[str, Any] = json.loads(line[6:])
                assert str(news["number"]) == number
                return news
        raise AssertionError("the channel ended")

    def close(self) -> None:
        """Close the page."""
        self._response.close()
        self._connection.close()


def test_an_open_page_hears_what_changes(server: SiteServer) -> None:
    server.shown.replace(SITE)
    channel = Channel(server, server.shown.number)
    server.shown.put("a/index.html", b"2")
    assert channel.hear()["changed"] == ["a/index.html"]
    server.shown.tell(["docs/a.md:1: 不对；改掉"], stale=True)
    news = channel.hear()
    assert (news["changed"], news["problems"], news["stale"]) == ([], ["docs/a.md:1: 不对；改掉"], True)
    channel.close()


def test_a_page_hears_at_once_of_problems_that_were_there_before(server: SiteServer) -> None:
    server.shown.replace(SITE)
    server.shown.tell(["docs/a.md:1: 不对；改掉"], stale=False)
    since = server.shown.number
    channel = Channel(server, since)
    news = channel.hear()
    assert (news["number"], news["changed"], news["problems"]) == (since, [], ["docs/a.md:1: 不对；改掉"])
    channel.close()


def test_a_page_that_connects_again_hears_what_it_missed(server: SiteServer) -> None:
    server.shown.replace(SITE)
    since = server.shown.number
    server.shown.put("a/index.html", b"2")
    last = server.shown.number
    server.shown.put("index.html", b"2")
    # The browser sends the last number that it heard; the one in the address is that of the page.
    channel = Channel(server, since, **{"Last-Event-ID": str(last)})
    assert channel.hear()["changed"] == ["index.html"]
    channel.close()


def test_the_open_pages_are_those_with_a_channel(server: SiteServer) -> None:
    server.shown.replace(SITE)
    channels = [Channel(server, server.shown.number, page) for page in ("b/index.html", "a/index.html", "a/index.html")]
    assert server.open_pages() == ["a/index.html", "b/index.html"]
    channels[0].close()
    deadline = time.monotonic() + PATIENCE
    while server.open_pages() != ["a/index.html"]:
        # The end of a connection shows when something is said on it.
        server.shown.tell([], stale=False)
        assert time.monotonic() < deadline
        time.sleep(0.05)
    for channel in channels[1:]:
        channel.close()
