"""The handbook and Material as it comes, built from the same pages and served by nginx with gzip -9."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from support.nginx import run_nginx
from support.project import environment

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
