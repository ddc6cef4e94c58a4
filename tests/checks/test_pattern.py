"""Patterns over the source of an article whose parts stand in another order in the text."""

from __future__ import annotations

from lintnews.checks.pattern import text_position
from lintnews.config import Config
from lintnews.setup import Setup, workshop_of


def test_words_after_a_picture_in_the_middle_of_a_paragraph_are_placed() -> None:
    source = "# Quay\n\nThe board ![Velde on the quay](a.jpg) voted on Tuesday.\n\nThe tender opens in May.\n"
    article = workshop_of(Setup(Config())).read("quay.md", source.encode())
    assert article.offsets is not None
    for word in ("Quay", "board", "Velde", "Tuesday", "tender"):
        at = text_position(article.offsets, source.index(word))
        assert article.text[at : at + len(word)] == word
