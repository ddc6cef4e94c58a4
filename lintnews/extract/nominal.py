"""Cues that are no verbs: nouns ("his claim that"), evidentials ("reportedly"), colons of headlines and transcripts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lintnews.extract.cues import Cue
from lintnews.extract.grammar import POSSESSIVES, PREPOSITIONS, words
from lintnews.extract.source_kinds import kind_of
from lintnews.extract.sources import phrase_left, phrase_right
from lintnews.patterns import late

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lintnews.extract.draft import Draft

_THAT = late(r"\s+(?:by\s+[^,.;]{2,60}?\s+)?that\s|:\s|,?\s+[“\"]")
_ABOUT = late(r"\s+(?:of|about|to|on|for|from|against|regarding)\s")
_VERB_LIKE = words("plan plans call report reports decision question")
# Nouns that tell of a claim or feeling even without its owner: "concerns about", "allegations of".
_TALKED_OF = words(
    """criticism concern question fear allegation accusation claim complaint suspicion speculation rumour rumor
    worry doubt support opposition call demand warning talk objection backing approval scrutiny alarm projection
    expectation praise outrage anger condemnation frustration suggestion endorsement advice"""
)
# A question of what, or something of many: no act of one person that "plan" or "report" would be.
_ASKED = late(r"(?:whether|how|what|why|who|when|where|if)\b")
_HELD = words("view opinion judgment judgement estimation words assessment telling")
_IN_POLL = late(r"(?<!\w)in (?=(?:a|an|the|its|his|her|their|one|another)\s)")
_MARKS = (",", ";", " who ", " that ", " which ", " to ", " and ", " is ", " was ", " by ")
_COLON = late(r"[“\"]?([^\s:“\"][^:“”\"\n]{0,60}):\s+(?=\S)")
_LABEL = 63  # letters up to the colon, a mark before them
_LABELS = late(
    r"(?:update|breaking|watch|live|opinion|analysis|video|exclusive|photos?|report|read|read more|also read|read also"
    r"|fact check|explainer|editorial|review|interview|q&a|listen|timeline|profile|in pictures|obituary|letters?"
    r"|comment|note|correction|source|related|more|image|picture|credit|caption|by|editor[’']s note|part \w+"
    r"|chapter \w+|day \w+|results?|score|weather|markets?|here|example|one|first|second)\Z",
    re.IGNORECASE,
)
_TRANSCRIPT = late(r"(?:[A-Z][A-Z .’'-]{2,40}|Q|A|[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){0,3})(?: \([^)]{1,30}\))?\Z")


def noun_cue(draft: Draft, start: int, end: int, value: str, low: int, high: int, sentence: int) -> Cue | None:
    """A noun of saying, "his claim that", "the mayor's warning about"; None where nobody is told of."""
    lower = draft.lower
    if value == "poll":
        return _poll(draft, start, end, low, high, sentence)
    that = _THAT.match(lower, end, high)
    about = that or _ABOUT.match(lower, end, high)
    if not about and value not in _HELD:
        return None
    lead = lower[max(low, start - 60) : start].split()
    owner = next((i for i in range(len(lead) - 1, max(len(lead) - 4, -1), -1) if _owns(lead[i])), None)
    source = None
    if owner is not None:
        begin = lower.rfind(lead[owner], max(low, start - 60), start)
        finish = begin + len(lead[owner])
        if lead[owner] not in POSSESSIVES:
            begin = max(phrase_left(draft, low, begin), low, begin - 40)
            begin = _phrase_start(draft.text, begin, finish)
            first = lower[begin:finish].split(" ", 1)
            begin += len(first[0]) + 1 if len(first) > 1 and first[0] in PREPOSITIONS else 0
            finish -= 2
        source = (begin, finish)
        held = value in _HELD and lower.startswith("in ", max(begin - 3, 0))
        if held and (not about or lower.startswith(",", end)):
            return Cue(begin - 3, end, "noun", value, "prepositional", source, begin - 3, low, high, sentence)
    if not about or value == "words":
        return None
    if owner is not None:
        pass
    elif (
        not that
        and (
            value not in _TALKED_OF
            or about.group().strip() not in {"of", "about", "for", "from", "against", "regarding"}
        )
    ) or (
        (lower[start:end] in _VERB_LIKE and not _ASKED.match(lower, about.end()))
        or not lead
        or lead[-1] in {"to", "will", "would", "i", "we", "you", "they"}
    ):
        return None
    return Cue(start, end, "noun", value, "noun", source, source[0] if source else start, low, high, sentence)


def _poll(draft: Draft, start: int, end: int, low: int, high: int, sentence: int) -> Cue | None:
    """A finding of a poll that the clause gives: "leads by 12 points in a poll for the Gazette"."""
    leads = list(_IN_POLL.finditer(draft.lower, max(low, start - 70), start))
    found = leads[-1] if leads else None
    if found is None or any(mark in draft.lower[found.end() : start] for mark in _MARKS):
        return None
    source = phrase_right(draft.text, found.end(), high)
    if source is None or source[1] < end:
        source = found.end(), end
    return Cue(
        found.start(), found.start() + 2, "data", "poll", "prepositional", source, found.start(), low, high, sentence
    )


def _owns(word: str) -> bool:
    return word in POSSESSIVES or (
        word.endswith(("’s", "'s", "s’", "s'")) and word not in {"it's", "it’s", "that's", "that’s", "let's"}
    )


def _phrase_start(text: str, begin: int, finish: int) -> int:
    """The start of the noun phrase of a possessor: its capitalised words, or the words back to an article."""
    words = text[begin:finish].split(" ")
    kept = len(words) - 1
    while (
        kept > 0
        and (words[kept - 1][:1].isupper() or words[kept - 1] in {"the", "a", "an"})
        and not words[kept - 1].endswith((",", "."))
    ):
        kept -= 1
        if words[kept] in {"the", "a", "an"}:
            break
    return finish - len(" ".join(words[kept:]))


def evidential_cue(start: int, end: int, value: str, low: int, high: int, sentence: int) -> Cue:
    """An evidential as a cue with no source; its content is the clause around it."""
    anchor = start if value == "adverb" else low
    return Cue(start, end, "evidential", value, "evidential", None, anchor, low, high, sentence)


def colon_cues(draft: Draft, cues: Sequence[Cue]) -> list[Cue]:
    """Headlines such as "Otieno: the roads are open", and the lines of a transcript or an interview."""
    found = []
    lines = []
    for paragraph in draft.article.paragraphs:
        if paragraph.role not in {"headline", "deck", "body"}:
            continue
        near = draft.text.find(":", paragraph.start, paragraph.start + _LABEL) >= 0
        colon = _COLON.match(draft.text, paragraph.start, paragraph.end) if near else None
        if not colon:
            continue
        label = colon.group(1).strip()
        if _LABELS.match(label) or paragraph.end - colon.end() < 12:
            continue
        if paragraph.role == "body":
            if _TRANSCRIPT.match(label) and draft.text.count(",", colon.end(), paragraph.end) * 5 < len(
                draft.text[colon.end() : paragraph.end].split()
            ):
                lines.append((paragraph, colon))
            continue
        if _headline_source(draft, colon, label):
            found.append(_colon(draft, paragraph.end, colon))
    if len(lines) >= 3:
        found += [_colon(draft, paragraph.end, colon) for paragraph, colon in lines]
    taken = {cue.sentence for cue in cues}
    return [cue for cue in found if cue.sentence not in taken or cue.source]


def _headline_source(draft: Draft, colon: re.Match[str], label: str) -> bool:
    """Whether what stands before the colon can speak."""
    if len(label.split()) > 5:
        return False
    kind, name = kind_of(draft, colon.start(1), colon.end(1))
    return (name is not None and name.kind in {"person", "organisation"}) or (
        kind in {"collective", "document", "anonymous"} and len(label.split()) < 4
    )


def _colon(draft: Draft, end: int, colon: re.Match[str]) -> Cue:
    at = colon.end(1)
    cue = Cue(
        at,
        at + 1,
        "speech",
        "colon",
        "subject",
        colon.span(1),
        colon.start(1),
        colon.start(1),
        end,
        draft.sentence_at(colon.start(1)),
    )
    stop = end - 1 if draft.text[end - 1] in ".?!" else end
    cue.content = [(colon.end(), stop)]
    return cue


__all__ = ["colon_cues", "evidential_cue", "noun_cue", "phrase_right"]
