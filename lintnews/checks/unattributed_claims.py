"""Claims that nobody is named for: accusations, motives, and evidentials without a source."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, Any, ClassVar

from lintnews.checks.speech_cues import line_of, near
from lintnews.checks.unattributed_figures import covered
from lintnews.contract import ArticleCheck, Match
from lintnews.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from lintnews.contract import Look
    from lintnews.model import Facts, Name, Signal, Story

REACH = 200  # characters before a verb of wrong in which its subject stands
_SUBJECT_GAP = late(
    r"\s*(?:\([A-Z]{2,}\)\s*)?(?:,[^,.;]{1,60},\s*)?(?:(?:has|have|had|also|repeatedly|then|later|secretly|personally|illegally|systematically|allegedly|\w+ly)\s+)*"
)


# What joins a noun of wrong to its owner ("Varn's long corruption") and a name to what it is called ("Varn is a liar").
_OWNER = late(r"[’']s?\s+(?:[a-z-]+\s+){0,2}")
_COPULA = late(
    r"\s+(?:is|was|remains|remained)\s+(?:(?:still|clearly|simply|plainly)\s+)?(?:(?:a|an|the)\s+)?(?:[a-z]+\s+)?"
)
_COMPOUND = late(
    r"[\s-]+(?:unit|law|laws|bill|act|case|office|agency|commission|team|squad|inquir|probe|investigat|charge|claim|trial|"
    r"justice|defen[cs]e|court|code|fighter|expert|detect|prevention|record|drama|novel|film|boss|lawyer)",
    re.IGNORECASE,
)
_ADVERB_VERB = late(r"\s+(?:\w+ed|sold|took|bought|held|built|kept|made|paid|sent|gave|spent|fired|withheld)\b")
# Set phrases in which the verb accuses nobody.
_IDIOM = late(
    r"\s+(?:the|a|his|her|their|[\w.-]+[’\']s?)?\s*(?:show|scene|spotlight|limelight|headlines?|lead|win|victory|points?|goals?|march|glance|look|hearts?|moment|thunder|kiss|title|game|death|base|ball|"
    r"penalty|chance|wicket|winner|crowd|catch|bail|all three|set|match)\b",
    re.IGNORECASE,
)


class Accusations(ArticleCheck):
    """A named person or organisation is said to have done wrong, as a plain fact, with nobody named who says so.

    Only finite verbs and set phrases with the name as their subject count, and nouns of wrong that a name owns ("the
    mayor's lies"); a court, charge, plea or the like within two sentences, or a source in the sentence, makes it
    reporting of a case. The evidence is weak where a source stands beside the sentence in its paragraph, and for the
    lesser words of blame (breaches, failings, what a person is called).
    """

    name = "accusation-sources"
    fields: ClassVar[Mapping[str, str]] = {
        "who": "who is accused, as worded",
        "what": "the accusation, as worded",
        "reply": "yes if the article tells what the accused say, else no",
        "evidence": "strong or weak",
    }

    def inspect(self, story: Story, options: Any, look: Look) -> Iterable[Match]:  # noqa: ARG002 - the contract
        """One match for each such sentence."""
        facts = story.facts
        legal = {s.sentence for s in facts.signals if s.kind == "reply" and s.value == "legal"}
        reply = "yes" if any(s.kind == "reply" and s.value == "reply" for s in facts.signals) else "no"
        seen = set()
        for signal in facts.signals:
            if signal.kind not in {"accusation", "wrong"} or signal.sentence < 0 or signal.sentence in seen:
                continue
            sentence = facts.sentences[signal.sentence]
            if sentence.attributed != "none" or legal.intersection(range(signal.sentence - 2, signal.sentence + 3)):
                continue
            if story.article.paragraphs[sentence.paragraph].role != "body":
                continue
            who = accused(story, signal) if signal.kind == "accusation" else blamed(story, signal)
            if who:
                seen.add(signal.sentence)
                weak = signal.kind == "wrong" or covered(facts, signal.sentence)
                data = {
                    "who": who,
                    "what": story.text(signal),
                    "reply": reply,
                    "evidence": "weak" if weak else "strong",
                }
                yield Match(signal.start, signal.end, data)


def blamed(story: Story, signal: Signal) -> str | None:
    """The named person or organisation that a lesser word of blame is about; None for nobody in particular."""
    text = story.article.text
    if signal.value == "verb":
        return accused(story, signal)
    if signal.value == "adverb":
        return accused(story, signal) if _ADVERB_VERB.match(text, signal.end) else None
    joint = _OWNER if signal.value == "noun" else _COPULA
    low = max(story.facts.sentences[signal.sentence].start, signal.start - 80)
    for name in named(story, low, signal.start):
        gap = joint.match(text, name.end, signal.start)
        if gap and gap.end() == signal.start and not _COMPOUND.match(text, signal.end):
            return name.text
    return None


def named(story: Story, low: int, high: int) -> Iterable[Name]:
    """The persons and organisations that are named in text[low:high]."""
    names = story.facts.names
    for index in range(bisect_left(names, low, key=lambda n: n.start), len(names)):
        name = names[index]
        if name.start >= high:
            return
        if name.kind in {"person", "organisation"}:
            yield name


def accused(story: Story, signal: Signal) -> str | None:
    """The named person or organisation right before the verb of an accusation, or the acronym; None for an idiom."""
    facts, text = story.facts, story.article.text
    if _IDIOM.match(text, signal.end) or text.startswith("\n", signal.end):
        return None  # a line that breaks off after its verb
    low = max(facts.sentences[signal.sentence].start, signal.start - REACH)
    for name in named(story, low, signal.start):
        if _is_subject(story, signal, name.end):
            return name.text
    for index in range(bisect_left(facts.acronyms, low, key=lambda a: a.start), len(facts.acronyms)):
        acronym = facts.acronyms[index]
        if acronym.start >= signal.start:
            break
        if _is_subject(story, signal, acronym.end + (text[acronym.end : acronym.end + 1] == ")")):
            return acronym.short
    return None


def _is_subject(story: Story, signal: Signal, end: int) -> bool:
    """Whether only adverbs and auxiliaries stand between a name's end and the verb ("had their card stolen": no)."""
    text = story.article.text
    gap = _SUBJECT_GAP.match(text, end, signal.start)
    if not gap or gap.end() != signal.start:
        return False
    return not story.text(signal).lower().startswith(("stolen", "taken")) or " ha" in gap[0]


class Motives(ArticleCheck):
    """A motive or state of mind given as fact: only the person, or whoever was told, can know it."""

    name = "motive-sources"
    fields: ClassVar[Mapping[str, str]] = {"what": "the motive, as worded"}

    def inspect(self, story: Story, options: Any, look: Look) -> Iterable[Match]:  # noqa: ARG002 - the contract
        """One match for each motive in a sentence without a source."""
        facts = story.facts
        for signal in facts.signals:
            if signal.kind != "motive" or signal.sentence < 0:
                continue
            sentence = facts.sentences[signal.sentence]
            role = story.article.paragraphs[sentence.paragraph].role
            if role != "body" or _told(story, signal) or _own_words(facts, signal.sentence):
                continue
            end = min(sentence.end, signal.end + 60)
            yield Match(signal.start, end, {"what": line_of(story, signal.start, end)})


def _told(story: Story, signal: Signal) -> bool:
    """Whether the words lie in what somebody is said to have said."""
    return any(
        a.source is not None and any(span.start <= signal.start < span.end for span in a.content)
        for a in near(story, signal.start)
    )


def _own_words(facts: Facts, index: int) -> bool:
    """Whether somebody is quoted or cited in the same paragraph, before or after."""
    paragraph = facts.sentences[index].paragraph
    return any(
        facts.sentences[i].attributed in {"explicit", "carried"}
        for i in range(max(index - 1, 0), min(index + 2, len(facts.sentences)))
        if i != index and facts.sentences[i].paragraph == paragraph
    )


# Words of a claim that somebody has made. What is expected, tipped or hoped is no claim of fact, what seems or is known
# is the reporter's own word, and how a thing is seen is an opinion that many share.
_HEARSAY = late(
    r"\b(?:believed|thought|understood|reported|alleged|rumou?red|said|suspected|claimed|presumed|feared|reportedly"
    r"|allegedly|purportedly|supposedly|speculation|rumou?rs|reports|claims|rumour has|rumor has|word has)\b",
    re.IGNORECASE,
)


class Evidentials(ArticleCheck):
    """Words that tell of a claim and hide who makes it ("is believed to", "reportedly"), one match for each."""

    name = "evidentials"
    fields: ClassVar[Mapping[str, str]] = {"here": "the words that hide who claims it"}

    def inspect(self, story: Story, options: Any, look: Look) -> Iterable[Match]:  # noqa: ARG002 - the contract
        """One match for each evidential with no source in its sentence or, for a document, beside it."""
        told = -1
        for signal in story.facts.signals:
            if signal.kind != "evidential" or signal.sentence == told:
                continue
            if _hearsay(story, signal) and not _sourced(story, signal):
                told = signal.sentence
                yield Match(signal.start, signal.end, {"here": story.text(signal)})


# "it was claimed in court", "according to reports filed with": the source is told.
_PLACED = late(
    r"\s+(?:in (?:court|parliament)|at (?:a|the) (?:trial|hearing|inquest|tribunal)|(?:\S+\s+){0,3}filed|by\s|from\s)"
)


def _hearsay(story: Story, signal: Signal) -> bool:
    """Whether the words are of a claim; "suspended for allegedly …" gives the ground of whoever acted."""
    if not _HEARSAY.search(story.text(signal)) or _PLACED.match(story.article.text, signal.end):
        return False
    return not story.article.text[max(signal.start - 14, 0) : signal.start].endswith(("for ", "of ", "over ", "after "))


def _sourced(story: Story, signal: Signal) -> bool:
    """Whether the sentence of an evidential has a source after all, or a source stands beside it in its paragraph."""
    facts = story.facts
    if signal.sentence < 0:
        return True
    sentence = facts.sentences[signal.sentence]
    if story.article.paragraphs[sentence.paragraph].role != "body":
        return True
    for attribution in near(story, signal.start):
        if (
            attribution.source is None
            or attribution.source_kind == "none"
            or not 0 <= attribution.sentence < len(facts.sentences)
        ):
            continue
        if any(span.start <= signal.start < span.end for span in attribution.content):
            return True
        beside = abs(attribution.sentence - signal.sentence) <= 1
        if (
            beside
            and attribution.source_kind == "document"
            and facts.sentences[attribution.sentence].paragraph == sentence.paragraph
        ):
            return True
    return False
