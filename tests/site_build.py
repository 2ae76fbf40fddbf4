"""Builds the handbook, or a small site with the handbook's own frame, the way `make build` does."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


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
    name of the offline edition that the footer links.
    """
    # The settings of a fork must not decide what the tests see.
    environment = {key: value for key, value in os.environ.items() if key not in ("SITE_URL", "REPO_URL")}
    if site_url:
        environment["SITE_URL"] = site_url
    return subprocess.run(
        [*under, sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(target)],
        cwd=root,
        env={**environment, "NO_MKDOCS_2_WARNING": "1", "DIAGRAMS": diagrams, "OFFLINE": archive},
        capture_output=True,
        text=True,
        check=False,
    )
