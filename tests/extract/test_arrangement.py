"""Pieces of names that belong together."""

import pytest

from lintnews.extract import names
from lintnews.extract.draft import Draft
from lintnews.lexicon import lexicon
from lintnews.model import Article, Paragraph


def only(text: str) -> tuple[str, str]:
    """Text and kind of the one name of a line."""
    draft = Draft(Article("a.txt", text, text, (Paragraph(0, len(text)),)), lexicon("en"))
    (name,) = names.extract(draft)
    return name.text, name.kind


@pytest.mark.parametrize(
    ("text", "organisation"),
    [
        ("Shares of Hallam & Strode fell.", "Hallam & Strode"),
        ("Pupils of St. Anselm's College sang.", "St. Anselm's College"),
        ("A nurse of St Bride’s Hospital wrote.", "St Bride’s Hospital"),
        ("It was the Ministry of Health again.", "Ministry of Health"),
        ("They drove to the General Hospital again.", "General Hospital"),
    ],
)
def test_an_organisation_is_one_name(text: str, organisation: str) -> None:
    assert only(text) == (organisation, "organisation")


def test_the_office_before_a_person_is_no_part_of_the_name() -> None:
    assert only("Then the Secretary of State Anthony Brelinken left.") == ("Anthony Brelinken", "person")
