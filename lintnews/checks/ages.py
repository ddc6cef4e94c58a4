"""The age of a person, told twice: each age bounds the birth, and all bounds must meet (D5)."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, Any, ClassVar

from lintnews.checks.timeline import birth_days
from lintnews.contract import ArticleCheck, Entry, Group, LedgerCheck, Look, Match, Options, Related, Row
from lintnews.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lintnews.model import Card, Figure, Name, Story

_BEFORE = late(r",\s(?:(?:an?|the|age|aged)\s)?\Z|\s\(\Z")
_AFTER = late(r"\s(?:[A-Za-z]+\s){0,2}\Z")
_WAS = late(r"\s(?:is|was)\s(?:an?\s)?\Z")
_PAST = late(r"\b(?:when|then|at the time|years ago|ago)\b")
_OLD = late(r"(?:-year-old|\syears?\sold|\syear-old)\Z")
SLACK = dt.timedelta(days=1)  # an article may give the age of the day before
LONGEST = 150  # letters before an age within which a name that ends just before it begins
BIRTHDAY = 45  # days within which a birthday between two articles is unlikely


class Ages(ArticleCheck, LedgerCheck):
    """D5: the births that two ages of one person mean must meet, with a day of slack.

    An age a on day d means a birth in (d - (a+1) years, d - a years].

    Only ages of the day of publication count: an apposition ("Anna Berg, 45,"), "45-year-old Anna Berg", "Berg is 45".
    Evidence: "inside" one article; "dated" across articles that both have a date; "undated" if one has none, or if
    only a birthday within the few weeks between them could make both ages right. Middle names do not count.
    """

    name = "ages"
    fields: ClassVar[dict[str, str]] = {
        "person": "whose age it is",
        "here": "the age in this place",
        "there": "the age in the other place",
        "evidence": "inside, dated or undated",
        "reason": "the births that the two ages mean",
    }

    def inspect(self, story: Story, options: Options, look: Look) -> Iterable[Match]:  # noqa: ARG002 - the contract
        """Two ages of one person in one article."""
        first: dict[str, tuple[Figure, int]] = {}
        for person, figure in ages_of(story):
            age = int(figure.value)
            before = first.setdefault(person, (figure, age))
            if before[0] is not figure:
                look.compared()
            if before[1] != age:
                data = _data(person, figure.text, before[0].text, "inside", "one article gives one person two ages")
                yield Match(
                    figure.start, figure.end, data, (Related(before[0].start, before[0].end, f"{before[0].text} here"),)
                )
                return

    def rows(self, story: Story) -> Iterable[Row]:
        """One row a person and age."""
        seen = set()
        for person, figure in ages_of(story):
            age = int(figure.value)
            if (person, age) not in seen:
                seen.add((person, age))
                yield Row(
                    f"{person} {age}", (person,), figure.start, figure.end, figure.text, {"person": person, "age": age}
                )

    def compare(self, entry: Entry, bucket: Sequence[Group], options: Options, look: Look) -> Iterable[Match]:  # noqa: ARG002 - the contract
        """Ages of one person in other articles on the story."""
        own = entry.row
        for group in bucket:
            for other in group.entries:
                row = other.row
                if other.card.path == entry.card.path or row.data["age"] == own.data["age"]:
                    continue
                if not look.same_story(entry.card, other.card):
                    continue
                look.compared()
                evidence, reason = _clash(own.data["age"], entry.card, row.data["age"], other.card)
                if reason:
                    data = _data(own.data["person"], own.text, row.text, evidence, reason)
                    yield Match(
                        own.start, own.end, data, (Related(row.start, row.end, f"{row.text} here", other.card.path),)
                    )


def ages_of(story: Story) -> Iterator[tuple[str, Figure]]:
    """The people of an article with their ages of the day: (folded full name, figure)."""
    names = [n for n in story.facts.names if n.kind == "person"]
    if not names:
        return
    full: dict[int, str] = {}
    for name in names:
        if name.given and name.surname and name.person >= 0:
            full.setdefault(name.person, _full(name.given, name.surname))
    text = story.article.text
    for figure in story.facts.figures:
        if figure.kind != "age" or figure.unit != "year" or figure.low != figure.high or not 0 < figure.value < 116:
            continue
        if text[max(figure.start - 5, 0) : figure.start].lower().startswith("then"):
            continue  # "then-15-year-old": the age of another time
        first = bisect_left(names, figure.start - LONGEST, key=lambda name: name.start)
        owner = _owner(text, figure, names[first : bisect_right(names, figure.end + 24, key=lambda name: name.start)])
        if owner is None:
            continue
        person = full.get(owner.person)
        if person is None and owner.given and owner.surname:
            person = _full(owner.given, owner.surname)
        if person is not None:
            yield person, figure


def _full(given: str, surname: str) -> str:
    """First given name and surname, folded."""
    return f"{given.split(maxsplit=1)[0]} {surname}".casefold()


def _owner(text: str, figure: Figure, names: list[Name]) -> Name | None:
    """The person whose age a figure is, if the words between say so."""
    old = _OLD.search(figure.text) is not None
    for name in names:
        # "Ida Holm, 60-year-old Joy Varn": the age is of the name that follows.
        if old and any(0 < n.start - figure.end <= 2 for n in names):
            if 0 < name.start - figure.end <= 2:
                return name
            continue
        if name.end <= figure.start <= name.end + 12:
            between = text[name.end : figure.start]
            if _BEFORE.fullmatch(between):
                return name
            if _WAS.fullmatch(between) and not _PAST.search(text[figure.end : figure.end + 25]):
                return name
        if (
            0 < name.start - figure.end <= 24
            and _OLD.search(figure.text)
            and _AFTER.fullmatch(text[figure.end : name.start])
        ):
            return name
    return None


def _clash(one: int, here: Card, other: int, there: Card) -> tuple[str, str]:
    """Evidence and reason why two ages are hardly of one person; ("", "") if they may be."""
    apart = f"{one} and {other} are {abs(one - other)} year{'s' if abs(one - other) > 1 else ''} apart"
    if here.published is None or there.published is None:
        return "undated", apart
    a, b = birth_days(one, here.published), birth_days(other, there.published)
    if max(a.first, b.first) > min(a.last, b.last) + SLACK:
        years = f"born {a.first.year} or {a.last.year} by the one, {b.first.year} or {b.last.year} by the other"
        return "dated", years
    days = abs((here.published - there.published).days)
    return ("undated", f"{apart}, the articles {days} days") if days <= BIRTHDAY else ("", "")


def _data(person: str, here: str, there: str, evidence: str, reason: str) -> dict[str, Any]:
    return {"person": person.title(), "here": here, "there": there, "evidence": evidence, "reason": reason}
