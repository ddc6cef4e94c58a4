"""The expressions by which dates are read where a calendar word stands."""

from __future__ import annotations

from lintnews.extract.numerals import UNITS
from lintnews.patterns import late

MONTH = (
    r"(?P<month>january|february|march|april|may|june|july|august|september|october|november|december"
    r"|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b\.?)"
)
NUMBER = {
    name: i
    for i, name in enumerate(["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], 1)
}
YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)(?![\d%]|,\d|[-–]\d)"
SECOND = r"(?:\s?(?:-|–|—|to|and|&)\s?(?P<last>\d{1,2})(?:st|nd|rd|th)?(?![\w%]|[.,:/]\d|\s(?:per|pct|mil|bil)))?"
DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?(?![\w:%]|[.,/]\d)"
NAMED = r"(?:,?\s\(?(?:a\s)?(?P<named>mon|tues|wednes|thurs|fri|satur|sun)day\b\)?)?"
AFTER_MONTH = late(rf"\.?\s{DAY}{SECOND}(?:,?\s(?:(?:in|of)\s)?{YEAR})?")
YEAR_AFTER = late(rf"\.?,?\s(?:(?:of|in)\s)?{YEAR}")
DAY_BEFORE = late(
    r"(?<![\w.,:/$£€-])(?P<day>\d{1,2})(?:st|nd|rd|th)?"
    r"(?:\s?(?:-|–|to|and)\s?(?P<last>\d{1,2})(?:st|nd|rd|th)?)?\s(?:of\s)?\Z"
)
DATED = late(
    rf"\.?,?\s(?:the\s)?(?:{MONTH}\s{DAY}|(?P<first>\d{{1,2}})(?:st|nd|rd"
    rf"|th)?\s(?:of\s)?{MONTH.replace('month', 'named')})"
    rf"(?:,?\s{YEAR})?"
)
TRAILING = late(r",?\s\(?(?:an?\s|which\swas\sa\s)?(?P<named>mon|tues|wednes|thurs|fri|satur|sun)day\b\)?")
WEEKDAYS = {name: i for i, name in enumerate(["mon", "tues", "wednes", "thurs", "fri", "satur", "sun"])}
AGO = late(
    r"(?<![\w,.])(?P<count>\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen"
    r"|fourteen|fifteen|sixteen"
    r"|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty)[\s-](?P<unit>day|week|month|year"
    r"|decade)s?\s(?:earlier\s)?\Z"
)
COUNTS = {word: number for word, number in UNITS.items() if number <= 50} | {"a": 1, "an": 1}
FUTURE = late(
    r"\b(?:(?<!in )(?<!on )(?<!of )(?<!\d )(?<!since )(?<!last )(?<!early )(?<!late )may(?! \d)|will|'ll|’ll|shall|due"
    r"|scheduled|plans?|planned|planning|expects?|expected|expecting|upcoming|is to|are to"
    r"|set to|until|till|ahead of|would|could|should|hopes?|going to|before|tomorrow|next|begins?|opens?)\b"
)
# After a date that opens its sentence ("On Wednesday, the players are to fly home").
FUTURE_AFTER = late(
    r"[^.;!?]{0,70}?\b(?:will|shall|(?:is|are)\s(?:to|due|set|expected|scheduled|likely|planning|going)|plans?\sto|hopes?\sto)\b"
)
PAST = late(r"\b(?:who|which|that|was|were|had|said|began|told|\w+ed)\b(?<!expected)(?<!scheduled)")
OPENING = late(r"(?:\A|[.!?”\"]\s|\n|\s(?=On\s))(?:On\s|This\s|Next\s)?\Z")
HENCE = late(
    r"(?P<count>\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty)[\s-]\Z"
)
HALF_LEAD = late(r"(?<!\w)(?P<half>first|second|latter)\shalf\sof\s(?:fiscal\s|the\s)?\Z")
LEAD = late(
    r"(?:(?P<way>last|next|this|early|late|mid|the end of|every|each|in|on|since|until|till|by|from|to|of"
    r"|during|through"
    r"|before|after|for|and|or|between|around|about|past|coming|beginning|end)[\s-])\Z"
)
MODIFIER = late(r"(?<!\w)(?:early|late|mid)[\s-](?:in\s)?\Z")
SEASON_LEAD = late(r"(?:the|of|this|in|last|next|early|late|mid)[\s-]\Z")
QUARTER_LEAD = late(r"(?P<which>first|second|third|fourth|final|1st|2nd|3rd|4th)[\s-](?:fiscal[\s-]|calendar[\s-])?\Z")
QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
QUARTER_YEAR = late(rf"(?:\sof)?\s(?:fiscal\s)?{YEAR}")
CENTURIES = {"seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "twenty-first": 21}
CENTURY_LEAD = late(r"(?<!\w)(?:(?P<digits>\d\d?)(?:st|nd|rd|th)|(?P<word>" + "|".join(CENTURIES) + r"))[\s-]\Z")
NAME_AFTER = late(r"\s[A-Z][a-z]")
NOT_A_DAY = frozenset({"black", "good", "super", "bloody", "cyber", "ash", "palm", "sheffield", "ruby", "giving"})
PAPERS = late(r"\s(?:times|mirror|telegraph|post|herald|mail|express|sun|star|world|people|school)\b")
AMBIGUOUS = frozenset({3, 4, 5, 6, 8})  # March, April, May, June, August are also words or names
