"""Mentions: an article's figures with the words of their clauses, which travel packed in a ledger row."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from lintnews.checks.once import once_a_story
from lintnews.lexicon import lexicon
from lintnews.patterns import late

if TYPE_CHECKING:
    from lintnews.model import Attribution, Date, Figure, Sentence, Story

# Looked for in small letters: that is a third faster than re.IGNORECASE.
_CUT = late(r"[;:()“”\"—–]|,(?!\d)|\s(?:and|but|while|whereas|although|because|after|before|when|including|with)\s")
_WORD = late(r"[\w'’-]+")
_CAPITAL = late(r"(?<![\w-])[A-Z][\w'’]+(?![\w-])")
_GROUP = r"(?:contingent|group|batch|wave|tranche|deployment|shipment|phase|round|draft|convoy)"
_ORDINAL = r"(?P<ordinal>first|second|third|fourth|fifth|last|final)"
_ANCHOR_BEFORE = late(
    rf"\b{_ORDINAL}\s(?:\w+\s)?{_GROUP}\sof\s(?:about\s|around\s|some\s|nearly\s|at\sleast\s)?\Z", re.IGNORECASE
)
_OF = ("of ", "OF ", "about ", "around ", "some ", "nearly ", "least ")
_ANCHOR_AFTER = late(
    rf"[\w\s'’-]{{0,40}}?\s(?:of|in|from|as)\s(?:the|its|his|her|their|a)\s{_ORDINAL}\s(?:\w+\s)?{_GROUP}\b",
    re.IGNORECASE,
)
_AS_OF = late(r"\b(?:as of|by the end of|at the end of|up to)\s\Z", re.IGNORECASE)
_POSSESSIVE = late(r"(?:['’]s?|\.)\Z")
_KINDS = frozenset({"count", "money", "duration", "measure", "age"})
_DROPPED = frozenset({"increment", "change", "part"})
REACH = 90
_MANY = 32  # attributions before and after a figure that may give it


class Mention(Struct, frozen=True, array_like=True):
    """A figure as it is compared: place, interval, noun, names before the noun, clause, time and source."""

    start: int
    end: int
    text: str
    low: float | None
    high: float | None
    value: float
    kind: str
    unit: str | None
    subject: str | None
    named: tuple[str, ...]
    before: str
    after: str
    role: str
    approximate: bool
    quoted: bool
    as_of: str | None
    source: str | None
    anchor: str | None
    part: str  # role of the paragraph

    @property
    def clause(self) -> str:
        """The words around the figure, with spaces at both ends."""
        return f" {self.before} {self.after} "


_ENCODER, _DECODER = msgspec.msgpack.Encoder(), msgspec.msgpack.Decoder(list[Mention])


@once_a_story
def mentions(story: Story) -> list[Mention]:
    """The figures of an article that may fill a slot, in order."""
    text = story.article.text
    figures = [f for f in story.facts.figures if f.kind in _KINDS and (f.kind != "age" or _unnamed(f))]
    times: dict[int, Times] = {}
    for date in story.facts.dates:
        if date.value is not None:
            times.setdefault(date.sentence, Times()).add(date, text)
    sources: dict[int, list[Attribution]] = {}
    for attribution in story.facts.attributions:
        if attribution.source_kind in {"person", "organisation", "document"} and attribution.source is not None:
            sources.setdefault(attribution.sentence, []).append(attribution)
    out = []
    for index, figure in enumerate(figures):
        if figure.role in _DROPPED or figure.sentence < 0:
            continue
        left = figures[index - 1].end if index else 0
        right = figures[index + 1].start if index + 1 < len(figures) else len(text)
        out.append(_mention(story, figure, left, right, times, sources))
    return out


def _unnamed(figure: Figure) -> bool:
    """Whether an age is somebody's without a name: "a 15-year-old boy"."""
    return figure.subject is not None and figure.subject.islower()


