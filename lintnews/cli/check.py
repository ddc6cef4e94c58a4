"""`lintnews check`: find, print, mend."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from lintnews.cli import accepted, clustering, complain, running
from lintnews.cli import options as shared
from lintnews.errors import ExitCode, UsageError
from lintnews.model import LEVELS

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Sequence

    from lintnews.baseline import Entry
    from lintnews.cli.running import Files
    from lintnews.report import Report
    from lintnews.setup import Setup
    from lintnews.workshop import Workshop

    Checked = tuple[Report, list[Entry]]  # what is new, and the entries of the baseline that are stale

EPILOG = """commands: check (the default), baseline (accept what is there), explain (what a rule says), facts (what was
read), init (write a configuration), test (run the examples of rules), try (count what a new rule would flag); `lintnews
COMMAND --help` tells more. Exit codes: 0 nothing found, 1 found, 2 failed."""


def parser() -> argparse.ArgumentParser:
    """The options of `lintnews check`."""
    made = shared.new_parser("", "Check news articles, each in itself and all against each other.")
    made.usage = "lintnews [check] [OPTIONS] [PATH ...]"
    made.epilog = EPILOG
    clustering.add_list(shared.add_files(made))
    shared.add_rules(made)
    output = made.add_argument_group("output")
    output.add_argument("--output-format", default="full", metavar="FORMAT", help="full (default), concise, json, …")
    output.add_argument("--output-file", metavar="FILE", help="write there instead of to standard output")
    output.add_argument("--color", choices=("auto", "always", "never"), default="auto", help="colours (default: auto)")
    output.add_argument(
        "--statistics", action="store_true", help="findings and time a rule, time an extractor, on stderr"
    )
    output.add_argument("--exit-zero", action="store_true", help="exit code 0 whatever is found")
    output.add_argument("--show-settings", action="store_true", help="print the settings as JSON and check nothing")
    output.add_argument("--show-files", action="store_true", help="print the files to check and check nothing")
    fixing = made.add_argument_group("mending")
    fixing.add_argument("--fix", action="store_true", help="make the changes that can't alter a meaning")
    fixing.add_argument("--unsafe-fixes", action="store_true", help="with --fix or --diff: the other changes too")
    fixing.add_argument("--diff", action="store_true", help="show the changes and make none")
    accepted.add_baseline(made, choice=True)
    clustering.add_cluster(made)
    group = running.add_running(made)
    group.add_argument(
        "--explain-skipped",
        metavar="RULE",
        help="say why RULE is silent about two places: PATH[:LINE] PATH[:LINE], then what else to compare",
    )
    group.add_argument(
        "--profile", metavar="FILE", help="write there where the time went, for `python -m pstats` (in one process)"
    )
    group.add_argument("-V", "--version", action="store_true", help="print the version")
    shared.add_settings(made)
    return made


def run(arguments: list[str]) -> int:
    """Run `lintnews check`."""
    from lintnews import __version__
    from lintnews.setup import workshop_of

    options = parser().parse_args(arguments)
    if options.version:
        shared.emit(f"lintnews {__version__}\n")
        return ExitCode.CLEAN
    if options.unsafe_fixes and not (options.fix or options.diff):
        raise UsageError("--unsafe-fixes needs --fix or --diff")
    clustering.read_list(options)
    if options.scheduler is not None:
        clustering.refuse(options)
    setup = msgspec.structs.replace(shared.settings(options), cached=not options.no_cache)
    if options.explain_skipped:
        from lintnews.cli import skipped

        return skipped.run(options, setup)
    workshop = workshop_of(setup)
    shared.formats(workshop, options.output_format)
    if options.verbose:
        _tell(setup, workshop)
    if options.show_settings:
        return _show_settings(setup, workshop)
    entries = accepted.entries_of(options, setup)
    files = running.files_of(options, setup, workshop)
    if options.show_files:
        shared.emit("".join(f"{path}\n" for path in files.targets))
        return ExitCode.FAILED if files.failures else ExitCode.CLEAN
    report, stale = _profiled(options, lambda: _check(options, setup, workshop, files, entries))
    if options.diff:
        from lintnews.cli.mending import show

        return show(options, report, files.given)
    if options.fix:
        report, stale = _mend(options, setup, workshop, files, entries, (report, stale))
    _print(options, workshop, report, aside=options.fix and bool(files.given))
    if stale and not options.quiet:
        accepted.tell_stale(options, setup, stale)
    return _exit_code(options, setup, report)


def _print(options: argparse.Namespace, workshop: Workshop, report: Report, *, aside: bool) -> None:
    """The report in its format, failures and statistics on stderr."""
    text = _rendered(options, workshop, report)
    if options.output_file:
        try:
            Path(options.output_file).write_bytes(text.encode("utf-8", "backslashreplace"))
        except OSError as problem:
            raise UsageError(f"--output-file: {problem.strerror}", options.output_file) from None
    elif aside:
        sys.stderr.write(text)  # standard output holds the mended article
    else:
        shared.emit(text)
        sys.stdout.flush()
    running.tell_failures(report)
    if options.statistics:
        from lintnews.cli.statistics import statistics

        for line in statistics(report, workshop.rules):
            print(line, file=sys.stderr)


def _rendered(options: argparse.Namespace, workshop: Workshop, report: Report) -> str:
    from lintnews import __version__
    from lintnews.contract import RenderOptions

    terminal = sys.stdout.isatty() and not options.output_file
    how = RenderOptions(
        color=shared.colored(options.color, sys.stdout) and (not options.output_file or options.color == "always"),
        rules=workshop.rules,
        version=__version__,
        width=max(shared.columns(100), 60) if terminal else 100,
        summary=not options.quiet,
        fail_on=workshop.setup.config.fail_on if workshop.setup else "error",
    )
    return workshop.registry.reporters[options.output_format].render(report, how)


def _exit_code(options: argparse.Namespace, setup: Setup, report: Report) -> int:
    """2 for what could not be done, 1 for findings at or above --fail-on."""
    if report.failures:
        return ExitCode.FAILED
    failing = LEVELS[LEVELS.index(setup.config.fail_on) :]
    found = any(finding.level in failing for finding in report.findings)
    return ExitCode.FINDINGS if found and not options.exit_zero else ExitCode.CLEAN


def _tell(setup: Setup, workshop: Workshop) -> None:
    """Say which settings hold."""
    complain(f"configuration: {setup.config_file or 'none'}")
    complain(f"{len(workshop.rules)} rules over {len(workshop.checks)} checks")
    for name, version in workshop.registry.plugins:
        complain(f"plugin {name} {version}")


def _show_settings(setup: Setup, workshop: Workshop) -> int:
    """The settings as JSON: the configuration with the flags over it, and every rule that runs."""
    from lintnews.reporters.json import encode

    rules = {
        f"{rule.category}/{rule.id}": {"level": rule.level, "check": rule.check, "options": rule.options}
        for rule in workshop.rules
    }
    settings = {"config-file": setup.config_file, "root": setup.root, "settings": setup.config, "rules": rules}
    shared.emit(encode(settings))
    return ExitCode.CLEAN


def _check(
    options: argparse.Namespace, setup: Setup, workshop: Workshop, files: Files, entries: Sequence[Entry]
) -> Checked:
    """The report without what the baseline accepts, and the entries of the baseline that are stale."""
    report = running.check(options, workshop, files)
    if not entries:
        return report, []
    judge = accepted.judge_of(options, setup, workshop, files)
    report, stale = accepted.leave_out(report, entries, judge)
    return report, stale if judge.whole else []


def _profiled(options: argparse.Namespace, work: Callable[[], Checked]) -> Checked:
    """The work, done under the profiler if one was asked for: in this process alone, since it sees no other."""
    if not options.profile:
        return work()
    from lintnews.cli.statistics import profiled

    options.jobs = 1
    return profiled(options.profile, work)


def _mend(
    options: argparse.Namespace,
    setup: Setup,
    workshop: Workshop,
    files: Files,
    entries: Sequence[Entry],
    found: Checked,
) -> Checked:
    """Make the edits, check again, and give the report on what is left."""
    from lintnews.cli import mending

    report, stale = found
    changes = mending.mend(report, files.given, unsafe=options.unsafe_fixes)
    failures = (*changes.failures, *mending.save(changes, files.given))
    if changes.after:
        given = {path: changes.after.get(path, data) for path, data in files.given.items()}
        report, stale = _check(options, setup, workshop, msgspec.structs.replace(files, given=given), entries)
        if not options.quiet:
            complain(f"mended {changes.count} in {len(changes.after)} file{'s' * (len(changes.after) != 1)}")
    return msgspec.structs.replace(report, failures=(*report.failures, *failures)), stale
