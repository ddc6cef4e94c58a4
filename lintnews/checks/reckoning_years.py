"""Distances in time: years from Y1 to Y2, years ago, anniversaries (D6), days between two dates (D7)."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING, NamedTuple

from lintnews.checks.digits import digits
from lintnews.checks.reckoning import INFINITE
from lintnews.checks.timeline import days_of
from lintnews.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.model import Date, Figure, Story

_AGO_IN = late(r",?\s(?:back\s|that is,?\s)?in\s\Z|,\s\Z|\s\(\Z")
_IN_AGO = late(r",?\s(?:(?:just|almost|nearly|some|about|more than|exactly)\s)?\Z|\s\((?:some |about )?\Z")
_AGO = late(r"(?:years|decades) ago\Z")
_SPANS = late(
    r"(?:(?P<from>\bfrom|\bbetween)\s(?P<y1>1[5-9]\d\d|20\d\d)\s(?:to|until|till|through"
    r"|and)\s(?P<y2>1[5-9]\d\d|20\d\d)"
    r"|\((?P<z1>1[5-9]\d\d|20\d\d)\s?[-–]\s?(?P<z2>1[5-9]\d\d|20\d\d)\))"
)
_YEARS_AFTER = late(
    r"\s?[,(—–-]?\s?(?:(?:a|an|the|those|another|all|or|in all|altogether|period|span|run|reign|stretch|tenure"
    r"|term|total|of|over|for|some"
    r"|full|that is|which is|her|his|their|its|just|exactly|about|nearly|almost|more than|served|lasted"
    r"|which lasted)[,\s]+){0,6}"
)
_YEARS_BEFORE = late(
    r"(?:-year-long|-year|\syears?)?(?:,|\sof|\sas|\sin|\sat|\sfor|(?:\s(?!and\b|but\b|before\b|after\b"
    r"|to\b|who\b|when\b|old\b)[a-z'’-]+))?"
    r"(?:\s(?!and\b|but\b|before\b|after\b|to\b|who\b|when\b|while\b|until\b|ago\b|later\b"
    r"|earlier\b)[\w'’-]+){0,5},?\s?\(?\Z"
)
_ANNIVERSARY = late(
    r"\b(?P<n>\d{1,3})(?:st|nd|rd|th)[\s-](?:wedding\s|birth\s)?anniversary\sof\s(?:the\s|its\s|his\s"
    r"|her\s|their\s|a\s)?"
    r"(?:(?P<first>1[5-9]\d\d|20\d\d)\s(?!to\b)[a-z]|(?:[\w'’-]+\s){1,7}?(?:in|of)\s(?:[a-z]+\s(?:\d{1,2},\s)?)?"
    r"(?P<last>1[5-9]\d\d|20\d\d)\b)"
)
_SOON = late(r"\b(?:next|will|upcoming|coming|ahead|approaching|last|prepar\w+|plans?|planned|later|two years|past)\b")
_DAYS = late(r"\s(?P<way>after|before|later|earlier|ahead of|prior to)\b(?!\s(?:that|this|which)\b(?! of))")
_UNITS = {"day": (1, 1), "week": (7, 6)}


class Distance(NamedTuple):
    """A distance in time that does not come out: where, as worded, what it should be, why, and where the other is."""

    start: int
    end: int
    there: str
    reason: str
    other: tuple[int, int]


def broken_distances(story: Story, lower: str) -> Iterator[Distance]:
    """All distances in time of an article that do not come out."""
    years = [f for f in story.facts.figures if f.kind == "duration" and f.unit == "year"]
    if years:
        yield from _spans(story, lower, years)
    if story.article.published is not None:
        if " ago" in lower:
            yield from _ago(story)
        if "anniversary of" in lower:
            yield from _anniversaries(story, lower)
    days = [f for f in story.facts.figures if f.kind == "duration" and f.unit in _UNITS]
    if days and len(story.facts.dates) > 1:
        yield from _days(story, lower, days)


def _ago(story: Story) -> Iterator[Distance]:
    """D6: "N years ago, in Y" or "in Y, N years ago": |Y_pub - N - Y| is at most 1, 2 for whole tens of years from 20.

    Source: the list of numbers that copy desks reckon again (years and ages).
    """
    published, text = story.article.published, story.article.text
    if published is None:
        return
    for one, two in itertools.pairwise(story.facts.dates):
        ago, year = (one, two) if _AGO.search(one.text.lower()) else (two, one)
        if ago.kind != "relative" or not _AGO.search(ago.text.lower()) or ago.value is None or year.year is None:
            continue
        gap = text[one.end : two.start].lower()
        if not (_AGO_IN if one is ago else _IN_AGO).fullmatch(gap) or one.sentence != two.sentence:
            continue
        meant = int(ago.value[:4])
        count = published.year - meant
        slack = 1 if count < 20 or count % 10 else 2
        if "decade" in ago.text.lower():
            slack, meant = 6, published.year - count
            if ago.value[4:5] == "/":
                meant += 5
        if abs(year.year - meant) > slack:
            reason = f"{ago.text.lower()} from {published.year} is {meant}, not {year.year}"
            yield Distance(year.start, year.end, str(meant), reason, (ago.start, ago.end))


def _spans(story: Story, lower: str, years: list[Figure]) -> Iterator[Distance]:
    """D6: "from Y1 to Y2, N years": |Y2 - Y1 - N| is at most 1, or one beyond the rounding of "about N"."""
    for span in filter(None, [_SPANS.match(lower, at) for at in _openings(story, lower)]):
        index = story.facts.sentence_at(span.start())
        first, last = (int(span["y1"] or span["z1"]), int(span["y2"] or span["z2"]))
        if last <= first:
            continue
        for figure in years:
            if figure.sentence != index or figure.value < 2:
                continue
            if span.end() <= figure.start:
                fits = _YEARS_AFTER.fullmatch(lower, span.end(), figure.start)
                if fits is None or lower[figure.end :][:4] == " old" or "ago" in lower[figure.end : figure.end + 12]:
                    continue
                if re.match(r"\s(?:later|earlier|before|after|in prison|in jail)", lower[figure.end :][:14]):
                    continue
            elif span.start() - figure.end > 60 or not _YEARS_BEFORE.fullmatch(lower, figure.end, span.start()):
                continue
            low = -1e9 if figure.low is None else min(figure.low, figure.value)
            high = 1e9 if figure.high is None else max(figure.high, figure.value)
            if figure.low is not None and figure.high is not None and not figure.approximate:
                low = high = figure.value
            length = last - first
            if low - 1 <= length <= high + 1:
                continue
            reason = f"from {first} to {last} is {length} years, not {figure.text}"
            yield Distance(figure.start, figure.end, f"{length} years", reason, (span.start(), span.end()))


def _openings(story: Story, lower: str) -> Iterator[int]:
    """Where a span of years may begin: at the word or bracket before a year."""
    for start, end in digits(story):
        if end - start == len("1999"):
            before = lower[max(start - len("between "), 0) : start]
            opening = next((word for word in ("(", "from", "between") if before.rstrip().endswith(word)), "")
            if opening:
                yield start - len(before) + before.rindex(opening)


def _anniversaries(story: Story, lower: str) -> Iterator[Distance]:
    """D6: the Nth anniversary of what was in Y falls in Y + N; a year to either side where the sentence looks away.

    Another year in the sentence may be that of the anniversary: if it fits, or in December and January, nothing is
    said of a difference of one.
    """
    published = story.article.published
    if published is None:
        return
    for match in _ANNIVERSARY.finditer(lower):
        index = story.facts.sentence_at(match.start())
        if index < 0:
            continue
        sentence = story.facts.sentences[index]
        year, count = int(match["first"] or match["last"]), int(match["n"])
        words = lower[sentence.start : sentence.end]
        slack = 1 if _SOON.search(words) or published.month in {1, 12} else 0
        paragraph = story.article.paragraphs[story.article.paragraph_at(match.start())]
        told = {d.year for d in story.facts.dates if d.year and paragraph.start <= d.start < paragraph.end}
        if abs(published.year - year - count) <= slack or any(abs(y - year - count) <= slack for y in told - {year}):
            continue
        group = "first" if match["first"] else "last"
        if _ordinary(told - {year}, published.year):
            continue
        there = published.year - year
        reason = f"from {year} to {published.year} is {there} years, not {count}"
        yield Distance(match.start("n"), match.end("n") + 2, str(there), reason, match.span(group))


def _ordinary(told: set[int], now: int) -> bool:
    """Whether the paragraph tells of another year than this one, in which the anniversary may have been."""
    return any(year != now for year in told)


def _days(story: Story, lower: str, durations: list[Figure]) -> Iterator[Distance]:
    """D7: "N days after D1 ... D2": |D2 - D1 - N| is at most 1; N weeks are 7 N days with six to spare.

    Asked only where the sentence has just two dates with a day, in one year or both with theirs.
    """
    dates: dict[int, list[Date]] = {}
    for date in story.facts.dates:
        dates.setdefault(date.sentence, []).append(date)
    for figure in durations:
        way = _DAYS.match(lower, figure.end)
        found = dates.get(figure.sentence, ())
        if way is None or len(found) != 2:
            continue
        if figure.start < found[0].start and way["way"] in {"later", "earlier"}:
            continue
        if any(d.month is None or d.day is None for d in found):
            continue
        distance = _between(*found)
        if distance is None:
            continue
        factor, slack = _UNITS[figure.unit or "day"]
        low = -slack if figure.low is None else min(figure.low, figure.value) * factor - slack
        high = INFINITE if figure.high is None else max(figure.high, figure.value) * factor + slack
        if low <= distance <= high:
            continue
        days = f"{distance} days"
        reason = f"from {found[0].text} to {found[1].text} is {days}, not {figure.text}"
        yield Distance(figure.start, figure.end, days, reason, (found[0].start, found[0].end))


def _between(one: Date, two: Date) -> int | None:
    """Days between two dates; without years, those of one and the same year."""
    if one.kind == "range" or two.kind == "range":
        return None
    if (one.year is None) == (two.year is None) and one.value and two.value:
        first, second = days_of(one.value), days_of(two.value)
        if first is None or second is None:
            return None
        return abs((second.first - first.first).days)
    year = one.year or two.year or 2001
    values = [f"{year:04}-{d.month:02}-{d.day:02}" for d in (one, two)]
    first, second = days_of(values[0]), days_of(values[1])
    return None if first is None or second is None else abs((second.first - first.first).days)
