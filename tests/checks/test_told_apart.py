"""What readers of real findings called wrong: two things that look like one, and days that only seem to clash."""

from __future__ import annotations

import pytest

from lintnews.config import Config
from lintnews.engine import run
from lintnews.setup import Setup, workshop_of

WORKSHOP = workshop_of(Setup(Config(select=("figures", "dates"))))


def told(text: str, date: str = "2024-03-04") -> list[str]:
    """The rules that speak of a text."""
    head = f"---\ndate: {date}\n---\n" if date else ""
    return [f.rule for f in run(WORKSHOP, ["a.md"], given={"a.md": f"{head}{text}\n".encode()}).findings]


@pytest.mark.parametrize(
    "text",
    [
        # the headline's number, told bit by bit
        "# Four shot in Port Arkel\n\nPolice found two people who had been shot. A fourth victim hid in a shed.",
        # a live report moves on
        (
            "# Live: Vessara votes\n\n8.05pm\n\nArkel leads the count of Vessara districts with 55.\n\n"
            "9.10pm\n\nArkel leads the count of Vessara districts with 61."
        ),
        # the age at an earlier time
        "Tomas Arkel, 23, was arrested.\n\nTwo years ago Tomas Arkel, 21, was jailed.",
        # two men in one sentence
        "Tomas Arkel of Morvia was arrested Sept. 16, and Ida Brandt of Morvia was arrested Sept. 25.",
        # the day of a photograph
        (
            "A boy shot himself on Sunday, March 3, at a house in Tindale, Lorne.\n\n"
            "The house in Tindale, Lorne, where a boy shot himself is shown Monday, March 4."
        ),
        # two people of two ages
        (
            "Police in Marrow Bay know who robbed a 19-year-old near the quay.\n\n"
            "Police in Marrow Bay know who, 27, robbed near the quay."
        ),
        # times of day and telephone numbers
        (
            "The snow warning for Lorne and Tindale ends at 4:00 on Tuesday.\n\n"
            "The snow warning for Lorne and Tindale ends at 10:00 on Tuesday."
        ),
    ],
)
def test_two_things_are_told_apart(text: str) -> None:
    assert told(text) == []


def test_a_child_beside_another_is_not_as_old() -> None:
    assert told("Ida Brandt, 4, slept.\n\nOn the ferry sat a 3-year-old, a 2-year-old and Ida Brandt.") == []


def test_a_father_and_a_son_of_one_name_are_a_note_at_most() -> None:
    assert told("Tomas Arkel, 47, wept.\n\nThe boat sank with 19-year-old Tomas Arkel.") == ["differing-ages"]


def test_several_events_after_publication_say_that_the_day_of_publication_is_wrong() -> None:
    one = "The inquiry began on April 9, 2024, in Vessara."
    assert told(one) == ["mistimed-event"]
    assert told(f"{one}\n\nTomas Arkel was arrested on April 20, 2024, in Tindale.") == []


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("The council of Vessara met today and agreed.", ["dangling-relative-date"]),
        ("Prices fell yesterday in Vessara.", ["dangling-relative-date"]),
        ("It is typical of music in Vessara today, he thinks.", []),
        ("In today's world nobody waits for a ferry.", []),
        ("VESSARA, March 13 - Prices fell yesterday, dealers say.", []),
    ],
)
def test_a_day_hangs_only_where_it_is_told_from_publication(text: str, rules: list[str]) -> None:
    assert told(text, date="") == rules


def test_shootings_of_one_city_are_not_one_event() -> None:
    city = "Police in Port Arkel, Lorne, said the shooting in Marrow Bay near Tindale {} {} people. {}"
    given: dict[str, bytes] = {}
    for number in range(12):
        words = city.format("injured", 3 + number % 2, f"It was night number {number}.")
        given[f"{number:02}.md"] = f"---\ndate: 2024-{1 + number:02}-11\n---\n{words}\n".encode()
    assert [f.rule for f in run(WORKSHOP, sorted(given), given=given).findings if f.rule == "updated-figure"] == []


def test_one_shooting_in_two_articles_is_one_event() -> None:
    text = (
        "Police in Port Arkel, Lorne, said the shooting on Brewer Lane in Tindale injured {} people. Ida Brandt saw it."
    )
    given = {f"{n}.md": f"---\ndate: 2024-03-0{n}\n---\n{text.format(n)}\n".encode() for n in (3, 4)}
    assert [f.rule for f in run(WORKSHOP, sorted(given), given=given).findings][-1:] == ["updated-figure"]
