"""Readers in processes of their own, with bounded memory and time.

For PDF alone. PDFium works for one thread at a time, so that two processes read twice as fast as two threads; and a
small file can make it take gigabytes or minutes, which only the system can stop. The other readers take a twentieth
of its time and bound what they take themselves.
"""

from __future__ import annotations

import atexit
import contextlib
import mmap
import os
import pickle
import queue
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any, cast

from taiyuan_report.errors import DamagedFile, ReportError, TooLarge
from taiyuan_report.readers.base import Document, Limits

_idle: queue.SimpleQueue[_Worker] = (
    queue.SimpleQueue()
)  # started as threads ask for them, kept for the next file

_inherited: queue.SimpleQueue[_Worker] | None = None  # kept, lest Python warns of processes it has not ended


class _Worker:
    """A process that reads one file at a time; it ends when its input does, and so with this process."""

    def __init__(self) -> None:
        # It looks for the package where this process found it, not in the folder that it is started from.
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", "taiyuan_report.readers.process"],
            env=os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, map(str, sys.path)))},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )

    def read(self, reader: str, data: bytes, name: str, limits: Limits) -> Document | Exception:
        """What the reader gives or raises; a worker that ended raises EOFError or OSError."""
        timer = threading.Timer(limits.seconds, self._process.kill)
        timer.start()
        try:
            pickle.dump((reader, data, name, limits), cast(Any, self._process.stdin))
            cast(Any, self._process.stdin).flush()
            return cast("Document | Exception", pickle.load(cast(Any, self._process.stdout)))
        finally:
            timer.cancel()

    def end(self) -> int:
        """Its code of return, once it has ended."""
        self._process.kill()
        for pipe in (self._process.stdin, self._process.stdout):
            with contextlib.suppress(OSError):
                cast(Any, pipe).close()
        return self._process.wait()


@atexit.register
def _end_idle() -> None:
    """Before Python warns of processes and pipes that nobody has ended."""
    with contextlib.suppress(queue.Empty):
        while True:
            _idle.get_nowait().end()


def _leave_idle() -> None:
    """In a forked child: those that wait are its parent's, who goes on with them."""
    global _idle, _inherited
    _inherited, _idle = _idle, queue.SimpleQueue()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_leave_idle)


def read(reader: str, data: bytes, name: str, limits: Limits) -> Document:
    """What a reader makes of a file, in another process.

    Raises:
        TooLarge: it took more than ``seconds`` or ``memory_bytes`` allow; DamagedFile: its library broke down; and
        what the reader raises.
    """
    import time

    try:
        worker = _idle.get_nowait()
    except queue.Empty:
        worker = _Worker()
    begin = time.monotonic()
    try:
        made = worker.read(reader, data, name, limits)
    except (EOFError, OSError, pickle.UnpicklingError):
        code = worker.end()
        if time.monotonic() - begin >= limits.seconds:
            raise TooLarge(f"{name}: it took more than the {limits.seconds} s that seconds allows") from None
        raise DamagedFile(
            f"{name}: the library that reads {reader} broke down on it ({code}); it may need more memory than "
            f"the {limits.memory_bytes} bytes of memory_bytes"
        ) from None
    except BaseException:
        worker.end()
        raise
    _idle.put(worker)
    if isinstance(made, Exception):
        raise made
    return made


def _serve() -> None:
    """Read files as they come, until the input ends."""
    import importlib
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever started it stops it
    output = sys.stdout.buffer
    taken = _taken()
    while True:
        try:
            reader, data, name, limits = pickle.load(sys.stdin.buffer)
        except EOFError:
            return
        _bound_memory(taken + limits.memory_bytes)
        made: Document | Exception
        try:
            made = importlib.import_module(f"taiyuan_report.readers.{reader}").read_here(data, name, limits)
        except (ReportError, OSError) as error:
            made = error
        except MemoryError:
            made = TooLarge(f"{name}: it needs more than the {limits.memory_bytes} bytes of memory_bytes")
        except Exception as error:  # whatever strange bytes make a library say
            made = DamagedFile(f"{name}: {type(error).__name__}: {error}")
        pickle.dump(made, output)
        output.flush()


def _taken() -> int:
    """Bytes of addresses that this process has, 0 where the system does not tell; a sanitizer takes terabytes."""
    try:
        return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0]) * mmap.PAGESIZE
    except OSError:
        return 0


def _bound_memory(size: int) -> None:
    try:
        import resource

        _, most = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (size, most))
    except (ImportError, ValueError, OSError):
        return  # Windows has no such bound; macOS takes it and does not keep it


if __name__ == "__main__":
    _serve()
