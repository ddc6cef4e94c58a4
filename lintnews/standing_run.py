"""A run against the standing ledger: the same report as one in memory, without reading the archive."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from lintnews.cache import open_cache
from lintnews.comparers import Comparer
from lintnews.comparison import Compared, LedgerLook, add_times, compare
from lintnews.contract import Entry, Row
from lintnews.engine import finding_order, gathered
from lintnews.ledger.same_story import StoryMatcher
from lintnews.ledger.tables import TROUBLES, LedgerTrouble, drop, trouble
from lintnews.memo import Memo
from lintnews.placing import shelf
from lintnews.pool import run_all
from lintnews.report import Failure, Finding, Report
from lintnews.standing import LEAST, Standing, file_of
from lintnews.suppress import suppress

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from lintnews.cache import Cache
    from lintnews.corpus import Corpus
    from lintnews.ledger.disk import DiskLedger
    from lintnews.model import Card
    from lintnews.workshop import Work, Workshop

MANY = 500  # targets from which on all keys that several values have are found at once
ROUNDS = 5


class StandingRun:
    """One run on `targets`; `run` may raise LedgerTrouble, and nothing has been told then."""

    def __init__(
        self,
        workshop: Workshop,
        standing: Standing,
        targets: Sequence[str],
        given: Mapping[str, bytes],
        jobs: int,
        cache: Cache | None,
        memo: Memo | None,
    ) -> None:
        self._workshop = workshop
        self._standing = standing
        self._targets = set(targets)
        self._given = given
        self._on_disk = self._targets - given.keys()
        self._jobs = jobs
        self._memo = memo
        self._cache = cache  # of works without rows, for many targets
        self._many = len(self._targets) > MANY
        self._works: dict[str, Work] = {}  # of the targets, with their rows; of many, none
        self._heard: dict[str, Card | None] = {}  # the targets that could be read, with the card if it allows anything
        self._visitors: list[tuple[str, Work]] = []
        self._inside: list[Finding] = []
        self._failures: dict[str, tuple[Failure, ...]] = {}
        self._compared = 0
        self._timings: dict[str, float] = {}
        self._locate = shelf(lambda path: workshop.read(path, given.get(path)))

    def run(self, *, whole: bool, every_file: bool) -> Report:
        """The report; `whole` as in `engine.run`. `every_file`: no file of the corpus is taken for unchanged unseen."""
        try:
            return self._run(whole=whole, every_file=every_file)
        except TROUBLES as problem:
            raise trouble(problem) from problem

    def _run(self, *, whole: bool, every_file: bool) -> Report:
        standing = self._standing
        todo = None if every_file else standing.glance()
        walked = todo is None
        if todo is None:
            todo = standing.look()
        memo = self._memo if walked and not self._given else None
        kept = memo.find(memo.key(standing.digests())) if memo is not None and not todo else None
        if kept is not None:
            return kept
        self._take_in(sorted({*todo, *self._unknown(set(todo))}))
        self._hear_out()
        if walked:
            standing.settle()
        else:
            standing.settle_folders()
        for _ in range(ROUNDS):
            report = self._report(whole=whole)
            if memo is not None and not self._visitors:
                memo.keep(memo.key(standing.digests()), report)
            stale = [] if self._many else standing.stale()
            if not stale:
                return report
            self._take_in(stale)
        raise LedgerTrouble("the articles change faster than they are read")

    def _unknown(self, todo: set[str]) -> Iterator[str]:
        """The targets that have to be worked on; of many, those are taken as known whose work is in the cache."""
        for path in self._on_disk - todo:
            digest = self._standing.digest(path) if self._cache else b""
            work = self._cache.find(path, digest, target=True) if digest and self._cache else None
            if work is None:
                yield path
            else:
                self._note(path, work)

    def _take_in(self, paths: Sequence[str]) -> None:
        """Work on files, for the record and for what is told of the targets."""
        for path, work, seal in self._standing.take_in(paths, self._on_disk, self._jobs):
            if path not in self._given:
                self._failures.pop(path, None)
                self._fail(path, work)
            if path not in self._on_disk or isinstance(work, Failure):
                continue
            self._note(path, work)
            if not self._standing.knows(path):
                self._visitors.append((path, work))
            elif self._cache is not None and seal.digest:
                self._cache.keep(path, seal.digest, msgspec.structs.replace(work, rows=()), target=True)

    def _hear_out(self) -> None:
        """Work on what was handed over with its text; it counts in place of what stands on disk."""
        paths = sorted(self._targets & self._given.keys())
        for path, work in run_all(self._workshop, paths, self._targets, self._given, 1):
            self._fail(path, work)
            if not isinstance(work, Failure):
                self._note(path, work)
                self._visitors.append((path, work))

    def _fail(self, path: str, work: Work | Failure) -> None:
        failures = (work,) if isinstance(work, Failure) else work.failures
        if failures:
            self._failures[path] = failures
        if not isinstance(work, Failure):
            add_times(self._timings, work)

    def _note(self, path: str, work: Work) -> None:
        """Keep what is told of a target by itself."""
        self._inside += work.findings
        self._compared += work.compared
        self._heard[path] = work.card if work.card.allowances else None
        if not self._many:
            self._works[path] = work

    def _report(self, *, whole: bool) -> Report:
        standing = self._standing
        with standing.view(self._visitors):
            ledger = standing.ledger(whole=self._many, fresh=self._targets)
            timings = dict(self._timings)
            across = self._compare(ledger, timings)
            told = across.findings
            cards = self._cards([*self._inside, *told], ledger)
        findings = gathered(self._workshop, self._inside, told, cards)
        known, size = sum(map(standing.knows, self._targets)), standing.size
        whole = whole or 0 < known == size
        verdict = suppress(findings, self._workshop, cards, self._targets, self._locate, whole=whole)
        return Report(
            findings=tuple(sorted(verdict.findings, key=finding_order)),
            failures=(*(one for path in sorted(self._failures) for one in self._failures[path]), *across.troubles),
            targets=len(self._targets),
            corpus=size + len(self._targets) - known,
            rules=sum(len(job.rules) for job in self._workshop.jobs),
            compared=self._compared + across.pairs,
            suppressed=verdict.suppressed,
            timings=timings,
        )

    def _compare(self, ledger: DiskLedger, timings: dict[str, float]) -> Compared:
        """Compare the targets' rows in the order of their paths: many in several processes, if all are on record."""
        if not self._many:
            look = LedgerLook(self._workshop.register, StoryMatcher.over(ledger.size, ledger.frequency))
            return compare(self._workshop, ledger, self._asked(), look, self._locate, timings)
        paths = sorted(self._heard)
        setup = self._workshop.setup
        if self._jobs > 1 and not self._visitors and setup is not None:
            return self._standing.compare_apart(setup, paths, self._jobs, timings)
        return Comparer(self._workshop, ledger, self._locate).compare(paths, timings)

    def _asked(self) -> Iterator[tuple[str, Row, Entry]]:
        for _, work in sorted(self._works.items()):
            for name, row in work.rows:
                yield name, row, Entry(Row(row.value, (), row.start, row.end, row.text, row.data), work.card)

    def _cards(self, findings: Sequence[Finding], ledger: DiskLedger) -> list[Card]:
        """The cards of the targets with allowances, and of the articles that findings lie in or rest on."""
        cards = {path: card for path, card in self._heard.items() if card is not None}
        involved = {side.place.path for finding in findings for side in finding.related}
        involved.update(finding.place.path for finding in findings)
        for path in sorted(involved - cards.keys()):
            card = ledger.card(path)
            if card is not None:
                cards[path] = card
        return [cards[path] for path in sorted(cards)]


