"""A look that hears what a check leaves alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from lintnews.comparison import LedgerLook

if TYPE_CHECKING:
    from lintnews.contract import Spanned
    from lintnews.ledger.same_story import StoryMatcher
    from lintnews.model import Card
    from lintnews.register import Register


class Skipped(NamedTuple):
    """A pair that was left alone: (path, start, end) on either side (None: the whole other article), and why."""

    here: tuple[str, int, int]
    there: tuple[str, int, int] | None
    words: str


class Listener(LedgerLook):
    """Hears what is skipped between two articles; `at` is the one whose side is looked at."""

    def __init__(self, register: Register, matcher: StoryMatcher, paths: tuple[str, str]) -> None:
        super().__init__(register, matcher)
        self._paths = {*paths}
        self.at = paths[0]
        self.skipped: list[Skipped] = []
        self.parted = False  # whether the check asked if the two tell one story, and they do not

    def same_story(self, one: Card, other: Card) -> bool:
        """Whether both tell of the same event."""
        same = super().same_story(one, other)
        self.parted |= not same and {one.path, other.path} == self._paths
        return same

    def skip(self, here: Spanned, there: Spanned | None, path: str, reason: str, *values: object) -> None:
        """Write down what is left alone between the two articles."""
        path = path or self.at
        if {self.at, path} == self._paths:
            other = None if there is None else (path, there.start, there.end)
            self.skipped.append(Skipped((self.at, here.start, here.end), other, reason.format(*values)))
