"""A run on a dask cluster: the steps handed to workers, and what they tell put together as one machine has it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.cluster import kit as kits
from lintnews.cluster.foreman import Foreman
from lintnews.comparison import add_times
from lintnews.engine import finding_order, gathered
from lintnews.report import Failure, Finding, Report
from lintnews.suppress import suppress

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lintnews.cluster.judging import Compared, Verdict
    from lintnews.cluster.steps import Told
    from lintnews.model import Card
    from lintnews.workshop import Workshop


def run(workshop: Workshop, targets: Sequence[str], corpus: Sequence[str], address: str, *, whole: bool) -> Report:
    """The report of `engine.run`, made by the workers of a cluster; paths may be addresses.

    LintnewsError or UsageError if there is no such cluster, or its workers are not as this machine.
    """
    wanted = set(targets)
    paths = sorted(wanted | set(corpus))
    with Foreman(address, workshop) as foreman:
        told = foreman.harvest([(path, path in wanted) for path in paths])
        verdicts = foreman.compare()
        lost = foreman.lost
    cards: dict[str, Card] = {}
    timings: dict[str, float] = {}
    everything: list[Told | Verdict] = [*told, *verdicts]
    for one in everything:
        cards.update(one.cards)
        add_times(timings, one)
    across, failures = in_order([one for verdict in verdicts for one in verdict.compared])
    known = [cards[path] for path in sorted(cards)]
    inside = [finding for one in told for finding in one.findings]
    findings = gathered(workshop, inside, across, known)
    locate = kits.bench_for(workshop, ".").locate
    verdict = suppress(findings, workshop, known, wanted, locate, whole=whole and not lost)
    return Report(
        findings=tuple(sorted(verdict.findings, key=finding_order)),
        failures=(*(failure for one in told for failure in one.failures), *failures, *lost),
        targets=len(wanted),
        corpus=len(paths),
        rules=sum(len(job.rules) for job in workshop.jobs),
        compared=sum(one.compared for one in told) + sum(verdict.pairs for verdict in verdicts),
        suppressed=verdict.suppressed,
        timings=timings,
    )


def in_order(compared: Iterable[Compared]) -> tuple[list[Finding], list[Failure]]:
    """Findings and failures as one machine comes by them: check by check, article by article, row by row."""
    findings: list[Finding] = []
    failures: list[Failure] = []
    broken: set[tuple[int, str]] = set()
    for check, path, _, outcome in sorted(compared, key=lambda one: one[:3]):
        findings += outcome.findings
        failures += outcome.failures
        if outcome.crash and (check, path) not in broken:
            broken.add((check, path))
            failures.append(outcome.crash)
    return findings, failures
