"""What the ledger on disk holds of one article: its card, and its rows, either with a checksum."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, overload

import msgspec

from lintnews.contract import Entry, Row
from lintnews.ledger.tables import TROUBLES, LedgerTrouble, mark_of, trouble
from lintnews.model import Card

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterator


class Held(msgspec.Struct, frozen=True, array_like=True):
    """A row as it is packed: the reading it has, its check, place and words, and what else the check noted."""

    reading: int
    check: int
    start: int
    end: int
    text: str
    data: msgspec.Raw

    def row(self, value: str) -> Row:
        """The row as it was put on record, but for its keys."""
        return Row(value, (), self.start, self.end, self.text, _DATA.decode(self.data))


_ENCODER = msgspec.msgpack.Encoder()
_DATA = msgspec.msgpack.Decoder(dict[str, Any])
_CARD = msgspec.msgpack.Decoder(Card)
_ROWS = msgspec.msgpack.Decoder(tuple[Held, ...])


def held(reading: int, check: int, row: Row) -> Held:
    """A row to be packed; TypeError, ValueError or OverflowError for a plugin's values that don't travel."""
    return Held(reading, check, row.start, row.end, row.text, msgspec.Raw(_ENCODER.encode(row.data)))


def pack_card(card: Card) -> bytes:
    """A card as it is kept: its path stands with the file."""
    return _ENCODER.encode(msgspec.structs.replace(card, path=""))


def write_rows(rows: Sequence[Held]) -> bytes:
    """An article's rows in one piece."""
    return _ENCODER.encode(rows)


def pack_rows(written: bytes, sample: bytes = b"") -> bytes:
    """An article's rows as they are kept; `sample` are rows of another one, from which they are told more briefly."""
    packer = zlib.compressobj(3, zdict=sample) if sample else zlib.compressobj(3)
    return packer.compress(written) + packer.flush()


def read_card(base: sqlite3.Connection, number: int, path: str) -> Card:
    """The card of an article; LedgerTrouble if it is not as it was written."""
    try:
        return msgspec.structs.replace(_CARD.decode(_checked(base, "cards", number)), path=path)
    except (TypeError, msgspec.MsgspecError) as problem:
        raise LedgerTrouble("an article on record is damaged", torn=True) from problem


def read_rows(base: sqlite3.Connection, number: int, sample: bytes) -> tuple[Held, ...]:
    """The rows of an article; LedgerTrouble if they are not as they were written."""
    try:
        return _ROWS.decode(zlib.decompressobj(zdict=sample).decompress(_checked(base, "pages", number)))
    except (TypeError, zlib.error, msgspec.MsgspecError) as problem:
        raise LedgerTrouble("an article on record is damaged", torn=True) from problem


def _checked(base: sqlite3.Connection, table: str, number: int) -> bytes:
    """What a table holds of an article, which must be as its checksum says."""
    try:
        found = base.execute(f"select packed, mark from {table} where number = ?", (number,)).fetchone()  # noqa: S608 - our own words
    except TROUBLES as problem:
        raise trouble(problem) from problem
    if found is None or not isinstance(found[0], bytes) or mark_of(number, found[0]) != found[1]:
        raise LedgerTrouble("an article on record is damaged", torn=True)
    return found[0]


class LateEntry:
    """An entry whose row is read when it is first looked at: many are told apart by their cards."""

    def __init__(self, card: Card, read: Callable[[], Row]) -> None:
        self.card = card
        self._read = read

    @cached_property
    def row(self) -> Row:
        """The row."""
        return self._read()


class Oldest:
    """The oldest entry of a group, looked up when it is first asked for: few checks ask."""

    def __init__(self, read: Callable[[], Entry]) -> None:
        self._read = read

    @cached_property
    def _entry(self) -> Entry:
        return self._read()

    @property
    def card(self) -> Card:
        """The card of its article."""
        return self._entry.card

    @property
    def row(self) -> Row:
        """The row."""
        return self._entry.row


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
