"""A git repository for a test, whose commits have the dates that the test gives them."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path


class Repository:
    """An empty repository in ``root``, with the branch `main`."""

    def __init__(self, root: Path) -> None:
        self.root = root
        root.mkdir(parents=True)
        self.git("init", "-q", "-b", "main")

    def git(self, *arguments: str, when: int = 0) -> None:
        """Run git as somebody, at ``when`` (Unix time)."""
        settings = ["-c", "user.name=甲", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
        dates = {"GIT_AUTHOR_DATE": f"@{when} +0000", "GIT_COMMITTER_DATE": f"@{when} +0000"}
        subprocess.run(["git", *settings, *arguments], cwd=self.root, env={**os.environ, **dates}, check=True)

    def commit(self, when: int, files: Mapping[str, str | None]) -> None:
        """Write files, delete those without a text, and commit."""
        for name, text in files.items():
            path = self.root / name
            if text is None:
                path.unlink()
            else:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8")
        self.git("add", "-A")
        self.git("commit", "-q", "-m", "change", when=when)
