"""A small house for tests of the core: two checks, rules for them, and a workshop over them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any, ClassVar

from lintnews import ArticleCheck, Entry, Group, LedgerCheck, Look, Match, Options, Related, Row, Story
from lintnews.model import Level
from lintnews.plugins import Registry, load
from lintnews.register import Register
from lintnews.report import Finding, Report
from lintnews.rulebook import Rule
from lintnews.workshop import Workshop

BOOKED = re.compile(r"(\w+) booked (\d+) seats")


class WordCheck(ArticleCheck):
    """Finds a word."""

    name: ClassVar[str] = "word"
    fields: ClassVar[dict[str, str]] = {"word": "the word", "size": "long or short"}

    class Options(Options):
        word: str = "bad"
        at_most: int = 0

    def inspect(self, story: Story, options: Any, look: Look) -> Iterable[Match]:
        for hit in re.finditer(re.escape(options.word), story.article.text):
            yield Match(
                hit.start(), hit.end(), {"word": hit.group(), "size": "long" if len(hit.group()) > 3 else "short"}
            )


class SeatCheck(LedgerCheck):
    """Compares who booked how many seats."""

    name: ClassVar[str] = "seats"
    fields: ClassVar[dict[str, str]] = {
        "who": "who booked",
        "here": "seats here",
        "there": "seats there",
        "other": "where",
    }

    def rows(self, story: Story) -> Iterable[Row]:
        for hit in BOOKED.finditer(story.article.text):
            yield Row(f"{hit[1]}|{hit[2]}", (hit[1],), hit.start(), hit.end(), hit.group())

    def compare(self, entry: Entry, bucket: Sequence[Group], options: Any, look: Look) -> Iterable[Match]:
        who, here = entry.row.value.split("|")
        for group in bucket:
            for other in group.entries if group.value != entry.row.value else ():
                look.compared()
                there = group.value.split("|")[1]
                yield Match(
                    entry.row.start,
                    entry.row.end,
                    {"who": who, "here": here, "there": there},
                    (Related(other.row.start, other.row.end, f"{there} here", other.card.path),),
                )


class BrokenCheck(ArticleCheck):
    """Raises."""

    name: ClassVar[str] = "broken"
    fields: ClassVar[dict[str, str]] = {}

    def inspect(self, story: Story, options: Any, look: Look) -> Iterable[Match]:
        raise ZeroDivisionError("no seats")


CHECKS = {check.name: check for check in (WordCheck, SeatCheck, BrokenCheck)}


def registry() -> Registry:
    """The built-in registry with the checks of this module in place of its own."""
    real = load()
    return Registry(CHECKS, real.readers, real.reporters, real.extractors, (), ())


def rule(
    check: str,
    message: str,
    level: Level = "warning",
    name: str = "",
    when: dict[str, tuple[str, ...]] | None = None,
    **options: Any,
) -> Rule:
    """A rule over one of the checks."""
    return Rule(
        name or f"test-{check}",
        "style",
        check,
        level,
        message,
        "Because.",
        (),
        CHECKS[check].Options(**options),
        when or {},
        "rules/x.yaml",
    )


def workshop(*rules: Rule, register: Register | None = None) -> Workshop:
    """A workshop over the given rules."""
    return Workshop(registry(), rules, register or Register())


SEATS = rule("seats", "{who}: {here} here, {there} in {other}", name="seats-differ")
WORD = rule("word", "found {word}", name="bad-word")


def check(articles: dict[str, str], *rules: Rule, targets: Sequence[str] | None = None) -> Report:
    """A run over articles given by path."""
    from lintnews.engine import run

    given = {path: text.encode() for path, text in articles.items()}
    return run(workshop(*rules), list(targets or given), list(given), given=given)


def told(findings: Iterable[Finding]) -> list[str]:
    """Findings in short: `path:line rule message`."""
    return [f"{f.place.path}:{f.place.line} {f.rule} {f.message}" for f in findings]
