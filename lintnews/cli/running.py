"""What commands share that run rules over articles: which articles, the run, and what is said of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from lintnews.cli import complain
from lintnews.cli import options as shared
from lintnews.cli.progress import watching

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from lintnews.cache import Cache
    from lintnews.report import Failure, Report
    from lintnews.setup import Setup
    from lintnews.workshop import Workshop


class Files(msgspec.Struct, frozen=True):
    """What is checked and what it is compared with."""

    targets: list[str]
    corpus: list[str]
    given: dict[str, bytes]
    failures: list[Failure]


def add_running(parser: argparse.ArgumentParser) -> argparse._ArgumentGroup:
    """How the run is done."""
    group = parser.add_argument_group("running")
    group.add_argument(
        "-j", "--jobs", type=shared.positive, default=None, metavar="N", help="processes (default: CPUs)"
    )
    group.add_argument("--no-cache", action="store_true", help="neither read nor write .lintnews_cache")
    return group


def files_of(options: argparse.Namespace, setup: Setup, workshop: Workshop) -> Files:
    """The targets of the command line and the corpus of the config."""
    from lintnews.files import corpus_files, gather

    given = shared.standard_input(options)
    left_out, suffixes = shared.excludes(setup), workshop.registry.readers
    targets, failures = gather(options.paths, suffixes, left_out, force_exclude=options.force_exclude)
    named = [name for name in given if not (options.force_exclude and left_out.match(name))]
    corpus, more = corpus_files(setup, suffixes, left_out) if setup.config.corpus else ([], [])
    return Files(sorted({*targets, *named}), corpus, given, failures + more)


def check(options: argparse.Namespace, workshop: Workshop, files: Files) -> Report:
    """The report on the targets."""
    from lintnews.engine import run

    if not files.targets and not files.failures and not options.quiet:
        complain(f"no articles found in {', '.join(options.paths)}")
    cache = _cache(options, workshop)
    with watching(options, workshop):
        report = run(
            workshop,
            files.targets,
            files.corpus,
            given=files.given,
            jobs=options.jobs or shared.cpus(),
            whole=is_whole(options.paths, workshop, files),
            cache=cache,
        )
    if cache is not None:
        cache.close()
        if options.verbose or getattr(options, "statistics", False):
            complain(f"cache: {cache.hits} of {report.corpus} articles{cache.trouble and f' ({cache.trouble})'}")
    return msgspec.structs.replace(report, failures=(*files.failures, *report.failures))


def _cache(options: argparse.Namespace, workshop: Workshop) -> Cache | None:
    if options.no_cache or workshop.setup is None:
        return None
    from lintnews.cache import open_cache

    return open_cache(workshop, workshop.setup.root)


def is_whole(paths: Sequence[str], workshop: Workshop, files: Files) -> bool:
    """Whether all that the newsroom has is checked: the config's folder, or all of its corpus."""
    root = Path(workshop.setup.root if workshop.setup else ".").resolve()
    folders = [Path(path).resolve() for path in paths]
    return any(root.is_relative_to(folder) for folder in folders) or (
        bool(files.corpus) and set(files.corpus) <= set(files.targets)
    )


def tell_failures(report: Report) -> None:
    """Every failure on stderr."""
    for failure in report.failures:
        complain(f"{failure.where}: {failure.message}")
