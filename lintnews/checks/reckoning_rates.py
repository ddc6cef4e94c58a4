"""Averages (D20), prices (D21), conversions (D22), ranges the wrong way round (D24), years and their distance (D6)."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from lintnews.checks.reckoning import Broken, Interval, Line, box, plain, span_words
from lintnews.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.model import Date, Figure, Story

_AVERAGE = late(
    r"[^.;]{0,30}\b(?:an average of|averaging|on average|or)\s(?:about |around |nearly |almost |some "
    r"|just |roughly |just over |just under )?\Z"
)
_IN_TIME = late(
    r"(?:\s[\w'’-]+){1,4}?\s(?:in|over|during|within)\s(?:the\s|just\s|about\s|only\s|a\s)?(?:past\s|last\s|first\s)?\Z"
)
_A_TIME = late(r"(?:\s[\w'’-]+){0,3}?\s(?:a|an|per|each|every)\s(second|minute|hour|day|week|month|year)\b")
_AT = late(r"(?:\s[\w'’-]+){1,4}?\s(?:at|for)\s\Z")
_EACH = late(r"\s(?:each|apiece|a piece|per \w+|a (?:share|ticket|head|unit|barrel|tonne?))\b")
_COST = late(
    r"[^.;]{0,50}\b(?:for a total of|a total of|totalling|totaling|, or|for|making|worth)\s(?:about "
    r"|around |nearly |almost |some |just )?\Z"
)
_OPEN = late(r"\s?\((?:about |around |roughly |nearly |almost |some |approximately )?\Z")
_SHUT = late(r"\s?\)")
# Metres, kilograms, litres, square metres; temperatures apart.
_LENGTH = {
    "km": 1000.0,
    "m": 1.0,
    "cm": 0.01,
    "mm": 0.001,
    "mile": 1609.344,
    "nautical mile": 1852.0,
    "foot": 0.3048,
    "inch": 0.0254,
    "yard": 0.9144,
}
_MASS = {"kg": 1.0, "g": 0.001, "tonne": 1000.0, "lb": 0.45359237, "oz": 0.028349523, "ton": 907.18474}
_AREA = {"hectare": 10_000.0, "acre": 4046.8564, "sqkm": 1e6, "sqmi": 2_589_988.1, "m2": 1.0, "ft2": 0.09290304}
_VOLUME = {"litre": 1.0, "gallon": 3.785411784}
_SPEED = {"km/h": 1.0, "mph": 1.609344}
_TABLES = (_LENGTH, _MASS, _AREA, _VOLUME, _SPEED)
_TOLERANCE = 0.03
_ROUND_TOLERANCE = 0.08
_IN_YEAR = late(r",?\s(?:back\s)?in\s\Z")


def broken_rates(line: Line) -> Iterator[Broken]:
    """All averages, prices, conversions and ranges of a sentence that do not come out."""
    figures = line.figures
    for one, two in itertools.pairwise(figures):
        yield from _converted(line, one, two)
    for one, two, three in zip(figures, figures[1:], figures[2:], strict=False):
        yield from _average(line, one, two, three)
        yield from _priced(line, one, two, three)


def _average(line: Line, number: Figure, time: Figure, mean: Figure) -> Iterator[Broken]:
    """D20: N in K days is N/K a day."""
    if (
        number.kind not in {"count", "money", "measure"}
        or time.kind != "duration"
        or mean.kind not in {"count", "rate", "money", "measure"}
    ):
        return
    unit = _A_TIME.match(line.lower, mean.end)
    if unit is None or unit[1] != time.unit or (mean.unit != number.unit):
        return
    if not _IN_TIME.fullmatch(line.between(number, time)) or not _AVERAGE.fullmatch(line.between(time, mean)):
        return
    if time.value <= 0 or number.value <= 0:
        return
    time_box = Interval(time.value, time.value) if not time.approximate else box(time)
    computed = box(number).over(time_box)
    stated = box(mean)
    stated = (
        Interval(stated.low - 0.5 * max(mean.step, 1), stated.high + 0.5 * max(mean.step, 1))
        if mean.step >= 1
        else stated
    )
    if computed.apart(stated, 0.01):
        there = span_words(computed)
        yield Broken(mean, there, f"{number.text} in {time.text} is {there} a {time.unit}", (number, time))


def _priced(line: Line, number: Figure, price: Figure, total: Figure) -> Iterator[Broken]:
    """D21: N at P each is N times P."""
    if (
        number.kind != "count"
        or price.kind not in {"money", "rate"}
        or total.kind != "money"
        or price.unit != total.unit
    ):
        return
    if not _AT.fullmatch(line.between(number, price)) or not _EACH.match(line.lower, price.end):
        return
    if not _COST.fullmatch(line.between(price, total)):
        return
    computed = box(number).times(box(price))
    if computed.apart(box(total), 0.01):
        there = span_words(computed)
        yield Broken(total, there, f"{number.text} at {price.text} is {there}", (number, price))


def _converted(line: Line, one: Figure, two: Figure) -> Iterator[Broken]:
    """D22: "10 miles (16 km)": both say the same, within their roundings and 3 percent (8 for fives)."""
    if one.kind != "measure" or two.kind != "measure" or one.unit == two.unit:
        return
    if not _OPEN.fullmatch(line.between(one, two)) or not _SHUT.match(line.lower, two.end):
        return
    first, second = _standard(one, two), _standard(two, one)
    if first is None or second is None:
        return
    slack = 1.0 if {one.unit, two.unit} == {"celsius", "fahrenheit"} else 0.0
    # Writers round conversions to tens and fives: "75 km (50 miles)".
    tolerance = _ROUND_TOLERANCE if two.value >= 20 and two.value % 5 == 0 else _TOLERANCE
    if first.apart(second, 0.0 if slack else tolerance, slack):
        there = f"{plain(_turned(one, two))} {two.unit}"
        yield Broken(two, there, f"{one.text} is about {there}", (one,))


def _standard(figure: Figure, other: Figure) -> Interval | None:
    unit, near = figure.unit or "", other.unit or ""
    low, high = box(figure)
    if {unit, near} == {"celsius", "fahrenheit"}:
        return Interval(low, high) if unit == "celsius" else Interval((low - 32) / 1.8, (high - 32) / 1.8)
    for table in _TABLES:
        if unit in table and near in table:
            return Interval(low * table[unit], high * table[unit])
    return None


def _turned(one: Figure, two: Figure) -> float:
    if one.unit == "celsius":
        return round(one.value * 1.8 + 32)
    if one.unit == "fahrenheit":
        return round((one.value - 32) / 1.8)
    table = next(t for t in _TABLES if one.unit in t and two.unit in t)
    value = one.value * table[one.unit or ""] / table[two.unit or ""]
    return round(value) if value >= 10 else round(value, 1)


def broken_distances(story: Story) -> Iterator[tuple[Date, str, str, Date]]:
    """D6: "N years ago, in Y" beside the year of publication: they are at most a year apart.

    Gives the year's date, what it should be, why, and the other date.
    """
    published = story.article.published
    if published is None:
        return
    dates = story.facts.dates
    for ago, year in itertools.pairwise(dates):
        if (
            ago.kind != "relative"
            or not ago.text.lower().endswith("years ago")
            or year.value is None
            or len(year.value) != 4
        ):
            continue
        if not _IN_YEAR.fullmatch(story.article.text[ago.end : year.start]) or ago.value is None or year.year is None:
            continue
        meant = int(ago.value[:4])
        count = published.year - meant
        slack = 1 if count < 20 or count % 10 else 2
        if abs(year.year - meant) > slack:
            yield year, str(meant), f"{ago.text.lower()} from {published.year} is {meant}", ago
