"""Sentences again, each with its attribution: explicit, carried from a sentence before, evidential, or none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from lintnews.extract.grammar import CLOSING
from lintnews.patterns import late

if TYPE_CHECKING:
    from lintnews.extract.draft import Draft
    from lintnews.model import Attributed, Sentence

VERSION = "2"


def extract(draft: Draft) -> tuple[Sentence, ...]:
    """The sentences with `attributed` set."""
    sentences = draft.sentences
    states: list[Attributed] = ["none"] * len(sentences)
    for attribution in draft.attributions:
        state: Attributed
        if attribution.source is not None:
            state = "explicit"
        elif attribution.cue is None:
            state = "carried"
        else:
            state = "evidential"
        rank = _RANK[state]
        for span in (*attribution.content, attribution.cue) if attribution.cue else attribution.content:
            index, end = max(draft.sentence_at(span.start), 0), span.end
            while index < len(states) and sentences[index].start < end:
                if rank > _RANK[states[index]]:
                    states[index] = state
                index += 1
    _carry(draft, states)
    return tuple(
        msgspec.structs.replace(sentence, attributed=state) if state != "none" else sentence
        for sentence, state in zip(draft.sentences, states, strict=True)
    )


def _carry(draft: Draft, states: list[Attributed]) -> None:
    """Carry a source on within a paragraph, while a pronoun in the tense of reported speech goes on."""
    sources = [a.source for a in draft.attributions if a.source]
    narrated = [draft.text[s.start : s.end] for s in sources].count("I") > 2  # a first-person piece
    for index in range(1, len(states)):
        before, sentence = draft.sentences[index - 1], draft.sentences[index]
        if states[index] != "none" or states[index - 1] not in {"explicit", "carried"}:
            continue
        if before.paragraph == sentence.paragraph and (
            _TAKEN_UP.match(draft.text, sentence.start)
            or (not narrated and _FIRST_PERSON.search(draft.text, sentence.start, sentence.end))
        ):
            states[index] = "carried"
    _carry_back(draft, states)


def _carry_back(draft: Draft, states: list[Attributed]) -> None:
    """Carry back from a closing mark whose opening one is missing: the quotation began in a sentence before."""
    for index in range(len(states) - 1, 0, -1):
        sentence = draft.sentences[index]
        if states[index] != "none" or draft.text[sentence.end - 1] not in CLOSING:
            continue
        if any(mark in draft.text[sentence.start : sentence.end - 1] for mark in '“”"'):
            continue
        first = index
        while index - first < _BACK and states[first] == "none" and _same_paragraph(draft, first):
            first -= 1
        if states[first] in {"explicit", "carried"}:
            states[first + 1 : index + 1] = ["carried"] * (index - first)


def _same_paragraph(draft: Draft, index: int) -> bool:
    """Whether the sentence before stands in the same paragraph."""
    return index > 0 and draft.sentences[index - 1].paragraph == draft.sentences[index].paragraph


_TAKEN_UP = late(
    r"(?:(?:But|And|Yet|Instead|Rather),?\s+)?(?:[Hh]e|[Ss]he|[Tt]hey|[Ii]t)\s(?:also|would|could|should|had)\b"
    r"|The (?:report|study|survey|poll|document|letter|statement|memo|audit) "
)
_BACK = 12  # sentences of a quotation that are looked through for its speaker
_FIRST_PERSON = late(r"(?<![\w“\"])(?:I|I[’'](?:m|ve|d|ll)|my|me)(?![\w.,)-])")
_RANK = {"none": 0, "evidential": 1, "carried": 2, "explicit": 3}
