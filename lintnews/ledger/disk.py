"""The ledger on disk: it answers as `MemoryLedger` does, and reads only what it is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from lintnews.contract import EXEMPLARS, Entry, Group, Row
from lintnews.ledger.pages import Exemplars, Held, LateEntry, Oldest, read_card, read_page, read_rows
from lintnews.ledger.tables import EVERY, UNDATED, LedgerTrouble, ask, hashed, sample_of, seed_of

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Collection, Iterable, Sequence

    from lintnews.model import Card

CARDS, PAGES, ROWS, SINGLES = 8000, 2000, 50_000, 50_000  # how many cards, pages, rows and entries are kept at hand
TOPICS = 100_000  # topics whose frequency is kept at hand
MANY = 500  # values that are asked for at once
FEW = 200  # articles of one value that are sorted by hand
FAR = 1_000_000  # days to an article without a date, as `nearness` has it
_HOLDERS = "select path, article from postings join files on number = article where reading = ?"
_MET = (
    "drop table if exists temp.met",
    "create temp table met (reading integer, key integer, primary key (reading, key)) without rowid",
    """insert into met select reading, key from keys
    where key in (select key from keys group by key having count(*) > 1) order by reading, key""",
)


class DiskLedger:
    """Looks up what shares a key with a row.

    `met` is called with the path of each article that is read, once: whoever knows the files can tell whether it is
    still what stands there. A look-up follows the keys of the row and costs no more than what it meets; for a `whole`
    run all keys that several values have are found once, and the rows need none.
    """

    def __init__(
        self,
        base: sqlite3.Connection,
        checks: Sequence[str],
        met: Callable[[str], None] | None = None,
        *,
        whole: bool = False,
    ) -> None:
        self._base = base
        self._whole = whole
        self._checks = list(checks)
        self._numbers = {name: number for number, name in enumerate(self._checks)}
        self._seeds = {name: seed_of(name) for name in self._checks}
        self._met = met
        self._cards: dict[int, Card] = {}
        self._pages: dict[tuple[int, int], dict[int, Held]] = {}  # by article and check: the first row of each reading
        self._rows: dict[tuple[int, int], Row] = {}
        self._singles: dict[int, tuple[Entry, ...]] = {}  # of values that one article has
        self._asking: dict[tuple[str, str], tuple[int, str, int]] = {}  # the readings of the article that asks
        self._seen: set[int] = set()
        self._topics: dict[str, int] = {}
        self._undated: dict[int, list[tuple[str, int]]] = {}
        self._linked = False
        self._sample = sample_of(base)

    @property
    def size(self) -> int:
        """The number of articles."""
        return self.frequency(EVERY)

    def frequency(self, topic: str) -> int:
        """The number of articles that have a topic."""
        count = self._topics.get(topic)
        if count is None:
            if len(self._topics) >= TOPICS:
                self._topics.clear()
            found = self._ask("select articles from topics where topic = ?", topic)
            count = self._topics[topic] = found[0][0] if found else 0
        return count

    def card(self, path: str) -> Card | None:
        """The card of an article; None if there is no such article."""
        found = self._ask("select number from cards join files using (number) where path = ?", path)
        return self._card(found[0][0], path) if found else None

    def rows(self, path: str, agreeing: Collection[str]) -> list[tuple[str, Entry]]:
        """The rows of an article, (check, entry) each, without keys, that meet others; for a `whole` run.

        Those of `agreeing` checks meet others with their own value too.
        """
        found = self._ask("select number from cards join files using (number) where path = ?", path)
        if not found:
            return []
        number = found[0][0]
        card = self._card(number, path)
        page = read_rows(self._base, number, self._sample)
        numbers = list({one.reading for one in page})
        values: dict[int, tuple[int, str, int]] = {}
        linked: set[int] = set()
        if not self._linked:
            self._link()
        for first in range(0, len(numbers), MANY):
            part = numbers[first : first + MANY]
            marks = ",".join("?" * len(part))
            asked = f"select number, value, articles from readings where number in ({marks})"  # noqa: S608 - only question marks
            values.update((reading[0], reading) for reading in self._ask(asked, *part))
            asked = f"select distinct reading from met where reading in ({marks})"  # noqa: S608 - only question marks
            linked.update(reading for (reading,) in self._ask(asked, *part))
        if len(values) < len(numbers):
            raise LedgerTrouble("a value is missing", torn=True)
        self._asking.clear()
        rows = []
        for one in page:
            check, reading = self._checks[one.check], values[one.reading]
            if one.reading in linked or (reading[2] > 1 and check in agreeing):
                self._asking[check, reading[1]] = reading
                rows.append((check, Entry(one.row(reading[1]), card)))
        return rows

    def bucket(self, check: str, row: Row, card: Card, *, agreement: bool, commonest: int = 0) -> list[Group]:
        """The groups that share a key with `row`, sorted by value; [] if there is nothing to compare it with.

        A key that more than `commonest` values have is not followed (0: every key is).
        """
        own = self._asking.get((check, row.value)) or self.reading(check, row.value)
        met = {own[0]: own}
        for found in self._meeting(check, row, own[0], commonest):
            met.update((reading[0], reading) for reading in found)
        if len(met) > 1:
            number = self._numbers[check]
            return [
                self._group(number, *reading, card) for reading in sorted(met.values(), key=lambda reading: reading[1])
            ]
        return [self._group(self._numbers[check], *own, card)] if agreement and own[2] > 1 else []

    def reading(self, check: str, value: str) -> tuple[int, str, int]:
        """A value's number, itself, and in how many articles it is; it must be on record."""
        found = self._ask(
            "select number, value, articles from hashes join readings on number = reading "
            "where hash = ? and value = ? and checked = ?",
            *hashed((value,), self._seeds[check]),
            value,
            self._numbers[check],
        )
        if not found:
            raise LedgerTrouble(f"a row of {check} is missing", torn=True)
        return cast("tuple[int, str, int]", found[0])

    def _meeting(self, check: str, row: Row, own: int, commonest: int) -> Iterable[Sequence[tuple[int, str, int]]]:
        """The readings (number, value, articles) that share a key with a row, some at a time."""
        if self._whole:
            if not self._linked:
                self._link()
            keys = [key for (key,) in self._ask("select key from met where reading = ?", own)]
        else:
            keys = hashed(row.keys, self._seeds[check])
        asked = "select number, value, articles from keys join readings on number = reading where key"
        if not commonest:
            for first in range(0, len(keys), MANY):
                part = keys[first : first + MANY]
                yield self._ask(f"{asked} in ({','.join('?' * len(part))}) and articles > 0", *part)
            return
        for key in keys:
            found = self._ask(f"{asked} = ? and articles > 0 limit ?", key, commonest + 1)
            if len(found) <= commonest:
                yield found

    def _link(self) -> None:
        """Find the keys that several values have, all at once."""
        for words in _MET:
            self._ask(words)
        self._linked = True

    def _group(self, check: int, number: int, value: str, articles: int, card: Card) -> Group:
        exemplars = Exemplars(lambda: self._nearest(check, number, value, articles, card))
        oldest = Oldest(lambda: self._oldest(check, number, value))
        return Group(value, articles, cast("tuple[Entry, ...]", exemplars), cast("Entry", oldest))

    def _oldest(self, check: int, number: int, value: str) -> Entry:
        """The oldest entry of a value, undated ones before all: the first in the order of the postings."""
        found = self._ask(f"{_HOLDERS} order by day, path limit 1", number)
        if not found:
            raise LedgerTrouble("a value is listed for no article", torn=True)
        path, article = found[0]
        return self._entry(article, path, check, number, value)

    def _nearest(self, check: int, number: int, value: str, articles: int, card: Card) -> tuple[Entry, ...]:
        """The first entries of a value in the order of `nearness`."""
        found: list[tuple[str, int]] | None
        if articles == 1:
            return self._only(check, number, value)
        if card.published is None:
            found = self._undated.get(number)
            if found is None:
                found = self._undated[number] = self._ask(f"{_HOLDERS} order by path limit {EXEMPLARS}", number)
        else:
            found = self._around(number, card.published.toordinal(), articles)
        return tuple(self._entry(article, path, check, number, value) for path, article in found)

    def _only(self, check: int, number: int, value: str) -> tuple[Entry, ...]:
        """The entry of a value that one article has, which is nearest to every other."""
        entries = self._singles.get(number)
        if entries is None:
            if len(self._singles) >= SINGLES:
                self._singles.clear()
            found = self._ask(f"{_HOLDERS} limit 1", number)
            entries = self._singles[number] = tuple(
                self._entry(article, path, check, number, value) for path, article in found
            )
        return entries

    def _around(self, number: int, day: int, articles: int) -> list[tuple[str, int]]:
        """The articles nearest to a day, those of one distance by path, the undated ones last."""
        if articles <= FEW:
            days = self._ask("select day, article from postings where reading = ?", number)
            near = sorted((FAR if other == UNDATED else abs(other - day), article) for other, article in days)
            last = near[min(EXEMPLARS, len(near)) - 1][0] if near else 0
            return self._by_path([(far, article) for far, article in near if far <= last])
        asked = "select day, path, article from postings join files on number = article where reading = ?"
        rows = self._ask(f"{asked} and day >= ? order by day, path limit {EXEMPLARS}", number, day)
        rows += self._ask(
            f"{asked} and day < ? and day > {UNDATED} order by day desc, path limit {EXEMPLARS}", number, day
        )
        if len(rows) < EXEMPLARS:
            rows += self._ask(f"{asked} and day = {UNDATED} order by path limit {EXEMPLARS}", number)
        rows.sort(key=lambda row: (FAR if row[0] == UNDATED else abs(row[0] - day), row[1]))
        return [(path, article) for _, path, article in rows[:EXEMPLARS]]

    def _by_path(self, near: Sequence[tuple[int, int]]) -> list[tuple[str, int]]:
        """The first articles by distance (distance, article) and path."""
        marks = ",".join("?" * len(near))
        asked = f"select number, path from files where number in ({marks})"  # noqa: S608 - only question marks
        paths = dict(self._ask(asked, *(article for _, article in near)))
        if len(paths) != len(near):
            raise LedgerTrouble("an article is listed that is not there", torn=True)
        rows = sorted((far, paths[article], article) for far, article in near)
        return [(path, article) for _, path, article in rows[:EXEMPLARS]]

    def _entry(self, article: int, path: str, check: int, reading: int, value: str) -> Entry:
        """The first row that an article has of a reading, with its card."""
        return cast("Entry", LateEntry(self._card(article, path), lambda: self._first(article, check, reading, value)))

    def _first(self, article: int, check: int, reading: int, value: str) -> Row:
        row = self._rows.get((article, reading))
        if row is None:
            page = self._pages.get((article, check))
            if page is None:
                if len(self._pages) >= PAGES:
                    self._pages.clear()
                rows = read_page(self._base, article, check, self._sample)
                page = self._pages[article, check] = {one.reading: one for one in reversed(rows)}
            if reading not in page:
                raise LedgerTrouble("an article lacks a row that it is listed for", torn=True)
            if len(self._rows) >= ROWS:
                self._rows.clear()
            row = self._rows[article, reading] = page[reading].row(value)
        return row

    def _card(self, number: int, path: str) -> Card:
        card = self._cards.get(number)
        if card is None:
            if len(self._cards) >= CARDS:
                self._cards.clear()
            card = self._cards[number] = read_card(self._base, number, path)
        if self._met is not None and number not in self._seen:
            self._seen.add(number)
            self._met(path)
        return card

    def _ask(self, words: str, *values: Any) -> list[Any]:
        return ask(self._base, words, *values)
