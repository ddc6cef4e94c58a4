"""The run, articles to findings: the same input gives the same report, whatever the order or `-j`."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import msgspec

from lintnews.comparison import LedgerLook, add_times, compare
from lintnews.ledger.memory import MemoryLedger
from lintnews.ledger.same_story import StoryMatcher
from lintnews.model import LEVELS
from lintnews.placing import shelf
from lintnews.pool import run_all
from lintnews.report import Failure, Finding, Report
from lintnews.suppress import suppress

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from lintnews.cache import Cache
    from lintnews.contract import Entry, Row
    from lintnews.model import Card
    from lintnews.report import Place
    from lintnews.workshop import Workshop


SHOWN = 6  # other places that one finding shows at most


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
