"""Who hands the steps of a run to the workers of a dask cluster, and waits for them."""

from __future__ import annotations

import json
import logging
import time
from itertools import pairwise
from pathlib import Path
from traceback import format_exception
from typing import TYPE_CHECKING, Any, Self
from uuid import uuid4

from lintnews.cluster import require, steps
from lintnews.cluster.exchange import exchange
from lintnews.cluster.judging import judge
from lintnews.cluster.kit import greet, pack
from lintnews.errors import LintnewsError, UsageError, told
from lintnews.report import Failure

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from types import TracebackType

    from distributed import Client, Future

    from lintnews.cluster.judging import Verdict
    from lintnews.cluster.steps import Told
    from lintnews.workshop import Workshop

    Chunk = Sequence[tuple[str, bool]]  # paths, and whether each is a target

ANSWER = 10  # seconds to wait for the scheduler
HELP = 60  # seconds to wait for a worker: a cluster that grows with the work needs a moment
LOOK = 2.0  # seconds between two looks whether there are workers
PAUSE = 0.02  # seconds between two looks whether something is done
CHUNK = 200  # articles that are worked on together
PARTITION = 20_000  # articles of which a worker holds the rows at a time
TRACE = 8_000  # characters of a traceback that are shown
EACH = 2  # partitions for each thread of a worker, so that none is idle for long


class Foreman:
    """One run; `lost` is what the cluster could not do."""

    def __init__(self, address: str, workshop: Workshop) -> None:
        self.lost: list[Failure] = []
        self._address = address
        self._workshop = workshop
        self._mark = uuid4().hex[:8]
        self._tasks = 0
        self._articles = 0
        self._sheets: list[list[Future]] = []  # of each chunk
        self._client = connect(address)
        self._alive = self._looked = time.monotonic()

    def __enter__(self) -> Self:
        """Make sure that there is a worker, and that it is one of ours."""
        try:
            # A task, so that a worker which comes later can have the kit too, and one that is lost can be replaced.
            self._kit = self._submit("kit", same, pack(self._workshop))
            (ready,) = self._finished([self._submit("greet", greet, self._kit)])
            problem = ready.exception()
        except BaseException:
            self._client.close()
            raise
        if problem is not None:
            self._client.close()
            if isinstance(problem, LintnewsError):
                raise problem
            raise LintnewsError(f"a worker can't begin: {told(problem)}; is lintnews installed there?", self._address)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Let go of everything that is still held or under way."""
        self._sheets.clear()
        self._client.close()

    def harvest(self, articles: Chunk) -> list[Told]:
        """Have every article worked on; what is told of them by themselves, in their order."""
        self._articles = len(articles)
        size = min(CHUNK, -(-len(articles) // (EACH * self._threads())) or 1)
        chunks = [articles[first : first + size] for first in range(0, len(articles), size)]
        harvested = [self._submit("harvest", steps.harvest, self._kit, chunk) for chunk in chunks]
        numbers = {self._submit("told", steps.told_of, one): number for number, one in enumerate(harvested)}
        self._sheets = [[self._submit("sheets", steps.sheets_of, one)] for one in harvested]
        found: dict[int, list[Told]] = {}
        done = 0
        for future in self._finished(numbers):
            number = numbers[future]
            answer = _result(future)
            if answer is None:
                found[number], self._sheets[number] = self._singly(chunks[number])
            else:
                found[number] = [answer]
            done += len(chunks[number])
            if self._workshop.watch is not None:
                self._workshop.watch(done, len(articles), "read")
        return [one for number in range(len(chunks)) for one in found[number]]

    def _singly(self, chunk: Chunk) -> tuple[list[Told], list[Future]]:
        """A chunk over which workers died, article by article, so that the one that kills them can be named."""
        found: list[Told] = []
        sheets: list[Future] = []
        for article in chunk:
            harvested = self._submit("harvest", steps.harvest, self._kit, [article])
            (future,) = self._finished([self._submit("told", steps.told_of, harvested)])
            answer = _result(future)
            if answer is None:
                failure = Failure(article[0], "the workers that worked on it died, again and again (out of memory?)")
                found.append(steps.Told(failures=[failure]))
            else:
                found.append(answer)
                sheets.append(self._submit("sheets", steps.sheets_of, harvested))
        return found, sheets

    def compare(self) -> list[Verdict]:
        """Have the rows of the articles compared; what is lost to dying workers is told in `lost`."""
        parts = min(len(self._sheets), max(-(-self._articles // PARTITION), EACH * self._threads()))
        if not parts or not self._workshop.ledger_checks:
            return []
        bounds = [len(self._sheets) * number // parts for number in range(parts + 1)]
        sheets = [[one for chunk in self._sheets[low:high] for one in chunk] for low, high in pairwise(bounds)]
        kit, here = self._kit, range(parts)
        try:
            declared = self._exchange("declare", [(steps.declare, kit, i, parts, *sheets[i]) for i in here])
            notices = self._exchange("survey", [(steps.survey, kit, parts, declared[i]) for i in here])
            del declared
            shipped = self._exchange("ship", [(steps.ship, kit, parts, notices[i], *sheets[i]) for i in here])
            self._sheets.clear()
            del sheets
            asked = self._exchange("ask", [(steps.ask, kit, i, parts, notices[i], shipped[i]) for i in here])
            answers = self._exchange("answer", [(steps.answer, kit, shipped[i], asked[i]) for i in here])
        except Killed as problem:
            self.lost.append(Failure(self._address, f"{problem}: nothing was compared across articles"))
            return []
        judged = {self._submit("judge", judge, kit, notices[i], shipped[i], answers[i]): i for i in here}
        del notices, shipped, asked, answers
        verdicts: dict[int, Verdict] = {}
        for future in self._finished(judged):
            verdict = _result(future)
            if verdict is not None:
                verdicts[judged[future]] = verdict
        for number in sorted(set(here) - verdicts.keys()):
            what = "workers died, again and again, while they compared it (out of memory?)"
            self.lost.append(Failure(f"partition {number + 1} of {parts}", what))
        return [verdicts[number] for number in sorted(verdicts)]

    def _exchange(self, name: str, tasks: Sequence[tuple[Any, ...]]) -> list[Future]:
        """Have all partitions write their letters, and bring these to where they belong."""
        written = [self._submit(name, *task) for task in tasks]
        arrived = exchange(self._submit, name, written)
        for future in self._finished(arrived):
            if _result(future, wait=False) is None:
                raise Killed(f'workers died, again and again, at the step "{name}" (out of memory?)')
        return arrived

    def _submit(self, name: str, function: Any, *arguments: Any) -> Future:
        self._tasks += 1
        return self._client.submit(attempt, function, *arguments, key=f"{name}-{self._mark}-{self._tasks}")

    def _finished(self, futures: Any) -> Iterator[Future]:
        """The futures as they are done; LintnewsError if there is nobody any more to do them."""
        from distributed import as_completed

        queue = as_completed(futures, loop=self._client.loop)
        while not queue.is_empty():
            batch = queue.next_batch(block=False)
            yield from batch
            if not batch:
                self._look()
                time.sleep(PAUSE)

    def _look(self) -> None:
        """Give up if there has been no worker for long."""
        now = time.monotonic()
        if now - self._looked < LOOK:
            return
        self._looked = now
        if self._client.nthreads():
            self._alive = now
        elif now - self._alive > HELP:
            raise LintnewsError(f"the scheduler has had no worker for {HELP} seconds", self._address)

    def _threads(self) -> int:
        threads: dict[str, int] = self._client.nthreads()
        return max(sum(threads.values()), 1)


class Stumbled(Exception):  # noqa: N818 - a bug of ours: shown whole
    """A step raised; the text is its traceback."""


class Killed(Exception):  # noqa: N818 - no LintnewsError: what was found is told nevertheless
    """A step could not be done by any worker."""


def attempt(function: Callable[..., Any], *arguments: Any) -> Any:
    """Do a task; whatever it raises travels as text, since dask waits for ever for an exception that can't travel."""
    try:
        return function(*arguments)
    except LintnewsError as problem:
        raised: Exception = LintnewsError(problem.message, problem.where)
    except Exception as problem:  # noqa: BLE001 - our own bug: shown whole to whoever runs the command
        raised = Stumbled("".join(format_exception(problem))[-TRACE:])
    raise raised  # out here, where the one that was caught does not hang on it


