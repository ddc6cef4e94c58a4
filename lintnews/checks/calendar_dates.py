"""Dates that the calendar does not have, weekdays that do not fit, and "yesterday" in an article without a date."""

from __future__ import annotations

import datetime as dt
from calendar import monthrange
from typing import TYPE_CHECKING, Any, ClassVar

from lintnews.contract import ArticleCheck, Match, Options

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lintnews.contract import Look
    from lintnews.model import Date, Story

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_RELATIVE_DAYS = frozenset({"yesterday", "tomorrow", "today", "last night", "tonight"})


class CalendarDates(ArticleCheck):
    """D1: a weekday and a date that disagree. D2: a day that no calendar has. And days told from an unknown one.

    D1 with a year is exact. Without one the year is that which brings the day nearest to publication (at most 186 days
    off); if another year that the paragraph names would make the weekday right, nothing is said.
    """

    name = "calendar-dates"
    fields: ClassVar[dict[str, str]] = {
        "kind": "weekday, impossible or dangling",
        "here": "the date as worded",
        "there": "what the calendar says",
        "reason": "why the two clash",
    }

    def inspect(self, story: Story, options: Options, look: Look) -> Iterable[Match]:  # noqa: ARG002 - the contract
        """Look at each date of the article."""
        dangling: Date | None = None
        for date in story.facts.dates:
            if date.month is not None and date.day is not None:
                match = _impossible(date) or _weekday(story, date, look)
                if match is not None:
                    yield match
            elif dangling is None and story.article.published is None and _hangs(story, date):
                dangling = date
        if dangling is not None:
            data = {"kind": "dangling", "here": dangling.text, "there": "no date", "reason": "the article has no date"}
            yield Match(dangling.start, dangling.end, data)


def _impossible(date: Date) -> Match | None:
    """D2. A day above 31 is no slip of the calendar but some other number, and is left alone."""
    year, month, day = date.year, date.month, date.day
    if month is None or day is None or not 1 <= month <= 12 or not 28 < day <= 31:
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
    return _match(date, "weekday", there, f"{day.isoformat()} is a {there}, not a {WEEKDAYS[date.weekday]}")


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
    return (
        date.kind == "relative"
        # "Today" and "Tonight" inside a sentence are the names of programmes and papers.
        and (date.text in _RELATIVE_DAYS or date.text == "Yesterday")
        and not any(q.start <= date.start < q.end for q in story.facts.quotations)
    )


def _match(date: Date, kind: str, there: str, reason: str) -> Match:
    data: dict[str, Any] = {"kind": kind, "here": " ".join(date.text.split()), "there": there, "reason": reason}
    return Match(date.start, date.end, data)
