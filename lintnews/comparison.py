"""Comparing rows with those that share a key, wherever the ledger is."""

from __future__ import annotations

from operator import itemgetter
from time import perf_counter
from typing import TYPE_CHECKING, Protocol

import msgspec

from lintnews.errors import LintnewsError, told
from lintnews.ledger.tables import LedgerTrouble
from lintnews.report import Failure, Finding
from lintnews.workshop import ArticleLook, findings_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from lintnews.contract import Entry, Group, LedgerCheck, Row
    from lintnews.ledger.same_story import StoryMatcher
    from lintnews.model import Card
    from lintnews.placing import Locator
    from lintnews.register import Register
    from lintnews.workshop import Job, Workshop


class Compared(msgspec.Struct):
    """What comparing rows comes to, by check; `lost` are failures of articles that could not be compared at all."""

    found: dict[str, list[Finding]] = {}
    failures: dict[str, list[Failure]] = {}
    pairs: int = 0
    lost: list[Failure] = []

    def note(self, check: str, findings: Sequence[Finding], failures: Sequence[Failure]) -> None:
        """Take in what came of a check."""
        if findings:
            self.found.setdefault(check, []).extend(findings)
        if failures:
            self.failures.setdefault(check, []).extend(failures)

    def add(self, other: Compared) -> None:
        """Take in what later rows came to."""
        for check in other.found.keys() | other.failures.keys():
            self.note(check, other.found.get(check, ()), other.failures.get(check, ()))
        self.pairs += other.pairs

    @property
    def findings(self) -> list[Finding]:
        """The findings, check by check."""
        return [finding for name in sorted(self.found) for finding in self.found[name]]

    @property
    def troubles(self) -> list[Failure]:
        """The failures, check by check."""
        return [*(failure for name in sorted(self.failures) for failure in self.failures[name]), *self.lost]


class Ledger(Protocol):
    """Where rows are looked up, in memory or on disk."""

    def bucket(self, check: str, row: Row, card: Card, *, agreement: bool, commonest: int = 0) -> list[Group]:
        """The groups that share a key with `row`, sorted by value; [] if there is nothing to compare it with."""


class Timed(Protocol):
    """Whatever took its time."""

    @property
    def timings(self) -> dict[str, float]:
        """Seconds by what they were spent on."""


class LedgerLook(ArticleLook):
    """What a check may ask across articles."""

    def __init__(self, register: Register, matcher: StoryMatcher) -> None:
        super().__init__(register)
        self._matcher = matcher

    def same_story(self, one: Card, other: Card) -> bool:
        """Whether both tell of the same event."""
        return self._matcher.same(one, other)

    def same_event(self, one: Card, other: Card) -> bool:
        """Whether both speak of one event of their story."""
        return self._matcher.one_event(one, other)

    def stories(self, cards: Iterable[Card]) -> int:
        """How many distinct stories they tell."""
        return self._matcher.stories(cards)


def compare(
    workshop: Workshop,
    ledger: Ledger,
    asked: Iterable[tuple[str, Row, Entry]],
    look: LedgerLook,
    locate: Callable[[str], Locator],
    timings: dict[str, float],
) -> Compared:
    """Compare the targets' rows with those that share a key: check, row as it was put on record, and its entry each."""
    compared = Compared()
    before = look.pairs
    broken: set[tuple[str, str]] = set()
    spent = dict.fromkeys(workshop.ledger_checks, 0.0)
    for name, row, entry in asked:
        check = workshop.ledger_checks[name]
        if not check.asks(entry.row):
            continue
        start = perf_counter()
        bucket = ledger.bucket(name, row, entry.card, agreement=check.agreement, commonest=check.commonest)
        if bucket:
            outcome = compare_row(name, check, entry, bucket, workshop.jobs_by_check[name], look, locate)
            compared.note(name, outcome.findings, outcome.failures)
            if outcome.crash and (name, entry.card.path) not in broken:
                broken.add((name, entry.card.path))
                compared.note(name, (), [outcome.crash])
        spent[name] += perf_counter() - start
    for name, seconds in filter(itemgetter(1), spent.items()):
        timings[f"compare {name}"] = timings.get(f"compare {name}", 0.0) + seconds
    compared.pairs = look.pairs - before
    return compared


class Outcome(msgspec.Struct):
    """What the comparison of one row came to; of a check that raised, the first time an article counts."""

    findings: list[Finding] = []
    failures: list[Failure] = []
    crash: Failure | None = None


def compare_row(
    name: str,
    check: LedgerCheck,
    entry: Entry,
    bucket: Sequence[Group],
    jobs: Sequence[Job],
    look: LedgerLook,
    locate: Callable[[str], Locator],
) -> Outcome:
    """Compare one row with those that share a key; LedgerTrouble is for whoever knows the ledger."""
    outcome = Outcome()
    path = entry.card.path
    for job in jobs:
        try:
            for match in check.compare(entry, bucket, job.options, look):
                outcome.findings += findings_of(match, job.rules, locate(path), locate)
        except LedgerTrouble:
            raise
        except LintnewsError as problem:
            outcome.failures.append(Failure(problem.where, problem.message))
        except Exception as problem:  # noqa: BLE001 - reported as a failure that names check and article
            crash = Failure(path, f'check "{name}" raised {told(problem)} (compare)')
            outcome.crash = outcome.crash or crash
    return outcome


def add_times(timings: dict[str, float], work: Timed) -> None:
    """Add the times of some work to those of the run."""
    for name, seconds in work.timings.items():
        timings[name] = timings.get(name, 0.0) + seconds
