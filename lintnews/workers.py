"""Worker processes: a thread each asks them, and goes on with another one where one ends.

The tasks that it has not answered are then done once more, one at a time: the one at which a worker ends again is named
and given up.
"""

from __future__ import annotations

import gc
import pickle
import signal
import subprocess
import sys
from concurrent.futures import Future
from contextlib import suppress
from io import BufferedReader, FileIO
from queue import SimpleQueue
from threading import Lock, Thread
from typing import TYPE_CHECKING, NamedTuple, cast

import msgspec

from lintnews import workbench
from lintnews.errors import LintnewsError
from lintnews.report import Failure
from lintnews.workbench import Answers, Job, receive, send

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lintnews.setup import Setup

IN_A_ROW = 8  # workers that may end at their first task, one after the other, before the run is given up


class Order(NamedTuple):
    """Tasks for one worker, and where their answers are put."""

    tasks: Sequence[Job]
    answers: Future[Answers]


class Closed(Exception):  # noqa: N818 - nothing is wrong
    """The workers are not wanted any more."""


class Workers:
    """So many worker processes, started with the first tasks; `close` ends them, whatever they are busy with."""

    def __init__(self, setup: Setup, count: int, trade: str = workbench.__name__) -> None:
        self._start = pickle.dumps((setup, gc.get_threshold()))
        self._trade = trade  # the module whose `serve` they run
        self._orders: SimpleQueue[Order | None] = SimpleQueue()
        self._running: set[Worker] = set()
        self._lock = Lock()
        self._closed = False
        self._lost = 0  # workers that ended at their first task since one did not
        self._threads = [Thread(target=self._mind, daemon=True) for _ in range(count)]
        for thread in self._threads:
            thread.start()

    def submit(self, tasks: Sequence[Job]) -> Future[Answers]:
        """Hand tasks to the next worker that is free; the future raises LintnewsError if no worker can be had.

        The answers come in the order of the tasks.
        """
        order = Order(tasks, Future())
        self._orders.put(order)
        return order.answers

    def close(self) -> None:
        """End all workers; tasks that are left are dropped."""
        with self._lock:
            self._closed = True
            for worker in self._running:
                worker.end()
        for _ in self._threads:
            self._orders.put(None)

    def _mind(self) -> None:
        """Do orders with a worker process, and with another one when it has ended."""
        # Signals are for the main thread, which ends the workers; these are started from here, and so get none either.
        if hasattr(signal, "pthread_sigmask"):
            signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        worker: Worker | None = None
        for order in iter(self._orders.get, None):
            answers: Answers = []
            singly = False
            try:
                while len(answers) < len(order.tasks):
                    if worker is None or worker.has_ended():
                        worker = self._new()
                    rest = order.tasks[len(answers) :]
                    worker = self._ask(worker, rest[:1] if singly else rest, answers)
                    singly = singly or worker is None  # some are worked on together: alone, the one that did it shows
            except Closed:
                return
            except Exception as problem:  # noqa: BLE001 - raised where the answers are waited for
                order.answers.set_exception(problem)
            else:
                order.answers.set_result(answers)

    def _new(self) -> Worker:
        """A new worker process that is ready; LintnewsError if there can't be one."""
        with self._lock:
            if self._closed:
                raise Closed
            try:
                worker = Worker(self._trade, self._start)
            except OSError as problem:
                told = f"can't start a worker process ({problem.strerror or problem}); -j 1 does without"
                raise LintnewsError(told) from None
            self._running.add(worker)
        if not worker.is_ready():
            raise LintnewsError(f"a worker process ended before it began ({self._let_go(worker)}); -j 1 does without")
        return worker

    def _ask(self, worker: Worker, tasks: Sequence[Job], answers: Answers) -> Worker | None:
        """Have a worker do tasks; None if it ended, which a last answer says if there was one task only."""
        fresh = worker.fresh
        told = list(worker.ask(tasks))
        answers += told
        if len(told) == len(tasks):
            self._lost = 0
            return worker
        how = self._let_go(worker)
        if len(tasks) > 1:
            return None
        (task,) = tasks
        what = f"the worker process ended while it {task.doing} this article ({how})"
        self._lost = self._lost + 1 if fresh else 0
        if self._lost >= IN_A_ROW:
            raise LintnewsError(f"{what}, as did {IN_A_ROW - 1} before it; -j 1 does without", task.path)
        answers.append(Failure(task.path, what))
        return None

    def _let_go(self, worker: Worker) -> str:
        """How a worker ended; Closed if that was by ourselves."""
        how = worker.end()
        with self._lock:
            self._running.discard(worker)
            if self._closed:
                raise Closed
        return how


class Worker:
    """A worker process, seen from its parent."""

    def __init__(self, trade: str, start: bytes) -> None:
        code = f"import sys; sys.path[:] = {sys.path!r}; from {trade} import serve; serve()"
        pipe = subprocess.PIPE
        self._process = subprocess.Popen([sys.executable, "-c", code], stdin=pipe, stdout=pipe, bufsize=0)  # noqa: S603 - ourselves
        self._orders = cast("FileIO", self._process.stdin)
        self._answers = BufferedReader(cast("FileIO", self._process.stdout))
        self.fresh = True  # whether it has not been asked anything yet
        self._tell(start)

    def is_ready(self) -> bool:
        """Wait until it is; False if it ended before."""
        return receive(self._answers) is not None

    def has_ended(self) -> bool:
        """Whether it has ended since the last answer."""
        return self._process.poll() is not None

    def ask(self, tasks: Sequence[Job]) -> Iterator[bytes]:
        """The answers to the tasks; fewer if the worker ends."""
        self.fresh = False
        self._tell(msgspec.msgpack.encode(tasks))
        for _ in tasks:
            answer = receive(self._answers)
            if answer is None:
                return
            yield answer

    def end(self) -> str:
        """End it if it has not ended, and say how it ended: "signal 9: Killed"."""
        self._process.kill()
        code = self._process.wait()
        return f"signal {-code}: {signal.strsignal(-code)}" if code < 0 else f"exit code {code}"

    def _tell(self, message: bytes) -> None:
        with suppress(OSError):  # if it has ended, there will be no answer either
            send(self._orders, message)
