"""Laying out an article's cleaned text: paragraphs parted by a blank line, with the way back to the source.

A block is what becomes one paragraph: pieces of the source in reading order. White space inside a block becomes one
space, at its ends none. Characters that the source words otherwise (an entity, an escape) are stand-ins.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from lintnews.model import Offsets
from lintnews.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

PARTING = "\n\n"
_CLEAN = late(r"\S+(?: \S+)*")


class Piece(NamedTuple):
    """source[start:end], shown as it is or, where given, as `shown`."""

    start: int
    end: int
    shown: str | None = None


def _is_clean(words: str) -> bool:
    """Whether the only white space is single spaces between words."""
    if words.isprintable():  # then spaces are the only white space there is
        return "  " not in words and words[0] != " " and words[-1] != " "
    return " ".join(words.split()) == words


class Layout:
    """Gathers blocks; `spans` are the paragraphs' places in `text`."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.spans: list[tuple[int, int]] = []
        self._parts: list[str] = []
        self._size = 0
        self._texts: list[int] = []
        self._sources: list[int] = []
        self._lengths: list[int] = []
        self._last = 0  # source offset just after what was laid last

    @property
    def text(self) -> str:
        """The cleaned text so far."""
        return "".join(self._parts)

    def add(self, pieces: Sequence[Piece]) -> bool:
        """Add a block as a paragraph; False (and nothing added) where it holds nothing but white space."""
        if len(pieces) == 1 and pieces[0].shown is None:
            start, end, _ = pieces[0]
            words = self.source[start:end]
            if words and _is_clean(words):
                self._open(start)
                begin = self._size
                self._lay(words, start)
                self.spans.append((begin, self._size))
                return True
        before = len(self.spans), self._size
        self._add_loose(pieces)
        if self._size == before[1]:
            return False
        begin = before[1] + (len(PARTING) if before[0] else 0)
        self.spans.append((begin, self._size))
        return True

    def _add_loose(self, pieces: Iterable[Piece]) -> None:
        """Lay a block piece by piece, its white space made single spaces."""
        opened = space = False
        for start, end, shown in pieces:
            words = self.source[start:end] if shown is None else shown
            for match in _CLEAN.finditer(words):
                if not opened:
                    self._open(start + match.start() if shown is None else start)
                    opened = True
                elif space or match.start():
                    self._space()
                if shown is None:
                    self._lay(match[0], start + match.start())
                else:
                    self._stand_in(match[0], start, end)
                space = False
            space = space or (words != "" and words[-1].isspace())

    def _open(self, start: int) -> None:
        """Part the next paragraph, whose first character stands at `start` of the source, from the last one."""
        if not self.spans:
            return
        if start == self._last + len(PARTING) and self.source.startswith(PARTING, self._last):
            self._lay(PARTING, self._last)
        else:
            self._parts.append(PARTING)
            self._size += len(PARTING)

    def _space(self) -> None:
        """A space between two pieces: the source's own where one stands there."""
        if self.source.startswith(" ", self._last):
            self._lay(" ", self._last)
        else:
            self._parts.append(" ")
            self._size += 1

    def _lay(self, words: str, start: int) -> None:
        """Lay source[start:start + len(words)], joined to the run before where it follows on."""
        length = len(words)
        if self._texts and self._sources[-1] + self._lengths[-1] == start and self._ends_here() and self._lengths[-1]:
            self._lengths[-1] += length
        else:
            self._texts.append(self._size)
            self._sources.append(start)
            self._lengths.append(length)
        self._parts.append(words)
        self._size += length
        self._last = start + length

    def _stand_in(self, shown: str, start: int, end: int) -> None:
        """Lay characters that the source words otherwise."""
        for letter in shown:
            self._texts.append(self._size)
            self._sources.append(start)
            self._lengths.append(0)
            self._parts.append(letter)
            self._size += 1
        # An empty run says where the source goes on, whatever comes next.
        self._texts.append(self._size)
        self._sources.append(end)
        self._lengths.append(0)
        self._last = end

    def _ends_here(self) -> bool:
        return self._texts[-1] + self._lengths[-1] == self._size

    def offsets(self) -> Offsets | None:
        """The way back to the source; None where a place is the same in both."""
        if not self._texts or (len(self._texts) == 1 and self._sources[0] == 0 and self._lengths[0] == self._size):
            return None
        return Offsets(tuple(self._texts), tuple(self._sources), tuple(self._lengths))

    def place(self, position: int) -> int:
        """Where in the text the source's `position` stands, or the nearest place after it."""
        order = sorted(range(len(self._sources)), key=self._sources.__getitem__)
        starts = [self._sources[i] for i in order]
        index = bisect_right(starts, position) - 1
        if index >= 0:
            run = order[index]
            inside = position - self._sources[run]
            if inside < max(self._lengths[run], 1):
                return self._texts[run] + inside
        return self._texts[order[index + 1]] if index + 1 < len(order) else self._size
