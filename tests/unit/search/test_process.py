"""The process beside the build: results in order, exceptions as texts, and an end that nobody waits for."""

from __future__ import annotations

import math
import os
import time
from collections.abc import Iterator

import pytest

from handbook.search.process import Worker, WorkerError


@pytest.fixture
def worker() -> Iterator[Worker]:
    worker = Worker()
    yield worker
    worker.stop()


def test_tasks_are_done_in_another_process_in_order(worker: Worker) -> None:
    where = worker.submit(os.getpid)
    roots = [worker.submit(math.sqrt, number) for number in (4, 9)]
    assert where.result(timeout=30) != os.getpid()
    assert [root.result(timeout=30) for root in roots] == [2, 3]


def test_an_exception_is_told_and_the_next_task_done(worker: Worker) -> None:
    bad, good = worker.submit(math.sqrt, -1), worker.submit(math.sqrt, 4)
    with pytest.raises(WorkerError, match="ValueError: math domain error"):
        bad.result(timeout=30)
    assert good.result(timeout=30) == 2


def test_what_is_printed_is_not_taken_for_an_answer(worker: Worker) -> None:
    worker.submit(print, "甲").result(timeout=30)
    assert worker.submit(math.sqrt, 4).result(timeout=30) == 2


def test_more_than_a_pipe_holds_waits_without_stopping_the_build(worker: Worker) -> None:
    texts = [worker.submit(str.upper, "a" * 1_000_000) for _ in range(5)]
    assert all(text.result(timeout=30) == "A" * 1_000_000 for text in texts)


def test_stopping_does_not_wait_for_the_task_and_fails_it(worker: Worker) -> None:
    task, next_one = worker.submit(time.sleep, 1000), worker.submit(math.sqrt, 4)
    worker.stop()
    assert not worker.is_alive()
    for future in (task, next_one):
        with pytest.raises(WorkerError, match="中途结束"):
            future.result(timeout=30)
