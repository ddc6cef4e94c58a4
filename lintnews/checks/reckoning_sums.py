"""Sums that do not come out: parts of a whole (D12), totals (D13), and what remains of a number."""

from __future__ import annotations

import re
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

from lintnews.checks.reckoning import SOFT, Broken, Interval, Line, box, plain, same_measure, span_words, tight
from lintnews.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lintnews.model import Figure

_TOTAL_BEFORE = late(
    r"\b(?:a (?:combined |grand |overall )?total (?:of|cost of|bill of|price of)|totall?ing|a combined|or a total of"
    rf"|(?:bringing|taking|making) (?:it|the total) (?:to|up to)|adding up to|adds? up to|in all,"
    rf"|altogether,)\s?{SOFT}\Z"
)
_TOTAL_AFTER = late(
    r"(?:\s(?!and\b|or\b|plus\b|to\b)[a-z'’-]+){0,3},?\s(?:in all|in total|altogether|all told|all together)\b"
)
_TOTAL_FIRST = late(
    rf"\b(?:a (?:combined |grand )?total of|in all,|altogether,|in total,|all told,|totall?ing)\s?{SOFT}\Z"
)
_TOTAL_WORDS = ("total", "combined", "in all", "altogether", "all told", "all together", "add")  # in each of the three
_INCLUDING = late(
    rf"(?:\s[\w'’-]+){{0,6}}?,?\s?\(?(?:including|among them|among whom|of whom|of which|of them|counting)\s{SOFT}\Z"
)
_THEN = late(rf"(?:\s[\w'’-]+){{0,7}}?(?:,? and|,)\s{SOFT}(?:[\w'’-]+\s){{0,3}}?\Z")
_OF_THEM = late(r"\s(?:of (?:them|whom|which|those))\b")
_NO_SUM = late(
    r"\b(?:per|each|every|average|up from|compared|previous|last year|times|days?|hours?|of the|including|another"
    r"|rose|fell|score[ds]?|beat|lost)\b"
)
_MORE = late(r"\b(?:more|additional|further|extra|bonus|add-ons?|points)\b")
_WHERE = late(r"\b(?:in|at|from|on|across|to|with|by|aboard|of|for|over|within|and|plus|or)\s" + SOFT + r"\Z")
_RANK = late(r"\b(?:top|bottom|best|last|first|number|no)\s\Z")
_REST = late(r"\bthe (?:remaining|other)\s\Z|\bthe (?:rest|remainder),\s\Z")
_OF_WHOLE = late(r"\bof (?:the|its|his|her|their|our|those|these|all) (?:[a-z]+ )?\Z|\bout of (?:the |a total of )?\Z")
_PLUS = late(r"\bplus\b|\bin add-ons\b|\badd-ons\b|\bbonus(?:es)?\b")
_ADDED = late(r"\b(?:plus|with|and)\b")
_WORTH = late(
    r"\b(?:worth|rise to|rising to|reach|reaching|(?:take|takes|taking|bring|brings|bringing) (?:it|the \w+) to"
    r"|package of|deal of)(?: a possible| a potential)?(?: up to| as much as)?\s?\Z"
)
_JOINED = re.compile(
    r",|;|\band\b|\bplus\b|\bwith\b|\balongside\b|\balong with\b|\bas well as\b|\btogether with\b|\bthen\b"
)
_TAIL = 80  # characters after a sentence that the pattern for what follows a total may still look at


def broken_sums(line: Line) -> Iterator[Broken]:
    """All sums of a sentence that do not come out."""
    if len(line.figures) < 2:
        return
    yield from _parts(line)
    yield from _totals(line)
    yield from _package(line)
    yield from _rest(line)


def _noun(figure: Figure) -> str:
    noun = (figure.subject or "").lower()
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun


