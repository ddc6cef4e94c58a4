"""Reads the figure that stands at one place of the draft, or tells that the number there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.extract.figure_roles import role_of
from lintnews.extract.figure_units import Reading, reading_of, shared_unit
from lintnews.extract.identifiers import is_identifier, is_named, is_stage, names_thing, skip
from lintnews.extract.intervals import approximator, interval
from lintnews.extract.nouns import counted, words_after
from lintnews.extract.numerals import COMMA_LANGUAGES, Numeral, numeral
from lintnews.extract.ranges import second_of, shared
from lintnews.extract.shares import one_in, parts_of, share_word
from lintnews.extract.units import currency, per, unit_after
from lintnews.model import Figure
from lintnews.patterns import late

if TYPE_CHECKING:
    import re

    from lintnews.extract.draft import Draft
    from lintnews.extract.units import Unit

_ARTICLE = late(r"(?<!\w)(?:an?\sgood|an?|half\sa)[\s-]\Z")
_NO_COUNT = frozenset(
    ["no", "this", "that", "the", "which", "any", "every", "each", "another", "some", "other", "last", "next"]
)
_SIGNS = frozenset("$£€¥₦₹")
_SIGNED = {"~": "around", "≈": "around", ">": "above", "<": "to", "≥": "from", "≤": "to"}
_MORE = late(r"(?P<way>-odd|-plus|\+)(?![\w.,])(?=[\s;:)]|\Z)")
_TAIL = late(r" (?P<way>or so|plus(?=[.,;:)]|\Z)|or more|or fewer|or less|or thereabouts|and counting)(?!\w)")
_TAILS = {"or so": "around", "or thereabouts": "around", "or fewer": "to", "or less": "to", "-odd": "around"}


class FigureReader:
    """Reads figures of one draft, from left to right."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.lower = draft.lower
        self.lexicon = draft.lexicon
        self.comma = draft.article.language in COMMA_LANGUAGES
        self.last: Reading | None = None  # of the last figure
        self.lead = ""  # "from" or "to", if that leads it

    def read(self, start: int, code: str, free: int) -> tuple[Figure | None, int]:
        """The figure at `start` (None if the number is none) and where to go on; `code` is that of a number word."""
        if code[:1] == "f":
            qualified = approximator(self._before(start, free), self.lexicon) is not None
            first, share, end = share_word(self.draft, start, code, qualified=qualified)
            return (None, end) if share is None else self._make(first, first, share, free)
        name = names_thing(self.draft, start)
        if name > start:
            return None, name
        number = numeral(self.lower, start, comma=self.comma)
        if number is None:
            return None, start + 1
        share = parts_of(self.lower, number) or one_in(self.lower, number)
        if share is not None and self._is_share(share):
            return self._make(start, start, share, free)
        if number.digits:
            return self._make(start, start, number, free)
        return self._worded(start, number, free)

    def _worded(self, start: int, number: Numeral, free: int) -> tuple[Figure | None, int]:
        """A numeral in words: "a" may belong to it, and "one" often counts nothing."""
        lower = self.lower
        if lower[start - 1 : start] == "-" and lower[start - 2 : start - 1].isalnum():
            return None, number.end
        if lower.startswith("-for-", number.end) or is_named(self.draft, start, number.end):
            return None, number.end
        if number.value == 1 and not self._counts_one(start, number.end):
            return None, number.end
        first = start
        if number.scaled:
            article = _ARTICLE.search(lower, max(start - 8, free), start)
            before = self._before(start, free)
            if article is not None:
                first = article.start()
            elif before[-1:] in (["several"], ["few"]) and number.value == number.factor:
                number = number._replace(span=(2 * number.value, 10 * number.value - 1), value=2 * number.value)
        return self._make(first, start, number, free)

    def _is_share(self, share: Numeral) -> bool:
        """Whether "one in five" ends so that it is a share, not "three in 20 minutes"."""
        _, words = words_after(self.lower, share.end)
        unit = unit_after(words, self.lexicon)
        return unit is None or unit.kind not in {"duration", "measure", "money", "percent"}

    def _counts_one(self, start: int, end: int) -> bool:
        """Whether "one" counts something: "one of the three", "one man"; not "this one", "one another", "one day"."""
        before = self._before(start, 0)
        if before and before[-1] in _NO_COUNT:
            return False
        if self.lower.startswith(" of ", end):
            return True
        if self.lower.startswith("-", end):
            return unit_after(words_after(self.lower, end)[1], self.lexicon) is not None
        _, words = words_after(self.lower, end)
        if not words or words[0] in {"another", "day", "thing", "such", "way", "or"} or words[0].startswith("one"):
            return False
        return words[0].rstrip(".,") not in self.lexicon.words("figure-stops")

    def _before(self, start: int, free: int) -> list[str]:
        """The last words before a place, lower case, at most four, the first of them perhaps cut."""
        return [word.strip("(“\"'‘—–-") for word in self.lower[max(start - 32, free) : start].split()[-4:]]

    def _make(self, first: int, start: int, number: Numeral, free: int) -> tuple[Figure | None, int]:
        """Build the figure of a numeral at `start`: currency, approximator, range, unit, noun, role."""
        lower, lexicon, end = self.lower, self.lexicon, number.end
        below = start > 1 and lower[start - 1] in "-−" and lower[start - 2] in _SIGNS
        money = currency(lower, start - below, self.draft.text)
        if money is not None and money[0] >= free:
            first = money[0]
        else:
            money = None
        more = _MORE.match(lower, end)
        if more is not None:
            end = more.end()
        after, words = words_after(lower, end + 3 if number.span is not None and lower.startswith(" of ", end) else end)
        unit = unit_after(words, lexicon) if money is None else None
        if money is None and number.digits and is_identifier(self.draft, start, number, words, unit):
            return None, skip(lower, end, telephone=lower[start] == "0" or lower[start - 1 : start] == "+")
        if unit is None and money is None and is_stage(lower, start, number.value, words, lexicon):
            return None, end
        before = self._before(first, free)
        way = approximator(before, lexicon)
        second = None
        if number.span is None and not number.fraction:
            second = self._second(end, number, before, unit, money=money is not None)
        if second is not None:
            end = second.end
            after, words = words_after(lower, end)
            unit = unit_after(words, lexicon) if money is None else None
        if money is not None:
            reading = Reading(number, "money", money[1], 1.0, end, 0)
        else:
            reading = reading_of(self.draft, start, end, after, words, unit, number)
            if reading.kind == "count" and number.digits and second is None:
                reading = shared_unit(self.draft, reading, self.last, self.lead, before, words)
                number = reading.number
        if money is not None and below:
            reading = reading._replace(factor=-reading.factor)
        qualified = way.way if way else self._signed(first, start) or _tailed(more)
        figure, end = self._figure(first, reading, second, before, qualified, after, words)
        self.last = reading
        self.lead = "from" if "from" in before[-3:] else "to" if "to" in before[-3:] else ""
        return figure, end

    def _second(
        self, end: int, number: Numeral, before: list[str], unit: Unit | None, *, money: bool
    ) -> Numeral | None:
        """The second number of a range of one unit; "fell by 30 percent to 400" is none."""
        second = second_of(self.lower, end, number, before, unit, money=money)
        if second is None or unit is None:
            return second
        later = unit_after(words_after(self.lower, second.end)[1], self.lexicon)
        return second if later is not None and later.unit == unit.unit else None

    def _signed(self, first: int, start: int) -> str:
        """The way of a sign before the number: "~300", ">300", "sub-300"."""
        return "to" if self.lower.startswith("sub-", start - 4) else _SIGNED.get(self.lower[first - 1 : first], "")

    def _figure(
        self,
        first: int,
        reading: Reading,
        second: Numeral | None,
        before: list[str],
        way: str,
        after: int,
        words: list[str],
    ) -> tuple[Figure, int]:
        lower, kind, end = self.lower, reading.kind, reading.end
        number = reading.number
        step = _step(number, kind)
        if step != number.step:
            number = number._replace(step=step)
        tail = _TAIL.match(lower, end) if not way else None
        if tail is not None:
            way = _TAILS.get(tail["way"], "from")
        low, high = interval(number, way, whole=kind in {"count", "age"})
        value = number.value
        if second is not None:
            value = shared(number, second)
            low, high = min(value, second.value), max(value, second.value)
        signed = (
            first > 1
            and lower[first].isdecimal()
            and lower[first - 1] in "-−"
            and not lower[first - 2].isalnum()
            and lower[first - 2] not in _SIGNS
        )
        if signed:
            first -= 1
        below = signed or lower.startswith("minus", first - 6)
        factor = -reading.factor if below else reading.factor
        if factor != 1.0:
            value = round(value * factor, 6)
            low = None if low is None else round(low * factor, 6)
            high = None if high is None else round(high * factor, 6)
            if factor < 0:
                low, high = high, low
        closed = reading.words > 0 and words[reading.words - 1][-1:] in {".", ",", ";", ":"}
        left = [] if closed else words[reading.words :]
        subject, modifiers = counted(self._cased(after, words)[reading.words :], self.lexicon) if left else (None, ())
        stop = end
        if subject is not None and kind == "count":
            stop = after + len(" ".join(words[: reading.words + len(modifiers) + 1]))
        rate = kind in {"count", "money"} and (per(lower, end) or (stop > end and per(lower, stop)))
        return Figure(
            first,
            end,
            self.draft.text[first:end],
            low,
            high,
            value,
            "rate" if rate else kind,
            reading.unit,
            subject,
            modifiers,
            role_of(lower, first, end, before, subject, modifiers, way, kind),
            bool(way) or number.span is not None,
            self.draft.quoted(first),
            number.step * abs(factor),
            self.draft.sentence_at(first),
        ), end

    def _cased(self, after: int, words: list[str]) -> list[str]:
        length = sum(map(len, words)) + len(words) - 1
        return self.draft.text[after : after + length].replace("\xa0", " ").split(" ")


def _step(number: Numeral, kind: str) -> float:
    """The rounding step for a kind: percentages, points, times and small measures are given to the unit."""
    if number.scaled or number.step <= 1 or kind == "count" or (kind in {"measure", "money"} and number.value >= 1000):
        return number.step
    return 1.0


def _tailed(more: re.Match[str] | None) -> str:
    """The way of a sign or word that is joined to the number: "300-odd", "300-plus", "300+"."""
    return "" if more is None else _TAILS.get(more["way"], "from")
