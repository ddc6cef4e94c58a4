"""Judging cues: whether a verb form really says that somebody said something, and where its subject stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from lintnews.extract.grammar import (
    ADVERBS,
    AUXILIARIES,
    BE,
    CLITICS,
    CLOSING,
    COMPLEMENT,
    DASHES,
    DETERMINERS,
    LINKS,
    PREPOSITIONS,
    TIME_LEADS,
    WORD,
    words,
)
from lintnews.extract.lemmas import NOUN_LIKE

if TYPE_CHECKING:
    from lintnews.extract.draft import Draft

Mode = Literal[
    "subject",
    "inverted",
    "participle",
    "shared",
    "passive",
    "agent",
    "prepositional",
    "noun",
    "evidential",
    "floating",
]
_WINDOW = 44  # letters left of a cue in which its auxiliaries, and the word before them, are looked for
_TIMES = words("while when though although if once since as not")  # they lead a participle: "while saying"
_DEMONSTRATIVES = words("this that these those several another any")


class Cue(Struct):
    """A cue with its source span; `low` and `high` bound the sentence, `anchor` is where its clause begins."""

    start: int
    end: int
    group: str
    lemma: str
    mode: Mode
    source: tuple[int, int] | None
    anchor: int
    low: int
    high: int
    sentence: int
    content: list[tuple[int, int]] = []
    speaker: str | None = None
    kind: str = "none"


class View(Struct):
    """A hit of the cue table and what stands to its left: `before` is the first word that is no auxiliary or adverb.

    `head` are the words of the subject up to its first preposition or relative, where they were looked for.
    `words` are the places of the words left of the hit, `at` is the index of `before` in them, -1 if there is none.
    """

    draft: Draft
    start: int
    end: int
    group: str
    lemma: str
    form: str
    low: int
    high: int
    sentence: int
    words: list[tuple[int, int]]
    at: int = -1
    before: str = ""
    passive: bool = False
    head: list[str] = []
    begin: int = -1

    @property
    def left(self) -> int:
        """Where the words end that may hold the subject."""
        return self.words[self.at][1] if self.at >= 0 else self.start

    @property
    def noun_like(self) -> bool:
        """Whether the form is as often a noun."""
        return self.draft.lower[self.start : self.end] in NOUN_LIKE

    @property
    def completed(self) -> bool:
        """Whether "that", a colon or a quotation follows."""
        return COMPLEMENT.match(self.draft.lower, self.end) is not None

    def follows(self, *words: str) -> bool:
        """Whether one of the words comes right after the cue."""
        return self.draft.lower.startswith(words, self.end)

    def cue(self, mode: Mode, source: tuple[int, int] | None, anchor: int) -> Cue:
        """The cue that this view comes to."""
        return Cue(
            self.start, self.end, self.group, self.lemma, mode, source, anchor, self.low, self.high, self.sentence
        )


def view(draft: Draft, hit: tuple[int, int, str], low: int, high: int, sentence: int) -> View:
    """What stands left of a hit, from `low` on: auxiliaries and adverbs are stepped over."""
    start, end, value = hit
    group, lemma, form = value.split(" ")
    words = [found.span() for found in WORD.finditer(draft.lower, max(low, start - _WINDOW), start)]
    seen = View(draft, start, end, group, lemma, form, low, high, sentence, words, len(words) - 1)
    comma = _step_left(seen)
    if form == "ing":
        seen.passive = False
    if comma and seen.before.endswith(","):
        seen.before = seen.before.rstrip(",")
    return seen


def _step_left(seen: View) -> bool:
    """Set `at`, `before` and `passive`; true if an aside was stepped over ("Adeyemi, however, said")."""
    lower, words = seen.draft.lower, seen.words
    comma = False
    while seen.at >= 0:
        start, end = words[seen.at]
        before = lower[start:end]
        bare = before.rstrip(",")
        aside = bare != before
        if aside and not (seen.at and lower[words[seen.at - 1][1] - 1] == ","):
            break
        if bare in AUXILIARIES:
            seen.passive = seen.passive or bare in BE
        elif not _steps_over(seen, before, bare):
            break
        comma = comma or aside
        seen.at -= 1
    seen.before = lower[slice(*words[seen.at])] if seen.at >= 0 else ""
    return comma


def _steps_over(seen: View, before: str, bare: str) -> bool:
    """Whether a word is an adverb, or leads a day of the week ("on Friday announced")."""
    if bare in ADVERBS or (bare.endswith("ly") and len(bare) > 4 and seen.draft.text[seen.words[seen.at][0]].islower()):
        return True
    if before not in TIME_LEADS or seen.at + 1 >= len(seen.words):
        return False
    return seen.draft.lower[slice(*seen.words[seen.at + 1])].rstrip(",").endswith("day")


def position(seen: View) -> str:
    """Where a cue stands: `break`, `infinitive`, `link`, `none` (a noun or an adjective) or `subject`."""
    before = seen.before
    if not before or before[-1] in CLOSING or before[-1] in ",—–)" or before.endswith("''") or before in DASHES:
        return "break"
    if before == "to":
        return "infinitive"
    if before in LINKS or (seen.form == "ing" and (before in PREPOSITIONS or before in _TIMES)):
        return "link"
    if (before in DETERMINERS and before not in _DEMONSTRATIVES) or before in PREPOSITIONS:
        return "none"
    return "subject"


__all__ = ["CLITICS", "Cue", "Mode", "View", "position", "view"]