def _parts(line: Line) -> Iterator[Broken]:
    """D12: a part is no larger than its whole, and "including A and B" no more than it together.

    The lower end of a part's interval must not be above the upper end of the whole's; of the sum of two or more parts
    with half a percent to spare, and weakly, since the parts may overlap.
    """
    figures = line.figures
    for index, whole in enumerate(figures[:-1]):
        part = figures[index + 1]
        if whole.kind not in {"count", "money"} or not same_measure(whole, part) or whole.role == "part":
            continue
        if _RANK.search(line.before(whole, 8)) or _inside(line, whole, part, figures[:index]):
            continue
        between = line.between(whole, part)
        named = _INCLUDING.fullmatch(between)
        if named is None and not (
            _OF_THEM.match(line.lower, part.end)
            and len(between) < 70
            and re.search(r"[,(—–-]\s?(?:\w+\s){0,2}\Z", between)
        ):
            continue
        if box(part).low > box(whole).high:
            reason = f"a part ({part.text}) is larger than its whole ({whole.text})"
            yield Broken(part, f"at most {whole.text}", reason, (whole,))
            continue
        if named is not None:
            yield from _many_parts(line, whole, figures[index + 1 :])


def _inside(line: Line, whole: Figure, part: Figure, earlier: Sequence[Figure]) -> bool:
    """Whether the "whole" only tells where or when ("58 people in two trains, including nine")."""
    return _WHERE.search(line.before(whole, 30)) is not None and any(
        same_measure(f, part) and (f.high is None or f.high >= part.value) for f in earlier
    )


def _many_parts(line: Line, whole: Figure, figures: Sequence[Figure]) -> Iterator[Broken]:
    """The parts after "including", as far as they are a list."""
    parts = [figures[0]]
    for one, other in pairwise(figures):
        if (
            not same_measure(whole, other)
            or not _THEN.fullmatch(line.between(one, other))
            or _OF_THEM.match(line.lower, other.end)
        ):
            break
        parts.append(other)
    if len(parts) < 2:
        return
    together = _sum([box(f) for f in parts])
    if together.low > box(whole).high * 1.005:
        listed = " and ".join(f.text for f in parts)
        reason = f"{listed} are {span_words(together)}, more than the whole ({whole.text})"
        yield Broken(whole, f"at least {span_words(together)}", reason, tuple(parts), strong=False)


def _totals(line: Line) -> Iterator[Broken]:
    """D13: the parts that a sentence lists make its total: the sum of the intervals meets the total's.

    If the rounding of each number alone leaves room, all are taken to the finest step of them, and the finding is weak.
    Nothing is said if some of the numbers alone give the total, if a product of two does, or if words in the sentence
    make them something else than parts. Strong if all count one named thing, weak if their nouns differ.
    """
    around = line.lower[line.start : line.end + _TAIL]
    if len(line.figures) < 3 or not any(map(around.__contains__, _TOTAL_WORDS)):
        return
    for total in line.figures:
        if total.kind not in {"count", "money", "measure", "duration"}:
            continue
        before = line.before(total)
        if _TOTAL_FIRST.search(before) and _opened(line, total):
            parts = [f for f in line.figures if f.start > total.end]
        elif _TOTAL_BEFORE.search(before) or _TOTAL_AFTER.match(line.lower, total.end, line.end):
            parts = [f for f in line.figures if f.end <= total.start]
        else:
            continue
        yield from _total(line, total, parts)


def _package(line: Line) -> Iterator[Broken]:
    """D13 for sums with add-ons: "an initial 30 million with 5 million in add-ons, worth up to 35 million"."""
    money = [f for f in line.figures if f.kind == "money"]
    if len(money) != 3 or _PLUS.search(line.lower, line.start, line.end) is None:
        return
    *parts, total = money
    between, before = line.between(parts[0], parts[1]), line.before(total)
    if _ADDED.search(between) is None or _WORTH.search(before) is None or not same_measure(parts[0], total):
        return
    whole = tight(parts)[0] + tight(parts)[1]
    stated = Interval(total.value - total.step / 2, total.value + total.step / 2)
    if same_measure(parts[1], total) and whole.apart(stated, 0.0005):
        made = plain(parts[0].value + parts[1].value)
        reason = f"{parts[0].text} and {parts[1].text} make {made}, not {total.text}"
        yield Broken(total, made, reason, tuple(parts), strong=False)


def _opened(line: Line, total: Figure) -> bool:
    """Whether a colon, a dash or a bracket after a total opens the list of its parts."""
    following = next((f for f in line.figures if f.start > total.start), total)
    return re.search(r":|\s[—–-]\s|\(", line.lower[total.end : max(following.start, total.end)]) is not None