def run_on_ledger(
    workshop: Workshop,
    targets: Sequence[str],
    corpus: Corpus,
    *,
    given: Mapping[str, bytes],
    jobs: int,
    whole: bool,
    every_file: bool,
) -> tuple[Report | None, str]:
    """The report, and what is wrong with the ledger; None where the run has to be made in memory.

    That is so for a small corpus, which needs no ledger, and where the ledger can't be used.
    """
    root = workshop.setup.root if workshop.setup else "."
    try:
        file = file_of(workshop, corpus, root)
        if (every_file or not file.exists()) and len(corpus.paths) < LEAST:
            return None, ""
    except OSError as problem:
        return None, str(problem)
    try:
        standing = Standing(workshop, corpus, file)
    except LedgerTrouble as problem:
        if problem.torn:
            drop(file)
        return None, str(problem)
    many = len(targets) > MANY
    cache = open_cache(workshop, root, bare=True) if many else None
    memo = Memo(file.with_suffix(".report"), workshop, targets, whole=whole) if many else None
    try:
        run = StandingRun(workshop, standing, targets, given, jobs, cache, memo)
        return run.run(whole=whole, every_file=every_file), ""
    except LedgerTrouble as problem:
        standing.mend(problem)
        return None, str(problem)
    finally:
        standing.close()
        if cache is not None:
            cache.close()
