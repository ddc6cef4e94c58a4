"""Works on many articles: from the cache, one after the other, or in worker processes above a measured number."""

from __future__ import annotations

from collections import deque
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from lintnews.errors import LintnewsError
from lintnews.report import Failure
from lintnews.workshop import Task, Work

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from concurrent.futures import Future, ProcessPoolExecutor

    from lintnews.cache import Cache
    from lintnews.workshop import Workshop

THRESHOLD = 60  # articles below which starting workers costs more than they save
CHUNK = 50  # what a workshop works on together
WINDOW = 2000  # articles that are looked up and handed out together

_workshop: Workshop | None = None


class Window(NamedTuple):
    """Some of the articles in order: work that was known, and tasks, whose chunks are on the way to workers."""

    entries: list[tuple[Task, Work | None]]
    chunks: list[Future[bytes]]


def run_all(
    workshop: Workshop,
    paths: Sequence[str],
    targets: set[str],
    given: Mapping[str, bytes],
    jobs: int,
    cache: Cache | None = None,
) -> Iterator[tuple[str, Work | Failure]]:
    """The work on every path, in the order of `paths`; an article that can't be read is a Failure."""
    for number, done in enumerate(_run_all(workshop, paths, targets, given, jobs, cache), 1):
        if workshop.watch is not None:
            workshop.watch(number, len(paths))
        yield done


def _run_all(
    workshop: Workshop,
    paths: Sequence[str],
    targets: set[str],
    given: Mapping[str, bytes],
    jobs: int,
    cache: Cache | None,
) -> Iterator[tuple[str, Work | Failure]]:
    hands = Hands(workshop, jobs)
    waiting: deque[Window] = deque()
    try:
        for first in range(0, len(paths), WINDOW):
            tasks = [Task(path, given.get(path), path in targets) for path in paths[first : first + WINDOW]]
            # One window ahead, so that workers are busy while results are taken in.
            waiting.append(hands.begin([_look_up(task, cache) for task in tasks]))
            if len(waiting) > 1:
                yield from hands.finish(waiting.popleft(), cache)
        while waiting:
            yield from hands.finish(waiting.popleft(), cache)
    finally:
        hands.close()


def _look_up(task: Task, cache: Cache | None) -> tuple[Task, Work | None]:
    """The task, with the file's bytes, and its work if it is known."""
    if cache is None or task.data is not None:
        return task, None
    try:
        data = Path(task.path).read_bytes()
    except OSError:
        return task, None  # whoever works on it reports it
    work = cache.get(task.path, data, target=task.target)
    return (task, work) if work is not None else (task._replace(data=data, kept=True), None)


class Hands:
    """Those who work: this process, and others from the moment on that there is enough to do."""

    def __init__(self, workshop: Workshop, jobs: int) -> None:
        self._workshop = workshop
        self._jobs = jobs
        self._pool: ProcessPoolExecutor | None = None

    def begin(self, entries: list[tuple[Task, Work | None]]) -> Window:
        """Hand the tasks to workers if that is worth it."""
        tasks = [task for task, work in entries if work is None]
        if self._jobs > 1 and tasks and (self._pool is not None or len(tasks) >= THRESHOLD):
            pool = self._pool = self._pool or self._start()
            return Window(entries, [pool.submit(_chunk, tasks[i : i + CHUNK]) for i in range(0, len(tasks), CHUNK)])
        return Window(entries, [])

    def finish(self, window: Window, cache: Cache | None) -> Iterator[tuple[str, Work | Failure]]:
        """The works of a window, in order; new ones are put into the cache."""
        tasks = [task for task, known in window.entries if known is None]
        done = _results(window.chunks) if window.chunks else self._workshop.work_all(tasks)
        for task, known in window.entries:
            if known is not None:
                yield task.path, known
                continue
            work = next(done)
            if cache is not None and task.kept and task.data is not None and isinstance(work, Work):
                cache.put(task.path, task.data, work, target=task.target)
            yield task.path, work

    def close(self) -> None:
        """Let the workers go; tasks that nobody waits for any more are dropped."""
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)

    def _start(self) -> ProcessPoolExecutor:
        import multiprocessing
        from concurrent.futures import ProcessPoolExecutor

        # fork would copy a process that may hold threads; forkserver starts each worker from a clean one.
        methods = multiprocessing.get_all_start_methods()
        context = multiprocessing.get_context("forkserver" if "forkserver" in methods else "spawn")
        return ProcessPoolExecutor(self._jobs, mp_context=context, initializer=_start, initargs=(self._workshop.setup,))


def _results(chunks: Sequence[Future[bytes]]) -> Iterator[Work | Failure]:
    from concurrent.futures import BrokenExecutor

    decoder = msgspec.msgpack.Decoder(list[Work | Failure])
    for chunk in chunks:
        try:
            answer = chunk.result()
        except BrokenExecutor:
            raise LintnewsError("a worker process was ended from outside (out of memory?); -j 1 needs least") from None
        yield from decoder.decode(answer)


def _start(setup: object) -> None:
    """Make the workshop of this worker process."""
    global _workshop  # noqa: PLW0603 - a worker process has one workshop for its life
    from lintnews.setup import workshop_of

    _workshop = workshop_of(setup)  # type: ignore[arg-type]


def _chunk(tasks: list[Task]) -> bytes:
    """Work on a chunk of articles in a worker."""
    if _workshop is None:
        msg = "worker was not set up"
        raise RuntimeError(msg)
    return msgspec.msgpack.encode(list(_workshop.work_all(tasks)))
