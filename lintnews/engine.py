"""The run, articles to findings: the same input gives the same report, whatever the order or `-j`."""

from __future__ import annotations

import datetime as dt
from operator import itemgetter
from time import perf_counter
from typing import TYPE_CHECKING, Protocol

import msgspec

from lintnews.errors import LintnewsError, told
from lintnews.ledger.memory import MemoryLedger
from lintnews.ledger.same_story import StoryMatcher
from lintnews.ledger.tables import LedgerTrouble
from lintnews.model import LEVELS
from lintnews.placing import shelf
from lintnews.pool import run_all
from lintnews.report import Failure, Finding, Report
from lintnews.suppress import suppress
from lintnews.workshop import ArticleLook, findings_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from lintnews.cache import Cache
    from lintnews.contract import Entry, Group, LedgerCheck, Row
    from lintnews.model import Card
    from lintnews.placing import Locator
    from lintnews.register import Register
    from lintnews.report import Place
    from lintnews.rulebook import Rule
    from lintnews.workshop import Workshop


SHOWN = 6  # other places that one finding shows at most


class Compared(msgspec.Struct):
    """What comparing rows comes to, by check; `lost` are failures of articles that could not be compared at all."""

    found: dict[str, list[Finding]]
    failures: dict[str, list[Failure]]
    pairs: int = 0
    lost: list[Failure] = []

    @classmethod
    def begin(cls, workshop: Workshop) -> Compared:
        """Nothing yet, with the checks in their order."""
        return cls({name: [] for name in workshop.ledger_checks}, {name: [] for name in workshop.ledger_checks})

    def add(self, other: Compared) -> None:
        """Take in what later rows came to."""
        for name, findings in other.found.items():
            self.found.setdefault(name, []).extend(findings)
        for name, failures in other.failures.items():
            self.failures.setdefault(name, []).extend(failures)
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


def run(
    workshop: Workshop,
    targets: Sequence[str],
    corpus: Sequence[str] = (),
    *,
    given: Mapping[str, bytes] | None = None,
    jobs: int = 1,
    whole: bool = False,
    cache: Cache | None = None,
) -> Report:
    """Check `targets` against themselves and `corpus`; `given` holds the bytes of paths not to be read from disk.

    `whole` tells that the targets are all that there is: only then is known which allowances of pairs are unused.
    """
    given = given or {}
    wanted = set(targets)
    paths = sorted(wanted | set(corpus))
    findings: list[Finding] = []
    failures: list[Failure] = []
    timings: dict[str, float] = {}
    ledger = MemoryLedger()
    workshop.keep()
    asked: list[tuple[str, Row, Entry]] = []
    compared = 0
    for path, work in run_all(workshop, paths, wanted, given, jobs, cache):
        if isinstance(work, Failure):
            failures.append(work)
            continue
        rows = ledger.add(work.card, work.rows)
        if path in wanted:
            asked += [(name, entry.row, entry) for name, entry in rows]
        findings += work.findings
        failures += work.failures
        compared += work.compared
        add_times(timings, work)
    locate = shelf(lambda path: workshop.again(path, given.get(path)))
    look = LedgerLook(workshop.register, StoryMatcher(ledger.cards))
    across = compare(workshop, ledger, asked, look, locate, timings)
    findings = gathered(workshop, findings, across.findings, ledger.cards)
    verdict = suppress(findings, workshop, ledger.cards, wanted, locate, whole=whole)
    return Report(
        findings=tuple(sorted(verdict.findings, key=finding_order)),
        failures=tuple(failures + across.troubles),
        targets=len(wanted),
        corpus=len(paths),
        rules=sum(len(job.rules) for job in workshop.jobs),
        compared=compared + across.pairs,
        suppressed=verdict.suppressed,
        timings=timings,
    )


def gathered(
    workshop: Workshop, inside: Iterable[Finding], across: Iterable[Finding], cards: Sequence[Card]
) -> list[Finding]:
    """What is told of the findings inside the articles and across them; `cards` of all articles that hold any."""
    checks = {rule.id: rule.check for rule in workshop.rules}
    return number_doubles(handed_on(told_once(_once(inside) + newest_side(across, cards), checks)))


def compare(
    workshop: Workshop,
    ledger: Ledger,
    asked: Iterable[tuple[str, Row, Entry]],
    look: LedgerLook,
    locate: Callable[[str], Locator],
    timings: dict[str, float],
) -> Compared:
    """Compare the targets' rows with those that share a key: check, row as it was put on record, and its entry each."""
    jobs = jobs_by_check(workshop)
    compared = Compared.begin(workshop)
    found, failures = compared.found, compared.failures
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
            outcome = compare_row(name, check, entry, bucket, jobs[name], look, locate)
            found[name] += outcome.findings
            failures[name] += outcome.failures
            if outcome.crash and (name, entry.card.path) not in broken:
                broken.add((name, entry.card.path))
                failures[name].append(outcome.crash)
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


def jobs_by_check(workshop: Workshop) -> dict[str, list[tuple[object, tuple[Rule, ...]]]]:
    """The options and rules of each check's jobs."""
    jobs: dict[str, list[tuple[object, tuple[Rule, ...]]]] = {}
    for job in workshop.jobs:
        jobs.setdefault(job.check, []).append((job.options, job.rules))
    return jobs


