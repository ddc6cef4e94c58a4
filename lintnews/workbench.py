"""What a worker process does: it reads chunks of tasks from its standard input, and answers each task when it is done.

It never hears Ctrl-C, and ends with the pipe from its parent, however that one ends.
"""

from __future__ import annotations

import os
import signal
from io import BufferedReader, FileIO
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Protocol, TypeVar

import msgspec

from lintnews.errors import LintnewsError, told
from lintnews.report import Failure
from lintnews.workshop import BATCH, Task, Work

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from lintnews.workshop import Workshop

T = TypeVar("T")
_SIZE = 4  # bytes that say how long a message is
ANSWER = msgspec.msgpack.Decoder(Work | Failure)

Answers = list[bytes | Failure]  # what travels (see `ANSWER` for tasks); a Failure where the worker ended


class Job(Protocol):
    """What a worker does with one article, in one word of the past."""

    doing: ClassVar[str]

    @property
    def path(self) -> str:
        """The article."""


def send(stream: FileIO, message: bytes) -> None:
    """Write a message; OSError if nobody reads."""
    rest = memoryview(len(message).to_bytes(_SIZE, "big") + message)
    while rest:
        rest = rest[stream.write(rest) :]


def receive(stream: BufferedReader[FileIO]) -> bytes | None:
    """The next message; None if there will be no other, or no whole one."""
    size = stream.read(_SIZE)
    if len(size) < _SIZE:
        return None
    message = stream.read(int.from_bytes(size, "big"))
    return message if len(message) == int.from_bytes(size, "big") else None


def do(workshop: Workshop, task: Task) -> Work | Failure:
    """The work on one article."""
    try:
        return workshop.work(task.path, task.data, target=task.target)
    except LintnewsError as problem:
        return Failure(problem.where or task.path, problem.message)
    except SystemExit as problem:  # a plugin's way to give up: it must not end the run, nor look like a clean one
        return Failure(task.path, f"the work on this article ended with {told(problem)}")


def do_all(workshop: Workshop, tasks: Sequence[Task]) -> Iterator[Work | Failure]:
    """The work on articles, some at a time; one by one where one of them ends it."""
    for first in range(0, len(tasks), BATCH):
        some = tasks[first : first + BATCH]
        try:
            works = list(workshop.work_all(some))
        except SystemExit:
            works = [do(workshop, task) for task in some]
        yield from works


def serve() -> None:
    """The life of a worker process that reads articles."""
    answer_all(list[Task], _packed_all)


def answer_all(kind: type[list[T]], answer: Callable[[Workshop, list[T]], Iterable[bytes]]) -> None:
    """Make the workshop, then answer every task of a kind, as long as somebody asks."""
    import gc
    import pickle
    from queue import SimpleQueue
    from threading import Thread

    from lintnews.setup import workshop_of

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    asked, answers = _take_streams()
    messages: SimpleQueue[bytes] = SimpleQueue()
    Thread(target=_listen, args=(asked, messages.put), daemon=True).start()
    setup, garbage = pickle.loads(messages.get())  # noqa: S301 - from our parent
    gc.set_threshold(*garbage)
    workshop = workshop_of(setup)
    send(answers, b"ready")
    tasks = msgspec.msgpack.Decoder(kind)
    try:
        while True:
            for message in answer(workshop, tasks.decode(messages.get())):
                send(answers, message)
    except BrokenPipeError:
        os._exit(0)  # nobody waits for the answer any more


def _take_streams() -> tuple[BufferedReader[FileIO], FileIO]:
    """Standard input and output for our own use: what a plugin prints goes to standard error."""
    asked, answers = BufferedReader(FileIO(os.dup(0), "rb")), FileIO(os.dup(1), "wb")
    with Path(os.devnull).open("rb") as nothing:
        os.dup2(nothing.fileno(), 0)
    os.dup2(2, 1)
    return asked, answers


def _listen(asked: BufferedReader[FileIO], take: Callable[[bytes], None]) -> None:
    """Take messages as they come; when there is nobody to send any, end, in the middle of an article too."""
    while (message := receive(asked)) is not None:
        take(message)
    os._exit(0)


def _packed_all(workshop: Workshop, tasks: Sequence[Task]) -> Iterator[bytes]:
    """The work on tasks as it travels."""
    for task, work in zip(tasks, do_all(workshop, tasks), strict=True):
        yield _packed(work, task.path)


def _packed(work: Work | Failure, path: str) -> bytes:
    """Work as it travels."""
    try:
        return msgspec.msgpack.encode(work)
    except (TypeError, ValueError, OverflowError) as problem:
        return msgspec.msgpack.encode(Failure(path, f"what was found can't be handed over: {problem}"))
