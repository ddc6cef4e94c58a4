"""Conventions for figures: per cent, clock times, dates, money, decades, thousands, small numbers."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from lintnews.checks.digits import digits
from lintnews.checks.usage import Convention, Use, found, ground_of, unchanged
from lintnews.patterns import late

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterator

    from lintnews.model import Figure, Story

_Told = tuple[str, "Callable[[str], str | None]"]

# Each begins with a letter or a set of them, so that the search runs in C to the next place that may fit.
_PERCENT = late(r"%(?<=\d%)(?![\w-])")
_PERCENT_WORDS = late(r" per ?cent(?<=\d per cent|.\d percent)\b(?!-)")
_CLOCK = late(r"([0-9](?<![\w.:,].)[0-9]?(?:[:.]\d\d)?)( ?)(?:([ap])\.m\.|(am|pm|AM|PM)(?!\w| [A-Z]{2,4}\b))")
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_SHORT = r"Jan\.|Feb\.|Aug\.|Sept\.|Oct\.|Nov\.|Dec\."
_DATE = late(
    rf"(?<![\w.,/-])(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)? (?P<month>{_MONTHS}|{_SHORT})(?P<year>,? \d{{4}})?"
    rf"|(?P<first>{_MONTHS}|{_SHORT}) (?P<second>\d{{1,2}})(?:st|nd|rd|th)?(?P<after>, \d{{4}})?)(?![\w/:%]|[-–.,]\d)"
)
# Days that stand for what happened on them are names, in the form in which everybody knows them.
_NAMED_DAYS = frozenset({
    ("September", 11), ("January", 6), ("July", 4), ("July", 7), ("October", 7), ("July", 14), ("May", 1),
    ("November", 5), ("June", 4), ("November", 11),
})  # fmt: skip
# Trillions are left out: houses that write "bn" spell them out.
_MONEY = late(r"[$£€]\d[\d,]*(?:\.\d+)?(?:(?P<short>mn|bn|m|b)\b| (?P<long>million|billion)\b)(?!-)")
_LONG = {"m": "million", "mn": "million", "b": "billion", "bn": "billion"}
_SHORTER = {"million": "m", "billion": "bn"}
_DECADE = late(r"0(?P<mark>['’]?)s\b")
_CENTURY = late(r"(?<![\w'’])(?:1[89]|20)\d")
_THOUSANDS = late(r"(?:[$£€])?\d,?\d{3}")
_YEARS = 2100
_BEFORE = 24  # letters before a small number that may make it a part of a title
_FAR = 2  # words between a number and what it counts, from which on a verb may be among them
_PLURALS = frozenset({"people", "men", "women", "children", "police", "staff", "cattle", "sheep", "fish"})
_WORDS = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_DIGIT = {word: number for number, word in enumerate(_WORDS) if number > 1}
_SMALL = late(r"[2-9]|two|three|four|five|six|seven|eight|nine")
_TITLE = late(r" [A-Z]")  # "8 Simple Rules"
_NAMED = late(r"(?:[A-Z][\w-]*|[Pp]art|[Pp]age|[Nn]umber|of) \Z")  # "Spider-Man 2", "part 3 of 4"
_SCORED = frozenset({"points", "point", "goals", "runs", "wickets", "times", "sets", "games"})
_TEN = late(r"(?<![\w.,])\d{2,}|\d[.,]\d")


def _percent(story: Story) -> Iterator[Use]:
    """Per cent behind figures, as a sign or in words; a sign is put in words only as the article spells them."""
    worded = list(found(story, _PERCENT_WORDS, lambda _: ("words", {"sign": "%"}.get)))
    yield from worded
    forms = {use.text for use in worded}
    words = worded[0].text if len(forms) == 1 else None
    yield from found(story, _PERCENT, lambda _: ("sign", {"words": words}.get))


def _clock(story: Story) -> Iterator[Use]:
    """Hours before and after noon."""
    ground, text = ground_of(story), story.article.text
    for start, _ in digits(story):
        hit = _CLOCK.match(text, start)
        if hit and ground.own(start):
            yield Use(start, hit.end(), hit.group(), *_read_clock(hit))


def _read_clock(hit: re.Match[str]) -> _Told:
    hour, space, pointed, plain = hit.groups()
    half = pointed or plain[0].lower()
    after = hit.string[hit.end() : hit.end() + 3]
    ends = after[:1] in {"", "\n"}
    doubtful = after[:1] == " " and after[1:].lstrip("“\"‘'")[:1].isupper()  # a new sentence, or "7 p.m. Friday"

    def better(wanted: str) -> str | None:
        """The hour in another way; the point that ends a sentence stays, and is not doubled."""
        if pointed and doubtful:
            return None
        if wanted == "points":
            return f"{hour}{space or ' '}{half}.m" + ("" if after[:1] == "." else ".")
        written = f"{half}m" if wanted == "plain" else f"{half}m".upper()
        return f"{hour}{space}{written}{'.' if pointed and ends else ''}"

    return ("points" if pointed else "plain" if plain.islower() else "capitals"), better


def _dates(story: Story) -> Iterator[Use]:
    """Days with their months."""
    ground, text = ground_of(story), story.article.text
    for date in story.facts.dates:
        hit = _DATE.search(text, date.start, date.end) if date.day and date.month else None
        if hit and not text[hit.end() : hit.end() + 2].strip("-–").isdigit() and ground.own(date.start):
            told = _read_date(hit)
            if told:
                yield Use(hit.start(), hit.end(), hit.group(), *told)


def _read_date(hit: re.Match[str]) -> _Told | None:
    day = hit["day"] or hit["second"]
    month = hit["month"] or hit["first"]
    year = (hit["year"] or hit["after"] or "").strip(", ")
    if not 1 <= int(day) <= 31 or (month, int(day)) in _NAMED_DAYS:
        return None

    def better(wanted: str) -> str | None:
        """The date in the other order; a comma that ends its year stays for the editor."""
        if year and hit.string[hit.end() : hit.end() + 1] == ",":
            return None
        if wanted == "day first":
            return f"{day} {month}{' ' + year if year else ''}"
        return f"{month} {day}{', ' + year if year else ''}"

    return "day first" if hit["day"] else "month first", better


def _money(story: Story) -> Iterator[Use]:
    """Millions and billions of money, in a letter or in words."""
    text = story.article.text
    if "$" in text or "£" in text or "€" in text:
        yield from found(story, _MONEY, _read_money)


def _read_money(hit: re.Match[str]) -> _Told:
    def better(wanted: str) -> str:
        """The amount with its scale in the other way."""
        if wanted == "words":
            return f"{hit.group()[: hit.start('short') - hit.start()]} {_LONG[hit['short']]}"
        return f"{hit.group()[: hit.start('long') - hit.start()].rstrip()}{_SHORTER[hit['long']]}"

    return ("letter" if hit["short"] else "words"), better


def _decades(story: Story) -> Iterator[Use]:
    """Decades, with an apostrophe or without."""
    ground, text = ground_of(story), story.article.text
    for hit in _DECADE.finditer(text):
        start = hit.start() - 3
        if start >= 0 and _CENTURY.match(text, start) and ground.own(start):
            year = text[start : hit.start() + 1]
            forms = {"plain": f"{year}s", "apostrophe": f"{year}'s"}
            yield Use(start, hit.end(), text[start : hit.end()], "apostrophe" if hit["mark"] else "plain", forms.get)


def _counts(story: Story, kinds: frozenset[str]) -> Iterator[Figure]:
    """The counted things of the house's own words."""
    ground = ground_of(story)
    for figure in story.facts.figures:
        if figure.kind in kinds and not figure.quoted and figure.subject and ground.own(figure.start):
            yield figure


