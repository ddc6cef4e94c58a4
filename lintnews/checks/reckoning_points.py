"""Percentages that change (D17): percentage points and percent of a percentage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.checks.reckoning import SOFT, Broken, Interval, Line, box, span_words
from lintnews.checks.reckoning_changes import DOWN, FROM, SPLIT, THEN_FROM, TO, TO_FIRST, UP, relative
from lintnews.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.model import Figure

_NAMED = late(r"\s(?:percentage\s)?points?\b")
_BARE_TO = late(r"\s?(?:%\s?)?(?:[a-z'’]+\s){0,5}?to\s\Z")
_CHANGE_WORD = late(
    r"(?:,|—|–|\(| or| which is| that is| with)\s?(?:an?|up|down|or|of|by|the)?\b[^.;:]*"
    r"(?:increase|rise|rose|fall|fell|drop|gain|loss|decline|decrease|jump|up|down|cut|growth|swing|dip"
    r"|slide|change|climb)[^.;:]*\Z"
)
_CHANGED = late(rf"\b(?:{UP}|{DOWN})\s(?:(?:[\w\'’]+\s){{0,4}}?by\s)?{SOFT}\Z")


def broken_points(line: Line) -> Iterator[Broken]:
    """D17: from L percent to M percent is M - L percentage points, and 100 (M/L - 1) percent.

    Points must fit M - L over both roundings; a percentage that fits M - L but not the relative change is points called
    percent. With "rose N percent to M percent from L percent" alike. Source: BBC and AP style on percentage points.
    """
    percents = [f for f in line.figures if f.kind == "percent" and f.unit == "%"]
    if not percents or len(line.figures) < 3:
        return
    points = [f for f in line.figures if f.kind == "points" or _NAMED.match(line.lower, f.end)]
    ends = _percent_pair(line, percents)
    if ends is None:
        return
    low, high = ends
    gap = Interval(
        min(abs(box(high).low - box(low).high), abs(box(high).high - box(low).low)),
        max(abs(box(high).low - box(low).high), abs(box(high).high - box(low).low)),
    )
    if box(low).low < box(high).high and box(high).low < box(low).high:
        gap = Interval(0.0, gap.high)
    for point in points:
        if _beside(line, point, low, high):
            stated = Interval(abs(box(point).low), abs(box(point).high))
            if len(points) == 1 and gap.apart(stated, 0.005, 0.05):
                there = span_words(gap)
                told = point.text if "point" in point.text else f"{point.text} points"
                reason = f"from {low.text} to {high.text} is {there} points, not {told}"
                yield Broken(point, f"{there} points", reason, (low, high))
    others = [f for f in percents if f not in (low, high)]
    if len(others) != 1 or not _beside(line, others[0], low, high):
        return
    change = others[0]
    change_of = relative(low, high) if low.value > 0 and high.value > 0 else None
    if change_of is None or not change_of.apart(box(change), 0.005, 0.05):
        return
    there = f"{span_words(change_of)} percent"
    points_too = "" if gap.apart(box(change), 0.005, 0.05) else "; percentage points?"
    reason = f"from {low.text} to {high.text} is a change of {there}, not {change.text}{points_too}"
    yield Broken(change, there, reason, (low, high), strong=False)


def _beside(line: Line, change: Figure, low: Figure, high: Figure) -> bool:
    """Whether the third number tells the change of the two: right after them, or right before."""
    first, last = min(low.start, high.start), max(low.end, high.end)
    if change.start > last:
        gap = line.lower[last : change.start]
        return (
            len(gap) < 60
            and not SPLIT.search(gap.replace("percentage point", ""))
            and _CHANGE_WORD.search(gap) is not None
        )
    if change.start < first:
        gap = line.lower[change.end : first]
        verb = line.lower[max(line.start, change.start - 40) : change.start]
        return len(gap) < 30 and not SPLIT.search(gap) and " of " not in gap and _CHANGED.search(verb) is not None
    return False


def _percent_pair(line: Line, percents: list[Figure]) -> tuple[Figure, Figure] | None:
    """The one pair "from L percent to M percent", or "from 5 to 7 percent", (L, M) of a sentence."""
    found = []
    figures = line.figures
    for index, one in enumerate(figures[:-1]):
        for other in figures[index + 1 : index + 3]:
            bare = one.kind == "count" and one.unit is None and one.subject is None
            if other not in percents or not (one in percents or bare) or one.value <= 0 or other.value <= 0:
                continue
            between, before = line.between(one, other), line.before(one, 40)
            if FROM.search(before) and (TO.fullmatch(between) if not bare else _BARE_TO.fullmatch(between)):
                found.append((one, other))
            elif not bare and TO_FIRST.search(before) and THEN_FROM.fullmatch(between):
                found.append((other, one))
    return found[0] if len(found) == 1 else None
