"""`lintnews check`: find, print, mend."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from lintnews.cli import complain
from lintnews.cli import options as shared
from lintnews.errors import ExitCode, UsageError
from lintnews.model import LEVELS

if TYPE_CHECKING:
    import argparse

    from lintnews.cache import Cache
    from lintnews.corpus import Corpus
    from lintnews.report import Failure, Report
    from lintnews.setup import Setup
    from lintnews.workshop import Workshop

EPILOG = """commands: check (the default), explain (what a rule says), facts (what was read), test (try rules), init
(write a configuration); `lintnews COMMAND --help` tells more. Exit codes: 0 nothing found, 1 found, 2 failed."""


class Files(msgspec.Struct, frozen=True):
    """What is checked and what it is compared with."""

    targets: list[str]
    corpus: Corpus
    given: dict[str, bytes]
    failures: list[Failure]


def parser() -> argparse.ArgumentParser:
    """The options of `lintnews check`."""
    made = shared.new_parser("", "Check news articles, each in itself and all against each other.")
    made.usage = "lintnews [check] [OPTIONS] [PATH ...]"
    made.epilog = EPILOG
    shared.add_files(made)
    shared.add_rules(made)
    output = made.add_argument_group("output")
    output.add_argument("--output-format", default="full", metavar="FORMAT", help="full (default), concise, json, …")
    output.add_argument("--output-file", metavar="FILE", help="write there instead of to standard output")
    output.add_argument("--color", choices=("auto", "always", "never"), default="auto", help="colours (default: auto)")
    output.add_argument("--statistics", action="store_true", help="findings a rule and time a stage, on stderr")
    output.add_argument("--exit-zero", action="store_true", help="exit code 0 whatever is found")
    output.add_argument("--show-settings", action="store_true", help="print the settings as JSON and check nothing")
    output.add_argument("--show-files", action="store_true", help="print the files to check and check nothing")
    fixing = made.add_argument_group("mending")
    fixing.add_argument("--fix", action="store_true", help="make the changes that can't alter a meaning")
    fixing.add_argument("--unsafe-fixes", action="store_true", help="with --fix or --diff: the other changes too")
    fixing.add_argument("--diff", action="store_true", help="show the changes and make none")
    running = made.add_argument_group("running")
    running.add_argument(
        "-j", "--jobs", type=shared.positive, default=None, metavar="N", help="processes (default: CPUs)"
    )
    running.add_argument("--no-cache", action="store_true", help="neither read nor write .lintnews_cache")
    running.add_argument(
        "--refresh", action="store_true", help="look at every file of the corpus, also if only some files are named"
    )
    running.add_argument(
        "--explain-skipped",
        metavar="RULE",
        help="say why RULE is silent about two places: PATH[:LINE] PATH[:LINE], then what else to compare",
    )
    running.add_argument("-V", "--version", action="store_true", help="print the version")
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
    files = _files(options, setup, workshop)
    if options.show_files:
        shared.emit("".join(f"{path}\n" for path in files.targets))
        return ExitCode.FAILED if files.failures else ExitCode.CLEAN
    if not files.targets and not files.failures and not options.quiet:
        complain(f"no articles found in {', '.join(options.paths)}")
    report = _check(options, workshop, files)
    if options.diff:
        from lintnews.cli.mending import show

        return show(options, report, files.given)
    if options.fix:
        report = _mend(options, workshop, files, report)
    _print(options, workshop, report, aside=options.fix and bool(files.given))
    return _exit_code(options, setup, report)


def _files(options: argparse.Namespace, setup: Setup, workshop: Workshop) -> Files:
    """The targets of the command line and the corpus of the config, or else of the folders that it names."""
    from lintnews.corpus import Corpus
    from lintnews.files import gather

    given = shared.standard_input(options)
    left_out, suffixes = shared.excludes(setup), workshop.registry.readers
    folders = (
        options.paths if options.paths and not given and all(Path(path).is_dir() for path in options.paths) else ()
    )
    corpus = Corpus(setup, suffixes, left_out, folders)
    if folders and not setup.config.corpus:
        return Files(corpus.paths, corpus, given, [])
    targets, failures = gather(options.paths, suffixes, left_out, force_exclude=options.force_exclude)
    named = [name for name in given if not (options.force_exclude and left_out.match(name))]
    return Files(sorted({*targets, *named}), corpus, given, failures)


def _check(options: argparse.Namespace, workshop: Workshop, files: Files) -> Report:
    """The report on the targets: by the ledger on disk if the corpus is large, else by one in memory."""
    from lintnews.engine import run as check

    report = (
        None if options.no_cache or workshop.setup is None or not files.corpus else _by_ledger(options, workshop, files)
    )
    if report is None:
        cache = _cache(options, workshop)
        report = check(
            workshop,
            files.targets,
            files.corpus.paths,
            given=files.given,
            jobs=options.jobs or shared.cpus(),
            whole=_whole(options, workshop, files),
            cache=cache,
        )
        if cache is not None:
            cache.close()
            if options.verbose:
                complain(f"cache: {cache.hits} of {report.corpus} articles{cache.trouble and f' ({cache.trouble})'}")
    walk = files.corpus.failures if files.corpus.walked else []
    return msgspec.structs.replace(report, failures=(*files.failures, *walk, *report.failures))


def _by_ledger(options: argparse.Namespace, workshop: Workshop, files: Files) -> Report | None:
    """The report by the ledger on disk; None if the run has to be made in memory."""
    from lintnews.standing_run import run_on_ledger

    named = all(not Path(path).is_dir() for path in options.paths)
    report, trouble = run_on_ledger(
        workshop,
        files.targets,
        files.corpus,
        given=files.given,
        jobs=options.jobs or shared.cpus(),
        whole=_at_root(options, workshop),
        every_file=options.refresh or not named,
    )
    if options.verbose and trouble:
        complain(f"ledger: {trouble}")
    return report


def _cache(options: argparse.Namespace, workshop: Workshop) -> Cache | None:
    if options.no_cache or workshop.setup is None:
        return None
    from lintnews.cache import open_cache

    return open_cache(workshop, workshop.setup.root)


def _whole(options: argparse.Namespace, workshop: Workshop, files: Files) -> bool:
    """Whether all that the newsroom has is checked: the config's folder, or all of its corpus."""
    corpus = files.corpus.paths
    return _at_root(options, workshop) or (bool(corpus) and set(corpus) <= set(files.targets))


