"""Runs nginx in a folder of its own, for the tests of deploy/ and for what is measured behind a web server."""

from __future__ import annotations

import os
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from lab.system import find

SYSTEM = "debian-12"  # its nginx is the one of deploy/Containerfile


def free_port() -> int:
    """Return a port of loopback that nobody listens on."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


@contextmanager
def run_nginx(prefix: Path, port: int) -> Iterator[None]:
    """Run nginx in the folder ``prefix``, with the ``nginx.conf`` there, which says ``daemon off`` and listens on ``port``.

    The program, and the files of ``/etc/nginx`` that it includes, are those of a system of the lab. What it prints goes to ``nginx.log`` there. Raises ``SystemExit`` with that when it ends, or does not answer on
    loopback within 30 seconds, LabError
    when the system has not been made.
    """
    system = find(SYSTEM)
    config = prefix / "nginx.conf"
    own = f"include {system.folder}/root/etc/nginx/"
    config.write_text(config.read_text(encoding="utf-8").replace("include /etc/nginx/", own), encoding="utf-8")
    command = [*system.on_the_machine("/usr/sbin/nginx"), "-p", str(prefix), "-c", config.name, "-e", "stderr"]
    if os.geteuid() == 0:
        command += ["-g", "user root;"]  # else its workers may not read the folder
    log = prefix / "nginx.log"
    with log.open("w") as output:
        process = subprocess.Popen(command, stdout=output, stderr=output)
    try:
        deadline = time.monotonic() + 30
        while time.monotonic() < deadline and process.poll() is None:
            try:
                socket.create_connection(("127.0.0.1", port), timeout=1).close()
                break
            except OSError:
                time.sleep(0.05)
        else:
            raise SystemExit(f"nginx 没有起来：{log.read_text(encoding='utf-8')[-1000:]}")
        yield
    finally:
        process.terminate()
        process.wait(timeout=10)
