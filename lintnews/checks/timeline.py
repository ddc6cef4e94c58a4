"""ISO values of dates as first and last day, and the ages and as-of times that follow from them."""

from __future__ import annotations

import datetime as dt
from calendar import monthrange
from typing import NamedTuple


class Days(NamedTuple):
    """A stretch of the calendar, both ends included."""

    first: dt.date
    last: dt.date


def days_of(value: str | None) -> Days | None:
    """The days of an ISO value ("2024", "2024-06", "2024-06-24" or "from/to"); None if there is none."""
    if not value:
        return None
    first, _, last = value.partition("/")
    try:
        return Days(_ends(first).first, _ends(last or first).last)
    except ValueError:
        return None


def _ends(value: str) -> Days:
    parts = [int(part) for part in value.split("-")]
    if len(parts) == 1:
        return Days(dt.date(parts[0], 1, 1), dt.date(parts[0], 12, 31))
    if len(parts) == 2:
        year, month = parts
        return Days(dt.date(year, month, 1), dt.date(year, month, monthrange(year, month)[1]))
    year, month, number = parts
    day = dt.date(year, month, number)
    return Days(day, day)


def full_years(birth: dt.date, day: dt.date) -> int:
    """Birthdays passed between birth and a day."""
    return day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day))


def ages_between(birth: Days, day: Days) -> tuple[int, int]:
    """The least and the greatest age that somebody born in `birth` can have on a day of `day`."""
    return full_years(birth.last, day.first), full_years(birth.first, day.last)


def birth_days(age: int, day: dt.date) -> Days:
    """The days on which somebody of that age on `day` can be born."""
    return Days(_moved(day, -age - 1) + dt.timedelta(days=1), _moved(day, -age))


def _moved(day: dt.date, years: int) -> dt.date:
    year = max(day.year + years, 1)
    return dt.date(year, day.month, min(day.day, monthrange(year, day.month)[1]))
