"""The ledger in memory: values stored once with their keys, postings of (article, row) under each value."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from heapq import merge
from itertools import islice
from typing import TYPE_CHECKING

import xxhash

from lintnews.contract import EXEMPLARS, Entry, Group, Row

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Sequence

    from lintnews.model import Card

FEW = 4 * EXEMPLARS  # postings that are sorted each time; of more a calendar is kept


class MemoryLedger:
    """Rows by key for one run."""

    def __init__(self) -> None:
        self.cards: list[Card] = []
        self._ids: dict[tuple[str, str], int] = {}
        self._values: list[str] = []
        self._keys: list[array[int]] = []
        self._postings: list[list[tuple[int, Row]]] = []
        # Most keys have one value: a bare number takes a third of the room of a list with one.
        self._index: dict[int, int | list[int]] = {}
        self._calendars: dict[int, Calendar] = {}

    def add(self, card: Card, rows: Iterable[tuple[str, Row]]) -> tuple[tuple[str, Row], ...]:
        """Put an article's rows on record, (check, row) each; of equal values in one article the first counts.

        Gives the rows back as they are kept: without their keys, which are held once a value, as hashes.
        """
        article = len(self.cards)
        self.cards.append(card)
        kept = []
        for check, row in rows:
            identity = (check, row.value)
            value = self._ids.get(identity)
            if value is None:
                value = self._ids[identity] = self._enter(check, row)
            postings = self._postings[value]
            bare = Row(self._values[value], (), row.start, row.end, row.text, row.data)
            kept.append((check, bare))
            if not postings or postings[-1][0] != article:
                postings.append((article, bare))
        return tuple(kept)

    def _enter(self, check: str, row: Row) -> int:
        """Number a new value and note it under its keys."""
        value = len(self._values)
        self._values.append(row.value)
        self._postings.append([])
        keys = array("Q", (_hash(check, key) for key in row.keys))
        self._keys.append(keys)
        for key in keys:
            known = self._index.setdefault(key, value)
            if isinstance(known, list):
                known.append(value)
            elif known != value:
                self._index[key] = [known, value]
        return value

    def bucket(self, check: str, row: Row, card: Card, *, agreement: bool, commonest: int = 0) -> list[Group]:
        """The groups that share a key with `row`, sorted by value; [] if there is nothing to compare it with.

        A key that more than `commonest` values have is not followed (0: every key is).
        """
        own = self._ids[check, row.value]
        met = {own}
        for key in self._keys[own]:
            values = self._index[key]
            if isinstance(values, int):
                met.add(values)
            elif not commonest or len(values) <= commonest:
                met.update(values)
        if len(met) == 1 and not (agreement and len(self._postings[own]) > 1):
            return []
        return sorted((self._group(value, card) for value in met), key=lambda group: group.value)

    def _group(self, value: int, card: Card) -> Group:
        postings = self._postings[value]
        if len(postings) <= FEW:
            entries = [Entry(row, self.cards[article]) for article, row in postings]
            entries.sort(key=lambda entry: nearness(entry.card, card))
        else:
            entries = [Entry(postings[at][1], self.cards[postings[at][0]]) for at in self._nearest(value, card)]
        return Group(self._values[value], len(postings), tuple(entries[:EXEMPLARS]))

    def _nearest(self, value: int, card: Card) -> Iterator[int]:
        """The first `EXEMPLARS` postings in the order of `nearness`, found without sorting all of them each time."""
        calendar = self._calendars.get(value)
        if calendar is None or calendar.size != len(self._postings[value]):
            cards = [self.cards[article] for article, _ in self._postings[value]]
            calendar = self._calendars[value] = Calendar(cards)
        return islice(calendar.around(card.published), EXEMPLARS)


class Calendar:
    """The articles that hold one value, by date."""

    def __init__(self, cards: Sequence[Card]) -> None:
        self.size = len(cards)
        self._by_path = sorted(range(len(cards)), key=lambda at: cards[at].path)
        self._paths = [card.path for card in cards]
        self._days: dict[int, list[int]] = {}
        self._undated: list[int] = []
        for at in self._by_path:
            published = cards[at].published
            if published is None:
                self._undated.append(at)
            else:
                self._days.setdefault(published.toordinal(), []).append(at)
        self._order = sorted(self._days)

    def around(self, published: dt.date | None) -> Iterator[int]:
        """Positions of the cards, those nearest to a date first, as `nearness` orders them."""
        if published is None:
            yield from self._by_path
            return
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


def nearness(card: Card, to: Card) -> tuple[int, str]:
    """Sort key of exemplars: days between the two articles, undated ones last, then the path."""
    if card.published is None or to.published is None:
        return (1_000_000, card.path)
    return (abs((card.published - to.published).days), card.path)


def _hash(check: str, key: str) -> int:
    digest: int = xxhash.xxh3_64_intdigest(f"{check}\0{key}".encode())
    return digest
