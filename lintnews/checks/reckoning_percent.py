"""Shares that do not come out: X of Y is P percent (D9), shares no count of people can give (D10), "one in k" (D11)."""

from __future__ import annotations

import itertools
import re
from math import ceil, floor
from typing import TYPE_CHECKING

from lintnews.checks.reckoning import INFINITE, SOFT, Broken, Interval, Line, box, comparable, plain, span_words
from lintnews.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.model import Figure

_OF = late(
    rf"(?:\s[a-z'’-]+){{0,4}}?\s(?:out )?of\s(?:his |her |their |our |a total of |(?:the )?[a-z-]+['’]s )?{SOFT}\Z"
)
_APPOSED = late(rf"(?:\s[a-z-]+){{1,3}},\s{SOFT}\Z")
_OR_PERCENT = late(
    rf"[^.;:]{{0,60}}?(?:,\sor|\sor|,\swhich is|,\sthat is|\s?[(—–-]|,\s(?:equal|equivalent) to)(?:\sor)?\s?{SOFT}\Z"
)
_OF_THE = late(rf"\bof\s(?:his |her |their |our |these |those )?{SOFT}\Z")
_AMONG = late(rf"[^.;:]{{0,90}}\s{SOFT}\Z|\s?\([^()]{{0,30}}\)[^.;:]{{0,60}}\Z|,\s{SOFT}\Z")
_PERCENT_OF = late(rf"\s?(?:of [^.;:()]{{0,40}})?\(\s?{SOFT}\Z")
_OF_WHOLE = late(r"\sof\s(?:the|its|all|his|her|their|our|those|these)\s(?:the\s)?\Z")
_OR_PART = late(rf"[^.;:]{{0,50}}?(?:,\sor|\s?[(—–]|,\sthat is)\s?{SOFT}\Z")
_OF_PEOPLE = late(r"\sof\s(?:the|its|all|all the|their|our|those|these|his|her|a group of)\s\Z")
_FRACTION_PERCENT = late(
    rf"[^.;:()]{{0,40}}?(?:,\sor|\s?\(|\s?[—–])\s?{SOFT}\Z|\s[a-z]+\s\(\Z|,\s{SOFT}\Z"
    rf"|\sof\s(?:[\w'’-]+\s){{0,3}}[\w'’-]+,\s{SOFT}\Z"
)
_PERCENT_FRACTION = late(rf"[^.;:()]{{0,30}}?(?:,\sor|\s?\(|\s?[—–])\s?{SOFT}\Z")
_RATIO = re.compile(r"(\d[\d,]*|[a-z-]+) (?:(out )of|in)(?: every)? (\d[\d,]*|[a-z]+)\Z")
_NOT_A_SHARE = re.compile(
    r"\b(?:up|down|rise|rose|fall|fell|increase|decrease|drop|higher|lower|more than (?:last|the)|since"
    r"|discount|interest)\b"
)
_WEIGHTED = re.compile(r"\bweight(?:ed|ing)\b|\bmargin\b")
_WORDS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}
_DIGITS = 100  # people, below which whole percentages are checked; ten times as many with one decimal


def broken_shares(line: Line) -> Iterator[Broken]:
    """All shares of a sentence that do not fit the numbers beside them."""
    percents = [f for f in line.figures if f.kind == "percent"]
    if not percents or len(line.figures) < 2:
        return
    told = list(_shares(line, [f for f in percents if f.unit == "%"]))
    yield from told
    if not told:
        yield from _grim(line, percents)
    yield from _one_in(line)


def _shares(line: Line, percents: list[Figure]) -> Iterator[Broken]:
    """D9: X of Y is P percent.

    100 X/Y over both roundings must meet P with its own, within 0.05 points or half a percent; X above Y is wrong at
    once. Source: statcheck's comparison within half of the last place; copy desks' check lists.
    """
    figures = line.figures
    for index in range(len(figures) - 2):
        one, two, three = figures[index : index + 3]
        if three in percents and comparable(one, two) and _countable(one, two):
            gap = line.between(two, three)
            apposed = line.lower.startswith(",", three.end) and _APPOSED.fullmatch(gap)
            if not (_OR_PERCENT.fullmatch(gap) or apposed) or _NOT_A_SHARE.search(gap):
                continue
            if _OF.fullmatch(line.between(one, two)):
                yield from _share(one, two, three)
            elif _OF_THE.search(line.before(one, 40)) and _AMONG.fullmatch(line.between(one, two)):
                yield from _share(two, one, three)
        elif one in percents and comparable(two, three) and _countable(two, three):
            first, second = line.between(one, two), line.between(two, three)
            if _PERCENT_OF.fullmatch(first) and _OF.fullmatch(second):
                yield from _share(two, three, one)
            elif _OF_WHOLE.fullmatch(first) and _OR_PART.fullmatch(second) and two.subject is not None:
                yield from _share(three, two, one)
        elif two in percents and comparable(one, three) and _countable(one, three):
            gap = line.between(one, two)
            if _OR_PERCENT.fullmatch(gap) and len(gap) < 40 and _OF_WHOLE.fullmatch(line.between(two, three)):
                yield from _share(one, three, two)


