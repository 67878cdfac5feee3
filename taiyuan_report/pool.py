"""Work on many jobs by threads, with results in the order of the jobs and bounded memory."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import Future

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
    from concurrent.futures import ThreadPoolExecutor

    def work_on(batch: list[Job]) -> list[Result]:
        return [work(job) for job in batch]

    waiting: deque[tuple[list[Job], int, Future[list[Result]]]] = deque()
    held = 0
    pool = ThreadPoolExecutor(count)
    try:
        for batch, size in _batches(jobs):
            while waiting and (len(waiting) >= _WAITING * count or held + size > _UNDER_WAY):
                first, taken, future = waiting.popleft()
                held -= taken
                yield from zip(first, future.result(), strict=True)
            waiting.append((batch, size, pool.submit(work_on, batch)))
            held += size
        while waiting:
            first, taken, future = waiting.popleft()
            yield from zip(first, future.result(), strict=True)
    finally:
        # Also when the user stops: what has not begun is dropped, what has is a few reports.
        pool.shutdown(wait=True, cancel_futures=True)
