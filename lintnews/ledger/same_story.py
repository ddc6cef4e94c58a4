"""Whether two articles tell the same story: decided here, once, from their topics and dates."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lintnews.model import Card


class StoryMatcher:
    """Matches articles by the topics that they share; a topic counts less the more articles have it."""

    def __init__(self, cards: Sequence[Card]) -> None:
        self._frequency: dict[str, int] = {}
        for card in cards:
            for topic in card.topics:
                self._frequency[topic] = self._frequency.get(topic, 0) + 1
        self._size = len(cards)

    def same(self, one: Card, other: Card) -> bool:
        """Whether both tell the same story; symmetric."""
        if one.path == other.path:
            return True
        a, b = set(one.topics), set(other.topics)
        return bool(a and b) and len(a & b) / min(len(a), len(b)) >= 0.5

    def stories(self, cards: Iterable[Card]) -> int:
        """How many distinct stories the cards tell: greedy, in the order of dates and paths."""
        leaders: list[Card] = []
        for card in sorted(cards, key=lambda c: (str(c.published or ""), c.path)):
            if not any(self.same(card, leader) for leader in leaders):
                leaders.append(card)
        return len(leaders)
