"""What the ledger on disk holds of one article: its card, and its rows, either with a checksum."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, overload

import msgspec

from lintnews.contract import Entry, Row
from lintnews.ledger.tables import LedgerTrouble, ask, mark_of
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


CHECKS = 12  # bits of the number of a page that tell the check
_NOTHING = ((None, 0),)
_DAMAGED = "an article on record is damaged"
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


def write_rows(rows: Sequence[Held]) -> dict[int, bytes]:
    """An article's rows, those of each check in one piece: what is compared is of one check."""
    parts: dict[int, list[Held]] = {}
    for one in rows:
        parts.setdefault(one.check, []).append(one)
    return {check: _ENCODER.encode(part) for check, part in parts.items()}


def page_of(article: int, check: int) -> int:
    """The number of the page that holds an article's rows of a check."""
    return article << CHECKS | check


def pages_of(article: int) -> tuple[int, int]:
    """The first and the last number that a page of an article may have."""
    return page_of(article, 0), page_of(article + 1, 0) - 1


def pack_rows(written: bytes, sample: bytes = b"") -> bytes:
    """Rows as they are kept; `sample` are rows of another article, from which they are told more briefly."""
    packer = zlib.compressobj(3, zdict=sample) if sample else zlib.compressobj(3)
    return packer.compress(written) + packer.flush()


def read_card(base: sqlite3.Connection, number: int, path: str) -> Card:
    """The card of an article; LedgerTrouble if it is not as it was written."""
    found = ask(base, "select packed, mark from cards where number = ?", number)
    try:
        return msgspec.structs.replace(_CARD.decode(_checked(number, *(found or _NOTHING)[0])), path=path)
    except (TypeError, msgspec.MsgspecError) as problem:
        raise LedgerTrouble(_DAMAGED, torn=True) from problem


def read_rows(base: sqlite3.Connection, article: int, sample: bytes) -> list[Held]:
    """The rows of an article, check by check; LedgerTrouble if they are not as they were written."""
    found = ask(base, "select number, packed, mark from pages where number between ? and ?", *pages_of(article))
    return [one for page in found for one in _unpacked(sample, *page)]


def read_page(base: sqlite3.Connection, article: int, check: int, sample: bytes) -> Sequence[Held]:
    """The rows of an article that are of one check; LedgerTrouble as above."""
    number = page_of(article, check)
    found = ask(base, "select packed, mark from pages where number = ?", number)
    return _unpacked(sample, number, *(found or _NOTHING)[0])


def _unpacked(sample: bytes, number: int, packed: Any, mark: Any) -> Sequence[Held]:
    """The rows of a page."""
    try:
        return _ROWS.decode(zlib.decompressobj(zdict=sample).decompress(_checked(number, packed, mark)))
    except (TypeError, zlib.error, msgspec.MsgspecError) as problem:
        raise LedgerTrouble(_DAMAGED, torn=True) from problem


def _checked(number: int, packed: Any, mark: Any) -> bytes:
    """What stands under a number, which must be as its checksum says."""
    if not isinstance(packed, bytes) or mark_of(number, packed) != mark:
        raise LedgerTrouble(_DAMAGED, torn=True)
    return packed


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
