"""The tricks that the benchmark switches off: each is still where the benchmark looks for it."""

from __future__ import annotations

import pytest

from benchmarks.tricks import TRICKS, Figures, Trick, figures_of_trace
from support.site_build import ROOT


@pytest.mark.parametrize("trick", TRICKS, ids=lambda trick: trick.name)
def test_what_switches_a_trick_off_is_found_once_or_more(trick: Trick) -> None:
    missing = [(file, old) for file, old, _ in trick.changes if old not in (ROOT / file).read_text(encoding="utf-8")]
    assert missing == []


def _event(name: str, start: int, thread: int = 1, **more: object) -> dict[str, object]:
    return {"name": name, "pid": 7, "tid": thread, "ts": start, **more}


def test_a_trace_is_read_by_the_processor_time_of_its_main_thread() -> None:
    task = "ThreadControllerImpl::RunTask"
    events = [
        _event("navigationStart", 0),
        _event(task, 0, dur=900_000, tdur=10_000),  # waited for the processor most of the time
        _event(task, 1, thread=2, dur=90_000, tdur=90_000),  # another thread's
        _event("firstContentfulPaint", 2000),
        _event(task, 3000, dur=20_000, tdur=20_000),
        _event("LayoutShift", 4, args={"data": {"score": 0.25}}),
        _event("LayoutShift", 5, args={"data": {"score": 0.5}}),
    ]
    # Four times as slow: 40 ms until the paint; the second task takes 80 ms, 30 more than a reader does not notice.
    assert figures_of_trace(events) == Figures(blocking=30, paint=40, wait=2, shift=0.75)
