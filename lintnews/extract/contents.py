"""Contents of cues: which stretch of the sentence is what was said."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lintnews.extract.grammar import ADDRESSEE, ADDRESSEE_BARE, ADVERBIAL, BOUNDARY, COMPLEMENT, OPENING, TERMINAL
from lintnews.extract.lemmas import SAYING, TELLING
from lintnews.patterns import late

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lintnews.extract.cues import Cue
    from lintnews.extract.draft import Draft
    from lintnews.model import Quotation

_LEADS = late(
    r"\s*(?:,?\s*(?:and|but)|,\s*(?:while|though|although|as|because|when|after|before|with)|[,;—–-])\s*$",
    re.IGNORECASE,
)
_LEADING = ("and", "but", "while", "though", "as", "because", "when", "after", "before", "with", *",;—–-")
_AS = late(r"(?:^|[\s,(])as\s+$", re.IGNORECASE)
_LAST_AS = late(r"(?:,\s*)?\bas\s*$", re.IGNORECASE)
_PREPOSED = late(
    r"(?:but |and )?(?:despite|amid|with|after|given|in|following|because of|by|for|on|beyond|unlike)\s", re.IGNORECASE
)
_CLAUSES = frozenset(("subject", "participle", "shared", "prepositional", "passive", "noun"))
# Time at the end of what was praised, blamed or asked for: no part of it.
_WHEN = late(
    r"\s(?:(?:on |late |early )?(?:mon|tues|wednes|thurs|fri|satur|sun)day(?: (?:night|morning|afternoon|evening))?"
    r"|(?:last|this|earlier this) (?:week|month|year|\w+day)|yesterday|today)\W*$",
    re.IGNORECASE,
)
# Where a relative clause between commas ends: the main verb comes.
_RESUMED = late(
    r",\s(?=(?:is|are|was|were|has|had|have|will|would|can|could|may|might|did|does|\w+ed|said|says|told)\b)"
)
_WORDS = 3  # quoted words before a tag that are speech by themselves
_SPLIT = 5  # a shorter quotation before a tag may be the first part of a sentence: "“Only you,” she said, would …"
_LEAD = 40  # letters at the end of a content in which the word that leads the next clause stands
_TAIL = 36  # letters at the end of a content in which a time may stand
_TAG = 120  # letters between the parts of an interrupted quotation
_MANY = 60  # quotations of a sentence that are looked at
_NEED = 8  # letters that make a content


def fill(draft: Draft, cues: Sequence[Cue]) -> None:
    """Give every cue of a sentence its content."""
    at = draft.quotation_at(cues[0].high)
    quotes = at >= 0 and draft.quotations[at].end > cues[0].low
    last = len(cues) - 1
    for index, cue in enumerate(cues):
        following = _parting(draft, cue, cues[index + 1 : index + 4]) if index < last else None
        before, after = _quotations_beside(draft, cue) if quotes else (None, None)
        if cue.mode == "prepositional":
            cue.content = _prepositional(draft, cue, before)
        elif cue.mode == "inverted":
            cue.content = _left(draft, cue, before) or _right(
                draft, cue, following, after, cue.source[1] if cue.source else cue.end
            )
        elif cue.mode == "evidential" and cue.lemma == "adverb":
            cue.content = _around(draft, cue)
        elif cue.mode == "agent":
            cue.content = _clean(draft, [(cue.anchor, cue.start)])
        elif cue.mode == "subject":
            cue.content = _subject_content(draft, cue, following, before, after)
        else:
            cue.content = _right(draft, cue, following, after, cue.end)
            if not cue.content and before and draft.text[before.end : cue.anchor].strip() == "":
                cue.content = _left(draft, cue, before)


def _around(draft: Draft, cue: Cue) -> list[tuple[int, int]]:
    """The clause around an adverb such as "reportedly", in two parts."""
    left = max(cue.low, draft.text.rfind(", ", cue.low, max(cue.start - 2, cue.low)) + 1)
    stop = BOUNDARY.search(draft.lower, cue.end, cue.high)
    return _clean(draft, [(left, cue.start), (cue.end, stop.start() if stop else cue.high)])


def _parting(draft: Draft, cue: Cue, later: Sequence[Cue]) -> Cue | None:
    """The first of the next cues whose clause parts from this cue's content; the next one where none does."""
    for other in later:
        if other.anchor > cue.end and other.mode in _CLAUSES and _cut(draft, cue.end, other):
            return other
    return later[0] if later else None


