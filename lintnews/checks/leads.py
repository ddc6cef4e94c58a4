"""Keys under which articles on one story meet: the pairs of names that lead them."""

from __future__ import annotations

from itertools import combinations
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
    named = [t for t in story.facts.topics if t.startswith("=") and t[1:] not in ordinary]
    placed = sorted((lead.find(topic[1:]), topic) for topic in named)
    return sorted([topic for place, topic in placed if place >= 0][:TOPICS])


def pair_keys(names: list[str]) -> tuple[str, ...]:
    """One key for each pair of names: articles that share two of them meet."""
    return tuple("+".join(pair) for pair in combinations(names, 2))
