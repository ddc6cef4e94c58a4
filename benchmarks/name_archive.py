"""A ledger of names on disk, as a stand-in: SQLite tables with the keys and rows that `name-spelling` gives.

    keys      (hashed key, spelling)          clustered by both; the word that is whole in a key gives the upper half
                                              of the hash, so that what is looked up for one name lies together
    spellings (number, value, articles)
    postings  (spelling, day, article, row)   clustered by the first three, so that the nearest in date lie together
    articles  (number, path, day, topics)

It answers as the ledger in memory does: the groups that share a key with a row, sorted by value, each with its count
and its exemplars nearest in date. These are read when the check first looks at them.
"""

from __future__ import annotations

import datetime as dt
import sqlite3
from array import array
from typing import TYPE_CHECKING, Any, cast

import msgspec
import xxhash

from lintnews.checks.name_likeness import SHORTEST_BARE, deletions
from lintnews.checks.name_spelling import name_keys
from lintnews.contract import EXEMPLARS, Entry, Group, Row
from lintnews.ledger.memory import nearness
from lintnews.ledger.pages import Exemplars
from lintnews.model import Card

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from invented_names import Names

FRESH, AGAIN = 15, 10  # people of an article who are named for the first time, and others
TOPICS = 24
START = dt.date(2012, 1, 1).toordinal()
DAYS = 5000
TABLES = """
CREATE TABLE keys (key INTEGER, spelling INTEGER, PRIMARY KEY (key, spelling)) WITHOUT ROWID;
CREATE TABLE spellings (number INTEGER PRIMARY KEY, value TEXT, articles INTEGER);
CREATE TABLE drafts (spelling INTEGER, day INTEGER, article INTEGER, row BLOB);
CREATE TABLE postings (spelling INTEGER, day INTEGER, article INTEGER, row BLOB,
                       PRIMARY KEY (spelling, day, article)) WITHOUT ROWID;
CREATE TABLE articles (number INTEGER PRIMARY KEY, path TEXT, day INTEGER, topics TEXT);
"""
_pack = msgspec.msgpack.encode
_unpack = msgspec.msgpack.Decoder(tuple[int, int, str, dict[str, Any]]).decode


def keys_of(value: str) -> tuple[str, ...]:
    """The keys of a value, as the check gives them."""
    one, _, two = value.partition("|")
    return name_keys(one, two) if one else tuple(["B" + short for short in deletions(two)])


def hashed(keys: Iterable[str]) -> list[int]:
    """Keys as the signed numbers that SQLite holds."""
    out = []
    for key in keys:
        one, _, two = key.partition("|")
        whole, short = (f"G{two}", one) if key[0] == "G" else (one, two)
        out.append((xxhash.xxh32_intdigest(whole.encode()) << 32 | xxhash.xxh32_intdigest(short.encode())) - (1 << 63))
    return out


def build(path: Path, names: Sequence[tuple[str, str]], source: Names) -> None:
    """Write the archive: each name at least once, some of them in many articles."""
    base = sqlite3.connect(path)
    base.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-400000;" + TABLES)
    numbers: dict[str, int] = {}
    base.executemany("INSERT INTO drafts VALUES (?, ?, ?, ?)", postings(base, names, source, numbers))
    base.execute("INSERT OR IGNORE INTO postings SELECT * FROM drafts ORDER BY spelling, day, article")
    base.execute("DROP TABLE drafts")
    counts = dict(base.execute("SELECT spelling, count(*) FROM postings GROUP BY spelling"))
    base.executemany("INSERT INTO spellings VALUES (?, ?, ?)", ((n, value, counts[n]) for value, n in numbers.items()))
    base.executemany("INSERT OR IGNORE INTO keys VALUES (?, ?)", sorted_keys(numbers))
    base.commit()
    base.execute("VACUUM")
    base.close()


