"""Dates in numerals: ISO days, days with slashes or points, years, spans of years, decades."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from lintnews.extract import chronology
from lintnews.extract.date_patterns import HALF_LEAD
from lintnews.extract.identifiers import plural_follows
from lintnews.extract.nouns import words_after
from lintnews.extract.units import unit_after
from lintnews.model import Date
from lintnews.patterns import late

if TYPE_CHECKING:
    import re

    from lintnews.extract.draft import Draft

# The look-behind comes second, since a pattern that begins with a set of letters is searched faster.
MAYBE = late(r"\d(?<![\w.,:/$£€¥#+-].)(?:\d{3}(?!\d)|\d?[./]\d\d?[./]\d\d)")
_ISO = late(r"(\d{4})-(\d\d)-(\d\d)(?![\d-])")
_PARTS = late(r"(\d{1,2})([./])(\d{1,2})\2(\d{4}|\d\d)(?![\d/]|\.\d)")
_YEAR = late(
    r"(1[5-9]\d\d|2[01]\d\d)(?:(?P<decade>'?s)\b|\s?(?:-|–|/)\s?(?P<last>(?:1[5-9]|20)\d\d|\d\d)(?![\w%-]|[.,:]\d))?"
    r"(?![\w%/]|[.,:]\d|-\d)"
)
_PREVIOUS = late(r"([\w'’$£€-]+)([,.;:)]?\s\(?|\()\Z")
_NEXT = late(r"\s([a-z][\w'-]*)")


_DETERMINERS = frozenset({"the", "its", "his", "her", "their", "a", "an", "this", "that", "our", "your"})
# Plurals that come by the year: "2018 sales", but "2,018 sales" is a count.
_YEARLY = frozenset(
    {"sales", "earnings", "results", "elections", "games", "olympics", "levels", "finals", "profits", "revenues"}
    | {"protests", "riots", "attacks", "floods", "accounts", "estimates", "forecasts", "figures", "prices", "exports"}
)
_BOUNDS = frozenset({"least", "about", "around", "approximately", "roughly"})
_UNTIL = late(r"\b(?:until|till|in|since|by|before|from)\s(?:at\s)?\w+\s\Z")
FIRST_BARE = 1900  # the first year that may stand without "in" or brackets
LAST_BARE = 2099
LIKELY, LAST_LIKELY = 1960, 2039  # years that news is about
THOUSANDS = late(r"(?<![\d,])\d{1,2},\d{3}(?![\d,])")


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


def _is_year(draft: Draft, start: int, match: re.Match[str]) -> bool:  # noqa: PLR0911 - one a sign
    """Whether four digits are a year, judged by the words on either side."""
    if match["decade"]:
        return True
    following = _NEXT.match(draft.lower, match.end())
    word = following[1] if following else ""
    follower = draft.lexicon.table("year-followers").get(word, "")
    low = max(start - 24, 0)
    previous = _PREVIOUS.search(draft.lower, max(draft.lower.rfind(" ", low, max(start - 2, low)) + 1, low), start)
    lead, gap = (previous[1], previous[2]) if previous else ("", "")
    sign = draft.lexicon.table("year-leads").get(lead, "")
    number = int(match[1])
    if match["last"] and len(match["last"]) == 4 and sign == "never":  # "over 2000-2050"
        return FIRST_BARE <= number < int(match["last"])
    if lead in _BOUNDS and _UNTIL.search(draft.lower, max(start - 20, 0), start):
        return True
    if sign == "never" or follower == "unit" or (lead.startswith(("$", "£", "€")) and "," not in gap):
        return False
    if sign == "strong" or match["last"]:
        return True
    if number > LAST_BARE:
        return lead == "by" and follower != "unit" and not word.endswith("s")
    if lead.endswith(("'s", "’s", "s'", "s’")) and "," not in gap:
        return True
    plural = word.endswith("s") and follower != "function" and not word.endswith(("'s", "ss"))
    if _may_be_year(number, lead, gap, word, plural=plural, weak=sign == "weak", known=follower == "function"):
        return True
    return (
        LIKELY <= number <= LAST_LIKELY and not gap.startswith((",", ".", ":", ";")) and _in_style(draft, match.end())
    )


def _in_style(draft: Draft, end: int) -> bool:
    """Whether four digits with no sign beside them are a year: nothing is counted, or thousands have commas here."""
    words = words_after(draft.lower, end)[1]
    if not words or unit_after(words, draft.lexicon) is not None:
        return False
    if words[0] in _YEARLY and int(draft.lower[end - 2 : end]):
        return True
    return not plural_follows(words, draft) or THOUSANDS.search(draft.lower) is not None


def _may_be_year(number: int, lead: str, gap: str, word: str, *, plural: bool, weak: bool, known: bool) -> bool:
    """The same where no word is a strong sign: "the 2018 fair", "(2018)", but "of 2000 people"."""
    if number < FIRST_BARE:
        return "(" in gap
    if weak and lead not in _DETERMINERS:
        return not plural or word == "levels"
    if weak or not lead:
        return bool(lead) or not plural
    if gap[:1] in {",", ".", ":", ";", ")"} or "(" in gap:
        return not plural
    return not plural and (not word or known)


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
    half = HALF_LEAD.search(draft.lower, max(start - 32, 0), start) if draft.lower.startswith("of", start - 3) else None
    if half is not None:
        value = chronology.half_value(year, 1 if half["half"] == "first" else 2)
        return _make(draft, half.start(), match.end(), value, "absolute", (year, None, None))
    return _make(draft, start, match.end(), f"{year:04}", "absolute", (year, None, None))


def _make(
    draft: Draft, start: int, end: int, value: str | None, kind: str, parts: tuple[int | None, int | None, int | None]
) -> Date:
    year, month, day = parts
    sentence = draft.sentence_at(start)
    text = draft.text[start:end]
    return Date(start, end, text, value, kind, None, sentence, year, month, day)  # type: ignore[arg-type]
