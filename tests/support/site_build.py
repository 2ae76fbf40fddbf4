"""Builds the handbook, or a small site with the handbook's own frame, the way `make build` does."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 300  # seconds for a build of the handbook, which takes about ten, on the busiest machine


def build_site(
    target: Path,
    *,
    root: Path = ROOT,
    site_url: str | None = None,
    under: tuple[str, ...] = (),
    diagrams: str = "reader",
    archive: str = "",
) -> subprocess.CompletedProcess[str]:
    """Run a strict build of `root` into `target` and return the finished process, whose output tells what went wrong.

    `site_url` is where the site will be served (the configuration's own by default), `under` a command that the build
    runs under, such as `("unshare", "--net")`, `diagrams` who draws the diagrams (see hooks/diagrams.py), `archive` the
    name of the offline edition that the footer links. A build that does not end fails the running test with what it said.
    """
    # The settings of a fork must not decide what the tests see.
    environment = {key: value for key, value in os.environ.items() if key not in ("SITE_URL", "REPO_URL")}
    if site_url:
        environment["SITE_URL"] = site_url
    command = [*under, sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(target)]
    try:
        return subprocess.run(
            command,
            cwd=root,
            env={**environment, "NO_MKDOCS_2_WARNING": "1", "DIAGRAMS": diagrams, "OFFLINE": archive},
            capture_output=True,
            text=True,
            check=False,
            timeout=PATIENCE,
        )
    except subprocess.TimeoutExpired as expired:
        said = (expired.stderr or b"").decode(errors="replace")[-3000:]
        pytest.fail(f"{' '.join(command)} 在 {PATIENCE} 秒内没有结束（目录 {root}）；它说到：\n{said}")
