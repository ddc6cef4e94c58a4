"""Dates that the calendar does not have, weekdays that do not fit, and "yesterday" in an article without a date."""

from __future__ import annotations

import datetime as dt
from calendar import monthrange
from typing import TYPE_CHECKING, Any, ClassVar

from lintnews.checks.date_tenses import mistimed
from lintnews.checks.digits import digits
from lintnews.checks.once import lowered
from lintnews.contract import ArticleCheck, Match, Options
from lintnews.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lintnews.contract import Look
    from lintnews.model import Date, Story

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
DATELINE = 400  # characters within which a dateline stands, below a headline
_DATELINE = late(r"\s?(?:\([A-Z][\w ]+\)\s?)?[-–—]\s")  # "BRUSSELS, March 13 (Reuters) -"
_ON_THIS_DAY = late(
    r"(?:\w(?:ed|ly)|said|says|told|met|won|lost|began|begins|opens|held|made|was|were|is|are|will|here|there) \Z"
)
_RELATIVE_DAYS = frozenset({"yesterday", "tomorrow", "today", "last night", "tonight"})
_JOINTS = frozenset(".:/-")  # between the digits of a time or date
_TIME = late(r"[:.](?<=\d.)(?P<minute>\d\d)(?!\d|[:%/-]|[.,]\d)")
_HOUR = late(r"(?<![\d:.,/$£€+-])\d{1,2}\Z")
_TIME_AFTER = late(r"\s?(?P<zone>[ap]\.?m\b|gmt\b|utc\b|bst\b|cet\b|est\b|edt\b|local time|hours gmt)")
_ON_A_DAY = late(
    r"\s(?:on|this|every|each)\s(?:mon|tues|wednes|thurs|fri|satur|sun|week|morning|afternoon|evening"
    r"|january|february|march"
    r"|april|may|june|july|august|september|october|november|december|\d)"
)
_NO_LEAD = frozenset("0123456789:.,/$£€+-")  # before a number that is no time of day
_AT = late(r"\b(?:at|from|until|till|by|since)\s\Z")
_BARS = late(r"[/-](?<=\d.)\d\d[/-]\d\d")
# ISO with day and month swapped, and numerals with slashes of which neither can be the month.
_NO_MONTH = late(
    r"(?<![\w./-])(?:(?:19|20)\d\d-(?:1[3-9]|2\d|3[01])-(?:0[1-9]|1[0-2])"
    r"|(?:1[3-9]|2\d|3[01])/(?:1[3-9]|2\d|3[01])/(?:19|20)\d\d)(?![\w/-])"
)
_DAY_LEAD = late(r"\b(?:on|until|till|by|since|from|before|after)\s(?:the\s)?\Z")


class CalendarDates(ArticleCheck):
    """D1: a weekday and a date that disagree. D2: a day or time that none has. D3: a tense that clashes.

    D1 with a year is exact. Without one the year is that which brings the day nearest to publication (at most 186 days
    off); if another year that the paragraph names would make the weekday right, nothing is said; if the year before or
    after would, the article's own date may be the wrong one, and it is only doubtful. D2: the days of the months in the
    Gregorian calendar, 00:00 to 24:00. D3: see `date_tenses`. Also days told from a day of publication that is unknown.
    Source: the Dow Jones News Fund's list of what editors check.
    """

    name = "calendar-dates"
    fields: ClassVar[dict[str, str]] = {
        "kind": "weekday, doubtful, impossible, tense or dangling",
        "here": "the date as worded",
        "there": "what the calendar says",
        "reason": "why the two clash",
    }

    def inspect(self, story: Story, options: Options, look: Look) -> Iterable[Match]:  # noqa: ARG002 - the contract
        """Look at each date of the article."""
        dangling: Date | None = None
        lower = lowered(story)
        if len(lower) == len(story.article.text):
            yield from _numerals(story, lower)
            clashing = list(mistimed(story, lower))
            for date, there, reason in clashing if len(clashing) == 1 else ():
                # Several say that it is the day of publication that is wrong, as on a page that was fetched again.
                yield _match(date, "tense", there, reason)
        for date in story.facts.dates:
            if date.month is not None and date.day is not None:
                match = _impossible(story, date) or _weekday(story, date, look)
                if match is not None:
                    yield match
            elif dangling is None and story.article.published is None and _hangs(story, date):
                dangling = date
        if dangling is not None:
            data = {"kind": "dangling", "here": dangling.text, "there": "no date", "reason": "the article has no date"}
            yield Match(dangling.start, dangling.end, data)


