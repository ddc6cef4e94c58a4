"""Work that several methods of a check need of one story, done once: the last story's result is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    from lintnews.model import Story

T = TypeVar("T")


def once_a_story(work: Callable[[Story], T]) -> Callable[[Story], T]:
    """Keep what `work` gave for the story that it was last called with.

    A check is asked to `inspect` a story and then for its `rows`, one right after the other. `work` must be pure, and
    what it gives must not be changed by those who use it.
    """
    last: list[tuple[Story, T]] = []

    def kept(story: Story) -> T:
        """What `work` gives for a story, from memory if it is the last one again."""
        # The very same object, not an equal one: the list holds it, so it can't be another in its place.
        if not last or last[0][0] is not story:
            last[:] = [(story, work(story))]
        return last[0][1]

    return kept


@once_a_story
def lowered(story: Story) -> str:
    """The article's text in small letters; a few rare capitals make it longer than the text."""
    return story.article.text.lower()
