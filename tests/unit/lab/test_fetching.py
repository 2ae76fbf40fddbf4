"""Fetched files: kept by their hash, refused when they are others, and nothing half-done is left."""

from __future__ import annotations

import hashlib
import http.server
import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from handbook.mistakes import MistakeError
from lab.declaration import Fetched, Place
from lab.failures import LabError
from lab.fetching import fetch

DATA = b"a jar"
HASH = hashlib.sha256(DATA).hexdigest()


@pytest.fixture
def served(tmp_path: Path) -> Iterator[str]:
    """Return the address of a server that has `one.jar`."""
    (tmp_path / "served").mkdir()
    (tmp_path / "served/one.jar").write_bytes(DATA)
    handler = partial(_Quiet, directory=str(tmp_path / "served"))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name of the base class
        """Say nothing."""


def _wanted(address: str, sha256: str = HASH) -> Fetched:
    return Fetched(address, sha256, "/opt/one", Place("lab/one.lock", 7))


def test_a_file_is_put_where_it_belongs_and_kept(tmp_path: Path, served: str) -> None:
    assert fetch([_wanted(f"{served}/one.jar")], tmp_path / "kept", tmp_path / "root") == len(DATA)
    assert (tmp_path / "root/opt/one/one.jar").read_bytes() == DATA
    assert [path.name for path in (tmp_path / "kept").iterdir()] == [HASH]


def test_what_is_kept_is_not_fetched_again(tmp_path: Path) -> None:
    (tmp_path / "kept").mkdir()
    (tmp_path / "kept" / HASH).write_bytes(DATA)
    fetch([_wanted("http://127.0.0.1:1/one.jar")], tmp_path / "kept", tmp_path / "root")
    assert (tmp_path / "root/opt/one/one.jar").read_bytes() == DATA


def test_another_hash_is_told_with_the_line_of_the_lock(tmp_path: Path, served: str) -> None:
    with pytest.raises(MistakeError, match=rf"lab/one\.lock:7: .* 的 SHA-256 是 {HASH}，不是写下的这个"):
        fetch([_wanted(f"{served}/one.jar", "0" * 64)], tmp_path / "kept", tmp_path / "root")
    assert list((tmp_path / "kept").iterdir()) == []


def test_a_file_that_is_not_there(tmp_path: Path, served: str) -> None:
    with pytest.raises(MistakeError, match=r"lab/one\.lock:7: 取不到 .*（HTTP 404）"):
        fetch([_wanted(f"{served}/two.jar")], tmp_path / "kept", tmp_path / "root")


def test_no_network(tmp_path: Path) -> None:
    with pytest.raises(LabError, match=r"连不上 127\.0\.0\.1:1"):
        fetch([_wanted("http://127.0.0.1:1/one.jar")], tmp_path / "kept", tmp_path / "root")
