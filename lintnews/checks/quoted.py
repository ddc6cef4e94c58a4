"""Which places of an article are quoted words: looked up, however many quotations it has."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lintnews.model import Story


class Quoted:
    """The quotations of a story; one may stand inside another."""

    def __init__(self, story: Story) -> None:
        quotations = sorted((q.start, q.end) for q in story.facts.quotations)
        self._starts = [start for start, _ in quotations]
        self._reach = list(accumulate((end for _, end in quotations), max))  # the furthest end up to each of them

    def holds(self, position: int) -> bool:
        """Whether a position is in a quotation."""
        at = bisect_right(self._starts, position) - 1
        return at >= 0 and position < self._reach[at]
