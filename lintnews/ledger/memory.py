"""The ledger in memory: values stored once with their keys, postings of (article, row) under each value."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from heapq import merge
from itertools import islice
from operator import attrgetter
from typing import TYPE_CHECKING

import xxhash

from lintnews.contract import EXEMPLARS, Entry, Group, Row

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Sequence

    from lintnews.model import Card

FEW = 4 * EXEMPLARS  # postings that are sorted each time; of more a calendar is kept
MOST_KEYS = 4_000_000  # that are looked at together: they take some hundred megabytes
_value = attrgetter("value")
_path = attrgetter("card.path")


class MemoryLedger:
    """Rows by key for one run.

    It holds some twenty values and two hundred keys an article for the whole run, so what it keeps is laid out flat:
    keys as hashes in one array, and a bare entry or number wherever there is only one, as there mostly is.
    """

    def __init__(self) -> None:
        self.cards: list[Card] = []
        self._ids: dict[str, dict[str, int]] = {}  # check, value: its number
        self._seeds: dict[str, int] = {}
        self._values: list[str] = []
        self._postings: list[Entry | list[Entry]] = []
        self._keys = array("Q")
        self._ends = array("Q")  # of each value's keys in `_keys`
        self._met: dict[int, list[list[int]]] = {}  # value: those that each of its shared keys has, see `_link`
        self._linked = 0  # keys that were looked at for that
        self._firsts: dict[int, tuple[int, Entry]] = {}  # value: its oldest entry, of so many
        self._undated: dict[int, Group] = {}  # value: its group as an undated article sees it
        self._calendars: dict[int, Calendar] = {}

    def add(self, card: Card, rows: Iterable[tuple[str, Row]]) -> list[tuple[str, Entry]]:
        """Put an article's rows on record, (check, row) each; of equal values in one article the first counts.

        Gives the rows back as they are kept: without their keys, which are held once a value, as hashes.
        """
        self.cards.append(card)
        kept = []
        for check, row in rows:
            ids = self._ids.get(check)
            if ids is None:
                ids = self._ids[check] = {}
                self._seeds[check] = xxhash.xxh3_64_intdigest(check.encode())
            value = ids.get(row.value)
            if value is None:
                value = ids[row.value] = self._enter(self._seeds[check], row)
                entry = Entry(Row(row.value, (), row.start, row.end, row.text, row.data), card)
                self._postings.append(entry)
            else:
                entry = Entry(Row(self._values[value], (), row.start, row.end, row.text, row.data), card)
                self._post(value, entry)
            kept.append((check, entry))
        return kept

    def _enter(self, seed: int, row: Row) -> int:
        """Number a new value and note its keys."""
        value = len(self._values)
        self._values.append(row.value)
        self._keys.extend({xxhash.xxh3_64_intdigest(key, seed) for key in map(str.encode, row.keys)})
        self._ends.append(len(self._keys))
        return value

    def _link(self) -> None:
        """Note for each value the others that it shares a key with.

        Thirty-nine of forty keys have one value only. The others are found once, when all are there: a dict with every
        key from the first article to the last would take ten times the room.
        """
        shared = _twice(self._keys)
        index: dict[int, list[int]] = {}
        for at, key in [(at, key) for at, key in enumerate(self._keys) if key in shared]:
            index.setdefault(key, []).append(bisect_right(self._ends, at))
        self._met = {}
        for values in index.values():
            for value in values:
                self._met.setdefault(value, []).append(values)
        self._linked = len(self._keys)

    def _post(self, value: int, entry: Entry) -> None:
        """Note a further article under a value."""
        postings = self._postings[value]
        if isinstance(postings, list):
            if postings[-1].card is not entry.card:
                postings.append(entry)
        elif postings.card is not entry.card:
            self._postings[value] = [postings, entry]

    def bucket(self, check: str, row: Row, card: Card, *, agreement: bool, commonest: int = 0) -> list[Group]:
        """The groups that share a key with `row`, sorted by value; [] if there is nothing to compare it with.

        A key that more than `commonest` values have is not followed (0: every key is).
        """
        if self._linked != len(self._keys):
            self._link()
        own = self._ids[check][row.value]
        others = self._met.get(own)
        if others is not None:
            met = {own}.union(*[values for values in others if not commonest or len(values) <= commonest])
            if len(met) > 1:
                return sorted([self._group(value, card) for value in met], key=_value)
        # Most rows end here: no other value, and nobody else with this one.
        return [self._group(own, card)] if agreement and isinstance(self._postings[own], list) else []

    def _group(self, value: int, card: Card) -> Group:
        postings = self._postings[value]
        if not isinstance(postings, list):
            return Group(self._values[value], 1, (postings,), postings)
        if card.published is None:
            return self._by_path(value, postings)
        if len(postings) <= FEW:
            entries = sorted(postings, key=lambda entry: nearness(entry.card, card))[:EXEMPLARS]
        else:  # the nearest are found without sorting all of them each time
            calendar = self._calendars.get(value)
            if calendar is None or calendar.size != len(postings):
                calendar = self._calendars[value] = Calendar([entry.card for entry in postings])
            entries = [postings[at] for at in islice(calendar.around(card.published), EXEMPLARS)]
        return Group(self._values[value], len(postings), tuple(entries), self._first(value, postings))

    def _by_path(self, value: int, postings: list[Entry]) -> Group:
        """The group of a value beside an undated article, to which no other is nearer than another."""
        group = self._undated.get(value)
        if group is None or group.count != len(postings):
            entries = sorted(postings, key=_path)[:EXEMPLARS]
            group = Group(self._values[value], len(postings), tuple(entries), self._first(value, postings))
            self._undated[value] = group
        return group

    def _first(self, value: int, postings: list[Entry]) -> Entry:
        """The oldest of a value's entries."""
        size, first = self._firsts.get(value, (0, postings[0]))
        if size != len(postings):
            first = min(postings, key=_age)
            self._firsts[value] = (len(postings), first)
        return first


