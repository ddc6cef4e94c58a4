"""Places: from offsets in an article's text to file, line and column, with the line of the source to show."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

import xxhash

from lintnews.patterns import late
from lintnews.report import Edit, Place

if TYPE_CHECKING:
    from collections.abc import Callable

    from lintnews.contract import Fix
    from lintnews.model import Article

WINDOW = 60  # characters shown on either side of a place in a long line
CONTEXT = 32  # characters on either side that make a fingerprint
_BREAK = late(r"\n")
_SPACE = late(r"\s+")


class Locator:
    """Locates places of one article."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.source = article.source if article.coordinates == "source" else article.text

    @cached_property
    def _breaks(self) -> list[int]:
        """Where the lines of the source end: found once, so that many places in a long file cost no more than few."""
        return [found.start() for found in _BREAK.finditer(self.source)]

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in the file as it stands on disk."""
        offsets = self.article.offsets
        if offsets is None:
            return start, end
        first = offsets.start(start)
        return first, max(offsets.end(end), first) if end > start else first

    def place(self, start: int, end: int) -> Place:
        """The place of text[start:end]."""
        return self.source_place(*self.source_span(start, end))

    def line(self, position: int) -> int:
        """The line of source[position]."""
        return bisect_left(self._breaks, position) + 1

    def source_place(self, first: int, last: int) -> Place:
        """The place of source[first:last]."""
        source, breaks = self.source, self._breaks
        above, last_above = bisect_left(breaks, first), bisect_left(breaks, last)
        line = above + 1
        line_start = breaks[above - 1] + 1 if above else 0
        line_end = breaks[above] if above < len(breaks) else len(source)
        last_line_start = breaks[last_above - 1] + 1 if last_above else 0
        low, high = max(line_start, first - WINDOW), min(line_end, max(first, min(last, line_end)) + WINDOW)
        low = line_start if low - line_start <= WINDOW // 2 else _word_start(source, low)
        high = line_end if line_end - high <= WINDOW // 2 else _word_end(source, high)
        before, after = ("" if low == line_start else "… "), ("" if high == line_end else " …")
        shown = source[low:high].rstrip("\r")
        mark = (len(before) + first - low, len(before) + min(last, high) - low)
        return Place(
            self.article.path,
            first,
            last,
            line,
            first - line_start + 1,
            last_above + 1,
            last - last_line_start + 1,
            self.article.coordinates,
            before + shown + after,
            mark,
        )

    def edit(self, fix: Fix) -> Edit | None:
        """The fix in source coordinates; None where the article has no text of its own."""
        if self.article.coordinates != "source":
            return None
        first, last = self.source_span(fix.start, fix.end)
        if not fix.text:
            first, last = self._whole_lines(first, last)
        return Edit(first, last, fix.text, fix.safe)

    def _whole_lines(self, first: int, last: int) -> tuple[int, int]:
        """What to delete so that no empty line stays behind, where the lines hold nothing else; else the same place."""
        source = self.source
        start, end = source.rfind("\n", 0, first) + 1, source.find("\n", last) + 1 or len(source)
        if source[start:first].strip() or source[last:end].strip():
            return first, last
        following = source.find("\n", end) + 1
        if end == len(source):
            return len(source[:start].rstrip()), last  # the last lines: the break before them goes
        if following and not source[end:following].strip() and not source[:start][-2:].strip("\r\n"):
            return start, following
        return start, end

    def context(self, start: int, end: int) -> str:
        """A place's words with their neighbourhood in the paragraph, spaces and case folded: for fingerprints."""
        article = self.article
        if not article.paragraphs:
            return article.text[start:end]
        paragraph = article.paragraphs[article.paragraph_at(start)]
        low, high = max(paragraph.start, start - CONTEXT), min(max(paragraph.end, end), end + CONTEXT)
        return _SPACE.sub(" ", article.text[min(low, start) : high]).strip().casefold()


def _word_start(text: str, position: int) -> int:
    space = text.find(" ", position, position + 20)
    return space + 1 if space >= 0 else position


def _word_end(text: str, position: int) -> int:
    space = text.rfind(" ", position - 20, position)
    return space if space >= 0 else position


def fingerprint(rule: str, places: list[tuple[str, str]]) -> str:
    """The same for a pair of places from either side; changes with the words around, never with a line number."""
    body = "\0".join([rule, *(f"{path}\1{context}" for path, context in sorted(places))])
    return str(xxhash.xxh3_128_hexdigest(body.encode()))


def shelf(read: Callable[[str], Article], size: int = 64) -> Callable[[str], Locator]:
    """A cache of locators for articles that are read again because a finding rests on them."""

    @lru_cache(maxsize=size)
    def locate(path: str) -> Locator:
        """The locator of an article, read again if it was put away."""
        return Locator(read(path))

    return locate
