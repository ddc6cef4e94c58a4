"""What partitions write to each other, and the records in it: packed and squeezed, so that it can wait on disk."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, TypeVar

import msgspec
import xxhash

from lintnews.contract import Row
from lintnews.model import Card  # noqa: TC001 - msgspec reads the annotations at run time

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Kind = TypeVar("Kind", bound=msgspec.Struct)

READING = 16  # bytes of the digest by which a value of a check is known: two of 10^10 values never share it
KEY = 8


class Line(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A row on its way: its check, its place among the rows of its article, and whether it asks or is only met.

    `card` says which card of those beside it is its article's, `keys` are hashes, eight bytes each.
    """

    check: int
    value: str
    start: int
    end: int
    text: str
    data: msgspec.Raw
    index: int
    asks: bool
    card: int = 0
    keys: bytes = b""

    def row(self) -> Row:
        """The row as it was put on record, but for its keys."""
        return Row(self.value, (), self.start, self.end, self.text, _DATA.decode(self.data))


class Sheet(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """An article with its rows, as its worker keeps it until it is known what meets what."""

    card: Card
    lines: list[Line]


class Passenger(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A card with the number of articles that have each of its topics."""

    card: Card
    articles: list[int]


class Sheets(msgspec.Struct, frozen=True, array_like=True):
    """The articles of a chunk."""

    sheets: list[Sheet]


class Declaration(msgspec.Struct, frozen=True, array_like=True):
    """From articles to keys and topics: what occurs there; keys and readings by check, side by side."""

    sender: int
    topics: dict[str, int]
    keys: dict[int, tuple[bytes, bytes]]


class Notice(msgspec.Struct, frozen=True, array_like=True):
    """From keys and topics: how many articles have a topic, which keys several readings share, and which these are.

    A meeting is (readings that live where the letter goes, all readings that share a key with them).
    """

    topics: dict[str, int]
    shared: bytes
    meetings: list[tuple[bytes, bytes]]


class Shipment(msgspec.Struct, frozen=True, array_like=True):
    """From articles to readings: the rows that may meet others, with their cards."""

    size: int
    passengers: list[Passenger]
    lines: list[Line]


class Request(msgspec.Struct, frozen=True, array_like=True):
    """From readings to readings: which are to be compared, with articles of which days (0: of none)."""

    sender: int
    wanted: list[tuple[bytes, list[int]]]


class Answer(msgspec.Struct, frozen=True, array_like=True):
    """From readings to readings: (reading, articles that have it, its oldest line, the lines nearest to those days)."""

    passengers: list[Passenger]
    lines: list[Line]
    readings: list[tuple[bytes, int, int, list[int]]]


_DATA = msgspec.msgpack.Decoder(dict[str, object])
_ENCODER = msgspec.msgpack.Encoder()


def pack(record: msgspec.Struct) -> bytes:
    """A record as bytes."""
    return zlib.compress(_ENCODER.encode(record), 1)


def unpack(packed: bytes, kind: type[Kind]) -> Kind:
    """The record in bytes."""
    return msgspec.msgpack.decode(zlib.decompress(packed), type=kind)


def all_of(letters: Iterable[tuple[int, bytes]], kind: type[Kind]) -> Iterable[Kind]:
    """The records of letters, one by one."""
    return (unpack(packed, kind) for _, packed in letters)


def raw(data: dict[str, object]) -> msgspec.Raw:
    """A row's data, packed; TypeError, ValueError or OverflowError for values that don't travel."""
    return msgspec.Raw(_ENCODER.encode(data))


def split(joined: bytes, size: int = READING) -> list[bytes]:
    """Digests that were put side by side."""
    return [joined[at : at + size] for at in range(0, len(joined), size)]


def home(reading: bytes, partitions: int) -> int:
    """The partition where a reading lives."""
    return int.from_bytes(reading[:KEY], "little") % partitions


def reading_of(line: Line, seeds: Sequence[int]) -> bytes:
    """The digest of a line's reading; `seeds` of the checks, as in `ledger/tables.py`."""
    return bytes(xxhash.xxh3_128_digest(line.value.encode(), seeds[line.check]))
