"""Shares in words: "half of", "a third of", "two-thirds", "one in five"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.extract.numerals import Numeral, numeral
from lintnews.patterns import late

if TYPE_CHECKING:
    from lintnews.extract.draft import Draft

_PARTS = {
    "half": 2,
    "third": 3,
    "thirds": 3,
    "quarter": 4,
    "quarters": 4,
    "fifth": 5,
    "fifths": 5,
    "tenth": 10,
    "tenths": 10,
}
_PART = late(r"[ -](thirds?|quarters?|fifths?|tenths?)(?!\w)")
_IN = late(
    r"(?P<out>\sout)?(?(out)\sof|\sin)(?:\severy)?\s(?=(?:\d+|two|three|four|five|six|seven|eight|nine|ten|hundred)\b)"
)
_INTO = ("in", "ou")  # how "in" and "out of" begin
_SMALLEST = 10
_PARTS_IN = frozenset({12, 15, 25, 75})
_EVENTS = late(
    r"\s(?:\w+\s)?(?:games?|matches|starts|appearances|innings|outings|attempts|seasons|overs|minutes|tests|races|tries"
    r"|meetings|rounds|events|visits|finals|fights|bouts|shots|cities|countries|states|places|different)\b"
)
_WORD = late(r"[a-z]+")
_DOZEN = late(r"half(?:-|\sa\s)dozen(?!\w)")
_HALF_BIG = late(r"half[ -](?:an?[ -])?(million|billion)(?!\w)")
_BIG = {"million": 500_000.0, "billion": 500_000_000.0}
_NOT_A_SHARE = late(r"[ -](?:an?[ -])?(?:hours?|miles?|days?|years?|centur|a\b|time|way|back|brother|sister|hearted)|-")
_HALF_OF = late(r"\s(?:of|the|its|his|her|their|our|this|that)\b")
_SENTENCE_END = late(r"[.,;:)]|\Z")
_PERIODS = frozenset({"first", "second", "other", "latter", "better", "one", "two", "back", "top", "bottom", "opening"})
_ARTICLE = late(r"(?<!\w)an?\s\Z")


def share_word(draft: Draft, start: int, code: str, *, qualified: bool) -> tuple[int, Numeral | None, int]:
    """A part word ("half", "third") at `start`: where the share begins, the share or None, and where to go on.

    `qualified` says that an approximator stands before it.
    """
    lower = draft.lower
    word = _WORD.match(lower, start)
    end = word.end() if word else start + 1
    if code == "f2":
        return start, *_half(lower, start, end, qualified=qualified)
    if not lower.startswith(" of ", end) or not _ARTICLE.search(lower, max(start - 3, 0), start):
        return start, None, end
    return start - 2, Numeral(end, 1 / int(code[1:]), 0.0, fraction=True, digits=False), end


def _half(lower: str, start: int, end: int, *, qualified: bool) -> tuple[Numeral | None, int]:
    dozen = _DOZEN.match(lower, start)
    if dozen is not None:
        return Numeral(dozen.end(), 6, 2.0, (4, 8), digits=False), dozen.end()
    big = _HALF_BIG.match(lower, start)
    if big is not None:
        value = _BIG[big[1]]
        return Numeral(big.end(), value, value / 5, scaled=True, digits=False), big.end()
    before = lower[max(start - 12, 0) : start].split()
    if (before and before[-1].strip("-") in _PERIODS) or _NOT_A_SHARE.match(lower, end):
        return None, end
    if not _HALF_OF.match(lower, end) and not (qualified and _SENTENCE_END.match(lower, end)):
        return None, end
    return Numeral(end, 0.5, 0.0, fraction=True, digits=False), end


def parts_of(lower: str, number: Numeral) -> Numeral | None:
    """Give "two-thirds" from the numeral "two"; None if no part word follows."""
    if number.value > 9 or number.span is not None or number.digits:
        return None
    match = _PART.match(lower, number.end)
    if match is None:
        return None
    value = number.value / _PARTS[match[1]]
    return Numeral(match.end(), value, 0.0, fraction=True, digits=False) if value < 1 else None


def one_in(lower: str, number: Numeral) -> Numeral | None:
    """Give "one in five", "30 out of 40" from the first numeral; None if it is no ratio."""
    if number.span is not None or number.scaled or lower[number.end + 1 : number.end + 3] not in _INTO:
        return None
    match = _IN.match(lower, number.end)
    if match is None or (not match["out"] and number.value > 9):
        return None
    whole = numeral(lower, match.end())
    if whole is None or whole.value <= number.value or whole.span is not None:
        return None
    if not match["out"] and not _is_whole(lower, whole):
        return None
    return Numeral(whole.end, number.value / whole.value, 0.0, fraction=True, digits=False)


def _is_whole(lower: str, whole: Numeral) -> bool:
    """Whether people give shares "in" this number: "three in 10 voters", not "three in 11" or "in 10 games"."""
    value = whole.value
    round_enough = value <= _SMALLEST or value % 10 == 0 or value in _PARTS_IN
    return round_enough and _EVENTS.match(lower, whole.end) is None
