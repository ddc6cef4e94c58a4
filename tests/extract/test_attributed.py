"""Every sentence knows whether somebody stands behind it."""

from __future__ import annotations

import pytest

from lintnews.extract import extract, stages
from lintnews.lexicon import lexicon
from lintnews.model import Article, Paragraph

STAGES = stages()


def states(text: str) -> list[str]:
    """The attribution of each sentence of a paragraph."""
    article = Article("a.md", text, text, (Paragraph(0, len(text)),))
    return [sentence.attributed for sentence in extract(article, lexicon(), STAGES).sentences]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ferry left at six. It was full.", ["none", "none"]),
        ('"The ferry was full," said Ida Brandt.', ["explicit"]),
        ("The ferry was full, according to the harbour office.", ["explicit"]),
        ("Ida Brandt said the ferry was full. She had counted the passengers.", ["explicit", "carried"]),
        ("The ferry is believed to be lost.", ["evidential"]),
    ],
)
def test_a_sentence_is_attributed_as_it_is_worded(text: str, expected: list[str]) -> None:
    assert states(text) == expected


def test_a_source_is_not_carried_over_a_new_subject() -> None:
    assert states("Ida Brandt said the ferry was full. The storm came at night.") == ["explicit", "none"]


def test_the_first_person_goes_on_after_a_quotation_that_lost_a_mark() -> None:
    words = "Ida Brandt said “the ferry was full of people. I saw them all. Nobody had a coat.”"
    assert "none" not in states(words)


def test_a_closing_mark_carries_back_to_the_speaker() -> None:
    words = "Ida Brandt said the ferry was full. The crew was tired. The sea was rough.”"
    assert states(words) == ["explicit", "carried", "carried"]


def test_a_pronoun_in_plain_past_tense_says_nothing_new() -> None:
    assert states("Ida Brandt said the ferry was full. She was born in Velmore.") == ["explicit", "none"]
