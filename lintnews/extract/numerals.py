"""Numerals: the number that starts at a place of the text, in digits, in words or in both.

A numeral knows its value, its rounding step (10 to the number of trailing zeros, times the scale word; a half to a
tenth and so on for decimals) and, for vague plurals and fractions, the interval or denominator that it stands for.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from lintnews.patterns import late

UNITS = {
    name: value
    for value, name in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
} | {
    name: value
    for value, name in zip(
        range(20, 100, 10), ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], strict=True
    )
}
SCALES = {
    "hundred": 100,
    "thousand": 1000,
    "million": 1_000_000,
    "billion": 1_000_000_000,
    "trillion": 1_000_000_000_000,
    "dozen": 12,
    "lakh": 100_000,
    "crore": 10_000_000,
    "mln": 1_000_000,
    "bln": 1_000_000_000,
    "mn": 1_000_000,
    "bn": 1_000_000_000,
    "tn": 1_000_000_000_000,
    "trn": 1_000_000_000_000,
    "k": 1000,
    "m": 1_000_000,
    "b": 1_000_000_000,
    "t": 1_000_000_000_000,
}
# A vague plural is one scale word as written, and at least two and less than ten of them (five for scores) as meant.
VAGUE = {
    "dozens": (12, 24, 99),
    "scores": (20, 40, 99),
    "tens": (10, 20, 99),
    "hundreds": (100, 200, 999),
    "thousands": (1000, 2000, 9999),
}
_GLYPHS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}
_WORD = "|".join(sorted(UNITS, key=len, reverse=True))
_DIGITS = late(
    r"(?P<whole>\d{1,3}(?:,\d{3})+(?![\d])|\d{1,2}(?:,\d\d)+,\d{3}(?!\d)|\d{1,3}(?:[\u2009\u202f\xa0]\d{3})+(?!\d)|\d+)"
    r"(?P<decimals>\.\d+)?(?:[ -]?(?P<part>[1-9])[/⁄](?P<of>[2-9]|1[06])(?![\d/])|(?P<glyph>[½¼¾⅓⅔]))?"
    r"(?:(?P<glued>mln|bln|trn|mn|bn|tn|[kmbt])(?![\w])|[ \xa0-]?(?P<scale>hundred|thousand|million"
    r"|billion|trillion|mln|bln"
    r"|lakh|crore|dozen|bn|mn|tn|m)(?![\w’'])(?:\s(?P<second>million|billion|crore)(?!\w))?)?"
)
_FRACTION = late(r"(?P<part>\d{1,2})[/⁄](?P<of>[2-9]|1[026]|[2-9]\d|1\d\d)(?![\d/])")
_SMALL = (
    "(?:(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:[ -](?:one|two|three|four|five|six|seven|eight|nine)(?!\\w))?"
    "|(?:thir|four|fif|six|seven|eigh|nine)teen|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|zero)"
    "(?!\\w)"
)
_LARGE = "(?:thousand|million|billion|trillion|dozen|lakh|crore|mln|bln)(?!\\w)"
_AFTER_AND = rf"(?!(?:{_SMALL})?[ -]hundred)"
_CHUNK = late(rf"(?:{_SMALL}[ -])?hundred(?!\w)(?: (?:and {_AFTER_AND})?{_SMALL}{_AFTER_AND})?|{_SMALL}")
_LARGES = late(rf"{_LARGE}(?:[ -]{_LARGE})*")
_THEN_LARGE = late(rf"(?:[ -]{_LARGE})+")
_DECIMALS = late(rf" point (?:{_WORD})(?: (?:{_WORD}))?(?!\w)")
_POINT = late(r"\.[0-9]{1,9}")
_POWER = late(r"\s?[×x]\s?10\s?\^?(?P<power>[-−–]?\d{1,2})(?![\w.,])")
_COMMA = late(
    r"(?P<whole>\d{1,3}(?:\.\d{3})+|\d+),(?P<decimals>\d{1,3})(?![\d.,])|(?P<grouped>\d{1,3}(?:\.\d{3})+)(?![\d.,])"
)
# Languages that write a comma before decimals and a point between thousands (CLDR).
COMMA_LANGUAGES = frozenset(
    {"bg", "cs", "da", "de", "el", "es", "et", "fi", "fr", "hr", "hu", "id", "it", "lt", "lv", "nb", "nl", "nn", "no"}
    | {"pl", "pt", "ro", "ru", "sk", "sl", "sr", "sv", "tr", "uk"}
)
_AND_A = late(r" and a (?P<tail>half|quarter|third)(?!\w)(?: (?P<scale>thousand|million|billion|trillion)(?!\w))?")
_EXACT = 12  # digits that a rounding of noise leaves as they are
_TAILS = {"half": 0.5, "quarter": 0.25, "third": 1 / 3}
_SLIP = late(r"\d{1,4},\d{1,2}(?![\d,.])")
_SPLIT = late(r"[ -]+")
_VAGUE = late(
    r"(?P<first>dozens|scores|tens|hundreds|thousands|millions|billions)(?: of (?P<then>hundreds|thousands"
    r"|millions|billions))?"
    r"(?!\w)"
)
_OF = {"hundreds": 100, "thousands": 1000, "millions": 1_000_000, "billions": 1_000_000_000}


class Numeral(NamedTuple):
    """A number as written: where it ends, its value, its rounding step; `span` bounds vague plurals."""

    end: int
    value: float
    step: float
    span: tuple[float, float] | None = None
    fraction: bool = False
    scaled: bool = False
    digits: bool = True
    glued: str = ""
    factor: float = 1.0


def numeral(lower: str, start: int, *, comma: bool = False) -> Numeral | None:
    """The numeral at `start` of a lower-cased text, or None; `comma`: the language writes "1.234,5"."""
    if comma:
        return continental(lower, start)
    if lower[start] == ".":
        tail = _POINT.match(lower, start)
        return Numeral(tail.end(), float(f"0{tail[0]}"), 10.0 ** -(len(tail[0]) - 1)) if tail is not None else None
    return digits(lower, start) if lower[start].isdigit() else worded(lower, start)


def digits(lower: str, start: int) -> Numeral | None:  # noqa: PLR0911 - one a spelling
    """A numeral that begins with a digit."""
    near = lower[start + 1 : start + 3]
    fraction = _FRACTION.match(lower, start) if "/" in near or "⁄" in near else None
    if fraction is not None:
        return Numeral(fraction.end(), int(fraction["part"]) / int(fraction["of"]), 0.0, fraction=True)
    match = _DIGITS.match(lower, start)
    if match is None:
        return None
    whole, decimals, part, parts, glyph, glued, scale, second = match.groups()
    end = match.end()
    if lower[end : end + 1] == "," and lower[end + 1 : end + 2].isdigit():
        slip = _SLIP.match(lower, start)
        if slip is not None:  # "2,29 euros": a comma for the point
            return continental(lower, start)
    bare = whole if whole.isdecimal() else re.sub(r"\D", "", whole)
    if not bare.isascii() or len(bare) > 18:
        return None
    decimals = decimals or ""
    value = float(bare + decimals)
    step = 10.0 ** -(len(decimals) - 1) if decimals else 10.0 ** (len(bare) - len(bare.rstrip("0") or "0"))
    if part:
        value += int(part) / int(parts)
        step = 1 / int(parts)
    elif glyph:
        value += _GLYPHS[glyph]
        step = 0.25
    factor = SCALES[glued or scale] if glued or scale else 1
    if second:
        factor *= SCALES[second]
    if lower[end : end + 1] == "×" or lower.startswith((" ×", " x 10", "x10"), end):
        power = _POWER.match(lower, end)
        if power is not None:
            exponent = int(re.sub("[−–]", "-", power["power"]))
            ten = 10.0**exponent
            return Numeral(power.end(), _round(value * ten), step * ten, scaled=True, factor=ten)
    if factor == 1 and not part and not glyph and len(bare) + len(decimals) <= _EXACT:
        return Numeral(end, value, step)
    short = glued or ("m" if scale == "m" else "")
    return Numeral(end, _round(value * factor), step * factor, scaled=factor > 1, glued=short, factor=float(factor))


def continental(lower: str, start: int) -> Numeral | None:
    """The numeral at `start` of a language with a decimal comma."""
    match = _COMMA.match(lower, start)
    if match is None:
        return numeral(lower, start)
    plain = (match["grouped"] or match["whole"]).replace(".", "")
    if match["decimals"]:
        plain += "." + match["decimals"]
    read = digits(plain + lower[match.end() : match.end() + 24], 0)
    return None if read is None else read._replace(end=match.end() + read.end - len(plain))


def worded(lower: str, start: int) -> Numeral | None:
    """A numeral in words."""
    vague = _VAGUE.match(lower, start)
    if vague is not None:
        return _vague(vague)
    end = _end(lower, start)
    if end == start:
        return None
    decimals = _DECIMALS.match(lower, end) if lower.startswith(" point ", end) else None
    value, step, last = _spelled(lower[start:end])
    if decimals is not None:
        words = decimals[0].split()[1:]
        last = words[-1]
        tail = "".join(str(UNITS[word]) for word in words)
        end = decimals.end()
        value, step = value + float(f"0.{tail}"), 10.0 ** -len(tail)
    if last == "dozen":
        step = 6.0
    half = _AND_A.match(lower, end) if lower.startswith(" and a ", end) else None
    if half is not None:  # "two and a half million"
        scale = SCALES[half["scale"]] if half["scale"] else 1
        return Numeral(
            half.end(), _round((value + _TAILS[half["tail"]]) * scale), 0.5 * scale, scaled=scale > 1, digits=False
        )
    factor = float(SCALES.get(last, 1))
    return Numeral(end, value, step, scaled=factor > 1, digits=False, factor=factor)


@lru_cache(maxsize=20_000)
def _spelled(phrase: str) -> tuple[float, float, str]:
    """The value of number words, its rounding step, and the last of the words."""
    words = _SPLIT.split(phrase)
    value = _value(words)
    return value, _step(value), words[-1]


def _end(lower: str, start: int) -> int:
    """Where the number words end that begin at `start`; `start` itself where there are none."""
    chunk = _CHUNK.match(lower, start)
    end = chunk.end() if chunk else start
    large = (_THEN_LARGE if chunk else _LARGES).match(lower, end)
    if large is None:
        return end
    end = large.end()
    while lower.startswith(" ", end):
        joined = lower.startswith(" and ", end)
        chunk = _CHUNK.match(lower, end + (5 if joined else 1))
        large = _THEN_LARGE.match(lower, chunk.end()) if chunk else None
        if chunk is None or (joined and large):  # "two million and three thousand" are two numbers
            return end
        end = large.end() if large else chunk.end()
    return end


def _value(words: list[str]) -> float:
    """The value of number words: "two hundred and fifty thousand"."""
    total = current = 0.0
    for word in words:
        if word == "and" or not word:
            continue
        if word in UNITS:
            current += UNITS[word]
        elif SCALES[word] <= 100:
            current = (current or 1) * SCALES[word]
        else:
            total += (current or 1) * SCALES[word]
            current = 0.0
    return total + current


def _step(value: float) -> float:
    step = 1.0
    while value and value % (step * 10) == 0:
        step *= 10
    return step


def _vague(match: re.Match[str]) -> Numeral:
    first, then = match["first"], match["then"]
    if first in VAGUE:
        value, low, high = VAGUE[first]
        factor = _OF[then] if then else 1
    else:
        value, low, high = 1, 2, 99
        factor = _OF[first]
    return Numeral(match.end(), value * factor, 0.0, (low * factor, (high + 1) * factor - 1), digits=False)


def _round(value: float) -> float:
    """Undo the noise of binary fractions: 1.356 billion is 1356000000."""
    return float(f"{value:.12g}")
