"""Currency before a number and the unit after it, normalised."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from lintnews.lexicon import Lexicon

_SYMBOL = re.compile(
    r"(?:(?<![\w'’])(?P<prefix>us|a|au|c|ca|can|nz|hk|s|sg|j|u\.s\.|r|nt|ec)\s?)?\$(?:(?P<suffix>us|can|a)\s?)?\s?\Z"
    r"|(?P<sign>[£€¥₦₹₵₽₪])\s?\Z"
    r"|(?<![\w])(?P<code>usd|eur|gbp|jpy|chf|cny|rmb|inr|rs\.?|rm|aud|cad|nzd|sek|nok|dkk|zar|kes|ksh|ngn"
    r"|ghs|htg|sfr|y=)\s?\Z"
)
_DOLLARS = {
    "us": "USD", "u.s.": "USD", "a": "AUD", "au": "AUD", "c": "CAD", "ca": "CAD", "can": "CAD", "nz": "NZD",
    "hk": "HKD", "s": "SGD", "sg": "SGD", "j": "JMD", "r": "BRL", "nt": "TWD", "ec": "XCD",
}  # fmt: skip
_SPACED = frozenset("$£€¥₦₹₵₽₪=")
_LETTERS = frozenset(
    {"usd", "eur", "gbp", "jpy", "chf", "cny", "rmb", "inr", " rs", "rs.", " rm", "aud", "cad", "nzd", "sek", "nok"}
    | {"dkk", "zar", "kes", "ksh", "ngn", "ghs", "htg", "sfr"}
)
_SIGNS = {"£": "GBP", "€": "EUR", "¥": "JPY", "₦": "NGN", "₹": "INR", "₵": "GHS", "₽": "RUB", "₪": "ILS"}
_CODES = {"rm": "MYR", "rs": "INR", "rs.": "INR", "rmb": "CNY", "ksh": "KES", "sfr": "CHF", "y=": "JPY"}
_PER = re.compile(
    r"[ \xa0]?(?:per[ \xa0-]|/|an?[ \xa0](?=(?:second|minute|hour|day|night|week|month|year|barrel|share"
    r"|gallon|tonne?|ounce"
    r"|head|piece|person|litre|liter|bushel|unit|pound|mile|kilo\w*)\b(?!\s(?:ago|earlier|before|later"
    r"|after)))|each[ \xa0](?=day|week|month|year))"
    r"(?P<of>(?:100,000|10,000|1,000|million|capita|cent\b)|[a-z-]+)?"
)


class Unit(NamedTuple):
    """Kind and normalised unit, how many of the following words and letters it takes, and the factor to the unit."""

    kind: str
    unit: str | None
    words: int
    length: int
    factor: float = 1.0


def currency(lower: str, start: int) -> tuple[int, str] | None:
    """The currency that ends just before a number: where it starts and its ISO code."""
    last = lower[start - 1 : start]
    if not last or (last.isdigit() or last in ",.;:()-"):
        return None
    if last.isspace() and lower[start - 2 : start - 1] not in _SPACED and lower[start - 4 : start - 1] not in _LETTERS:
        return None
    match = _SYMBOL.search(lower, max(start - 8, 0), start)
    if match is None:
        return None
    if match["sign"]:
        return match.start(), _SIGNS[match["sign"]]
    if match["code"]:
        return match.start(), _CODES.get(match["code"], match["code"].upper())
    begin = match.start()
    prefix = match["prefix"] or match["suffix"] or "us"
    if match["prefix"] and begin and lower[begin - 1].isalnum():
        begin, prefix = lower.index("$", begin), match["suffix"] or "us"
    return begin, _DOLLARS[prefix]


def unit_after(words: list[str], lexicon: Lexicon) -> Unit | None:
    """The unit that the words after a number begin with; the longest one."""
    table = lexicon.table("units")
    for count in (3, 2, 1):
        if count <= len(words):
            entry = table.get(" ".join(words[:count]))
            length = sum(map(len, words[:count])) + count - 1
            if entry is None and count == 1:
                bare = words[0].rstrip(".,;:'’")
                entry, length = table.get(bare), len(bare)
                if entry is None and "-" in bare:
                    bare = bare.partition("-")[0]
                    entry, length = table.get(bare), len(bare)
            if entry is not None:
                kind, _, unit = entry.partition(" ")
                if unit.endswith(" cent"):
                    return Unit(kind, unit[:3], count, length, 0.01)
                return Unit(kind, unit, count, length)
    if len(words) > 1 and words[0] not in lexicon.words("figure-stops"):
        # "two more years", "517 rushing yards"
        bare = words[1].rstrip(".,;:'’")
        kind, _, unit = table.get(bare, "").partition(" ")
        if kind in {"duration", "measure"} and len(bare) > 3:
            return Unit(kind, unit, 2, len(words[0]) + 1 + len(bare))
    return None


def per(lower: str, end: int) -> str | None:
    """What a rate is per ("a day", "per 100,000"), None if the figure is no rate."""
    match = _PER.match(lower, end)
    return match["of"] if match is not None else None
