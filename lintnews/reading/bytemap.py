"""From places in UTF-8 bytes, as parsers give them, to places in text."""

from __future__ import annotations

from bisect import bisect_right

from lintnews.patterns import late

_WIDE = late(r"[^\x00-\x7f]")


class ByteMap:
    """Maps a byte offset into `text[start:]`, encoded as UTF-8, to an offset in code points into `text`."""

    def __init__(self, text: str, start: int = 0) -> None:
        self._start = start
        self._ends: list[int] = []  # byte offsets just after each letter that takes several bytes
        self._shifts: list[int] = [0]  # by how much bytes run ahead of code points from there
        if text.isascii():
            return
        shift = 0
        for match in _WIDE.finditer(text, start):
            letter = match[0]
            size = 2 if letter < "\u0800" else 3 if letter < "\U00010000" else 4
            self._ends.append(match.start() - start + shift + size)
            shift += size - 1
            self._shifts.append(shift)

    def __call__(self, offset: int) -> int:
        """The code point offset of a byte offset that lies between letters."""
        if not self._ends:
            return self._start + offset
        return self._start + offset - self._shifts[bisect_right(self._ends, offset)]
