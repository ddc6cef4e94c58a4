"""Two versions of one text that have their figures in common but for one or two: the old story of a correction."""

from __future__ import annotations

from math import isclose
from typing import TYPE_CHECKING, ClassVar

import msgspec
import xxhash
from msgspec import Struct

from lintnews.contract import Entry, Group, LedgerCheck, Look, Match, Options, Related, Row
from lintnews.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lintnews.model import Figure, Story

DIGITS = 3  # significant digits of a figure that hardly comes up twice by chance
LEAST = 3  # such figures that two texts must share
EQUAL = 0.6  # of the figures of the shorter text
KEYS = 12
LONGEST = 150  # figures of a text
COMMONEST = 40
_LAST_WORD = late(r"([^\W\d_]+)[^\w.!?\n]*\Z")
_NEXT_WORD = late(r"[^\w.!?\n]*([^\W\d_]+)")


class Told(Struct, frozen=True, array_like=True):
    """A figure as it is laid beside another: place, interval, unit, and the words on either side."""

    start: int
    end: int
    text: str
    low: float | None
    high: float | None
    value: float
    unit: str
    left: str
    right: str


_ENCODER = msgspec.msgpack.Encoder()
_DECODER = msgspec.msgpack.Decoder(list[Told])


class FigureVersions(LedgerCheck):
    """Lays the figures of two articles side by side in order, if they share at least three that are no round numbers.

    Two stories that have three such figures and most others in common are versions of one text. Where all but few
    figures agree in their order, one that has another value between the same neighbours was corrected in one version
    only. A template that is filled anew (a market report) has its words in common, but not its figures.
    Rows: one an article with three specific figures; its keys are its most specific ones.
    """

    name = "figure-versions"
    commonest: ClassVar[int] = COMMONEST
    fields: ClassVar[dict[str, str]] = {
        "here": "the figure in this version",
        "there": "the figure in the other version",
        "shared": "how many figures the two versions have in common",
    }

    def rows(self, story: Story) -> Iterable[Row]:
        """One row an article that has enough specific figures."""
        figures = story.facts.figures[:LONGEST]
        marked = sorted({mark(f.value) for f in figures if specific(f.value)}, key=lambda m: (-len(m), m))
        if len(marked) < LEAST:
            return
        packed = _ENCODER.encode([told(f, story) for f in figures])
        keys = tuple(marked[:KEYS])
        first = figures[0]
        value = f"{' '.join(keys)} {xxhash.xxh3_64_hexdigest(packed)}"
        yield Row(value, keys, first.start, first.end, first.text, {"figures": packed})

    def compare(self, entry: Entry, bucket: Sequence[Group], options: Options, look: Look) -> Iterable[Match]:  # noqa: ARG002 - the contract
        """The figures of this article beside those of each other that shares specific ones."""
        mine = _DECODER.decode(entry.row.data["figures"])
        marks = {mark(f.value) for f in mine if specific(f.value)}
        for group in bucket:
            if group.value == entry.row.value:
                continue
            for other in group.entries:
                if other.card.path == entry.card.path:
                    continue
                theirs = _DECODER.decode(other.row.data["figures"])
                common = marks & {mark(f.value) for f in theirs if specific(f.value)}
                if len(common) < LEAST:
                    continue
                look.compared()
                yield from matches(mine, theirs, other.card.path)


def specific(value: float) -> bool:
    """Whether a value has so many significant digits that two texts hardly share it by chance."""
    return len(mark(value).strip("0")) >= DIGITS


def mark(value: float) -> str:
    """The digits of a value with its scale."""
    return f"{value:.12g}".replace(".", "").lstrip("-0")


def told(figure: Figure, story: Story) -> Told:
    """A figure with the words on either side of it."""
    text = story.article.text
    before = _LAST_WORD.search(text, max(0, figure.start - 30), figure.start)
    after = _NEXT_WORD.match(text, figure.end)
    return Told(
        figure.start,
        figure.end,
        figure.text,
        figure.low,
        figure.high,
        figure.value,
        figure.unit or figure.kind,
        before.group(1).lower() if before else "",
        after.group(1).lower() if after else "",
    )


def matches(mine: list[Told], theirs: list[Told], path: str) -> Iterator[Match]:
    """The figures that differ between two texts whose figures are else the same in the same order."""
    from difflib import SequenceMatcher

    pairs = SequenceMatcher(None, [f.value for f in mine], [f.value for f in theirs], autojunk=False).get_opcodes()
    equal = sum(end - start for tag, start, end, _, _ in pairs if tag == "equal")
    if equal < LEAST or equal < EQUAL * min(len(mine), len(theirs)):
        return
    odd = [
        pair
        for tag, start, end, first, last in pairs
        if tag == "replace"
        for pair in aligned(mine[start:end], theirs[first:last])
    ]
    if 3 * len(odd) > equal:
        return
    for a, b in odd:
        data = {"here": a.text, "there": b.text, "shared": equal}
        yield Match(a.start, a.end, data, (Related(b.start, b.end, f"{b.text} here", path),))


def aligned(mine: list[Told], theirs: list[Told]) -> Iterator[tuple[Told, Told]]:
    """Figures of two blocks that stand beside one word and can't both be right: one by one, else if unmistakable."""
    if len(mine) == len(theirs):
        pairs = [(a, b) for a, b in zip(mine, theirs, strict=True) if a.unit == b.unit and beside(a, b)]
    else:
        met = [(a, b) for a in mine for b in theirs if a.unit == b.unit and beside(a, b)]
        pairs = [(a, b) for a, b in met if sum(a is x or b is y for x, y in met) == 1]
    yield from ((a, b) for a, b in pairs if not meet(a, b))


def beside(one: Told, other: Told) -> bool:
    """Whether two figures stand beside the same word."""
    return (one.left != "" and one.left == other.left) or (one.right != "" and one.right == other.right)


def meet(one: Told, other: Told) -> bool:
    """Whether two figures can both be right: equal if they are rounded alike, else by their intervals."""
    if None not in (one.low, one.high, other.low, other.high) and isclose(width(one), width(other), abs_tol=1e-9):
        return isclose(one.value, other.value)
    infinite = float("inf")
    low = max(-infinite if f.low is None else f.low for f in (one, other))
    high = min(infinite if f.high is None else f.high for f in (one, other))
    return low <= high


def width(figure: Told) -> float:
    """The width of a figure's interval."""
    return (figure.high or 0.0) - (figure.low or 0.0)
