"""One person, two offices: what conflicts, how strongly, and what an article may say of one person."""

from __future__ import annotations

import pytest

from lintnews.config import Config
from lintnews.engine import run
from lintnews.setup import Setup, workshop_of

ASIDE = "\n\nThe harbour of Skarvoy has two lamps and a crane."


def told(text: str) -> list[tuple[str, str, str]]:
    """Rule, office here, office there."""
    workshop = workshop_of(Setup(Config(select=("conflicting-title", "differing-title"))))
    found = run(workshop, ["a.txt"], given={"a.txt": text.encode()}).findings
    return [(f.rule, f.data["here"], f.data["there"]) for f in found]


def test_two_offices_before_the_full_name_are_a_warning() -> None:
    text = f"Interim Prime Minister Joost Vastbeek spoke.{ASIDE}\n\nPresident Joost Vastbeek left."
    assert told(text) == [("conflicting-title", "President", "Prime Minister")]


def test_a_surname_alone_makes_it_a_note() -> None:
    text = "Prime Minister Joost Vastbeek spoke. The rain fell. President Vastbeek left."
    assert told(text) == [("differing-title", "President", "Prime Minister")]


def test_it_is_told_once_a_person() -> None:
    text = "Gov. Joost Vastbeek spoke. Mayor Joost Vastbeek slept. Gov. Joost Vastbeek ran. Mayor Joost Vastbeek left."
    assert len(told(text)) == 1


@pytest.mark.parametrize(
    "second",
    [
        "Then-Governor Joost Vastbeek had planned it.",
        "President-elect Joost Vastbeek had planned it.",
        "In 1987 Governor Joost Vastbeek had planned it.",
        "As governor, Joost Vastbeek had planned it, and Governor Joost Vastbeek had built it.",
        "Club President Joost Vastbeek left.",
        "Vice President Hanna Vastbeek left.",
        "Nobody knew how good a governor Joost Vastbeek would make.",
    ],
    ids=["then", "elect", "year", "told", "club", "another-person", "thought-of"],
)
def test_what_one_person_may_be_in_one_article(second: str) -> None:
    assert told(f"Senator Joost Vastbeek opened the harbour.\n\n{second}") == []
