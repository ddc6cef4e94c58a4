"""What an inquiry is about and what it comes to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from lintnews.ledger.same_story import Alikeness
    from lintnews.placing import Locator
    from lintnews.report import Failure, Place
    from lintnews.rulebook import Rule


class Side(Struct, frozen=True):
    """A place that is asked about: a line of an article, or with None all of it; and where its rows begin elsewhere."""

    path: str
    line: int | None
    locator: Locator
    rows: frozenset[int] = frozenset()

    def holds(self, start: int, end: int) -> bool:
        """Whether a stretch of the article's text stands on the line, or begins a row that speaks for one there."""
        if self.line is None or start in self.rows:
            return True
        first, last = self.locator.source_span(start, end)
        return self.locator.line(first) <= self.line <= self.locator.line(max(last - 1, first))

    @property
    def named(self) -> str:
        """The place in words."""
        return self.path if self.line is None else f"{self.path}:{self.line}"


class Seen(Struct, frozen=True):
    """Something that the check looks at: its words, what it is of ("" if it is never compared), and more about it."""

    place: Place
    text: str
    subject: str
    told: str


class Reason(Struct, frozen=True):
    """What became of a pair of places, with their words ("" for those of a finding); of everything with no places."""

    words: str
    places: tuple[tuple[Place, str], ...] = ()

    @property
    def pair(self) -> frozenset[tuple[str, int, int]]:
        """The two places, whichever comes first."""
        return frozenset((place.path, place.start, place.end) for place, _ in self.places)


class Answer(Struct, frozen=True):
    """All that there is to say of a rule and two places; `alike` is None inside one article."""

    rule: Rule
    explains: bool
    sides: tuple[Side, Side]
    seen: tuple[tuple[Seen, ...], tuple[Seen, ...]]
    alike: Alikeness | None
    reasons: tuple[Reason, ...]
    failures: tuple[Failure, ...] = ()
