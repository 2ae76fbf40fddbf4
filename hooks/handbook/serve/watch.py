"""Which files were saved: reported together, a moment after the last of them."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence, Set
from contextlib import contextmanager
from pathlib import Path, PurePath

from watchdog.events import (
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.polling import PollingObserver

QUIET = 0.03  # seconds without another event: editors write a file in several steps
_SAVED: list[type[FileSystemEvent]] = [
    FileCreatedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileDeletedEvent,
    FileClosedEvent,
]


@contextmanager
def watching(paths: Sequence[Path], report: Callable[[set[str]], None], *, poll: bool = False) -> Iterator[None]:
    """Call ``report`` with the paths of saved files, from a thread of its own, until the block ends.

    ``poll`` asks the file system five times a second, for folders of which the kernel reports nothing: those of another
    machine, or shared with a virtual one.
    """
    observer = PollingObserver(timeout=0.2) if poll else Observer()
    collector = _Collector(report, {str(path) for path in paths})
    for path in paths:
        # An editor may put another file in the place of one: only its folder tells. A build reads thousands of files:
        # events of those would fill the kernel's queue (16,384), and it would then drop those of saves.
        folder = str(path if path.is_dir() else path.parent)
        observer.schedule(collector, folder, recursive=path.is_dir(), event_filter=_SAVED)
    observer.start()
    try:
        yield
    finally:
        observer.stop()
        observer.join()
        collector.stop()


class _Collector(FileSystemEventHandler):
    def __init__(self, report: Callable[[set[str]], None], watched: Set[str]) -> None:
        self._report = report
        self._watched = watched
        self._saved: set[str] = set()
        self._timer: threading.Timer | None = None
        self._lock = threading.Lock()

    def on_any_event(self, event: FileSystemEvent) -> None:
        paths = {str(path) for path in (event.src_path, event.dest_path) if path}
        wanted = {path for path in paths if is_source(path) and self._is_watched(path)}
        if event.is_directory or not wanted:
            return
        with self._lock:
            self._saved |= wanted
            if self._timer:
                self._timer.cancel()
            self._timer = threading.Timer(QUIET, self._flush)
            self._timer.daemon = True
            self._timer.start()

    def stop(self) -> None:
        with self._lock:
            if self._timer:
                self._timer.cancel()

    def _is_watched(self, path: str) -> bool:
        return path in self._watched or any(str(folder) in self._watched for folder in PurePath(path).parents)

    def _flush(self) -> None:
        with self._lock:
            saved, self._saved = self._saved, set()
        if saved:
            self._report(saved)


def is_source(path: str) -> bool:
    """Tell whether a file may be part of the handbook: not what Python compiles, nor what editors keep beside a file."""
    parts = PurePath(path).parts
    name = parts[-1]
    return "__pycache__" not in parts and not name.startswith(".") and not name.endswith(("~", ".swp", ".tmp"))
