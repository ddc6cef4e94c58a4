"""What a run on a cluster asks of the command line: a scheduler, and articles by path, address or list."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from lintnews.cli import options as shared
from lintnews.cluster import require
from lintnews.errors import UsageError

if TYPE_CHECKING:
    import argparse

    from lintnews.cli.running import Files
    from lintnews.report import Report
    from lintnews.setup import Setup
    from lintnews.workshop import Workshop

# What is done on one machine, and why not beside a scheduler.
ALONE = {
    "fix": "--fix mends the files of one machine",
    "diff": "--diff shows changes to the files of one machine",
    "explain_skipped": "--explain-skipped looks at a few articles on one machine",
    "profile": "--profile sees one process",
    "jobs": "-j says how many processes one machine takes",
    "stdin_filename": "--stdin-filename is for what one machine is handed over",
}


def add_cluster(parser: argparse.ArgumentParser) -> None:
    """The scheduler."""
    group = parser.add_argument_group("cluster")
    group.add_argument(
        "--scheduler",
        metavar="ADDRESS",
        help="have the workers of a dask cluster do it: tcp://HOST:PORT or a scheduler file (.json); PATH and the"
        " config's corpus may then be addresses such as s3://BUCKET/FOLDER/ (needs lintnews[cluster])",
    )


def add_list(group: argparse._ArgumentGroup) -> None:
    """Articles by a list of names."""
    group.add_argument(
        "--files-from", metavar="FILE", help="the files and folders that FILE names too, one a line (-: standard input)"
    )


def refuse(options: argparse.Namespace) -> None:
    """UsageError for what can't be done on a cluster."""
    require()
    for name, why in ALONE.items():
        if getattr(options, name, None):
            raise UsageError(f"{why}: leave it out, or --scheduler")
    if shared.STDIN in options.paths:
        raise UsageError("a cluster reads files, not standard input: name one, or leave out --scheduler")


def read_list(options: argparse.Namespace) -> None:
    """Put the names that `--files-from` lists into `options.paths`; `.` is not meant then unless it was named."""
    source = options.files_from
    if source is None:
        return
    named = [] if options.paths is shared.HERE else options.paths
    if source == shared.STDIN and shared.STDIN in named:
        raise UsageError("standard input is either an article (PATH -) or a list of names (--files-from -)")
    try:
        data = sys.stdin.buffer.read() if source == shared.STDIN else Path(source).read_bytes()
        lines = data.decode("utf-8-sig").splitlines()
    except OSError as problem:
        raise UsageError(f"--files-from: {problem.strerror}", source) from None
    except UnicodeDecodeError:
        raise UsageError("--files-from: names are to be in UTF-8, one a line", source) from None
    listed = [line for line in lines if line.strip()]
    if shared.STDIN in listed:
        raise UsageError('--files-from: "-" is no file; write ./- for one of that name', source)
    options.paths = [*named, *listed]


def files_of(options: argparse.Namespace, setup: Setup, workshop: Workshop) -> Files:
    """The targets and the corpus, by path and by address; as `running.files_of` where there is no address."""
    from lintnews.cli.running import Files
    from lintnews.cluster.sources import listed
    from lintnews.corpus import Corpus
    from lintnews.files import gather, is_address

    refuse(options)
    left_out, suffixes = shared.excludes(setup), workshop.registry.readers
    local = [path for path in options.paths if not is_address(path)]
    remote = [path for path in options.paths if is_address(path)]
    found, failures, folders = listed(remote, suffixes, left_out, force_exclude=options.force_exclude)
    folders = folders and bool(options.paths) and all(Path(path).is_dir() for path in local)
    if setup.config.corpus:
        addresses = [name for name in setup.config.corpus if is_address(name)]
        corpus = Corpus(setup, suffixes, left_out, (), listed(addresses, suffixes, left_out)[:2])
    else:
        corpus = Corpus(setup, suffixes, left_out, local if folders else (), (found if folders else [], []))
    here, missing = gather(local, suffixes, left_out, force_exclude=options.force_exclude)
    return Files(sorted({*here, *found}), corpus, {}, [*missing, *failures])


def check(options: argparse.Namespace, workshop: Workshop, files: Files, *, whole: bool) -> Report:
    """The report, made by the workers."""
    from lintnews.cli.progress import watching
    from lintnews.cluster.run import run

    with watching(options, workshop):
        return run(workshop, files.targets, files.corpus.paths, options.scheduler, whole=whole)
