"""An age beside dates of birth and death in one sentence (D4): they must fit."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from lintnews.checks.timeline import Days, ages_between, days_of
from lintnews.contract import ArticleCheck, Match, Options, Related
from lintnews.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lintnews.contract import Look
    from lintnews.model import Date, Figure, Story

_BORN = late(r"\bborn(?:\s[\w'’.,-]+){0,6}?\s(?:in|on)\s\Z|\bborn\s\Z|\bb\.\s\Z")
_DIED = late(r"\b(?:died|dies|death|dead|killed)\b")
_NOW = late(r"\b(?:is|now|turns|who is)\s\Z")


class LifeDates(ArticleCheck):
    """D4: age a, birth year B and the year R that the age speaks of: a is R - B - 1 or R - B; exact with full dates.

    R is the year of death if the sentence tells of it, else the one other date of the sentence, else the day of
    publication, where the age stands as one of today ("Anna Berg, 45", "the 45-year-old").
    """

    name = "life-dates"
    fields: ClassVar[dict[str, str]] = {
        "here": "the age as worded",
        "there": "the age that the dates give",
        "reason": "how that was reckoned",
        "evidence": "strong with full dates or years that are far off, else weak",
    }

    def inspect(self, story: Story, options: Options, look: Look) -> Iterable[Match]:  # noqa: ARG002 - the contract
        """Look at each sentence that holds an age and a birth."""
        ages: dict[int, list[Figure]] = {}
        for figure in story.facts.figures:
            if figure.kind == "age" and figure.unit == "year" and not figure.approximate and figure.low == figure.high:
                ages.setdefault(figure.sentence, []).append(figure)
        if not ages:
            return
        dates: dict[int, list[Date]] = {}
        for date in story.facts.dates:
            dates.setdefault(date.sentence, []).append(date)
        for sentence, found in ages.items():
            if len(found) == 1 and sentence in dates:
                match = _judge(story, found[0], dates[sentence], look)
                if match is not None:
                    yield match


def _judge(story: Story, age: Figure, dates: list[Date], look: Look) -> Match | None:
    text = story.article.text
    birth_date, birth, death = _birth(text, dates)
    if birth_date is None or birth is None:
        return None
    sentence = story.facts.sentences[age.sentence]
    told = text[sentence.start : sentence.end].lower()
    others = [d for d in dates if d is not birth_date and d.value is not None]
    when: Days | None = None
    if _DIED.search(told) and death is not None:
        when = death
    elif len(others) == 1 and death is None:
        when = days_of(others[0].value)
    elif not others and death is None and _today(text, age) and story.article.published is not None:
        when = Days(story.article.published, story.article.published)
    if when is None or when.first < birth.first:
        return None
    look.compared()
    low, high = ages_between(birth, when)
    low = max(low, 0)
    if low <= age.value <= high:
        return None
    exact = birth.first == birth.last and when.first == when.last
    off = min(abs(age.value - low), abs(age.value - high))
    there = str(high) if low == high else f"{low} or {high}"
    born = f"born {birth_date.text}" if birth.first.year == birth.last.year else birth_date.text
    data = {
        "here": age.text,
        "there": there,
        "reason": f"{born}, at most {high} and at least {low} in {when.last.year}",
        "evidence": "strong" if (exact or off >= 2) and not age.quoted else "weak",
    }
    return Match(age.start, age.end, data, (Related(birth_date.start, birth_date.end, f"{birth_date.text} here"),))


def _birth(text: str, dates: list[Date]) -> tuple[Date | None, Days | None, Days | None]:
    """The date of birth in a sentence, its days, and the year of death if a pair of years in brackets gives both."""
    for date in dates:
        days = days_of(date.value)
        if days is None:
            continue
        before = text[max(date.start - 60, 0) : date.start]
        if date.kind == "range" and date.value and len(date.value) == 9:
            if before.endswith("(") and text[date.end : date.end + 1] == ")":
                return date, days_of(date.value[:4]), days_of(date.value[5:])
        elif date.kind == "absolute" and _BORN.search(before.lower()):
            return date, days, None
    return None, None, None


def _today(text: str, age: Figure) -> bool:
    """Whether an age is that of the day of publication: an apposition, "the 45-year-old", "is 45"."""
    before = text[max(age.start - 12, 0) : age.start].lower()
    words = text[age.start : age.end].lower()
    return before.endswith(", ") or words.endswith(("-year-old", " year-old")) or _NOW.search(before) is not None
