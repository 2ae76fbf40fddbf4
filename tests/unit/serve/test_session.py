"""The process that builds, round after round: what it is told, what it says, and how a save stops the round under way."""

from __future__ import annotations

import json
import logging
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, TextIO

import pytest

from handbook.serve.session import EVENTS, Session

PATIENCE = 30  # seconds


class Other:
    """The process at the other end: it sends commands and reads events."""

    def __init__(self, commands: TextIO, events: TextIO) -> None:
        self._commands = commands
        self._events = events
        self.heard: list[dict[str, Any]] = []

    def send(self, **command: object) -> None:
        """Send a command."""
        self._commands.write(json.dumps(command) + "\n")
        self._commands.flush()

    def hear(self) -> dict[str, Any]:
        """Return the next event."""
        self.heard.append(json.loads(self._events.readline()))
        return self.heard[-1]

    def hear_of_the_first_build(self) -> None:
        """Take the site of the first build."""
        assert "site" in self.hear()
        self.send(taken=True)
        assert self.hear() == {"done": True, "problems": []}

    def leave(self) -> None:
        """End the session."""
        self._commands.close()


@pytest.fixture
def other(monkeypatch: pytest.MonkeyPatch) -> Iterator[Other]:
    """Return the other end of the pipes of the next session."""
    (stdin, commands), (events, out) = os.pipe(), os.pipe()
    monkeypatch.setenv(EVENTS, str(out))
    with os.fdopen(stdin) as reading, os.fdopen(commands, "w") as writing, os.fdopen(events) as hearing:
        monkeypatch.setattr(sys, "stdin", reading)
        yield Other(writing, hearing)


@pytest.fixture
def session(tmp_path: Path, other: Other) -> Iterator[Session]:
    """Return a session whose first build is done."""
    session = Session(tmp_path)
    session.site_is_ready("/first")
    yield session
    _put_away(session)


def _put_away(session: Session) -> None:
    logging.getLogger("mkdocs").removeHandler(session.problems)
    # Not the default, which ends a process: the thread that reads commands may send a last one.
    signal.signal(signal.SIGUSR1, signal.SIG_IGN)
    session._events.close()


def _serve(session: Session, editor: Callable[[], None], other: Other, serve: Callable[[], None] | None = None) -> None:
    """Serve until the editor has done what there is to do; what fails there fails the test."""
    failed: list[BaseException] = []

    def edit() -> None:
        try:
            editor()
        except BaseException as error:
            failed.append(error)
        finally:
            other.leave()

    thread = threading.Thread(target=edit, daemon=True)
    thread.start()
    (serve or session.serve)()
    thread.join(PATIENCE)
    if failed:
        raise failed[0]


def test_a_round_shows_the_open_pages_then_the_site_then_is_done(session: Session, other: Other) -> None:
    asked: list[tuple[bool, set[str]]] = []

    def build() -> None:
        asked.append((session.hurrying, set(session.open)))
        session.page_is_ready("a/index.html", "甲")
        logging.getLogger("mkdocs.pages").warning("坏链接")
        session.screen_is_ready()
        session.site_is_ready("/second")

    session.build = build

    def editor() -> None:
        other.hear_of_the_first_build()
        other.send(saved=["docs/a.md"], open=["a/index.html", "b/index.html"])
        # The build for the screen ends where the screen is ready, and leaves it to the next to complain.
        assert [other.hear() for _ in range(2)] == [{"page": "a/index.html", "html": "甲"}] * 2
        assert other.hear() == {"site": "/second"}
        other.send(taken=True)
        assert other.hear() == {"done": True, "problems": ["坏链接"]}

    _serve(session, editor, other)
    assert asked == [(True, {"a/index.html", "b/index.html"}), (False, {"b/index.html"})]
    assert other.heard[0] == {"site": "/first"}


@pytest.mark.parametrize(("at_once", "pages"), [(True, ["a"]), (False, [])])
def test_there_is_no_build_for_the_screen_when_it_shows_everything(
    session: Session, other: Other, at_once: bool, pages: list[str]
) -> None:
    hurried: list[bool] = []
    session.show_saved = lambda saved: at_once
    session.build = lambda: hurried.append(session.hurrying)

    def editor() -> None:
        other.hear_of_the_first_build()
        other.send(saved=["docs/a.md"], open=pages)
        other.hear()

    _serve(session, editor, other)
    assert hurried == [False]


def test_a_mistake_in_the_build_for_the_screen_is_left_to_the_whole_one(session: Session, other: Other) -> None:
    def build() -> None:
        if session.hurrying:
            raise ValueError("坏了")

    session.build = build

    def editor() -> None:
        other.hear_of_the_first_build()
        other.send(saved=["docs/a.md"], open=["a"])
        assert other.hear() == {"done": True, "problems": []}

    _serve(session, editor, other)
    assert not session.hurrying


