"""Comparing many articles with the ledger on disk, in worker processes that each read it for themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

import msgspec

from lintnews.comparison import Compared, LedgerLook, add_times, compare
from lintnews.ledger.disk import DiskLedger
from lintnews.ledger.same_story import StoryMatcher
from lintnews.ledger.tables import TROUBLES, LedgerTrouble, reader, trouble, writes
from lintnews.placing import shelf
from lintnews.report import Failure
from lintnews.workbench import answer_all

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from lintnews.contract import Entry, Row
    from lintnews.placing import Locator
    from lintnews.setup import Setup
    from lintnews.workshop import Workshop

CHUNK = 100  # articles that a worker is given at a time
SHELF = 400  # articles that are kept at hand because findings rest on them


class Comparer:
    """One process's view of the ledger, as it stood after so many writes."""

    def __init__(self, workshop: Workshop, ledger: DiskLedger, locate: Callable[[str], Locator]) -> None:
        self._workshop = workshop
        self._ledger = ledger
        self._look = LedgerLook(workshop.register, StoryMatcher.over(ledger.size, ledger.frequency))
        self._locate = locate
        self._agreeing = {name for name, check in workshop.ledger_checks.items() if check.agreement}

    def compare(self, paths: Sequence[str], timings: dict[str, float]) -> Compared:
        """Compare the rows of articles, in the order given, with all others."""
        return compare(self._workshop, self._ledger, self._asked(paths), self._look, self._locate, timings)

    def _asked(self, paths: Sequence[str]) -> Iterator[tuple[str, Row, Entry]]:
        watch = self._workshop.watch
        for number, path in enumerate(paths, 1):
            if watch is not None:
                watch(number, len(paths), "compared")
            yield from ((name, entry.row, entry) for name, entry in self._ledger.rows(path, self._agreeing))


class Comparison(msgspec.Struct, frozen=True, array_like=True):
    """An article to compare with all others, by the ledger in a file as it stood after so many writes."""

    path: str
    file: str
    stand: int
    doing: ClassVar[str] = "compared"


class Answer(msgspec.Struct, frozen=True):
    """What a worker says of an article: what was found, or why it can't tell."""

    compared: Compared
    timings: dict[str, float]
    trouble: str = ""
    torn: bool = False


_comparers: list[Comparer] = []  # of a worker process: the one that it has, once it has been asked


def compare_apart(
    workshop: Workshop,
    setup: Setup,
    stand: tuple[str, int],
    paths: Sequence[str],
    jobs: int,
    timings: dict[str, float],
) -> Compared:
    """Compare articles in `jobs` processes by a ledger's file after so many writes; LedgerTrouble if there are more."""
    from lintnews.workers import Workers

    decoder = msgspec.msgpack.Decoder(Answer)
    whole = Compared()
    workers = Workers(setup, jobs, __name__)
    try:
        tasks = [Comparison(path, *stand) for path in paths]
        chunks = [workers.submit(tasks[i : i + CHUNK]) for i in range(0, len(tasks), CHUNK)]
        for number, chunk in enumerate(chunks, 1):
            for told in chunk.result():
                if isinstance(told, Failure):
                    whole.lost.append(told)
                    continue
                one = decoder.decode(told)
                if one.trouble:
                    raise LedgerTrouble(one.trouble, torn=one.torn)
                whole.add(one.compared)
                add_times(timings, one)
            if workshop.watch is not None:
                workshop.watch(min(number * CHUNK, len(paths)), len(paths), "compared")
    finally:
        workers.close()
    return whole


def serve() -> None:
    """The life of a worker process that compares articles."""
    answer_all(list[Comparison], lambda workshop, tasks: (_answer(workshop, task) for task in tasks))


def _answer(workshop: Workshop, task: Comparison) -> bytes:
    timings: dict[str, float] = {}
    try:
        if not _comparers:
            _comparers.append(_open(workshop, task))
        answer = Answer(_comparers[0].compare([task.path], timings), timings)
    except (LedgerTrouble, *TROUBLES) as problem:
        found = trouble(problem)
        answer = Answer(Compared(), {}, str(found) or "unknown", found.torn)
    return msgspec.msgpack.encode(answer)


def _open(workshop: Workshop, task: Comparison) -> Comparer:
    base = reader(task.file)
    base.execute("begin")
    if writes(base) != task.stand:
        raise LedgerTrouble("another run has written to it")
    ledger = DiskLedger(base, list(workshop.ledger_checks), whole=True)
    return Comparer(workshop, ledger, shelf(workshop.read, SHELF))
