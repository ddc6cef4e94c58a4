"""Words that bear on sourcing are found in their sense, outside quotations."""

from __future__ import annotations

from lintnews.extract import signals
from tests.extract.test_attributions import read


def kinds(sentence: str) -> list[tuple[str, str]]:
    """Kind and words of every signal."""
    text, facts = read(sentence)
    return [(s.kind, text[s.start : s.end]) for s in facts.signals]


def test_an_evidential_comes_with_its_verb() -> None:
    assert kinds("The gangs are believed to hold two bridges.") == [("evidential", "are believed to")]


def test_a_timetable_is_no_evidential() -> None:
    assert kinds("The council is expected to meet on Friday.") == []


def test_a_quotation_speaks_for_itself() -> None:
    assert kinds("“They are believed to hold two bridges,” Runa Holt said.") == []


def test_a_motive_needs_a_state_of_mind() -> None:
    assert kinds("He left because he had fallen out with his father.") == [("motive", "because")]
    assert kinds("He left because the roof leaked.") == []


def test_words_that_may_need_a_source_are_signals() -> None:
    assert kinds("Varn failed to warn the farms.") == [("wrong", "failed to warn")]
    assert kinds("It has the oldest oven in the country.") == [("superlative", "in the country")]
    assert kinds("Milk will undoubtedly cost more.") == [("forecast", "will undoubtedly")]
    assert kinds("The fire was caused by a lamp.") == [("cause", "was caused by")]
    assert kinds("The notorious landlord has bought the mill.") == [("character", "notorious")]


def test_the_version_goes_into_the_cache_key() -> None:
    assert signals.VERSION