def postings(
    base: sqlite3.Connection, names: Sequence[tuple[str, str]], source: Names, numbers: dict[str, int]
) -> Iterator[tuple[int, int, int, bytes]]:
    """The rows of all articles; numbers the values and writes the articles' cards on the way."""
    for article in range(-(-len(names) // FRESH)):
        day = START + source.chooser.randrange(DAYS)
        cast = [*names[article * FRESH : (article + 1) * FRESH], *source.popular(names, AGAIN)]
        topics = sorted({topic(source) for _ in range(TOPICS)})
        base.execute("INSERT INTO articles VALUES (?, ?, ?, ?)", (article, f"{article:07}.md", day, "\n".join(topics)))
        values = [f"{given.lower()}|{surname.lower()}" for given, surname in cast]
        company = "\n".join(values[:8])
        for at, value in enumerate(values):
            about = f"{source.chooser.randint(18, 80)}\n{topics[at % len(topics)].strip('=')}"
            full = _pack((at * 120, at * 120 + 12, " ".join(cast[at]), {"n": 2, "about": about, "with": company}))
            yield numbers.setdefault(value, len(numbers)), day, article, full
            surname = value.partition("|")[2]
            if len(surname) >= SHORTEST_BARE:
                bare = _pack((at * 120, at * 120 + 12, " ".join(cast[at]), {"n": 2, "kind": "full"}))
                yield numbers.setdefault(f"|{surname}", len(numbers)), day, article, bare


def topic(source: Names) -> str:
    """A topic; half of them proper words, small numbers far more often."""
    number = int(20_000 * source.chooser.random() ** 2)
    return f"={number:05}" if number % 2 else f"{number:05}"


def sorted_keys(numbers: dict[str, int]) -> Iterator[tuple[int, int]]:
    """(hashed key, number) of all values in order, sorted part by part."""
    parts = [(array("q"), array("q")) for _ in range(256)]
    for value, number in numbers.items():
        for key in hashed(keys_of(value)):
            part = parts[(key >> 56) + 128]
            part[0].append(key)
            part[1].append(number)
    for keys, values in parts:
        yield from sorted(zip(keys, values, strict=True))


class ArchiveLedger:
    """Asks the archive for what shares a key with a row."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._base = sqlite3.connect(path)
        self._cards: dict[int, Card] = {}
        self.groups = 0
        self.keys = 0
        self.read = 0

    def reopen(self) -> None:
        """Let go of all that was read so far."""
        self._base.close()
        self._base = sqlite3.connect(self._path)
        self._cards.clear()

    def cards(self) -> list[Card]:
        """The cards of all articles."""
        return [self._card(*row) for row in self._base.execute("SELECT * FROM articles")]

    def counts(self) -> dict[str, int]:
        """How many rows each table holds."""
        tables = ("keys", "spellings", "postings", "articles")
        return {name: self._base.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in tables}  # noqa: S608

    def bucket(self, entry: Entry) -> list[Group]:
        """The groups that share a key with the row of a new article, its own among them; [] if there is no other."""
        keys = hashed(set(entry.row.keys))
        marks = ",".join("?" * len(keys))
        met = self._base.execute(
            "SELECT number, value, articles FROM spellings WHERE number IN "  # noqa: S608 - only question marks
            f"(SELECT spelling FROM keys WHERE key IN ({marks}))",
            keys,
        ).fetchall()
        self.keys += len(keys)
        groups = [self._group(entry, *found) for found in met]
        self.groups += len(groups)
        if all(group.value != entry.row.value for group in groups):
            groups.append(Group(entry.row.value, 1, (entry,)))
        return sorted(groups, key=lambda group: group.value) if len(groups) > 1 else []

    def _group(self, entry: Entry, spelling: int, value: str, articles: int) -> Group:
        """A group whose exemplars are still to be read."""
        own = value == entry.row.value
        exemplars = Exemplars(lambda: self._entries(entry, spelling, value, articles))
        return Group(value, articles + own, cast("tuple[Entry, ...]", exemplars))

    def _entries(self, entry: Entry, spelling: int, value: str, articles: int) -> tuple[Entry, ...]:
        published = entry.card.published
        day = published.toordinal() if published else 0
        wanted = "SELECT day, article, row FROM postings WHERE spelling = ? AND day"
        rows = self._base.execute(f"{wanted} >= ? ORDER BY day LIMIT {EXEMPLARS}", (spelling, day)).fetchall()
        if articles > len(rows):
            rows += self._base.execute(f"{wanted} < ? ORDER BY day DESC LIMIT {EXEMPLARS}", (spelling, day))
        found = sorted(
            (Entry(Row(value, (), *_unpack(row)), self._card(article)) for _, article, row in rows),
            key=lambda other: nearness(other.card, entry.card),
        )
        if value == entry.row.value:
            found.insert(0, entry)
        self.read += 1
        return tuple(found[:EXEMPLARS])

    def _card(self, number: int, path: str = "", day: int = 0, topics: str = "") -> Card:
        card = self._cards.get(number)
        if card is None:
            if not path:
                asked = "SELECT path, day, topics FROM articles WHERE number = ?"
                path, day, topics = self._base.execute(asked, (number,)).fetchone()
            card = self._cards[number] = Card(path, dt.date.fromordinal(day), tuple(topics.split("\n")))
        return card
