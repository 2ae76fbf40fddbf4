"""`make serve`: shows the handbook while it is edited. ``PYTHONPATH=hooks python -m handbook.serve`` in the project's folder."""

from __future__ import annotations

import argparse
import signal
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path
from queue import SimpleQueue
from typing import Any

from handbook.serve.builder import Builder
from handbook.serve.problems import of_output
from handbook.serve.server import SiteServer
from handbook.serve.shown import Shown, read_site
from handbook.serve.watch import watching

WATCHED = ("docs", "data", "examples", "hooks", "lab", "overrides", "mkdocs.yml")


class Desk:
    """Decides what follows from a save, and from what the builder says. All in one thread."""

    def __init__(self, root: Path, server: SiteServer, builder: Builder) -> None:
        self._root = root
        self._server = server
        self._shown = server.shown
        self._builder = builder
        self._saved_at = time.monotonic()
        self._complete = False
        self._reason_told = False  # by this round's process, before it died
        self._hooks_at_start = _modified(root / "hooks")

    def handle(self, event: dict[str, Any]) -> None:
        """Do what one event asks for."""
        match event:
            case {"saved": paths}:
                self._save(paths)
            case {"page": path, "html": html}:
                if self._shown.put(path, html.encode()):
                    self._say(f"{path} 已更新")
            case {"site": folder}:
                self._shown.replace(read_site(Path(folder)))
                self._builder.taken()
                self._complete = True
            case {"done": True, "problems": problems}:
                self._shown.tell(problems, stale=not self._complete)
                self._say(f"有 {len(problems)} 处要改" if problems else "全站已更新")
                self._complete, self._reason_told = False, bool(problems)
            case {"died": output}:
                if not self._reason_told:
                    self._shown.tell(of_output(output, self._root), stale=True)
                self._say("改好之后，下一次保存会重新开始")

    def _save(self, paths: set[str]) -> None:
        self._saved_at = time.monotonic()
        self._complete = self._reason_told = False
        now = _modified(self._root / "hooks")
        if now != self._hooks_at_start or not self._builder.is_alive():
            self._hooks_at_start = now
            self._builder.start()
        else:
            self._builder.build(paths, self._server.open_pages())

    def _say(self, text: str) -> None:
        seconds = time.monotonic() - self._saved_at
        sys.stderr.write(f"{time.strftime('%H:%M:%S')} {text}（保存后 {seconds:.2f} 秒）\n")


def main() -> None:
    """Serve until Ctrl-C."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--poll", action="store_true", help="the kernel does not report what is saved (shared folders)")
    options = parser.parse_args()
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # ends as Ctrl-C does, with everything put away
    root = Path.cwd()
    events: SimpleQueue[dict[str, Any]] = SimpleQueue()
    url = f"http://127.0.0.1:{options.port}/"
    builder = Builder(root, url, events.put)
    paths = [root / name for name in WATCHED if (root / name).exists()]
    with (
        SiteServer(("127.0.0.1", options.port), Shown()) as server,
        watching(paths, lambda saved: events.put({"saved": saved}), poll=options.poll),
    ):
        threading.Thread(target=server.serve_forever, daemon=True).start()
        sys.stderr.write(f"在 {url} 预览；Ctrl-C 结束\n")
        desk = Desk(root, server, builder)
        builder.start()
        with suppress(KeyboardInterrupt):
            while True:
                desk.handle(events.get())
        builder.close()
        server.shutdown()


def _modified(folder: Path) -> dict[str, int]:
    return {str(path): path.stat().st_mtime_ns for path in folder.rglob("*") if path.suffix in (".py", ".js", ".css")}


if __name__ == "__main__":
    main()
