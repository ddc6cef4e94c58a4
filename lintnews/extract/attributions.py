"""Attributions: who says what. Cues are judged one by one, given their contents and sources, then quotations joined.

The design follows the quotation rules published with the Gender Gap Tracker (Asr et al. 2021) in spirit: a lexicon of
verbs, the order of subject, verb and content, and quotations that float; without a parser.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lintnews.extract.contents import fill
from lintnews.extract.floating import join
from lintnews.extract.grammar import TAG
from lintnews.extract.nominal import colon_cues, evidential_cue, noun_cue
from lintnews.extract.speakers import Speakers
from lintnews.extract.subjects import judge
from lintnews.model import Attribution, Span
from lintnews.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.extract.cues import Cue
    from lintnews.extract.draft import Draft
    from lintnews.model import SourceKind, Speech

VERSION = "3"
# What stands before the subject: a conjunction, a clause of time, or a phrase of place, up to its comma.
_LEAD = late(
    r"(?:but |and |so |yet )?(?:(?:when|while|as|after|before|although|though|if|since|because|in|on|at|with|for|during"
    r"|despite|amid|following|given|from|under|by|to)\s[^,;:“”\"]{2,120},\s(?:but |and )?)?"
)
# Place, day and agency before the first words of a report: "VELMORE, May 3 (Agency) —".
_DATELINE = late(
    r"[A-Z][A-Z.’'-]{2,20}[A-Z .,’'-]{0,20}[^“”\"\n—–]{0,40}?\s*(?:\([A-Z][\w /]{1,20}\)\s*)?(?:—|–|--| -)\s"
)
_WISHING = ("to", "to not", "not to", "to also")  # between "refused" and "say": one and the same subject
LONG = 3000  # letters; in a longer sentence a cue is read within so many on either side
# The subject of a sentence with no name in it, before its verb: "several groups gave him time, saying".
_PLAIN_SUBJECT = late(
    r"(?:^|, )((?:(?:the|a|an|some|several|many|two|three|his|her|their)\s+)?(?:[\w-]+\s+){0,3}?[\w-]+)"
    r"(?=\s(?:\w+ed|has|have|had|was|were|is|are|will|would|gave|took|made|came|went)\s)",
    re.IGNORECASE,
)


def extract(draft: Draft) -> tuple[Attribution, ...]:
    """All attributions in text order."""
    kept = draft.text, draft.lower
    if "\xa0" in draft.text:  # a space that does not break is a space here
        draft.text, draft.lower = (words.replace("\xa0", " ") for words in kept)
    try:
        return _attributions(draft)
    finally:
        draft.text, draft.lower = kept


def _attributions(draft: Draft) -> tuple[Attribution, ...]:
    """The same for a text whose spaces are plain."""
    cues = _cues(draft)
    cues += colon_cues(draft, cues)
    cues.sort(key=lambda cue: cue.start)
    speakers = Speakers(draft)
    for cue in cues:
        speakers.resolve(cue)
    cues = join(draft, cues)
    return tuple([_record(draft, cue) for cue in cues if cue.content])


def _cues(draft: Draft) -> list[Cue]:
    """The cues of all sentences with their contents."""
    found: list[Cue] = []
    here: list[Cue] = []
    sentence = last_end = -1
    low = high = opened = closed = 0
    text, sentences = draft.text, draft.sentences
    for start, end, value, table, at in _hits(draft):
        if start < last_end:
            continue
        if at != sentence:
            if here:
                fill(draft, here)
                found += here
            here, sentence = [], at
            opened, closed = _opening(draft, sentences[at].start), sentences[at].end
            low, high = opened, closed
        if text[start].isupper() and start > sentences[at].start + 1 and _named(draft, start, end):
            continue
        if closed - opened > LONG:
            low, high = max(opened, start - LONG), min(closed, end + LONG)
        cue = _cue(draft, (start, end, value), table, (low, high, at), here)
        if cue is not None:
            announces = cue.mode == "noun" and cue.source is None and draft.text[end : end + 1] == ":"
            if cue.mode in {"participle", "shared"} or announces:
                cue.source = _subject_of(draft, cue, here)
            elif cue.mode == "passive" and here and draft.lower[here[-1].end : start].strip() in _WISHING:
                cue.source = here[-1].source
            here.append(cue)
            last_end = end
    if here:
        fill(draft, here)
        found += here
    return found


def _hits(draft: Draft) -> Iterator[tuple[int, int, str, str, int]]:
    """Start, end, value, table and sentence of every hit outside quotations, in text order; the longer ones first."""
    hits = [(start, -end, value, "verb") for start, end, value in draft.found("cues")]
    hits += [(start, -end, value, "noun") for start, end, value in draft.found("cue-nouns")]
    hits += [(s.start, -s.end, s.value, "evidential") for s in draft.signals if s.kind == "evidential"]
    hits.sort()
    text, sentences, quotations = draft.text, draft.sentences, draft.quotations
    at, quotation = -1, 0
    for start, end, value, table in hits:
        while quotation < len(quotations) and quotations[quotation].end <= start:
            quotation += 1
        if quotation < len(quotations) and quotations[quotation].start <= start:
            continue
        if start and (text[start - 1] == "-" or text.startswith("so- ", start - 4)):
            continue
        while at + 1 < len(sentences) and sentences[at + 1].start <= start:
            at += 1
        if at >= 0:
            yield start, -end, value, table, at


def _cue(
    draft: Draft, hit: tuple[int, int, str], table: str, place: tuple[int, int, int], here: list[Cue]
) -> Cue | None:
    """The cue of a hit, judged by its table; `place` is the bounds and the index of its sentence."""
    low, high, sentence = place
    if table == "noun":
        return noun_cue(draft, *hit, low, high, sentence)
    if table == "evidential":
        return evidential_cue(*hit, low, high, sentence)
    floor = here[-1].end if here and here[-1].mode != "evidential" else low
    cue = judge(draft, hit, max(floor, low), high, sentence)
    if cue is None and floor > low and draft.text[hit[0] - 2 : hit[0]] == ", ":
        cue = judge(draft, hit, low, high, sentence)  # its subject stands before an aside with a cue of its own
    if cue is not None:
        cue.low = low
    return cue


def _named(draft: Draft, start: int, end: int) -> bool:
    """Whether a capitalised word within a sentence ends a name ("the Harbour Report"); in title case it does not."""
    text = draft.text
    if text[start - 1] != " " or text[start + 1].isupper() or text[end + 1 : end + 2].isupper():
        return False
    if draft.lower.startswith("tweet", start):
        return False
    return draft.article.paragraphs[draft.article.paragraph_at(start)].role == "body"


def _opening(draft: Draft, first: int) -> int:
    """Where the words of a sentence begin: after its dateline, or with the quoted question before it."""
    dateline = _DATELINE.match(draft.text, first) if draft.text[first : first + 3].isupper() else None
    if dateline:
        return dateline.end()
    return _question_before(draft, first) if draft.quotations else first


def _question_before(draft: Draft, low: int) -> int:
    """The start of a quoted question or cry that ends right before a sentence: "“Why?” she asked" is one sentence."""
    index = draft.quotation_at(low - 1)
    if index >= 0:
        quotation = draft.quotations[index]
        ends = draft.text[quotation.end - 2]
        if (
            0 < low - quotation.end <= 1
            and draft.text[low] not in '“"'
            and (ends in "?!-—…" or TAG.match(draft.text, low))
        ):
            return quotation.start
    return low


def _subject_of(draft: Draft, cue: Cue, here: list[Cue]) -> tuple[int, int] | None:
    """Whose words a participle or a second verb gives: the source before it in the sentence, else its first name."""
    for earlier in reversed(here):
        if earlier.source and earlier.mode in {"subject", "shared", "participle", "prepositional"}:
            return earlier.source
    return first_subject(draft, cue.low, cue.start) or (
        first_subject(draft, cue.end, cue.high) if cue.start - cue.low < 3 else None
    )


def first_subject(draft: Draft, low: int, high: int) -> tuple[int, int] | None:
    """The pronoun that opens a sentence, or the first name in it."""
    lead = _LEAD.match(draft.lower, low, high)
    low = lead.end() if lead else low
    word = draft.lower[low : low + 5].split(" ", 1)[0]
    if word in {"he", "she", "they", "it", "we"}:
        return low, low + len(word)
    names = [n for n in draft.names_in(low, high) if n.kind in {"person", "organisation"}]
    names = [n for n in names if draft.text[n.end : n.end + 2] not in {"’s", "'s"}] or names
    if names:
        return names[0].start, names[0].end
    plain = _PLAIN_SUBJECT.search(draft.text, low, min(high, low + 90))
    return plain.span(1) if plain else None


def _record(draft: Draft, cue: Cue) -> Attribution:
    kind: SourceKind = cue.kind if cue.source or cue.mode == "floating" else "none"  # type: ignore[assignment]
    return Attribution(
        content=tuple([Span(start, end) for start, end in cue.content]),
        cue=Span(cue.start, cue.end) if cue.end > cue.start else None,
        source=Span(*cue.source) if cue.source else None,
        speaker=cue.speaker,
        speech=_speech(draft, cue),
        source_kind=kind,
        sentence=cue.sentence,
    )


def _speech(draft: Draft, cue: Cue) -> Speech:
    """Direct where every part is a quotation, mixed where one is inside, else indirect."""
    inside = 0
    for start, end in cue.content:
        at = draft.quotation_at(start)
        if at >= 0 and draft.quotations[at].end >= end - 2:
            inside += 1
        elif at + 1 < len(draft.quotations) and draft.quotations[at + 1].start < end:
            return "mixed"
    return "direct" if inside == len(cue.content) else "mixed" if inside else "indirect"
