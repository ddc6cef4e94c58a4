"""What a convention of house style is: the ways in which a thing is written, and the places where it stands."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping  # noqa: TC003 - msgspec reads the annotations at run time
from typing import TYPE_CHECKING

from msgspec import Struct

from lintnews.checks.once import once_a_story
from lintnews.model import Story  # noqa: TC001 - msgspec reads the annotations at run time

if TYPE_CHECKING:
    import re

_OWN_ROLES = frozenset({"body", "caption"})
_HEADING = 110  # characters up to which a paragraph without a full stop is a heading, or the line with the time
_STOPS = frozenset(".!?…:;,”\"’')]")


class Use(Struct, frozen=True):
    """One use: `variant` is the way in which it is written, `better` gives it in another way (None: it has none)."""

    start: int
    end: int
    text: str
    variant: str
    better: Callable[[str], str | None]


class Convention(Struct, frozen=True):
    """A thing that a house writes in one way.

    `variants` are the ways, each with the examples by which a newsroom declares it, the plainest first; `enough` is how
    often the usual way must stand in an article before another one is told. `marks`: the ways are told by their names,
    since what stands there can hardly be told apart.
    """

    name: str
    variants: Mapping[str, tuple[str, ...]]
    uses: Callable[[Story], Iterator[Use]]
    enough: int = 2
    marks: bool = False

    def told(self, variant: str, text: str) -> str:
        """A use in the words of a message."""
        return variant if self.marks else f'"{text.strip()}"'


class Ground:
    """The stretches of a story that are the house's own words: running text, outside of quotations and headings."""

    def __init__(self, story: Story) -> None:
        self._article = story.article
        self._paragraphs = [paragraph.start for paragraph in story.article.paragraphs]
        self._quotations = story.facts.quotations
        self._quoted = [quotation.start for quotation in story.facts.quotations]

    def own(self, start: int) -> bool:
        """Whether what starts here is the house's own wording."""
        article = self._article
        paragraph = article.paragraphs[max(bisect_right(self._paragraphs, start) - 1, 0)]
        if paragraph.role not in _OWN_ROLES:
            return False
        if paragraph.end - paragraph.start < _HEADING and article.text[paragraph.end - 1] not in _STOPS:
            return False
        at = bisect_right(self._quoted, start) - 1
        return at < 0 or start >= self._quotations[at].end


ground_of = once_a_story(Ground)


def found(
    story: Story,
    pattern: re.Pattern[str],
    read: Callable[[re.Match[str]], tuple[str, Callable[[str], str | None]] | None],
) -> Iterator[Use]:
    """The uses that a pattern finds in the house's own words; `read` tells the variant and its other forms."""
    ground = ground_of(story)
    for hit in pattern.finditer(story.article.text):
        if not ground.own(hit.start()):
            continue
        told = read(hit)
        if told is not None:
            yield Use(hit.start(), hit.end(), hit.group(), *told)


def unchanged(variant: str) -> None:
    """No other form: what is written is told, and left to the editor."""
