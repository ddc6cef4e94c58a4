"""What commands share that run rules over articles: which articles, the run, and what is said of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from lintnews.cli import clustering, complain
from lintnews.cli import options as shared
from lintnews.cli.progress import watching

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from lintnews.cache import Cache
    from lintnews.corpus import Corpus
    from lintnews.report import Failure, Report
    from lintnews.setup import Setup
    from lintnews.workshop import Workshop


class Files(msgspec.Struct, frozen=True):
    """What is checked and what it is compared with."""

    targets: list[str]
    corpus: Corpus
    given: dict[str, bytes]
    failures: list[Failure]


def add_running(parser: argparse.ArgumentParser) -> argparse._ArgumentGroup:
    """How the run is done."""
    group = parser.add_argument_group("running")
    group.add_argument(
        "-j", "--jobs", type=shared.positive, default=None, metavar="N", help="processes (default: CPUs)"
    )
    group.add_argument("--no-cache", action="store_true", help="neither read nor write .lintnews_cache")
    group.add_argument(
        "--refresh", action="store_true", help="look at every file of the corpus, also if only some files are named"
    )
    return group


def files_of(options: argparse.Namespace, setup: Setup, workshop: Workshop) -> Files:
    """The targets of the command line and the corpus of the config, or else of the folders that it names."""
    from lintnews.corpus import Corpus
    from lintnews.files import gather

    if getattr(options, "scheduler", None) is not None:
        return clustering.files_of(options, setup, workshop)
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


def check(options: argparse.Namespace, workshop: Workshop, files: Files) -> Report:
    """The report on the targets: by a cluster if one is named, else by the ledger on disk or one in memory."""
    if not files.targets and not files.failures and not options.quiet:
        complain(f"no articles found in {', '.join(options.paths) or options.files_from}")
    if getattr(options, "scheduler", None) is not None:
        whole = is_whole(options.paths, workshop, files)
        report = clustering.check(options, workshop, files, whole=whole)
    else:
        report = _alone(options, workshop, files)
    walk = files.corpus.failures if files.corpus.walked else []
    return msgspec.structs.replace(report, failures=(*files.failures, *walk, *report.failures))


def _alone(options: argparse.Namespace, workshop: Workshop, files: Files) -> Report:
    """The report, made on this machine."""
    ledger = not options.no_cache and workshop.setup is not None and bool(files.corpus)
    report = _by_ledger(options, workshop, files) if ledger else None
    return report or _in_memory(options, workshop, files)


def _in_memory(options: argparse.Namespace, workshop: Workshop, files: Files) -> Report:
    """The report by a ledger in memory."""
    from lintnews.engine import run

    cache = _cache(options, workshop)
    with watching(options, workshop):
        report = run(
            workshop,
            files.targets,
            files.corpus.paths,
            given=files.given,
            jobs=options.jobs or shared.cpus(),
            whole=is_whole(options.paths, workshop, files),
            cache=cache,
        )
    if cache is not None:
        cache.close()
        if options.verbose or getattr(options, "statistics", False):
            complain(f"cache: {cache.hits} of {report.corpus} articles{cache.trouble and f' ({cache.trouble})'}")
    return report


def _by_ledger(options: argparse.Namespace, workshop: Workshop, files: Files) -> Report | None:
    """The report by the ledger on disk; None if the run has to be made in memory."""
    from lintnews.standing_run import run_on_ledger

    named = all(not Path(path).is_dir() for path in options.paths)
    with watching(options, workshop):
        report, trouble = run_on_ledger(
            workshop,
            files.targets,
            files.corpus,
            given=files.given,
            jobs=options.jobs or shared.cpus(),
            whole=_at_root(options.paths, workshop),
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


def is_whole(paths: Sequence[str], workshop: Workshop, files: Files) -> bool:
    """Whether all that the newsroom has is checked: the config's folder, or all of its corpus."""
    if _at_root(paths, workshop):
        return True
    if not files.corpus.walked:
        return False  # a few files were looked up in the ledger
    corpus = files.corpus.paths
    return bool(corpus) and set(corpus) <= set(files.targets)


def _at_root(paths: Sequence[str], workshop: Workshop) -> bool:
    root = Path(workshop.setup.root if workshop.setup else ".").resolve()
    return any(root.is_relative_to(Path(path).resolve()) for path in paths)


def tell_failures(report: Report) -> None:
    """Every failure on stderr."""
    for failure in report.failures:
        complain(f"{failure.where}: {failure.message}")
