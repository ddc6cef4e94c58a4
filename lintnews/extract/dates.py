"""Dates: calendar words found by the automaton and numerals by one expression, each read where it stands.

Absolute ("June 24, 2024", "24 June 2024", "2024-06-24"), partial ("June 24", "June"), weekday ("on Tuesday"), relative
("yesterday", "last month", "three weeks ago"), ranges ("June 24-26", "2025-2027"), decades, seasons, quarters. What
names no year is resolved against the day of publication, and left unresolved without one.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lintnews.extract import chronology
from lintnews.extract import date_patterns as patterns
from lintnews.extract.numeric_dates import MAYBE, numeric_date
from lintnews.model import Date

if TYPE_CHECKING:
    import datetime as dt

    from lintnews.extract.draft import Draft

VERSION = "2"
_OPENS = 6  # letters before a date that still opens its sentence ("On ", a quotation mark)


def extract(draft: Draft) -> tuple[Date, ...]:
    """All dates of the article, in text order, none overlapping."""
    reader = _Reader(draft)
    found: list[Date] = []
    lower = draft.lower
    numeric = [match for start in draft.digits if (match := MAYBE.match(lower, start))]
    hits = draft.found("calendar") + [(match.start(), match.end(), "") for match in numeric]
    hits.sort(key=_longest_first)
    free = 0
    for start, end, code in hits:
        if start < free:
            continue
        date = reader.read(start, end, code, free)
        if date is not None:
            found.append(date)
            free = date.end
    return tuple(found)


def _longest_first(hit: tuple[int, int, str]) -> tuple[int, int]:
    return (hit[0], -hit[1])


class _Reader:
    """Reads one date at a place of the draft."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.text = draft.text
        self.lower = draft.lower
        self.published: dt.date | None = draft.article.published

    def read(self, start: int, end: int, code: str, free: int) -> Date | None:  # noqa: PLR0911 - one a kind of hit
        """The date at a hit, or None; nothing before `free` may be taken."""
        if not code:
            return numeric_date(self.draft, start)
        kind = code[0]
        if kind in "ma" and code != "ago":
            return self._month(start, end, int(code[1:]), short=kind == "a", free=free)
        if kind in "wv":
            return self._weekday(start, end, int(code[1:]), short=kind == "v")
        if kind == "d" and code[1] in "0+-":
            return self._day(start, end, int(code[1:]))
        if code == "ago":
            return self._ago(start, end, free)
        if code.startswith("hence"):
            return self._hence(start, end, code.partition(":")[2], free)
        if code == "quarter":
            return self._quarter(start, end, free)
        name, _, rest = code.partition(":")
        if name == "r":
            return self._period(start, end, *rest.split(":"))
        if name == "season":
            return self._season(start, end, rest)
        if name == "decade":
            return self._make(start, end, f"{int(rest):04}/{int(rest) + 9:04}", "range")
        if code == "century":
            return self._century(start, end, free)
        return self._holiday(start, end, rest)

    def _future(self, position: int) -> bool:
        """Whether the words before a place, in its sentence, look ahead."""
        sentence = self.draft.sentence_at(position)
        first = self.draft.sentences[sentence].start if sentence >= 0 else 0
        if position - first < _OPENS or patterns.OPENING.search(self.text, max(position - 6, 0), position):
            ahead = patterns.FUTURE_AFTER.match(self.lower, position)
            return ahead is not None and patterns.PAST.search(ahead[0]) is None
        return patterns.FUTURE.search(self.lower, max(first, position - 120), position) is not None

    def _make(
        self,
        start: int,
        end: int,
        value: str | None,
        kind: str,
        weekday: int | None = None,
        parts: tuple[int | None, int | None, int | None] = (None, None, None),
    ) -> Date:
        year, month, day = parts
        return Date(
            start,
            end,
            self.text[start:end],
            value,
            kind,  # type: ignore[arg-type]
            weekday,
            self.draft.sentence_at(start),
            year,
            month,
            day,
        )

    def _month(self, start: int, end: int, month: int, *, short: bool, free: int) -> Date | None:
        if not self.text[start].isupper():
            return None
        lower = self.lower
        before = patterns.DAY_BEFORE.search(lower, max(start - 16, free), start)
        if before is not None and not (1 <= int(before["day"]) <= 99):
            before = None
        if before is not None:
            if short and lower.startswith(".", end):
                end += 1
            year = patterns.YEAR_AFTER.match(lower, end)
            stop = year.end() if year else end
            return self._dated(before.start(), stop, month, before["day"], before["last"], year and year["year"])
        after = patterns.AFTER_MONTH.match(lower, end)
        if after is not None:
            return self._dated(start, after.end(), month, after["day"], after["last"], after["year"])
        year = patterns.YEAR_AFTER.match(lower, end)
        first = self._modified(start, free)
        if year is not None:
            number = int(year["year"])
            return self._make(first, year.end(), f"{number:04}-{month:02}", "absolute", None, (number, month, None))
        return None if short else self._bare_month(start, end, month, first)

    def _dated(
        self, start: int, end: int, month: int, day: str, last: str | None, year: str | None, weekday: int | None = None
    ) -> Date:
        """A date with a day: resolved by its own year or by the year that brings it nearest to publication."""
        number = int(day)
        until = int(last) if last else None
        if until is not None and until <= number:
            until = None
        if weekday is None:
            named = patterns.TRAILING.match(self.lower, end)
            if named is not None and (year or "(" in named[0] or " a " in named[0] or " was " in named[0]):
                weekday = patterns.WEEKDAYS[named["named"]]
                end = named.end()
        if year is not None:
            resolved: int | None = int(year)
        elif self.published is not None:
            resolved = chronology.year_of(self.published, month, number, future=self._future(start))
        else:
            resolved = None
        value = chronology.day_value(resolved, month, number, until) if resolved is not None else None
        kind = "range" if until else ("absolute" if year else "partial")
        return self._make(start, end, value, kind, weekday, (int(year) if year else None, month, number))

    def _bare_month(self, start: int, end: int, month: int, first: int) -> Date | None:
        lead = patterns.LEAD.search(self.lower, max(start - 14, 0), start)
        way = lead["way"] if lead else ""
        if month in patterns.AMBIGUOUS and (not way or way == "about" or patterns.NAME_AFTER.match(self.text, end)):
            return None
        if way in {"every", "each"} or self.lower.startswith("-", end) or patterns.PAPERS.match(self.lower, end):
            return None
        value = None
        if self.published is not None:
            if way in {"last", "next", "this"}:
                first = start - len(way) - 1
            year = chronology.year_of(
                self.published, month, None, future=way in {"next", "this"} or (way != "last" and self._future(start))
            )
            if way == "last" and month >= self.published.month:
                year = self.published.year - 1
            value = f"{year:04}-{month:02}"
        return self._make(first, end, value, "partial", None, (None, month, None))

    def _modified(self, start: int, free: int) -> int:
        lead = patterns.MODIFIER.search(self.lower, max(start - 9, free), start)
        return lead.start() if lead else start

    def _weekday(self, start: int, end: int, weekday: int, *, short: bool) -> Date | None:
        if not self.text[start].isupper():
            return None
        lower = self.lower
        dated = patterns.DATED.match(lower, end)
        if dated is not None:
            month = patterns.NUMBER[(dated["month"] or dated["named"])[:3]]
            return self._dated(start, dated.end(), month, dated["day"] or dated["first"], None, dated["year"], weekday)
        before = lower[max(start - 12, 0) : start].split()
        lead = before[-1].strip("-(“\"'") if before else ""
        if short and lead != "on":
            return None
        if lead in patterns.NOT_A_DAY or lead in {"every", "each", "easter"} or patterns.PAPERS.match(lower, end):
            return None
        value = None
        first = start - len(lead) - 1 if lead in {"last", "next", "this"} else start
        if self.published is not None:
            future = lead not in {"last", "past"} and self._future(start)
            way = lead if lead in {"last", "next"} else ""
            value = chronology.weekday_value(self.published, weekday, future=future, way=way)
        return self._make(first, end, value, "weekday", weekday)

    def _day(self, start: int, end: int, shift: int) -> Date:
        value = chronology.unit_value(self.published, "day", shift) if self.published else None
        return self._make(start, end, value, "relative")

    def _ago(self, start: int, end: int, free: int) -> Date | None:
        count = patterns.AGO.search(self.lower, max(start - 22, free), start)
        if count is None:
            return None
        number = count["count"]
        shift = int(number) if number.isdecimal() else patterns.COUNTS[number]
        value = chronology.unit_value(self.published, count["unit"], -shift) if self.published else None
        return self._make(count.start(), end, value, "relative")

    def _hence(self, start: int, end: int, unit: str, free: int) -> Date | None:
        """A place in the future: "in three weeks' time", "two years from now"."""
        count = patterns.HENCE.search(self.lower, max(start - 12, free), start)
        if count is None:
            return None
        number = count["count"]
        shift = int(number) if number.isdecimal() else patterns.COUNTS[number]
        value = chronology.unit_value(self.published, unit, shift) if self.published else None
        return self._make(count.start(), end, value, "relative")

    def _period(self, start: int, end: int, way: str, unit: str) -> Date | None:
        following = self.lower[end : end + 8]
        if following.startswith(("'s ", "’s ")) is False and following[:1] == "-":
            return None
        future = unit != "weekend" or self._future(start)
        value = chronology.period_value(self.published, way, unit, future=future) if self.published else None
        return self._make(start, end, value, "relative")

    def _season(self, start: int, end: int, name: str) -> Date | None:
        year = patterns.YEAR_AFTER.match(self.lower, end)
        if year is not None:
            number = int(year["year"])
            value = chronology.season_value(number, name)
            return self._make(start, year.end(), value, "absolute", None, (number, None, None))
        lead = patterns.SEASON_LEAD.search(self.lower, max(start - 6, 0), start)
        if lead is None or lead[0][:-1] not in {"the", "in", "early", "late", "mid"} or name == "spring":
            return None
        if not re.compile(r"[.,;:)]|\s(?:and|of|as|when|but)\b|\Z").match(self.lower, end):
            return None
        return self._make(start, end, None, "partial")

    def _quarter(self, start: int, end: int, free: int) -> Date | None:
        lead = patterns.QUARTER_LEAD.search(self.lower, max(start - 24, free), start)
        if lead is None:
            return None
        quarter = patterns.QUARTERS[lead["which"]]
        year = patterns.QUARTER_YEAR.match(self.lower, end)
        if year is not None:
            number = int(year["year"])
            value: str | None = chronology.quarter_value(number, quarter)
            return self._make(lead.start(), year.end(), value, "absolute", None, (number, None, None))
        value = None
        if self.published is not None:
            now = (self.published.month - 1) // 3 + 1
            value = chronology.quarter_value(self.published.year - (quarter > now), quarter)
        return self._make(lead.start(), end, value, "partial")

    def _century(self, start: int, end: int, free: int) -> Date | None:
        lead = patterns.CENTURY_LEAD.search(self.lower, max(start - 13, free), start)
        if lead is None:
            return None
        number = int(lead["digits"]) if lead["digits"] else patterns.CENTURIES[lead["word"]]
        first = 100 * number - 100
        if not 0 < first < 3000:
            return None
        return self._make(lead.start(), end, f"{first:04}/{first + 99:04}", "range")

    def _holiday(self, start: int, end: int, day: str) -> Date | None:
        if not self.text[start].isupper():
            return None
        month, _, number = day.partition("-")
        year = patterns.YEAR_AFTER.match(self.lower, end)
        stop = year.end() if year else end
        return self._dated(start, stop, int(month), number, None, year and year["year"])
