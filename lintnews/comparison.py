"""Comparing many articles with the ledger on disk, in worker processes that each read it for themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from lintnews.engine import Compared, LedgerLook, compare
from lintnews.errors import LintnewsError
from lintnews.ledger.disk import DiskLedger
from lintnews.ledger.same_story import StoryMatcher
from lintnews.ledger.tables import TROUBLES, LedgerTrouble, reader, trouble, writes
from lintnews.placing import shelf
from lintnews.pool import pool_of, workshop_here

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from lintnews.contract import Entry, Row
    from lintnews.placing import Locator
    from lintnews.workshop import Workshop

CHUNK = 100  # articles that are compared in one go
SHELF = 400  # articles that are kept at hand because findings rest on them


class Answer(msgspec.Struct):
    """What a worker says of some articles, or why it can't."""

    compared: Compared | None
    timings: dict[str, float]
    trouble: str = ""
    torn: bool = False


class Comparer:
    """One process's view of the ledger, as it stood after so many writes."""

    def __init__(self, workshop: Workshop, ledger: DiskLedger, locate: Callable[[str], Locator]) -> None:
        self._workshop = workshop
        self._ledger = ledger
        self._look = LedgerLook(workshop.register, StoryMatcher.over(ledger.size, ledger.frequency))
        self._locate = locate

    def compare(self, paths: Iterable[str], timings: dict[str, float]) -> Compared:
        """Compare the rows of articles, in the order given, with all others."""
        return compare(self._workshop, self._ledger, self._asked(paths), self._look, self._locate, timings)

    def _asked(self, paths: Iterable[str]) -> Iterator[tuple[str, Row, Entry]]:
        agreeing = {name for name, check in self._workshop.ledger_checks.items() if check.agreement}
        for path in paths:
            yield from ((name, entry.row, entry) for name, entry in self._ledger.rows(path, agreeing))


_comparer: Comparer | None = None


def compare_apart(
    workshop: Workshop, file: Path, base: sqlite3.Connection, paths: Sequence[str], jobs: int, timings: dict[str, float]
) -> Compared:
    """Compare articles in `jobs` processes; LedgerTrouble if the ledger is no longer as `base` sees it."""
    from concurrent.futures import BrokenExecutor

    decoder = msgspec.msgpack.Decoder(Answer)
    whole = Compared.begin(workshop)
    pool = pool_of(workshop, jobs)
    try:
        stand = str(file), writes(base)
        chunks = [pool.submit(_compare, *stand, paths[i : i + CHUNK]) for i in range(0, len(paths), CHUNK)]
        chunks.reverse()
        while chunks:
            answer = decoder.decode(chunks.pop().result())
            if answer.compared is None:
                raise LedgerTrouble(answer.trouble, torn=answer.torn)
            whole.add(answer.compared)
            for name, seconds in answer.timings.items():
                timings[name] = timings.get(name, 0.0) + seconds
    except BrokenExecutor:
        raise LintnewsError("a worker process was ended from outside (out of memory?); -j 1 needs least") from None
    finally:
        pool.shutdown(cancel_futures=True)
    return whole


def _compare(file: str, stand: int, paths: Sequence[str]) -> bytes:
    """Compare some articles in a worker."""
    global _comparer  # noqa: PLW0603 - a worker process looks at one ledger for its life
    timings: dict[str, float] = {}
    try:
        if _comparer is None:
            _comparer = _open(file, stand)
        answer = Answer(_comparer.compare(paths, timings), timings)
    except (LedgerTrouble, *TROUBLES) as problem:
        found = trouble(problem)
        answer = Answer(None, {}, str(found), found.torn)
    return msgspec.msgpack.encode(answer)


def _open(file: str, stand: int) -> Comparer:
    workshop = workshop_here()
    base = reader(file)
    base.execute("begin")
    if writes(base) != stand:
        raise LedgerTrouble("another run has written to it")
    ledger = DiskLedger(base, list(workshop.ledger_checks), whole=True)
    return Comparer(workshop, ledger, shelf(workshop.read, SHELF))
