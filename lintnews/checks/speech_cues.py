"""Which cues tell of something said or thought, and not of an act such as a promise, a plan or a vote."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from lintnews.lexicon import lexicon
from lintnews.patterns import late

if TYPE_CHECKING:
    from lintnews.model import Attribution, Span, Story

LONGEST = 2000  # characters that are searched: a longer sentence is a table or a damaged file
NAMED = frozenset(("person", "organisation", "document", "role"))  # kinds of source that readers can place
_BEFORE, _AFTER = 12, 6
_WORD = late(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_SAYS = late(
    r"(?:sa(?:y|ys|id|ying)\b|t(?:ell|ells|old|elling)\b|claim|argu|warn|believ|thinks?\b|thought|suggest|not(?:e|es|ed|ing)\b"
    r"|report|add(?:s|ed|ing)?\b|insist|complain|point|alleg|contend|maintain|fear|predict|describ|call(?:s|ed|ing)?\b"
    r"|critici[sz]|accus|question|according|agree|expect|estimat|conclud|assert|stat(?:e|ed|es)\b|explain|worr|reveal"
    r"|confirm|w(?:rites?|rote)|ask|speculat|put|hail|prais|slam|blast|quot|acknowledg|admit|conced|recall|remember"
    r"|observ|remark|comment|repl|respon|emphasi|stress|hint|doubt|suspect|dismiss|den(?:y|ied|ies)|discuss|talk|spoke"
    r"|announc|describ|consider|chant|shout|wonder|lament|mock|disagree|cit(?:e|ed|es|ing)\b)",
    re.IGNORECASE,
)
_FREE = (" what ", " how ")  # "in what critics call …": the paper's own clause
_POLLED = late(r"(?:one|\d+) (?:in|out of) |no[ -]one\b|a host of |.*(?:\d\s?%|\bper ?cent\b)", re.IGNORECASE)
_HEAD_WORDS = 6  # spaces in the words of a source before what tells more of it
_CLAUSE = late(
    r"\b(?:is|are|was|were|be|been|has|have|had|does|did|do|they|he|she|it|we|i|you|will|would|could|can|might|which|as"
    r"|if|when|about|because|while|after|before|than|not|there|what|how|why)\b|[\w’']+(?:’re|'re|’s been)"
)
_MORE = late(r"[,(—–]|\s(?:of|for|from|in|at|with|who|that|on|to|like|such|including|i|we)\s")


def head_of(worded: str) -> str:
    """The words of a source up to what tells more of it, in lower case: "two aides" of "Two aides to the mayor"."""
    return _MORE.split(worded.lower(), maxsplit=1)[0].strip()


def garbled(worded: str) -> bool:
    """Whether the words of a source are no noun phrase, but hold a verb or more: then nobody should hear of them."""
    head = head_of(worded)
    return _CLAUSE.search(head) is not None or head.count(" ") > _HEAD_WORDS


def polled(worded: str) -> bool:
    """Whether a source is a share of those who were asked ("one in five", "61 percent"), or nobody in particular."""
    return _POLLED.match(worded) is not None


def line_of(story: Story, start: int, end: int) -> str:
    """The words of text[start:end] on one line, for a message."""
    return " ".join(story.article.text[start:end].split())


def worded_source(story: Story, source: Span) -> str:
    """A source as worded, without the "who" of a relative clause."""
    return line_of(story, source.start, source.end).removesuffix(" who")


def held(story: Story, table: str, start: int, end: int) -> str | None:
    """The first word of text[start:end] that stands in a table of the lexicon."""
    known = lexicon(story.article.language).words(table)
    words = (found[0] for found in _WORD.finditer(story.article.text, start, min(end, start + LONGEST)))
    return next((word for word in words if word.lower() in known), None)


def says(story: Story, attribution: Attribution) -> bool:
    """Whether the cue of an attribution tells of speech or thought."""
    return attribution.cue is not None and _SAYS.match(story.article.text, attribution.cue.start) is not None


def near(story: Story, position: int) -> tuple[Attribution, ...]:
    """The attributions whose contents begin around a position: a bounded number, for speed in any article."""
    found = story.facts.attributions
    index = bisect_right(found, position, key=lambda a: a.content[0].start)
    return found[max(index - _BEFORE, 0) : index + _AFTER]


def nested(story: Story, attribution: Attribution) -> bool:
    """Whether the source stands in what a named source says ("Holt said critics …"): then that one answers for it.

    The other's cue must come first and tell of speech: what stands before a cue, or after "wants", may as well be a
    clause of the paper's own.
    """
    source = attribution.source
    if source is None or story.article.text.endswith(_FREE, 0, source.start):
        return False
    return any(
        other is not attribution
        and other.cue is not None
        and other.cue.start < source.start
        and other.source_kind in NAMED
        and any(other.cue.start < span.start <= source.start < span.end for span in other.content)
        and says(story, other)
        for other in near(story, source.start)
        if abs(other.sentence - attribution.sentence) <= 1
    )
