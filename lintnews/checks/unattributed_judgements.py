"""Judgements in a news story's own voice: superlatives, words that judge a person, certain forecasts, and causes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from lintnews.checks.speech_cues import line_of
from lintnews.checks.unattributed_claims import named
from lintnews.checks.unattributed_figures import linked
from lintnews.contract import ArticleCheck, Match
from lintnews.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from lintnews.contract import Look
    from lintnews.model import Signal, SignalKind, Story

REACH = 90  # characters around a signal that are searched
# The writer speaks for themselves: a column, a reader's letter, a review.
_MINE = late(r"\b(?:I|[Mm]y|[Mm]yself|[Ii]n my (?:view|opinion))\b")
_SUPERLATIVE = late(
    r"(?<!one of )(?<!some of )(?<!among )(?<!of )\b(?:the|[Tt]he|[A-Z]?\w+[’']s)\s(?:[a-z]+\s)?"
    r"(?:first(?!\s(?:\d|two|three|four|five|ten|hundred|thousand|million))|only|biggest|largest|worst|best|most\s[a-z-]+|fastest|highest|lowest|greatest|oldest|deadliest|richest|poorest"
    r"|longest|tallest|busiest|strongest|smallest|youngest|cheapest|strictest|deepest|heaviest|rarest|costliest|safest)\b"
    r"(?:(?![,;:.]\s|\b(?:was|were|is|are|has|have|had|who|which|that|will|when|where|appeared|began|opened)\b).){0,60}$"
)
# "her first ever": what somebody has done for the first time themselves.
_OWN = late(r"\b(?:his|her|their|its|my|our|[A-Za-z]+[’']s?)\s$|\bbilled as (?:the )?$")
# Sport keeps its own tables, and an award or a ranking names itself.
_TABLED = late(
    r"\b(?:seasons?|match|seed(?:ed)?|rank(?:ed|ing)s?|medal|champion\w*|title|final|cup|league|award\w*|prize|chart\w*|nominat\w+"
    r"|list(?:ed|s)?|Olympic\w*|metres|goals?|team|player|coach|side|tour|club|victory|record-holder|Guinness)\b",
)
_HARM = late(
    r"(?:(?!\.\s).){0,60}?\b(?:deaths?|recession|crisis|crises|shortages?|crash|collapse|blaze|fire|outbreak|poverty|famine|"
    r"unemployment|inflation|slump|decline|chaos|disaster|downturn|explosion|flood(?:s|ing)?|epidemic|violence|unrest|"
    r"disease|illness|damage|losses|failures?|debts?|delays?|misery|hunger|crunch|drought|defeat|rift|split|fall|rise|crimes?|fraud\w*|corruption|addiction)\b"
)
_GAP = late(
    r"\s+(?:(?!(?:of|in|for|by|and|with|from|on|to|who|that|film|show|book|starring|about|but|or|as|is|was)\s)[\w-]+\s+){0,4}"
)
_BEFORE = late(r",\s+(?:an?|the)\s+(?:[a-z-]+\s+)?$")


def told_by_nobody(story: Story, kind: SignalKind) -> Iterator[Signal]:
    """The signals of a kind in sentences of the body that have no source; columns and letters are left out."""
    facts, text = story.facts, story.article.text
    for signal in facts.signals:
        if signal.kind != kind or signal.sentence < 0:
            continue
        sentence = facts.sentences[signal.sentence]
        if sentence.attributed != "none" or story.article.paragraphs[sentence.paragraph].role != "body":
            continue
        if text.startswith("?", sentence.end - 1) or _MINE.search(
            text, max(sentence.start, signal.start - REACH * 2), min(sentence.end, signal.end + REACH * 2)
        ):
            continue
        if not linked(story, signal.sentence):
            yield signal


class Superlatives(ArticleCheck):
    """A superlative with its scope ("the largest in Asia", "the first ever") and nobody who has looked it up.

    Sport's own tables, awards, rankings and "one of the largest" are left alone.
    """

    name = "superlative-sources"
    fields: ClassVar[Mapping[str, str]] = {"what": "the superlative with its scope, as worded"}

    def inspect(self, story: Story, options: Any, look: Look) -> Iterable[Match]:  # noqa: ARG002 - the contract
        """One match a sentence."""
        text, told = story.article.text, -1
        for signal in told_by_nobody(story, "superlative"):
            sentence = story.facts.sentences[signal.sentence]
            low = max(sentence.start, signal.start - REACH)
            if signal.sentence == told or _TABLED.search(text, low, min(sentence.end, signal.end + REACH)):
                continue
            start = signal.start
            found = _SUPERLATIVE.search(text, low, signal.start)
            if found:
                start = found.start()
            elif text[signal.start].lower() != "f" or _OWN.search(text, low, signal.start):
                continue
            told = signal.sentence
            yield Match(start, signal.end, {"what": line_of(story, start, signal.end)})


class Characterisations(ArticleCheck):
    """A word that judges a named person in the story's own voice ("the disgraced mayor Tilda Varn")."""

    name = "characterisation-sources"
    fields: ClassVar[Mapping[str, str]] = {"what": "the word, as worded", "who": "the person, as worded"}

    def inspect(self, story: Story, options: Any, look: Look) -> Iterable[Match]:  # noqa: ARG002 - the contract
        """One match for each word that stands before a person's name, or right after it."""
        text = story.article.text
        for signal in told_by_nobody(story, "character"):
            sentence = story.facts.sentences[signal.sentence]
            low, high = max(sentence.start, signal.start - REACH), min(sentence.end, signal.end + REACH)
            lead = _BEFORE.search(text, low, signal.start)
            for name in named(story, low, high):
                if name.kind != "person" or name.start <= signal.start < name.end:
                    continue
                gap = _GAP.match(text, signal.end, name.start) if name.start > signal.end else None
                if (gap and gap.end() == name.start) or (lead and lead.start() == name.end):
                    yield Match(signal.start, signal.end, {"what": story.text(signal), "who": name.text})
                    break


class Predictions(ArticleCheck):
    """What is to come, told as certain ("will inevitably", "is bound to"), with nobody who says so."""

    name = "prediction-sources"
    fields: ClassVar[Mapping[str, str]] = {"what": "the prediction, as worded"}

    def inspect(self, story: Story, options: Any, look: Look) -> Iterable[Match]:  # noqa: ARG002 - the contract
        """One match for each."""
        for signal in told_by_nobody(story, "forecast"):
            end = min(story.facts.sentences[signal.sentence].end, signal.end + 40)
            yield Match(signal.start, signal.end, {"what": line_of(story, signal.start, end)})


class Causes(ArticleCheck):
    """A cause of harm, or blame for it, told as fact, with nobody who says so."""

    name = "cause-sources"
    fields: ClassVar[Mapping[str, str]] = {"what": "the cause, as worded"}

    def inspect(self, story: Story, options: Any, look: Look) -> Iterable[Match]:  # noqa: ARG002 - the contract
        """One match for each."""
        text = story.article.text
        for signal in told_by_nobody(story, "cause"):
            sentence = story.facts.sentences[signal.sentence]
            end = min(sentence.end, signal.end + REACH)
            passive = signal.value == "passive"
            if not passive and not _HARM.match(text, signal.end, end):
                continue
            yield Match(signal.start, signal.end, {"what": line_of(story, signal.start, min(end, signal.end + 40))})
