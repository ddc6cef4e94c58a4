"""Figures that nobody is named for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, ClassVar

from lintnews.checks.speech_cues import held, near
from lintnews.contract import ArticleCheck, Match, Options
from lintnews.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from lintnews.contract import Look
    from lintnews.model import Facts, Figure, Story

YEARS = (1700, 2100)  # a bare number that may be a year
LONGEST = 400  # characters around a figure that are searched: a longer sentence is a table
_ROUND = frozenset(
    (
        "dozens",
        "hundreds",
        "thousands",
        "millions",
        "billions",
        "tens of thousands",
        "half",
        "a half",
        "a quarter",
        "a third",
    )
)
_COUNTED = frozenset({"money", "percent", "count", "points"})
_SOURCED = frozenset({"explicit", "carried"})
# Comments and columns: whoever writes "my costs" is the source.
_MINE = late(r"\b(?:I|[Mm]y|[Ww]e|[Oo]ur|[Mm]e)\b")
_SHORT = 5  # words: less is a label or a row of a table
_BARE = 4  # digits without a comma: a year, a model, a distance
# A sum in a sentence on one man or woman is their own affair: a fee, a fine, a salary.
_THEIRS = late(r"\b(?:[Hh]e|[Ss]he|[Hh]is|[Hh]er)\b")
# What money must do that somebody else has reckoned up: a loss, a cost to many, a market, a total.
_RECKONED = late(
    r"\b(?:los[tse]\w*|damage|savings?|raised|raising|markets?|econom\w+|industr\w+|exports?|imports?|trade|spen[dt]\w*"
    r"|taxpayers?|scams?|fraud\w*|thefts?|stolen|deficit|debts?|aid|worth of|total\w*|average|annual\w*|yearly"
    r"|(?:each|every|a) year|cost\w*|budget\w*|pledged|promised|donat\w+|poverty|income|sales|earn\w*|owed?|owing"
    r"|funds?|wast\w+|investment)\b",
    re.IGNORECASE,
)
_LEAST_SUM = 1_000
_PUBLIC_SUM = 1_000_000_000  # what a whole economy or state pays and owes
_BEARING = 90  # characters beside a figure in which the words stand that say who came to harm
_HARMED = late(
    r"\b(?:killed|dead|deaths?|died|dies|injured|injur(?:ies|ing)|wounded|wounding|casualt(?:y|ies)|fatalit(?:y|ies)"
    r"|murders?|homicides?|drowned|missing|perished|toll|bodies|suicides?|kill(?:ing)?)\b"
)
_DYING = late(
    r"\s+(?:[\w’'-]+\s+){0,12}?(?:(?:(?:were|was|have been|had been|has been|are|is)\s+)?(?:\w+ly\s+)?"
    r"(?:killed|dead|died|injured|wounded|drowned|perished|missing)|deaths|casualties|fatalities|murders|homicides|bodies)\b"
)
_KILLING = late(r"\b(?:kill(?:ed|ing|s)|wound(?:ed|ing)|injur(?:ed|ing)|toll (?:of|at|to))\s+(?:[\w’'-]+\s+){0,3}$")
# Events of long ago are background: an old year, or an age that has ended. A toll of another year is no news either.
_LONG_PAST = late(r"\b1[5-9]\d\d(?:s|-\d\d)?\b|\b(?:[Ww]ar|[Cc]entury|(?:years?|decades?) ago|anniversary)\b")
_YEAR = late(r"\b(?:in|of|since) 20\d\d\b")


def covered(facts: Facts, index: int) -> bool:
    """Whether a sentence has a source: in itself, or beside it in its paragraph."""
    sentence = facts.sentences[index]
    if sentence.attributed != "none":
        return True
    return any(
        facts.sentences[other].paragraph == sentence.paragraph and facts.sentences[other].attributed in _SOURCED
        for other in (index - 1, index + 1)
        if 0 <= other < len(facts.sentences)
    )


class FigureSourceOptions(Options, frozen=True, kw_only=True):
    """`from_value` is the least count of things looked at; the dead and injured are looked at from 2."""

    from_value: float = 1000


class FigureSources(ArticleCheck):
    """Statistics in sentences that have no source, one match a sentence, at its first figure.

    Sums of money, percentages, large counts, and counts of the dead and injured are looked at. Results of votes and
    matches, prices, ages and what the sentence itself draws from a document are left alone (Reuters and AP ask no
    source for what is on public record), and so is a sentence right after one that cites a study, poll or register.
    """

    name = "figure-sources"
    fields: ClassVar[Mapping[str, str]] = {
        "here": "the figure, as worded",
        "kind": "money, percent, count, points; toll for a first count of dead or injured that nobody tells of",
    }
    Options = FigureSourceOptions

    def inspect(self, story: Story, options: Any, look: Look) -> Iterable[Match]:  # noqa: ARG002 - the contract
        """One match for each sentence with a figure that nobody is named for."""
        facts = story.facts
        told, tolled = -1, False
        for figure in facts.figures:
            if not _needs_source(story, figure, options.from_value):
                continue
            index = facts.sentence_at(figure.start)
            if index < 0 or index == told or facts.sentences[index].attributed in _SOURCED:
                continue
            if _is_open(story, index, figure) or _from_document(story, index):
                continue
            told = index
            toll = not tolled and _is_toll(story, figure)
            tolled = tolled or toll
            kind = "toll" if toll else figure.kind
            yield Match(figure.start, figure.end, {"here": story.text(figure), "kind": kind})


def _needs_source(story: Story, figure: Figure, least: float) -> bool:
    """Whether a figure is a statistic in the article's own words: no year, no "thousands", no headline."""
    if figure.kind not in _COUNTED or figure.quoted or figure.text.lower() in _ROUND:
        return False
    if figure.kind == "count" and figure.text.isdigit() and len(figure.text) == _BARE:
        return False
    paragraph = story.article.paragraphs[story.article.paragraph_at(figure.start)]
    if paragraph.role != "body":
        return False
    return figure.kind != "count" or figure.value >= least or (figure.value >= 2 and _of_harm(story, figure))


