"""How a number is meant: approximators before it, and the interval that holds the true value.

Intervals are logical: "more than 400" is open above. Rounding: a number with trailing zeros or a scale word stands for
half a step to either side. Sources: approximators are read by people as a few classes only (Ferson et al. 2015);
writers choose round numbers with "more than" and "nearly" on purpose (Power and Williams 2012).
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from lintnews.extract.numerals import Numeral
    from lintnews.lexicon import Lexicon

WIDEST = 0.25  # of the value: nobody calls 1,400 "1,000"


class Approximator(NamedTuple):
    """The words before a number that qualify it: how many of them, and the class."""

    words: int
    way: str


def approximator(before: list[str], lexicon: Lexicon) -> Approximator | None:
    """The approximator that ends the words before a number, the longest one; None if there is none."""
    if not before or before[-1] not in _last_words(lexicon):
        return None
    table = lexicon.table("approximators")
    for count in (4, 3, 2, 1):
        if count <= len(before):
            way = table.get(" ".join(before[-count:]))
            if way is not None:
                return Approximator(count, way)
    return None


@cache
def _last_words(lexicon: Lexicon) -> frozenset[str]:
    """The words that end approximators."""
    return frozenset(phrase.rpartition(" ")[2] for phrase in lexicon.words("approximators"))


def interval(number: Numeral, way: str, *, whole: bool = True) -> tuple[float | None, float | None]:  # noqa: PLR0911 - one a rule
    """(low, high) of the true value; None is open. `whole` numbers count things: exact unless round."""
    value, step = number.value, number.step
    if number.span is not None:
        low, high = number.span
        return {"above": (low, None), "from": (low, None), "to": (None, high)}.get(way, (low, high))
    if way == "around":
        width = max(_half(value, step), value * 0.1)
        return value - width, value + width
    if way == "below":
        return value - max(value * 0.1, min(step, 1.0)), value
    if way == "slightly above":
        return value, value + max(step / 2, value * 0.05)
    if way in {"above", "from"}:
        return value, None
    if way == "to":
        return None, value
    if number.fraction:
        return value, value
    loose = number.scaled or step >= 100 or (not whole and step > 0) or step == 6.0
    half = _half(value, step) if loose else 0.0
    return value - half, value + half


def _half(value: float, step: float) -> float:
    """Half a rounding step, for round numbers no more than a quarter of the value."""
    return min(step / 2, value * WIDEST) if step >= 100 else step / 2
