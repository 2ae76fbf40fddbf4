"""A process beside the build that works through what it is given, in order, and never outlives the build.

Readers gain nothing by it; whoever builds does: the index is made while the pages are laid out. Python's own pools are
not used because they wait for their workers when Python ends, and a worker that has run V8 may hang there.
"""

from __future__ import annotations

import atexit
import os
import pickle
import signal
import subprocess
import sys
import threading
import traceback
from collections.abc import Callable
from concurrent.futures import Future
from functools import lru_cache
from pathlib import Path
from queue import SimpleQueue
from typing import IO, Any, NamedTuple, ParamSpec, TypeVar, cast

P = ParamSpec("P")
T = TypeVar("T")

_PACKAGES = Path(__file__).parents[2]  # the folder of the package `handbook`


class Task(NamedTuple):
    """A function of a module, and what to call it with."""

    work: Callable[..., Any]
    args: tuple[Any, ...]
    options: dict[str, Any]


class WorkerError(Exception):
    """What a task raised, as the text of its traceback, or that the process ended before the task was done."""


class Worker:
    """One process. It ends when this process does, in whatever way that is: its input has come to an end then."""

    def __init__(self) -> None:
        """Start the process."""
        path = os.pathsep.join(filter(None, [str(_PACKAGES), os.environ.get("PYTHONPATH")]))
        command = [sys.executable, "-m", "handbook.search.process"]
        self._process = subprocess.Popen(
            command, env={**os.environ, "PYTHONPATH": path}, stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        self._tasks: SimpleQueue[tuple[Task, Future[Any]]] = SimpleQueue()
        atexit.register(self.stop)
        threading.Thread(target=self._pass_on, daemon=True).start()

    def submit(self, work: Callable[P, T], *args: P.args, **options: P.kwargs) -> Future[T]:
        """Have a function called in the process; it, its arguments and its result are pickled on the way.

        The future raises ``WorkerError`` when the function raised something, and when the process has ended.
        """
        future: Future[T] = Future()
        self._tasks.put((Task(work, args, options), future))
        return future

    def is_alive(self) -> bool:
        """Tell whether there is somebody to work."""
        return self._process.poll() is None

    def stop(self) -> None:
        """End the process now, whatever it is doing. What was not done fails."""
        atexit.unregister(self.stop)
        self._process.kill()
        self._process.wait()

    def _pass_on(self) -> None:
        """Give the process one task at a time: it reads nothing while it works, and a full pipe would stop the build."""
        to, back = cast("IO[bytes]", self._process.stdin), cast("IO[bytes]", self._process.stdout)
        while True:
            task, future = self._tasks.get()
            try:
                pickle.dump(task, to)
                to.flush()
                done, result = pickle.load(back)  # noqa: S301 - our own process
            except (EOFError, OSError):
                future.set_exception(WorkerError("建搜索索引的进程中途结束了；再试一次，内存够不够也看一看"))
                continue
            if done:
                future.set_result(result)
            else:
                future.set_exception(WorkerError(result))


@lru_cache(maxsize=1)
def _shared() -> Worker:
    return Worker()


def shared_worker() -> Worker:
    """Return the one worker that this process keeps for all its builds."""
    if not _shared().is_alive():
        _shared.cache_clear()
    return _shared()


def main() -> None:
    """Answer each task on the standard input with (True, result) or (False, traceback), until there are no more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches this process too; the build decides what follows
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever prints, prints beside the answers
    try:
        while True:
            task: Task = pickle.load(sys.stdin.buffer)  # noqa: S301 - from the build
            try:
                answer = (True, task.work(*task.args, **task.options))
            except Exception:
                answer = (False, traceback.format_exc())
            pickle.dump(answer, answers)
            answers.flush()
    except (EOFError, OSError):
        os._exit(0)  # without Python's own end, in which V8 may hang


if __name__ == "__main__":
    main()
