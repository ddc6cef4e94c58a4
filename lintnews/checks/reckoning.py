"""What the arithmetic rules share: figures as intervals, the sentence that they stand in, and what does not add up.

One rounding model for all: a figure is the interval of its rounding (0.5 of the last written place for decimals and
percentages; half a step for round numbers; none for exact counts), or that of its approximator ("about": a tenth). A
sum is broken only if the computed interval and the stated one are apart by more than a tolerance (0.05 points, or
0.5 percent of the larger bound). Sources: statcheck compares within half of the last place (Nuijten et al. 2016), GRIM
takes both ways of rounding (Brown and Heathers 2017); what is checked is what copy desks' lists tell editors to reckon
again. The level: "strong" where nothing but the arithmetic decides, "weak" where another reading is possible or a
number is only approximate, "grim" where weighting may explain it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lintnews.model import Figure, Story

INFINITE = float("inf")
# Words that may stand before a number without changing what it is a number of; optional, with a space after each.
SOFT = (
    r"(?:(?:about|around|nearly|almost|some|just|roughly|approximately|exactly|only|over|under|more|less|fewer|than"
    r"|well|slightly|at|least|most|close|up|to|as|many|much|the|its|a|an|estimated|record|all|around|further)\s)*"
)
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
        return Interval(max(self.low, 0.0) / other.high, self.high / other.low if other.low > 0 else INFINITE)

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
    grim: bool = False
    sure: bool = False  # whatever the approximators


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

    def before(self, figure: Figure, length: int = 60) -> str:
        """The lower-cased words of the sentence before a figure, at most so many letters."""
        return self.lower[max(self.start, figure.start - length) : figure.start]

    def after(self, figure: Figure, length: int = 60) -> str:
        """The lower-cased words of the sentence after a figure, at most so many letters."""
        return self.lower[figure.end : min(self.end, figure.end + length)]

    @property
    def words(self) -> str:
        """The sentence, lower-cased."""
        return self.lower[self.start : self.end]


def lines(story: Story, lower: str) -> Iterator[Line]:
    """The sentences with a figure, but no tables."""
    sentences = story.facts.sentences
    group: list[Figure] = []
    for figure in story.facts.figures:
        if group and figure.sentence != group[-1].sentence:
            if 0 < len(group) <= MOST:
                yield _line(story, sentences, group, lower)
            group = []
        if figure.sentence >= 0:
            group.append(figure)
    if 0 < len(group) <= MOST:
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


def comparable(one: Figure, other: Figure) -> bool:
    """As `same_measure`, and a price beside a rate, or "4.2 million euros" beside a bare "5.6 million"."""
    if same_measure(one, other):
        return True
    if {one.kind, other.kind} == {"money", "rate"}:
        return one.unit == other.unit
    count = one if one.kind == "count" else other
    return {one.kind, other.kind} == {"money", "count"} and count.subject is None and count.step >= 1000


def tight(figures: Sequence[Figure]) -> list[Interval]:
    """Intervals of numbers that are given to one precision: the finest step of them, but no finer than 2 percent."""
    finest = min(f.step for f in figures)
    return [
        _about(f, finest)
        if f.approximate
        else box(f)
        if f.step <= finest or box(f).low == box(f).high
        else Interval(f.value - _fine(f, finest) / 2, f.value + _fine(f, finest) / 2)
        for f in figures
    ]


def _about(figure: Figure, finest: float) -> Interval:
    """The interval of an approximate number; "about" is a tenth of it, or half of the finest step."""
    low, high = box(figure)
    if high - figure.value == figure.value - low:
        width = max(figure.value * 0.1, finest / 2)
        return Interval(max(low, figure.value - width), min(high, figure.value + width))
    return Interval(low, high)


def _fine(figure: Figure, finest: float) -> float:
    return min(figure.step, max(finest, abs(figure.value) * 0.02))


def plain(value: float) -> str:
    """A number for a message: no more decimals than it needs."""
    if value in (INFINITE, -INFINITE):
        return "any number"
    for scale, word in ((1e9, "billion"), (1e6, "million")):
        if abs(value) >= scale and round(value / scale, 2) * scale == value:
            return f"{value / scale:,.2f}".rstrip("0").rstrip(".") + f" {word}"
    text = f"{value:,.2f}".rstrip("0").rstrip(".") if abs(value) < 1000 else f"{round(value):,}"
    return text or "0"


def span_words(interval: Interval) -> str:
    """An interval for a message: "20", "19.8 to 20.3"."""
    low, high = plain(interval.low), plain(interval.high)
    return low if low == high else f"{low} to {high}"
