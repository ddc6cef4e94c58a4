"""Quotations that nobody is named for."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, Any, ClassVar

from lintnews.checks.speech_cues import LONGEST, held, near
from lintnews.contract import ArticleCheck, Match, Options
from lintnews.lexicon import lexicon
from lintnews.patterns import late

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from lintnews.contract import Look
    from lintnews.model import Paragraph, Quotation, Story


# A signature after the quotation, or the outlet it is from in brackets.
_SIGNED = late(r"\s*(?:[―—–-]{1,2}\s*[A-Z@]|\[[A-Z]|\([A-Z]|by [A-Z])")
# A cue after the closing mark, wherever that was put.
_CUED = late(r"[^.!?]{0,80}?(?<!\w)(?:sa(?:id|ys?)|told|tells|add(?:ed|s)|ask(?:ed|s)|recalled|explained)(?!\w)")
# A cue that stands inside the marks: one of them is misplaced.
_ENCLOSED = late(r"(?<!\w)(?:said|says|told|added|asked)(?!\w)[^“”\"]{0,80}\Z")
# A title in a list of recordings, after how long they run.
_RUNNING = late(r"\d+:\d\d\s*\Z")
# A line of a transcript: the name in capitals, or as it is signed, and a colon.
_TURN = late(r"[“\"'‘]\s*[A-Z][A-Z.\s]{1,30}:")
# What opens a sentence of its own; a fragment in the midst of one belongs to whoever that sentence is about.
_SENTENCE = late(r"[“\"'‘«]+\s*[^\W\d_a-z]")
# Whoever could have said it, in words; whatever it could be read out of; what opens a scene or a recording.
_SOMEBODY = late(
    r"(?<!\w)(?:he|she|they|we|i|him|her|hers|them|his|their|who|whom|everyone|everybody|somebody|someone|nobody|others?"
    r"|people|officials?|residents?|locals?|fans?|players?|workers?|neighbou?rs?|police|deputies|witness(?:es)?"
    r"|famil(?:y|ies)|man|woman|men|women|boy|girl|children|parents?|judges?|jury|crowd)(?!\w)",
    re.IGNORECASE,
)
_WORDED = late(
    r"(?<!\w)(?:s(?:ay|ays|aid|aying|ang|ings?|ong|ongs|ign|igns|logans?|tatements?|tory|cripts?|criptures?)"
    r"|t(?:ell|ells|old|weet\w*|ext|exts|itles?|itled|ranscripts?)|read|reads|letters?|e-?mails?|mails?|messages?"
    r"|posts?|posted|posters?|placards?|banners?|lyrics?|verses?|poems?|chant\w*|shout\w*|captions?|quot\w+|mottos?"
    r"|reports?|bills?|laws?|acts?|rules?|rulings?|orders?|notes?|documents?|papers?|books?|pamphlets?|leaflets?"
    r"|adverts?|advertis\w+|ads?|spots?|headlines?|articles?|columns?|editorials?|reviews?|wrote|writ\w+|written"
    r"|words?|voices?|calls?|called|calling|recordings?|videos?|radio|speech\w*|remarks?|interviews?|asked|asks"
    r"|questions?|answers?|replie[sd]|prayers?|proverbs?|sayings?|expressions?|according|facebook|twitter|instagram)"
    r"(?!\w)",
    re.IGNORECASE,
)


_LETTERS = late(r"[^\W\d_]+(?:-[^\W\d_]+)*")


class OrphanOptions(Options, frozen=True, kw_only=True):
    """`words`: shorter quotations are left alone."""

    words: int = 8


class OrphanQuotations(ArticleCheck):
    """A quotation that is a sentence of its own, with nobody near it who could have said it.

    Nobody: no attribution, name, person or body of people, and nothing that words could be read out of, in its
    paragraph, in the one before or in the sentence after. Pull-quotes (words that stand elsewhere in the article),
    verse, interviews, transcripts, lists and fragments in the midst of a sentence are left alone.
    """

    name = "orphan-quotations"
    fields: ClassVar[Mapping[str, str]] = {
        "here": "the first words of the quotation",
        "words": "how many words it has",
        "evidence": "strong: nobody is near; weak: somebody is, and says nothing",
    }
    Options = OrphanOptions

    def inspect(self, story: Story, options: Any, look: Look) -> Iterable[Match]:  # noqa: ARG002 - the contract
        """One match for each quotation without a speaker."""
        facts, article = story.facts, story.article
        if not facts.attributions and len(facts.quotations) > 6:
            return  # verse, a script or an interview: a form that names its speakers in another way
        for index, quotation in enumerate(facts.quotations):
            if quotation.words < options.words or article.paragraphs[quotation.paragraph].role != "body":
                continue
            if not _whole(story, quotation) or _spoken(story, quotation):
                continue
            if _near_source(story, quotation) or _repeated(story, quotation) or _continued(story, index):
                continue
            if _SIGNED.match(article.text, quotation.end) or _introduced(story, quotation):
                continue
            evidence = _evidence(story, index)
            if not evidence:
                continue
            words = article.text[quotation.start : quotation.end].split()
            yield Match(
                quotation.start,
                quotation.end,
                {
                    "here": " ".join(words[:8]) + (" …" if len(words) > 8 else ""),
                    "words": quotation.words,
                    "evidence": evidence,
                },
            )


def _whole(story: Story, quotation: Quotation) -> bool:
    """Whether a quotation is a sentence of its own, between marks that stand where they should."""
    text = story.article.text
    if not quotation.closed or not _SENTENCE.match(text, quotation.start) or text[quotation.end - 1] in "“‘":
        return False
    if text[quotation.end : quotation.end + 2].strip()[:1] in {"“", "‘"}:
        return False  # a quotation inside it was taken for its end
    line = text[max(quotation.start - 12, 0) : quotation.start]
    tail = text[max(quotation.end - 100, quotation.start) : quotation.end - 1]
    return not _RUNNING.search(line) and not _ENCLOSED.search(tail)


def _evidence(story: Story, index: int) -> str:
    """How sure it is that nobody is named: "strong", "weak", or "" where the quotation has its speaker or its text."""
    article, facts = story.article, story.facts
    quotation = facts.quotations[index]
    here, before = article.paragraphs[quotation.paragraph], _before(story, quotation.paragraph)
    if _CUED.match(article.text, quotation.end) or _somebody(story, here.start, here.end, _told):
        return ""
    after = facts.sentence_at(quotation.end - 1) + 1
    spans = [(before.start, before.end)] if before is not None else []
    if after < len(facts.sentences):
        spans.append((facts.sentences[after].start, facts.sentences[after].end))
    if any(_somebody(story, start, end, _worded) for start, end in spans):
        return ""
    return "weak" if any(_somebody(story, start, end, _told) for start, end in spans) else "strong"


def _before(story: Story, index: int) -> Paragraph | None:
    """The paragraph of the text before one, past those that are nothing but quotations."""
    article = story.article
    quotations = story.facts.quotations
    for paragraph in reversed(article.paragraphs[:index]):
        if paragraph.role != "body":
            continue
        first = bisect_left(quotations, paragraph.start, key=lambda q: q.start)
        quoted = first < len(quotations) and quotations[first].start - paragraph.start <= 1
        if not quoted or quotations[first].end < paragraph.end - 2:
            return paragraph
    return None


def _somebody(story: Story, start: int, end: int, told: Callable[[Story, int, int], bool]) -> bool:
    """Whether something of a kind is told of in text[start:end], outside of quotations."""
    facts = story.facts
    start = max(start, end - LONGEST)
    quotations = facts.quotations
    at = start
    for quotation in quotations[max(bisect_left(quotations, start, key=lambda q: q.end), 0) :]:
        if quotation.start >= end:
            break
        if at < quotation.start and told(story, at, quotation.start):
            return True
        at = max(at, quotation.end)
    return at < end and told(story, at, end)


def _worded(story: Story, start: int, end: int) -> bool:
    """Whether text[start:end] has a word of speech, or a thing that words can be read out of."""
    return _WORDED.search(story.article.text, start, end) is not None


def _told(story: Story, start: int, end: int) -> bool:
    """Whether text[start:end] tells of a person, a body of people or a text."""
    names = story.facts.names
    first = bisect_left(names, start, key=lambda n: n.start)
    if any(name.kind != "place" for name in names[first : bisect_left(names, end, key=lambda n: n.start)]):
        return True
    text = story.article.text
    return bool(
        _SOMEBODY.search(text, start, end)
        or _WORDED.search(text, start, end)
        or _source_noun(story, start, end)
        or held(story, "role-words", start, end)
        or held(story, "kinship-words", start, end)
    )


def _source_noun(story: Story, start: int, end: int) -> bool:
    """Whether a word is a source that is no house or body: a school is also a building."""
    kinds = lexicon(story.article.language).table("source-nouns")
    words = (found.group().lower() for found in _LETTERS.finditer(story.article.text, start, end))
    return any(kinds.get(word, "organisation") != "organisation" for word in words)


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
