"""Acronyms that are never given in full: what is told, and what readers need no word for."""

from __future__ import annotations

import pytest

from lintnews.config import Config
from lintnews.engine import run
from lintnews.setup import Setup, workshop_of

SECOND = "\n\nThe KVHI has not said when the bay will open again, and the boats lie on the beach."


def told(text: str) -> list[tuple[str, int, int]]:
    """Acronym, its number of uses, and the line of the first one."""
    workshop = workshop_of(Setup(Config(select=("undefined-acronym",))))
    found = run(workshop, ["a.txt"], given={"a.txt": text.encode()}).findings
    return [(f.data["acronym"], f.data["uses"], f.place.line) for f in found]


def test_it_is_told_once_at_its_first_use() -> None:
    text = "The bay of Skarvoy was closed on Monday after a letter from the KVHI in Dellbury." + SECOND + SECOND
    assert told(text) == [("KVHI", 3, 1)]


@pytest.mark.parametrize(
    "first",
    [
        "The Karvian Vessels and Harbours Inspectorate closed the bay of Skarvoy, where a wreck lay, on Monday.",
        "The bay was closed by a Karvian body (KVHI) that looks after harbours and wrecks along the coast.",
        "The bay was closed by the KVHI, the inspectorate that looks after harbours and wrecks along the coast.",
        "The bay was closed by the harbour agency KVHI, which looks after wrecks along the coast of Skarvoy.",
        "The bay was closed on Monday by the KVHI harbour authority, as a wreck lay off the coast of Skarvoy.",
        "The prize went to the KVHI Records band of Skarvoy on Monday, as a wreck lay off the coast of the island.",
    ],
    ids=["words", "bracket", "apposition", "noun-before", "noun-behind", "part-of-a-name"],
)
def test_an_acronym_that_the_article_explains_is_left_alone(first: str) -> None:
    assert told(first + SECOND) == []


def test_names_that_are_spoken_as_words_or_have_an_article_of_their_own_are_left_alone() -> None:
    assert told("The bay was closed by the KARVIO on Monday. Fishermen say that the KARVIO did not ask them.") == []
    assert told("He was taken to The KVHI on Monday, and a diver was taken to The KVHI on the day after it.") == []


def test_one_use_a_word_in_capitals_and_a_list_are_left_alone() -> None:
    assert told("The bay of Skarvoy was closed on Monday after a letter from the KVHI in Dellbury.") == []
    assert told("Nobody is to swim in the BAY of Skarvoy. The BAY, said the harbour chief, is full of glass.") == []
    assert told("The boats came home by noon.\n\n1. the KVHI\n\n2. the QRTB\n\n3. the KVHI\n\n4. the QRTB") == []
