"""A program: builds a project again and again in one process, as `make serve` does, and tells what it did.

It reads lines of JSON, {"site": folder, "saved": [paths], "open": [pages]}, and answers each with {"rendered": [pages], "shown": {page: HTML},
"failed": name of the exception or null, "cpu": seconds of this process}. ``shown`` is what was on the screen before the build.
"""

from __future__ import annotations

import json
import os
import sys
import threading
import time
from functools import partial
from typing import Any

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.structure.pages import Page

EVENTS = "HANDBOOK_SERVE_EVENTS"
URL = "http://127.0.0.1:8000/"
rendered: list[str] = []
shown: dict[str, str] = {}


def main() -> None:
    """Work until the input ends."""
    answers = os.fdopen(os.dup(1), "w", buffering=1)
    os.dup2(2, 1)
    reading, writing = os.pipe()
    os.environ[EVENTS] = str(writing)
    threading.Thread(target=lambda: [None for _ in os.fdopen(reading)], daemon=True).start()
    _count_renderings()
    session: Any = None
    for line in sys.stdin:
        order = json.loads(line)
        rendered.clear()
        shown.clear()
        failed = None
        before = time.process_time()
        try:
            if session is None:
                config = load_config("mkdocs.yml", site_dir=order["site"])
                config.plugins.on_startup(command="serve", dirty=False)
                session = sys.modules["hooks/serve.py"].SESSION
                session.page_is_ready = shown.__setitem__
                # A build that fails is answered; nobody serves after it.
                session.serve_after = lambda error, *, for_editors: None
            session.build = partial(_build, order["site"])
            session.open = set(order["open"])
            if not session.show_saved(order["saved"]) and session.open:
                session.build_for_the_screen()
            session.build()
        except (Exception, SystemExit) as error:
            failed = type(error).__name__
        answer = {"rendered": sorted(set(rendered)), "shown": shown, "failed": failed}
        print(json.dumps({**answer, "cpu": time.process_time() - before}), file=answers)


def _build(site: str) -> None:
    config = load_config("mkdocs.yml", site_dir=site)
    config.site_url = URL
    build(config, serve_url=URL)


def _count_renderings() -> None:
    render = Page.render

    def counting(page: Page, *rest: Any) -> None:
        rendered.append(page.file.src_uri)
        render(page, *rest)

    Page.render = counting  # type: ignore[assignment, method-assign]


if __name__ == "__main__":
    main()
