"""`make serve` shows every kind of change without a restart by hand, and survives every kind of mistake.

Nothing is timed here: how soon a change shows is for ``make bench ONLY=edit``.
"""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

import pytest

from support.project import copy_project

# One server for all: they stay on one worker.
pytestmark = pytest.mark.xdist_group("serve")

PATIENCE = 240.0  # seconds; a machine under load builds slowly
ANSWER = 10.0  # seconds in which the server must answer anything, whatever the build does
PAGE = "iptables/commands/"
SOURCE = "docs/iptables/commands.md"


class Server:
    """`make serve` on a copy of the project, and what an open page hears from it."""

    def __init__(self, project: Path, port: int, log: Path) -> None:
        self.project = project
        self.url = f"http://127.0.0.1:{port}/"
        self.log = log
        command = [sys.executable, "-m", "handbook.serve", "--port", str(port)]
        environment = {**os.environ, "PYTHONPATH": str(project / "hooks"), "NO_MKDOCS_2_WARNING": "1"}
        with log.open("w") as output:
            self.process = subprocess.Popen(command, cwd=project, env=environment, stdout=output, stderr=output)

    def get(self, page: str = PAGE) -> str:
        """Return a page, also the one that stands in for a missing one."""
        try:
            with urlopen(self.url + page, timeout=ANSWER) as response:  # noqa: S310 - loopback
                return str(response.read().decode())
        except HTTPError as error:
            return error.read().decode()

    def wait_for(self, text: str, page: str = PAGE) -> None:
        """Wait until `page` contains `text`; every request on the way must be answered."""
        self.until(lambda: text in self.get(page), f"{page} 没有出现“{text}”")

    def problems(self) -> tuple[list[str], bool]:
        """Return what an open page is told: what is wrong, and whether the newest save is therefore not on the screen."""
        with urlopen(f"{self.url}.serve/news?since=0&page={PAGE}index.html", timeout=ANSWER) as news:  # noqa: S310
            told: dict[str, Any] = {}
            for line in news:
                if line.startswith(b"data: "):
                    told = json.loads(line[6:])
                    if told["number"] > 0:
                        return told["problems"], told["stale"]
        raise AssertionError("the channel ended")

    def wait_for_problem(self, text: str) -> bool:
        """Wait until a problem with this text is told; return whether the newest save is not on the screen."""
        self.until(lambda: any(text in problem for problem in self.problems()[0]), f"没有报出“{text}”")
        return self.problems()[1]

    def wait_until_mended(self) -> None:
        """Wait until nothing is wrong any more."""
        self.until(lambda: self.problems()[0] == [], "还在报错")

    def said(self) -> str:
        """Return what stands in the terminal."""
        return self.log.read_text(encoding="utf-8")

    def until(self, holds: Callable[[], bool], complaint: str) -> None:
        """Wait until something holds."""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            assert self.process.poll() is None, self.said()[-3000:]
            try:
                if holds():
                    return
            except URLError as error:
                if not isinstance(error.reason, ConnectionRefusedError):  # which is before it listens
                    raise
            time.sleep(0.1)
        told = self.problems()
        pytest.fail(f"{PATIENCE:.0f} 秒内{complaint}；页面上说：{told}；日志：\n{self.said()[-3000:]}")

    def edit(self, file: str, change: Callable[[str], str]) -> None:
        """Edit one file of the project as an editor would."""
        path = self.project / file
        text = path.read_text(encoding="utf-8")
        changed = change(text)
        assert changed != text, file
        path.write_text(changed, encoding="utf-8")


def _in(old: str, new: str) -> Callable[[str], str]:
    return lambda text: text.replace(old, new, 1)


def _appended(line: str) -> Callable[[str], str]:
    return lambda text: f"{text}\n{line}\n"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    project = copy_project(tmp_path_factory.mktemp("serve") / "project")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = Server(project, port, project.parent / "log.txt")
    try:
        server.wait_for("<h1")
        server.wait_for("</article>")
        yield server
    finally:
        server.process.terminate()
        server.process.wait(timeout=30)