def _quotations_beside(draft: Draft, cue: Cue) -> tuple[Quotation | None, Quotation | None]:
    """The last quotation that ends before the cue's clause and the first one after the cue, both in the sentence."""
    before = after = None
    first = max(draft.quotation_at(cue.low), 0)
    for quotation in draft.quotations[first : first + _MANY]:
        if quotation.start >= cue.high:
            break
        if quotation.end <= cue.anchor + 1 and quotation.end > cue.low:
            before = quotation
        elif quotation.start >= cue.end and after is None:
            after = quotation
    return before, after


def _subject_content(  # noqa: PLR0911 - one a place of the content
    draft: Draft, cue: Cue, following: Cue | None, before: Quotation | None, after: Quotation | None
) -> list[tuple[int, int]]:
    """Content of "X said": on the right as a rule, on the left where nothing but time and place follows, or both."""
    text = draft.text
    lead = text[cue.low : cue.anchor]
    touching = before is not None and text[before.end : cue.anchor].strip(" ,—–-") == ""
    if _ends_with_as(lead) and _AS.search(lead):
        left = _left(draft, cue, before) if len(lead) > 24 else []
        return left or _right(draft, cue, None, after, cue.end)
    parted = touching or lead.rstrip().endswith((",", "—", "–", "--", ".”", ",”", '."', ',"'))
    if touching and before is not None and before.words >= _WORDS and before.start <= cue.low + 1:
        return _tagged(draft, cue, following, before, after)
    rest = _addressee_end(draft, cue)
    # What follows matters only where something stands before the clause.
    terminal = parted and (text[rest : rest + 1] in ",;:.?!—" or TERMINAL.match(text, rest, cue.high) is not None)
    opens = COMPLEMENT.match(text, rest)
    if opens and not touching and opens.group().strip()[-1:] in (":", "“", '"'):
        return _right(draft, cue, following, after, cue.end)
    if (touching and (terminal or cue.lemma not in {"say", "tell"} or opens)) or (
        parted and len(lead) > 12 and terminal and text[rest : rest + 1] != "," and cue.lemma in SAYING
    ):
        left = _left(draft, cue, before)
        if (after is not None and text[rest : after.start].strip(" ,:.") == "") or (
            after and TERMINAL.match(text, rest, after.start)
        ):
            return left + _clean(draft, [(after.start, after.end)]) if after else left
        return left
    right = _right(draft, cue, following, after, cue.end)
    if not parted:
        return right
    if len(lead) > 4 and text[cue.end : cue.end + 1] == ",":
        right = _clean(draft, [(cue.low, cue.anchor)]) + right
    return right or (_left(draft, cue, before) if terminal else [])


def _tagged(
    draft: Draft, cue: Cue, following: Cue | None, before: Quotation, after: Quotation | None
) -> list[tuple[int, int]]:
    """Content of a tag after a quotation that opens the sentence, and of the quotation or clause that goes on."""
    text = draft.text
    left = _left(draft, cue, before)
    if before.words < _SPLIT and text[cue.end : cue.end + 1] == "," and text[before.end - 2] not in ".?!":
        return left + _right(draft, cue, following, after, cue.end)
    return left + _clean(draft, [(after.start, after.end)]) if after and _resumes(text, cue, after) else left


def _resumes(text: str, cue: Cue, after: Quotation) -> bool:
    """Whether a quotation goes on after its tag: "“It is late,” Adeyemi told the council, “and we must go”."""
    between = text[cue.end : after.start].rstrip()
    return between.endswith((",", ":", "—", "–")) and len(between) < _TAG and not between.endswith((" that,",))


def _addressee_end(draft: Draft, cue: Cue) -> int:
    """Where the addressee of a verb of telling ends; the cue's end for other verbs."""
    if cue.lemma not in TELLING:
        return cue.end
    found = ADDRESSEE_BARE.match(draft.text, cue.end, cue.high)
    return found.end() if found else cue.end


def _left(draft: Draft, cue: Cue, before: Quotation | None) -> list[tuple[int, int]]:
    """Everything before the cue's clause; a quotation there is taken whole, from the sentences before too."""
    start = cue.low
    if before is not None and (
        before.start < start
        or (
            draft.text[before.end : cue.anchor].strip(" ,—–-") == ""
            and draft.text[start : before.start].rstrip()[-1:] in ("(", ":", ";", "—", ".", "?", "!")
        )
    ):
        start = before.start
    end = cue.anchor
    lead = draft.text[start:end]
    found = _LAST_AS.search(lead) if _ends_with_as(lead) else None
    if found:
        end = start + found.start()
    return _clean(draft, [(start, end)])


