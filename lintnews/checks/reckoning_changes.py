"""Changes that do not come out: from A to B by P percent (D8), ratio words (D11)."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from lintnews.checks.reckoning import INFINITE, SOFT, Broken, Interval, Line, box, comparable, plain, span_words
from lintnews.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.model import Figure

UP = (
    r"(?:rose|rise|rises|risen|rising|raised?|grew|grow|grows|grown|growing|growth|climb\w*|jump\w*|surg\w+|increas\w+"
    r"|gain\w*|soar\w*|swell\w*|swollen|up|higher|more|expand\w*|leap\w*|leapt|doubl\w+|tripl\w+|rocket\w*)"
)
DOWN = (
    r"(?:fell|fall|falls|fallen|falling|drop\w*|declin\w+|slip\w*|slid|slide\w*|shr[aiu]nk\w*|plung\w+|cut|cuts|cutting"
    r"|down|decreas\w+|lower\w*|less|fewer|reduc\w+|plummet\w*|tumbl\w+|halv\w+|dwindl\w+|sank|sinks?|sunk|dip\w*"
    r"|slash\w+|contract\w+|trimm\w+|loss)"
)
_PAIRING = ("from ", "compared ", "against ", "versus ", " than ")  # one is in each way to tell a pair
_UPWARD = late(rf"\b{UP}\b")
_DOWNWARD = late(rf"\b{DOWN}\b")
FROM = late(rf"\bfrom\s?{SOFT}\s?\Z")
TO = late(rf"\s?(?:[\w$€£%.'’,-]+\s){{0,9}}?to\s?{SOFT}\s?\Z")
TO_FIRST = late(rf"\b(?:to|reach\w*|hit|totall?ed|stood at|came to)\s?{SOFT}\s?\Z")
THEN_FROM = late(rf"\s?(?:[\w$€£%.'’-]+\s){{0,6}}?,?\s?(?:up\s|down\s)?from\s?{SOFT}\s?\Z")
_BASE = late(
    rf"[^.;:()]{{0,50}}?(?:\b(?:up|down) from|\bcompared (?:with|to)|\bagainst|\bversus|\bfrom|(?:%"
    rf"|percent|per cent|pct) (?:more|fewer|less|higher|lower) than)\s{SOFT}\s?\Z"
)
_THAN = late(
    rf"\s(?:(?:percent|higher|lower|more|fewer|less|up|down|increase|rise|fall|drop|decrease|jump"
    rf"|decline)\s)?(?:than|from"
    rf"|on|over|compared with|compared to)\s(?:last year['’]s\s|the previous \w+['’]s\s)?{SOFT}\s?\Z"
)
SPLIT = re.compile(
    r"[;:]|\b(?:while|but|whereas|other|another|against|percentage|since|will|would|than|because|when"
    r"|although|as (?!a\b))\b"
)
_VERB_FROM = late(
    rf"\b(?:(?P<up>{UP})|(?P<down>{DOWN}))(?: (?:sharply|slightly|steadily|again|further|back|modestly|steeply))?"
    rf" from\s?{SOFT}\s?\Z"
)
_RATIOS = {
    "doubl": (1.75, 2.3), "tripl": (2.6, 3.5), "trebl": (2.6, 3.5), "quadrupl": (3.5, 4.6), "quintupl": (4.4, 5.75),
    "halv": (0.43, 0.57),
}  # fmt: skip
_RATIO = late(
    r"\b(?P<way>more than |less than |nearly |almost |about |roughly |just over |just under |over )?"
    r"(?P<word>doubl|tripl|trebl|quadrupl|quintupl|halv)(?:e|ed|es|ing)\b"
)
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}
_FOLD = late(
    r"\b(?P<way>more than |nearly |almost |about |roughly |over |a |an )?(?P<k>two|three|four|five|six"
    r"|seven|eight|nine|ten|\d{1,2})-?fold\b"
)
_RISE_OF = late(
    r"[^.;:]{0,40}?\b(?:increase|rise|jump|growth|gain|surge|drop|fall|cut|decrease|decline) of\s\Z"
    r"|[^.;:]{0,30}?, up\s\Z"
)


def broken_changes(line: Line) -> Iterator[Broken]:
    """All changes of a sentence that do not come out."""
    amounts = [
        f
        for f in line.figures
        if f.kind not in {"percent", "points", "age", "ordinal"} and f.subject not in {"points", "point"}
    ]
    percents = [f for f in line.figures if f.kind == "percent" and f.unit == "%"]
    words = line.words
    paired = len(amounts) > 1 and any(map(words.__contains__, _PAIRING))
    pairs = list(_pairs(line, amounts)) if paired else []
    if len(pairs) == 1:
        told = list(_changes(line, percents, *pairs[0])) if len(percents) == 1 else []
        yield from told
        if not told:
            yield from _ratios(line, *pairs[0])
    for a, b in pairs:
        yield from _wrong_way(line, a, b)
    if percents:
        yield from _doubled(line, percents)


def _pairs(line: Line, figures: list[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """Neighbours that are told as "from A to B", "to B from A" or "B, compared with A": (A, B)."""
    for one, other in itertools.pairwise(figures):
        if not comparable(one, other) or other.start - one.end > 110:
            continue
        between = line.between(one, other)
        before = line.before(one, 40)
        if FROM.search(before):
            if TO.fullmatch(between):
                yield one, other
        elif (TO_FIRST.search(before) and THEN_FROM.fullmatch(between)) or (
            _one_noun(one, other) and _BASE.fullmatch(between)
        ):
            yield other, one


def _one_noun(one: Figure, other: Figure) -> bool:
    return one.subject is None or other.subject is None or one.subject.lower() == other.subject.lower()


def _changes(line: Line, percents: list[Figure], a: Figure, b: Figure) -> Iterator[Broken]:
    """D8: A to B is a change of P percent.

    100 (B/A - 1) over the box of both roundings must meet P with its own, within 0.05 points or half a percent of it;
    the sign is that of the verb. Only where the sentence has one percentage and one pair, and no years are meant.
    Sources: copy desks' check lists ("percentages: do the reckoning again"); rounding as in `reckoning`.
    """
    percent = percents[0]
    if (
        line.lower.startswith((" of ", "-of"), percent.end)
        or a.value <= 0
        or b.value <= 0
        or not _close(line, percent, a, b)
    ):
        return
    words = line.words
    if _UPWARD.search(words) is None and _DOWNWARD.search(words) is None:
        return
    change = relative(a, b)
    if not change.apart(box(percent), 0.005, 0.05):
        return
    there = f"{span_words(change)} percent"
    reason = f"from {a.text} to {b.text} is a change of {there}, not {percent.text}" + _slip(a, b, percent)
    yield Broken(percent, there, reason, (a, b))


def relative(a: Figure, b: Figure) -> Interval:
    """The change from A to B in percent of A, without its sign."""
    grown = box(b).over(box(a))
    low, high = 100 * (grown.low - 1), 100 * (grown.high - 1) if grown.high != INFINITE else INFINITE
    return Interval(-high, -low) if a.value > b.value else Interval(low, high)


def _slip(a: Figure, b: Figure, percent: Figure) -> str:
    """What may have gone wrong: the wrong base, the difference itself, or the new value as a share of the old one."""
    stated = box(percent)
    ways = {
        " (as a share of the second number it would fit)": 100 * abs(b.value - a.value) / b.value,
        " (the new value is that share of the old one)": 100 * b.value / a.value,
        " (that is the difference itself)": abs(b.value - a.value),
    }
    return next((hint for hint, way in ways.items() if stated.low - 0.5 <= way <= stated.high + 0.5), "")


def _close(line: Line, percent: Figure, a: Figure, b: Figure) -> bool:
    """Whether the percentage belongs to the pair: near it, and nothing between that begins another statement."""
    first, last = min(a.start, b.start), max(a.end, b.end)
    if first < percent.start < last:
        return b.start < a.start and _THAN.search(line.between(percent, a)) is not None
    inside = [f for f in line.figures if min(percent.end, last) <= f.start < max(percent.start, first)]
    if any(f.start not in {a.start, b.start} and f.kind != "duration" for f in inside):
        return False
    if percent.start > last:
        gap = line.lower[last : percent.start]
        return len(gap) <= 70 and not re.search(r"\bfrom\b", gap) and not SPLIT.search(gap)
    gap = line.lower[percent.end : first]
    return len(gap) <= 45 and not re.search(r"\b(?:and|of (?!the))\b", gap) and not SPLIT.search(gap)


def _counts(a: Figure, b: Figure) -> bool:
    """Whether a pair counts something; bare small numbers may be ranks, in which five is above six."""
    return a.kind != "count" or a.subject is not None or b.subject is not None or min(a.value, b.value) >= 100


def _wrong_way(line: Line, a: Figure, b: Figure) -> Iterator[Broken]:
    """D8, the sign: "fell from 5 to 7". Weak, since what is counted may run the other way, such as a rank."""
    verb = _VERB_FROM.search(line.before(a))
    if (
        verb is None
        or a.start > b.start
        or " while " in line.between(a, b)
        or verb[0].startswith(("more", "less", "fewer"))
        or not _counts(a, b)
    ):
        return
    one, other = box(a), box(b)
    if (verb["up"] and one.low > other.high) or (verb["down"] and one.high < other.low):
        way = "less" if verb["up"] else "more"
        yield Broken(b, f"{way} than {a.text}", f"{b.text} is {way} than {a.text}", (a,), strong=False)


def _ratios(line: Line, a: Figure, b: Figure) -> Iterator[Broken]:
    """D11: doubled from A to B means B/A in 1.75 to 2.3, tripled 2.6 to 3.5, quadrupled 3.5 to 4.6, halved .43 to .57.

    A k-fold rise is k within 15 percent. "More than" opens the upper end from the number itself, "nearly" the lower.
    The ranges are those that news writers keep to; B/A is taken over the box of both roundings.
    """
    word = _RATIO.search(line.lower, max(line.start, min(a.start, b.start) - 80), max(a.end, b.end) + 40)
    if word is not None:
        low, high = _RATIOS[word["word"]]
        exact = {"doubl": 2.0, "tripl": 3.0, "trebl": 3.0, "quadrupl": 4.0, "quintupl": 5.0, "halv": 0.5}[word["word"]]
        if word["word"] == "halv" and word["way"] in {"more than ", "over "}:
            low, high = 0.0, 0.505
        elif word["way"] in {"more than ", "over ", "just over "}:
            low, high = exact * 0.995, INFINITE
        elif word["way"] in {"nearly ", "almost ", "just under "}:
            low, high = (0.495, 0.6) if exact < 1 else (exact * 0.8, exact * 1.005)
    else:
        word = _FOLD.search(line.lower, max(line.start, min(a.start, b.start) - 80), max(a.end, b.end) + 60)
        if word is None:
            return
        k = _NUMBERS.get(word["k"]) or int(word["k"])
        low, high = k * 0.85, k * 1.15
        if word["way"] in {"more than ", "over "}:
            low, high = k * 0.995, INFINITE
        if "down" in line.words or "fell" in line.words or k < 2:
            return
    if a.value <= 0 or b.value <= 0:
        return
    ratio = box(b).over(box(a))
    if ratio.low > high or ratio.high < low:
        times = plain(round(b.value / a.value, 2))
        reason = f"from {a.text} to {b.text} is {times} times as much, not {word[0].strip()}"
        yield Broken(b, f"{plain(a.value * low)} or more" if ratio.high < low else "less", reason, (a,), strong=False)


def _doubled(line: Line, percents: list[Figure]) -> Iterator[Broken]:
    """D11 with a percentage: what doubled rose by 75 to 130 percent, what halved fell by 43 to 57."""
    for percent in percents:
        for word in _RATIO.finditer(line.lower, max(line.start, percent.start - 110), percent.start):
            if not _RISE_OF.fullmatch(line.lower[word.end() : percent.start]):
                continue
            low, high = _RATIOS[word["word"]]
            low, high = (100 * (1 - high), 100 * (1 - low)) if high < 1 else (100 * (low - 1), 100 * (high - 1))
            if word["way"] in {"more than ", "over "}:
                high = INFINITE
            stated = box(percent)
            if stated.low > high or stated.high < low:
                meant = "50" if low < 50 else plain(round((low + 25) / 100) * 100)
                reason = f"{word[0].strip()} is a change of {meant} percent, not {percent.text}"
                yield Broken(percent, f"{meant} percent", reason, (), strong=False)
