"""Articles put on record and taken off it, a batch in one short transaction."""

from __future__ import annotations

from collections import Counter
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from lintnews.ledger.pages import held, pack_card, pack_rows, page_of, pages_of, read_card, read_rows, write_rows
from lintnews.ledger.tables import (
    EVERY,
    TROUBLES,
    UNDATED,
    LedgerTrouble,
    drafted,
    fact,
    hashed,
    mark_of,
    note,
    sample_of,
    seed_of,
    trouble,
    writes,
)

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Sequence

    from lintnews.contract import Row
    from lintnews.model import Card

KNOWN = 200_000  # readings whose number is kept at hand
SAMPLE = 2_000, 32_768  # bytes that rows have at least to be the sample, and that it has at most


class Seal(NamedTuple):
    """How a file stood when it was read: time of change and size as a quick test, and the digest of its bytes.

    A `mtime` of -1 is never believed, and a file without a digest is read again by every run.
    """

    mtime: int
    size: int
    digest: bytes


class Sheet(NamedTuple):
    """An article for the ledger; one that could not be read has no card."""

    path: str
    seal: Seal
    card: Card | None = None
    rows: Sequence[tuple[str, Row]] = ()


class Intake:
    """Writes to the ledger: `with intake.transaction(): intake.put(…)`."""

    def __init__(self, base: sqlite3.Connection, checks: Sequence[str], *, drafting: bool = False) -> None:
        self._base = base
        self._drafting = drafting  # whether keys and postings are put in place by `merge` only
        self._numbers = {name: number for number, name in enumerate(checks)}
        self._seeds = {name: seed_of(name) for name in checks}
        self._known: dict[tuple[str, str], int] = {}
        self._next = 0
        self._sample = b""
        self._clear()

    @contextmanager
    def transaction(self, *, keep: bool = True) -> Iterator[None]:
        """A transaction; without `keep` it is undone at its end."""
        self._clear()
        try:
            self._base.execute("begin immediate")
            (last,) = self._base.execute("select coalesce(max(number), 0) from readings").fetchone()
            self._next = last + 1
            self._sample = sample_of(self._base)
            if self._drafting and fact(self._base, "built"):
                self.merge()  # another run was faster
            yield
            if keep:
                self.flush()
                note(self._base, "writes", writes(self._base) + 1)
                self._base.execute("commit")
        except TROUBLES as problem:
            raise trouble(problem) from problem
        finally:
            if self._base.in_transaction:
                self._base.execute("rollback")
                self._known.clear()  # numbers that were given and taken back

    def put(self, sheet: Sheet) -> None:
        """Put an article on record, in place of what was known of it."""
        number = self._take_off(sheet.path)
        if number is None:
            entered = self._base.execute("insert into files values (null, ?, ?, ?, ?)", (sheet.path, *sheet.seal))
            number = int(entered.lastrowid or 0)
        else:
            renewed = (*sheet.seal, number)
            self._base.execute("update files set mtime = ?, size = ?, digest = ? where number = ?", renewed)
        card = sheet.card
        if card is None:
            return
        rows = [(self._reading(check, row), check, row) for check, row in sheet.rows]
        try:
            written = write_rows([held(reading, self._numbers[check], row) for reading, check, row in rows])
        except (TypeError, ValueError, OverflowError) as problem:
            raise LedgerTrouble(f"{sheet.path}: {problem}") from problem
        if not self._sample and sum(map(len, written.values())) >= SAMPLE[0]:
            self._sample = b"".join(written.values())[: SAMPLE[1]]
            note(self._base, "sample", self._sample)
        packed = {page_of(number, check): pack_rows(part, self._sample) for check, part in sorted(written.items())}
        self._base.executemany(
            "insert into pages values (?, ?, ?)", [(page, part, mark_of(page, part)) for page, part in packed.items()]
        )
        line = pack_card(card)
        self._base.execute("insert into cards values (?, ?, ?)", (number, line, mark_of(number, line)))
        readings = {reading for reading, _, _ in rows}
        self._postings += [(reading, _day(card), number) for reading in readings]
        self._fresh.add(number)
        self._articles.update(readings)
        self._topics.update((EVERY, *card.topics))

    def forget(self, path: str) -> None:
        """Take an article off the record, if it is there."""
        number = self._take_off(path)
        if number is not None:
            self._base.execute("delete from files where number = ?", (number,))

    def flush(self) -> None:
        """Write what was gathered, in the order in which it lies on disk."""
        base = self._base
        keys, postings = ("key_drafts", "posting_drafts") if self._drafting else ("keys", "postings")
        base.executemany(f"insert into {keys} values (?, ?)", sorted(self._keys))  # noqa: S608 - our own words
        base.executemany("insert into hashes values (?, ?)", sorted(self._hashes))
        base.executemany(f"insert into {postings} values (?, ?, ?)", sorted(self._postings))  # noqa: S608 - our own words
        counts = [(count, number) for number, count in sorted(self._articles.items()) if count]
        base.executemany("update readings set articles = articles + ? where number = ?", counts)
        base.executemany(
            "insert into topics values (?, ?)"
            " on conflict (topic) do update set articles = articles + excluded.articles",
            sorted((topic, count) for topic, count in self._topics.items() if count),
        )
        self._clear()

    def merge(self) -> bool:
        """Put in place what was drafted, in order, which costs a tenth of doing so at once; whether there was any."""
        self.flush()
        self._drafting = False
        if not drafted(self._base):
            return False
        self._base.execute("insert or ignore into keys select * from key_drafts order by 1, 2")
        self._base.execute("insert or ignore into postings select * from posting_drafts order by 1, 2, 3")
        self._base.execute("delete from key_drafts")
        self._base.execute("delete from posting_drafts")
        return True

    def _clear(self) -> None:
        self._keys: list[tuple[int, int]] = []
        self._hashes: list[tuple[int, int]] = []
        self._postings: list[tuple[int, int, int]] = []
        self._articles: Counter[int] = Counter()
        self._topics: Counter[str] = Counter()
        self._fresh: set[int] = set()  # articles whose postings are still to be written

    def _take_off(self, path: str) -> int | None:
        """Undo what an article brought; its number, if it is known."""
        found = self._base.execute("select number from files where path = ?", (path,)).fetchone()
        if found is None:
            return None
        number = int(found[0])
        if self._base.execute("select 1 from cards where number = ?", (number,)).fetchone():
            if number in self._fresh:
                self.flush()
            if drafted(self._base):
                self.merge()
            card = read_card(self._base, number, path)
            readings = {one.reading for one in read_rows(self._base, number, self._sample)}
            self._base.executemany(
                "delete from postings where reading = ? and day = ? and article = ?",
                [(reading, _day(card), number) for reading in readings],
            )
            self._articles.subtract(readings)
            self._topics.subtract((EVERY, *card.topics))
            self._base.execute("delete from cards where number = ?", (number,))
            self._base.execute("delete from pages where number between ? and ?", pages_of(number))
        return number

    def _reading(self, check: str, row: Row) -> int:
        """The number of a value; a new one is entered with its keys."""
        number = self._known.get((check, row.value))
        if number is not None:
            return number
        (hash_,) = hashed((row.value,), self._seeds[check])
        found = self._base.execute(
            "select number from hashes join readings on number = reading where hash = ? and value = ? and checked = ?",
            (hash_, row.value, self._numbers[check]),
        ).fetchone()
        if found is not None:
            number = int(found[0])
        else:
            number, self._next = self._next, self._next + 1
            self._base.execute("insert into readings values (?, ?, ?, 0)", (number, self._numbers[check], row.value))
            self._hashes.append((hash_, number))
            self._keys += [(key, number) for key in set(hashed(row.keys, self._seeds[check]))]
        if len(self._known) >= KNOWN:
            # What is entered in this batch is not in `hashes` yet, and must stay known until it is.
            self.flush()
            self._known.clear()
        self._known[check, row.value] = number
        return number


def _day(card: Card) -> int:
    return card.published.toordinal() if card.published else UNDATED


def unchanged(one: Seal, other: Seal) -> bool:
    """Whether a file is as it was by its time of change and size."""
    return one.mtime == other.mtime and one.size == other.size and one.mtime >= 0
