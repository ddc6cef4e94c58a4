"""Ranges: the second number of "10-15", "$2 to $3 million", "between 5% and 6%", "two or three"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.extract.numerals import Numeral, numeral
from lintnews.patterns import late

if TYPE_CHECKING:
    from lintnews.extract.units import Unit

_JOIN = late(
    r"(?:\s?(?:-|–|—|--)\s?|\s?(?P<unit>%|(?:\sper\s?cent|\s[a-z]+))?(?P<to>\sto\s|-\s?to[\s-]))"
    r"(?=(?:us|[acs])?[$£€]?\s?\d)|\s(?:to|(?P<or>or))\s(?=[a-z])"
)
_ON = late(r"\s?(?:%|percent|per\scent|pct|[a-z]+)?\sto\s[$£€]?\d")
_SIGN = late(r"(?:us|[acs])?[$£€]\s?")
_AND = late(r"(?:\s?(?:%|\sper\s?cent|\s[a-z]+))?\sand\s(?=[$£€]?\d|[a-z])")
_RANGING = frozenset(
    ["range", "ranges", "ranged", "ranging", "vary", "varies", "varied", "varying", "anywhere", "somewhere"]
)
_ABOUT = frozenset({"about", "around", "roughly", "nearly", "almost", "some", "approximately", "over"})
_DASHES = frozenset("-–—")
_NEAR = 40  # letters after a number in which "to" stands, after its unit
_WIDE = 3  # times its lower end: no range of a change is wider
_CHANGING = frozenset({"by", "rose", "fell", "up", "down", "climbed", "dropped", "jumped", "added", "gained", "lost"})


def shared(number: Numeral, second: Numeral) -> float:
    """The value of a first number whose scale may stand once, after the second: "$2 to 3 million"."""
    if second.factor > 1 and number.factor == 1 and number.value < second.value / second.factor:
        return number.value * second.factor
    return number.value


def second_of(  # noqa: PLR0911 - one a rule
    lower: str, end: int, number: Numeral, before: list[str], unit: Unit | None, *, money: bool
) -> Numeral | None:
    """The second numeral of a range whose first one ends at `end`, or None.

    "from A to B" tells of a change and is no range, "ranging from A to B" is one.
    """
    between = "between" in before[-3:]
    near = lower[end : end + _NEAR]
    if not between and "to" not in near and near[1:3] != "or" and _DASHES.isdisjoint(near[:2]):
        return None
    match = (_AND.match(lower, end) if between else None) or _JOIN.match(lower, end)
    if match is None:
        return None
    groups = match.groupdict()
    lead = (before[-2:-1] if before[-1:] and before[-1] in _ABOUT else before[-1:]) or [""]
    moved = lead[0] == "from" and not any(word in _RANGING for word in before)
    if groups.get("unit") and unit is None and groups["unit"].strip() not in {"million", "billion"}:
        return None
    at = match.end()
    sign = _SIGN.match(lower, at)
    if sign is not None:
        if not money:
            return None
        at = sign.end()
    if not lower[at : at + 1].isalnum():
        return None
    second = numeral(lower, at)
    if second is None or second.span is not None or second.fraction:
        return None
    if not shared(number, second) < second.value and not between:
        return None
    if lead[0] in _CHANGING and groups.get("to") and (money or unit or second.value > _WIDE * number.value):
        return None  # "rose by $4 to $90", "gained 3 to 40", but "lost 10 to 15 pounds"
    if moved and groups.get("to") and not _ON.match(lower, second.end):
        return None  # but "from 6 to 9 per cent to 2 to 4 per cent" moves between two ranges
    if groups.get("or") and (second.digits or second.value > number.value + 2):
        return None
    return second
