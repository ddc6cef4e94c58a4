"""When an article was published: full dates in the places that say so, and nowhere else."""

from __future__ import annotations

import datetime as dt
import re

from lintnews.patterns import late

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_MONTH = rf"(?P<{{0}}>{MONTH})"
_YEAR = r"(?P<{0}>(?:19|20)\d\d)(?!\d)"
WEEKDAY = r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?"
# "11 October 2024", "October 11, 2024", "2024-10-11"; never 10/11/2024, which is one day here and another there.
FULL_DATE = late(
    r"(?<![\w/-])(?:"
    rf"(?P<day1>\d{{1,2}})(?:st|nd|rd|th)?(?: of)?[ -]{_MONTH.format('month1')},?[ -]{_YEAR.format('year1')}"
    rf"|{_MONTH.format('month2')} (?P<day2>\d{{1,2}})(?:st|nd|rd|th)?,? {_YEAR.format('year2')}"
    rf"|{_YEAR.format('year3')}-(?P<month3>\d\d)-(?P<day3>\d\d)(?!\d)"
    r")",
    re.IGNORECASE,
)
_COMPACT = late(r"(\d{4})(\d\d)(\d\d)(?:T?\d{4,6}Z?)?\Z")
_SLASHED = late(r"(?:(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})|(\d{1,2})[/.](\d{1,2})[/.](\d{4}))(?![\d/])")


def find_date(text: str) -> dt.date | None:
    """The first full date in a line, None where there is none or the calendar has no such day."""
    match = FULL_DATE.search(text)
    if match is None:
        return None
    for number in "123":
        if match[f"year{number}"]:
            month = match[f"month{number}"]
            known = int(month) if month.isdigit() else _MONTHS.index(month[:3].lower()) + 1
            return _day(int(match[f"year{number}"]), known, int(match[f"day{number}"]))
    return None


def parse_date(value: object) -> dt.date | None:
    """The date of a front-matter value: a YAML date or time, or the date in a string; None where it can't be told.

    A date in figures with slashes or points counts where only one reading is possible.
    """
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    if not isinstance(value, str | int):
        return None
    text = str(value).strip()
    compact = _COMPACT.match(text)
    if compact:
        return _day(int(compact[1]), int(compact[2]), int(compact[3]))
    slashed = _SLASHED.match(text)
    if slashed:
        return _slashed_day(slashed)
    return find_date(text)


def _slashed_day(match: re.Match[str]) -> dt.date | None:
    if match[1]:
        return _day(int(match[1]), int(match[2]), int(match[3]))
    first, second, year = int(match[4]), int(match[5]), int(match[6])
    if first == second or second > 12:
        return _day(year, first, second)
    return _day(year, second, first) if first > 12 else None


def _day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
