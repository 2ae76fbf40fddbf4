"""What the browser's own copy of the handbook holds: every file by its content, so that an update fetches only what changed.

The worker that keeps the copy is published as one script with this list in it: another list is another version.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

WORKER = "sw.js"  # at the site's root: a service worker has no say above its own folder
# Other forms of what the pages say, and what is packed. The theme asks for sitemap.xml.
_LEFT_OUT = {".gz", ".md", ".txt", ".zip"}
# What draws diagrams in the reader's browser: two and a half megabytes that a page without undrawn ones never asks for.
_MERMAID = "assets/javascripts/vendor/mermaid/mermaid.min.js"
_UNDRAWN = b'<pre class="mermaid">'
_HASH = 16  # hexadecimal digits of a file's SHA-256: 64 bits


class SavedFile(NamedTuple):
    """A file of the copy: its address below the site's root ("" is the home page), its content's hash, its bytes."""

    address: str
    hash: str
    size: int


def list_files(site: Path) -> list[SavedFile]:
    """Return the files of a built site that the copy holds, by address."""
    found, undrawn = [], False
    for path in sorted(path for path in site.rglob("*") if path.is_file()):
        name = path.relative_to(site).as_posix()
        if path.suffix in _LEFT_OUT or name == WORKER:
            continue
        content = path.read_bytes()
        undrawn = undrawn or (path.suffix == ".html" and _UNDRAWN in content)
        address = name.removesuffix("index.html") if path.name == "index.html" else name
        found.append(SavedFile(address, hashlib.sha256(content).hexdigest()[:_HASH], len(content)))
    return sorted(file for file in found if undrawn or file.address != _MERMAID)


def write_worker(script: str, files: Sequence[SavedFile], built: str) -> str:
    """Return the worker for a list of files. ``script`` is worker.js, ``built`` the day of the build: YYYY-MM-DD."""
    listed = json.dumps({file.address: [file.hash, file.size] for file in files}, separators=(",", ":"))
    version = hashlib.sha256(listed.encode()).hexdigest()[:_HASH]
    head = f'const COPY = {{ version: "{version}", built: "{built}", files: {listed} }}\n'
    return head + script


def packed_size(site: Path, addresses: Sequence[str] | None = None) -> int:
    """Return the bytes of a site's files (or of some of them) when each is compressed, as servers and archives do."""
    if addresses is None:
        paths = [path for path in site.rglob("*") if path.is_file()]
    else:
        paths = [
            site / address / "index.html" if address.endswith("/") or not address else site / address
            for address in addresses
        ]
    with ThreadPoolExecutor() as pool:  # zlib lets go of the interpreter
        return sum(pool.map(lambda path: len(zlib.compress(path.read_bytes())), paths))


def megabytes(size: int) -> str:
    """Return a size in bytes for readers: "2.7 MB"."""
    return f"{size / 1_000_000:.1f} MB"
