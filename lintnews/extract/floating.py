"""Quotations without a cue of their own: they go on, float in a paragraph, or stand in a sentence."""

from __future__ import annotations

from bisect import bisect_left
from itertools import takewhile
from typing import TYPE_CHECKING

from lintnews.extract.cues import Cue
from lintnews.extract.grammar import CLOSING, words
from lintnews.patterns import late

if TYPE_CHECKING:
    from lintnews.extract.draft import Draft
    from lintnews.model import Quotation

# A quotation signed with its speaker's name after a dash.
_SIGNED = late(r"\s*([―—–]|--)\s*([A-Z][\w.’'-]+(?:\s[A-Z][\w.’'-]+){0,3})")
# Words that a title leaves in small letters.
_SMALL = words("a an the of in on at to for and or but nor by with from as is be vs")
_TITLED = late(r"\b(?:called|titled|entitled|named|dubbed)\s*,?\s*$")
_LONG_TITLE = 12
_SHORT_TITLE = 6
_LOOK = 60  # cues back that are looked through for the last speaker
SPEECH_WORDS = 3  # fewer quoted words are a term or a scare quote, not speech


def join(draft: Draft, cues: list[Cue]) -> list[Cue]:
    """The cues with the quotations that belong to them, and new ones without cue for quotations that float."""
    covered = _covered(draft, cues)
    _paragraphs_after_colon(draft, cues, covered)
    out = list(cues)
    previous: Quotation | None = None
    owner: dict[int, Cue] = dict(covered)
    for index, quotation in enumerate(draft.quotations):
        if index not in owner:
            holder = _holder(draft, quotation, index, previous, owner, cues)
            if holder is not None:
                holder.content.append(_inner(quotation))
                owner[index] = holder
            elif quotation.words >= SPEECH_WORDS and not _title(draft, quotation):
                made = _made(draft, quotation, cues)
                if made is not None:
                    out.append(made)
                    owner[index] = made
        previous = quotation
    _paragraphs_before(draft, owner)
    out.sort(key=lambda cue: (cue.content[0][0] if cue.content else cue.start, cue.start))
    return out


def _paragraphs_before(draft: Draft, owner: dict[int, Cue]) -> None:
    """Give a quotation that is closed in a later paragraph only to whoever has the next paragraph of it."""
    for index in range(len(draft.quotations) - 2, -1, -1):
        quotation, following = draft.quotations[index], draft.quotations[index + 1]
        if index in owner or index + 1 not in owner or not _unended(draft, quotation):
            continue
        if following.paragraph == quotation.paragraph + 1 and _opens_paragraph(draft, following):
            owner[index] = owner[index + 1]
            owner[index].content.insert(0, _inner(quotation))


def _unended(draft: Draft, quotation: Quotation) -> bool:
    """Whether a quotation has no closing mark."""
    return draft.text[quotation.end - 1] not in CLOSING + "'"


def _title(draft: Draft, quotation: Quotation) -> bool:
    """Whether the quoted words are a title: all of them capitalised but the small ones, or called a title."""
    words = draft.text[quotation.start + 1 : quotation.end - 1].strip("'’‘ ").split()
    shown = [word for word in words if word[:1].isupper() or word[:1].isdigit() or word.lower() not in _SMALL]
    if len(words) < _LONG_TITLE and shown and sum(not w[:1].islower() for w in shown) * 10 >= 8 * len(shown):
        return words[-1][-1] not in ".?!" or len(words) < _SHORT_TITLE
    return _TITLED.search(draft.lower, max(quotation.start - 24, 0), quotation.start) is not None


def _inner(quotation: Quotation) -> tuple[int, int]:
    return quotation.start, quotation.end


def _covered(draft: Draft, cues: list[Cue]) -> dict[int, Cue]:
    """Which quotations lie in the content of which cue (the last one wins: the innermost)."""
    out: dict[int, Cue] = {}
    quotations = draft.quotations
    for cue in cues:
        for start, end in cue.content:
            index = max(draft.quotation_at(start), 0)
            while index < len(quotations) and quotations[index].start < end:
                if quotations[index].end > start:
                    out.setdefault(index, cue)
                index += 1
    return out


