"""Names: people without a model, kept apart from organisations and places, and their later mentions."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lintnews.extract import names
from lintnews.extract.draft import Draft
from lintnews.lexicon import lexicon
from lintnews.model import Article, Name, Paragraph


def found(*paragraphs: str) -> tuple[Name, ...]:
    text = "\n\n".join(paragraphs)
    starts = [sum(len(p) + 2 for p in paragraphs[:i]) for i in range(len(paragraphs))]
    blocks = tuple(Paragraph(s, s + len(p)) for s, p in zip(starts, paragraphs, strict=True))
    return names.extract(Draft(Article("a.txt", text, text, blocks), lexicon("en")))


def people(*paragraphs: str) -> list[tuple[str | None, str | None]]:
    return [(n.given, n.surname) for n in found(*paragraphs) if n.kind == "person"]


PEOPLE = [
    ("Lorena Vastbeek opened the quay.", ("Lorena", "Vastbeek")),
    ("It was opened by Prime Minister Oduya Kantele.", ("Oduya", "Kantele")),
    ("The Kenyan President William Ostramar came.", ("William", "Ostramar")),
    ("A speech by gang leader Quillon Marabeux followed.", ("Quillon", "Marabeux")),
    ("Ward Drenthe, 34, was hurt.", ("Ward", "Drenthe")),
    ("Thorvik Brannelund said nothing.", ("Thorvik", "Brannelund")),
    ("The painter Anneke van der Stolp lives here.", ("Anneke", "van der Stolp")),
    ("The cleric Hassan al-Dumari spoke.", ("Hassan", "al-Dumari")),
    ("A song by J. R. Ostrander was played.", ("J. R.", "Ostrander")),
    ("A book by Sean O'Rannigan won.", ("Sean", "O'Rannigan")),
    ("The judge thanked Fiona McTavendale.", ("Fiona", "McTavendale")),
    ("The minister was Hélène Mabouda.", ("Hélène", "Mabouda")),
    ("The owner is Robert Boone-Darby Jr. of Leeds.", ("Robert", "Boone-Darby")),
    ("Nigeria's Foreign Minister Chidi Okonwe left.", ("Chidi", "Okonwe")),
    ("The Secretary of State Anthony Brelinken left.", ("Anthony", "Brelinken")),
    ("Photo by REUTERS/Monica Westerdal", ("Monica", "Westerdal")),
]


@pytest.mark.parametrize(("text", "person"), PEOPLE, ids=[p[1][1] for p in PEOPLE])
def test_a_person_is_found(text: str, person: tuple[str, str]) -> None:
    assert person in people(text)


@pytest.mark.parametrize(
    "text",
    [
        "The Ministry of Health closed.",
        "The Rose Garden was full.",
        "They met in New York and in Port-au-Prince.",
        "Grace Period Ends for Late Payers",
        "On Monday the Kenyan Police left.",
        "The General Hospital is near the Border Patrol Unit.",
    ],
)
def test_other_things_are_no_people(text: str) -> None:
    assert people(text) == []


def test_a_bare_surname_is_the_person_with_the_full_name() -> None:
    first, bare, owned, given_name = found(
        "Lorena Vastbeek opened the quay.", "Vastbeek said so.", "It was Vastbeek's day, and Lorena knew it."
    )
    assert first.person == bare.person == owned.person == given_name.person >= 0
    assert owned.text == "Vastbeek"


def test_a_misspelled_mention_keeps_its_own_spelling_and_is_nobody_known() -> None:
    first, second = found("Lorena Vastbeek opened the quay.", "Prime Minister Lorrena Vastbeek left.")
    assert second.text == "Lorrena Vastbeek"
    assert first.person != second.person
    assert second.title == "Prime Minister"


def test_a_surname_of_two_people_is_nobody_unless_the_title_tells() -> None:
    *_, bare, mrs = found("Anna Vastbeek and Peter Vastbeek came.", "Vastbeek sang.", "Mrs Vastbeek danced.")
    assert bare.person == -1
    assert mrs.person == 0


def test_kinds() -> None:
    kinds = {n.text: n.kind for n in found("The Bank of England met Volvo in Nairobi, said Peter Ostramar.")}
    assert kinds == {
        "Bank of England": "organisation",
        "Volvo": "unknown",
        "Nairobi": "place",
        "Peter Ostramar": "person",
    }


@given(st.text(alphabet="ABab .,'’-\n(“”1éÉñ", max_size=200))
def test_names_are_pieces_of_the_text_in_order(text: str) -> None:
    blocks = [p for p in text.split("\n\n") if p.strip()]
    if blocks:
        mentions = found(*blocks)
        whole = "\n\n".join(blocks)
        assert all(n.text == whole[n.start : n.end] for n in mentions)
        assert all(a.end <= b.start for a, b in pairwise(mentions))


@pytest.mark.parametrize("piece", ["Aa de la A. ", "A.", "A-", "O'", "Sir ", "Aa "])
def test_a_hostile_line_comes_to_an_end(piece: str) -> None:
    assert isinstance(found(piece * 20_000), tuple)
