"""Work that several methods of a check, or several checks, need of one story, done once: its result is kept with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    from lintnews.model import Story

T = TypeVar("T")


def once_a_story(work: Callable[[Story], T]) -> Callable[[Story], T]:
    """Keep what `work` gives for a story among its notes.

    A check is asked to `inspect` a story and then for its `rows`. `work` must be pure, never give None, and what it
    gives must not be changed by those who use it.
    """

    def kept(story: Story) -> T:
        """What `work` gives for a story, from its notes if it was asked before."""
        found: T | None = story.notes.get(work)
        if found is None:
            found = story.notes[work] = work(story)
        return found

    return kept


@once_a_story
def lowered(story: Story) -> str:
    """The article's text in small letters; a few rare capitals make it longer than the text."""
    return story.article.text.lower()
