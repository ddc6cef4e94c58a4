"""Figures: every number of the text with its value, interval, kind, unit, counted noun and role.

Numerals stand where one expression finds a digit or the automaton a number word; dates are left out. A share written
as a fraction ("two-thirds", "one in five") is of kind percent with no unit and a value up to one; a percentage has the
unit "%" and its own value. A rate keeps the unit of what is counted.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from lintnews.extract.figure_reader import FigureReader
from lintnews.extract.units import SUM
from lintnews.patterns import late

if TYPE_CHECKING:
    from lintnews.extract.draft import Draft
    from lintnews.model import Figure

VERSION = "1"
# Letters that may stand right before a digit: a currency code.
_CODE = late(
    r"(?:(?<![\w.,])(?:usd|eur|gbp|chf|jpy|cny|rmb|inr|rs|rm|ksh|kes|ngn|ghs|zar|sfr|aud|cad|nzd|sek|nok|dkk|ps)"
    r"|\$(?:us|can|a))\Z"
)


def extract(draft: Draft) -> tuple[Figure, ...]:
    """All figures of the article, in text order, none overlapping a date or each other."""
    lower = draft.lower
    starts = [
        (start, "")
        for start in draft.digits
        if not (start and "a" <= lower[start - 1] <= "z") or _is_coded(lower, start)
    ]
    starts += [(start, code) for start, _, code in draft.found("numerals")]
    starts.sort()
    date_starts = [date.start for date in draft.dates]
    reader = FigureReader(draft)
    found: list[Figure] = []
    free = 0
    for start, code in starts:
        if start < free:
            continue
        if date_starts:
            index = bisect_right(date_starts, start) - 1
            if index >= 0 and start < draft.dates[index].end:
                continue
        figure, end = reader.read(start, code, free)
        if figure is not None:
            found.append(figure)
        free = max(free, end)
    return tuple(found)


def _is_coded(lower: str, start: int) -> bool:
    """Whether a currency code stands right before a digit; "PS3" is none."""
    code = _CODE.search(lower, max(start - 4, 0), start)
    return code is not None and (code[0] != "ps" or SUM.match(lower, start) is not None)
