"""The handbook and Material as it comes, built from the same pages and served by nginx with gzip -9."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.project import environment

CONFIG = """\
daemon off;
pid {folder}/pid;
error_log {folder}/error.log;
events {{}}
http {{
    include /etc/nginx/mime.types;
    access_log off;
    client_body_temp_path {folder}; proxy_temp_path {folder}; fastcgi_temp_path {folder};
    uwsgi_temp_path {folder}; scgi_temp_path {folder};
    gzip on;
    gzip_comp_level 9;
    gzip_types text/css text/javascript application/javascript application/json text/xml application/xml image/svg+xml;
    server {{
        listen 127.0.0.1:{port};
        root {site};
        error_page 404 /404.html;
    }}
}}
"""


def free_port() -> int:
    """Return a port of loopback that nobody listens on."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


def build(project: Path, config: str, site: Path, url: str, python: Path = Path(sys.executable)) -> None:
    """Build a project with one of its configurations, to be found at ``url``."""
    command = [str(python), "-m", "mkdocs", "build", "--quiet", "-f", config, "-d", str(site)]
    variables = environment(DIAGRAMS="build", SITE_URL=url)
    done = subprocess.run(command, cwd=project, env=variables, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{project}/{config} 构建失败：\n{done.stderr[-3000:]}")


@contextmanager
def nginx(site: Path, port: int, folder: Path) -> Iterator[None]:
    """Serve a site on a port of loopback; ``folder`` takes nginx's own files."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "nginx.conf"
    file.write_text(CONFIG.format(folder=folder, port=port, site=site), encoding="utf-8")
    with run_nginx(folder, port):
        yield


@contextmanager
def run_nginx(prefix: Path, port: int) -> Iterator[None]:
    """Run nginx in the folder ``prefix``, with the ``nginx.conf`` there, which says ``daemon off`` and listens on ``port``.

    What it prints goes to ``nginx.log`` there. Raises ``SystemExit`` with that when it ends, or does not answer on
    loopback within 30 seconds.
    """
    program = shutil.which("nginx") or "/usr/sbin/nginx"
    command = [program, "-p", str(prefix), "-c", "nginx.conf", "-e", "stderr"]
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