def _total(line: Line, total: Figure, parts: list[Figure]) -> Iterator[Broken]:
    parts = [f for f in parts if f.kind != "ordinal"]
    if not 2 <= len(parts) <= 12 or not all(same_measure(total, f) for f in parts):
        return
    words = line.lower[min(parts[0].start, total.start) : max(parts[-1].end, total.end)]
    added = _PLUS.search(words) is not None
    if not added and (_MORE.search(words) or any(f.role in {"increment", "change"} for f in parts)):
        return
    if _NO_SUM.search(words) or not _listed(line, parts):
        return
    nouns = {_noun(f) for f in (*parts, total) if f.subject is not None and f.kind == "count"}
    if len(nouns) > 1 and not _kinds(line, total, parts):
        return
    boxes = [box(f) for f in parts]
    stated = box(total)
    whole = _sum(boxes)
    loose = not whole.apart(stated, 0.0005)
    if loose:
        *boxes, stated = tight([*parts, total])
        whole = _sum(boxes)
    if not whole.apart(stated, 0.0005) or _otherwise(boxes, stated):
        return
    listed = " and ".join(f.text for f in parts) if len(parts) == 2 else ", ".join(f.text for f in parts)
    made = span_words(whole) if any(f.approximate for f in parts) else plain(sum(f.value for f in parts))
    reason = f"{listed} make {made}, not {total.text}"
    strong = not loose and len(nouns) <= 1 and (len(parts) > 2 or len({_noun(f) for f in parts}) == 1)
    yield Broken(total, made, reason, tuple(parts), strong=strong)


def _otherwise(boxes: list[Interval], stated: Interval) -> bool:
    """Whether some of the parts alone, or a product of two, make the total."""
    if len(boxes) <= 8 and any(
        not _sum(list(some)).apart(stated, 0.0005)
        for size in range(2, len(boxes))
        for some in combinations(boxes, size)
    ):
        return True
    return any(not one.times(other).apart(stated, 0.0005) for one, other in combinations(boxes, 2))


def _kinds(line: Line, total: Figure, parts: list[Figure]) -> bool:
    """Whether parts of several nouns are the kinds of the total: "5 defenders and 6 forwards, 14 in all"."""
    if any(f.subject is None for f in parts):
        return False
    named = [_noun(f) for f in parts]
    if total.subject is not None and (_noun(total) in named or total.end > line.end):
        return False
    return all(
        len(line.between(one, other)) < 40
        for one, other in pairwise([*parts, total] if total.start > parts[-1].start else parts)
    )


def _rest(line: Line) -> Iterator[Broken]:
    """D13, the rest: of Y things A went there, B here, and "the remaining C" must be Y - A - B.

    All numbers must be counts or sums of one unit; the sum of the intervals of A, B and C must meet that of Y.
    """
    figures = line.figures
    for index, rest in enumerate(figures):
        if index < 2 or not _REST.search(line.before(rest, 24)):
            continue
        whole = next((f for f in figures[:index] if _OF_WHOLE.search(line.before(f, 40))), None)
        if whole is None or whole.kind not in {"count", "money"}:
            return
        parts = [f for f in figures[: index + 1] if f is not whole]
        if not all(same_measure(whole, f) for f in parts) or not _listed(line, parts) or whole is not figures[0]:
            return
        together = _sum([box(f) for f in parts])
        if together.apart(box(whole), 0.0005):
            left = plain(whole.value - sum(f.value for f in parts[:-1]))
            reason = f"{' and '.join(f.text for f in parts[:-1])} of {whole.text} leave {left}, not {rest.text}"
            yield Broken(rest, left, reason, (whole, *parts[:-1]))
        return


def _listed(line: Line, parts: list[Figure]) -> bool:
    """Whether the parts stand in a list: a comma, "and", "plus" or "with" between each two."""
    return all(
        _JOINED.search(line.between(one, other)) and len(line.between(one, other)) < 90
        for one, other in pairwise(parts)
    )


def _sum(boxes: list[Interval]) -> Interval:
    total = Interval(0.0, 0.0)
    for one in boxes:
        total = total + one
    return total
