"""Whether two articles tell the same story: decided here, once, from their topics and dates.

Two articles are alike by the weight of the topics that both have against what each has (a cosine). A topic weighs
less the more articles of the corpus have it; a proper word counts twice a common one. How alike they must be grows
with the days between them: a story is told again soon, or not at all.
"""

from __future__ import annotations

from math import log, sqrt
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from lintnews.model import Card

# Articles that are thought to stand behind a small corpus, and the share of them that has a topic: without these
# the five articles of a folder would make each of its topics look common.
BEHIND = 200
SHARE_PROPER, SHARE_COMMON = 0.005, 0.01
SHARED_PROPER = 2  # proper words that both must have
# (days between the articles, alikeness needed); measured on clusters of articles on one event, with their look-alikes
NEEDED = ((3, 0.16), (14, 0.20), (60, 0.27), (400, 0.40))
NEEDED_LATER = 0.55
NEEDED_UNDATED = 0.18
# One event: names that so many articles have at most, or that share of them; else so alike within so many days. On
# 3,000 articles on shootings these keep 48 of 54 pairs on one and drop 24 of 31 on two.
RARE, RARE_SHARE = 8, 0.004
SOON, NEEDED_SOON = 2, 0.25
REMEMBERED = 500_000  # pairs of articles whose answer is kept


class Alikeness(NamedTuple):
    """How alike two articles are, how alike they must be for one story, and which topics both have."""

    likeness: float
    needed: float
    shared: tuple[str, ...]

    @property
    def same(self) -> bool:
        """Whether they tell one story."""
        return self.likeness >= self.needed


class StoryMatcher:
    """Matches the articles of one corpus."""

    def __init__(self, cards: Sequence[Card]) -> None:
        counts: dict[str, int] = {}
        for card in cards:
            for topic in card.topics:
                counts[topic] = counts.get(topic, 0) + 1
        self._set(len(cards), lambda topic: counts.get(topic, 0))

    @classmethod
    def over(cls, size: int, frequency: Callable[[str], int]) -> StoryMatcher:
        """A matcher over so many articles, of which as many as `frequency` says have a topic."""
        made = cls(())
        made._set(size, frequency)
        return made

    def _set(self, size: int, frequency: Callable[[str], int]) -> None:
        self._size = size
        self._frequency = frequency
        self._known: dict[tuple[str, str], bool] = {}
        self._last: tuple[Card | None, frozenset[str]] = (None, frozenset())
        self._totals: dict[str, float] = {}
        self._weights = Weights(size, frequency)

    def same(self, one: Card, other: Card) -> bool:
        """Whether both tell the same story; symmetric. An article tells its own."""
        if one.path == other.path:
            return True
        key = (one.path, other.path) if one.path < other.path else (other.path, one.path)
        known = self._known.get(key)
        if known is None:
            if len(self._known) >= REMEMBERED:
                self._known.clear()
                self._totals.clear()
                self._weights.clear()
            known = self._known[key] = self.likeness(one, other) >= needed(one, other)
        return known

    def one_event(self, one: Card, other: Card) -> bool:
        """Whether two articles speak of one event: they share rare names, or are alike and come out within two days.

        A city's weekly shootings share the city, its police and its quarters, however alike the articles are; those on
        one shooting share a street or a victim, which few others name.
        """
        if not self.same(one, other) or one.path == other.path:
            return one.path == other.path
        rare = max(RARE, RARE_SHARE * self._size)
        shared = set(one.topics).intersection(other.topics)
        if sum(topic.startswith("=") and self._frequency(topic) <= rare for topic in shared) >= SHARED_PROPER:
            return True
        if one.published is None or other.published is None:
            return False
        return abs((one.published - other.published).days) <= SOON and self.likeness(one, other) >= NEEDED_SOON

    def compare(self, one: Card, other: Card) -> Alikeness:
        """The figures behind `same`, for those who want to see them; nothing is kept of them."""
        shared = tuple(sorted(set(one.topics).intersection(other.topics)))
        return Alikeness(self.likeness(one, other), needed(one, other), shared)

    def likeness(self, one: Card, other: Card) -> float:
        """How alike two articles are, from 0 to 1."""
        shared = self._topics(one).intersection(other.topics)
        if len(shared) < SHARED_PROPER or sum([topic.startswith("=") for topic in shared]) < SHARED_PROPER:
            return 0.0
        both = self._total(one) * self._total(other)
        return sum(map(self._weights.__getitem__, sorted(shared))) / sqrt(both) if both else 0.0

    def stories(self, cards: Iterable[Card]) -> int:
        """How many distinct stories the articles tell: each joins the first one that it is like, oldest first."""
        leaders: list[Card] = []
        for card in sorted(cards, key=lambda c: (str(c.published or ""), c.path)):
            if not any(self.same(card, leader) for leader in leaders):
                leaders.append(card)
        return len(leaders)

    def _topics(self, card: Card) -> frozenset[str]:
        """The topics of a card as a set; kept for the last one, since one side of many comparisons is the same."""
        if self._last[0] is not card:
            self._last = (card, frozenset(card.topics))
        return self._last[1]

    def _total(self, card: Card) -> float:
        total = self._totals.get(card.path)
        if total is None:
            total = self._totals[card.path] = sum(map(self._weights.__getitem__, card.topics))
        return total


class Weights(dict[str, float]):
    """What each topic weighs, worked out when it is first asked for."""

    def __init__(self, size: int, frequency: Callable[[str], int]) -> None:
        super().__init__()
        self._size = size
        self._frequency = frequency

    def __missing__(self, topic: str) -> float:
        """The weight of a topic: its rarity, twice for a proper word."""
        proper = topic.startswith("=")
        share = SHARE_PROPER if proper else SHARE_COMMON
        rarity = log((self._size + BEHIND) / (self._frequency(topic) + BEHIND * share))
        weight = self[topic] = 2 * rarity if proper else rarity
        return weight


def needed(one: Card, other: Card) -> float:
    """The likeness that two articles need for one story, by the days between them."""
    if one.published is None or other.published is None:
        return NEEDED_UNDATED
    days = abs((one.published - other.published).days)
    return next((likeness for limit, likeness in NEEDED if days <= limit), NEEDED_LATER)
