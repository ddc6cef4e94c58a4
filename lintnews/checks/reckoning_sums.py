"""Sums that do not come out: parts of a whole (D12), totals (D13), lists that are counted (D19)."""

from __future__ import annotations

import re
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

from lintnews.checks.reckoning import Broken, Interval, Line, box, same_measure, span_words
from lintnews.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lintnews.model import Figure

_TOTAL_BEFORE = late(
    r"(?:,|—|–|-|\(| and| for| or|:|making|giving|is|was|that makes|which makes|with|to|of|bringing|came"
    r"|comes|adding up|adds up)*\s?"
    r"\b(?:a total of|a combined total of|totalling|totaling|a combined|a grand total of|for a total of"
    r"|or a total of)\s?(?:about |around |nearly |almost |some |exactly |just )?\Z"
)
_TOTAL_AFTER = late(r"(?:\s[a-z'’-]+){0,3}(?:,)?\s(?:in all|in total|altogether|all told|all together)\b")
_TOTAL_FIRST = late(
    r"\b(?:a total of|in all,|altogether,|in total,)\s?(?:about |around |nearly |almost |some |exactly |just )?\Z"
)
_TOTAL_WORDS = ("total", "combined", "in all", "altogether", "all told", "all together")  # one is in each of the three
_INCLUDING = late(
    r"(?:\s[\w'’-]+){0,5}?,?\s?(?:\()?(?:including|among them|of whom|of which|of them)\s(?:at least "
    r"|about |some |nearly |as many as |up to )?\Z"
)
_THEN = late(r"(?:\s[\w'’-]+){0,7}?(?:,? and|,)\s(?:at least |about |some |nearly )?(?:[\w'’-]+\s){0,3}?\Z")
_OF_THEM = late(r"\s(?:of (?:them|whom|which|those))\b")
_NO_SUM = late(
    r"\b(?:per|each|every|average|up from|compared|previous|last year|times|days?|hours?|of the|including"
    r"|another|more|additional|rose|fell|score[ds]?|beat|win|wins|lost|points)\b"
)
_RANK = late(r"\b(?:top|bottom|best|last|first|number|no)\s\Z")

_TAIL = 80  # characters after a sentence that the pattern for what follows a total may still look at


def broken_sums(line: Line) -> Iterator[Broken]:
    """All sums of a sentence that do not come out."""
    yield from _parts(line)
    yield from _totals(line)


def _alike(figures: Sequence[Figure]) -> bool:
    """Whether figures count one thing: one measure, one noun at most."""
    first = figures[0]
    nouns = {_noun(f) for f in figures if f.subject is not None and f.kind == "count"}
    return all(same_measure(first, f) for f in figures) and len(nouns) <= 1


def _noun(figure: Figure) -> str:
    noun = (figure.subject or "").lower()
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun


def _parts(line: Line) -> Iterator[Broken]:
    """D12: a part is no larger than its whole, and "including A and B" no more than it together."""
    figures = line.figures
    for index, whole in enumerate(figures[:-1]):
        part = figures[index + 1]
        if whole.kind not in {"count", "money"} or not same_measure(whole, part) or whole.role == "part":
            continue
        if _RANK.search(line.lower[max(line.start, whole.start - 8) : whole.start]):
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
        if named is None or index + 2 >= len(figures):
            continue
        second = figures[index + 2]
        if (
            not same_measure(whole, second)
            or not _THEN.fullmatch(line.between(part, second))
            or _OF_THEM.match(line.lower, second.end)
        ):
            continue
        both = box(part) + box(second)
        if both.low > box(whole).high * 1.005:
            reason = f"{part.text} and {second.text} are {span_words(both)}, more than the whole ({whole.text})"
            yield Broken(whole, f"at least {span_words(both)}", reason, (part, second), strong=False)


def _totals(line: Line) -> Iterator[Broken]:
    """D13: the parts that a sentence lists and their total.

    Nothing is said if some of the numbers alone give the total, if a product of two does, if they count different
    things, or if words in the sentence make them something else than parts.
    """
    around = line.lower[line.start : line.end + _TAIL]
    if not any(map(around.__contains__, _TOTAL_WORDS)):
        return
    for total in line.figures:
        if total.kind not in {"count", "money"}:
            continue
        before = line.lower[max(line.start, total.start - 60) : total.start]
        if _TOTAL_FIRST.search(before) and ":" in line.lower[total.end : line.end]:
            colon = line.lower.index(":", total.end)
            parts = [f for f in line.figures if f.start > colon]
        elif _TOTAL_BEFORE.search(before) or _TOTAL_AFTER.match(line.lower, total.end):
            parts = [f for f in line.figures if f.end <= total.start]
        else:
            continue
        yield from _total(line, total, parts)


def _total(line: Line, total: Figure, parts: list[Figure]) -> Iterator[Broken]:
    parts = [f for f in parts if f.kind != "ordinal"]
    if not 2 <= len(parts) <= 12 or not all(same_measure(total, f) for f in parts):
        return
    if not _alike([*parts, total]) or any(f.role in {"increment", "change"} for f in parts):
        return
    words = line.lower[min(parts[0].start, total.start) : max(parts[-1].end, total.end)]
    if _NO_SUM.search(words) or not _listed(line, parts):
        return
    boxes = [box(f) for f in parts]
    stated = box(total)
    whole = _sum(boxes)
    if not whole.apart(stated, 0.0005):
        return
    if len(parts) <= 8 and any(
        not _sum(list(some)).apart(stated, 0.0005)
        for size in range(2, len(parts))
        for some in combinations(boxes, size)
    ):
        return
    if any(not one.times(other).apart(stated, 0.0005) for one, other in combinations(boxes, 2)):
        return
    listed = " and ".join(f.text for f in parts) if len(parts) == 2 else ", ".join(f.text for f in parts)
    reason = f"{listed} make {span_words(whole)}"
    yield Broken(total, span_words(whole), reason, tuple(parts), strong=len(parts) > 2 or _same_noun(parts))


def _listed(line: Line, parts: list[Figure]) -> bool:
    """Whether the parts stand in a list: a comma, "and", "plus" or "with" between each two."""
    return all(
        re.search(r",|;|\band\b|\bplus\b|\bwith\b", line.between(one, other)) and len(line.between(one, other)) < 90
        for one, other in pairwise(parts)
    )


def _same_noun(parts: list[Figure]) -> bool:
    return len({_noun(f) for f in parts}) == 1


def _sum(boxes: list[Interval]) -> Interval:
    total = Interval(0.0, 0.0)
    for one in boxes:
        total = total + one
    return total
