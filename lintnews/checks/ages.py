"""The age of a person, told twice: each age bounds the birth, and all bounds must meet (D5)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from lintnews.checks.age_owners import Person, ages_of, one_name, skeleton
from lintnews.checks.once import once_a_story
from lintnews.checks.timeline import birth_days, full_years
from lintnews.contract import ArticleCheck, Entry, Group, LedgerCheck, Look, Match, Options, Reading, Related, Row

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

    from lintnews.model import Card, Figure, Story

BIRTHDAY = 45  # days within which a birthday between two articles is unlikely
SOON = 7  # days within which an age that is one year off is no matter of when it was taken down
APART = "other people: a middle initial or a suffix tells them apart"
GENERATION, GENERATIONS = 18, 45  # years between people of one name who may be parent and child


class Ages(ArticleCheck, LedgerCheck):
    """D5: the births that two ages of one person mean must meet.

    An age a on day d means a birth in (d - (a+1) years, d - a years]. A later article may give the age of the earlier
    one (that of the deed, or of somebody dead), and any up to what the person can be by then.

    Only ages of the day of publication count: an apposition ("Anna Berg, 45,"), "45-year-old Anna Berg", "Berg is 45".
    People are one if first given name and surname are the same, and neither a middle initial nor "Jr." tells them
    apart. Evidence: "inside" one article; "dated" across articles whose dates leave no doubt; "doubtful" if one has no
    date, if they are a year off over months, if only a birthday within the few weeks between them could make both
    right, if the given name is spelled in two ways, or if the two may be parent and child.
    """

    name = "ages"
    placed: ClassVar[bool] = True
    explains: ClassVar[tuple[str, ...]] = ("inside", "across")
    meets: ClassVar[str] = "the consonants of a person's name"
    fields: ClassVar[dict[str, str]] = {
        "person": "whose age it is",
        "here": "the age in this place",
        "there": "the age in the other place",
        "evidence": "inside, dated or doubtful",
        "reason": "the births that the two ages mean, or what makes it doubtful",
    }

    def inspect(self, story: Story, options: Options, look: Look) -> Iterable[Match]:  # noqa: ARG002 - the contract
        """Two ages of one person in one article."""
        known: dict[str, list[tuple[Person, Figure]]] = {}
        for person, figure in people(story):
            before = known.setdefault(person.name, [])
            for other, told in before:
                if person.differs(other):
                    look.skip(figure, told, "", APART)
                    continue
                look.compared()
                if told.value == figure.value:
                    look.skip(figure, told, "", "the same age")
                    break
                family = _family(int(told.value), int(figure.value))
                reason = family or "one article gives one person two ages"
                data = _data(person.name, figure.text, told.text, "doubtful" if family else "inside", reason)
                yield Match(figure.start, figure.end, data, (Related(told.start, told.end, f"{told.text} here"),))
                return
            before.append((person, figure))

    def rows(self, story: Story) -> Iterable[Row]:
        """One row a person and age, under the consonants of the name."""
        seen = set()
        for person, figure in people(story):
            value = f"{person.name} {person.middle}{person.suffix} {int(figure.value)}"
            if value not in seen:
                seen.add(value)
                key = f"{skeleton(person.given)} {skeleton(person.family)}"
                data = [person.given, person.family, person.middle, person.suffix, int(figure.value)]
                yield Row(value, (key,), figure.start, figure.end, figure.text, {"person": data})

    def compare(self, entry: Entry, bucket: Sequence[Group], options: Options, look: Look) -> Iterable[Match]:  # noqa: ARG002 - the contract
        """Ages of one person in other articles on the story."""
        own = entry.row
        person, age = _read(own)
        exact = {o.card.path for g in bucket for o in g.entries if _read(o.row)[0].name == person.name}
        for group in bucket:
            for other in group.entries:
                namesake, theirs = _read(other.row)
                path = other.card.path
                if path == entry.card.path:
                    continue
                spelled = namesake.name != person.name
                veto = _veto(person, age, namesake, theirs, named=spelled and path in exact)
                if veto:
                    look.skip(own, other.row, path, veto)
                    continue
                if not look.same_story(entry.card, other.card):
                    continue
                look.compared()
                evidence, reason = _clash(age, entry.card, theirs, other.card)
                if not reason:
                    look.skip(own, other.row, path, "a birthday between the articles makes both right")
                    continue
                if spelled:
                    evidence, reason = "doubtful", f"{reason}; the name is spelled {namesake.name.title()} there"
                data = _data(person.name, own.text, other.row.text, evidence, reason)
                there = Related(other.row.start, other.row.end, f"{other.row.text} here", path)
                yield Match(own.start, own.end, data, (there,))

    def readings(self, story: Story, options: Options) -> Iterable[Reading]:  # noqa: ARG002 - the contract
        """The ages of people, and the ages of which it is not known whose they are."""
        known = {figure.start for _, figure in people(story)}
        for person, figure in people(story):
            whose = " ".join(filter(None, (person.given, person.middle, person.family, person.suffix))).title()
            yield Reading(figure.start, figure.end, f"age of {whose}")
        for figure in story.facts.figures:
            if figure.kind == "age" and figure.start not in known:
                yield Reading(figure.start, figure.end, "", "an age that is not tied to a name, or not one of the day")


@once_a_story
def people(story: Story) -> list[tuple[Person, Figure]]:
    """The people of an article with their ages."""
    return list(ages_of(story))


def _veto(person: Person, age: int, other: Person, theirs: int, *, named: bool) -> str:
    """Why two ages are not compared, "" if they are; `named`: the other article has an age under this very name."""
    if theirs == age:
        return "the same age"
    if person.differs(other):
        return APART
    if person.name != other.name and named:
        return "other people: the other article names somebody of this very name besides"
    if person.name != other.name and not _one_person(person, other):
        return "other people: the names are not one that is spelled in two ways"
    return ""


def _read(row: Row) -> tuple[Person, int]:
    given, family, middle, suffix, age = row.data["person"]
    return Person(given, family, middle, suffix), age


def _one_person(one: Person, other: Person) -> bool:
    """Whether two names that sound alike may be one, with a slip in one of their words."""
    if one.family == other.family:
        return one_name(one.given, other.given)
    return one.given == other.given and one_name(one.family, other.family)


def _clash(one: int, here: Card, other: int, there: Card) -> tuple[str, str]:
    """Evidence and reason why two ages are hardly of one person; ("", "") if they may be."""
    apart = f"{one} and {other} are {_years(abs(one - other))} apart"
    if here.published is None or there.published is None:
        return "doubtful", apart
    sides = [(here.published, one), (there.published, other)]
    (first, age), (last, later) = sorted(sides, key=lambda side: side[0])
    days = (last - first).days
    family = _family(one, other)
    if age <= later <= full_years(birth_days(age, first).first, last) and days:
        return ("doubtful", f"{apart}, the articles {_count(days, 'day')}") if days <= BIRTHDAY else ("", "")
    if family:
        return "doubtful", family
    told = f"{_births(one, here.published)} by the one, {_births(other, there.published)} by the other"
    if days <= SOON or abs(age - later) > 1 + days // 365:
        return "dated", f"born {told}" if days else f"{apart}, on one day"
    return "doubtful", f"born {told}; the articles are {_count(days, 'day')} apart"


def _births(age: int, day: dt.date) -> str:
    born = birth_days(age, day)
    return f"{born.first.year} or {born.last.year}"


def _family(one: int, other: int) -> str:
    """The doubt that a child and a grown-up of one name may be two people; "" if there is none."""
    low, high = sorted((one, other))
    swapped = sorted(str(low)) == sorted(str(high))
    if high - low >= GENERATION and (low < GENERATION or (high - low <= GENERATIONS and not swapped)):
        return f"{one} and {other} may be parent and child of one name"
    return ""


def _years(number: int) -> str:
    return _count(number, "year")


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _data(person: str, here: str, there: str, evidence: str, reason: str) -> dict[str, Any]:
    return {"person": person.title(), "here": here, "there": there, "evidence": evidence, "reason": reason}
