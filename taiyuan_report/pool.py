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
_WAITING = 4  # of them for each worker


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

    waiting: deque[tuple[Job, Future[Result]]] = deque()
    held = 0
    pool = ThreadPoolExecutor(count)
    try:
        for job in jobs:
            while waiting and (len(waiting) >= _WAITING * count or held + job.size > _UNDER_WAY):
                first, future = waiting.popleft()
                held -= first.size
                yield first, future.result()
            waiting.append((job, pool.submit(work, job)))
            held += job.size
        while waiting:
            first, future = waiting.popleft()
            yield first, future.result()
    finally:
        # Also when the user stops: what has not begun is dropped, what has is a report or two.
        pool.shutdown(wait=True, cancel_futures=True)
