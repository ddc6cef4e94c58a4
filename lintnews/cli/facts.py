"""`lintnews facts`: what was read out of each article, as tables for people or as data."""

from __future__ import annotations

import csv
import io
import sys
from time import perf_counter
from typing import TYPE_CHECKING, Any

import msgspec

from lintnews.cli import complain
from lintnews.cli import options as shared
from lintnews.errors import ExitCode, LintnewsError, UsageError
from lintnews.factsheet import facts_record

if TYPE_CHECKING:
    import argparse

    from lintnews.model import Story
    from lintnews.report import Failure

KINDS = ("names", "figures", "dates", "attributions", "acronyms", "sentences", "paragraphs")
FORMATS = ("text", "json", "csv")
_HEAD = ("path", "coordinates", "headline", "byline", "dateline", "published")


def parser() -> argparse.ArgumentParser:
    """The options of `lintnews facts`."""
    made = shared.new_parser("facts", "Show what is read out of articles: names, figures, dates, who says what.")
    shared.add_files(made)
    made.add_argument("--output-format", choices=FORMATS, default="text", help="text (default), json (lines) or csv")
    made.add_argument("--kind", action="append", metavar="KINDS", help=f"only these, by comma: {', '.join(KINDS)}")
    made.add_argument("--statistics", action="store_true", help="time a stage, on stderr")
    shared.add_settings(made)
    return made


def run(arguments: list[str]) -> int:
    """Print the facts of every article, in the order of their paths."""
    from lintnews.files import gather
    from lintnews.setup import workshop_of

    options = parser().parse_args(arguments)
    kinds = _kinds(options)
    setup = shared.settings(options)
    workshop = workshop_of(setup)
    given = shared.standard_input(options)
    left_out = shared.excludes(setup)
    paths, failures = gather(options.paths, workshop.registry.readers, left_out, force_exclude=options.force_exclude)
    timings: dict[str, float] = {}
    rows = 0
    for path in sorted({*paths, *given}):
        try:
            story = workshop.story(path, given.get(path), timings)
        except LintnewsError as problem:
            failures.append(_failure(problem, path))
            continue
        start = perf_counter()
        shared.emit(_text(options, facts_record(story), kinds, _coordinates(story), first=not rows))
        timings["print"] = timings.get("print", 0.0) + perf_counter() - start
        rows += 1
    for failure in failures:
        complain(f"{failure.where}: {failure.message}")
    if options.statistics:
        for name, seconds in sorted(timings.items(), key=lambda item: -item[1]):
            print(f"{seconds:8.3f} s {name}", file=sys.stderr)
    return ExitCode.FAILED if failures else ExitCode.CLEAN


def _coordinates(story: Story) -> str:
    """The text that the record's offsets are into."""
    article = story.article
    return article.source if article.coordinates == "source" else article.text


def _failure(problem: LintnewsError, path: str) -> Failure:
    from lintnews.report import Failure

    return Failure(problem.where or path, problem.message)


def _kinds(options: argparse.Namespace) -> tuple[str, ...]:
    """The kinds of facts that are asked for."""
    from lintnews.yamlfile import nearest

    kinds = shared.by_comma(options.kind)
    for kind in kinds:
        if kind not in KINDS:
            raise UsageError(f'--kind: there is no "{kind}"{nearest(kind, KINDS)}; there are {", ".join(KINDS)}')
    if options.output_format == "csv" and len(kinds) != 1:
        raise UsageError("csv is a table of one kind: name it with --kind")
    return kinds


def _text(
    options: argparse.Namespace, record: dict[str, Any], kinds: tuple[str, ...], source: str, *, first: bool
) -> str:
    """The facts of one article in the format asked for."""
    if options.output_format == "json":
        kept = {key: value for key, value in record.items() if not kinds or key in (*_HEAD, *kinds)}
        return msgspec.json.encode(kept).decode() + "\n"
    if options.output_format == "csv":
        return _csv(record["path"], record[kinds[0]], head=first)
    from lintnews.cli.facttable import tables

    return ("" if first else "\n") + tables(record, kinds or KINDS[:5], source)


def _csv(path: str, facts: list[dict[str, Any]], *, head: bool) -> str:
    """A row a fact; spans and lists are written as JSON."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    for number, fact in enumerate(facts):
        if head and number == 0:
            writer.writerow(["path", *fact])
        values = [v if isinstance(v, str) or v is None else msgspec.json.encode(v).decode() for v in fact.values()]
        writer.writerow([path, *values])
    return out.getvalue()
