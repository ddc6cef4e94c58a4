"""What explains otherwise a sum that does not come out: other numbers that fit, another base, a net sum."""

from __future__ import annotations

from itertools import permutations
from typing import TYPE_CHECKING

from lintnews.checks.reckoning import Broken, Interval, Line, box, same_measure
from lintnews.patterns import late

if TYPE_CHECKING:
    from lintnews.model import Figure

MANY = 12  # figures of a sentence; more are not tried
BEYOND = 50  # times its whole: such a part is counted in other things ("13 exchanges, including 68,000 lines")
_BASE = late(
    r"\b(?:comparable|same)[- ]stores?\b|\blike[- ]for[- ]like\b|\bunderlying\b|\borganic(?:ally)?\b|\bin real terms\b"
    r"|\badjusted\b|\bconstant\b|\bannuali[sz]ed\b|\bahead of the\b"
)
_LEVEL = late(r"\b(?:to|at)\s?\Z")
_NET = late(r"\b(?:loss|losses|profits?|earnings|net|gains?|income)\b")
_APART = late(r"\bwhile\b|\band (?:is|are|was|were|will)\b")


def doubtful(line: Line, broken: Broken) -> bool:
    """Whether a sentence explains otherwise what does not come out.

    A percentage that fits another pair of its numbers, or stands on another base; a product that other numbers make; a
    part of a net sum, which a loss may exceed; a pair that stands in two statements.
    """
    figure, others = broken.figure, broken.others
    if figure.kind == "percent":
        near = line.lower[max(line.start, figure.start - 60) : min(line.end, figure.end + 60)]
        if " to " in figure.text or _BASE.search(near) or (_LEVEL.search(line.before(figure, 6)) and len(others) == 2):
            return True
        if len(line.figures) <= MANY and any(_explains(a, b, box(figure)) for a, b in _other_pairs(line, broken)):
            return True
    if len(others) == 2 and figure.kind == "percent" and _APART.search(line.between(*sorted(others, key=_start))):
        return True
    if broken.reason.startswith("a part"):
        whole = others[0]
        nouns = {(f.subject or "").lower() for f in (figure, whole)} - {""}
        loose = figure.kind == "count" and len(nouns) > 1 and figure.value > BEYOND * whole.value
        return loose or _NET.search(line.lower, whole.start - 30, figure.end + 20) is not None
    if len(others) == 2 and broken.reason.startswith(f"{others[0].text} at "):
        return any(
            not box(a).times(box(others[1])).apart(box(figure), 0.005)
            for a in line.figures
            if a.kind == "count" and a not in (others[0], figure) and a.value > 0
        )
    return False


def _start(figure: Figure) -> int:
    return figure.start


def _other_pairs(line: Line, broken: Broken) -> list[tuple[Figure, Figure]]:
    """The pairs of other figures of the sentence, in either order, that one measure has."""
    rest = [f for f in line.figures if f is not broken.figure and f.kind != "percent" and f.value > 0]
    return [
        (a, b) for a, b in permutations(rest, 2) if same_measure(a, b) and {id(a), id(b)} != {*map(id, broken.others)}
    ]


def _explains(a: Figure, b: Figure, stated: Interval) -> bool:
    """Whether a percentage is the change from one number to the other, or its share."""
    ratio = box(b).over(box(a))
    share = Interval(100 * ratio.low, 100 * ratio.high)
    change = Interval(share.low - 100, share.high - 100)
    if change.high < 0:
        change = Interval(-change.high, -change.low)
    return not share.apart(stated, 0.0, 0.05) or not change.apart(stated, 0.0, 0.05)