def _numerals(story: Story, lower: str) -> Iterator[Match]:
    """D2: times beyond 24:00 and dates in numerals with a month beyond 12."""
    text = story.article.text
    ends = [end for _, end in digits(story) if lower[end : end + 1] in _JOINTS]
    for time in filter(None, [_TIME.match(lower, end) for end in ends]):
        lead = _HOUR.search(lower, max(time.start() - 2, 0), time.start())
        if lead is None or lower[lead.start() - 1] in _NO_LEAD:
            continue
        hour, minute = int(lead[0]), int(time["minute"])
        if (hour < 24 and minute < 60) or (hour == 24 and minute == 0):
            continue
        # "at 25:10 on Friday" is a time of day; "in 75:30" is how long something took.
        after = _TIME_AFTER.match(lower, time.end())
        if after is None and not (
            time[0][0] == ":"
            and _ON_A_DAY.match(lower, time.end())
            and _AT.search(lower, max(lead.start() - 8, 0), lead.start())
        ):
            continue
        end = after.end() if after is not None and time.end() == after.start("zone") else time.end()
        start = lead.start()
        reason = "the day ends at 24:00, the hour at 59 minutes"
        yield _numeral(text, start, end, "a time of day", reason)
    for bars in filter(None, [_BARS.match(lower, end) for end in ends]):
        date = _NO_MONTH.search(lower, max(bars.start() - 4, 0), bars.end() + 3)
        if date is None:
            continue
        yield _numeral(text, date.start(), date.end(), "a month of the year", "the year has twelve months")


def _numeral(text: str, start: int, end: int, there: str, reason: str) -> Match:
    return Match(start, end, {"kind": "impossible", "here": text[start:end], "there": there, "reason": reason})


def _impossible(story: Story, date: Date) -> Match | None:
    """D2. A day above 31 is a slip only in a full date; else it is some other number, and is left alone."""
    year, month, day = date.year, date.month, date.day
    if month is None or day is None or not 1 <= month <= 12 or day <= 28:
        return None
    before = story.article.text[max(date.start - 12, 0) : date.start].lower()
    if day > 31 and (year is None or (date.text[:1].isdigit() and _DAY_LEAD.search(before) is None)):
        return None
    last = monthrange(year or 2000, month)[1]
    if day <= last:
        return None
    there = f"the {last}th"
    return _match(date, "impossible", there, f"that month ends with {there}")


def _weekday(story: Story, date: Date, look: Look) -> Match | None:
    """D1."""
    if date.weekday is None or date.value is None or date.month is None or date.day is None:
        return None
    day = dt.date.fromisoformat(date.value[:10])
    look.compared()
    if day.weekday() == date.weekday:
        return None
    if date.year is None and any(_fits(date, year) for year in _years_near(story, date)):
        return None
    there = WEEKDAYS[day.weekday()]
    # Without its year, the article's own date may be a year out, or that of another year's event.
    near = date.year is None and any(_fits(date, day.year + shift) for shift in (-1, 1))
    return _match(
        date,
        "doubtful" if near else "weekday",
        there,
        f"{day.isoformat()} is a {there}, not a {WEEKDAYS[date.weekday]}",
    )


def _fits(date: Date, year: int) -> bool:
    try:
        return dt.date(year, date.month or 1, date.day or 1).weekday() == date.weekday
    except ValueError:
        return False


def _years_near(story: Story, date: Date) -> set[int]:
    """Years that the paragraph of a date names."""
    paragraph = story.article.paragraphs[story.article.paragraph_at(date.start)]
    return {
        other.year
        for other in story.facts.dates
        if other.year is not None and paragraph.start <= other.start < paragraph.end
    }


def _hangs(story: Story, date: Date) -> bool:
    """Whether a date is told from the day of publication, in the reporter's own voice."""
    text = story.article.text
    if date.text == "today" and not _ON_THIS_DAY.search(text, max(date.start - 30, 0), date.start):
        return False  # "in Britain today": nowadays
    return (
        date.kind == "relative"
        # "Today" and "Tonight" inside a sentence are the names of programmes and papers.
        and (date.text in _RELATIVE_DAYS or date.text == "Yesterday")
        and not text.startswith(("'s ", "’s "), date.end)  # "in today's world"
        and not any(d.start < DATELINE and d.day and _DATELINE.match(text, d.end) for d in story.facts.dates)
        and not any(q.start <= date.start < q.end for q in story.facts.quotations)
    )


def _match(date: Date, kind: str, there: str, reason: str) -> Match:
    data: dict[str, Any] = {"kind": kind, "here": " ".join(date.text.split()), "there": there, "reason": reason}
    return Match(date.start, date.end, data)
