"""What the words around a number make of it: its kind and unit, also where the unit stands once for two numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from lintnews.extract.ages import has_age_lead, is_age
from lintnews.extract.nouns import words_after
from lintnews.extract.numerals import Numeral, numeral
from lintnews.extract.ranges import second_of
from lintnews.extract.units import Unit, compound, currency, is_weight, unit_after
from lintnews.patterns import late

if TYPE_CHECKING:
    from lintnews.extract.draft import Draft
    from lintnews.model import FigureKind

_LENGTHS = frozenset(["long", "wide", "high", "deep", "tall", "away", "race", "final", "sprint", "relay"])
_OLD = (" old", "-old", " of age")
_OF_A = late(r"\sof\san?\s(?:us\s|imperial\s)?(?=[a-z])")
_AHEAD = late(
    r"\s(?:(?P<to>to)|of\s(?:the|its|his|her|their|a|an)(?:\s(?:total|overall|planned|full))?)\s(?=[$£€]?\d)[$£€]?"
)
_LINK = late(  # "from 9 per cent to 12", "to 5 pct from 4", "82 cts vs 57", "61 per cent, up from 58"
    r",?\s(?P<word>to|from|(?:up|down)\sfrom|vs\.?|versus|against|compared\s(?:with|to))\s(?:an?\s)?(?:\w+\s)?(?=\d|about\s\d)"
)
_ENDS = {"to": "from", "from": "to"}  # which word leads the other end
_SCALED_MONEY = {"won": "KRW", "marks": "DEM", "crowns": "CZK"}
_WON_BY = (["by"], ["in"], ["the"], ["for"], ["at"])
_AGO = late(r"\s(?:day|week|month|year)\s(?:ago|earlier|before)\b")
_CLOSE = 40  # letters between the ends of a change
_ALIKE = 30  # times: the ends of a change are of one order
_OLDEST = 116


class Reading(NamedTuple):
    """What the words after a number make of it."""

    number: Numeral
    kind: FigureKind
    unit: str | None
    factor: float
    end: int
    words: int  # how many of the words after the number the unit took


def reading_of(
    draft: Draft, start: int, end: int, after: int, words: list[str], unit: Unit | None, number: Numeral
) -> Reading:
    """Kind and unit of the number at [start, end), which is no sum of money with a sign before it."""
    lower = draft.lower
    if number.fraction:
        part = _part_of_unit(draft, end)
        return Reading(number, "measure" if part else "percent", part, 1.0, end, 0)
    if number.glued == "m" and unit is None and _is_length(draft, words):
        number = number._replace(value=number.value / 1e6, step=number.step / 1e6, scaled=False, factor=1.0)
        return Reading(number, "measure", "m", 1.0, end, 0)
    if unit is None:
        unit = _odd_unit(draft, end, after, words, number)
    if unit is not None and unit.kind == "duration" and number.value != 1 and _AGO.match(lower, end):
        unit = None  # "sold 305 week ago"
    if unit is not None:
        stop = after + unit.length
        pounds = unit.unit == "GBP" and not number.scaled and lower.startswith("pound", after)
        if pounds and is_weight(lower, start, stop, number.value):
            unit = unit._replace(kind="measure", unit="lb")
        aged = unit.kind == "duration" and (lower.startswith(_OLD, stop) or has_age_lead(draft, start))
        kind: FigureKind = "age" if aged else unit.kind  # type: ignore[assignment]
        return Reading(number, kind, unit.unit, unit.factor, stop, unit.words)
    if 1 <= number.value < _OLDEST and number.step >= 1 and is_age(draft, start, end):
        return Reading(number, "age", "year", 1.0, end, 0)
    return Reading(number, "count", None, 1.0, end, 0)


def _odd_unit(draft: Draft, end: int, after: int, words: list[str], number: Numeral) -> Unit | None:
    """A unit that needs more than its word: "40C", "42in", "3 mg/l", "5 billion won"."""
    lower = draft.lower
    if "/" in lower[end : end + 6]:
        return compound(lower, end)
    if lower.startswith("in", end) and not lower[end + 2 : end + 3].isalnum():
        return Unit("measure", "inch", 1, 2)
    word = words[0].rstrip(".,;:") if words else ""
    if word in {"c", "f"} and draft.text[after].isupper():
        return Unit("measure", "celsius" if word == "c" else "fahrenheit", 1, 1)
    if number.scaled and word in _SCALED_MONEY and (word != "won" or words[1:2] not in _WON_BY):
        return Unit("money", _SCALED_MONEY[word], 1, len(word))
    return None


def _is_length(draft: Draft, words: list[str]) -> bool:
    """Whether "70m" is metres: nothing is counted after it."""
    return not words or words[0] in _LENGTHS or words[0] in draft.lexicon.words("figure-stops")


def _part_of_unit(draft: Draft, end: int) -> str | None:
    """The unit in "a quarter of a mile"."""
    part = _OF_A.match(draft.lower, end)
    whole = unit_after(words_after(draft.lower, part.end() - 1)[1], draft.lexicon) if part is not None else None
    return whole.unit if whole is not None and whole.kind == "measure" and whole.words == 1 else None


def shared_unit(
    draft: Draft, reading: Reading, last: Reading | None, lead: str, before: list[str], words: list[str]
) -> Reading:
    """The reading of a bare number with the unit that it shares with the other end of its change or with its whole.

    "from 24 to 33 billion euros", "from 208 pounds to 193", "to 5 pct from 4", "80 cts vs 55", "280 million of the 1.5
    billion euros". `last` is the reading of the figure before, `lead` the word "from" or "to" that leads it.
    """
    if last is not None and last.unit and reading.end - last.end < _CLOSE:
        link = _LINK.match(draft.lower, last.end)
        if link is not None and (link["word"] not in _ENDS or _ENDS[link["word"]] == lead):
            counts = words and words[0].rstrip(".,;:") not in draft.lexicon.words("figure-stops")
            return reading if counts else reading._replace(kind=last.kind, unit=last.unit, factor=last.factor)
    ahead = _AHEAD.match(draft.lower, reading.end)
    if ahead is None or (ahead["to"] and "from" not in before[-2:]):
        return reading
    other = numeral(draft.lower, ahead.end())
    if other is None or other.span is not None or other.fraction:
        return reading
    later = second_of(draft.lower, other.end, other, [], None, money=False) or other
    unit = _unit_ahead(draft, ahead.end(), later.end)
    if unit is None or (unit.kind in {"duration", "age"} and not ahead["to"]):
        return reading
    number = _scaled(reading.number, later) if ahead["to"] else reading.number
    if number is None:
        return reading
    return reading._replace(number=number, kind=unit.kind, unit=unit.unit, factor=unit.factor)  # type: ignore[arg-type]


def _unit_ahead(draft: Draft, start: int, end: int) -> Unit | None:
    """The currency before or the unit after the second number, unless it is part of a compound ("5-year plans")."""
    money = currency(draft.lower, start, draft.text)
    if money is not None:
        return Unit("money", money[1], 0, 0)
    if draft.lower.startswith("-", end):
        return None
    return unit_after(words_after(draft.lower, end)[1], draft.lexicon)


def _scaled(number: Numeral, later: Numeral) -> Numeral | None:
    """The first number with the scale that stands after the later one; None if they are of unlike order."""
    if later.factor == 1 or number.factor != 1:
        return number
    tens, scale = later.value / later.factor, later.factor
    if not tens / _ALIKE < number.value < tens * _ALIKE:
        return None
    return number._replace(value=number.value * scale, step=number.step * scale, scaled=True, factor=scale)