def test_a_changed_page_is_shown(server: Server) -> None:
    server.edit(SOURCE, _in("\n# ", "\n新写的一段话。\n\n# "))
    server.wait_for("新写的一段话")


def test_every_one_of_several_quick_saves_is_shown_at_once(server: Server) -> None:
    """The build that is under way is stopped; the page does not wait for it."""
    shown = f"{PAGE}index.html 已更新"
    for number in range(4):
        before = server.said().count(shown)
        server.edit(SOURCE, _in("\n# ", f"\n很快又保存了 {number} 次。\n\n# "))
        server.wait_for(f"很快又保存了 {number} 次")
        server.until(lambda before=before: server.said().count(shown) > before, "页面要等全站")  # type: ignore[misc]


def test_a_new_page_is_shown(server: Server) -> None:
    (server.project / "docs/iptables/new.md").write_text("# 新来的\n\n新页面的正文。\n", encoding="utf-8")
    server.wait_for("新页面的正文", "iptables/new/")
    (server.project / "docs/iptables/new.md").unlink()
    server.wait_for("没有这一页", "iptables/new/")
    server.wait_until_mended()


def test_a_changed_glossary_entry_is_shown(server: Server) -> None:
    server.edit("data/glossary.yml", _in("  definition: ", "  definition: 刚刚改过的定义，"))
    server.wait_for("刚刚改过的定义", "glossary/")


def test_a_changed_example_is_shown(server: Server) -> None:
    example = next(iter(sorted(server.project.glob("examples/iptables/*/run.sh")))).parent
    settings = f"examples/iptables/{example.name}/example.yml"
    server.edit(settings, _in("title: ", "title: 改过的"))
    server.wait_for("改过的", "verification/")
    # An example that is not what was recorded is against a rule, which the tests below would hear of.
    server.edit(settings, _in("title: 改过的", "title: "))


def test_a_changed_override_is_shown(server: Server) -> None:
    (server.project / "overrides" / "404.html").write_text("<p>改过的 404</p>", encoding="utf-8")
    server.wait_for("改过的 404", "no/such/page/")


def test_a_changed_hook_takes_effect(server: Server) -> None:
    server.edit("hooks/handbook/examples/proof.py", _in('else "已执行"', 'else "真的执行过"'))
    server.wait_for("真的执行过 · ", "verification/")


def test_pages_carry_the_script_that_listens(server: Server) -> None:
    assert '<script src="/.serve/page.js"' in server.get()
    assert "EventSource" in server.get(".serve/page.js")
    assert server.get(PAGE.rstrip("/")) == server.get()


