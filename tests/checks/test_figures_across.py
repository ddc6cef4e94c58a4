"""Figures, ages, dates and numbers of one story: what is told of them, in both articles, and what is left alone."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lintnews.checks.timeline import ages_between, birth_days, days_of
from lintnews.checks.twins import slip
from lintnews.config import Config
from lintnews.engine import run
from lintnews.report import Finding
from lintnews.setup import Setup, workshop_of

WORKSHOP = workshop_of(Setup(Config(select=("figures", "dates"))))
HEAD = "General Tomas Arkel of Morvia spoke in Vessara. "


def findings(**articles: str) -> list[Finding]:
    """What is found in these articles, each told with the same first sentence, so that they are one story."""
    given = {
        f"{name}.md": f"---\ndate: 2024-03-0{i}\n---\n{HEAD}{text}\n".encode()
        for i, (name, text) in enumerate(articles.items(), 1)
    }
    report = run(WORKSHOP, sorted(given), given=given)
    assert not report.failures
    return list(report.findings)


def rules(**articles: str) -> list[tuple[str, str]]:
    return [(f.rule, f.level) for f in findings(**articles)]


def test_a_toll_that_rose_is_a_note_with_both_days() -> None:
    (found,) = findings(one="The flood in Vessara killed 12 people.", two="The flood in Vessara killed 19 people.")
    assert (found.rule, found.level, found.place.path) == ("updated-figure", "note", "two.md")
    assert "12 as of 2024-03-01" in found.message
    assert "19 as of 2024-03-02" in found.message


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("The flood killed nearly 400 people.", "The flood killed 396 people."),
        ("The flood killed at least 12 people.", "The flood killed 19 people."),
        ("The flood killed 12 people.", "The flood injured 19 people."),
        ("The flood killed 12 children.", "The flood killed 19 people."),
        ("The flood killed 12 people.", "The flood killed seven more people."),
        ("Some 430 troops are deployed there.", "Some 310 Kenyan troops are deployed there."),
        ("The force has 396 officers on the ground.", "Another 600 officers will be deployed."),
    ],
)
def test_figures_that_can_both_be_right_are_left_alone(one: str, two: str) -> None:
    assert rules(one=one, two=two) == []


@pytest.mark.parametrize(
    ("one", "two", "told"),
    [
        ("Gunmen kidnapped 12 pupils there.", "Gunmen kidnapped 14 pupils there.", "updated-figure"),
        ("Bail was set at $250,000.", "Bail was set at $280,000.", "conflicting-figures"),
        ("The captain has a four-year contract.", "The captain has a five-year contract.", "conflicting-figures"),
        ("A magnitude 6.1 earthquake struck.", "A magnitude 6.4 earthquake struck.", "differing-figures"),
        ("A 15-year-old boy was hurt.", "A 16-year-old boy was hurt.", "differing-figures"),
        ("The blast killed one man and injured 16 people.", "1 died, 15 people were hurt.", "updated-figure"),
        ("Police first held 12 people.", "Six people were arrested.", "updated-figure"),
    ],
)
def test_figures_of_one_slot_that_cannot_both_be_right(one: str, two: str, told: str) -> None:
    assert [rule for rule, _ in rules(one=one, two=two)] == [told]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("A 16-year-old boy shot another boy.", "A 15-year-old boy was shot."),
        ("The blast injured 18 people.", "The blast killed two. It injured 16 people."),
        ("The storm killed 12 people.", "The storm killed 12 people. In 2005 a storm killed 30 people."),
        ("The storm killed 12 people.", "The parents of 14 people who were killed met."),
        ("The storm killed 12 people.", "Police originally said 14 people were killed."),
        ("The storm injured 12 people.", "Seven people were critically injured."),
        ("The gunman killed five people.", "Six people were killed, including the gunman."),
    ],
)
def test_figures_that_count_something_else_are_left_alone(one: str, two: str) -> None:
    assert rules(one=one, two=two) == []


def test_a_finding_says_which_intervals_do_not_meet() -> None:
    (found,) = findings(one="Bail was set at $250,000.", two="Bail was set at $280,000.")
    assert "275,000 to 285,000 and 245,000 to 255,000 do not meet" in found.message


def test_a_newsroom_adds_a_slot_without_python() -> None:
    options = {
        "slots": [
            {"name": "hospital beds", "subjects": ["beds"], "words": ["hospital", "hospitals"], "cumulative": False}
        ]
    }
    workshop = workshop_of(Setup(Config(select=("conflicting-figures",), options={"conflicting-figures": options})))
    given = {
        f"{name}.md": f"{HEAD}{text}\n".encode()
        for name, text in (
            ("a", "The hospital of the town has 412 beds."),
            ("b", "The town's hospitals have 421 beds. The storm killed 12 people."),
        )
    }
    (found,) = run(workshop, sorted(given), given=given).findings
    assert 'hospital beds: "421" here, "412"' in found.message


def test_one_vote_has_one_day() -> None:
    told = rules(
        one="The Harbour Council of Vessara approved the plan on 26 June.",
        two="The limit that the V.M. Harbour Council set when it adopted the plan on June 27 is 320.",
    )
    assert told == [("differing-dates", "note")]


def test_two_articles_on_other_stories_are_not_compared() -> None:
    given = {
        "a.md": b"The flood in Vessara killed 12 people, General Tomas Arkel of Morvia said.\n",
        "b.md": b"A fire in Castle Reach killed 19 people, the mayor of Lorne, Ida Holm, said.\n",
    }
    assert run(WORKSHOP, sorted(given), given=given).findings == ()


def test_a_contingent_has_one_size() -> None:
    told = rules(
        one="A second contingent of 220 Morvian soldiers landed in Vessara.",
        two="The army said 250 soldiers of its second contingent had landed in Vessara.",
    )
    assert told == [("conflicting-figures", "warning")]


def test_the_first_and_the_second_contingent_are_two() -> None:
    told = rules(
        one="A first contingent of 220 Morvian soldiers landed in Vessara.",
        two="The army said 250 soldiers of its second contingent had landed in Vessara.",
    )
    assert told == []


def test_the_first_arrival_has_one_day() -> None:
    (found,) = findings(
        one="The first group of Morvian officers was deployed to Vessara on June 24, 2023.",
        two="The first group of Morvian officers landed in Vessara on June 25.",
    )
    assert (found.rule, found.level) == ("differing-dates", "note")
    assert "June 24, 2023" in found.message


def test_swapped_digits_of_a_resolution_are_found() -> None:
    told = rules(one="The council adopted Resolution 1938.", two="It rests on Resolution 1983 of the council.")
    assert told == [("swapped-number", "warning")]
    assert rules(one="The council adopted Resolution 1938.", two="It rests on Resolution 1938.") == []


def test_a_lower_age_in_the_later_article_is_a_warning() -> None:
    told = rules(one="Anna Berg, 46, died in Vessara.", two="Anna Berg, 45, died in Vessara.")
    assert told == [("conflicting-ages", "warning")]


def test_a_birthday_in_the_days_between_is_possible_but_noted() -> None:
    told = rules(one="Anna Berg, 45, died in Vessara.", two="Anna Berg, 46, died in Vessara.")
    assert told == [("differing-ages", "note")]


def test_ages_of_neighbours_in_a_list_are_kept_apart() -> None:
    assert rules(one="The dead are 62-year-old Boyd Holm, 60-year-old Ida Holm and 31-year-old Emil Holm.") == []


def test_an_age_of_another_time_does_not_count() -> None:
    assert rules(one="Then-15-year-old Emil Holm was there. The trial of 16-year-old Emil Holm began.") == []


@pytest.mark.parametrize(
    "text",
    [
        "The dead are Boyd Holm Sr., 52, and Boyd Holm Jr., 25.",
        "The dead are 62-year-old Boyd Emil Holm, 60-year-old Ida L. Holm and 31-year-old Emil Holm.",
        "Earlier, police said that Anna Berg was 46. Anna Berg, 45, is well.",
        "Anna Berg, 45, met the mother of a 3-year-old. Berg is well.",
        "Anna Berg, 45, was there. Anna Berg, 20 of whose books are in print, spoke.",
        "Anna Berg, 45, was there. Berg was 23 in 1990.",
    ],
)
def test_ages_of_other_people_and_times_are_left_alone(text: str) -> None:
    assert rules(one=text) == []


@pytest.mark.parametrize(
    ("one", "two", "told"),
    [
        ("Anna Maria Berg, 46, died.", "Anna Berg, 54 was dead, police said.", "conflicting-ages"),
        ("Boyd Holm Jr., 32, was held.", "Boyd Holm Jr., 23, was held.", "conflicting-ages"),
        ("Oslendra Holm, 32, was held.", "Oslandra Holm, 23, was held.", "differing-ages"),
        ("A bullet hit 3-year-old Tamzia Quell.", "A bullet hit 6-year-old Tamzia Quell.", "conflicting-ages"),
        ("A bullet hit Emil Holm, 5.", "Police asked Emil Holm, 49.", "differing-ages"),
    ],
)
def test_one_person_of_two_ages_in_one_week(one: str, two: str, told: str) -> None:
    assert [rule for rule, _ in rules(one=one, two=two)] == [told]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Anna K. Berg, 46, died in Vessara.", "Anna M. Berg, 54, died in Vessara."),
        ("Daniel Holm, 32, was held.", "Danielle Holm, 23, was held."),
        ("Anna Berg, 46, died in Vessara.", "Ida Berg, 54, died in Vessara."),
    ],
)
def test_two_people_of_nearly_one_name_have_two_ages(one: str, two: str) -> None:
    assert rules(one=one, two=two) == []


def test_a_copied_statement_with_other_digits_is_found() -> None:
    (found,) = findings(
        one="The bridge over the Lorne carries 4,120 lorries a day between Hollin and Arvelle. It is old. "
        "The bridge over the Lorne carries 4,210 lorries a day between Hollin and Arvelle."
    )
    assert (found.rule, found.level) == ("changed-copy", "warning")
    assert "two digits swapped?" in found.message


@pytest.mark.parametrize(
    ("one", "other", "hint"),
    [
        (4120, 4210, "two digits swapped?"),
        (25, 55, "a slip of one digit?"),
        (3e6, 3e9, "a slip of scale?"),
        (7, 19, ""),
    ],
)
def test_slips_have_names(one: float, other: float, hint: str) -> None:
    assert slip(one, other) == hint


@given(st.dates(dt.date(1900, 1, 1), dt.date(2020, 12, 31)), st.dates(dt.date(2021, 1, 1), dt.date(2030, 12, 31)))
def test_an_age_and_the_births_that_it_means_agree(birth: dt.date, day: dt.date) -> None:
    days = days_of(birth.isoformat())
    on = days_of(day.isoformat())
    assert days is not None and on is not None  # noqa: PT018 - both are plain days
    low, high = ages_between(days, on)
    assert low == high
    meant = birth_days(low, day)
    assert meant.first - dt.timedelta(days=1) <= birth <= meant.last + dt.timedelta(days=1)


@given(st.integers(1900, 2100), st.integers(1, 12))
def test_a_month_has_all_its_days(year: int, month: int) -> None:
    days = days_of(f"{year:04}-{month:02}")
    assert days is not None
    assert days.first.day == 1
    assert (days.last + dt.timedelta(days=1)).day == 1
