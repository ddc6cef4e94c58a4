"""The readings that live in a partition, or were sent to it: who has them, who is nearest to a day, who was first."""

from __future__ import annotations

from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from lintnews.cluster.letters import Answer, Line, Notice, Passenger, Shipment, reading_of, split
from lintnews.contract import EXEMPLARS, Entry, Group
from lintnews.ledger.memory import FEW, Calendar, nearness
from lintnews.model import Card

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Sequence


class Posting(NamedTuple):
    """A line with the card of its article."""

    line: Line
    passenger: Passenger

    @property
    def card(self) -> Card:
        """The card."""
        return self.passenger.card


class Held:
    """A reading with those that have it, a line and a card for each article: all, or those that may be asked for."""

    oldest: Posting

    def __init__(self, check: int, value: str) -> None:
        self.check = check
        self.value = value
        self.count = 0
        self.held: list[Posting] = []
        self.asking: list[Posting] = []
        self._groups: dict[dt.date | None, Group] = {}

    def near(self, published: dt.date | None) -> list[int]:
        """The positions of those that are nearest to a date, as `nearness` orders them."""
        if published is not None and len(self.held) > FEW:
            return list(islice(self._calendar.around(published), EXEMPLARS))
        to = Card("", published)
        return sorted(range(len(self.held)), key=lambda at: nearness(self.held[at].card, to))[:EXEMPLARS]

    def group(self, published: dt.date | None) -> Group:
        """The group that an article of this date is shown."""
        group = self._groups.get(published)
        if group is None:
            entries = tuple(entry_of(self.held[at]) for at in self.near(published))
            group = self._groups[published] = Group(self.value, self.count, entries, self._first)
        return group

    def settle(self) -> None:
        """Count those that have it, and find the oldest: all are here."""
        self.count = len(self.held)
        self.oldest = min(self.held, key=lambda posting: age(posting.card))

    @cached_property
    def _calendar(self) -> Calendar:
        return Calendar([posting.card for posting in self.held])

    @cached_property
    def _first(self) -> Entry:
        return entry_of(self.oldest)


def entry_of(posting: Posting) -> Entry:
    """The entry that a check is shown."""
    return Entry(posting.line.row(), posting.card)


def age(card: Card) -> tuple[int, str]:
    """Sort key that puts the oldest first, undated ones before all."""
    return (day_of(card.published), card.path)


def day_of(published: dt.date | None) -> int:
    """The number of a day; 0 for none."""
    return published.toordinal() if published else 0


def holdings(shipments: Iterable[Shipment], seeds: Sequence[int]) -> dict[bytes, Held]:
    """The readings that live here; of equal ones in an article the first counts, and all ask."""
    found: dict[bytes, Held] = {}
    for shipment in shipments:
        for line in shipment.lines:
            reading = reading_of(line, seeds)
            one = found.get(reading)
            if one is None:
                one = found[reading] = Held(line.check, line.value)
            posting = Posting(line, shipment.passengers[line.card])
            if not one.held or one.held[-1].passenger is not posting.passenger:
                one.held.append(posting)
            if line.asks:
                one.asking.append(posting)
    for one in found.values():
        one.settle()
    return found


def visitors(answers: Iterable[Answer]) -> dict[bytes, Held]:
    """The readings that were asked for, with those that have them and are needed here."""
    found: dict[bytes, Held] = {}
    for answer in answers:
        for reading, count, oldest, near in answer.readings:
            postings = [Posting(line, answer.passengers[line.card]) for line in (answer.lines[at] for at in near)]
            first = answer.lines[oldest]
            one = found[reading] = Held(first.check, first.value)
            one.held, one.count = postings, count
            one.oldest = Posting(first, answer.passengers[first.card])
    return found


def meetings(notices: Iterable[Notice], held: dict[bytes, Held]) -> dict[bytes, Callable[[], set[bytes]]]:
    """For each reading here that shares a key with others: all of these, and itself, when they are asked for.

    A set for each would be the square of the largest bucket.
    """
    found: dict[bytes, list[bytes]] = {}
    for notice in notices:
        for own, together in notice.meetings:
            for reading in split(own):
                found.setdefault(reading, []).append(together)
    return {reading: _union(lists) for reading, lists in found.items() if reading in held}


def _union(lists: Sequence[bytes]) -> Callable[[], set[bytes]]:
    return lambda: {reading for together in lists for reading in split(together)}
