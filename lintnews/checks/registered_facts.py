"""Figures and dates of an article beside those that the newsroom's register holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

from lintnews.checks.reckoning import plain
from lintnews.contract import ArticleCheck, Look, Match, Options
from lintnews.lexicon import lexicon
from lintnews.lexicon.vocabulary import vocabulary
from lintnews.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lintnews.model import Date, Figure, Story
    from lintnews.register import KnownDate, KnownFigure

SHARE = 0.75  # of the words of what the register says that must stand in the sentence
STEM = 4
LATER = 7  # days after which a figure may have moved
DAY = len("2024-01-31")
_WORD = late(r"[^\W\d_][\w'’-]*")
_APART = frozenset({"increment", "change", "part", "rate"})
_ORDINALS = frozenset(
    ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "last"]
)


class Matter(NamedTuple):
    """What an entry of the register is about: names, which the article must hold, and words of the sentence."""

    names: frozenset[str]
    words: tuple[str, ...]


class RegisteredFacts(ArticleCheck):
    """What the register holds (subject, value, as of when; event, day) against every article that speaks of it.

    A figure or date is of the register's matter if all names of the entry stand in the article and most of its other
    words in the sentence; words are alike if they share all but their endings. Intervals are logical, so "nearly 400"
    and 396 agree. An article older than the figure's day is not held against it; in a later one the figure may have
    moved: evidence "later". Dates are compared where the sentence has but one.
    """

    name = "registered-facts"
    fields: ClassVar[dict[str, str]] = {
        "matter": "what the register's entry is about",
        "here": "the figure or date in the article",
        "there": "what the register has",
        "reason": "as of when and by whom the register has it",
        "kind": "figure or date",
        "evidence": "conflict, or later where the article is a week newer than the register's figure",
        "other": "the register",
    }

    def inspect(self, story: Story, options: Options, look: Look) -> Iterable[Match]:  # noqa: ARG002 - the contract
        """The article's figures and dates beside the register's."""
        register = look.register
        if not (register.figures or register.dates):
            return
        body = words_of(story.article.text)
        for figure in register.figures:
            yield from figures_against(figure, matter_of(figure.subject), story, body, look)
        for date in register.dates:
            yield from dates_against(date, matter_of(date.event), story, body, look)


def matter_of(text: str) -> Matter:
    """The names and the content words of an entry; its first word is a name only if it is no ordinary word."""
    known = vocabulary(lexicon())
    left_out = known.function - _ORDINALS
    found = [word for word in _WORD.findall(text) if word.lower() not in left_out]
    names = {w.lower() for i, w in enumerate(found) if w[0].isupper() and (i > 0 or not known.ordinary(w.lower()))}
    return Matter(frozenset(names), tuple(w.lower() for w in found if w.lower() not in names))


def words_of(text: str) -> frozenset[str]:
    """The words of a text in lower case, without possessive endings."""
    return frozenset(w.removesuffix("'s").removesuffix("’s") for w in _WORD.findall(text.lower()))


def alike(one: str, other: str) -> bool:
    """Whether two words differ in their endings only: "injured", "injuries"."""
    shared = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        shared += 1
    return one == other or shared >= max(STEM, min(len(one), len(other)) - 2)


def speaks_of(matter: Matter, sentence: int, story: Story, body: frozenset[str]) -> bool:
    """Whether an article, and a sentence of it, are about a matter."""
    if sentence < 0 or not matter.names <= body:
        return False
    here = words_of(story.text(story.facts.sentences[sentence]))
    if not (here & _ORDINALS) <= set(matter.words):
        return False  # the third convoy, where the register speaks of the second
    met = sum(any(alike(word, other) for other in here) for word in matter.words)
    return met >= max(SHARE * len(matter.words), min(len(matter.words), 2))


def figures_against(
    known: KnownFigure, matter: Matter, story: Story, body: frozenset[str], look: Look
) -> Iterator[Match]:
    """Figures of a known one's matter whose interval does not hold it."""
    value, unit = known.read()
    published = story.article.published
    if known.as_of and published and published < known.as_of:
        return
    for figure in story.facts.figures:
        if (
            figure.role in _APART
            or not fits(figure, unit, matter)
            or not speaks_of(matter, figure.sentence, story, body)
        ):
            continue
        look.compared()
        if holds(figure, value):
            continue
        later = bool(known.as_of and published and (published - known.as_of).days > LATER)
        there = known.value if isinstance(known.value, str) else plain(value)
        told = (f"as of {known.as_of.isoformat()}" if known.as_of else "", known.source or "")
        yield match_of(figure, str(there), known.subject, told, "figure", later=later)


def fits(figure: Figure, unit: str | None, matter: Matter) -> bool:
    """Whether a figure measures what the register's does: its unit, or for a count its noun."""
    if unit is not None:
        return figure.unit == unit
    if figure.kind != "count":
        return False
    noun = (figure.subject or "").lower()
    return not noun or any(alike(noun, word) for word in matter.words) or noun in _ANYBODY


_ANYBODY = frozenset({"people", "others", "persons", "person"})


def holds(figure: Figure, value: float) -> bool:
    """Whether the interval of a figure holds a value."""
    return (figure.low is None or figure.low <= value) and (figure.high is None or value <= figure.high)


def dates_against(known: KnownDate, matter: Matter, story: Story, body: frozenset[str], look: Look) -> Iterator[Match]:
    """The one date of a sentence that is about a known event, where it is another day."""
    by_sentence: dict[int, list[Date]] = {}
    for date in story.facts.dates:
        by_sentence.setdefault(date.sentence, []).append(date)
    for sentence, dates in by_sentence.items():
        value = dates[0].value or ""
        if len(dates) > 1 or not value or "/" in value or not speaks_of(matter, sentence, story, body):
            continue
        look.compared()
        if not known.date.isoformat().startswith(value[:DAY]):
            yield match_of(dates[0], known.date.isoformat(), known.event, ("", known.source or ""), "date", later=False)


def match_of(here: Figure | Date, there: str, matter: str, told: tuple[str, str], kind: str, *, later: bool) -> Match:
    """The match of a figure or date that the register has otherwise."""
    reason = ", ".join(filter(None, told))
    data: dict[str, Any] = {
        "matter": matter,
        "here": " ".join(here.text.split()),
        "there": there,
        "reason": f" ({reason})" if reason else "",
        "kind": kind,
        "evidence": "later" if later else "conflict",
        "other": "the register",
    }
    return Match(here.start, here.end, data)
