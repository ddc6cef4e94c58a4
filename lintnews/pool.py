"""Works on many articles: one after the other, or in worker processes above a measured number."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from lintnews.errors import LintnewsError
from lintnews.model import Failure
from lintnews.workshop import Work

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from lintnews.workshop import Workshop

THRESHOLD = 60  # articles below which starting workers costs more than they save
CHUNK = 25

_workshop: Workshop | None = None


def run_all(
    workshop: Workshop, paths: Sequence[str], targets: set[str], given: Mapping[str, bytes], jobs: int
) -> Iterator[tuple[str, Work | Failure]]:
    """The work on every path, in the order of `paths`; an article that can't be read is a Failure."""
    if jobs <= 1 or len(paths) < THRESHOLD:
        for path in paths:
            yield path, _one(workshop, path, given.get(path), target=path in targets)
        return
    yield from _parallel(workshop, paths, targets, given, jobs)


def _one(workshop: Workshop, path: str, data: bytes | None, *, target: bool) -> Work | Failure:
    try:
        return workshop.work(path, data, target=target)
    except LintnewsError as problem:
        return Failure(problem.where or path, problem.message)


def _parallel(
    workshop: Workshop, paths: Sequence[str], targets: set[str], given: Mapping[str, bytes], jobs: int
) -> Iterator[tuple[str, Work | Failure]]:
    """The same in worker processes; results come back as msgpack, in order."""
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor

    # fork would copy a process that may hold threads; forkserver starts each worker from a clean one.
    context = multiprocessing.get_context(
        "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"
    )
    setup = workshop.setup
    chunks = [paths[i : i + CHUNK] for i in range(0, len(paths), CHUNK)]
    with ProcessPoolExecutor(jobs, mp_context=context, initializer=_start, initargs=(setup,)) as pool:
        tasks = [pool.submit(_chunk, [(path, given.get(path), path in targets) for path in chunk]) for chunk in chunks]
        try:
            for chunk, task in zip(chunks, tasks, strict=True):
                works = msgspec.msgpack.decode(task.result(), type=list[Work | Failure])
                yield from zip(chunk, works, strict=True)
        finally:
            for task in tasks:
                task.cancel()


def _start(setup: object) -> None:
    """Make the workshop of this worker process."""
    global _workshop  # noqa: PLW0603 - a worker process has one workshop for its life
    from lintnews.setup import workshop_of

    _workshop = workshop_of(setup)  # type: ignore[arg-type]


def _chunk(tasks: list[tuple[str, bytes | None, bool]]) -> bytes:
    """Work on a chunk of articles in a worker."""
    if _workshop is None:
        msg = "worker was not set up"
        raise RuntimeError(msg)
    works = [_one(_workshop, path, data, target=target) for path, data, target in tasks]
    return msgspec.msgpack.encode(works)
