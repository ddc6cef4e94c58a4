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

    from lintnews.checks.slots import Slot
    from lintnews.cli.factpages import Pages
    from lintnews.model import Story
    from lintnews.report import Failure
    from lintnews.workshop import Workshop

KINDS = ("names", "figures", "dates", "attributions", "acronyms", "sentences", "paragraphs", "sources", "credibility")
DERIVED = frozenset({"sources", "credibility"})  # counted from facts, so told only if asked for
FORMATS = ("text", "json", "csv")
PAGED = ("names", "sources")
_HEAD = ("path", "coordinates", "headline", "byline", "dateline", "published")


def parser() -> argparse.ArgumentParser:
    """The options of `lintnews facts`."""
    made = shared.new_parser("facts", "Show what is read out of articles: names, figures, dates, who says what.")
    shared.add_files(made)
    made.add_argument("--output-format", choices=FORMATS, default="text", help="text (default), json (lines) or csv")
    made.add_argument("--kind", action="append", metavar="KINDS", help=f"only these, by comma: {', '.join(KINDS)}")
    made.add_argument(
        "--across", action="store_true", help="names or sources over all articles, not article by article"
    )
    made.add_argument(
        "--name", metavar="NAME", help="the page of this name or source: in full, a surname, any spelling"
    )
    made.add_argument(
        "--timeline", action="store_true", help="with --kind figures: each story's figures over time, a table a subject"
    )
    made.add_argument("--all", action="store_true", help="with --timeline: also what only one article of a story gives")
    made.add_argument(
        "--limit", type=shared.positive, metavar="N", help="of each sort (--across) or story (--timeline) the first N"
    )
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
    output = _pages(options, kinds, workshop) if _across(options) else _Sheets(options, kinds)
    for path in sorted({*paths, *given}):
        try:
            story = workshop.story(path, given.get(path), timings)
        except LintnewsError as problem:
            failures.append(_failure(problem, path))
            continue
        start = perf_counter()
        output.add(story)
        timings["print"] = timings.get("print", 0.0) + perf_counter() - start
    output.end()
    for failure in failures:
        complain(f"{failure.where}: {failure.message}")
    if options.statistics:
        for name, seconds in sorted(timings.items(), key=lambda item: -item[1]):
            print(f"{seconds:8.3f} s {name}", file=sys.stderr)
    return ExitCode.FAILED if failures else ExitCode.CLEAN


def _across(options: argparse.Namespace) -> bool:
    """Whether pages over all articles are asked for."""
    return bool(options.across or options.name or options.timeline)


def _pages(options: argparse.Namespace, kinds: tuple[str, ...], workshop: Workshop) -> Pages:
    """The pages that are asked for, empty."""
    from lintnews.cli.factpages import NamePages, SourcePages, TimelinePages

    if options.timeline:
        given = (options.output_format, options.limit, shared.columns(100))
        return TimelinePages(*given, _slots(workshop), everything=options.all)
    wanted = (options.output_format, options.name, options.limit, shared.columns(100))
    return SourcePages(*wanted) if kinds == ("sources",) else NamePages(*wanted, workshop.register.spellings)


def _slots(workshop: Workshop) -> list[Slot]:
    """The slots of all rules that run, those of the newsroom's own rules among them; the built-in ones if none does."""
    from lintnews.checks.built_in_slots import SLOTS

    rules = [rule for rule in workshop.rules if rule.check == "figure-slots"]
    found: list[Slot] = []
    for slot in (slot for rule in rules for slot in rule.options.slots):
        if slot not in found:
            found.append(slot)
    return found or list(SLOTS)


def _derived(story: Story, kinds: tuple[str, ...]) -> dict[str, Any]:
    """What is counted from the facts, as far as it is asked for."""
    from lintnews.archive.records import credibility_record, source_record
    from lintnews.archive.sources import sources_of

    found: dict[str, Any] = {}
    if "sources" in kinds:
        found["sources"] = [source_record(source) for source in sources_of(story)]
    if "credibility" in kinds:
        found["credibility"] = [credibility_record(story)]
    return found


class _Sheets:
    """What was read out of each article, printed one by one."""

    def __init__(self, options: argparse.Namespace, kinds: tuple[str, ...]) -> None:
        self._format: str = options.output_format
        self._kinds = kinds
        self._first = True

    def add(self, story: Story) -> None:
        """Print the facts of an article in the format asked for."""
        record = facts_record(story)
        if not DERIVED.isdisjoint(self._kinds):
            record |= _derived(story, self._kinds)
        if self._format == "json":
            kept = {key: value for key, value in record.items() if not self._kinds or key in (*_HEAD, *self._kinds)}
            if "credibility" in kept:
                kept["credibility"] = kept["credibility"][0]
            text = msgspec.json.encode(kept).decode() + "\n"
        elif self._format == "csv":
            text = _csv(record["path"], record[self._kinds[0]], head=self._first)
        else:
            from lintnews.cli.facttable import tables

            text = ("" if self._first else "\n") + tables(story, record, self._kinds or KINDS[:5], shared.columns(100))
        shared.emit(text)
        self._first = False

    def end(self) -> None:
        """All is printed already."""


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
    if options.timeline:
        if options.across or options.name or kinds not in {(), ("figures",)}:
            raise UsageError("--timeline is of figures alone: --kind figures, and neither --across nor --name")
    elif options.all:
        raise UsageError("--all goes with --timeline")
    elif _across(options):
        if len(kinds) > 1 or not {*kinds} <= {*PAGED}:
            raise UsageError(f"--across and --name make pages of one kind: {' or '.join(PAGED)}")
    elif options.limit:
        raise UsageError("--limit counts pages: it needs --across, --name or --timeline")
    elif options.output_format == "csv" and len(kinds) != 1:
        raise UsageError("csv is a table of one kind: name it with --kind")
    return kinds


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
