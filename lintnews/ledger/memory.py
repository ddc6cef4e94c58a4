"""The ledger in memory: values stored once with their keys, postings of (article, row) under each value."""

from __future__ import annotations

from typing import TYPE_CHECKING

import xxhash

from lintnews.contract import EXEMPLARS, Entry, Group

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lintnews.contract import Row
    from lintnews.model import Card


class MemoryLedger:
    """Rows by key for one run."""

    def __init__(self) -> None:
        self.cards: list[Card] = []
        self._ids: dict[tuple[str, str], int] = {}
        self._values: list[str] = []
        self._postings: list[list[tuple[int, Row]]] = []
        self._index: dict[int, list[int]] = {}

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

    def bucket(self, check: str, row: Row, card: Card, *, agreement: bool) -> list[Group]:
        """The groups that share a key with `row`, sorted by value; [] if there is nothing to compare it with."""
        own = self._ids[check, row.value]
        met = {own}
        for key in row.keys:
            met.update(self._index.get(_hash(check, key), ()))
        if len(met) == 1 and not (agreement and len(self._postings[own]) > 1):
            return []
        return sorted((self._group(value, card) for value in met), key=lambda group: group.value)

    def _group(self, value: int, card: Card) -> Group:
        postings = self._postings[value]
        entries = [Entry(row, self.cards[article]) for article, row in postings]
        if len(entries) > 1:
            entries.sort(key=lambda entry: nearness(entry.card, card))
        return Group(self._values[value], len(entries), tuple(entries[:EXEMPLARS]))


def nearness(card: Card, to: Card) -> tuple[int, str]:
    """Sort key of exemplars: days between the two articles, undated ones last, then the path."""
    if card.published is None or to.published is None:
        return (1_000_000, card.path)
    return (abs((card.published - to.published).days), card.path)


def _hash(check: str, key: str) -> int:
    digest: int = xxhash.xxh3_64_intdigest(f"{check}\0{key}".encode())
    return digest
