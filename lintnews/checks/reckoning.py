"""What the arithmetic rules share: figures as intervals, the sentence that they stand in, and what does not add up.

One rounding model for all: a figure is the interval of its rounding (0.5 of the last written place for decimals and
percentages; half a step for round numbers; none for exact counts), or that of its approximator ("about": a tenth). A
sum is broken only if the computed interval and the stated one are apart by more than a tolerance.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.model import Figure, Story

INFINITE = float("inf")
MOST = 60  # figures of a sentence; more are a table


class Interval(NamedTuple):
    """The numbers from low to high."""

    low: float
    high: float

    def __add__(self, other: object) -> Interval:
        """The sums of a number of each."""
        if not isinstance(other, Interval):
            return NotImplemented
        return Interval(self.low + other.low, self.high + other.high)

    def times(self, other: Interval) -> Interval:
        """The products of positive numbers of each."""
        return Interval(self.low * other.low, self.high * other.high)

    def over(self, other: Interval) -> Interval:
        """The quotients of positive numbers of each."""
        return Interval(self.low / other.high, self.high / other.low if other.low > 0 else INFINITE)

    def apart(self, other: Interval, relative: float = 0.005, absolute: float = 0.0) -> bool:
        """Whether no number is in both, with a tolerance of so much of the larger bound, or so much."""
        gap = max(self.low - other.high, other.low - self.high)
        finite = [abs(x) for x in (*self, *other) if abs(x) != INFINITE]
        return gap > max(absolute, relative * max(finite, default=0.0))


class Broken(NamedTuple):
    """A sum that does not come out: the figure that is off, what it should be, how that was reckoned, and from what."""

    figure: Figure
    there: str
    reason: str
    others: tuple[Figure, ...]
    strong: bool = True


class Line(NamedTuple):
    """A sentence with its figures in order, and the article's lower-cased text."""

    story: Story
    start: int
    end: int
    figures: list[Figure]
    lower: str

    def between(self, one: Figure, other: Figure) -> str:
        """The lower-cased words between two figures."""
        return self.lower[one.end : other.start]


def lines(story: Story) -> Iterator[Line]:
    """The sentences with two figures or more, but no tables."""
    sentences = story.facts.sentences
    lower = story.article.text.lower()
    if len(lower) != len(story.article.text):
        return
    group: list[Figure] = []
    for figure in story.facts.figures:
        if group and figure.sentence != group[-1].sentence:
            if 1 < len(group) <= MOST:
                yield _line(story, sentences, group, lower)
            group = []
        if figure.sentence >= 0:
            group.append(figure)
    if 1 < len(group) <= MOST:
        yield _line(story, sentences, group, lower)


def _line(story: Story, sentences: tuple, group: list[Figure], lower: str) -> Line:  # type: ignore[type-arg]
    sentence = sentences[group[0].sentence]
    return Line(story, sentence.start, sentence.end, group, lower)


def box(figure: Figure) -> Interval:
    """The interval of a figure's true value; a count below a thousand is exact unless it is approximate."""
    if figure.kind == "count" and not figure.approximate and figure.low is not None and 0 <= figure.value < 1000:
        high = figure.high if figure.high is not None and figure.high - figure.value > figure.step / 2 else figure.value
        return Interval(min(figure.value, high), max(figure.value, high))
    low = -INFINITE if figure.low is None else figure.low
    return Interval(low, INFINITE if figure.high is None else figure.high)


def same_measure(one: Figure, other: Figure) -> bool:
    """Whether two figures can be added: one kind and unit, a missing unit ("from 5 to 7 million euros") fitting any."""
    if one.kind == other.kind:
        return one.unit == other.unit
    return False


def plain(value: float) -> str:
    """A number for a message: no more decimals than it needs."""
    if value in (INFINITE, -INFINITE):
        return "any number"
    text = f"{value:,.2f}".rstrip("0").rstrip(".") if abs(value) < 1000 else f"{round(value):,}"
    return text or "0"


def span_words(interval: Interval) -> str:
    """An interval for a message: "20", "19.8 to 20.3"."""
    low, high = plain(interval.low), plain(interval.high)
    return low if low == high else f"{low} to {high}"
