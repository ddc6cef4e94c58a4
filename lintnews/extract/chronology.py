"""From what a text says to a day of the calendar: pure arithmetic on dates, all values ISO 8601."""

from __future__ import annotations

import datetime as dt
from calendar import monthrange

SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
FORGOTTEN = 93  # days: nobody looks ahead to a day so long past
_EARLY = 2  # Wednesday: up to then "this weekend" is the one that was
_DAY = dt.timedelta(days=1)


def day_exists(year: int | None, month: int, day: int) -> bool:
    """Whether the calendar has the day; without a year, February has 29."""
    return 1 <= month <= 12 and 1 <= day <= monthrange(year or 2000, month)[1]


def day_value(year: int, month: int, day: int | None, last: int | None = None) -> str | None:
    """ISO value of a day, of a span of days in one month, or of a month; None where the calendar has no such day."""
    if day is None:
        return f"{year:04}-{month:02}"
    if not day_exists(year, month, day) or (last is not None and not day_exists(year, month, last)):
        return None
    first = f"{year:04}-{month:02}-{day:02}"
    return first if last is None else f"{first}/{year:04}-{month:02}-{last:02}"


def year_of(published: dt.date, month: int, day: int | None, *, future: bool) -> int:
    """The year of a day or month that is named without one.

    A day: the year that brings it nearest to publication; next year's, if the sentence looks ahead and this year's is
    more than three months past. A month: this year's if it is past or the sentence looks
    ahead, else the latest one before publication, with the coming two months taken as this year's.
    """
    if day is not None:
        place = 31 * (month - published.month) + day - published.day
        if future and place < -FORGOTTEN:
            return published.year + 1
        return published.year + (place < -186) - (place > 186)
    ahead = month - published.month
    if future:
        return published.year if ahead >= 0 else published.year + 1
    if ahead > 2:
        return published.year - 1
    return published.year + 1 if ahead < -10 else published.year


def weekday_value(published: dt.date, weekday: int, *, future: bool, way: str = "") -> str:
    """The day that a bare weekday means: the last such day up to publication, or the coming one."""
    back = (published.weekday() - weekday) % 7
    if way == "next" or future:
        ahead = (weekday - published.weekday()) % 7
        return (published + dt.timedelta(days=ahead or (7 if way == "next" else 0))).isoformat()
    if way == "last" and back == 0:
        back = 7
    return (published - dt.timedelta(days=back)).isoformat()


def period_value(published: dt.date, way: str, unit: str, *, future: bool = True) -> str | None:
    """The period that "last week", "this quarter", "next summer" mean on the day of publication.

    Early in the week "this weekend" is the one just past, unless the sentence looks ahead (`future`).
    """
    shift = {"last": -1, "this": 0, "next": 1}[way]
    if unit == "weekend" and way == "this" and not future and published.weekday() <= _EARLY:
        shift = -1
    if unit in {"week", "weekend"}:
        monday = published - dt.timedelta(days=published.weekday()) + dt.timedelta(weeks=shift)
        first = monday + (5 * _DAY if unit == "weekend" else 0 * _DAY)
        return f"{first.isoformat()}/{(monday + 6 * _DAY).isoformat()}"
    if unit in SEASONS:
        return _season_near(published, way, unit)
    if unit == "quarter":
        index = published.year * 4 + (published.month - 1) // 3 + shift
        return quarter_value(index // 4, index % 4 + 1)
    return unit_value(published, unit, shift)


def _season_near(published: dt.date, way: str, name: str) -> str:
    now = published.isoformat()
    values = [season_value(published.year + step, name) for step in (-2, -1, 0, 1, 2)]
    if way == "last":
        return [v for v in values if v.partition("/")[2] < now[:7]][-1]
    if way == "next":
        return next(v for v in values if v.partition("/")[0] > now[:7])
    return season_value(published.year, name)


def season_value(year: int, name: str) -> str:
    """A season of the northern hemisphere as three months; winter begins in the year that names it."""
    first = SEASONS[name]
    last = first + 2
    return f"{year:04}-{first:02}/{year + (last > 12):04}-{(last - 1) % 12 + 1:02}"


def quarter_value(year: int, quarter: int) -> str:
    """A quarter as three months."""
    return f"{year:04}-{3 * quarter - 2:02}/{year:04}-{3 * quarter:02}"


def half_value(year: int, half: int) -> str:
    """A half-year as six months."""
    return f"{year:04}-{6 * half - 5:02}/{year:04}-{6 * half:02}"


def unit_value(published: dt.date, unit: str, shift: int) -> str | None:  # noqa: PLR0911 - one a unit
    """The day, week, month, year, decade or century `shift` of them after publication; None beyond the calendar."""
    if unit == "day":
        return safe_shift(published, days=shift).isoformat()
    if unit == "week":
        return period_value(safe_shift(published, days=7 * shift), "this", "week")
    if unit == "month":
        index = published.year * 12 + published.month - 1 + shift
        if not 12 <= index < 120_000:
            return None
        return f"{index // 12:04}-{index % 12 + 1:02}"
    year = published.year + shift * {"year": 1, "decade": 10, "century": 100}[unit]
    if not 100 <= year <= 9900:
        return None
    if unit == "year":
        return f"{year:04}"
    size = 10 if unit == "decade" else 100
    first = year - year % size
    return f"{first:04}/{first + size - 1:04}"


def safe_shift(day: dt.date, days: int) -> dt.date:
    """A day moved by some days, held inside the calendar."""
    ordinal = min(max(day.toordinal() + days, 1), dt.date.max.toordinal())
    return dt.date.fromordinal(ordinal)
