"""The process that builds, as the one that shows the site sees it: started, told what was saved, and started anew."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, Any, cast

from handbook.serve.session import EVENTS

_SAID = 200  # lines of output that are kept, for the reason of its death


class Builder:
    """At most one process at a time. Events, and its end as {"died": output}, go to ``report`` from other threads."""

    def __init__(self, root: Path, url: str, report: Callable[[dict[str, Any]], None]) -> None:
        self._root = root
        self._url = url
        self._report = report
        self._process: subprocess.Popen[bytes] | None = None
        self._folder = TemporaryDirectory(prefix="handbook-serve-")  # MkDocs makes its own in it, and may be killed

    def start(self) -> None:
        """Start a process that builds everything, instead of the one that there may be."""
        self.stop()
        reading, writing = os.pipe()
        address = self._url.removeprefix("http://").rstrip("/")
        # Warnings do not end a build here: the site is complete, and its editor sees them.
        command = [sys.executable, "-m", "mkdocs", "serve", "--no-strict", "--dev-addr", address]
        self._process = subprocess.Popen(
            command, cwd=self._root, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            pass_fds=(writing,), env={**os.environ, EVENTS: str(writing), "SITE_URL": self._url, "TMPDIR": self._folder.name},
        )  # fmt: skip
        os.close(writing)
        threading.Thread(target=self._follow, args=(self._process, os.fdopen(reading, "rb")), daemon=True).start()

    def is_alive(self) -> bool:
        """Tell whether there is a process that takes commands."""
        return self._process is not None and self._process.poll() is None

    def build(self, saved: Iterable[str], open_pages: Iterable[str]) -> None:
        """Have a round built, those pages first that are open."""
        self._send({"saved": sorted(saved), "open": sorted(open_pages)})

    def taken(self) -> None:
        """Let the process build into its folder again."""
        self._send({"taken": True})

    def stop(self) -> None:
        """End the process, whatever it is doing."""
        process, self._process = self._process, None
        if process:
            process.kill()
            process.wait()
            with suppress(OSError):  # what it did not read any more
                cast("IO[bytes]", process.stdin).close()

    def close(self) -> None:
        """End the process and take its folder away."""
        self.stop()
        self._folder.cleanup()

    def _send(self, command: dict[str, Any]) -> None:
        try:
            to = cast("IO[bytes]", cast("subprocess.Popen[bytes]", self._process).stdin)
            to.write(json.dumps(command).encode() + b"\n")
            to.flush()
        except OSError:
            pass  # it died, which is reported

    def _follow(self, process: subprocess.Popen[bytes], events: IO[bytes]) -> None:
        """Report what one process says, unless another has taken its place."""
        said: deque[str] = deque(maxlen=_SAID)
        printing = threading.Thread(target=_pass_on, args=(cast("IO[bytes]", process.stdout), said), daemon=True)
        printing.start()
        with events:
            for line in events:
                if self._process is process:
                    self._report(json.loads(line))
        process.wait()
        printing.join(timeout=5)
        if self._process is process:
            self._report({"died": "".join(said)})


def _pass_on(output: IO[bytes], said: deque[str]) -> None:
    with output:
        for line in output:
            text = line.decode(errors="replace")
            said.append(text)
            sys.stderr.write(text)
            sys.stderr.flush()
