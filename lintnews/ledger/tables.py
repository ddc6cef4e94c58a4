"""The ledger's database: its tables, how it is opened, and how its file is named, replaced and dropped."""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import xxhash

if TYPE_CHECKING:
    from collections.abc import Iterable

SCHEMA = 3
BUSY = 10.0  # seconds to wait for another run's write, which takes one at most
KEPT = 2  # ledgers of other settings that stay beside
EVERY = "\0"  # the topic that every article has: how many there are
UNDATED = 0  # the day of an article that has none
_PAGE = 16_384  # bytes: five articles' rows fill one
_SIZE = -64_000  # kB of pages that SQLite keeps in memory
_OUTSIDE = {
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_NOMEM,
    sqlite3.SQLITE_PERM,
    sqlite3.SQLITE_READONLY,
}
TROUBLES = (sqlite3.Error, UnicodeDecodeError)  # the latter where the words of an error hold bytes of a torn file
# `files` are the articles of the corpus as they were read, `folders` where they were looked for, `cards` and `pages`
# the record of each. `readings` are the values with the number of articles that have them; one that none has any more
# stays, with its keys. `keys` and `postings` are clustered: what is looked up together lies together.
TABLES = """
create table if not exists facts (name text primary key, value) without rowid;
create table if not exists files (number integer primary key, path text unique,
                                  mtime integer, size integer, digest blob);
create index if not exists doubtful on files (path) where digest = x'';
create table if not exists folders (path text primary key, seal integer) without rowid;
create table if not exists cards (number integer primary key, packed blob, mark integer);
create table if not exists pages (number integer primary key, packed blob, mark integer);
create table if not exists readings (number integer primary key, checked integer, value text, articles integer);
create table if not exists hashes (hash integer, reading integer, primary key (hash, reading)) without rowid;
create table if not exists keys (key integer, reading integer, primary key (key, reading)) without rowid;
create table if not exists postings (reading integer, day integer, article integer,
                                     primary key (reading, day, article)) without rowid;
create table if not exists key_drafts (key integer, reading integer);
create table if not exists posting_drafts (reading integer, day integer, article integer);
create table if not exists topics (topic text primary key, articles integer) without rowid;
"""


class LedgerTrouble(Exception):  # noqa: N818 - no LintnewsError: a check's failure is told, this one is mended
    """The ledger on disk can't be used: the run goes on without it, and a `torn` one is dropped."""

    def __init__(self, message: str, *, torn: bool = False) -> None:
        super().__init__(message)
        self.torn = torn


def trouble(problem: Exception) -> LedgerTrouble:
    """What SQLite says, as trouble; whatever is not about locks, rights and room is damage."""
    if isinstance(problem, LedgerTrouble):
        return problem
    code = getattr(problem, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF
    return LedgerTrouble(" ".join(str(problem).split()), torn=isinstance(problem, TROUBLES) and code not in _OUTSIDE)


def ledger_file(folder: Path, name: str) -> Path:
    """The newest file of a ledger: a torn one is never written over, its successor has the next number."""
    found = sorted(folder.glob(f"ledger-{SCHEMA}-{name}-*.sqlite"), key=_generation)
    return found[-1] if found else folder / f"ledger-{SCHEMA}-{name}-1.sqlite"


def _generation(file: Path) -> int:
    number = file.stem.rpartition("-")[2]
    return int(number) if number.isdecimal() else 0


def drop(file: Path) -> None:
    """Put a new, empty ledger in the place of a file that is torn; whoever still reads the old one may."""
    successor = file.with_name(f"{file.stem.rpartition('-')[0]}-{_generation(file) + 1}.sqlite")
    successor.touch()
    remove(file)


def remove(file: Path) -> None:
    """Delete a ledger's files."""
    for end in ("", "-wal", "-shm", "-journal"):
        file.with_name(file.name + end).unlink(missing_ok=True)
    file.with_suffix(".report").unlink(missing_ok=True)


def drop_others(file: Path) -> None:
    """Delete ledgers of settings that have not been used for longest."""
    others = [other for other in file.parent.glob("ledger-*.sqlite") if other != file]
    for other in sorted(others, key=lambda path: path.stat().st_mtime, reverse=True)[KEPT:]:
        remove(other)


def connect(file: Path) -> sqlite3.Connection:
    """The database, with its tables; transactions are begun and ended by hand."""
    base = sqlite3.connect(file, timeout=BUSY, isolation_level=None)
    try:
        base.execute(f"pragma page_size = {_PAGE}")
        base.execute("pragma journal_mode = wal")
        base.execute("pragma synchronous = normal")  # a killed run or a lost power supply tears nothing
        base.execute(f"pragma cache_size = {_SIZE}")
        if base.execute("select count(*) from sqlite_master").fetchone() == (0,):
            base.executescript(f"begin immediate; {TABLES} commit;")
    except BaseException:
        base.close()
        raise
    return base


def reader(file: str) -> sqlite3.Connection:
    """The database for one who only reads."""
    base = sqlite3.connect(f"{Path(file).absolute().as_uri()}?mode=ro", uri=True, timeout=BUSY, isolation_level=None)
    base.execute(f"pragma cache_size = {_SIZE}")
    return base


def writes(base: sqlite3.Connection) -> int:
    """How often the ledger has been written to: two that see the same number see the same ledger."""
    return fact(base, "writes") or 0


def signed(number: int) -> int:
    """A hash as SQLite holds it."""
    return number - (1 << 64) if number >= 1 << 63 else number


def seed_of(check: str) -> int:
    """The seed of a check's hashes, so that no two checks share a key."""
    return int(xxhash.xxh3_64_intdigest(check.encode()))


def hashed(texts: Iterable[str], seed: int) -> list[int]:
    """The hashes of distinct texts."""
    return [signed(xxhash.xxh3_64_intdigest(text.encode(), seed)) for text in set(texts)]


def mark_of(number: int, packed: bytes) -> int:
    """A checksum that fits SQLite's signed integers."""
    return int(xxhash.xxh3_64_intdigest(packed, number)) >> 1


def fact(base: sqlite3.Connection, name: str) -> Any:
    """A fact about the ledger as a whole; None if it is not known."""
    row = base.execute("select value from facts where name = ?", (name,)).fetchone()
    return row and row[0]


def ask(base: sqlite3.Connection, words: str, *values: Any) -> list[Any]:
    """All lines that answer a question; LedgerTrouble if SQLite can't tell."""
    try:
        return base.execute(words, values).fetchall()
    except TROUBLES as problem:
        raise trouble(problem) from problem


def sample_of(base: sqlite3.Connection) -> bytes:
    """The rows that others are told from more briefly; nothing in a new ledger."""
    return fact(base, "sample") or b""


def note(base: sqlite3.Connection, name: str, value: Any) -> None:
    """Keep a fact about the ledger as a whole."""
    base.execute("insert or replace into facts values (?, ?)", (name, value))


def drafted(base: sqlite3.Connection) -> bool:
    """Whether some of what was taken in is not in its place yet: then nothing can be looked up."""
    names = ("key_drafts", "posting_drafts")
    return any(base.execute(f"select 1 from {name} limit 1").fetchone() for name in names)  # noqa: S608 - our own words


def compact(base: sqlite3.Connection) -> None:
    """Give back the room that drafts took, if nobody else is reading and there is room to do so."""
    with suppress(sqlite3.OperationalError):
        base.execute("vacuum")
