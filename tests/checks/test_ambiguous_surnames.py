"""A bare surname that two people of the article have: when it is told, and what tells the two apart."""

from __future__ import annotations

import pytest

from lintnews.config import Config
from lintnews.engine import run
from lintnews.setup import Setup, workshop_of

TWO = "The ferry belongs to Mark Vastbeek. His brother David Vastbeek steers it."
ASIDE = "\n\nThe harbour of Skarvoy was built a hundred years ago and has two lamps."


def told(text: str) -> list[tuple[str, str, str, int]]:
    """The surname, both full names and the line."""
    workshop = workshop_of(Setup(Config(select=("ambiguous-surname",))))
    found = run(workshop, ["a.txt"], given={"a.txt": text.encode()}).findings
    return [(f.data["surname"], f.data["one"], f.data["another"], f.place.line) for f in found]


def test_it_is_told_once_and_names_both() -> None:
    text = f"{TWO}\n\nVastbeek said that it would sail again.\n\nVastbeek will paint it, too."
    assert told(text) == [("Vastbeek", "Mark Vastbeek", "David Vastbeek", 3)]


def test_an_unrelated_paragraph_between_makes_no_difference() -> None:
    assert len(told(f"{TWO}{ASIDE}{ASIDE}\n\nVastbeek said that it would sail again.")) == 1


@pytest.mark.parametrize(
    "text",
    [
        f"{TWO}\n\n“Vastbeek will sail in spring,” a sailor said.",
        f"{TWO}\n\nMark Vastbeek said that it would sail again. Vastbeek has a new sail.",
        "The ferry belongs to Mark Vastbeek, and Marc Vastbeek steers it.\n\nVastbeek said that it would sail again.",
        "The ferry belongs to Mark Vastbeek.\n\nVastbeek said that it would sail again.",
        f"{TWO}\n\nThe crew: Vastbeek, Taldesen, Ostramar.",
        "Mark Vastbeek steers the ferry with his son David Vastbeek.\n\nVastbeek said that it would sail again.",
        "Mark Vastbeek steers the ferry. On board was David Vastbeek, 4.\n\nVastbeek said that it would sail again.",
    ],
    ids=["quoted", "named-again", "one-man-spelled-twice", "one-man", "line-up", "child", "child-by-age"],
)
def test_what_is_clear_or_no_prose_is_left_alone(text: str) -> None:
    assert told(text) == []