class Calendar:
    """The articles that hold one value, by date."""

    def __init__(self, cards: Sequence[Card]) -> None:
        self.size = len(cards)
        self._paths = [card.path for card in cards]
        self._days: dict[int, list[int]] = {}
        self._undated: list[int] = []
        for at in sorted(range(len(cards)), key=lambda at: cards[at].path):
            published = cards[at].published
            if published is None:
                self._undated.append(at)
            else:
                self._days.setdefault(published.toordinal(), []).append(at)
        self._order = sorted(self._days)

    def around(self, published: dt.date) -> Iterator[int]:
        """Positions of the cards, those nearest to a date first, as `nearness` orders them."""
        day = published.toordinal()
        middle = bisect_left(self._order, day)
        for _, _, at in merge(
            self._away(day, reversed(self._order[:middle])), self._away(day, iter(self._order[middle:]))
        ):
            yield at
        yield from self._undated

    def _away(self, day: int, days: Iterator[int]) -> Iterator[tuple[int, str, int]]:
        for other in days:
            for at in self._days[other]:
                yield abs(other - day), self._paths[at], at


def _twice(keys: array[int]) -> set[int]:
    """The keys that stand in the array twice; of very many a part is looked at at a time, for the room it takes."""
    rounds = len(keys) // MOST_KEYS + 1
    twice: set[int] = set()
    for part in range(rounds):
        once: set[int] = set()
        note = once.add
        twice.update([key for key in keys if (rounds == 1 or key % rounds == part) and (key in once or note(key))])
    return twice


def _age(entry: Entry) -> tuple[int, str]:
    """Sort key that puts the oldest first, undated ones before all."""
    published = entry.card.published
    return (published.toordinal() if published else 0, entry.card.path)


def nearness(card: Card, to: Card) -> tuple[int, str]:
    """Sort key of exemplars: days between the two articles, undated ones last, then the path."""
    if card.published is None or to.published is None:
        return (1_000_000, card.path)
    return (abs((card.published - to.published).days), card.path)
