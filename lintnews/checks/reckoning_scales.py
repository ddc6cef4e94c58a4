"""Scales and orders: million for billion (D23), "between A and B" with A above B (D24)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lintnews.checks.reckoning import Broken, Line, plain
from lintnews.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.model import Figure, Story

_BETWEEN = late(r"\bbetween\s(?:about |around |some |roughly |an estimated )?[$£€]?\Z")
_ENDS = re.compile(
    r"[$£€]?(?P<one>[\d.,]*\d|[a-z-]+)(?P<unit>\s?(?:%|[a-z]+)(?:\s[a-z]+)?)??\sand\s[$£€]?(?P<two>[\d.,]*\d|[a-z-]+)"
    r"(?P<scale>\s?[a-z]+)?"
)
_TO_TWENTY = (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen"
    " nineteen twenty"
)
_NUMBERS = {word: float(value) for value, word in enumerate(_TO_TWENTY.split(), 2)} | {
    word: 10.0 * value for value, word in enumerate(("thirty", "forty", "fifty", "sixty", "seventy", "eighty"), 3)
}
_SCALES = {
    "thousand": 1e3,
    "million": 1e6,
    "m": 1e6,
    "mln": 1e6,
    "billion": 1e9,
    "bn": 1e9,
    "bln": 1e9,
    "trillion": 1e12,
}
_NOT_ORDERED = late(
    r"\b(?:difference|gap|choice|choose|match|game|tie|border|distance|relationship|split|divided|link|road|a\.?m|p\.?m"
    r"|o['’]clock|minus|below zero|alternat\w+|channel|route|motorway|junctions?)\b"
)
_WORD = re.compile(r"[a-z]{3,}")
_WRITTEN_OUT = 1000  # numbers from here on are no shorthand for so many millions
_CONTENT = 6  # words on either side
_COMMON = frozenset({
    "about", "according", "after", "all", "almost", "also", "amount", "and", "any", "are", "around", "been",
    "before", "between", "billion", "but", "can", "company", "cost", "costs", "dollars", "euros", "figure",
    "first", "five", "for", "four", "from", "government", "had", "has", "have", "her", "his", "into", "its",
    "just", "last", "least", "many", "may", "million", "more", "most", "much", "nearly", "new", "not", "number",
    "one", "only", "other", "our", "out", "over", "people", "per", "percent", "pounds", "said", "says", "six",
    "some", "such", "ten", "than", "that", "the", "their", "there", "they", "this", "three", "total", "trillion",
    "two", "under", "was", "were", "what", "when", "which", "while", "who", "will", "with", "worth", "would",
    "year", "years",
})  # fmt: skip


def broken_orders(line: Line) -> Iterator[Broken]:
    """D24: in "between A and B" A is the smaller; a scale word may stand once, after B, for both.

    Values are compared as written, without rounding. Weak: two ends may also be named in the order of time.
    """
    figures = line.figures
    for index, figure in enumerate(figures):
        if "between" not in line.before(figure, 40) or _BETWEEN.search(line.before(figure, 40)) is None:
            continue
        ends = _ENDS.match(figure.text.lower())
        if ends is not None:
            one, two = _value(ends["one"]), _value(ends["two"])
            unit, scale = (_SCALES.get((ends[group] or "").strip(), 1.0) for group in ("unit", "scale"))
            # The scale may stand once: "between $2 and 3 million".
            one *= unit if unit > 1 or one >= _WRITTEN_OUT else scale
            two *= scale
            first, second = (part.strip() for part in re.split(r"(?i)\sand\s", figure.text, maxsplit=1))
            small = [re.search(r"(?i)\b(?:cts?|cents|pence)\b|\dp\b", part) is not None for part in (first, second)]
            if small[0] != small[1] or re.match(r"-\d+/\d", line.lower[figure.end :]):
                continue
            if _is_clock(ends["one"], ends["two"]) or not one or not two:
                continue
        elif index + 1 < len(figures) and figures[index + 1].kind == figure.kind:
            other = figures[index + 1]
            if re.fullmatch(r"(?:\s[a-z]+)?\sand\s", line.between(figure, other)) is None or other.unit != figure.unit:
                continue
            if other.step > 0 and other.value >= 1000 * figure.value:
                continue
            one, two, first, second = figure.value, other.value, figure.text, other.text
        else:
            continue
        if one >= two and one > 0 and not _NOT_ORDERED.search(line.words) and not _is_year(one, two):
            there = f"between {second} and {first}"
            reason = f"{first} is more than {second}" if one > two else f"{first} and {second} are the same"
            yield Broken(figure, there, reason, (), strong=False)


def _value(text: str) -> float:
    if text in _NUMBERS:
        return _NUMBERS[text]
    try:
        return float(text.rstrip(".,").replace(",", ""))
    except ValueError:
        return 0.0


def _is_clock(first: str, second: str) -> bool:
    """Whether two numerals are times of day: "between 2200 and 0700"."""
    return len(first) == len(second) == 4 and first.isdecimal() and second.isdecimal() and "0" in first[0] + second[0]


def _is_year(one: float, two: float) -> bool:
    return all(1500 <= value < 2100 and value == int(value) for value in (one, two))


def broken_scales(story: Story, lower: str) -> Iterator[Broken]:
    """D23: the same number once in millions and once in billions, of one thing.

    Two figures of one unit whose values are 1,000 to one within 2 percent, the same digits in front, at least two of
    them, and two words in common among the six on either side. Weak: a part and its whole may happen to be so.
    """
    big: dict[tuple[str, str | None, str], list[Figure]] = {}
    for figure in story.facts.figures:
        if figure.step < 1000 or figure.kind not in {"money", "count"} or figure.value < 1_000_000:
            continue
        mantissa = f"{figure.value:.6e}".split("e")[0].rstrip("0").rstrip(".")
        if len(mantissa.replace(".", "")) > 1:
            big.setdefault((mantissa, figure.unit, figure.kind), []).append(figure)
    for group in big.values():
        low = min(group, key=lambda f: f.value)
        high = max(group, key=lambda f: f.value)
        if len(group) < 2 or not 980 <= high.value / low.value <= 1020:
            continue
        shared = _context(story, lower, low) & _context(story, lower, high)
        if len(shared) < 2 and not (low.kind == "count" and low.subject and low.subject == high.subject and shared):
            continue
        first, second = sorted((low, high), key=lambda f: f.start)
        reason = f"{second.text} here and {first.text} there: {plain(high.value / low.value)} times as much"
        yield Broken(second, first.text, reason, (first,), strong=False)


def _context(story: Story, lower: str, figure: Figure) -> set[str]:
    """The content words near a figure, in its sentence."""
    sentence = story.facts.sentences[figure.sentence]
    before = _WORD.findall(lower[max(figure.start - 60, sentence.start) : figure.start])[-_CONTENT:]
    after = _WORD.findall(lower[figure.end : min(figure.end + 60, sentence.end)])[:_CONTENT]
    return {word.removesuffix("s") for word in (*before, *after)} - _COMMON
