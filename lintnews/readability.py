"""The one door to textstat: it can never download anything, and it does not load NLTK.

Every release of textstat from 0.7.9 imports NLTK, for nothing but the pronouncing dictionary of its syllable counts,
and fetches that dictionary from the network when it is missing. Here textstat is imported with a stand-in for NLTK that
has no data, and its look-up of the dictionary is switched off: syllables, where somebody asks for them, are hyphenation
points. The measures given here need no syllables at all.
"""

from __future__ import annotations

import sys
from functools import cache
from types import ModuleType
from typing import Any

from msgspec import Struct


class Readability(Struct, frozen=True):
    """How hard a text is to read.

    `lix` is words a sentence plus the per cent of words over six letters (Björnsson 1968: news stands near 45-50, above
    60 is very hard); `grade` is the American school year of the Automated Readability Index (Smith and Senter 1967).
    """

    words: int
    sentences: int
    lix: float
    grade: float

    @property
    def words_a_sentence(self) -> float:
        """Mean length of a sentence."""
        return self.words / max(self.sentences, 1)


def measure(text: str) -> Readability:
    """Measure a text; sentences are counted as textstat counts them."""
    textstat = _textstat()
    return Readability(
        int(textstat.lexicon_count(text)),
        max(int(textstat.sentence_count(text)), 1),
        float(textstat.lix(text)),
        float(textstat.automated_readability_index(text)),
    )


@cache
def _textstat() -> Any:
    """textstat, imported without NLTK and without a way to the network."""
    stand_in = "nltk" not in sys.modules
    if stand_in:
        sys.modules["nltk"] = _Absent("nltk")
    try:
        import textstat
    finally:
        if stand_in:
            del sys.modules["nltk"]
    counts = sys.modules.get("textstat.backend.counts._count_syllables")
    if counts is not None:
        counts.get_cmudict = _no_dictionary  # type: ignore[attr-defined]
    return textstat.textstat


def _no_dictionary(language: str) -> None:
    """Say that there is no pronouncing dictionary, for any language."""


class _Absent(ModuleType):
    """A module that is not there: importing it works, using it raises LookupError."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        raise LookupError(f"{self.__name__}.{name} is not available to textstat here")
