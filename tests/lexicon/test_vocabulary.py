"""Words are known in the forms in which news prints them."""

from __future__ import annotations

import pytest

from lintnews.lexicon import lexicon
from lintnews.lexicon.vocabulary import fold, inflected, vocabulary


@pytest.mark.parametrize(
    ("word", "folded"),
    [("Müller", "muller"), ("O’Neill", "o'neill"), ("ŁÓDŹ", "lodz"), ("Søren", "soren"), ("plain", "plain")],
)
def test_accents_and_apostrophes_fold(word: str, folded: str) -> None:
    assert fold(word) == folded


@pytest.mark.parametrize("word", ["stop", "stops", "stopped", "stopping", "carries", "carried", "boxes", "making"])
def test_inflections_of_a_known_word_are_known(word: str) -> None:
    assert inflected(word, frozenset({"stop", "carry", "box", "make"}))


@pytest.mark.parametrize("word", ["stopwatch", "as", "red", "carrion"])
def test_other_words_are_not(word: str) -> None:
    assert not inflected(word, frozenset({"stop", "carry", "r", "a"}))


def test_a_house_of_words_tells_names_from_words() -> None:
    words = vocabulary(lexicon())
    assert "anna" in words.given
    assert "kenya" in words.places
    assert words.ordinary("winters")
    assert not words.ordinary("maslenka")
