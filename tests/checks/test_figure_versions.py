"""Two versions of one text that differ in a figure."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lintnews.checks.figure_versions import mark, specific
from lintnews.checks.numbering import only_numbers
from lintnews.config import Config
from lintnews.engine import run
from lintnews.setup import Setup, workshop_of

WORKSHOP = workshop_of(Setup(Config(select=("figures",))))

TEXT = (
    "Tolvik Line\n\nThe line carried 31,482 people in May against 28,917. It took in 5,117,308 crowns. "
    "Of {} crowns in wages, 12.85 percent went to {} sailors.\n"
)


def told(one: str, other: str) -> list[tuple[str, str, str]]:
    """Rule, path and figure of what is found between two texts."""
    given = {"a.txt": one.encode(), "b.txt": other.encode()}
    findings = run(WORKSHOP, sorted(given), given=given).findings
    return [(f.rule, f.place.path, f.data["here"]) for f in findings if f.rule == "differing-versions"]


def test_the_one_figure_that_was_mended_is_found() -> None:
    found = told(TEXT.format("81,300", "214"), TEXT.format("83,100", "214").replace("It took", "In all it took"))
    assert found == [("differing-versions", "b.txt", "83,100")]


def test_versions_with_all_figures_equal_are_silent() -> None:
    other = TEXT.format("81,300", "214").replace("It took", "In all it took")
    assert told(TEXT.format("81,300", "214"), other) == []


@pytest.mark.parametrize("other", ["81.3 thousand", "about 81,000", "more than 80,000"])
def test_a_figure_rounded_in_one_version_is_the_same_figure(other: str) -> None:
    assert told(TEXT.format("81,300", "214"), TEXT.format(other, "214")) == []


def test_a_report_that_is_filled_anew_is_no_version() -> None:
    june = (
        "Tolvik Line\n\nThe line carried 29,774 people in June against 31,482. It took in 4,906,221 crowns. "
        "Of 79,900 crowns in wages, 11.96 percent went to 209 sailors.\n"
    )
    assert told(TEXT.format("81,300", "214"), june) == []


def test_another_unit_is_another_thing() -> None:
    assert (
        told(TEXT.format("81,300", "214"), TEXT.format("81,400", "214").replace("crowns in wages", "tonnes of fish"))
        == []
    )


def test_a_market_report_of_the_next_day_is_no_copy() -> None:
    report = (
        "---\ndate: 2024-03-0{}\n---\n"
        "Dealers in Vessara said Morvia bonds traded at {} crowns when the Arkel exchange closed. "
        "Turnover was {} crowns, and {} lots were left.\n"
    )
    texts = [
        report.format(4, 91.2, 61_400, 318),
        report.format(5, 93.7, 58_200, 291),
        report.format(5, 93.7, 61_400, 318),
    ]
    found = []
    for other in texts[1:]:
        given = {"a.md": texts[0].encode(), "b.md": other.encode()}
        found.append([f.rule for f in run(WORKSHOP, sorted(given), given=given).findings])
    assert found == [[], ["near-copy"]]


PEOPLE = "{}, of Vessara, pleaded guilty to theft of cargo at the north quay of Port Arkel.\n\n"
FORM = "Ship: grey cargo Port: Vessara quay wall Age: {} State: afloat\n\n"
MARKS = "The grey cargo ship was struck near the Vessara quay wall {}\n\n"


@pytest.mark.parametrize(
    "text",
    [
        PEOPLE.format("Tomas Arkel, 31") + PEOPLE.format("Ida Brandt, 47"),
        MARKS.format("[30]") + MARKS.format("[43]"),
        "Image 3 of 20 " + MARKS.format("") + "Image 4 of 20 " + MARKS.format(""),
        MARKS.format("on the 1400 block of Arkel Road") + MARKS.format("on the 2100 block of Arkel Road"),
        MARKS.format("at 14 Arkel Road") + MARKS.format("at 27 Arkel Road"),
        FORM.format(22) + FORM.format(27),
        MARKS.format("with 3 crew") + MARKS.format("with 4 crew") + MARKS.format("with 5 crew"),
    ],
)
def test_people_marks_counters_houses_forms_and_series_are_no_changed_copy(text: str) -> None:
    findings = run(WORKSHOP, ["a.txt"], given={"a.txt": text.encode()}).findings
    assert [f for f in findings if f.rule == "changed-copy"] == []


def test_two_versions_are_a_changed_copy() -> None:
    text = MARKS.format("with 3 crew") + MARKS.format("with 4 crew")
    (found,) = run(WORKSHOP, ["a.txt"], given={"a.txt": text.encode()}).findings
    assert (found.rule, found.data["here"], found.data["there"]) == ("changed-copy", "4", "3")


@given(st.integers(1, 99), st.integers(0, 6))
def test_round_numbers_are_not_specific(digits: int, zeros: int) -> None:
    assert not specific(float(digits * 10**zeros))


@given(st.floats(0.001, 1e9, allow_nan=False))
def test_a_mark_is_the_same_for_a_value_and_its_opposite(value: float) -> None:
    assert mark(value) == mark(-value)


@pytest.mark.parametrize(
    ("before", "number", "after", "which"),
    [
        ("see [", "30", "].", True),
        ("see [Part ", "2", "]", True),
        ("Photo ", "3", " of 20 shows", True),
        ("Photo 3 of ", "20", " shows", True),
        ("He won ", "3", " of 20 races", False),
        ("on the ", "1400", " block of Arkel", True),
        ("at ", "14", " Arkel Road", True),
        ("drove ", "14", " cars", False),
    ],
)
def test_numbers_that_say_which_one(before: str, number: str, after: str, which: bool) -> None:
    text = before + number + after
    assert only_numbers(text, len(before), len(before) + len(number)) is which
