"""Works on many articles: from the cache, one after the other, or in worker processes above a measured number."""

from __future__ import annotations

from collections import deque
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from lintnews.report import Failure
from lintnews.suspects import Suspects
from lintnews.workbench import ANSWER, Answers, do_all
from lintnews.workshop import Task, Work

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from concurrent.futures import Future

    from lintnews.cache import Cache
    from lintnews.workers import Workers
    from lintnews.workshop import Workshop

# A worker costs 0.35 s of its processor before it is as quick as this process, an article of 380 words 5 ms. Processor
# seconds of whole runs with -j1 and -j2 (2026-11, two cores): 40 articles 0.7 and 1.3, 120: 1.1 and 1.8, 200: 1.5 and
# 2.3, 400: 2.5 and 3.3; so two free cores are even at 140 articles (0.35 s + n / 2 * 5 ms = n * 5 ms).
THRESHOLD = 150  # articles from which on workers are started
# Articles handed to a worker at once: as many as a workshop works on together, since fewer cost a sixth more.
CHUNK = 50
WINDOW = 1000  # articles that are looked up and handed out together: enough to keep workers busy


class Window(NamedTuple):
    """Some of the articles in order: work that was known, and tasks, whose chunks are on the way to workers."""

    entries: list[tuple[Task, Work | None]]
    chunks: list[Future[Answers]]


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
            workshop.watch(number, len(paths), "read")
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
    return (task, work) if work is not None else (replace(task, data=data, kept=True), None)


class Hands:
    """Those who work: this process, and others from the moment on that there is enough to do."""

    def __init__(self, workshop: Workshop, jobs: int) -> None:
        self._workshop = workshop
        self._jobs = jobs
        self._workers: Workers | None = None
        setup = workshop.setup
        self._suspects = Suspects(setup.root if setup is not None and setup.cached else None)

    def begin(self, entries: list[tuple[Task, Work | None]]) -> Window:
        """Hand the tasks to workers if that is worth it."""
        tasks = [task for task, work in entries if work is None]
        setup = self._workshop.setup
        if self._jobs > 1 and tasks and setup is not None and self._worth_it(tasks):
            if self._workers is None:
                from lintnews.workers import Workers

                self._workers = Workers(setup, self._jobs)
            return Window(entries, [self._workers.submit(tasks[i : i + CHUNK]) for i in range(0, len(tasks), CHUNK)])
        return Window(entries, [])

    def finish(self, window: Window, cache: Cache | None) -> Iterator[tuple[str, Work | Failure]]:
        """The works of a window, in order; new ones are put into the cache."""
        todo = [task for task, known in window.entries if known is None]
        done = self._unpacked(todo, window.chunks) if window.chunks else do_all(self._workshop, todo)
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
        if self._workers is not None:
            self._workers.close()
        self._suspects.save()

    def _worth_it(self, tasks: Sequence[Task]) -> bool:
        """Whether workers are there or save time, or one of the articles may well end the process that reads it."""
        return bool(self._workers) or len(tasks) >= THRESHOLD or any(task.path in self._suspects for task in tasks)

    def _unpacked(self, tasks: Sequence[Task], chunks: Sequence[Future[Answers]]) -> Iterator[Work | Failure]:
        """The workers' answers to the tasks, or that a worker ended."""
        for task, answer in zip(tasks, (answer for chunk in chunks for answer in chunk.result()), strict=True):
            if isinstance(answer, Failure):
                self._suspects.add(task.path)
                yield answer
            else:
                self._suspects.clear(task.path)
                yield ANSWER.decode(answer)
