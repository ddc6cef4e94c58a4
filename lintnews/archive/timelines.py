"""Figures over time: what the articles of each story give for one thing, in the order of the days they speak of.

Articles are added one by one and let go; what stays is the card that stories are matched by, and the figures that fill
a slot: those, and only those, that are compared with each other.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from lintnews.checks.age_owners import ages_of
from lintnews.checks.leads import leading_names, pair_keys
from lintnews.checks.mentions import REACH, mentions
from lintnews.checks.slots import class_of, fills
from lintnews.checks.timeline import days_of
from lintnews.ledger.same_story import StoryMatcher
from lintnews.model import Card
from lintnews.placing import Locator

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lintnews.checks.mentions import Mention
    from lintnews.checks.slots import Slot
    from lintnews.model import Story

LATEST = 64  # articles under one key that a later one is matched with


class Subject(NamedTuple):
    """What figures are of: slot, what it counts there ("" for everybody, the person of an age), unit."""

    slot: str
    counted: str
    unit: str

    @property
    def title(self) -> str:
        """The subject in words: "killed: soldiers", "fee, EUR"."""
        return f"{self.slot}{self.counted and f': {self.counted}'}{self.unit and f', {self.unit}'}"


class Given(Struct, frozen=True, gc=False):
    """A figure that an article gives.

    The true value lies in [low, high] (None: open). `as_of` is the day that it speaks of, ISO 8601 at the precision
    told, None if no day is told. `start` and `end` are of the file as it is on disk, `lines` all lines that say it.
    """

    article: int
    subject: Subject
    noun: str
    text: str
    low: float | None
    high: float | None
    value: float
    as_of: str | None
    source: str | None
    quoted: bool
    start: int
    end: int
    lines: tuple[int, ...]

    @property
    def same(self) -> tuple[object, ...]:
        """What makes two figures of one article the same statement, printed once."""
        return (self.subject, self.noun.casefold(), self.low, self.high, self.as_of, self.source, self.quoted)


class Held(NamedTuple):
    """What stays of an article: its card, its headline and the keys under which it meets others."""

    card: Card
    headline: str
    keys: tuple[str, ...]


class Told(NamedTuple):
    """A story: its first headline, the articles that give its figures, by date, its subjects, most figures first."""

    headline: str
    articles: list[Card]
    subjects: list[tuple[Subject, list[Given]]]

    @property
    def size(self) -> int:
        """How many figures are told."""
        return sum(len(found) for _, found in self.subjects)

    @property
    def period(self) -> tuple[str, str]:
        """First and last date of publication; "" if no article has one."""
        dates = sorted(card.published.isoformat() for card in self.articles if card.published)
        return (dates[0], dates[-1]) if dates else ("", "")


class Timelines:
    """The figures of all articles that were added, by story and subject."""

    def __init__(self, slots: Sequence[Slot]) -> None:
        self._slots = slots
        self._held: list[Held] = []
        self._given: dict[int, list[Given]] = {}
        self.left_out = 0  # figures that only one article of a story gives, by the last `told`

    def card(self, one: Given) -> Card:
        """The article of a figure."""
        return self._held[one.article].card

    @property
    def articles(self) -> int:
        """How many articles were added."""
        return len(self._held)

    def add(self, story: Story) -> None:
        """Keep what an article gives; its card stays in any case, since it tells which topics are common."""
        article = story.article
        number = len(self._held)
        found = once_each(given_by(story, number, self._slots))
        card = Card(article.path, article.published, story.facts.topics, article.outlet)
        headline = " ".join(story.text(article.headline).split()) if found and article.headline else ""
        self._held.append(Held(card, headline, pair_keys(leading_names(story)) if found else ()))
        if found:
            self._given[number] = found

    def told(self, *, everything: bool = False) -> list[Told]:
        """The stories, most figures first; without `everything` only what at least two articles of a story give."""
        self.left_out = 0
        stories = [self._story(members, everything=everything) for members in self._stories()]
        return sorted((told for told in stories if told.subjects), key=lambda told: (-told.size, told.articles[0].path))

    def _story(self, members: Sequence[int], *, everything: bool) -> Told:
        """What some articles tell together."""
        by_subject: dict[Subject, list[Given]] = {}
        for number in members:
            for one in self._given[number]:
                by_subject.setdefault(one.subject, []).append(one)
        subjects = []
        for subject, found in by_subject.items():
            if everything or len({one.article for one in found}) > 1:
                subjects.append((subject, sorted(found, key=self._order)))
            else:
                self.left_out += len(found)
        subjects.sort(key=lambda pair: (-len(pair[1]), pair[0]))
        shown = {one.article for _, found in subjects for one in found}
        kept = [self._held[number] for number in members if number in shown]
        headline = next((held.headline for held in kept if held.headline), "")
        return Told(headline, [held.card for held in kept], subjects)

    def _order(self, one: Given) -> tuple[dt.date, dt.date, str, int]:
        """By the day that a figure speaks of, else that of its article; what has no day comes last."""
        card = self.card(one)
        days = days_of(one.as_of)
        first = (days.first if days else card.published) or dt.date.max
        return (first, (days.last if days else first), card.path, one.start)

    def _stories(self) -> Iterator[list[int]]:
        """The articles that give figures, by story, each in the order of time.

        An article joins the story of which most articles are like it. It is matched with those that share a key with
        it, as in a check, of each key with the latest: so the work grows with the articles and not with their pairs.
        """
        matcher = StoryMatcher([held.card for held in self._held])
        by_key: dict[str, list[int]] = {}
        home: dict[int, int] = {}
        stories: list[list[int]] = []
        for number in sorted(self._given, key=self._time):
            held = self._held[number]
            votes: dict[int, int] = {}
            for other in {other for key in held.keys for other in by_key.get(key, ())[-LATEST:]}:
                if matcher.compare(held.card, self._held[other].card).same:
                    votes[home[other]] = votes.get(home[other], 0) + 1
            story = min(votes, key=lambda one: (-votes[one], one)) if votes else len(stories)
            if story == len(stories):
                stories.append([])
            stories[story].append(number)
            home[number] = story
            for key in held.keys:
                by_key.setdefault(key, []).append(number)
        yield from stories

    def _time(self, number: int) -> tuple[dt.date, str]:
        card = self._held[number].card
        return (card.published or dt.date.max, card.path)


def given_by(story: Story, number: int, slots: Sequence[Slot]) -> Iterator[Given]:
    """The figures of an article that are compared: those of slots, of a numbered contingent, and ages of people."""
    locator = Locator(story.article)
    for mention in mentions(story):
        for subject in subjects_of(mention, slots):
            first, last = locator.source_span(mention.start, mention.end)
            yield Given(
                number,
                subject,
                noun_of(mention, story.article.text),
                " ".join(mention.text.split()),
                mention.low,
                mention.high,
                mention.value,
                mention.as_of,
                " ".join(mention.source.split()) if mention.source else None,
                mention.quoted,
                first,
                last,
                (locator.line(first),),
            )
    for person, figure in ages_of(story):
        subject = Subject("age", f"{person.name} {person.suffix}".strip().title(), "")
        first, last = locator.source_span(figure.start, figure.end)
        place = (first, last, (locator.line(first),))
        yield Given(
            number, subject, "", figure.text, figure.low, figure.high, figure.value, None, None, figure.quoted, *place
        )


def subjects_of(mention: Mention, slots: Iterable[Slot]) -> Iterator[Subject]:
    """The subjects of a figure: of each slot that it fills, or of the contingent whose size it is."""
    unit = mention.unit or ""
    if mention.anchor is not None:
        yield Subject(f"{mention.anchor} contingent", mention.subject or "", unit)
        return
    for slot in slots:
        if fills(mention, slot):
            yield Subject(slot.name, class_of(mention, slot), unit)


def noun_of(mention: Mention, text: str) -> str:
    """What a figure counts, as far as it is told, with the names before it: "Kenyan officers"."""
    noun = mention.subject or ""
    after = text[mention.end : mention.end + REACH]
    at = after.lower().find(noun)
    noun = after[at : at + len(noun)] if at >= 0 else noun  # as worded: a mention keeps it in small letters
    return " ".join([*(word.title() for word in mention.named), *([noun] if noun else [])])


def once_each(found: Iterable[Given]) -> list[Given]:
    """Figures that are the same statement as one, at the first place, with the lines of all."""
    kept: dict[tuple[object, ...], Given] = {}
    for one in found:
        before = kept.get(one.same)
        lines = dict.fromkeys((*before.lines, *one.lines)) if before else None
        kept[one.same] = replace(before, lines=tuple(lines)) if before and lines else one
    return list(kept.values())
