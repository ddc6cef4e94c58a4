"""Dates: calendar words found by the automaton and numerals by one expression, each read where it stands.

Absolute ("June 24, 2024", "24 June 2024", "2024-06-24"), partial ("June 24", "June"), weekday ("on Tuesday"), relative
("yesterday", "last month", "three weeks ago"), ranges ("June 24-26", "2025-2027"), decades, seasons, quarters. What
names no year is resolved against the day of publication, and left unresolved without one.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lintnews.extract import chronology
from lintnews.extract.numeric_dates import MAYBE, numeric_date
from lintnews.model import Date

if TYPE_CHECKING:
    import datetime as dt

    from lintnews.extract.draft import Draft

VERSION = "1"

_MONTH = (
    r"(?P<month>january|february|march|april|may|june|july|august|september|october|november|december"
    r"|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b\.?)"
)
_NUMBER = {name: i for i, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)}
_YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)(?![\d%]|,\d|[-–]\d)"
_SECOND = r"(?:\s?(?:-|–|—|to|and|&)\s?(?P<last>\d{1,2})(?:st|nd|rd|th)?(?![\w%]|[.,:/]\d|\s(?:per|pct|mil|bil)))?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?(?![\w:%]|[.,/]\d)"
_NAMED = r"(?:,?\s\(?(?:a\s)?(?P<named>mon|tues|wednes|thurs|fri|satur|sun)day\b\)?)?"
_AFTER_MONTH = re.compile(rf"\.?\s{_DAY}{_SECOND}(?:,?\s(?:(?:in|of)\s)?{_YEAR})?")
_YEAR_AFTER = re.compile(rf"\.?,?\s(?:(?:of|in)\s)?{_YEAR}")
_DAY_BEFORE = re.compile(
    r"(?<![\w.,:/$£€-])(?P<day>\d{1,2})(?:st|nd|rd|th)?"
    r"(?:\s?(?:-|–|to|and)\s?(?P<last>\d{1,2})(?:st|nd|rd|th)?)?\s(?:of\s)?\Z"
)
_DATED = re.compile(
    rf"\.?,?\s(?:the\s)?(?:{_MONTH}\s{_DAY}|(?P<first>\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?{_MONTH.replace('month', 'named')})"
    rf"(?:,?\s{_YEAR})?"
)
_TRAILING = re.compile(r",?\s\(?(?:an?\s|which\swas\sa\s)?(?P<named>mon|tues|wednes|thurs|fri|satur|sun)day\b\)?")
_WEEKDAYS = {name: i for i, name in enumerate("mon tues wednes thurs fri satur sun".split())}
_AGO = re.compile(
    r"(?P<count>\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen"
    r"|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty)[\s-](?P<unit>day|week|month|year|decade)s?\s(?:earlier\s)?\Z"
)
_COUNTS = {
    name: i
    for i, name in enumerate(
        (
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
            " seventeen eighteen nineteen twenty"
        ).split()
    )
} | {"a": 1, "an": 1, "thirty": 30, "forty": 40, "fifty": 50}
_FUTURE = re.compile(
    r"\b(?:will|'ll|’ll|shall|due|scheduled|plans?|planned|planning|expects?|expected|expecting|upcoming|is to|are to"
    r"|set to|until|till|ahead of|would|may|could|should|hopes?|going to|before|tomorrow|next|begins?|opens?)\b"
)
_LEAD = re.compile(
    r"(?:(?P<way>last|next|this|early|late|mid|the end of|every|each|in|on|since|until|till|by|from|to|of|during|through"
    r"|before|after|for|and|or|between|around|about|past|coming|beginning|end)[\s-])\Z"
)
_MODIFIER = re.compile(r"(?<!\w)(?:early|late|mid)[\s-](?:in\s)?\Z")
_SEASON_LEAD = re.compile(r"(?:the|of|this|in|last|next|early|late|mid)[\s-]\Z")
_QUARTER_LEAD = re.compile(
    r"(?P<which>first|second|third|fourth|final|1st|2nd|3rd|4th)[\s-](?:fiscal[\s-]|calendar[\s-])?\Z"
)
_QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
_QUARTER_YEAR = re.compile(rf"(?:\sof)?\s(?:fiscal\s)?{_YEAR}")
_CENTURIES = {"seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "twenty-first": 21}
_CENTURY_LEAD = re.compile(r"(?<!\w)(?:(?P<digits>\d\d?)(?:st|nd|rd|th)|(?P<word>" + "|".join(_CENTURIES) + r"))[\s-]\Z")
_NAME_AFTER = re.compile(r"\s[A-Z][a-z]")
_NOT_A_DAY = frozenset({"black", "good", "super", "bloody", "cyber", "ash", "palm", "sheffield", "ruby", "giving"})
_PAPERS = re.compile(r"\s(?:times|mirror|telegraph|post|herald|mail|express|sun|star|world|people|school)\b")
_AMBIGUOUS = frozenset({3, 4, 5, 6, 8})  # March, April, May, June, August are also words or names


def extract(draft: Draft) -> tuple[Date, ...]:
    """All dates of the article, in text order, none overlapping."""
    reader = _Reader(draft)
    found: list[Date] = []
    hits: list[tuple[int, int, str]] = draft.found("calendar") + [(m.start(), m.end(), "") for m in MAYBE.finditer(draft.lower)]
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

    def read(self, start: int, end: int, code: str, free: int) -> Date | None:
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
        return _FUTURE.search(self.lower, max(first, position - 120), position) is not None

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
        before = _DAY_BEFORE.search(lower, max(start - 16, free), start)
        if before is not None and not (1 <= int(before["day"]) <= 99):
            before = None
        if before is not None:
            if short and lower.startswith(".", end):
                end += 1
            year = _YEAR_AFTER.match(lower, end)
            stop = year.end() if year else end
            return self._dated(before.start(), stop, month, before["day"], before["last"], year and year["year"])
        after = _AFTER_MONTH.match(lower, end)
        if after is not None:
            return self._dated(start, after.end(), month, after["day"], after["last"], after["year"])
        year = _YEAR_AFTER.match(lower, end)
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
            named = _TRAILING.match(self.lower, end)
            if named is not None and (year or "(" in named[0] or " a " in named[0] or " was " in named[0]):
                weekday = _WEEKDAYS[named["named"]]
                end = named.end()
        if year is not None:
            resolved: int | None = int(year)
        elif self.published is not None:
            resolved = chronology.year_of(self.published, month, number, future=False)
        else:
            resolved = None
        value = chronology.day_value(resolved, month, number, until) if resolved is not None else None
        kind = "range" if until else ("absolute" if year else "partial")
        return self._make(start, end, value, kind, weekday, (int(year) if year else None, month, number))

    def _bare_month(self, start: int, end: int, month: int, first: int) -> Date | None:
        lead = _LEAD.search(self.lower, max(start - 14, 0), start)
        way = lead["way"] if lead else ""
        if month in _AMBIGUOUS and (not way or way == "about" or _NAME_AFTER.match(self.text, end)):
            return None
        if way in {"every", "each"} or self.lower.startswith("-", end) or _PAPERS.match(self.lower, end):
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
        lead = _MODIFIER.search(self.lower, max(start - 9, free), start)
        return lead.start() if lead else start

    def _weekday(self, start: int, end: int, weekday: int, *, short: bool) -> Date | None:
        if not self.text[start].isupper():
            return None
        lower = self.lower
        dated = _DATED.match(lower, end)
        if dated is not None:
            month = _NUMBER[(dated["month"] or dated["named"])[:3]]
            return self._dated(start, dated.end(), month, dated["day"] or dated["first"], None, dated["year"], weekday)
        before = lower[max(start - 12, 0) : start].split()
        lead = before[-1].strip("-(“\"'") if before else ""
        if short and not lead == "on":
            return None
        if lead in _NOT_A_DAY or lead in {"every", "each", "easter"} or _PAPERS.match(lower, end):
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
        count = _AGO.search(self.lower, max(start - 22, free), start)
        if count is None:
            return None
        number = count["count"]
        shift = int(number) if number.isdecimal() else _COUNTS[number]
        value = chronology.unit_value(self.published, count["unit"], -shift) if self.published else None
        return self._make(count.start(), end, value, "relative")

    def _period(self, start: int, end: int, way: str, unit: str) -> Date | None:
        following = self.lower[end : end + 8]
        if following.startswith(("'s ", "’s ")) is False and following[:1] == "-":
            return None
        value = chronology.period_value(self.published, way, unit) if self.published else None
        return self._make(start, end, value, "relative")

    def _season(self, start: int, end: int, name: str) -> Date | None:
        year = _YEAR_AFTER.match(self.lower, end)
        if year is not None:
            number = int(year["year"])
            value = chronology.season_value(number, name)
            return self._make(start, year.end(), value, "absolute", None, (number, None, None))
        lead = _SEASON_LEAD.search(self.lower, max(start - 6, 0), start)
        if lead is None or lead[0][:-1] not in {"the", "in", "early", "late", "mid"} or name == "spring":
            return None
        if not re.compile(r"[.,;:)]|\s(?:and|of|as|when|but)\b|\Z").match(self.lower, end):
            return None
        return self._make(start, end, None, "partial")

    def _quarter(self, start: int, end: int, free: int) -> Date | None:
        lead = _QUARTER_LEAD.search(self.lower, max(start - 24, free), start)
        if lead is None:
            return None
        quarter = _QUARTERS[lead["which"]]
        year = _QUARTER_YEAR.match(self.lower, end)
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
        lead = _CENTURY_LEAD.search(self.lower, max(start - 13, free), start)
        if lead is None:
            return None
        number = int(lead["digits"]) if lead["digits"] else _CENTURIES[lead["word"]]
        first = 100 * number - 100
        if not 0 < first < 3000:
            return None
        return self._make(lead.start(), end, f"{first:04}/{first + 99:04}", "range")

    def _holiday(self, start: int, end: int, day: str) -> Date | None:
        if not self.text[start].isupper():
            return None
        month, _, number = day.partition("-")
        year = _YEAR_AFTER.match(self.lower, end)
        stop = year.end() if year else end
        return self._dated(start, stop, int(month), number, None, year and year["year"])
