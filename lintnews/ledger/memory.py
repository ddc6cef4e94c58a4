"""The ledger in memory: values stored once with their keys, postings of (article, row) under each value."""

from __future__ import annotations

from bisect import bisect_left
from heapq import merge
from itertools import islice
from typing import TYPE_CHECKING

import xxhash

from lintnews.contract import EXEMPLARS, Entry, Group

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Sequence

    from lintnews.contract import Row
    from lintnews.model import Card

FEW = 4 * EXEMPLARS  # postings that are sorted each time; of more a calendar is kept


class MemoryLedger:
    """Rows by key for one run."""

    def __init__(self) -> None:
        self.cards: list[Card] = []
        self._ids: dict[tuple[str, str], int] = {}
        self._values: list[str] = []
        self._postings: list[list[tuple[int, Row]]] = []
        self._index: dict[int, list[int]] = {}
        self._calendars: dict[int, Calendar] = {}

    def add(self, card: Card, rows: Iterable[tuple[str, Row]]) -> None:
        """Put an article's rows on record, (check, row) each; of equal values in one article the first counts."""
        article = len(self.cards)
        self.cards.append(card)
        for check, row in rows:
            identity = (check, row.value)
            value = self._ids.get(identity)
            if value is None:
                value = self._ids[identity] = len(self._values)
                self._values.append(row.value)
                self._postings.append([])
                for key in row.keys:
                    self._index.setdefault(_hash(check, key), []).append(value)
            postings = self._postings[value]
            if not postings or postings[-1][0] != article:
                postings.append((article, row))

    def bucket(self, check: str, row: Row, card: Card, *, agreement: bool, commonest: int = 0) -> list[Group]:
        """The groups that share a key with `row`, sorted by value; [] if there is nothing to compare it with.

        A key that more than `commonest` values have is not followed (0: every key is).
        """
        own = self._ids[check, row.value]
        met = {own}
        for key in row.keys:
            values = self._index.get(_hash(check, key), ())
            if not commonest or len(values) <= commonest:
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