def _several(figure: Figure) -> bool:
    """Whether several things are counted: in "the 7610 phone" and "a 6 figure salary" it is a name or a size."""
    subject = figure.subject or ""
    return (subject.endswith("s") or subject in _PLURALS) and len(figure.modifiers) < _FAR


def _thousands(story: Story) -> Iterator[Use]:
    """Thousands of counted things, with a comma or without.

    They are not mended: a number without a comma may be read as a year elsewhere, and would become a new figure.
    """
    for figure in _counts(story, frozenset({"count"})):
        hit = _THOUSANDS.match(story.article.text, figure.start, figure.end)
        if hit and hit.end() == figure.end and ("," in hit.group() or (figure.value > _YEARS and _several(figure))):
            yield Use(hit.start(), hit.end(), hit.group(), "comma" if "," in hit.group() else "plain", unchanged)


def _small_numbers(story: Story) -> Iterator[Use]:
    """Two to nine of a thing, in words or in figures; beside ten and more figures are usual."""
    text, sentences = story.article.text, story.facts.sentences
    for figure in _counts(story, frozenset({"count"})):
        hit = _SMALL.match(text, figure.start, figure.end)
        if hit is None or hit.end() != figure.end or text[figure.end : figure.end + 1] != " ":
            continue
        if text[figure.start - 1 : figure.start] not in {" ", "\n", "("} or figure.role in {"bound", "change"}:
            continue
        sentence = sentences[story.facts.sentence_at(figure.start)]
        before = text[max(figure.start - _BEFORE, sentence.start) : figure.start]
        if not _several(figure) or figure.subject in _SCORED or _NAMED.search(before):
            continue
        if _TEN.search(text, sentence.start, sentence.end) or _TITLE.search(text, figure.end, figure.end + 2):
            continue
        word = hit.group()
        digits = word.isdigit()
        yield Use(
            hit.start(), hit.end(), word, "figures" if digits else "words", partial(_small_other, word, digits=digits)
        )


def _small_other(word: str, variant: str, *, digits: bool) -> str | None:
    """A small number in the other way."""
    if digits:
        return _WORDS[int(word)] if variant == "words" else word
    return str(_DIGIT[word]) if variant == "figures" else word


CONVENTIONS = (
    Convention(
        "per cent", {"sign": ("5%", "%"), "words": ("5 per cent", "5 percent", "per cent", "percent")}, _percent
    ),
    Convention(
        "clock times",
        {"points": ("5 p.m.", "p.m."), "plain": ("5pm", "5 pm", "pm"), "capitals": ("5PM", "5 PM")},
        _clock,
    ),
    Convention("date order", {"day first": ("24 June",), "month first": ("June 24",)}, _dates),
    Convention(
        "millions", {"letter": ("£5m", "$5m", "€5m"), "words": ("£5 million", "$5 million", "€5 million")}, _money
    ),
    Convention("decades", {"plain": ("1990s",), "apostrophe": ("1990's",)}, _decades),
    Convention("thousands", {"comma": ("1,500",), "plain": ("1500",)}, _thousands),
    Convention("small numbers", {"words": ("nine",), "figures": ("9",)}, _small_numbers, 3),
)