def _of_harm(story: Story, figure: Figure) -> bool:
    """Whether a count is of people killed, injured or missing, and not long ago."""
    text, sentence = story.article.text, story.facts.sentences[story.facts.sentence_at(figure.start)]
    bears = (
        _DYING.match(text, figure.end, figure.end + _BEARING) is not None
        or _KILLING.search(text, max(figure.start - _BEARING, 0), figure.start) is not None
    )
    return bears and not _LONG_PAST.search(text, sentence.start, min(sentence.end, sentence.start + LONGEST))


def _is_open(story: Story, index: int, figure: Figure) -> bool:
    """Whether a sentence tells what all have seen or can look up, or what its writer knows ("my costs")."""
    sentence = story.facts.sentences[index]
    text, end = story.article.text, min(sentence.end, sentence.start + LONGEST)
    if _MINE.search(text, sentence.start, end) or text.count(" ", sentence.start, end) < _SHORT - 1:
        return True
    if figure.kind == "money" and (
        _is_private(story, figure, sentence.start, end) or held(story, "open-sums", sentence.start, end)
    ):
        return True
    return held(story, "open-figures", sentence.start, end) is not None


def _is_private(story: Story, figure: Figure, start: int, end: int) -> bool:
    """Whether a sum of money is one person's or one trade's own, which nobody has had to reckon up."""
    text = story.article.text
    if figure.value >= _PUBLIC_SUM:
        return False
    if figure.value < _LEAST_SUM or _THEIRS.search(text, start, end):
        return True
    return not _RECKONED.search(text, max(start, figure.start - _BEARING), min(end, figure.end + _BEARING))


def _from_document(story: Story, index: int) -> bool:
    """Whether the sentence before, in the same paragraph, cites a document: the figures go on from there."""
    sentences = story.facts.sentences
    if index < 1 or sentences[index - 1].paragraph != sentences[index].paragraph:
        return False
    return any(a.sentence == index - 1 and a.source_kind == "document" for a in near(story, sentences[index].start))


def _is_toll(story: Story, figure: Figure) -> bool:
    """Whether a figure counts the dead or injured of the news, of whom nobody in the whole article speaks.

    An attributed sentence anywhere that tells of the dead or injured is a source for them, and so is a court; events
    long past are background (a year, a war, an anniversary in the sentence).
    """
    facts, text = story.facts, story.article.text
    index = facts.sentence_at(figure.start)
    if figure.kind != "count" or covered(facts, index) or not _of_harm(story, figure):
        return False
    sentence = facts.sentences[index]
    if _YEAR.search(text, sentence.start, min(sentence.end, sentence.start + LONGEST)):
        return False
    if any(s.sentence == index and s.kind == "reply" and s.value == "legal" for s in facts.signals):
        return False
    return not any(
        other.attributed != "none" and _HARMED.search(text, other.start, min(other.end, other.start + LONGEST))
        for other in facts.sentences
    )
