"""`--statistics` and `--profile`: what was found how often, and where the time went."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from lintnews.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from lintnews.report import Report
    from lintnews.rulebook import Rule

T = TypeVar("T")
INSIDE, ROWS, ACROSS = "check", "rows", "compare"  # the work of a check, as the engine times it
STEPS = {INSIDE: "inside articles", ROWS: "putting on record", ACROSS: "across articles"}


def statistics(report: Report, rules: Iterable[Rule]) -> Iterator[str]:
    """The lines: findings by rule, then seconds by rule (rules over one check share its time) and by extractor."""
    counts: dict[tuple[str, str], int] = {}
    for finding in report.findings:
        counts[finding.level, finding.rule] = counts.get((finding.level, finding.rule), 0) + 1
    for (level, rule), count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        yield f"{count:8} {level:7} {rule}"
    if not report.timings:
        yield "         no time to tell of: all of it was known from the last run (--no-cache measures it)"
    yield from _block("time by rule, all processes together", by_rules(report.timings, rules))
    reading = {name: seconds for name, seconds in report.timings.items() if name.partition(" ")[0] not in STEPS}
    yield from _block("time by extractor", reading)


def by_rules(timings: Mapping[str, float], rules: Iterable[Rule]) -> dict[str, float]:
    """Seconds by rules: "rule, rule (check x: inside articles 0.1, across articles 0.2)"."""
    over: dict[str, list[str]] = {}
    for rule in rules:
        over.setdefault(rule.check, []).append(rule.id)
    steps: dict[tuple[str, str], dict[str, float]] = {}
    for name, seconds in timings.items():
        step, _, work = name.partition(" ")
        if step in STEPS:
            check, _, ids = work.partition(": ")
            steps.setdefault((check, ids or ", ".join(sorted(over.get(check, ())))), {})[STEPS[step]] = seconds
    told = {}
    for (check, ids), parts in steps.items():
        apart = ", ".join(f"{step} {seconds:.3f}" for step, seconds in parts.items()) if len(parts) > 1 else ""
        told[f"{ids} (check {check}{': ' if apart else ''}{apart})"] = sum(parts.values())
    return told


def _block(title: str, seconds: Mapping[str, float]) -> Iterator[str]:
    """A heading and a line for each, the slowest first."""
    if seconds:
        yield f"{sum(seconds.values()):8.3f} s {title}:"
        for name, part in sorted(seconds.items(), key=lambda item: (-item[1], item[0])):
            yield f"{part:8.3f} s {name}"


def profiled(path: str, work: Callable[[], T]) -> T:
    """Do the work under Python's profiler, and write what it measured for `python -m pstats`."""
    import cProfile

    profile = cProfile.Profile()
    try:
        return profile.runcall(work)
    finally:
        try:
            profile.dump_stats(Path(path))
        except OSError as problem:
            raise UsageError(f"--profile: {problem.strerror or problem}", path) from None
