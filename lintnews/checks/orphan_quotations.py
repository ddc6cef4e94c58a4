"""Quotations that nobody is named for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from lintnews.checks.speech_cues import near
from lintnews.contract import ArticleCheck, Match, Options
from lintnews.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from lintnews.contract import Look
    from lintnews.model import Quotation, Story


# A signature after the quotation, or the outlet it is from in brackets.
_SIGNED = late(r"\s*(?:[―—–-]{1,2}\s*[A-Z@]|\[[A-Z]|\([A-Z])")
# A line of a transcript: the name in capitals, or as it is signed, and a colon.
_TURN = late(r"[“\"'‘]\s*[A-Z][A-Z.\s]{1,30}:")


class OrphanOptions(Options, frozen=True, kw_only=True):
    """`words`: shorter quotations are left alone."""

    words: int = 8


class OrphanQuotations(ArticleCheck):
    """A quotation in the text with no speaker: none in its paragraph, in the one before or in the next sentence.

    Pull-quotes (words that stand elsewhere in the article), verse and slogans on lines of their own, interviews and
    transcripts are left alone.
    """

    name = "orphan-quotations"
    fields: ClassVar[Mapping[str, str]] = {"here": "the first words of the quotation", "words": "how many words it has"}
    Options = OrphanOptions

    def inspect(self, story: Story, options: Any, look: Look) -> Iterable[Match]:  # noqa: ARG002 - the contract
        """One match for each quotation without a speaker."""
        facts, article = story.facts, story.article
        if not facts.attributions and len(facts.quotations) > 6:
            return  # verse, a script or an interview: a form that names its speakers in another way
        for index, quotation in enumerate(facts.quotations):
            if quotation.words < options.words or article.paragraphs[quotation.paragraph].role != "body":
                continue
            if _spoken(story, quotation):
                continue
            if _near_source(story, quotation) or _repeated(story, quotation) or _continued(story, index):
                continue
            if _SIGNED.match(article.text, quotation.end) or _introduced(story, quotation):
                continue
            words = article.text[quotation.start : quotation.end].split()
            yield Match(
                quotation.start,
                quotation.end,
                {"here": " ".join(words[:8]) + (" …" if len(words) > 8 else ""), "words": quotation.words},
            )


def _spoken(story: Story, quotation: Quotation) -> bool:
    """Whether somebody is known to say the quotation."""
    return any(
        span.start < quotation.end and span.end > quotation.start
        for a in near(story, quotation.start)
        if a.source or a.speaker or a.source_kind != "none"
        for span in a.content
    )


def _introduced(story: Story, quotation: Quotation) -> bool:
    """Whether the quotation is a line of a transcript, or belongs to a list of quotations that a colon introduces."""
    article = story.article
    if _TURN.match(article.text, quotation.start):
        return True
    before = article.text[: quotation.start].rstrip()
    if before.endswith(":"):
        return True
    index = quotation.paragraph
    if article.paragraphs[index].start < quotation.start - 1:
        return False
    while index > 0 and article.text[article.paragraphs[index].start] in "“\"'":
        index -= 1
    return article.text[article.paragraphs[index].start : article.paragraphs[index].end].rstrip().endswith(":")


def _near_source(story: Story, quotation: Quotation) -> bool:
    """Whether anybody speaks in the quotation's paragraph, in the one before, or in the sentence after it."""
    facts = story.facts
    for attribution in near(story, quotation.start):
        place = attribution.cue or attribution.source
        if place is None:
            continue
        paragraph = story.article.paragraph_at(place.start)
        if paragraph in {quotation.paragraph, quotation.paragraph - 1}:
            return True
        if paragraph == quotation.paragraph + 1 and attribution.sentence == facts.sentence_at(quotation.end - 1) + 1:
            return True
    index = facts.sentence_at(quotation.start)
    return any(
        sentence.paragraph == quotation.paragraph and sentence.attributed != "none"
        for sentence in facts.sentences[max(index - 6, 0) : index + 6]
    )


def _repeated(story: Story, quotation: Quotation) -> bool:
    """Whether the quoted words stand elsewhere in the article too: a pull-quote."""
    inner = story.article.text[quotation.start + 1 : quotation.end - 1].strip(" .,")
    return story.article.text.count(inner) > 1


def _continued(story: Story, index: int) -> bool:
    """Whether the quotation goes on from an unclosed one before it."""
    if index == 0:
        return False
    before = story.facts.quotations[index - 1]
    return not before.closed or story.article.text[before.end - 1] not in "”\"’'»"