def _at_root(options: argparse.Namespace, workshop: Workshop) -> bool:
    root = Path(workshop.setup.root if workshop.setup else ".").resolve()
    return any(root.is_relative_to(Path(path).resolve()) for path in options.paths)


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
    for failure in report.failures:
        complain(f"{failure.where}: {failure.message}")
    if options.statistics:
        _print_statistics(report)


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


def _print_statistics(report: Report) -> None:
    """How many findings each rule has, and where the time went."""
    counts: dict[tuple[str, str], int] = {}
    for finding in report.findings:
        counts[finding.level, finding.rule] = counts.get((finding.level, finding.rule), 0) + 1
    for (level, rule), count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        print(f"{count:8} {level:7} {rule}", file=sys.stderr)
    for name, seconds in sorted(report.timings.items(), key=lambda item: -item[1]):
        print(f"{seconds:8.3f} s {name}", file=sys.stderr)


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


def _mend(options: argparse.Namespace, workshop: Workshop, files: Files, report: Report) -> Report:
    """Make the edits, check again, and give the report on what is left."""
    from lintnews.cli import mending

    changes = mending.mend(report, files.given, unsafe=options.unsafe_fixes)
    failures = (*changes.failures, *mending.save(changes, files.given))
    if changes.after:
        given = {path: changes.after.get(path, data) for path, data in files.given.items()}
        report = _check(options, workshop, msgspec.structs.replace(files, given=given))
        if not options.quiet:
            complain(f"mended {changes.count} in {len(changes.after)} file{'s' * (len(changes.after) != 1)}")
    return msgspec.structs.replace(report, failures=(*report.failures, *failures))
