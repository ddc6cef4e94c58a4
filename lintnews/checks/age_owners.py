"""Whose age a figure is: the person that the words beside an age name."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from msgspec import Struct

from lintnews.lexicon import lexicon
from lintnews.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.model import Figure, Name, Story

_SUFFIX = r"(?:,?\s(?P<suffix>(?:jr|sr|ii|iii|iv)\b)\.?)?"
_BEFORE = late(rf"{_SUFFIX}(?:,\s(?:(?:an?|the|age|aged)\s)?|\s\()\Z")
_WAS = late(rf"{_SUFFIX}\s(?:is|was)\s(?:an?\s)?\Z")
_BETWEEN = late(r"\s(?:(?!and\b|or\b)[a-z]+\s){0,2}\Z")
_PAST = late(r"\b(?:when|then|at the time|years ago|ago|in \d{4})\b")
_OLD = late(r"(?:-year-old|\syears?\sold|\syear-old|-year\sold|\syear\sold)\Z")
_CLOSED = late(r"\s?[,.;)]|\s(?:was|is|who|and)\s")
_LOOSE = late(r"\s(?:was|is|were|has|had)\s")
_ENDED = late(r"\s?[,.;]")
_CAPITALISED = late(r"\s[A-Z]")
_OTHERWISE = late(
    r"\b(?:earlier|previously|initially|originally|first reported|mistakenly|incorrectly|corrected|correction"
    r"|years? ago|at the time|back then)\b"
)
_FOLLOWING_SUFFIX = late(r",?\s(jr|sr|ii|iii|iv)\b", re.IGNORECASE)
LONGEST = 150  # letters before an age within which a name that ends just before it begins
OLDEST = 115


class Person(Struct, frozen=True):
    """Who somebody is by name, folded: first given name, last word of the surname, middle initial and suffix."""

    given: str
    family: str
    middle: str = ""
    suffix: str = ""

    @property
    def name(self) -> str:
        """The name as it is compared."""
        return f"{self.given} {self.family}"

    def differs(self, other: Person) -> bool:
        """Whether middle initial or suffix tell the two apart: "Sr." is not "Jr.", and "John A." not "John B."."""
        return bool(
            (self.middle and other.middle and self.middle != other.middle)
            or (self.suffix and other.suffix and self.suffix != other.suffix)
        )


def ages_of(story: Story) -> Iterator[tuple[Person, Figure]]:
    """The people of an article with their ages of the day."""
    names = [n for n in story.facts.names if n.kind in {"person", "unknown"}]
    if not names:
        return
    full: dict[int, Name] = {}
    for name in names:
        if name.given and name.surname and name.person >= 0:
            known = full.get(name.person)
            if known is None or len(name.given) > len(known.given or ""):
                full[name.person] = name
    text = story.article.text
    for figure in story.facts.figures:
        if figure.kind not in {"age", "count"} or figure.low != figure.high or not 0 < figure.value <= OLDEST:
            continue
        if figure.kind == "age" and figure.unit != "year":
            continue
        if figure.kind == "count" and (not text.startswith(", ", figure.start - 2) or not figure.text.isdigit()):
            continue
        if text[max(figure.start - 5, 0) : figure.start].lower().startswith("then"):
            continue  # "then-15-year-old": the age of another time
        first = bisect_left(names, figure.start - LONGEST, key=lambda name: name.start)
        found = _owner(text, figure, names[first : bisect_right(names, figure.end + 24, key=lambda name: name.start)])
        if found is None or _told_otherwise(story, figure):
            continue
        owner, suffix = found
        person = _person(full.get(owner.person, owner), suffix, after=figure.end < owner.start)
        if person is not None:
            yield person, figure


def _told_otherwise(story: Story, figure: Figure) -> bool:
    """Whether the sentence says that the age was once told so: "Earlier, police said that he was 13"."""
    if figure.sentence < 0:
        return False
    start = max(story.facts.sentences[figure.sentence].start, figure.start - LONGEST)
    return _OTHERWISE.search(story.article.text[start : figure.start].lower()) is not None


def _owner(text: str, figure: Figure, names: list[Name]) -> tuple[Name, str] | None:
    """The person whose age a figure is, and "jr" or "sr" if it stands between."""
    old = _OLD.search(figure.text) is not None
    if old:
        # "60-year-old Joy Varn", "the 60-year-old farmer Joy Varn"; past the end of a sentence it is somebody else
        for name in names:
            if 0 < name.start - figure.end <= 24 and _BETWEEN.fullmatch(text[figure.end : name.start]):
                suffix = _FOLLOWING_SUFFIX.match(text, name.end)
                return name, suffix[1].lower() if suffix else ""
        if _CAPITALISED.match(text, figure.end):
            return None  # the age of a name that is no known person
    for name in names:
        if name.kind == "person" and name.end <= figure.start <= name.end + 16:
            between = text[name.end : figure.start].lower()
            met = _BEFORE.fullmatch(between)
            if met and _stands(text, figure, old=old):
                return name, met["suffix"] or ""
            met = _WAS.fullmatch(between) if figure.kind == "age" else None
            if met and (old or _ENDED.match(text, figure.end)):
                return (name, met["suffix"] or "") if not _PAST.search(text[figure.end : figure.end + 25]) else None
    return None


def _stands(text: str, figure: Figure, *, old: bool) -> bool:
    """Whether what follows an age after a name ends the apposition, as far as it must to be sure."""
    if figure.kind == "age":
        return not old or not _CAPITALISED.match(text, figure.end)
    # "Ida Holm Jr., 32," and "Ida Holm, 24 was hurt" were read as counts
    if text.endswith("., ", 0, figure.start):
        return _CLOSED.match(text, figure.end) is not None
    return _LOOSE.match(text, figure.end) is not None


def _person(name: Name, suffix: str, *, after: bool) -> Person | None:
    """Who a name is; a name of two words right after an age is a person's, whatever else is known of it."""
    given, surname = name.given, name.surname
    if name.kind == "unknown":
        words = name.text.split()
        if not after or not 2 <= len(words) <= 4:
            return None
        given, surname = " ".join(words[:-1]), words[-1]
    if not given or not surname:
        return None
    givens = given.casefold().replace(".", "").split()
    family = surname.casefold().rstrip(".").split()
    middle = (givens[1:] or family[:-1] or [""])[0][:1]
    if not givens or not family:
        return None
    return Person(givens[0], family[-1], middle, suffix)


def skeleton(word: str) -> str:
    """The consonants of a name, doubled ones once: what most slips of spelling leave as it was."""
    out = word[:1]
    for letter in word[1:].translate(_ALIKE):
        if letter != out[-1:]:
            out += letter
    return out


_ALIKE = str.maketrans("ckqszvfx", "kkkssffk", "aeiouyhw'’-.")


def one_name(one: str, other: str) -> bool:
    """Whether two given names may be one that is spelled in two ways: near, and not both names in use."""
    if one == other:
        return True
    if min(len(one), len(other)) < 5 or one[0] != other[0]:
        return False
    words = lexicon()
    known = [
        any(name in words.words(f"given-names-{table}") for table in ("female", "male", "shared"))
        for name in (one, other)
    ]
    if all(known):
        return False
    from rapidfuzz.distance import OSA

    return OSA.distance(one, other, score_cutoff=2) <= 1 + (min(len(one), len(other)) >= 8)
