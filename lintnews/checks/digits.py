"""The digits of an article, found once for all checks that look for numbers: few, against the letters of a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.checks.once import once_a_story
from lintnews.patterns import late

if TYPE_CHECKING:
    from lintnews.model import Story

_DIGITS, _PLAIN = late(r"\d+"), late(r"[0-9]+")  # in text of plain characters the second finds the same, twice as fast
_JOINTS = frozenset(".,:/-")


@once_a_story
def digits(story: Story) -> list[tuple[int, int]]:
    """Where the digits in a row of the article's text begin and end."""
    text = story.article.text
    return [found.span() for found in (_PLAIN if text.isascii() else _DIGITS).finditer(text)]


def numerals(story: Story) -> list[tuple[int, str]]:
    """Digits with what joins them, as in "1,500" or "20:15", and where each begins."""
    text = story.article.text
    joined: list[tuple[int, str]] = []
    first = after = -2
    for start, end in digits(story):
        if start == after + 1 and text[after] in _JOINTS:
            joined.pop()
        else:
            first = start
        joined.append((first, text[first:end]))
        after = end
    return joined