def _right(draft: Draft, cue: Cue, following: Cue | None, after: Quotation | None, at: int) -> list[tuple[int, int]]:
    """From the cue (its addressee and adverbials skipped) to the end of the sentence or the next cue's clause."""
    text, high = draft.text, cue.high
    start = at
    if cue.lemma in TELLING:
        found = ADDRESSEE.match(text, at, high)
        if found and (
            text[found.end() : found.end() + 1] in OPENING or text[found.start() : found.end()].rstrip()[-1:] != ","
        ):
            start = found.end()
        else:
            bare = ADDRESSEE_BARE.match(text, at, high)
            start = bare.end() if bare and high - bare.end() > _NEED else at
    elif _may_introduce(draft.lower[at:high]) and not COMPLEMENT.match(text, at, high):
        found = ADVERBIAL.match(text, at, high)
        if found:
            start = found.end()
    end = high
    if after is not None and text[start : after.start].strip(" ,:") == "":
        start, end = after.start, max(after.end, start)
        if (
            end < high
            and len(text[end:high].strip(' .,;”"')) > 3
            and text[end : end + 1] == " "
            and not (following and following.anchor < end + 12)
        ):
            end = high
    if cue.mode == "noun" and _PREPOSED.match(text, cue.low, cue.start):
        comma = text.find(", ", start, end)
        end = comma if comma > 0 else end
    end = _trimmed(draft, cue, start, end)
    limit = following
    if limit is not None and limit.anchor > start and limit.mode in _CLAUSES:
        cut = _cut(draft, start, limit)
        if cut:
            end = min(end, cut) if cut > start else end
    return _clean(draft, [(start, end)])


def _trimmed(draft: Draft, cue: Cue, start: int, end: int) -> int:
    """The end of a content without the main clause that follows an aside, and without a time at its end."""
    text = draft.text
    lead = draft.lower[max(cue.source[0] - 8, 0) : cue.source[0] + 6] if cue.source else ""
    if ", wh" in lead and (", who" in lead or ", which " in lead):
        resumed = _RESUMED.search(text, start, end)
        end = resumed.start() if resumed and not draft.quoted(resumed.start()) else end
    if cue.mode == "subject" and draft.lower.startswith("with ", cue.low) and ", " not in text[cue.low : start]:
        comma = text.find(", ", start, end)
        end = comma if comma > 0 else end
    if cue.group in {"judge", "urge", "think"}:
        tail = draft.lower[max(start, end - _TAIL) : end]
        timed = "day" in tail or "week" in tail or "month" in tail or "year" in tail
        when = _WHEN.search(text, max(start, end - _TAIL), end) if timed else None
        end = when.start() if when and when.start() > start else end
    return end


def _cut(draft: Draft, start: int, following: Cue) -> int | None:
    """Where the next cue's clause parts from this one's content; None where it lies inside."""
    anchor = following.start if following.mode in {"participle", "shared"} else following.anchor
    if following.mode == "shared":
        anchor = following.anchor
    if following.mode == "shared":
        return anchor
    lead = draft.text[start:anchor]
    led = lead.rstrip().lower().endswith(_LEADING)
    found = _LEADS.search(lead, max(0, len(lead) - _LEAD)) if led else None
    return start + found.start() if found and found.group().strip() else None


def _prepositional(draft: Draft, cue: Cue, before: Quotation | None) -> list[tuple[int, int]]:
    """What "according to X" stands beside: the clause after it at a sentence's start, else what stands before it."""
    source_end = max(cue.source[1], cue.end) if cue.source else cue.end
    lead = draft.text[cue.low : cue.start]
    if len(lead.strip(" ,\"“'(")) < 12 or lead.strip().lower() in {"but", "and", "so"}:
        return _clean(draft, [(source_end, cue.high)])
    left = _left(draft, cue, before)
    if draft.text[source_end : source_end + 1] == "," and cue.high - source_end > 60 and lead.rstrip().endswith(","):
        return left + _clean(draft, [(source_end, cue.high)])
    return left


def _ends_with_as(lead: str) -> bool:
    """Whether the last letters of a lead are those of "as"."""
    return lead[-8:].rstrip()[-2:].lower() == "as"


def _may_introduce(rest: str) -> bool:
    """Whether the rest of a sentence holds what an adverbial after a cue leads to: a quotation, or "that"."""
    return "that" in rest or "“" in rest or '"' in rest


def _clean(draft: Draft, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans without spaces and commas at their ends; too short ones are dropped."""
    text = draft.text
    out = []
    for first, last in spans:
        start, end = first, last
        while start < end and text[start] in " \n,:;—–-.":
            start += 1
        while end > start and text[end - 1] in " \n,:;—–-":
            end -= 1
        if end > start and text[end - 1] in ".?!" and end - start > 1:
            end -= 1
        if end - start >= 3:
            out.append((start, end))
    return out
