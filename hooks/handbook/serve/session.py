"""The process that builds for `make serve`: round after round, what is on the screen first.

Commands come as lines of JSON on the standard input: {"saved": [paths], "open": [pages]} asks for a round, {"taken": true}
says that the built files were read. Events go out the same way, through the pipe whose number ``EVENTS`` holds:

    {"page": path, "html": text}     this page is ready; the rest of the site is not yet
    {"site": folder}                 everything is ready; the round goes on when it is taken
    {"done": true, "problems": …}    the round is over; without a site before it, because of the problems

A command stops the round that is under way.
"""

from __future__ import annotations

import json
import logging
import os
import signal
import sys
import threading
import traceback
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any, cast

from handbook.serve.memory import Memory
from handbook.serve.problems import Problems, of_exception, quiet

EVENTS = "HANDBOOK_SERVE_EVENTS"  # the environment's variable; without it nobody listens


class Superseded(BaseException):
    """Something was saved while the site was built: what is built now is out of date.

    Raised like KeyboardInterrupt, wherever the main thread is, and like that not an Exception: nobody logs it.
    """


class ScreenReady(BaseException):
    """What is on the screen is laid out: the build that did nothing else has done its work."""


class Session:
    """One process's rounds. ``watch``, ``serve`` and ``shutdown`` are those of the server that MkDocs would have started."""

    def __init__(self, root: Path) -> None:
        """``root`` is the project's folder."""
        self.root = root
        self.memory = Memory()
        self.problems = Problems(root / "docs")
        self.build: Callable[[], None] = lambda: None
        self.show_saved: Callable[[Iterable[str]], bool] = lambda saved: False
        self.open: set[str] = set()  # the pages that browsers show and that this round has not shown yet
        self.serving = False
        self.hurrying = False  # a build for the screen alone, with old renderings of the other pages
        self._first = ""
        self._interruptible = False
        self._commands: SimpleQueue[dict[str, Any] | None] = SimpleQueue()
        self._taken = threading.Event()
        self._events = os.fdopen(int(os.environ[EVENTS]), "w", encoding="utf-8")
        logging.getLogger("mkdocs").addHandler(self.problems)

    def serve(self, *, open_in_browser: bool = False) -> None:
        """Work until there is nobody to work for. The first build is over when this is called."""
        self.serving = True
        signal.signal(signal.SIGUSR1, lambda *_: self._interrupt())
        threading.Thread(target=self._read_commands, daemon=True).start()
        if self._first:
            self.site_is_ready(self._first)
        self._send(done=True, problems=self.problems.found)
        while (command := self._next()) is not None:
            with suppress(Superseded):
                self._round(command)

    def watch(self, path: str, *args: object, **options: object) -> None:
        """Do nothing: the process that shows the site watches the files."""

    def shutdown(self, *args: object) -> None:
        """Do nothing: nothing listens here."""

    def page_is_ready(self, path: str, html: str) -> None:
        """Have a page shown before the rest of the site."""
        self.open.discard(path)
        self._send(page=path, html=html)

    def site_is_ready(self, folder: str) -> None:
        """Have everything shown; return when the files were read. What else the round does is about problems."""
        if not self.serving:
            self._first = folder  # the first build is done before anybody takes commands
            return
        interruptible, self._interruptible = self._interruptible, False
        self._taken.clear()
        self._send(site=folder)
        self._taken.wait()
        self._interruptible = interruptible
        self._interrupt()

    def serve_after(self, error: BaseException, *, for_editors: bool) -> None:
        """Serve after a first build that failed: what its pages became until then the next round need not render.

        ``for_editors`` says that the error's text is mistakes, one a line, which MkDocs has not said yet.
        """
        if for_editors:
            logging.getLogger("mkdocs.serve").error("%s", error)
        else:
            self._note(error)
        self.serve()

    def _round(self, command: dict[str, Any]) -> None:
        self.open = set(command["open"])
        self.problems.found = []
        try:
            at_once = self._show_saved(command["saved"])
            self._interruptible = True
            self._interrupt()
            if self.open and not at_once:
                self.build_for_the_screen()
            self.build()
        except (Exception, SystemExit) as error:
            self._note(error)
        finally:
            self._interruptible = False
        self._send(done=True, problems=self.problems.found)

    def _note(self, error: BaseException) -> None:
        """Note why a build failed; what MkDocs itself ends a build with, it has logged."""
        if not (isinstance(error, SystemExit) and self.problems.found):
            traceback.print_exception(error)
            self.problems.add(of_exception(error, self.root))

    def _show_saved(self, saved: list[str]) -> bool:
        """Have saved pages shown at once; tell whether that was all."""
        try:
            with quiet():
                return self.show_saved(saved)
        except Exception:
            # The build comes to the same place, with everything that was saved, and says what is wrong.
            return False

    def build_for_the_screen(self) -> None:
        """Build only as far as what is on the screen needs it."""
        self.hurrying = True
        try:
            # Of a mistake, the whole build will speak.
            with quiet(), suppress(ScreenReady, Exception, SystemExit):
                self.build()
        finally:
            self.hurrying = False

    def screen_is_ready(self) -> None:
        """End a build for the screen."""
        if self.hurrying:
            raise ScreenReady

    def _interrupt(self) -> None:
        """Raise ``Superseded`` when something else was saved, unless the round must not stop here."""
        if self._interruptible and not self._commands.empty():
            self._interruptible = False
            raise Superseded

    def _next(self) -> dict[str, Any] | None:
        """Return the next command, made one with those that came after it."""
        command = self._commands.get()
        while command is not None:
            try:
                later = self._commands.get_nowait()
            except Empty:
                return command
            command = later and {"saved": command["saved"] + later["saved"], "open": later["open"]}
        return None

    def _read_commands(self) -> None:
        for line in sys.stdin:
            command = json.loads(line)
            if "taken" in command:
                self._taken.set()
            else:
                self._put(command)
        self._taken.set()
        self._put(None)

    def _put(self, command: dict[str, Any] | None) -> None:
        self._commands.put(command)
        signal.pthread_kill(cast("int", threading.main_thread().ident), signal.SIGUSR1)

    def _send(self, **event: object) -> None:
        self._events.write(json.dumps(event, ensure_ascii=False) + "\n")
        self._events.flush()
