"""Reads the figure that stands at one place of the draft, or tells that the number there is none."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from lintnews.extract.figure_roles import role_of
from lintnews.extract.identifiers import is_identifier
from lintnews.extract.intervals import approximator, interval
from lintnews.extract.nouns import counted, words_after
from lintnews.extract.numerals import Numeral, numeral, part
from lintnews.extract.units import Unit, currency, per, unit_after
from lintnews.model import Figure

if TYPE_CHECKING:
    from lintnews.extract.draft import Draft

_RANGE = re.compile(r"\s?(?:-|–|—|to)\s?(?=[$£€]?\d)|(?:\s(?:to|or)\s)(?=[a-z])")
_AND = re.compile(r"(?:\s(?:%|per\s?cent|percent|pct|[a-z]+))?\sand\s(?=[$£€a-z\d])")
_FRACTION_WORD = re.compile(r"[ -](half|thirds?|quarters?|fifths?|tenths?)(?!\w)")
_RATIO = re.compile(r"(?:\sout\sof|\sin)(?:\severy)?\s(?=(?:\d|two|three|four|five|six|seven|eight|nine|ten|hundred)\b)")
_SCORE = re.compile(r"[-–]\d{1,3}(?![\w%,.]*\d)")
_DOZEN = re.compile(r"half a dozen(?!\w)|half-dozen(?!\w)")
_ARTICLE = re.compile(r"(?<!\w)(?:an?\sgood|an?|half\sa)[\s-]\Z")
_OF = re.compile(r"\s(?:of|the|a|an|its|his|her|their|our)\s|[.,;:)]|\Z")
_AGE_BEFORE = re.compile(r"(?:[A-Z][\w'’.-]+|[A-Z]\.)\s[A-Z][\w'’-]+,\s(?:age\s|aged\s)?\Z")
_AGE_AFTER = re.compile(r"[,.;)]")
_AGE_LEAD = re.compile(r"(?<!\w)(?:aged?|turned|age\sof|ages)[\s,]\s?\Z")
_WORD_BEFORE = re.compile(r"[\w.&'’$£€-]+")


class FigureReader:
    """Reads figures of one draft, from left to right."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.text = draft.text
        self.lower = draft.lower
        self.lexicon = draft.lexicon
        self.person_ends = {n.end for n in draft.names if n.kind == "person"}

    def read(self, start: int, code: str, free: int) -> tuple[Figure | None, int]:
        """The figure at `start` (None if the number is none) and where to go on; `code` is that of a number word."""
        lower = self.lower
        if code[:1] == "f":
            return self._fraction(start, code, free)
        number = numeral(lower, start)
        if number is None:
            return None, start + 1
        first = start
        if not number.digits:
            if lower[start - 1 : start] == "-" and lower[start - 2 : start - 1].isdigit():
                return None, number.end
            word = _FRACTION_WORD.match(lower, number.end) if number.value <= 9 and number.span is None else None
            if word is not None and not lower.startswith(" half", number.end):
                share = number.value / part(lower, word.start(1))
                return self._make(start, word.end(), number._replace(end=word.end(), value=share, step=0.0, fraction=True), free)
            if number.value == 1 and not _RATIO.match(lower, number.end) and not self._counts_one(start, number.end):
                return None, number.end
            article = _ARTICLE.search(lower, max(start - 8, free), start)
            if article is not None and number.scaled or (article is not None and lower.startswith("dozen", start)):
                first = article.start() if article else start
                if article and article[0].startswith("half"):
                    number = number._replace(value=number.value / 2, step=number.step / 2)
        ratio = _RATIO.match(lower, number.end) if number.span is None and number.value < 100 else None
        if ratio is not None:
            whole = numeral(lower, ratio.end())
            if whole is not None and whole.value > number.value and (number.value < 10 or "out" in ratio[0]):
                share = number.value / whole.value
                if self._is_share(whole.end):
                    return self._make(
                        start, whole.end, number._replace(end=whole.end, value=share, step=0.0, fraction=True), free
                    )
        return self._make(first, number.end, number, free, start)

    def _is_share(self, end: int) -> bool:
        """Whether "one in five" ends so that it is a share, not "three in 20 minutes"."""
        _, words = words_after(self.lower, end)
        unit = unit_after(words, self.lexicon)
        return unit is None or unit.kind not in {"duration", "measure", "money"}

    def _fraction(self, start: int, code: str, free: int) -> tuple[Figure | None, int]:
        """ "half", "a third", "a quarter" where they are shares; "half a dozen" and "half an hour" are numbers."""
        lower = self.lower
        dozen = _DOZEN.match(lower, start)
        if dozen is not None:
            return self._make(start, dozen.end(), Numeral(dozen.end(), 6, 2.0, (4, 8), digits=False), free)
        word = re.compile(r"[a-z]+").match(lower, start)
        end = word.end() if word else start + 1
        if code == "f2":
            unit = re.compile(r"[ -](?:an?[ -])?(hour|mile|day|year|century|million|billion|point|a)(?!\w)").match(lower, end)
            if unit is not None and unit[1] in {"million", "billion"}:
                value = {"million": 500_000, "billion": 500_000_000}[unit[1]]
                return self._make(start, unit.end(), Numeral(unit.end(), value, value / 5, scaled=True, digits=False), free)
            if unit is not None and unit[1] in {"hour", "mile", "year", "century"}:
                return None, end
            before = lower[max(start - 12, 0) : start].split()
            if before and before[-1].strip("-") in {"first", "second", "other", "latter", "better", "one", "two"}:
                return None, end
            if not _OF.match(lower, end) or lower.startswith(("-", "time"), end):
                return None, end
            if not (lower.startswith((" of", " the", " its", " his", " their", " our"), end) or self._near(before)):
                return None, end
            return self._make(start, end, Numeral(end, 0.5, 0.0, fraction=True, digits=False), free)
        if not lower.startswith(" of ", end) or not re.compile(r"(?<!\w)an?\s\Z").search(lower, max(start - 3, 0), start):
            return None, end
        first = start - 2
        return self._make(first, end, Numeral(end, 1 / int(code[1:]), 0.0, fraction=True, digits=False), free)

    def _near(self, before: list[str]) -> bool:
        return bool(before) and approximator(before, self.lexicon) is not None

    def _counts_one(self, start: int, end: int) -> bool:
        """Whether "one" counts something: "one of the three", "one man"; not "this one", "one another", "one day"."""
        lower = self.lower
        before = lower[max(start - 10, 0) : start].split()
        if before and before[-1] in {"no", "this", "that", "the", "which", "any", "every", "each", "another", "some", "other"}:
            return False
        if lower.startswith(" of ", end):
            return True
        _, words = words_after(lower, end)
        if not words or words[0] in {"another", "day", "thing", "such", "way", "or", "more"} or words[0].startswith("one"):
            return bool(words) and words[0] == "more"
        return words[0].rstrip(".,") not in self.lexicon.words("figure-stops") or words[0] in {"child", "killed", "dead"}

    def _make(
        self, first: int, end: int, number: Numeral, free: int, at: int | None = None
    ) -> tuple[Figure | None, int]:
        """Build the figure around a numeral: currency, approximator, range, unit, noun, role."""
        lower, text, lexicon = self.lower, self.text, self.lexicon
        start = first if at is None else at
        money = currency(lower, start)
        if money is not None and money[0] >= free:
            first = money[0]
        else:
            money = None
        after, words = words_after(lower, end + 3 if number.span is not None and lower.startswith(" of ", end) else end)
        unit = unit_after(words, lexicon) if money is None or (words and words[0] in {"a", "per", "cents"}) else None
        if money is None and number.digits and is_identifier(self.draft, start, number, words, unit):
            return None, self._skip(end)
        before = [w.strip("(“\"'‘") for w in lower[max(first - 34, free if free < first else 0, 0) : first].split()[-4:]]
        if first > 34 and len(before) == 4 and not lower[first - 35].isspace():
            before[0] = before[0] if lower[max(first - 35, 0)].isspace() else before[0]
        way = approximator(before, lexicon)
        high = None
        if number.span is None and not number.fraction:
            high, end = self._range(end, number, before, money is not None)
            if high is not None:
                after, words = words_after(lower, end)
                unit = unit_after(words, lexicon) if money is None else None
        number, kind, code, factor, stop, taken = self._kind(start, end, after, number, words, unit, money)
        subject, modifiers = counted(self._cased(after, words)[taken:], lexicon) if words[taken:] else (None, ())
        number = number._replace(step=_step(number, kind))
        low, top = interval(number, way.way if way else "", whole=kind in {"count", "age"})
        value = number.value
        if high is not None:
            # "$2 to 3 million": the scale stands once, after the second number.
            if high.scaled and not number.scaled and value < high.value / max(high.step, 1):
                scale = 10.0 ** (len(str(int(high.value))) - len(str(int(high.value)).rstrip("0")))
                scale = next((s for s in (1e12, 1e9, 1e6, 1e5, 1e3, 1e2) if high.value % s == 0 and high.value >= s), scale)
                value *= scale
            low, top = min(value, high.value), max(value, high.value)
        if lower.startswith(" or so", end) and way is None:
            low, top = interval(number, "around")
        if factor != 1.0:
            value = round(value * factor, 6)
            low, top = low and round(low * factor, 6), top and round(top * factor, 6)
        rate = per(lower, stop) if kind in {"count", "money", "percent", "measure"} else None
        if kind == "percent" and words[:1] == ["per"] and rate == "cent":
            rate = None
        figure = Figure(
            first,
            stop,
            text[first:stop],
            low,
            top,
            value,
            "rate" if rate and kind in {"count", "money"} else kind,
            code,
            subject,
            modifiers,
            role_of(lower, first, stop, before, modifiers, way.way if way else ""),
            way is not None or number.span is not None,
            self.draft.quoted(first),
            number.step * factor,
            self.draft.sentence_at(first),
        )
        return figure, stop

    def _cased(self, after: int, words: list[str]) -> list[str]:
        length = sum(map(len, words)) + len(words) - 1
        return self.text[after : after + length].replace("\xa0", " ").split(" ") if words else []

    def _range(self, end: int, number: Numeral, before: list[str], money: bool) -> tuple[Numeral | None, int]:
        """The second number of a range and its end."""
        lower = self.lower
        if "between" in before[-2:]:
            match = _AND.match(lower, end)
        else:
            if "from" in before[-1:]:
                return None, end
            match = _RANGE.match(lower, end)
        if match is None:
            return None, end
        at = match.end()
        sign = lower[at : at + 1] in "$£€" and lower[at : at + 1] != ""
        if money and not sign and not lower[at : at + 1].isdigit():
            return None, end
        second = numeral(lower, at + sign) if lower[at + sign : at + sign + 1].isalnum() else None
        if second is None or second.span is not None or second.value < number.value and not second.scaled and not number.scaled:
            return None, end
        if second.value <= number.value and "between" not in before[-2:]:
            return None, end
        if "or" in match[0] and (second.digits or second.value > number.value + 2):
            return None, end
        return second, second.end

    def _kind(
        self,
        start: int,
        end: int,
        after: int,
        number: Numeral,
        words: list[str],
        unit: Unit | None,
        money: tuple[int, str] | None,
    ) -> tuple[Numeral, Any, str | None, float, int, int]:
        """Kind, unit, factor to the unit, end of the figure and how many of the words the unit took."""
        if number.fraction:
            return number, "percent", None, 1.0, end, 0
        if money is not None:
            return number, "money", money[1], 1.0, end, 0
        if number.glued == "m" and number.value < 1e10:
            _, following = words_after(self.lower, end)
            if unit is None and (not following or following[0] in {"long", "wide", "high", "deep", "tall", "away", "race", "final", "sprint", "relay"} or following[0] in self.lexicon.words("figure-stops")):
                metres = number.value / 1e6
                return number._replace(value=metres, step=number.step / 1e6, scaled=False), "measure", "m", 1.0, end, 0
        if unit is None and words and words[0] in {"c", "f"} and self.text[after].isupper():
            unit = Unit("measure", "celsius" if words[0] == "c" else "fahrenheit", 1)
        if unit is not None:
            stop = after + sum(map(len, words[: unit.words])) + unit.words - 1
            while stop > end and self.lower[stop - 1] in ".,;:'’":
                stop -= 1
            kind = unit.kind
            if kind == "duration" and self._is_age(start, stop):
                kind = "age"
            return number, kind, unit.unit, unit.factor, stop, unit.words
        if number.value < 116 and number.value == int(number.value) and self._named_age(start, end):
            return number, "age", "year", 1.0, end, 0
        return number, "count", None, 1.0, end, 0

    def _is_age(self, start: int, stop: int) -> bool:
        return self.lower.startswith((" old", "-old", " of age"), stop) or self._age_lead(start)

    def _age_lead(self, start: int) -> bool:
        return _AGE_LEAD.search(self.lower, max(start - 10, 0), start) is not None

    def _named_age(self, start: int, end: int) -> bool:
        """ "Anna Berg, 45," or "aged 45"."""
        if self._age_lead(start):
            return True
        if self.lower[start - 2 : start] != ", " or not _AGE_AFTER.match(self.lower, end):
            return False
        if start - 2 in self.person_ends:
            return True
        return _AGE_BEFORE.search(self.text, max(start - 40, 0), start) is not None and not self.draft.names

    def _skip(self, end: int) -> int:
        """The end of a run of digits and marks that is no figure."""
        match = re.compile(r"[\w./:-]*").match(self.lower, end)
        return match.end() if match else end


def _step(number: Numeral, kind: str) -> float:
    """The rounding step for a kind: percentages, points, times and small measures are given to the unit."""
    if number.scaled or number.step <= 1 or (kind in {"measure", "money"} and number.value >= 1000) or kind == "count":
        return number.step
    return 1.0
