"""The words by which names are told from other capitalised words, gathered once a lexicon."""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Container

    from lintnews.lexicon import Lexicon

_LETTERS = str.maketrans({"’": "'", "‘": "'", "ł": "l", "ø": "o", "đ": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe"})
_ENDINGS = (
    ("ies", "y"),
    ("ied", "y"),
    ("es", ""),
    ("ed", ""),
    ("ed", "e"),
    ("ing", ""),
    ("ing", "e"),
    ("s", ""),
)
_DOUBLED = 4  # "stopped" is "stop" with its last letter doubled


def fold(word: str) -> str:
    """Lower case, accents removed, apostrophes straight: the form under which names are looked up."""
    if word.isascii():
        return word.lower()
    plain = unicodedata.normalize("NFKD", word.lower().translate(_LETTERS))
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


class Vocabulary:
    """Sets of folded words; `given` holds all given names."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.male = lexicon.words("given-names-male")
        self.female = lexicon.words("given-names-female")
        self.given = self.male | self.female | lexicon.words("given-names-shared")
        self.function = lexicon.words("function-words")
        self.ordinary_base = lexicon.words("ordinary-words")
        self.rare = lexicon.long_table("rare-words")
        self.surnames = lexicon.long_table("surnames")
        # Given names and surnames that many people have, by which those that are English words too are told.
        self.common_given = lexicon.words("common-given-names")
        self.surname_words = lexicon.words("surname-words")
        self.namesakes = lexicon.words("namesake-organisations")
        self.places = lexicon.words("places") | lexicon.words("regions")
        self.nations = lexicon.words("nationalities") | lexicon.words("peoples")
        self.titles = lexicon.table("titles")
        self.surname_titles = lexicon.words("surname-titles")
        self.roles = lexicon.words("role-words")
        self.organisation = lexicon.words("organisation-words")
        self.particles = lexicon.words("name-particles")
        self.tails = lexicon.words("compound-tails")
        self.plain = self.function - self.given
        # What a run of capitalised words is cut into, kept by the stage that cuts (see extract/capitals.py).
        self.cuts: dict[tuple[str, bool, bool], Any] = {}
        self.alone: dict[str, str] = {}  # what a single word is, kept by extract/names.py
        self._known: dict[str, bool] = {}
        self._english: dict[str, bool] = {}

    def ordinary(self, word: str) -> bool:
        """Whether a folded word is an ordinary English word or an inflected form of one."""
        known = self._known.get(word)
        if known is None:
            if len(self._known) > 20_000:
                self._known.clear()
            known = self._known[word] = word in self.function or inflected(word, self.ordinary_base)
        return known

    def english(self, word: str) -> bool:
        """Whether a folded word, or each part of one with hyphens, is an English word, ordinary or rare."""
        known = self._english.get(word)
        if known is None:
            if len(self._english) > 20_000:
                self._english.clear()
            parts = word.split("-")
            known = self._english[word] = all(self.ordinary(p) or inflected(p, self.rare) for p in parts)
        return known


def inflected(word: str, base: Container[str]) -> bool:
    """Whether a word or what it is an English inflection of is in `base`."""
    if word in base:
        return True
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 2:
            stem = word[: -len(ending)]
            if stem + instead in base:
                return True
            if len(stem) >= _DOUBLED and stem[-1] == stem[-2] and stem[:-1] in base:
                return True
    return False


@cache
def vocabulary(lexicon: Lexicon) -> Vocabulary:
    """The vocabulary of a lexicon."""
    return Vocabulary(lexicon)
