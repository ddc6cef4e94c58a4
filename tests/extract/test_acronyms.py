"""Acronyms in use and their definitions."""

from __future__ import annotations

import pytest

from lintnews.extract import acronyms
from lintnews.extract.draft import Draft
from lintnews.lexicon import lexicon
from lintnews.model import Acronym, Article, Paragraph


def found(text: str) -> tuple[Acronym, ...]:
    return acronyms.extract(Draft(Article("a.txt", text, text, (Paragraph(0, len(text)),)), lexicon("en")))


DEFINITIONS = [
    ("He leads the Regional Harbour Protection (RHP) mission.", "RHP", "Regional Harbour Protection"),
    ("He leads the Regional Harbour Protection Mission (RHP).", "RHP", "Regional Harbour Protection Mission"),
    ("The Office for Quay Statistics (OQS) wrote.", "OQS", "Office for Quay Statistics"),
    ("The Office of Quay Statistics (OQS) wrote.", "OQS", "Office of Quay Statistics"),
    ("The World Ferry-Cable Union (WFCU) wrote.", "WFCU", "World Ferry-Cable Union"),
    ("They sent armoured quay carriers (AQCs) at once.", "AQC", "armoured quay carriers"),
    ("The RHP (Regional Harbour Protection) wrote.", "RHP", "Regional Harbour Protection"),
    ("The Regional Harbour Protection, or RHP, wrote.", "RHP", "Regional Harbour Protection"),
]


@pytest.mark.parametrize(("text", "short", "long"), DEFINITIONS)
def test_definitions(text: str, short: str, long: str) -> None:
    assert (short, long) in {(a.short, a.long) for a in found(text)}


def test_uses_without_a_definition_and_with_dots() -> None:
    assert [(a.short, a.long) for a in found("The U.N. and the RHP's crew met NWS men.")] == [
        ("UN", None),
        ("RHP", None),
        ("NWS", None),
    ]


@pytest.mark.parametrize(
    "text", ["NAIROBI, Monday - It rained.", "Henry VIII and Louis XIV met.", "A LINE IN CAPITALS"]
)
def test_other_capitals_are_no_acronyms(text: str) -> None:
    assert not found(text)


def test_words_that_do_not_fit_are_no_long_form() -> None:
    assert all(a.long is None for a in found("He said on Monday (BBC) that it rained."))