# What is broken: the file, the mistake, what the editor is told. All of it is undone by putting the file back.
BROKEN: dict[str, tuple[str, Callable[[str], str], str]] = {
    "a dead link": (SOURCE, _appended("[断了](nowhere.md)"), f"{SOURCE}:"),
    "a dead anchor": (SOURCE, _appended("[断了](nat.md#nowhere)"), f"{SOURCE}:"),
    "front matter that is no YAML": (SOURCE, _in("title: ", "title: 甲: 乙"), "commands.md"),
    "an unknown marker": (SOURCE, _appended("<!-- correction: no-such-correction -->"), f"{SOURCE}:"),
    "an unknown example": (SOURCE, _appended('```bash example="iptables/no-such/run.sh"\n```'), f"{SOURCE}:"),
    "a diagram without a title": (SOURCE, _appended("```mermaid\nflowchart TD\n    A --> B\n```"), f"{SOURCE}:"),
    "a glossary entry without a definition": (
        "data/glossary.yml", lambda text: text.replace("  definition: ", "  definition: ''\n  x: ", 1), "data/glossary.yml:"
    ),
    "a ledger that is no YAML": ("data/corrections.yml", _appended("- id: [甲"), "data/corrections.yml:"),
    "an example without a title": (
        "examples/iptables/chains-first-match-wins/example.yml", _in("title: ", "titel: "), "example.yml:"
    ),
    "a configuration that is no YAML": ("mkdocs.yml", _appended("nav: [甲"), "mkdocs.yml"),
    "a template": ("overrides/main.html", _appended("{% no_such_tag %}"), "no_such_tag"),
    "a hook that does not begin": ("hooks/toc_levels.py", _appended("this is no Python"), "hooks/toc_levels.py:"),
    "a hook with a wrong name": (
        "hooks/toc_levels.py", _in('levels = page.meta.get("toc_levels")', "levels = no_such_name"), "no_such_name"
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", BROKEN)
def test_a_mistake_is_told_and_mended(server: Server, name: str) -> None:
    file, mistake, told = BROKEN[name]
    path = server.project / file
    server.wait_until_mended()
    good = path.read_text(encoding="utf-8")
    server.edit(file, mistake)
    stale = server.wait_for_problem(told)
    assert "<h1" in server.get()  # the last good page, at once
    assert stale == (not name.startswith("a dead"))
    path.write_text(good, encoding="utf-8")
    server.wait_until_mended()
    mended = f"改好之后的一句：{name}。"
    server.edit(SOURCE, _in("\n# ", f"\n{mended}\n\n# "))
    server.wait_for(mended)


def test_a_reason_is_said_at_every_save(server: Server) -> None:
    server.wait_until_mended()
    text = (server.project / "data/glossary.yml").read_text(encoding="utf-8")
    server.edit("data/glossary.yml", BROKEN["a glossary entry without a definition"][1])
    for _ in range(3):
        before = server.said().count("definition 是空的")
        server.edit("data/glossary.yml", _appended("# 又保存一次"))
        server.until(lambda before=before: server.said().count("definition 是空的") > before, "第二次保存没有再说原因")  # type: ignore[misc]
    (server.project / "data/glossary.yml").write_text(text, encoding="utf-8")
    server.wait_until_mended()


def test_nothing_outlives_the_server(tmp_path: Path) -> None:
    """It begins with a mistake, waits until that is mended, and ends with all its processes."""
    project = copy_project(tmp_path / "project")
    path = project / "hooks/toc_levels.py"
    good = path.read_text(encoding="utf-8")
    path.write_text(good + "\nthis is no Python\n", encoding="utf-8")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = Server(project, port, tmp_path / "log.txt")
    try:
        server.wait_for_problem("hooks/toc_levels.py:")
        assert "正在构建" in server.get()
        path.write_text(good, encoding="utf-8")
        server.wait_for("<h1")
        server.wait_until_mended()
    finally:
        server.process.terminate()
        server.process.wait(timeout=30)
    deadline = time.monotonic() + 15
    while left := _processes_in(project):
        assert time.monotonic() < deadline, left
        time.sleep(0.1)


def test_a_first_build_that_fails_keeps_what_it_has_rendered(tmp_path: Path) -> None:
    """The same process says the mistake again at the next save, and builds the site when it is mended."""
    project = copy_project(tmp_path / "project")
    path = project / "docs/shell/concurrency.md"
    good = path.read_text(encoding="utf-8")
    broken = good + "\n<!-- correction: no-such-correction -->\n"
    path.write_text(broken, encoding="utf-8")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = Server(project, port, tmp_path / "log.txt")
    try:
        assert server.wait_for_problem("docs/shell/concurrency.md:")
        builder = _builder_of(server.process.pid)
        assert "正在构建" in server.get()
        path.write_text(broken.replace("no-such", "nor-such"), encoding="utf-8")
        server.wait_for_problem("nor-such-correction")
        assert _builder_of(server.process.pid) == builder
        path.write_text(good, encoding="utf-8")
        server.wait_for("<h1")
        server.wait_until_mended()
        assert _builder_of(server.process.pid) == builder
    finally:
        server.process.terminate()
        server.process.wait(timeout=30)


def _builder_of(server: int) -> str:
    """Return the number of the one process that a server has started to build."""
    (children,) = Path(f"/proc/{server}/task").glob(f"{server}/children")
    (builder,) = children.read_text().split()
    return builder


def _processes_in(folder: Path) -> list[str]:
    """Return the command lines of the processes whose working directory is a folder."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if (process / "cwd").readlink() == folder:
                found.append((process / "cmdline").read_bytes().replace(b"\0", b" ").decode())
        except OSError:
            continue
    return found