def compare_row(
    name: str,
    check: LedgerCheck,
    entry: Entry,
    bucket: Sequence[Group],
    jobs: Sequence[tuple[object, tuple[Rule, ...]]],
    look: LedgerLook,
    locate: Callable[[str], Locator],
) -> Outcome:
    """Compare one row with those that share a key; LedgerTrouble is for whoever knows the ledger."""
    outcome = Outcome()
    path = entry.card.path
    for options, rules in jobs:
        try:
            for match in check.compare(entry, bucket, options, look):
                outcome.findings += findings_of(match, rules, locate(path), locate)
        except LedgerTrouble:
            raise
        except LintnewsError as problem:
            outcome.failures.append(Failure(problem.where, problem.message))
        except Exception as problem:  # noqa: BLE001 - reported as a failure that names check and article
            crash = Failure(path, f'check "{name}" raised {told(problem)} (compare)')
            outcome.crash = outcome.crash or crash
    return outcome


def finding_order(finding: Finding) -> tuple[str, int, str, int, str, str]:
    """The order of a report: path, start, rule, then whatever makes it total."""
    place = finding.place
    return (place.path, place.start, finding.rule, place.end, finding.message, finding.fingerprint)


def newest_side(findings: Iterable[Finding], cards: Sequence[Card]) -> list[Finding]:
    """Of the findings that tell of one pair from either side, the one in the newer article."""
    published = {card.path: card.published for card in cards}

    def age(finding: Finding) -> tuple[dt.date, str, int, str]:
        """The date of the article and the place in it: the later side of a pair is reported."""
        place = finding.place
        return (published.get(place.path) or dt.date.min, place.path, -place.start, finding.message)

    kept: dict[str, Finding] = {}
    for finding in findings:
        twin = kept.get(finding.fingerprint)
        if twin is None or age(finding) > age(twin):
            kept[finding.fingerprint] = finding
    return list(kept.values())


def told_once(findings: Iterable[Finding], checks: Mapping[str, str]) -> list[Finding]:
    """Of what one check says of the same two readings at one place, inside the article and across, the surest.

    The other places of what is left out are added to it, so that nothing is lost.
    """
    kept: dict[tuple[object, ...], Finding] = {}
    decided: set[tuple[str, str, str, str]] = set()  # check, path, wrong reading, right reading
    for finding in sorted(findings, key=lambda f: (-LEVELS.index(f.level), finding_order(f))):
        data, place = finding.data, finding.place
        if "here" not in data or "there" not in data:
            kept[(id(finding),)] = finding
            continue
        check, here, there = checks.get(finding.rule, finding.rule), str(data["here"]), str(data["there"])
        if (check, place.path, there.casefold(), here.casefold()) in decided and not data.get("certain", True):
            continue  # the reading that stands here was found to be the right one
        if data.get("certain"):
            decided.add((check, place.path, here.casefold(), there.casefold()))
        key = (check, place.path, place.start, place.end, here, there.casefold())
        surest = kept.setdefault(key, finding)
        places = {(r.place.path, r.place.start): r for r in (*surest.related, *finding.related)}
        if len(places) > len(surest.related):
            kept[key] = msgspec.structs.replace(surest, related=tuple(places.values())[:SHOWN])
    return list(kept.values())


def handed_on(findings: Sequence[Finding]) -> list[Finding]:
    """Leave out the copy of a paragraph with one figure or name changed, where their own checks tell of both places."""
    told: dict[str, list[Finding]] = {}
    for finding in findings:
        if finding.category in {"figures", "names", "dates"} and finding.related:
            told.setdefault(finding.place.path, []).append(finding)

    def is_told(copy: Finding) -> bool:
        """Whether another finding speaks of the same two places."""
        return any(
            _meet(copy.place, other.place) and any(_meet(copy.related[0].place, side.place) for side in other.related)
            for other in told.get(copy.place.path, ())
        )

    return [f for f in findings if not (f.category == "duplicates" and f.data.get("kind") == "changed" and is_told(f))]


def _meet(one: Place, other: Place) -> bool:
    """Whether two places overlap."""
    return one.path == other.path and one.start < other.end and other.start < one.end


def number_doubles(findings: Iterable[Finding]) -> list[Finding]:
    """Give each of several findings with one fingerprint (the same words twice in a file) one of its own."""
    seen: dict[str, int] = {}
    out = []
    for finding in sorted(findings, key=finding_order):
        count = seen[finding.fingerprint] = seen.get(finding.fingerprint, 0) + 1
        mark = finding.fingerprint if count == 1 else f"{finding.fingerprint}-{count}"
        out.append(finding if count == 1 else msgspec.structs.replace(finding, fingerprint=mark))
    return out


def _once(findings: Iterable[Finding]) -> list[Finding]:
    """Drop a finding that a check gave twice for one place."""
    return list({(f.rule, f.place.path, f.place.start, f.place.end, f.message): f for f in findings}.values())


def add_times(timings: dict[str, float], work: Timed) -> None:
    """Add the times of some work to those of the run."""
    for name, seconds in work.timings.items():
        timings[name] = timings.get(name, 0.0) + seconds
