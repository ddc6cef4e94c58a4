"""`lintnews check --explain-skipped RULE PLACE PLACE [PATH...]`: silence, questioned."""

from __future__ import annotations

import os
import textwrap
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from lintnews.cli import complain
from lintnews.cli import options as shared
from lintnews.errors import ExitCode, UsageError
from lintnews.patterns import late

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Sequence

    from lintnews.inquiry.records import Answer, Reason, Seen, Side
    from lintnews.report import Place
    from lintnews.setup import Setup
    from lintnews.workshop import Workshop

FORMATS = ("full", "json")
MOST = 40  # reasons, or things on a line, that are shown
WIDTH = 100
LONGEST = 60  # characters of what is compared
_PLACE = late(r"(.+?):([0-9]{1,9})(?::[0-9]{1,9})?\Z")


def run(options: argparse.Namespace, setup: Setup) -> int:
    """Say why a rule is silent about two places, or what it says of them."""
    from lintnews.inquiry.inquiry import Inquiry

    if options.output_format not in FORMATS:
        raise UsageError(f"--explain-skipped answers as {' or '.join(FORMATS)}")
    given = shared.standard_input(options)
    if len(options.paths) < 2:
        raise UsageError(
            "--explain-skipped needs two places: PATH[:LINE] PATH[:LINE]; what follows is compared besides"
        )
    workshop, rule, chosen = _workshop(options, setup)
    places = [_place(name) for name in options.paths[:2]]
    inquiry = Inquiry(workshop, rule, chosen, given)
    sides = tuple(inquiry.side(*place) for place in places)
    corpus, failures = _corpus(options, setup, workshop)
    cache = _cache(options, workshop)
    answer = inquiry.answer((sides[0], sides[1]), corpus, options.jobs or shared.cpus(), cache)
    if cache is not None:
        cache.close()
    if options.output_format == "json":
        from lintnews.reporters.json import encode

        shared.emit(encode(record(answer)))
    else:
        shared.emit("".join(f"{line}\n" for line in text(answer)))
    for failure in (*failures, *answer.failures):
        complain(f"{failure.where}: {failure.message}")
    return ExitCode.FAILED if failures or answer.failures else ExitCode.CLEAN


def _workshop(options: argparse.Namespace, setup: Setup) -> tuple[Workshop, str, frozenset[str]]:
    """A workshop over all rules of the rule's check, the rule's id, and the ids of the rules that the settings choose.

    Rules that are off are there too: one of them may be the one that would have told.
    """
    from lintnews.plugins import load
    from lintnews.setup import all_rules, choose, workshop_of
    from lintnews.yamlfile import nearest

    registry = load(setup.config.plugins.require, setup.config.plugins.disable)
    rules = all_rules(setup, registry)
    named = options.explain_skipped.rpartition("/")[2]
    rule = next((rule for rule in rules if rule.id == named), None)
    if rule is None:
        raise UsageError(
            f'there is no rule "{options.explain_skipped}"{nearest(named, {rule.id for rule in rules})};'
            " `lintnews explain` lists them"
        )
    chosen = frozenset(rule.id for rule in choose(rules, setup, registry))
    alike = tuple(sorted(one.id for one in rules if one.check == rule.check))
    config = msgspec.structs.replace(setup.config, select=alike, extend_select=(), ignore=())
    return workshop_of(msgspec.structs.replace(setup, config=config)), rule.id, chosen


def _place(name: str) -> tuple[str, int | None]:
    """`PATH`, `PATH:LINE`, or `PATH:LINE:COLUMN` as reports have it."""
    from lintnews.files import shown

    found = _PLACE.match(name)
    path, line = (found[1], int(found[2])) if found and not os.path.lexists(name) else (name, None)
    if not os.path.lexists(path):
        raise UsageError("no such file", path)
    if Path(path).is_dir():
        raise UsageError("a place is a file, or a line of it: PATH[:LINE]", path)
    return shown(path), line


def _corpus(options: argparse.Namespace, setup: Setup, workshop: Workshop) -> tuple[list[str], list[Any]]:
    """What else is compared: the further paths, else the corpus of the config."""
    from lintnews.files import corpus_files, gather

    left_out, suffixes = shared.excludes(setup), workshop.registry.readers
    if options.paths[2:]:
        return gather(options.paths[2:], suffixes, left_out, force_exclude=options.force_exclude)
    return corpus_files(setup, suffixes, left_out) if setup.config.corpus else ([], [])


