"""Dates in numerals: ISO days, days with slashes or points, years, spans of years, decades."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from lintnews.extract import chronology
from lintnews.model import Date

if TYPE_CHECKING:
    from lintnews.extract.draft import Draft

MAYBE = re.compile(r"(?<![\w.,:/$£€¥#+-])\d(?:\d{3}(?!\d)|\d?[./]\d\d?[./]\d\d)")
_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?![\d-])")
_PARTS = re.compile(r"(\d{1,2})([./])(\d{1,2})\2(\d{4}|\d\d)(?![\d/]|\.\d)")
_YEAR = re.compile(
    r"(1[5-9]\d\d|20\d\d)(?:(?P<decade>'?s)\b|\s?(?:-|–|/)\s?(?P<last>(?:1[5-9]|20)\d\d|\d\d)(?![\w%-]|[.,:]\d))?"
    r"(?![\w%/]|[.,:]\d|-\d)"
)
_PREVIOUS = re.compile(r"([\w'’$£€-]+)([,.;:)]?\s\(?|\()\Z")
_NEXT = re.compile(r"\s([a-z][\w'-]*)")
_STRONG = frozenset(
    "in since until till during early late mid before after between through fiscal year spring summer autumn fall winter"
    " january february march april may june july august september october november december calendar circa".split()
)
_WEAK = frozenset("of from to by for and or the a an its his her this that our their your throughout around".split())
_NEVER = frozenset(
    "about nearly almost over some than approximately roughly least another exactly no resolution number flight route"
    " article section room page chapter highway bill act line model boeing series order least most under record total"
    " up down at".split()
)
_FUNCTION = frozenset(
    "and or but to for with as at in on by from when where who which that after before while because if was is were had has"
    " have the a an it he she they of until since than would will could said also".split()
)
_UNITS = frozenset(
    "percent pct per km kilometres kilometers miles metres meters feet square cubic million billion mln bln dlrs dollars"
    " pounds euros yen points tonnes tons kg people jobs workers men women troops soldiers officers votes words seats"
    " shares members employees hours days pages calories barrels acres hectares homes houses local times year".split()
)


def numeric_date(draft: Draft, start: int) -> Date | None:
    """The date in numerals that starts at a place, or None where the number is no date."""
    lower = draft.lower
    iso = _ISO.match(lower, start)
    if iso is not None:
        return _day(draft, start, iso.end(), int(iso[1]), int(iso[2]), int(iso[3]))
    parts = _PARTS.match(lower, start)
    if parts is not None:
        return _worded(draft, start, parts)
    year = _YEAR.match(lower, start)
    if year is None or not _is_year(draft, start, year):
        return None
    return _year(draft, start, year)


def _day(draft: Draft, start: int, end: int, year: int, month: int, day: int) -> Date | None:
    if not 1 <= month <= 12:
        return None
    value = chronology.day_value(year, month, day)
    return _make(draft, start, end, value, "absolute", (year, month, day))


def _worded(draft: Draft, start: int, parts: re.Match[str]) -> Date | None:
    """A day with slashes or points. Where both orders are possible, the one nearer to publication, if that tells."""
    first, second, year = int(parts[1]), int(parts[3]), int(parts[4])
    if len(parts[4]) == 2:
        year += 2000 if year < 70 else 1900
    if parts[2] == ".":
        return _day(draft, start, parts.end(), year, second, first) if len(parts[4]) == 4 else None
    orders = [(m, d) for m, d in ((first, second), (second, first)) if chronology.day_exists(year, m, d)]
    if not orders:
        return None
    if len(set(orders)) > 1:
        published = draft.article.published
        if published is None:
            return _make(draft, start, parts.end(), None, "absolute", (year, None, None))
        orders.sort(key=lambda o: abs((dt.date(year, *o) - published).days) if year > 0 else 0)
        near = abs((dt.date(year, *orders[0]) - published).days)
        if near > 45:
            orders.sort(key=lambda o: o != (first, second))
    return _day(draft, start, parts.end(), year, *orders[0])


def _is_year(draft: Draft, start: int, match: re.Match[str]) -> bool:
    """Whether four digits are a year, judged by the words on either side."""
    lower = draft.lower
    if match["decade"]:
        return True
    following = _NEXT.match(lower, match.end())
    word = following[1] if following else ""
    previous = _PREVIOUS.search(lower, max(start - 24, 0), start)
    lead = previous[1] if previous else ""
    if lead in _NEVER or word in _UNITS or (lead.startswith(("$", "£", "€")) and previous is not None and "," not in previous[2]):
        return False
    if lead in _STRONG or match["last"]:
        return True
    number = int(match[1])
    if number < 1900:
        return previous is not None and "(" in previous[2]
    plural = word.endswith("s") and word not in _FUNCTION and not word.endswith(("'s", "ss"))
    if lead in _WEAK and lead not in {"the", "its", "his", "her", "their", "a", "an", "this", "that", "our", "your"}:
        return not plural or word == "levels"
    if previous is None or lead in _WEAK:
        return not (plural and previous is None)
    if previous[2].startswith((",", ".", ":", ";", ")")) or "(" in previous[2]:
        return not plural
    return not plural and (not word or word in _FUNCTION or following is None)


def _year(draft: Draft, start: int, match: re.Match[str]) -> Date | None:
    year = int(match[1])
    if match["decade"]:
        last = year + (99 if year % 100 == 0 and year < 2000 else 9)
        return _make(draft, start, match.end(), f"{year:04}/{last:04}", "range", (None, None, None))
    if match["last"]:
        last = int(match["last"])
        last += year - year % 100 if last < 100 else 0
        if last <= year and match["last"] == "00":
            last += 100
        if not year < last <= year + 120:
            return None
        return _make(draft, start, match.end(), f"{year:04}/{last:04}", "range", (None, None, None))
    return _make(draft, start, match.end(), f"{year:04}", "absolute", (year, None, None))


def _make(
    draft: Draft, start: int, end: int, value: str | None, kind: str, parts: tuple[int | None, int | None, int | None]
) -> Date:
    year, month, day = parts
    sentence = draft.sentence_at(start)
    text = draft.text[start:end]
    return Date(start, end, text, value, kind, None, sentence, year, month, day)  # type: ignore[arg-type]
