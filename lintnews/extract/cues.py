"""Judging cues: whether a verb form really says that somebody said something, and where its subject stands."""

from __future__ import annotations

from functools import lru_cache
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
_STEPPED = AUXILIARIES | ADVERBS
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
    `words` are the words left of the hit, the first of them perhaps cut, and `floor` is where they begin; `at` is the
    index of `before` in them, -1 if there is none, and [place, left) where it stands, with a comma after it.
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
    words: list[str]
    floor: int
    at: int
    place: int
    left: int
    before: str
    passive: bool
    head: list[str] = []
    begin: int = -1
    seen_complement: bool | None = None

    @property
    def noun_like(self) -> bool:
        """Whether the form is as often a noun."""
        return self.draft.lower[self.start : self.end] in NOUN_LIKE

    @property
    def completed(self) -> bool:
        """Whether "that", a colon or a quotation follows."""
        if self.seen_complement is None:
            self.seen_complement = COMPLEMENT.match(self.draft.lower, self.end) is not None
        return self.seen_complement

    def follows(self, *words: str) -> bool:
        """Whether one of the words comes right after the cue."""
        return self.draft.lower.startswith(words, self.end)

    def step(self) -> None:
        """Go on to the word before."""
        self.at -= 1
        self.place = self.draft.lower.rfind(self.words[self.at], self.floor, self.place)
        self.left = self.place + len(self.words[self.at])

    def cue(self, mode: Mode, source: tuple[int, int] | None, anchor: int) -> Cue:
        """The cue that this view comes to."""
        return Cue(
            self.start, self.end, self.group, self.lemma, mode, source, anchor, self.low, self.high, self.sentence
        )


class _Entries(dict[str, list[str]]):
    """Class, lemma and form of each entry of the table of cues, taken apart when first asked for."""

    def __missing__(self, value: str) -> list[str]:
        parts = self[value] = value.split(" ")
        return parts


_ENTRIES = _Entries()


def view(draft: Draft, hit: tuple[int, int, str], low: int, high: int, sentence: int) -> View:
    """What stands left of a hit, from `low` on: auxiliaries and adverbs are stepped over, and short asides.

    The comma of an aside that was stepped over ("Adeyemi, however, said") is no part of `before`.
    """
    start, end, value = hit
    group, lemma, form = _ENTRIES[value]
    lower = draft.lower
    floor = max(low, start - _WINDOW)
    words = lower[floor:start].split()
    at, place, left = len(words) - 1, start, start
    passive = comma = False
    before = ""
    while at >= 0:
        before = words[at]
        bare = before.rstrip(",")
        aside = bare != before
        if aside and not (at and words[at - 1][-1] == ","):
            break
        if bare in BE:
            passive = True
        elif bare not in _STEPPED and not _steps_over(draft, words, at, floor, place):
            break
        place = lower.rfind(before, floor, place)
        comma = comma or aside
        at -= 1
    if at < 0:
        before, left = "", start
    else:
        place = lower.rfind(before, floor, place)
        left = place + len(before)
        if comma and before[-1] == ",":
            before = before.rstrip(",")
    if form == "ing":
        passive = False
    return View(
        draft, start, end, group, lemma, form, low, high, sentence, words, floor, at, place, left, before, passive
    )


def _steps_over(draft: Draft, words: list[str], at: int, floor: int, stop: int) -> bool:
    """Whether a word that ends before `stop` is an adverb, or leads a day of the week ("on Friday announced")."""
    before = words[at]
    bare = before.rstrip(",")
    if bare.endswith("ly") and len(bare) > 4 and draft.text[draft.lower.rfind(before, floor, stop)].islower():
        return True
    return before in TIME_LEADS and at + 1 < len(words) and words[at + 1].rstrip(",").endswith("day")


@lru_cache(maxsize=20_000)
def position(before: str, form: str) -> str:
    """Where a cue stands: `break`, `infinitive`, `link`, `none` (a noun or an adjective) or `subject`."""
    if not before or before[-1] in CLOSING or before[-1] in ",—–)" or before.endswith("''") or before in DASHES:
        return "break"
    if before == "to":
        return "infinitive"
    if before in LINKS or (form == "ing" and (before in PREPOSITIONS or before in _TIMES)):
        return "link"
    if (before in DETERMINERS and before not in _DEMONSTRATIVES) or before in PREPOSITIONS:
        return "none"
    return "subject"


__all__ = ["CLITICS", "Cue", "Mode", "View", "position", "view"]
