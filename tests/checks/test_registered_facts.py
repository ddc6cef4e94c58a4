"""The register's figures and dates against articles."""

from __future__ import annotations

import datetime as dt

import pytest

from lintnews.checks.registered_facts import alike, matter_of
from lintnews.config import Config
from lintnews.engine import run
from lintnews.errors import ConfigError
from lintnews.register import KnownDate, KnownFigure, Register, load_register
from lintnews.setup import Setup, workshop_of
from lintnews.workshop import Workshop

PLAIN = workshop_of(Setup(Config(select=("figures", "dates"))))
FLOOD = KnownFigure("people left homeless by the flood in Tolvik", 54800, dt.date(2024, 5, 3), "Red Cross")
LANDING = KnownDate("second convoy arrived in Tolvik", dt.date(2024, 5, 2))


def told(text: str, date: str = "2024-05-04") -> list[tuple[str, str]]:
    """Rule and message of what the register says of an article."""
    rules = [rule for job in PLAIN.jobs for rule in job.rules]
    workshop = Workshop(PLAIN.registry, rules, Register(figures=(FLOOD,), dates=(LANDING,)))
    given = {"a.md": f"---\ntitle: Rain\ndate: {date}\n---\n{text}\n".encode()}
    return [(f.rule, f.message) for f in run(workshop, ["a.md"], given=given).findings]


def test_another_figure_is_told_with_the_registers_day_and_source() -> None:
    ((rule, message),) = told("The flood left 45,800 people homeless in Tolvik.")
    assert rule == "figure-unlike-register"
    assert "54,800 in the register (as of 2024-05-03, Red Cross)" in message


@pytest.mark.parametrize(
    "figure", ["54,800", "nearly 55,000", "more than 50,000", "about 55,000", "at least 54,000", "up to 60,000"]
)
def test_a_figure_whose_interval_holds_the_registers_is_silent(figure: str) -> None:
    assert told(f"The flood left {figure} people homeless in Tolvik.") == []


@pytest.mark.parametrize(
    "text",
    [
        "The flood left 45,800 people homeless in Dellbury.",
        "The flood drowned 45 people in Tolvik.",
        "The flood left 1,200 more people homeless in Tolvik.",
        "Some 12 percent of people in Tolvik are homeless after the flood left the town.",
        "The second convoy arrived in Tolvik on May 2.",
        "The second convoy arrived in Tolvik this week.",
        "The third convoy arrived in Tolvik on May 3, a day after the second.",
    ],
)
def test_what_the_register_does_not_speak_of_is_silent(text: str) -> None:
    assert told(text) == []


def test_an_older_article_is_not_held_against_it_and_a_newer_one_is_a_note() -> None:
    text = "The flood left 45,800 people homeless in Tolvik."
    assert told(text, "2024-05-02") == []
    assert [rule for rule, _ in told(text, "2024-06-02")] == ["figure-past-register"]


def test_another_day_of_an_event() -> None:
    ((rule, message),) = told("The second convoy arrived in Tolvik on Friday, May 3.")
    assert rule == "date-unlike-register"
    assert "2024-05-02 in the register" in message


@pytest.mark.parametrize(
    ("value", "read"),
    [(48, (48.0, None)), ("4,120", (4120.0, None)), ("$1.2 million", (1.2e6, "USD")), ("38 %", (38.0, "%"))],
)
def test_values_are_read_as_they_are_written(value: int | str, read: tuple[float, str | None]) -> None:
    assert KnownFigure("cost of the quay", value).read() == read


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("figures: [{subject: homeless people in Tolvik, value: many}]", '"many" is no number'),
        ("figures: [{subject: toll, value: 3}]", 'the subject "toll" says too little'),
        ("dates: [{event: landing, date: 2024-05-02}]", 'the event "landing" says too little'),
    ],
)
def test_an_entry_that_says_too_little_is_refused_with_its_line(tmp_path, line: str, words: str) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "register.yaml"
    path.write_text(f"# ours\n{line}\n", encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        load_register(path)
    assert words in str(caught.value)


def test_words_are_alike_but_for_their_endings() -> None:
    assert alike("injured", "injuries")
    assert alike("approved", "approves")
    assert not alike("town", "tower")
    assert matter_of("Passengers injured off Tolvik").names == {"tolvik"}
