"""The baseline as commands meet it: which file, what a run leaves out because of it, which entries are stale."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from lintnews import baseline
from lintnews.cli import complain
from lintnews.cli.running import is_whole
from lintnews.files import shown
from lintnews.rulebook import is_ledger_check
from lintnews.suppress import CHECK as ALLOWANCES
from lintnews.suppress import FILE as SIDE_FILE

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from lintnews.cli.running import Files
    from lintnews.report import Report
    from lintnews.setup import Setup
    from lintnews.workshop import Workshop

TOLD = 20  # stale entries that --verbose names


def add_baseline(parser: argparse.ArgumentParser, *, choice: bool) -> None:
    """Which baseline; with `choice`, also none."""
    group = parser.add_argument_group("baseline").add_mutually_exclusive_group()
    group.add_argument(
        "--baseline", metavar="FILE", help=f"accepted findings (default: {baseline.FILE} beside the configuration)"
    )
    if choice:
        group.add_argument("--no-baseline", action="store_true", help="report accepted findings too")


def file_of(options: argparse.Namespace, setup: Setup) -> tuple[Path, bool]:
    """The baseline's file, and whether it was asked for: then it must be there."""
    if options.baseline:
        return Path(options.baseline), True
    if setup.config.baseline is not None:
        return Path(setup.root) / setup.config.baseline, True
    return Path(setup.root) / baseline.FILE, False


def entries_of(options: argparse.Namespace, setup: Setup) -> tuple[baseline.Entry, ...]:
    """What is accepted in this run; nothing if there is no baseline and none was asked for."""
    if options.no_baseline:
        return ()
    path, wanted = file_of(options, setup)
    if not wanted and (setup.isolated or not path.exists()):
        return ()
    return baseline.read(path, shown(str(path)))


def leave_out(
    report: Report, entries: Sequence[baseline.Entry], judge: baseline.Judge
) -> tuple[Report, list[baseline.Entry]]:
    """The report without what is accepted, and the entries that are stale."""
    sifted = baseline.sift(report.findings, entries, judge.home)
    stale = [] if report.failures else [entry for entry in sifted.left if judge.stale(entry)]
    count = len(report.findings) - len(sifted.findings)
    return msgspec.structs.replace(report, findings=tuple(sifted.findings), baselined=count), stale


def judge_of(options: argparse.Namespace, setup: Setup, workshop: Workshop, files: Files) -> baseline.Judge:
    """Who decides which entries this run can speak of."""
    checks = workshop.registry.checks
    home = str(file_of(options, setup)[0].parent)
    return baseline.Judge(
        home,
        baseline.home_paths([*files.targets, shown(str(Path(setup.root) / SIDE_FILE))], home),
        frozenset(rule.id for rule in workshop.rules),
        frozenset(r.id for r in workshop.rules if r.check == ALLOWANCES or is_ledger_check(checks[r.check])),
        frozenset(workshop.known),
        is_whole(options.paths, workshop, files) and not options.exclude,  # which may take away one side of a pair
    )


def tell_stale(options: argparse.Namespace, setup: Setup, stale: list[baseline.Entry]) -> None:
    """Say that entries are stale, and with --verbose which."""
    from lintnews.reporters.summary import counted

    count = baseline.total(stale)
    name = shown(str(file_of(options, setup)[0]))
    verb = "is" if count == 1 else "are"
    complain(
        f"{name}: {counted(count, 'accepted finding')} {verb} no longer there: `lintnews baseline --prune` takes"
        f" {'it' if count == 1 else 'them'} out"
    )
    if options.verbose:
        for entry in stale[:TOLD]:
            complain(f'{name}: no longer there: {entry.path}: [{entry.rule}] "{entry.text}"')
        if len(stale) > TOLD:
            complain(f"{name}: and {len(stale) - TOLD:,} more")
