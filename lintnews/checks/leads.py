"""Keys under which articles on one story meet: the pairs of names that lead them."""

from __future__ import annotations

from itertools import combinations, islice
from typing import TYPE_CHECKING

from lintnews.checks.once import once_a_story
from lintnews.lexicon import lexicon

if TYPE_CHECKING:
    from lintnews.model import Story

LEAD = 1500
TOPICS = 8


@once_a_story
def leading_names(story: Story) -> list[str]:
    """The proper topics that the lead names, in order, without those that are ordinary words ("minister")."""
    ordinary = lexicon().words("ordinary-words")
    lead = story.article.text[:LEAD].lower()
    proper = [topic for topic in story.facts.topics if topic.startswith("=")]
    placed = sorted([(place, topic) for topic in proper if (place := lead.find(topic[1:])) >= 0])
    # The first few are all that is asked for, so the long list of words is looked into for these alone.
    named = (topic for _, topic in placed if topic[1:] not in ordinary)
    return sorted(islice(named, TOPICS))


def pair_keys(names: list[str]) -> tuple[str, ...]:
    """One key for each pair of names: articles that share two of them meet."""
    return tuple("+".join(pair) for pair in combinations(names, 2))
