"""Figures that nobody is named for."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import takewhile
from typing import TYPE_CHECKING, Any, ClassVar

from lintnews.checks.speech_cues import held, near
from lintnews.contract import ArticleCheck, Match, Options
from lintnews.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from lintnews.contract import Look
    from lintnews.model import Facts, Figure, Story

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
_BARE = 4  # digits without a comma, or more: a year, a model, a distance, a number to text
_CODE = late(r"\d+\.\d+[a-z]\Z")
_EVENT = late(
    r"\s(?:(?:world|national|olympic|european|and|\d+m) )*"
    r"(?:titles?|records?|finals?|races?|champion\w*|hurdles|relay|freestyle|runners?|sprint\w*|gold|silver|bronze)\b",
    re.IGNORECASE,
)
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
_LINK = late(r"\]\([h/]|\]\[\w|<a\s|https?://", re.IGNORECASE)
_LEAST_SUM = 1_000
_PUBLIC_SUM = 1_000_000_000  # what a whole economy or state pays and owes
_BEARING = 90  # characters beside a figure in which the words stand that say who came to harm
_HARMED = late(
    r"\b(?:killed|dead|deaths?|died|dies|injured|injur(?:ies|ing)|wounded|wounding|casualt(?:y|ies)|fatalit(?:y|ies)"
    r"|murders?|homicides?|drowned|missing|perished|toll|bodies|suicides?|kill(?:ing)?)\b"
)
_COUNTED_DEAD = late(
    r"\b(?:killed|dead|deaths|died|dies|injured|wounded|drowned|perished|casualties|fatalities|murders|homicides|bodies)\b"
)
_STOP = late(r"[.,;:()\n]")
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


def linked(story: Story, index: int) -> bool:
    """Whether a sentence carries a link: readers can follow it to what the sentence rests on."""
    article, sentence = story.article, story.facts.sentences[index]
    if article.offsets is None or article.coordinates != "source":
        return "http" in article.text[sentence.start : min(sentence.end, sentence.start + LONGEST)]
    low, high = article.offsets.start(sentence.start), article.offsets.end(sentence.end)
    return _LINK.search(article.source, low, min(high + len("](h"), low + LONGEST * 3)) is not None


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
        "kind": "money, percent, count, points; casualties for a first count that nobody tells of",
    }
    Options = FigureSourceOptions

    def inspect(self, story: Story, options: Any, look: Look) -> Iterable[Match]:  # noqa: ARG002 - the contract
        """One match for each sentence with a figure that nobody is named for."""
        facts = story.facts
        told, toll_sought = -1, True
        for figure in facts.figures:
            if figure.kind not in _COUNTED or figure.quoted or figure.text.lower() in _ROUND:
                continue
            index = facts.sentence_at(figure.start)
            if index < 0 or index == told or facts.sentences[index].attributed != "none":
                continue  # "is believed to be 80%" has a rule of its own
            harm = figure.kind == "count" and _of_harm(story, figure, index)
            if not _needs_source(story, figure, index, 2 if harm else options.from_value):
                continue
            if _is_open(story, index, figure) or _from_document(story, index) or linked(story, index):
                continue
            told, kind = index, str(figure.kind)
            if harm and toll_sought and _is_new(story, index):
                toll_sought = False
                kind = "casualties" if _is_untold(story) else kind
            yield Match(figure.start, figure.end, {"here": story.text(figure), "kind": kind})


def _needs_source(story: Story, figure: Figure, index: int, least: float) -> bool:
    """Whether a figure is a statistic in the article's own words: no year, no model of a phone, no headline."""
    if figure.kind == "count" and (figure.value < least or (figure.text.isdigit() and len(figure.text) >= _BARE)):
        return False
    # "802.11b", "the 200m", "the three-quarters of the scrum" are names.
    text = story.article.text
    if _CODE.match(figure.text) or (figure.text.endswith("quarters") and text[figure.end : figure.end + 4] != " of "):
        return False
    if figure.text.endswith("m") and _EVENT.match(text, figure.end):
        return False
    return story.article.paragraphs[story.facts.sentences[index].paragraph].role == "body"


def _of_harm(story: Story, figure: Figure, index: int) -> bool:
    """Whether a count is of people killed, injured or missing, and not long ago."""
    text, sentence = story.article.text, story.facts.sentences[index]
    harm = _COUNTED_DEAD.search(text, figure.end, min(sentence.end, figure.end + _BEARING))
    if harm and _STOP.search(text, figure.end, harm.start()):
        harm = None
    harm = harm or _KILLING.search(text, max(sentence.start, figure.start - _BEARING), figure.start)
    return bool(harm) and not _LONG_PAST.search(text, sentence.start, min(sentence.end, sentence.start + LONGEST))


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
    """Whether the sentence before, in the same paragraph, cites a document, or a body that gives a figure.

    The figures go on from there: a ministry's or a survey's are told in a row.
    """
    sentences = story.facts.sentences
    if index < 1 or sentences[index - 1].paragraph != sentences[index].paragraph:
        return False
    before = sentences[index - 1]
    kinds = {a.source_kind for a in near(story, sentences[index].start) if a.sentence == index - 1}
    if "document" in kinds:
        return True
    first = bisect_left(story.facts.figures, before.start, key=lambda figure: figure.start)
    return "organisation" in kinds and any(
        figure.kind in _COUNTED and not figure.quoted
        for figure in takewhile(lambda figure: figure.start < before.end, story.facts.figures[first:])
    )


def _is_new(story: Story, index: int) -> bool:
    """Whether a sentence on dead or injured is news with no source beside it: no court case, no other year."""
    facts, sentence = story.facts, story.facts.sentences[index]
    if covered(facts, index) or any(s.sentence == index and s.value == "legal" for s in facts.signals):
        return False
    return not _YEAR.search(story.article.text, sentence.start, min(sentence.end, sentence.start + LONGEST))


def _is_untold(story: Story) -> bool:
    """Whether no sentence of the article that has a source speaks of dead or injured."""
    text = story.article.text
    return not any(
        s.attributed != "none" and _HARMED.search(text, s.start, min(s.end, s.start + LONGEST))
        for s in story.facts.sentences
    )
