"""`mkdocs serve` shows every kind of change without a restart by hand."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
# One server for all: they stay on one worker.
pytestmark = pytest.mark.xdist_group("serve")

PATIENCE = 90.0  # seconds; a machine under load builds slowly
PAGE = "iptables/commands/"


class Server:
    """`mkdocs serve` on a copy of the project."""

    def __init__(self, project: Path, port: int, log: Path) -> None:
        self.project = project
        self.url = f"http://127.0.0.1:{port}/"
        self.log = log
        command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"]
        with log.open("w") as output:
            self.process = subprocess.Popen(command, cwd=project, stdout=output, stderr=subprocess.STDOUT)

    def wait_for(self, text: str, page: str = PAGE) -> None:
        """Wait until `page` contains `text`."""
        deadline = time.monotonic() + PATIENCE
        seen = ""
        while time.monotonic() < deadline:
            assert self.process.poll() is None, self.log.read_text(encoding="utf-8")
            try:
                with urllib.request.urlopen(self.url + page, timeout=10) as response:  # noqa: S310 - loopback
                    seen = response.read().decode()
            except OSError:
                seen = ""
            if text in seen:
                return
            time.sleep(0.3)
        pytest.fail(
            f"{page} 在 {PATIENCE:.0f} 秒内没有出现“{text}”；日志：\n{self.log.read_text(encoding='utf-8')[-3000:]}"
        )

    def replace(self, file: str, old: str, new: str) -> None:
        """Edit one file of the project as an editor would."""
        path = self.project / file
        text = path.read_text(encoding="utf-8")
        assert old in text, f"{file} 里没有“{old}”"
        path.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    project = tmp_path_factory.mktemp("serve") / "project"
    project.mkdir()
    for name in ("docs", "data", "examples", "hooks", "overrides"):
        shutil.copytree(ROOT / name, project / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", project)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = Server(project, port, project.parent / "log.txt")
    try:
        server.wait_for("<h1")
        yield server
    finally:
        server.process.terminate()
        server.process.wait(timeout=30)


def test_a_changed_page_is_shown(server: Server) -> None:
    server.replace(f"docs/{PAGE.rstrip('/')}.md", "\n# ", "\n新写的一段话。\n\n# ")
    server.wait_for("新写的一段话")


def test_a_changed_glossary_entry_is_shown(server: Server) -> None:
    glossary = server.project / "data" / "glossary.yml"
    first = next(line for line in glossary.read_text(encoding="utf-8").splitlines() if line.startswith("  definition:"))
    server.replace("data/glossary.yml", first, "  definition: 刚刚改过的定义。")
    server.wait_for("刚刚改过的定义。", "glossary/")


def test_a_broken_glossary_is_reported_and_mended_without_a_restart(server: Server) -> None:
    glossary = server.project / "data" / "glossary.yml"
    last = next(line for line in glossary.read_text(encoding="utf-8").splitlines()[::-1] if "  definition:" in line)
    server.replace("data/glossary.yml", last, "  definition: ''")
    deadline = time.monotonic() + PATIENCE
    while "data/glossary.yml:" not in server.log.read_text(encoding="utf-8"):
        assert time.monotonic() < deadline, server.log.read_text(encoding="utf-8")[-3000:]
        time.sleep(0.3)
    server.replace("data/glossary.yml", "  definition: ''", "  definition: 又改好的定义。")
    server.wait_for("又改好的定义。", "glossary/")


def test_a_changed_example_is_shown(server: Server) -> None:
    example = next(iter(sorted(server.project.glob("examples/iptables/*/run.sh")))).parent
    server.replace(f"examples/iptables/{example.name}/example.yml", "title: ", "title: 改过的")
    server.wait_for("改过的", "verification/")


def test_a_changed_override_is_shown(server: Server) -> None:
    (server.project / "overrides" / "404.html").write_text("<p>改过的 404</p>", encoding="utf-8")
    server.wait_for("改过的 404", "404.html")


def test_a_changed_hook_takes_effect(server: Server) -> None:
    server.replace("hooks/example_proofs.py", 'else "已执行"', 'else "真的执行过"')
    server.wait_for("真的执行过 · ", "verification/")