def same(packed: bytes) -> bytes:
    """What is given."""
    return packed


def connect(address: str) -> Client:
    """A client of the scheduler at an address, or of the one that a scheduler file (.json) names."""
    require()
    from distributed import Client

    logging.getLogger("distributed").setLevel(logging.CRITICAL)  # what matters is told by us
    address = _from_file(address) if address.endswith(".json") else address
    _refuse_misspelt(address)
    try:
        return Client(address, timeout=ANSWER, set_as_default=False)
    except OSError:
        raise UsageError(f"--scheduler: no answer within {ANSWER} seconds", address) from None


def _from_file(name: str) -> str:
    """The address in a scheduler file, which dask writes with `--scheduler-file`."""
    try:
        return str(json.loads(Path(name).read_bytes())["address"])
    except OSError as problem:
        raise UsageError(f"--scheduler: {problem.strerror}", name) from None
    except (ValueError, KeyError, TypeError):
        raise UsageError("--scheduler: this is no scheduler file", name) from None


def _refuse_misspelt(address: str) -> None:
    """UsageError for what can't be an address: a client that was made for it could not even be closed."""
    from distributed.comm import parse_address
    from distributed.comm.addressing import parse_host_port
    from distributed.comm.registry import get_backend

    try:
        scheme, place = parse_address(address)
        get_backend(scheme)
        if scheme != "inproc":
            parse_host_port(place)
    except ValueError as problem:
        raise UsageError(f"--scheduler: {problem}", address) from None


def _result(future: Future, *, wait: bool = True) -> Any:
    """What a task came to; None if the workers that had it died, again and again."""
    from distributed import KilledWorker

    problem = future.exception()
    if isinstance(problem, KilledWorker):
        return None
    if problem is not None:
        raise problem
    return future.result() if wait else True
