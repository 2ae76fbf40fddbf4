"""The process that builds, as the one that shows the site sees it: started, told, replaced, and reported when it dies."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any

import pytest

from handbook.serve.builder import Builder

PATIENCE = 30  # seconds
# Python finds this one before MkDocs: it repeats each command as an event, and dies when it is told to.
STAND_IN = """\
import json, os, sys
to = os.fdopen(int(os.environ["HANDBOOK_SERVE_EVENTS"]), "w")
def say(**event):
    to.write(json.dumps(event) + "\\n")
    to.flush()
say(started=sys.argv[1:], url=os.environ["SITE_URL"], folder=os.environ["TMPDIR"])
for line in sys.stdin:
    if "die" in line:
        print("said before the end", flush=True)
        sys.exit(3)
    say(heard=json.loads(line))
"""

Events = SimpleQueue[dict[str, Any]]


@pytest.fixture
def events() -> Events:
    """Return what the builder reports."""
    return SimpleQueue()


@pytest.fixture
def builder(tmp_path: Path, events: Events) -> Iterator[Builder]:
    """Return a builder whose process is the stand-in."""
    (tmp_path / "mkdocs.py").write_text(STAND_IN, encoding="utf-8")
    builder = Builder(tmp_path, "http://127.0.0.1:8001/", events.put)
    yield builder
    builder.close()


def _silent(events: Events, seconds: float = 0.5) -> bool:
    try:
        events.get(timeout=seconds)
    except Empty:
        return True
    return False


def test_the_process_knows_its_address_and_has_a_folder_of_its_own(builder: Builder, events: Events) -> None:
    assert not builder.is_alive()
    builder.start()
    event = events.get(timeout=PATIENCE)
    assert event["started"] == ["serve", "--no-strict", "--dev-addr", "127.0.0.1:8001"]
    assert event["url"] == "http://127.0.0.1:8001/"
    assert builder.is_alive()
    assert Path(event["folder"]).is_dir()
    builder.close()
    assert not builder.is_alive()
    assert not Path(event["folder"]).exists()


def test_it_hears_what_was_saved_and_what_is_open(builder: Builder, events: Events) -> None:
    builder.start()
    events.get(timeout=PATIENCE)
    builder.build({"b", "a"}, ["y", "x"])
    builder.taken()
    heard = [events.get(timeout=PATIENCE)["heard"] for _ in range(2)]
    assert heard == [{"saved": ["a", "b"], "open": ["x", "y"]}, {"taken": True}]


def test_its_death_is_reported_with_what_it_said(
    builder: Builder, events: Events, capfd: pytest.CaptureFixture[str]
) -> None:
    builder.start()
    events.get(timeout=PATIENCE)
    builder.build(["die"], [])
    assert events.get(timeout=PATIENCE) == {"died": "said before the end\n"}
    assert not builder.is_alive()
    assert "said before the end" in capfd.readouterr().err
    builder.build(["later"], [])  # nobody hears it, and nothing breaks
    assert _silent(events)


@pytest.mark.parametrize("end", [Builder.stop, Builder.start])
def test_one_that_is_ended_on_purpose_does_not_count_as_dead(
    builder: Builder, events: Events, end: Callable[[Builder], None]
) -> None:
    builder.start()
    events.get(timeout=PATIENCE)
    end(builder)
    if end is Builder.start:
        assert "started" in events.get(timeout=PATIENCE)
    assert _silent(events)
