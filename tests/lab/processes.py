"""Keeps the processes that make a system no longer than the one that started them.

Who interrupts a build finds nothing of it running.
"""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def ended(process: subprocess.Popen[str]) -> Iterator[subprocess.Popen[str]]:
    """Wait for the process at the end; after an error or an interrupt, kill it with its children."""
    with process:
        try:
            yield process
        except BaseException:
            os.killpg(process.pid, signal.SIGKILL)
            raise
