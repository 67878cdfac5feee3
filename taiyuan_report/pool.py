"""Work on many jobs by threads, with results in the order of the jobs and bounded memory."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from taiyuan_report.jobs import Job

Result = TypeVar("Result")

_UNDER_WAY = 64 << 20  # bytes of files whose results wait for their turn
_WAITING = 2  # batches for each worker
# What a worker takes at once, since each time all threads take turns: so many jobs, or bytes of them.
_BATCH = 2
_LARGE = 1 << 17


def _batches(jobs: Iterable[Job]) -> Iterator[tuple[list[Job], int]]:
    """A few jobs at a time, and the size of them all."""
    batch: list[Job] = []
    size = 0
    for job in jobs:
        batch.append(job)
        size += job.size
        if len(batch) == _BATCH or size > _LARGE:
            yield batch, size
            batch, size = [], 0
    if batch:
        yield batch, size


def in_order(
    jobs: Iterable[Job], work: Callable[[Job], Result], workers: int | None
) -> Iterator[tuple[Job, Result]]:
    """Each job with what the work gave for it. Few are under way: who is slow to take them slows down the reading."""
    count = workers if workers is not None else os.cpu_count() or 1
    if count <= 1:
        for job in jobs:
            yield job, work(job)
        return
    from concurrent.futures import Future, ThreadPoolExecutor

    def work_on(batch: list[Job]) -> list[Result]:
        return [work(job) for job in batch]

    waiting: deque[tuple[list[Job], int, Future[list[Result]]]] = deque()

    def help_out() -> bool:
        """Do what no thread has begun yet; False if there is nothing."""
        for i, (batch, size, future) in enumerate(waiting):
            if future.cancel():
                done: Future[list[Result]] = Future()
                try:
                    done.set_result(work_on(batch))
                except Exception as error:  # raised in its turn, as that of a thread
                    done.set_exception(error)
                waiting[i] = batch, size, done
                return True
        return False

    def first_done() -> Iterator[tuple[Job, Result]]:
        # The caller is one of the workers: more threads than processors would be in each other's way.
        while not waiting[0][2].done() and help_out():
            pass
        batch, _, future = waiting.popleft()
        return zip(batch, future.result(), strict=True)

    held = 0
    pool = ThreadPoolExecutor(count - 1)
    try:
        for batch, size in _batches(jobs):
            while waiting and (len(waiting) >= _WAITING * count or held + size > _UNDER_WAY):
                held -= waiting[0][1]
                yield from first_done()
            waiting.append((batch, size, pool.submit(work_on, batch)))
            held += size
        while waiting:
            yield from first_done()
    finally:
        # Also when the user stops: what has not begun is dropped, what has is a few reports.
        pool.shutdown(wait=True, cancel_futures=True)
