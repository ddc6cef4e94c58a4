"""What a number is of its thing: total, part, increment, change or bound, told by the words around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.patterns import late

if TYPE_CHECKING:
    from lintnews.model import FigureRole

_MORE = frozenset({"more", "additional", "further", "extra", "other", "others", "another"})
_NEW = frozenset({"fresh", "new"})
_PART_BEFORE = frozenset({"including", "includes", "include", "included", "among", "remaining"})
_RISES = frozenset(
    {
        "rose",
        "rise",
        "rises",
        "risen",
        "rising",
        "fell",
        "fall",
        "falls",
        "fallen",
        "falling",
        "gained",
        "gain",
        "gains",
    }
    | {"drop", "drops", "dropped", "dropping", "climbed", "climb", "jumped", "jump", "grew", "grow", "grown", "growing"}
    | {"surged", "increase", "increased", "increases", "increasing", "decrease", "decreased", "decreases", "declined"}
    | {"decline", "slipped", "soared", "plunged", "cut", "cutting", "reduced", "reduce", "reducing", "expanded"}
    | {"shrank", "shrunk", "raised", "raise", "lifted", "lowered", "boosted", "widened", "narrowed", "swelled", "ahead"}
)
# With a count these are no change of it: "lost two men", "signed up 300 members".
_LOOSE = frozenset({"up", "down", "lost", "loses", "losing", "added", "adds"})
_ABOUT = frozenset({"about", "around", "nearly", "almost", "some", "over", "roughly"})
# New ones of these come on top of those before.
_COUNTED_UP = frozenset(
    {
        "cases",
        "infections",
        "deaths",
        "casualties",
        "fatalities",
        "arrests",
        "recruits",
        "members",
        "victims",
        "outbreaks",
    }
    | {"patients", "complaints", "claims", "jobs", "homes", "arrivals", "admissions"}
)
_TOTAL = late(
    r"(?:\btotal of|\btotal(?:s|ed|ling|ing|led)?(?: up)? to|\btotalled|\btotaled|\btotalling|\btotaling"
    r"|\btoll (?:to|of|at|was|is|stands at|rose to)"
    r"|\b(?:bring|brings|bringing|brought|take|takes|taking|raise|raises|raising|raised|increas\w+"
    r"|push\w*)\b[^.;:]{0,90}\bto"
    r"|\bcombined|\bin all,?|\baltogether)(?: (?:about|around|nearly|almost|more than|over|at least|some"
    r"|approximately|up to|a))*\s?\Z"
)
_RAISED = late(r"(?:rais|increas|push)")
# One of these is among the last words before a total; looking for it first is much quicker.
_TOTAL_ENDS = frozenset(
    {"of", "to", "at", "was", "is", "combined", "all", "all,", "altogether"}
    | {"totalled", "totaled", "totalling", "totaling"}
)
# And one of these is in what a total begins with.
_TOTALLING = ("total", "toll", "in all", "combined", "altogether", "bring", "brought", "tak", "rais", "increas", "push")
_OF_WHOLE = late(r"\s(?:of (?:the|them|these|those|whom|which|its|his|their|our)|were among)\b")
_NEAR = 56  # letters after a figure in which "in all" and its like end
_IN_ALL = late(r"[^.;:,]{0,40}\b(?:in all|in total|altogether|overall|between them|combined)\b")


def role_of(  # noqa: PLR0911 - one a role
    lower: str,
    start: int,
    end: int,
    before: list[str],
    subject: str | None,
    modifiers: tuple[str, ...],
    way: str,
    kind: str,
) -> FigureRole:
    """The role of the figure at [start, end), from the words before it, what it counts and what follows."""
    last = before[-1] if before else ""
    if last in {"additional", "another", "further", "extra", "more"} or any(word in _MORE for word in modifiers[:2]):
        return "increment"
    if subject is not None and subject.lower() in _COUNTED_UP and any(word in _NEW for word in modifiers[:2]):
        return "increment"
    if _OF_WHOLE.match(lower, end) or last in _PART_BEFORE:
        return "part"
    if not _TOTAL_ENDS.isdisjoint(before):
        near = lower[max(start - 130, 0) : start]
        total = _TOTAL.search(lower, max(start - 130, 0), start) if any(map(near.__contains__, _TOTALLING)) else None
        if total is not None and (kind == "count" or not _RAISED.match(total[0])):
            return "total"
    after = lower[end : end + _NEAR]
    summed = "all" in after or "total" in after or "altog" in after or "between" in after or "combined" in after
    if summed and _IN_ALL.match(lower, end):
        return "total"
    if _is_change(before[:-1] if last in _ABOUT else before, kind):
        return "change"
    return "bound" if way in {"above", "from", "to"} else "plain"


def _is_change(before: list[str], kind: str) -> bool:
    """Whether the last word makes the figure a change: "rose by 12", "cut 300 posts", but not "seen by 12 men"."""
    last = before[-1] if before else ""
    if last == "by":
        return not _RISES.isdisjoint(before[:-1]) or (kind != "count" and not _LOOSE.isdisjoint(before[:-1]))
    return last in _RISES or (last in _LOOSE and kind != "count")
