"""Pieces: articles in work, and what comes of each: its card, its findings, its rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

import msgspec

from lintnews.contract import Look, Match, Row
from lintnews.model import Allowance, Card, Story
from lintnews.placing import Locator, fingerprint
from lintnews.report import Failure, Finding, RelatedPlace

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lintnews.register import Register
    from lintnews.rulebook import Rule


class Task(msgspec.Struct, frozen=True, array_like=True):
    """An article to work on: its bytes if they have been read already; `target`: also look for findings in it.

    `kept` tells that its work may be put into the cache.
    """

    path: str
    data: bytes | None = None
    target: bool = True
    kept: bool = False
    doing: ClassVar[str] = "read"


class Work(msgspec.Struct, frozen=True, tag=True):
    """What an article comes to: its card, what was found inside it, what it puts on record."""

    card: Card
    findings: tuple[Finding, ...] = ()
    rows: tuple[tuple[str, Row], ...] = ()
    compared: int = 0
    failures: tuple[Failure, ...] = ()
    timings: dict[str, float] = {}


class ArticleLook(Look):
    """What a check may ask inside one article."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self.pairs = 0

    def same_story(self, one: Card, other: Card) -> bool:
        """An article tells its own story; others are not known here."""
        return one.path == other.path

    def stories(self, cards: Iterable[Card]) -> int:
        """Distinct articles."""
        return len({card.path for card in cards})

    def compared(self, pairs: int = 1) -> None:
        """Count compared pairs."""
        self.pairs += pairs

    @property
    def register(self) -> Register:
        """The newsroom's register."""
        return self._register


class Piece:
    """An article in work, and what came of it so far."""

    def __init__(
        self, task: Task, story: Story, locator: Locator, look: ArticleLook, timings: dict[str, float]
    ) -> None:
        self.task = task
        self.story = story
        self.locator = locator
        self.look = look
        self.timings = timings
        self.findings: list[Finding] = []
        self.failures: list[Failure] = []
        self.rows: list[tuple[str, Row]] = []

    def here(self, path: str) -> Locator:  # noqa: ARG002 - inside an article every place is in it
        """The locator of a related place."""
        return self.locator

    def fail(self, message: str) -> None:
        """Note that a check has failed."""
        self.failures.append(Failure(self.task.path, message))

    def done(self) -> Work:
        """All that the article comes to."""
        card = card_of(self.story, self.locator)
        return Work(card, tuple(self.findings), tuple(self.rows), self.look.pairs, tuple(self.failures), self.timings)


def card_of(story: Story, locator: Locator) -> Card:
    """The card of a story; its allowances are in source coordinates, as findings are."""
    article = story.article
    allowances = tuple(_located(allowance, locator) for allowance in article.allowances)
    return Card(article.path, article.published, story.facts.topics, article.outlet, allowances)


def _located(allowance: Allowance, locator: Locator) -> Allowance:
    if allowance.start is None or allowance.end is None:
        return allowance
    start, end = locator.source_span(allowance.start, allowance.end)
    return msgspec.structs.replace(allowance, start=start, end=end)


def findings_of(match: Match, rules: Iterable[Rule], locator: Locator, other: Any) -> list[Finding]:
    """The findings that rules make of a match; `other(path)` locates related places in another article."""
    wanted = [rule for rule in rules if rule.wants(match.data)]
    if not wanted:
        return []
    path = locator.article.path
    place = locator.place(match.start, match.end)
    sides = [(path, locator.context(match.start, match.end))]
    related = []
    for side in match.related:
        there = other(side.path) if side.path and side.path != path else locator
        related.append(RelatedPlace(there.place(side.start, side.end), side.message))
        if len(sides) == 1:
            sides.append((there.article.path, there.context(side.start, side.end)))
    fix = locator.edit(match.fix) if match.fix else None
    data = {**match.data, **({"other": _where(related[0])} if related and "other" not in match.data else {})}
    return [
        Finding(
            rule.id,
            rule.category,
            rule.level,
            rule.words(data),
            place,
            tuple(related),
            data,
            fix,
            fingerprint(rule.id, sides),
        )
        for rule in wanted
    ]


def _where(side: RelatedPlace) -> str:
    return f"{side.place.path}:{side.place.line}"
