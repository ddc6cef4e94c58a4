"""Currency before a number and the unit after it, normalised."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from lintnews.patterns import late

if TYPE_CHECKING:
    from lintnews.lexicon import Lexicon

_SYMBOL = late(
    r"(?:(?<![\w'’])(?P<prefix>us|a|au|c|ca|can|nz|hk|s|sg|j|u\.s\.|r|nt|ec)\s?)?\$(?:(?P<suffix>us|can|a)\s?)?\s?\Z"
    r"|(?P<sign>[£€¥₦₹₵₽₪])\s?\Z"
    r"|(?<![\w])(?P<code>usd|eur|gbp|jpy|chf|cny|rmb|inr|rs\.?|rm|aud|cad|nzd|sek|nok|dkk|zar|kes|ksh|ngn"
    r"|ghs|htg|sfr|y=|ps)\s?\Z"
)
SUM = late(r"\d[\d,]*(?:,\d{3}|\.\d|[mb]n?\b)")
_DOLLARS = {
    "us": "USD", "u.s.": "USD", "a": "AUD", "au": "AUD", "c": "CAD", "ca": "CAD", "can": "CAD", "nz": "NZD",
    "hk": "HKD", "s": "SGD", "sg": "SGD", "j": "JMD", "r": "BRL", "nt": "TWD", "ec": "XCD",
}  # fmt: skip
_SPACED = frozenset("$£€¥₦₹₵₽₪=")
_LETTERS = frozenset(
    {
        "usd",
        "eur",
        "gbp",
        "jpy",
        "chf",
        "cny",
        "rmb",
        "inr",
        " rs",
        "rs",
        "rs.",
        " rm",
        "rm",
        "aud",
        "cad",
        "nzd",
        "sek",
        "nok",
    }
    | {"dkk", "zar", "kes", "ksh", "ngn", "ghs", "htg", "sfr"}
)
_NO_MODIFIERS = frozenset({"last", "this", "next", "each", "every", "per"})
_SIGNS = {"£": "GBP", "€": "EUR", "¥": "JPY", "₦": "NGN", "₹": "INR", "₵": "GHS", "₽": "RUB", "₪": "ILS"}
_CODES = {"rm": "MYR", "rs": "INR", "rs.": "INR", "rmb": "CNY", "ksh": "KES", "sfr": "CHF", "y=": "JPY", "ps": "GBP"}
_GOODS = late(r"\sof\s(?:the\s|pure\s|raw\s|fresh\s)?(?P<goods>[a-z’']+)")
_MONEY_WORDS = frozenset(
    {"money", "public", "taxpayers", "taxpayers'", "taxpayers’", "taxpayer", "aid", "debt", "debts", "funding"}
    | {"investment", "savings", "damage", "damages", "cuts", "tax", "taxes", "revenue", "profit", "profits"}
    | {"business", "subsidy", "subsidies", "support", "spending", "government", "european", "british"}
)
_NOTES = late(
    r"[\s-](?:note|coin|fine|deal|loan|budget|bill|bid|fee|grant|bonus|house|debt|project|contract|prize|cheque)s?\b"
)
_WEIGHING = late(r"\b(?:weigh\w*|weight|shape|diet\w*|heavy|heavier|lighter|slimm\w*|thrust|pressure)\b")
_HEAVIER = late(r"\s(?:heavier|lighter|overweight|of\sweight|per\ssquare\sinch)\b")
_HEAVY = 100_000
_STROKE = late(
    r"\s?[a-zµμ°]{1,4}/(?:h|hr|s|min|day|d|l|ml|dl|k?m[23²³]?|cm[23²³]?|mm[23²³]?|kg|m?g|[km]?wh|yr|t|ha|ft[23]?|gal)(?![\w/])"
)
_PER = late(
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


def currency(lower: str, start: int, text: str = "") -> tuple[int, str] | None:  # noqa: PLR0911 - one a spelling
    """The currency that ends just before a number: where it starts and its ISO code.

    `text` is the same with its capitals: "A$50" is Australian, "a $50 fine" is not. "PS" is what a plain-letters feed
    makes of the sign of the pound.
    """
    last = lower[start - 1 : start]
    if not last or (last.isdigit() or last in ",.;:()-"):
        return None
    if (
        last.isspace()
        and lower[start - 2 : start - 1] not in _SPACED
        and lower[max(start - 4, 0) : start - 1].lstrip("\n(") not in _LETTERS
    ):
        return None
    match = _SYMBOL.search(lower, max(start - 8, 0), start)
    if match is None:
        return None
    if match["sign"]:
        return match.start(), _SIGNS[match["sign"]]
    if match["code"]:
        if match["code"] == "ps" and not (lower[start - 1] == "s" and SUM.match(lower, start)):
            return None
        return match.start(), _CODES.get(match["code"], match["code"].upper())
    begin = match.start()
    prefix = match["prefix"] or match["suffix"] or "us"
    if match["prefix"] and (
        (begin and lower[begin - 1].isalnum())
        or (text and not text[begin].isupper())
        or (len(prefix) < 2 and lower[begin + 1] != "$")  # "A $5 note" is any dollar's
    ):
        begin, prefix = lower.index("$", begin), match["suffix"] or "us"
    return begin, _DOLLARS[prefix]


def unit_after(words: list[str], lexicon: Lexicon) -> Unit | None:
    """The unit that the words after a number begin with; the longest one."""
    if not words:
        return None
    table = lexicon.table("units")
    first = words[0]
    for count in (3, 2) if len(words) > 1 and first in _first_words(lexicon) else ():
        phrase = " ".join(words[:count])
        if phrase in table and count <= len(words):
            return _unit(table[phrase], count, len(phrase))
    bare = first
    entry = table.get(bare)
    if entry is None:
        bare = first.rstrip(".,;:'’")
        entry = table.get(bare)
        if entry is None and "-" in bare:
            bare = bare.partition("-")[0]
            entry = table.get(bare)
    if entry is not None:
        return _unit(entry, 1, len(bare))
    if len(words) > 1 and first not in lexicon.words("figure-stops") and first not in _NO_MODIFIERS:
        # "two more years", "517 rushing yards"
        bare = words[1].rstrip(".,;:'’")
        kind, _, unit = table.get(bare, "").partition(" ")
        if kind in {"duration", "measure"} and len(bare) > 3:
            return Unit(kind, unit, 2, len(first) + 1 + len(bare))
    return None


def _unit(entry: str, count: int, length: int) -> Unit:
    """The unit of an entry of the table, which takes so many words and letters."""
    kind, _, unit = entry.partition(" ")
    if unit.endswith(" cent"):
        return Unit(kind, unit[:3], count, length, 0.01)
    return Unit(kind, unit, count, length)


@cache
def _first_words(lexicon: Lexicon) -> frozenset[str]:
    """The words that begin units of more than one word."""
    return frozenset(phrase.partition(" ")[0] for phrase in lexicon.words("units") if " " in phrase)


def is_weight(lower: str, start: int, end: int, value: float) -> bool:
    """Whether pounds at [start, end) are a weight: "208 pounds of flour", "lost 20 pounds", "a 12-pound fish"."""
    after = _GOODS.match(lower, end)
    if after is not None:
        return after["goods"] not in _MONEY_WORDS
    if "£" in lower or "sterling" in lower:
        return False
    if lower.startswith("-", end - 6) or lower.startswith("-", end - 5):
        return _NOTES.match(lower, end) is None and value < _HEAVY
    return _WEIGHING.search(lower, max(start - 70, 0), start) is not None or _HEAVIER.match(lower, end) is not None


def compound(lower: str, position: int) -> Unit | None:
    """A unit with a stroke, "1.3 g/cm3", "40 mg/l"; as written."""
    match = _STROKE.match(lower, position)
    return Unit("measure", match[0].strip(), 1, len(match[0].strip())) if match is not None else None


def per(lower: str, end: int) -> str | None:
    """What a rate is per ("a day", "per 100,000"), None if the figure is no rate."""
    match = _PER.match(lower, end)
    return match["of"] if match is not None else None
