"""Percentages that do not come out: changes (D8), shares (D9), more than all (D16)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lintnews.checks.reckoning import INFINITE, Broken, Interval, Line, box, plain, same_measure, span_words
from lintnews.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.model import Figure

_UP = (
    r"(?:rose|rise|rises|risen|rising|grew|grow|grows|grown|growing|climb\w*|jump\w*|surg\w+|increas\w+|gain\w*|soar\w*"
    r"|swell\w*|swollen|up|higher|more)"
)
_DOWN = (
    r"(?:fell|fall|falls|fallen|falling|drop\w*|declin\w+|slip\w*|slid|slide\w*|shr[aiu]nk\w*|plung\w+|cut"
    r"|cuts|down|decreas\w+"
    r"|lower|less|reduc\w+|plummet\w*|tumbl\w+|halv\w+)"
)
_UPWARD = late(rf"\b{_UP}\b")
_DOWNWARD = late(rf"\b{_DOWN}\b")
_FROM = late(r"\bfrom(?: (?:about|around|nearly|almost|some|just|an estimated|the|a record|only))*\s?\Z")
_TO = late(r"\s?(?:[\w$€£%.-]+\s){0,7}?to(?: (?:about|around|nearly|almost|some|just|a record|only))*\s?\Z")
_TO_FIRST = late(r"\bto(?: (?:about|around|nearly|almost|some|just|a record|only))*\s?\Z")
_THEN_FROM = late(r"\s?(?:[\w$€£%.-]+\s){0,4}?,?\s?from(?: (?:about|around|nearly|almost|some|just))*\s?\Z")
_NEAR_PERCENT = late(
    r"(?:,| or|,? an? | a | of | by | up| down|increase|decrease|rise|drop|fall|gain|decline|about|around"
    r"|nearly|almost|which"
    r"|is|that|equals|amounts|to|\(|—|–|-|increased|change|jump|growth|surge|over|more|than|some|roughly"
    r"|the|cut|reduction)*"
)
_OF = late(
    r"(?:\s[a-z'’-]+){0,3}\s(?:out )?of(?: (?:the|its|his|her|their|our|all|some|about|around|nearly"
    r"|almost|more than|over|at least"
    r"|roughly|a total of))*\s?\Z"
)
_OR_PERCENT = late(
    r"[^.;:]{0,45}?(?:, or|\sor|\s\(|\()\s?(?:about |around |roughly |nearly |almost |some |just "
    r"|just over |just under |more than |over )?\Z"
)
_OF_THE = late(
    r"\bof (?:the |its |his |her |their |our |these |those |all )?(?:about |around |nearly |almost |some "
    r"|more than |over |roughly )?\Z"
)
_PERCENT_OF = late(r"\s?(?:of [^.;:()]{0,40})?\((?:about |around |roughly )?\Z")
_PEOPLE = late(
    r"\sof (?:the |all |its |their |our )?(?:people|voters|population|votes|adults|residents|households"
    r"|members|respondents|students"
    r"|children|women|men|employees|workers|those (?:polled|surveyed|questioned|asked))\b"
)


def broken_percentages(line: Line) -> Iterator[Broken]:
    """All percentages of a sentence that do not fit the numbers beside them."""
    percents = [f for f in line.figures if f.kind == "percent" and f.unit == "%"]
    if percents:
        yield from _changes(line, percents)
        yield from _shares(line, percents)
    for figure in percents:
        if figure.value > 100.5 and figure.low is not None and _PEOPLE.match(line.lower, figure.end):
            yield Broken(figure, "100", "no more than all of them can be meant", ())
    yield from _wrong_way(line)


def _pairs(line: Line) -> Iterator[tuple[Figure, Figure]]:
    """Neighbours that are told as "from A to B" or "to B from A": (A, B)."""
    for one, other in zip(line.figures, line.figures[1:], strict=False):
        if not _addable(one, other) or one.kind in {"percent", "points", "age", "ordinal"}:
            continue
        between = line.between(one, other)
        before = line.lower[max(line.start, one.start - 40) : one.start]
        if _FROM.search(before) and _TO.fullmatch(between):
            yield one, other
        elif _TO_FIRST.search(before) and _THEN_FROM.fullmatch(between):
            yield other, one


def _addable(one: Figure, other: Figure) -> bool:
    """One measure; or a bare count before a figure with a unit ("from 5 to 7 million euros")."""
    return same_measure(one, other)


def _changes(line: Line, percents: list[Figure]) -> Iterator[Broken]:
    """D8: A to B is a change of P percent.

    100 (B/A - 1) over the box of both roundings must meet P with its own, within 0.05 points or half a percent of it;
    the sign is that of the verb. Only where the sentence has one percentage and one pair, and no years are meant.
    """
    pairs = list(_pairs(line))
    if len(pairs) != 1 or len(percents) != 1:
        return
    percent, (a, b) = percents[0], pairs[0]
    if a.value <= 0 or b.value <= 0 or not _close(line, percent, a, b):
        return
    words = line.lower[line.start : line.end]
    up, down = _UPWARD.search(words) is not None, _DOWNWARD.search(words) is not None
    if not up and not down:
        return
    stated = box(percent)
    grown = box(b).over(box(a))
    change = Interval(100 * (grown.low - 1), 100 * (grown.high - 1) if grown.high != INFINITE else INFINITE)
    if a.value > b.value:
        change = Interval(-change.high, -change.low)
    if not change.apart(stated, 0.005, 0.05):
        return
    reason = f"from {a.text} to {b.text} is a change of {span_words(change)} percent"
    hint = _slip(a, b, percent)
    yield Broken(percent, f"{span_words(change)} percent", reason + hint, (a, b))


def _slip(a: Figure, b: Figure, percent: Figure) -> str:
    """What may have gone wrong: the wrong base, or the new value given as a share of the old one."""
    wrong_base = 100 * abs(a.value - b.value) / b.value
    share = 100 * b.value / a.value
    half = max(percent.step / 2, 0.05)
    if abs(wrong_base - percent.value) <= half:
        return f" ({percent.text} is the change as a share of the second number)"
    if abs(share - percent.value) <= half:
        return f" ({percent.text} is the second number as a share of the first)"
    return ""


def _close(line: Line, percent: Figure, a: Figure, b: Figure) -> bool:
    """Whether the percentage belongs to the pair: near it, and no full stop, semicolon or other figure between."""
    first, last = min(a.start, b.start), max(a.end, b.end)
    if percent.start > last:
        gap = line.lower[last : percent.start]
        return len(gap) <= 60 and not re.search(
            r"[;:]|\b(?:while|but|whereas|from|other|another|against|percentage)\b", gap
        )
    gap = line.lower[percent.end : first]
    return len(gap) <= 40 and not re.search(
        r"[;:]|\b(?:and|while|but|whereas|other|another|than|of (?!the)|since|will)\b", gap
    )


def _shares(line: Line, percents: list[Figure]) -> Iterator[Broken]:
    """D9: X of Y is P percent: 100 X/Y over both roundings must meet P, within 0.05 points or half a percent."""
    figures = line.figures
    for index in range(len(figures) - 2):
        one, two, three = figures[index : index + 3]
        if three in percents and same_measure(one, two) and not _multiple(one, two):
            if _OF.fullmatch(line.between(one, two)) and _OR_PERCENT.fullmatch(line.between(two, three)):
                yield from _share(one, two, three)
            elif (
                _OF_THE.search(line.lower[max(line.start, one.start - 30) : one.start])
                and len(line.between(one, two)) < 90
                and not re.search(r"[;:.]", line.between(one, two))
                and re.fullmatch(
                    r"[^.;:]{0,45}?(?:, or|\sor|\s?\()\s?(?:about |around |roughly |nearly |almost |some |just )?",
                    line.between(two, three),
                )
            ):
                yield from _share(two, one, three)
        elif (
            one in percents
            and same_measure(two, three)
            and _PERCENT_OF.fullmatch(line.between(one, two))
            and _OF.fullmatch(line.between(two, three))
        ):
            yield from _share(two, three, one)


def _multiple(one: Figure, two: Figure) -> bool:
    return one.kind not in {"count", "money", "measure"} or one.value <= 0 or two.value <= 0


def _share(part: Figure, whole: Figure, percent: Figure) -> Iterator[Broken]:
    if part.value <= 0 or whole.value <= 0:
        return
    ratio = box(part).over(box(whole))
    share = Interval(100 * ratio.low, 100 * ratio.high)
    if share.low > 100:
        yield Broken(part, f"at most {whole.text}", f"{part.text} is more than the whole, {whole.text}", (whole,))
    elif share.apart(box(percent), 0.005, 0.05):
        there = f"{span_words(share)} percent"
        yield Broken(percent, there, f"{part.text} of {whole.text} is {there}", (part, whole))


_VERB_FROM = late(
    rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?: (?:sharply|slightly|steadily|again|further"
    rf"|back))? from(?: (?:about|around|nearly|almost|some|just))*\s?\Z"
)


def _counts(a: Figure, b: Figure) -> bool:
    """Whether a pair counts something; bare small numbers may be ranks, in which five is above six."""
    return a.kind != "count" or a.subject is not None or b.subject is not None or min(a.value, b.value) >= 100


def _wrong_way(line: Line) -> Iterator[Broken]:
    """D8, the sign: "fell from 5 to 7"."""
    for a, b in _pairs(line):
        verb = _VERB_FROM.search(line.lower[max(line.start, a.start - 60) : a.start])
        if verb is None or a.start > b.start or "more" in verb[0] or "less" in verb[0] or not _counts(a, b):
            continue
        one, other = box(a), box(b)
        if (verb["up"] and one.low > other.high) or (verb["down"] and one.high < other.low):
            way = "less" if verb["up"] else "more"
            yield Broken(
                b, f"{way} than {a.text}", f"{b.text} is {plain(b.value)}, {way} than {a.text}", (a,), strong=False
            )