def _paragraphs_after_colon(draft: Draft, cues: list[Cue], covered: dict[int, Cue]) -> None:
    """A colon ("She added:") at a paragraph's end: the paragraph that follows is what she added."""
    paragraphs = draft.article.paragraphs
    for cue in cues:
        if cue.content or cue.mode == "evidential":
            continue
        tail = draft.text[cue.end : cue.high].rstrip()
        if len(tail) < 3 and draft.text[cue.high : cue.high + 2].strip()[:1] in ("“", '"'):
            index = draft.quotation_at(cue.high + 2)
            if index >= 0 and cue.high <= draft.quotations[index].start and index not in covered:
                cue.content = [_inner(draft.quotations[index])]
                covered[index] = cue
            continue
        if not tail.endswith(":"):
            continue
        at = draft.article.paragraph_at(cue.end)
        if cue.high < paragraphs[at].end - 1 or at + 1 >= len(paragraphs) or paragraphs[at + 1].role != "body":
            continue
        follower = paragraphs[at + 1]
        index = draft.quotation_at(follower.start)
        if index >= 0 and draft.quotations[index].start == follower.start:
            cue.content = [_inner(draft.quotations[index])]
            covered[index] = cue
        else:
            cue.content = [(follower.start, follower.end)]


def _holder(
    draft: Draft, quotation: Quotation, index: int, previous: Quotation | None, owner: dict[int, Cue], cues: list[Cue]
) -> Cue | None:
    """The attribution that a quotation goes on with: an unclosed one before it, or one in the same paragraph."""
    if previous is None or index - 1 not in owner:
        return None
    holder = owner[index - 1]
    unended = _unended(draft, previous)  # it goes on in the next paragraph
    if unended and quotation.paragraph == previous.paragraph + 1 and _opens_paragraph(draft, quotation):
        return holder
    if quotation.paragraph != previous.paragraph:
        return None
    between = draft.text[previous.end : quotation.start]
    sentence = draft.sentence_at(quotation.start)
    opens = sentence >= 0 and draft.sentences[sentence].start >= quotation.start - 1
    cue_near = holder.end > holder.start and previous.start - 200 < holder.start < quotation.start
    if (opens or between.rstrip().endswith((",", ":"))) and len(between) < 160 and (cue_near or not between.strip()):
        index = bisect_left(cues, previous.end, key=lambda cue: cue.start)
        between_cues = takewhile(lambda cue: cue.start < quotation.start, cues[index : index + _LOOK])
        return None if any(cue is not holder and cue.source for cue in between_cues) else holder
    return None


def _opens_paragraph(draft: Draft, quotation: Quotation) -> bool:
    return draft.article.paragraphs[quotation.paragraph].start >= quotation.start - 1


def _made(draft: Draft, quotation: Quotation, cues: list[Cue]) -> Cue | None:
    """An attribution without a cue: to a signature, to the subject of its sentence, or to whoever spoke last."""
    sentence = draft.sentence_at(quotation.start)
    if sentence < 0 or draft.article.paragraphs[quotation.paragraph].role != "body":
        return None
    low, high = draft.sentences[sentence].start, draft.sentences[sentence].end
    cue = Cue(quotation.start, quotation.start, "speech", "", "floating", None, quotation.start, low, high, sentence)
    cue.content = [_inner(quotation)]
    signed = _SIGNED.match(draft.text, quotation.end)
    if signed:
        cue.start, cue.end = signed.span(1)
        cue.source, cue.kind, cue.speaker = signed.span(2), "person", signed.group(2)
        return cue
    named = [n for n in draft.names_in(low, quotation.start) if n.kind in {"person", "organisation"}]
    if named:
        cue.source, cue.kind, cue.speaker = (named[-1].start, named[-1].end), named[-1].kind, named[-1].text
        return cue
    last = _last_source(draft, quotation, cues)
    word = draft.lower[low : low + 5].split(" ", 1)[0]
    if word in {"he", "she", "they", "it"} and low < quotation.start:
        cue.source = (low, low + len(word))
        cue.kind, cue.speaker = (last.kind, last.speaker) if last else ("person", None)
        return cue
    if last is not None:
        cue.kind, cue.speaker = last.kind, last.speaker
    return cue if last is not None else None


def _last_source(draft: Draft, quotation: Quotation, cues: list[Cue]) -> Cue | None:
    """The last cue with a source before the quotation, in its paragraph or the one before."""
    paragraphs = draft.article.paragraphs
    back = max(quotation.paragraph - 1, 0)
    while back > max(quotation.paragraph - 12, 0) and draft.text[paragraphs[back].start] in "“\"'":
        back -= 1
    first = paragraphs[back].start
    index = bisect_left(cues, quotation.start, key=lambda cue: cue.start)
    for cue in reversed(cues[max(index - _LOOK, 0) : index]):
        if cue.start < first:
            break
        if cue.source:
            return cue
    return None
