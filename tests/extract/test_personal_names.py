"""Which runs of capitalised words are people."""

import pytest

from lintnews.extract import names
from lintnews.extract.draft import Draft
from lintnews.lexicon import lexicon
from lintnews.model import Article, Paragraph


def people(text: str) -> list[str]:
    """The people of a line, as worded."""
    draft = Draft(Article("a.txt", text, text, (Paragraph(0, len(text)),)), lexicon("en"))
    return [name.text for name in names.extract(draft) if name.kind == "person"]


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("The chair went to John Banks after a vote.", "John Banks"),
        ("They met Guy Mansfield at noon.", "Guy Mansfield"),
        ("The crowd hailed the 19-year-old Teo Brisk again.", "Teo Brisk"),
        ("It fell by a half.Sybil Dorne was there.", "Sybil Dorne"),
    ],
)
def test_a_person_whose_name_is_a_word_is_found(text: str, person: str) -> None:
    assert person in people(text)


@pytest.mark.parametrize(
    "text",
    [
        "They sang on Christmas Day.",
        "Snow fell in West Lothian.",
        "The Dow Jones Industrial Average fell.",
        "A jet of Lockheed Martin landed.",
        "The match in St Andrews was off.",
        "Additional staff came. Heavily-armed men stood by.",
    ],
)
def test_what_only_looks_like_a_person_is_none(text: str) -> None:
    assert people(text) == []
