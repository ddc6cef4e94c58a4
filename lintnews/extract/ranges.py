"""Ranges: the second number of "10-15", "$2 to $3 million", "between 5% and 6%", "two or three"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.extract.numerals import Numeral, numeral
from lintnews.patterns import late

if TYPE_CHECKING:
    from lintnews.extract.units import Unit

_JOIN = late(
    r"(?:\s?(?:-|–|—)\s?|\s?(?P<unit>%|(?:\sper\s?cent|\s[a-z]+))?\sto\s)(?=[$£€]?\d)|\s(?:to|(?P<or>or))\s(?=[a-z])"
)
_AND = late(r"(?:\s?(?:%|\sper\s?cent|\s[a-z]+))?\sand\s(?=[$£€]?\d|[a-z])")
_RANGING = frozenset(
    ["range", "ranges", "ranged", "ranging", "vary", "varies", "varied", "varying", "anywhere", "somewhere"]
)
_SPANNING = frozenset(["from", "by", "rose", "fell"])


def second_of(  # noqa: PLR0911 - one a rule
    lower: str, end: int, number: Numeral, before: list[str], unit: Unit | None, *, money: bool
) -> Numeral | None:
    """The second numeral of a range whose first one ends at `end`, or None.

    "from A to B" tells of a change and is no range, "ranging from A to B" is one.
    """
    between = "between" in before[-3:]
    if "from" in before[-2:] and not any(word in _RANGING for word in before):
        return None
    match = _AND.match(lower, end) if between else _JOIN.match(lower, end)
    if match is None:
        return None
    groups = match.groupdict()
    if groups.get("unit") and unit is None and groups["unit"].strip() not in {"million", "billion"}:
        return None
    at = match.end()
    sign = lower[at : at + 1] in {"$", "£", "€"}
    if sign and not money:
        return None
    at += sign
    if not lower[at : at + 1].isalnum():
        return None
    second = numeral(lower, at)
    if second is None or second.span is not None or second.fraction:
        return None
    value = number.value * (second.factor if second.factor > 1 and number.factor == 1 else 1)
    if not value < second.value and not between:
        return None
    if groups.get("or") and (second.digits or second.value > number.value + 2):
        return None
    return second
