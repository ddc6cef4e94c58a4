"""What the ledger on disk holds of one article: its card and its rows, packed, with a checksum."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple, overload

import msgspec

from lintnews.contract import Entry
from lintnews.ledger.tables import LedgerTrouble, mark_of, trouble
from lintnews.model import Card  # noqa: TC001 - msgspec reads the annotations at run time

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


class Held(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A row as it is packed: the reading it has, its check, place and words, and what else the check noted."""

    reading: int
    check: int
    start: int
    end: int
    text: str
    data: dict[str, Any]


class Page(msgspec.Struct, frozen=True, array_like=True):
    """What the ledger holds of one article."""

    card: Card
    rows: tuple[Held, ...]


class Opened(NamedTuple):
    """An article's page with the first row of each reading, and the entries that were made of them."""

    page: Page
    first: dict[int, Held]
    entries: dict[int, Entry]


_PAGE = msgspec.msgpack.Decoder(Page)


def packed(page: Page) -> bytes:
    """A page as it is kept; TypeError, ValueError or OverflowError for a plugin's values that don't travel."""
    return zlib.compress(msgspec.msgpack.encode(page), 1)


class Exemplars(Sequence[Entry]):
    """The entries of a group, read when they are first asked for: most groups are told apart by their value."""

    def __init__(self, read: Callable[[], tuple[Entry, ...]]) -> None:
        self._read = read

    @cached_property
    def _entries(self) -> tuple[Entry, ...]:
        return self._read()

    def __len__(self) -> int:
        return len(self._entries)

    @overload
    def __getitem__(self, index: int) -> Entry: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[Entry, ...]: ...

    def __getitem__(self, index: int | slice) -> Entry | tuple[Entry, ...]:
        """One entry or some."""
        return self._entries[index]

    def __iter__(self) -> Iterator[Entry]:
        return iter(self._entries)


def read_page(base: sqlite3.Connection, number: int) -> Page:
    """The page of an article; LedgerTrouble if it is not as it was written."""
    try:
        found = base.execute("select packed, mark from articles where number = ?", (number,)).fetchone()
        if found is None or mark_of(number, found[0]) != found[1]:
            raise LedgerTrouble("an article on record is damaged", torn=True)
        return _PAGE.decode(zlib.decompress(found[0]))
    except sqlite3.Error as problem:
        raise trouble(problem) from problem
    except (TypeError, zlib.error, msgspec.MsgspecError) as problem:
        raise LedgerTrouble("an article on record is damaged", torn=True) from problem


def opened_page(page: Page) -> Opened:
    """A page with its first rows by reading."""
    first: dict[int, Held] = {}
    for held in page.rows:
        first.setdefault(held.reading, held)
    return Opened(page, first, {})