def _source(text: str, figure: Figure, attributions: list[Attribution]) -> str | None:
    """Who gives a figure, where somebody in particular does."""
    # In a sentence without end only those near the figure are looked at.
    last = (
        bisect_right(attributions, figure.start, key=lambda a: a.content[0].start) if len(attributions) > _MANY else 0
    )
    for attribution in attributions[max(last - _MANY, 0) : last + _MANY]:
        if attribution.source and any(span.start <= figure.start < span.end for span in attribution.content):
            return attribution.speaker or text[attribution.source.start : attribution.source.end]
    return None


def _mention(
    story: Story,
    figure: Figure,
    left: int,
    right: int,
    times: dict[int, Times],
    sources: dict[int, list[Attribution]],
) -> Mention:
    text = story.article.text
    sentence = story.facts.sentences[figure.sentence]
    first = max(sentence.start, left, figure.start - REACH)
    last = min(sentence.end, right, figure.end + REACH)
    lead = text[first : figure.start].lower()
    before = _CUT.split(lead)[-1]
    # "on February 28, when six people were shot": the date is of what follows
    said = len(lead) if lead[: len(lead) - len(before)].endswith(" when ") else len(before)
    after = text[figure.end : last]
    cut = _CUT.search(after.lower())
    after = after[: cut.start()] if cut else after
    noun_phrase = after.split(figure.subject)[0] if figure.subject else ""
    peoples = lexicon().table("nationalities")
    named = {word for word in before.split()[-4:] if word in peoples}
    named.update(word.lower() for word in _CAPITAL.findall(noun_phrase))
    paragraphs = story.article.paragraphs
    return Mention(
        figure.start,
        figure.end,
        figure.text,
        figure.low,
        figure.high,
        figure.value,
        figure.kind,
        figure.unit,
        _POSSESSIVE.sub("", figure.subject.lower()) if figure.subject else None,
        tuple(sorted(named)),
        " ".join(_WORD.findall(before)),
        " ".join(_WORD.findall(after.lower())),
        figure.role,
        figure.approximate,
        figure.quoted,
        times[figure.sentence].of(figure, said, len(after)) if figure.sentence in times else None,
        _source(text, figure, sources.get(figure.sentence, [])),
        _anchor(text, figure, sentence),
        paragraphs[sentence.paragraph].role if paragraphs else "body",
    )


def _anchor(text: str, figure: Figure, sentence: Sentence) -> str | None:
    """The ordinal of the group that a figure is the size of: "second" in "the second contingent of 140 soldiers"."""
    start = max(sentence.start, figure.start - 60)
    anchor = None
    if text.endswith(_OF, start, figure.start):  # seldom, and the pattern has to be tried at every word
        anchor = _ANCHOR_BEFORE.search(text, start, figure.start)
    anchor = anchor or _ANCHOR_AFTER.match(text, figure.end, sentence.end)
    return anchor["ordinal"].lower() if anchor else None


class Times:
    """The dates of one sentence, in order."""

    def __init__(self) -> None:
        self._dates: list[Date] = []
        self._as_of: Date | None = None

    def add(self, date: Date, text: str) -> None:
        """Take in the next date; the first after "as of" counts for the whole sentence."""
        self._dates.append(date)
        if self._as_of is None and _AS_OF.search(text, max(date.start - 16, 0), date.start):
            self._as_of = date

    def of(self, figure: Figure, before: int, after: int) -> str | None:
        """The day that a figure speaks of: the first date that is in its clause or after "as of"."""
        index = bisect_left(self._dates, figure.start - before, key=lambda date: date.start)
        if index < len(self._dates) and self._dates[index].start < figure.end + after:
            inside = self._dates[index]
            return (self._as_of if self._as_of and self._as_of.start < inside.start else inside).value
        return self._as_of.value if self._as_of else None


def pack(found: list[Mention]) -> bytes:
    """Mentions as one string of bytes: they lie in the ledger for the whole run and are seldom looked at."""
    return _ENCODER.encode(found)


def unpack(packed: bytes) -> list[Mention]:
    """The mentions again."""
    return _DECODER.decode(packed)
