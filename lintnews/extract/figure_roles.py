"""What a number is of its thing: total, part, increment, change or bound, told by the words around it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lintnews.model import FigureRole

_MORE = frozenset({"more", "additional", "further", "extra", "other", "others", "another", "fresh", "new"})
_PART_BEFORE = frozenset({"including", "includes", "include", "included", "among", "remaining"})
_CHANGE = frozenset(
    [
        "by",
        "rose",
        "rise",
        "rises",
        "risen",
        "fell",
        "fall",
        "falls",
        "fallen",
        "up",
        "down",
        "gained",
        "gain",
        "lost",
        "drop",
        "dropped",
        "climbed",
        "jumped",
        "grew",
        "surged",
        "increase",
        "decrease",
        "declined",
        "slipped",
        "soared",
        "plunged",
        "cut",
        "reduced",
    ]
)
_TOTAL = re.compile(
    r"(?:\btotal of|\btotal(?:s|ed|ling|ing|led)?(?: up)? to|\btotalled|\btotaled|\btotalling|\btotaling"
    r"|\btoll (?:to|of|at|was|is|stands at|rose to)"
    r"|\b(?:bring|brings|bringing|brought|take|takes|taking|raise|raises|raising|raised|increas\w+"
    r"|push\w*)\b[^.;:]{0,90}\bto"
    r"|\bcombined|\bin all,?|\baltogether)(?: (?:about|around|nearly|almost|more than|over|at least|some"
    r"|approximately|up to|a))*\s?\Z"
)
# One of these is among the last words before a total; looking for it first is much quicker.
_TOTAL_ENDS = frozenset(
    {"of", "to", "at", "was", "is", "combined", "all", "all,", "altogether"}
    | {"totalled", "totaled", "totalling", "totaling"}
)
_OF_WHOLE = re.compile(r"\s(?:of (?:the|them|these|those|whom|which|its|his|their|our)|were among)\b")
_IN_ALL = re.compile(r"[^.;:,]{0,40}\b(?:in all|in total|altogether|overall|between them|combined)\b")


def role_of(lower: str, start: int, end: int, before: list[str], modifiers: tuple[str, ...], way: str) -> FigureRole:
    """The role of the figure at [start, end), from the words before it, its modifiers and what follows."""
    last = before[-1] if before else ""
    if last in {"additional", "another", "further", "extra", "more"} or any(word in _MORE for word in modifiers[:2]):
        return "increment"
    if _OF_WHOLE.match(lower, end) or last in _PART_BEFORE:
        return "part"
    if (not _TOTAL_ENDS.isdisjoint(before) and _TOTAL.search(lower, max(start - 130, 0), start)) or _IN_ALL.match(
        lower, end
    ):
        return "total"
    if last in _CHANGE or (last in {"about", "around", "nearly", "almost", "some"} and before[-2:-1] == ["by"]):
        return "change"
    return "bound" if way in {"above", "from", "to"} else "plain"
