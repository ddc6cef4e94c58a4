"""A surname whose owner is never introduced: what is told, and what counts as an introduction."""

from __future__ import annotations

import pytest

from lintnews.config import Config
from lintnews.engine import run
from lintnews.setup import Setup, workshop_of

SPOKEN = "Mr Vastbeek said that the old quay had been good enough. Mr Vastbeek will vote against a new one."


def told(text: str) -> list[tuple[str, int]]:
    """The surname as written and the line of its first use."""
    workshop = workshop_of(Setup(Config(select=("unintroduced-surname",))))
    found = run(workshop, ["a.txt"], given={"a.txt": text.encode()}).findings
    return [(f.data["surname"], f.place.line) for f in found]


def test_it_is_told_once_at_the_first_use() -> None:
    assert told(f"The council of Dellbury met on Monday.\n\n{SPOKEN}\n\n{SPOKEN}") == [("Mr Vastbeek", 3)]


@pytest.mark.parametrize(
    "introduction",
    [
        "Joost Vastbeek sits on the council of Dellbury.",
        "J. Vastbeek sits on the council of Dellbury.",
        "Joost “Joe” Vastbeek sits on the council of Dellbury.",
        "The council of Dellbury heard Alderman Vastbeek on Monday.",
        "Joost Vastbeek-Taldesen sits on the council of Dellbury.",
        "Joost Vastbeeck sits on the council of Dellbury.",
        "A man who gave his surname alone sits on the council of Dellbury.",
    ],
    ids=["full", "initial", "nickname", "office", "double", "misspelled", "withheld"],
)
def test_an_introduction_anywhere_keeps_it_silent(introduction: str) -> None:
    assert told(f"{introduction}\n\n{SPOKEN}") == []
    assert told(f"{SPOKEN}\n\n{introduction}") == []


def test_quoted_words_and_a_couple_are_left_alone() -> None:
    assert told("The council of Dellbury met.\n\n“Mr Vastbeek said no, and Mr Vastbeek is right,” a voter said.") == []
    assert told("The council met. Mr and Mrs Vastbeek came late. Mr and Mrs Vastbeek left early.") == []


def test_a_noun_that_speaks_is_no_surname() -> None:
    speech = "“We will raise it,” said Dispatcher. He gave no date. Dispatcher said that he would call again."
    assert told(f"Divers found the wreck on Monday.\n\n{speech}") == []
    assert told(f"Divers found the wreck on Monday.\n\n{speech.replace('Dispatcher', 'Brzelkovic')}") == [
        ("Brzelkovic", 3)
    ]