def _cache(options: argparse.Namespace, workshop: Workshop) -> Any:
    if options.no_cache or workshop.setup is None:
        return None
    from lintnews.cache import open_cache

    return open_cache(workshop, workshop.setup.root)


def text(answer: Answer) -> Iterator[str]:
    """The answer for people: what the check reads at either place, whether it is one story, what became of it."""
    from lintnews.reporters.printable import printable

    rule = answer.rule
    yield f"{rule.category}/{rule.id} ({rule.level}, check {rule.check})"
    for side, seen in zip(answer.sides, answer.seen, strict=True):
        yield ""
        yield printable(side.named)
        yield from map(printable, _reading(side, seen, answer))
    if answer.alike is not None:
        yield ""
        yield from map(printable, _wrapped(_story(answer)))
    yield ""
    if answer.reasons:
        for reason in _first(answer.reasons):
            told = reason if isinstance(reason, str) else _worded(reason)
            yield from map(printable, _wrapped(f"- {told}", "  "))
    elif answer.explains:
        yield "- nothing of the one place is held against anything of the other"
    if not answer.explains and not any(reason.places for reason in answer.reasons):
        where = "inside one article" if answer.alike is None else "across articles"
        yield f"- the check {rule.check} can't say why it leaves a pair alone {where}"


def _reading(side: Side, seen: Sequence[Seen], answer: Answer) -> Iterator[str]:
    """What the check reads at a place; in a whole article, what it compares, and how much more there is."""
    compared = [one for one in seen if one.subject or side.line is not None]
    for one in compared[:MOST]:
        yield f"  {_quoted(one)}"
    more, rest = len(compared[MOST:]), len(seen) - len(compared)
    if more or rest:
        yield f"  besides: {more} compared and {rest} that are not: name a line (PATH:LINE) to see them"
    if not seen:
        yield "  nothing that the check compares" if answer.explains else "  the check can't say what it reads here"


def _first(found: Sequence[Any]) -> Iterator[Any]:
    """The first so many, and how many more there are."""
    yield from found[:MOST]
    if len(found) > MOST:
        yield f"and {len(found) - MOST} more: name a line (PATH:LINE) to see less"


def _quoted(one: Seen) -> str:
    told = ", ".join(filter(None, (one.subject or "not compared", one.told)))
    return f'line {one.place.line}: "{_cut(one.text)}": {told}'


def _worded(reason: Reason) -> str:
    places = " and ".join(_at(*place) for place in reason.places)
    return f"{places}: {reason.words}" if places else reason.words


def _wrapped(words: str, hang: str = "") -> list[str]:
    return textwrap.wrap(words, WIDTH, subsequent_indent=hang, break_long_words=False, break_on_hyphens=False)


def _cut(words: str) -> str:
    """The words, or their beginning: what the check looks at may be a whole sentence."""
    return words if len(words) <= LONGEST else f"{words[:LONGEST].rsplit(' ', 1)[0]} …"


def _at(place: Place, words: str) -> str:
    where = f"{place.path}:{place.line}"
    return f'"{_cut(words)}" ({where})' if words else where


def _story(answer: Answer) -> str:
    """Whether two articles are one story, and by what."""
    alike = answer.alike
    if alike is None:
        return ""
    count = len(alike.shared)
    topics = ", ".join(topic.lstrip("=") for topic in alike.shared)
    shared = f"{count} topic{'' if count == 1 else 's'} in common{(count and f' ({topics})') or ''}"
    verdict = "One story" if alike.same else "Not one story"
    return f"{verdict}: alike by {alike.likeness:.2f}, where {alike.needed:.2f} is needed; {shared}."


def record(answer: Answer) -> dict[str, Any]:
    """The answer as plain data, places as in the report's JSON."""
    alike = answer.alike
    return {
        "rule": answer.rule.id,
        "check": answer.rule.check,
        "explains": answer.explains,
        "places": [
            {
                "path": side.path,
                "line": side.line,
                "read": [
                    {**_spot(one.place), "text": one.text, "subject": one.subject or None, "told": one.told}
                    for one in seen
                ],
            }
            for side, seen in zip(answer.sides, answer.seen, strict=True)
        ],
        "story": None
        if alike is None
        else {"same": alike.same, "likeness": alike.likeness, "needed": alike.needed, "topics": alike.shared},
        "reasons": [
            {"reason": reason.words, "places": [{**_spot(place), "text": words} for place, words in reason.places]}
            for reason in answer.reasons
        ],
    }


def _spot(place: Place) -> dict[str, Any]:
    return {"path": place.path, "line": place.line, "start": place.start, "end": place.end}