def test_what_mkdocs_complains_about_and_what_breaks_is_told_and_the_next_round_is_clean(
    session: Session, other: Other, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    def warn() -> None:
        logging.getLogger("mkdocs.pages").warning("docs/a.md:1: 不对；改掉")
        raise SystemExit(1)

    def fail() -> None:
        raise ValueError("坏了")

    def leave() -> None:
        raise SystemExit("没有说过")

    rounds: Iterator[Callable[[], None]] = iter([warn, fail, leave, lambda: None])
    session.build = lambda: next(rounds)()
    problems: list[list[str]] = []

    def editor() -> None:
        other.hear_of_the_first_build()
        for _ in range(4):
            other.send(saved=["docs/a.md"], open=[])
            problems.append(other.hear()["problems"])

    _serve(session, editor, other)
    assert problems == [["docs/a.md:1: 不对；改掉"], ["ValueError: 坏了"], ["SystemExit: 没有说过"], []]
    assert "ValueError: 坏了" in capfd.readouterr().err


def test_a_save_stops_the_round_that_is_under_way(session: Session, other: Other) -> None:
    started = threading.Event()
    ended: list[str] = []

    def build() -> None:
        if not started.is_set():
            started.set()
            # In short steps: a signal that comes just before a sleep is looked at after it.
            for _ in range(PATIENCE * 10):
                time.sleep(0.1)
        ended.append("whole")

    session.build = build

    def editor() -> None:
        other.hear_of_the_first_build()
        other.send(saved=["docs/a.md"], open=[])
        assert started.wait(PATIENCE)
        other.send(saved=["docs/b.md"], open=[])
        assert other.hear() == {"done": True, "problems": []}

    began = time.monotonic()
    _serve(session, editor, other)
    assert ended == ["whole"]
    assert time.monotonic() - began < PATIENCE


def test_while_the_files_are_read_nothing_stops_the_round_and_after_that_it_ends(
    session: Session, other: Other
) -> None:
    ended: list[str] = []

    def build() -> None:
        session.site_is_ready("/next")
        ended.append("whole")

    session.build = build
    shown: list[list[str]] = []

    def show_saved(saved: Iterable[str]) -> bool:
        shown.append(list(saved))
        return True

    session.show_saved = show_saved

    def editor() -> None:
        other.hear_of_the_first_build()
        other.send(saved=["docs/a.md"], open=[])
        assert "site" in other.hear()
        other.send(saved=["docs/b.md"], open=["x"])
        other.send(saved=["docs/c.md"], open=["y"])
        other.send(taken=True)
        # The round ends when its files were read; the two saves are one round.
        assert "site" in other.hear()
        other.send(taken=True)
        assert other.hear() == {"done": True, "problems": []}

    _serve(session, editor, other)
    assert shown == [["docs/a.md"], ["docs/b.md", "docs/c.md"]]
    assert session.open == {"y"}
    assert ended == ["whole"]


def test_what_cannot_be_shown_at_once_is_left_to_the_build(session: Session, other: Other) -> None:
    def broken(saved: object) -> bool:
        raise ValueError("坏了")

    session.show_saved = broken
    built: list[bool] = []
    session.build = lambda: built.append(True)

    def editor() -> None:
        other.hear_of_the_first_build()
        other.send(saved=["docs/a.md"], open=[])
        assert other.hear() == {"done": True, "problems": []}

    _serve(session, editor, other)
    assert built == [True]


@pytest.mark.parametrize(
    ("error", "for_editors", "told"),
    [
        (ValueError("坏了"), False, ["ValueError: 坏了"]),
        (
            ValueError("docs/a.md:1: 甲；改掉\ndocs/b.md:2: 乙；改掉"),
            True,
            ["docs/a.md:1: 甲；改掉", "docs/b.md:2: 乙；改掉"],
        ),
    ],
)
def test_a_first_build_that_fails_is_told_and_the_same_process_builds_the_next(
    tmp_path: Path, other: Other, error: Exception, for_editors: bool, told: list[str]
) -> None:
    session = Session(tmp_path)
    session.build = lambda: session.site_is_ready("/mended")

    def editor() -> None:
        assert other.hear() == {"done": True, "problems": told}
        other.send(saved=["docs/a.md"], open=[])
        assert other.hear() == {"site": "/mended"}
        other.send(taken=True)
        assert other.hear() == {"done": True, "problems": []}

    try:
        _serve(session, editor, other, partial(session.serve_after, error, for_editors=for_editors))
    finally:
        _put_away(session)