def _countable(one: Figure, two: Figure) -> bool:
    return one.kind in {"count", "money", "measure", "duration"} and one.value > 0 and two.value > 0


def _share(part: Figure, whole: Figure, percent: Figure) -> Iterator[Broken]:
    ratio = box(part).over(box(whole))
    share = Interval(100 * ratio.low, 100 * ratio.high)
    if share.low > 100:
        yield Broken(part, f"at most {whole.text}", f"{part.text} is more than the whole, {whole.text}", (whole,))
    elif share.apart(box(percent), 0.005, 0.05):
        there = f"{span_words(share)} percent"
        reason = f"{part.text} of {whole.text} is {there}, not {percent.text}"
        yield Broken(percent, there, reason, (part, whole))


def _grim(line: Line, percents: list[Figure]) -> Iterator[Broken]:
    """D10, GRIM: P percent of exactly N people is k/N for some whole k.

    Checked for N below 100 with whole percentages, below 1,000 with one decimal; |100 k/N - P| is at most half of the
    last place for some k, whichever way a half is rounded. Only a note, since weighting explains it too. Source: Brown
    and Heathers, "The GRIM test" (2017).
    """
    figures = line.figures
    for percent, whole in itertools.pairwise(figures):
        if percent not in percents or percent.unit != "%" or percent.approximate or percent.value >= 100:
            continue
        decimals = percent.step < 1
        if whole.kind != "count" or whole.approximate or whole.subject is None:
            continue
        if not 2 <= whole.value < _DIGITS * (10 if decimals else 1) or whole.value != int(whole.value):
            continue
        if not _OF_PEOPLE.fullmatch(line.between(percent, whole)) or _WEIGHTED.search(line.words):
            continue
        half = 0.5 * percent.step + 1e-9
        low, high = (percent.value - half) * whole.value / 100, (percent.value + half) * whole.value / 100
        if ceil(low) > high:
            near = floor(low)
            shares = " or ".join(f"{k} ({plain(round(100 * k / whole.value, 1))} percent)" for k in (near, near + 1))
            reason = f"of {whole.text} {whole.subject} it can be {shares}, not {percent.text}"
            yield Broken(percent, shares, reason, (whole,), strong=False, grim=True)


def _one_in(line: Line) -> Iterator[Broken]:
    """D11: "one in k (P percent)", "two-thirds, or P percent".

    A ratio in numbers, x of y, is 100 x/y with y known to half a unit ("one in three" is 28.6 to 40 percent); "x out of
    y" is exact. A fraction in words is within 5 points; "more than half" is no less than 49.5, "nearly half" no more
    than 50.5 percent.
    """
    for one, two in zip(line.figures, line.figures[1:], strict=False):
        if one.kind != "percent" or two.kind != "percent" or {one.unit, two.unit} != {None, "%"}:
            continue
        if one.unit is None:
            if not _FRACTION_PERCENT.fullmatch(line.between(one, two)):
                continue
        elif not _PERCENT_FRACTION.fullmatch(line.between(one, two)):
            continue
        gap = line.between(one, two)
        if _NOT_A_SHARE.search(gap) or re.search(r"\b(?:and|while|but|compared|only)\b", gap):
            continue
        fraction, percent = (one, two) if one.unit is None else (two, one)
        share, exact = _fraction(fraction)
        if share.apart(box(percent), 0.0, 0.05 if exact else 0.5):
            there = f"{span_words(share)} percent"
            middle = plain(round(100 * fraction.value, 1))
            reason = f"{fraction.text} is {'' if exact else 'about '}{middle} percent, not {percent.text}"
            yield Broken(percent, there, reason, (fraction,), strong=exact)


def _fraction(figure: Figure) -> tuple[Interval, bool]:
    """The percentages that a fraction in words stands for, and whether it is exact."""
    value = 100 * figure.value
    ratio = _RATIO.search(figure.text.lower())
    if figure.high is None:
        return Interval(value, INFINITE), False
    if figure.low is None:
        return Interval(0.0, value), False
    if figure.low < figure.high:
        return (Interval(value - 8, value) if figure.high == figure.value else Interval(value - 6, value + 6)), False
    if ratio is None:
        return Interval(value - 5, value + 5), False
    if ratio[2]:
        return Interval(value, value), True
    whole = figure.text.split()[-1]
    part, number = _ratio_numbers(figure.value, whole)
    return Interval(100 * part / (number + 0.5), 100 * part / (number - 0.5)), False


def _ratio_numbers(value: float, whole: str) -> tuple[float, float]:
    number = float(_WORDS.get(whole.lower(), 0) or whole.replace(",", "")) if _number(whole) else 100.0
    return value * number, number


def _number(word: str) -> bool:
    return word.lower() in _WORDS or word.replace(",", "").isdecimal()
