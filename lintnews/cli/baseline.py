"""`lintnews baseline`: accept what is found today, so that from now on only what is new is reported."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from lintnews import baseline
from lintnews.baseline import total
from lintnews.cli import accepted, complain, running
from lintnews.cli import options as shared
from lintnews.errors import ExitCode, UsageError
from lintnews.files import shown

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from lintnews.baseline import Entry
    from lintnews.report import Report

EPILOG = """Entries of articles that are not checked, and of rules that don't run, are kept as they are. No article is
edited: what is accepted stands in this one file, which belongs into the repository."""


def parser() -> argparse.ArgumentParser:
    """The options of `lintnews baseline`."""
    made = shared.new_parser("baseline", "Accept what is found today: later checks report only what is new.")
    made.epilog = EPILOG
    made.add_argument(
        "--prune", action="store_true", help="only take out what is no longer found; nothing new is accepted"
    )
    shared.add_files(made, piped=False)
    shared.add_rules(made, verdict=False)
    accepted.add_baseline(made, choice=False)
    running.add_running(made)
    shared.add_settings(made)
    made.set_defaults(stdin_filename=None)
    return made


def run(arguments: list[str]) -> int:
    """Write the baseline; if anything could not be checked, nothing is written."""
    import msgspec

    from lintnews.setup import workshop_of

    options = parser().parse_args(arguments)
    if shared.STDIN in options.paths:
        raise UsageError("a baseline is of files, not of standard input")
    setup = msgspec.structs.replace(shared.settings(options), cached=not options.no_cache)
    path = accepted.file_of(options, setup)[0]
    name = shown(str(path))
    before = baseline.read(path, name) if os.path.lexists(path) or options.prune else ()
    workshop = workshop_of(setup)
    files = running.files_of(options, setup, workshop)
    report = running.check(options, workshop, files)
    if report.failures:
        running.tell_failures(report)
        complain(f"{name}: not written, since not everything was checked")
        return ExitCode.FAILED
    judge = accepted.judge_of(options, setup, workshop, files)
    sifted = baseline.sift(report.findings, before, judge.home)
    stale = [entry for entry in sifted.left if judge.stale(entry)]
    if options.prune:
        after = baseline.without(before, stale)
        told = _pruned(name, before, stale)
    else:
        kept = [entry for entry in sifted.left if not judge.stale(entry)]
        after = [*baseline.accept(report.findings, judge.home), *kept]
        told = _accepted(name, report, (len(sifted.findings), total(stale), total(kept)), fresh=not path.exists())
    _write(path, name, baseline.written(after))
    if not options.quiet:
        shared.emit(told)
    return ExitCode.CLEAN


def _write(path: Path, name: str, data: bytes) -> None:
    """Replace the file in one step; what is the same already is not touched, and a link stays a link."""
    real = path.resolve()
    new = real.with_name(f"{real.name}.{os.getpid()}")
    try:
        if real.exists() and real.read_bytes() == data:
            return
        new.write_bytes(data)
        new.replace(real)
    except OSError as problem:
        new.unlink(missing_ok=True)
        raise UsageError(f"can't be written: {problem.strerror or problem}", name) from None


def _accepted(name: str, report: Report, counts: tuple[int, int, int], *, fresh: bool) -> str:
    """What was accepted; `counts` are of findings that are new, gone, and kept unseen."""
    from lintnews.model import LEVELS
    from lintnews.reporters.summary import counted

    levels = [finding.level for finding in report.findings]
    told = ", ".join(counted(levels.count(level), level) for level in reversed(LEVELS) if level in levels)
    articles = counted(len({finding.place.path for finding in report.findings}), "article")
    new, gone, kept = counts
    line = f"{name}: accepted {told} in {articles}" if levels else f"{name}: nothing found to accept"
    if not fresh:
        line += f"; {new:,} new, {gone:,} no longer there"
    return f"{line}{f'; {kept:,} of what was not checked kept' if kept else ''}.\n"


def _pruned(name: str, before: tuple[Entry, ...], stale: list[Entry]) -> str:
    """What was taken out."""
    from lintnews.reporters.summary import counted

    if not stale:
        return f"{name}: nothing to take out of {counted(total(before), 'accepted finding')}.\n"
    left = total(before) - total(stale)
    return f"{name}: took out {total(stale):,} no longer there, {counted(left, 'accepted finding')} left.\n"
