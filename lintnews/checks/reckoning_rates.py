"""Rates and conversions that do not come out: averages (D20), prices (D21), units and temperatures (D22)."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from lintnews.checks.reckoning import SOFT, Broken, Interval, Line, box, plain, span_words
from lintnews.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.model import Figure

_AVERAGE = late(
    rf"[^.;]{{0,40}}\b(?:an average of|a daily average of|a rate of|averaging|on average|or|that is"
    rf"|which is|about)\s{SOFT}\Z"
)
_IN_TIME = late(
    r"[^.;:]{0,50}?\s(?:in|over|during|within|for|across)\s(?:the\s|its\s|their\s|just\s|only\s|a\s|about\s)*"
    r"(?:(?:past|last|first|space of|course of|period of)\s)?(?:the\s)?\Z"
)
_A_TIME = late(r"(?:\s[\w'’-]+){0,3}?\s(?:a|an|per|each|every)\s(second|minute|hour|day|week|month|year)\b")
_MADE = late(
    rf"[^.;]{{0,50}}?(?:\b(?:for a total of|a total of|in total|totall?ing|making|, or|to make|giving|or"
    rf"|came to)|[,—–])\s{SOFT}\Z"
)
_AFTER_TIME = late(
    r"[^.;:,]{0,30}?\s(?:over|for|during|across|in)\s(?:the\s|all\s|each of the\s)*(?:(?:past|last|first)\s)?\Z"
)
_SUM = late(r"(?:\s[a-z'’-]+){0,3},?\s(?:in all|in total|altogether|all told)\b")
_AT = late(
    r"(?:\s[\w'’-]+){1,5}?,?\s(?:at|for|priced at|costing|which cost|that cost|sold at"
    r"|sold for)\s(?:about |around |just |only |a price of )?\Z"
)
_EACH = late(
    r"\s(?:each|apiece|a piece|per \w+|a (?:share|ticket|head|unit|barrel|tonne?|piece|seat|bottle|night"
    r"|person|copy))\b"
)
_COST = late(
    r"[^.;]{0,60}\b(?:for a total of|a total of|totall?ing|, or|for|making|worth|raising|earning|paying"
    r"|a bill of|a total bill of"
    rf"|came to|comes to|cost|paid|costing|in all|bringing in|to raise|took in)\s{SOFT}\Z"
)
_FOR = late(rf"(?:\s[\w'’-]+){{0,4}}?\s(?:for|on|to buy|bought|from|by selling)\s{SOFT}\Z")
_OR_EACH = late(
    rf"(?:\s[\w'’-]+){{1,4}}?(?:,\sor|\s?\(|\s?[—–-]|,\sat|\sat)\s{SOFT}\Z|(?:\s[\w'’-]+){{1,4}}?\s\({SOFT}\Z"
)
_OPEN = late(rf"(?:\s(?!and\b|or\b)[a-z-]+)?(?:\s?\(\s?{SOFT}|,\sor\s{SOFT}|\s?[—–]\s?(?:or\s)?{SOFT}|-?\s\()\Z")
_SHUT = late(r"-?\s?\)|,|\s?[—–]|\.|\s[a-z]+\)|-[a-z]+\)")
_PER = {
    "second": 1.0,
    "minute": 60.0,
    "hour": 3600.0,
    "day": 86400.0,
    "week": 604800.0,
    "month": 2629800.0,
    "year": 31557600.0,
}
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


def broken_rates(line: Line) -> Iterator[Broken]:
    """All averages, prices and conversions of a sentence that do not come out."""
    figures = line.figures
    if len(figures) < 2:
        return
    for one, two in itertools.pairwise(figures):
        if one.kind == "measure" and two.kind == "measure":
            yield from _converted(line, one, two)
    if len(figures) > 2:
        for one, two, three in zip(figures, figures[1:], figures[2:], strict=False):
            if two.kind == "duration":
                yield from _average(line, one, two, three)
                yield from _summed(line, one, two, three)
            else:
                yield from _priced(line, one, two, three)


_AMOUNTS = frozenset({"count", "money", "measure", "rate"})


def _unit_time(line: Line, figure: Figure) -> str | None:
    unit = _A_TIME.match(line.lower, figure.end)
    return unit[1] if unit is not None else None


def _span(time: Figure, unit: str) -> Interval:
    """How many of a unit of time a stretch of time is; months and years are not exact."""
    factor = _PER[time.unit or unit] / _PER[unit]
    # "over 12 months" is in the course of them.
    length = box(time) if time.approximate and time.high is not None else Interval(time.value, time.value)
    loose = 0.03 if time.unit != unit and {time.unit, unit} & {"month", "year"} else 0.0
    return Interval(length.low * factor * (1 - loose), length.high * factor * (1 + loose))


def _whole(figure: Figure) -> Interval:
    """The interval of a mean: rounded to the unit at least, even where it looks like an exact count."""
    low, high = box(figure)
    half = 0.5 * max(figure.step, 1.0) if figure.step >= 1 and not figure.approximate else 0.0
    return Interval(low - half, high + half)


def _average(line: Line, number: Figure, time: Figure, mean: Figure) -> Iterator[Broken]:
    """D20: N in K days is N/K a day; weeks are seven days, months and years with 3 percent to spare.

    N/K over the box of the rounding of N must meet the mean, which is rounded to a unit, within 1 percent. Source: copy
    desks' check lists; the mean's rounding follows the GRIM test.
    """
    if number.kind not in _AMOUNTS or mean.kind not in _AMOUNTS or time.unit not in _PER or mean.unit != number.unit:
        return
    unit = _unit_time(line, mean)
    if unit is None or not number.value > 0 < time.value or number.kind == "rate":
        return
    if not _IN_TIME.fullmatch(line.between(number, time)) or not _AVERAGE.fullmatch(line.between(time, mean)):
        return
    computed = box(number).over(_span(time, unit))
    if computed.apart(_whole(mean), 0.01):
        there = span_words(computed)
        reason = f"{number.text} in {time.text} is {there} a {unit}, not {mean.text}"
        yield Broken(mean, there, reason, (number, time))


def _summed(line: Line, mean: Figure, time: Figure, number: Figure) -> Iterator[Broken]:
    """D20 the other way round: M a day for K days is M times K in all, within the rounding of all and 1 percent."""
    if number.kind not in _AMOUNTS or mean.kind not in _AMOUNTS or time.unit not in _PER or mean.unit != number.unit:
        return
    unit = _unit_time(line, mean)
    if unit is None or not mean.value > 0 < time.value or number.kind == "rate":
        return
    if not _AFTER_TIME.search(line.between(mean, time)) or _unit_time(line, number) is not None:
        return
    gap = line.between(time, number)
    after = _SUM.match(line.lower, number.end, line.end)
    if not (_MADE.fullmatch(gap) and ("total" in gap or "making" in gap or " or " in gap or after)):
        return
    computed = _whole(mean).times(_span(time, unit))
    if computed.apart(box(number), 0.01):
        there = span_words(box(mean).times(_span(time, unit)))
        reason = f"{mean.text} a {unit} for {time.text} is {there}, not {number.text}"
        yield Broken(number, there, reason, (mean, time))


def _priced(line: Line, one: Figure, two: Figure, three: Figure) -> Iterator[Broken]:
    """D21: N at P each is N times P; "T for N, or P each" alike.

    The product of the intervals must meet that of the total within 1 percent; a price is rounded as it is written.
    """
    if one.kind == "count" and two.kind in {"money", "rate"} and three.kind == "money" and two.unit == three.unit:
        number, price, total = one, two, three
        if not _AT.fullmatch(line.between(one, two)) or not _EACH.match(line.lower, two.end):
            return
        if not _COST.fullmatch(line.between(two, three)) or " and paid" in line.between(two, three):
            return
        wrong = total
    elif one.kind == "money" and two.kind == "count" and three.kind in {"money", "rate"} and one.unit == three.unit:
        total, number, price = one, two, three
        if not _EACH.match(line.lower, three.end) or not _OR_EACH.fullmatch(line.between(two, three)):
            return
        if not _FOR.fullmatch(line.between(one, two)):
            return
        wrong = price
    else:
        return
    computed = box(number).times(box(price))
    if computed.apart(box(total), 0.01):
        there = span_words(box(number).times(Interval(price.value, price.value)))
        reason = f"{number.text} at {price.text} is {there}, not {total.text}"
        yield Broken(wrong, there, reason, tuple(f for f in (number, price, total) if f is not wrong))


def _converted(line: Line, one: Figure, two: Figure) -> Iterator[Broken]:
    """D22: "10 miles (16 km)": both say the same, within their roundings and 3 percent (8 for tens and fives).

    Temperatures within a degree Celsius. Source: the factors are those of the International Yard and Pound (1959) and
    the SI; the tolerances cover what news agencies' style guides call rounding to the precision of the original.
    """
    if one.unit == two.unit:
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
        yield Broken(two, there, f"{one.text} is about {there}, not {two.text}", (one,))


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
