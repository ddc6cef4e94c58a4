"""`lintnews facts --kind figures --timeline`: a story's figures over time."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.desk import Desk

HEAD = "---\ntitle: {title}\ndate: {date}\n---\n\n"
MONDAY = (
    "VELMORA - Floods killed at least 40 people in the Orsk valley, the Velmora Rescue Service said on Monday. "
    "The river Orsk broke its banks near Tarnstead.\n\nRoughly 1,200 people fled their homes in Tarnstead.\n"
)
FRIDAY = (
    "VELMORA - The floods in the Orsk valley have killed 57 people, the Velmora Rescue Service said on Friday. "
    "Tarnstead lies under water where the river Orsk broke its banks.\n\n"
    "As of March 11, 52 people were killed in Tarnstead, said Mayor Ida Brennholt.\n"
)
ELSEWHERE = "LOVENTA - A coach crash killed 6 people near Saint Pell, the Loventa Police said. Saint Pell is far.\n"


def article(title: str, date: str, text: str) -> str:
    """An article with its headline and date."""
    return HEAD.format(title=title, date=date) + text


@pytest.fixture
def story(desk: Desk) -> Desk:
    """Two articles on one flood, the later one filed first, and one on something else."""
    desk.write("a-friday.md", article("Valley counts its dead", "2025-03-14", FRIDAY))
    desk.write("b-monday.md", article("Orsk breaks its banks", "2025-03-10", MONDAY))
    desk.write("c-coach.md", article("Coach leaves the road", "2025-03-12", ELSEWHERE))
    return desk


def test_the_figures_of_a_subject_stand_in_the_order_of_the_days_they_speak_of(story: Desk) -> None:
    done = story.run("facts", "--kind", "figures", "--timeline", ".")
    assert done.code == 0
    lines = done.out.splitlines()
    assert lines[:2] == ["Orsk breaks its banks", "2 articles, 2025-03-10 to 2025-03-14: 3 figures"]
    assert lines[3] == "  killed"
    assert lines[4].split() == ["as", "of", "figure", "means", "of", "source", "where"]
    assert [(line.split()[0], line.split()[1], line.split()[-1]) for line in lines[5:8]] == [
        ("(2025-03-10)", "40", "b-monday.md:6"),
        ("2025-03-11", "52", "a-friday.md:8"),
        ("(2025-03-14)", "57", "a-friday.md:6"),
    ]
    assert "40.." in lines[5]
    assert "Brennholt" in lines[6]


def test_what_only_one_article_gives_is_counted_and_shown_if_asked_for(story: Desk) -> None:
    few = story.run("facts", "--kind", "figures", "--timeline", ".").out
    assert "displaced" not in few
    assert few.endswith("2 figures that only one article of a story gives: --all shows them\n")
    every = story.run("facts", "--kind", "figures", "--timeline", "--all", ".").out
    assert "displaced" in every
    assert "Coach leaves the road" in every
    assert "--all" not in every


def test_of_a_single_article_all_is_shown(story: Desk) -> None:
    done = story.run("facts", "--kind", "figures", "--timeline", "b-monday.md")
    assert "killed" in done.out
    assert "displaced" in done.out
    assert "1,080..1,320" in done.out


def test_the_order_of_the_paths_changes_nothing(story: Desk) -> None:
    paths = ["a-friday.md", "b-monday.md", "c-coach.md"]
    outputs = {story.run("facts", "--timeline", "--all", *order).out for order in (paths, paths[::-1])}
    assert len(outputs) == 1


def test_as_data(story: Desk) -> None:
    (line,) = story.run("facts", "--timeline", "--output-format", "json", ".").out.splitlines()
    record = json.loads(line)
    assert record["headline"] == "Orsk breaks its banks"
    assert [one["path"] for one in record["articles"]] == ["b-monday.md", "a-friday.md"]
    (subject,) = record["subjects"]
    assert (subject["slot"], subject["counted"], subject["unit"]) == ("killed", "", None)
    first = subject["figures"][0]
    assert (first["low"], first["high"], first["as_of"], first["published"]) == (40, None, None, "2025-03-10")
    rows = list(
        csv.DictReader(io.StringIO(story.run("facts", "--timeline", "--output-format", "csv", "--all", ".").out))
    )
    assert [row["value"] for row in rows if row["slot"] == "killed" and row["story"] == "1"] == ["40.0", "52.0", "57.0"]
    assert {row["story"] for row in rows} == {"1", "2"}
    text = (story.home / "b-monday.md").read_text(encoding="utf-8")
    assert text[first["start"] : first["end"]] == "40"


def test_limit_counts_stories(story: Desk) -> None:
    done = story.run("facts", "--timeline", "--all", "--limit", "1", ".")
    assert "Coach" not in done.out
    assert "1 more story (--limit)" in done.out


def test_a_slot_of_the_newsroom_has_its_table(story: Desk) -> None:
    story.write(
        "rules/figures/hospital-beds.yaml",
        """check: figure-slots
level: note
message: "{here} here, {there} in {other}"
why: House rule.
options:
  slots:
    - {name: beds, words: [beds, hospital], subjects: [beds], alike: [beds]}
when: {evidence: conflict}
examples:
  bad: [{name: x, text: x}]
  good: [{name: x, text: x}]
""",
    )
    story.write(".lintnews.yaml", "rules: [rules/]\n")
    story.write("d.md", article("Beds run short", "2025-03-13", "VELMORA - The hospital in Tarnstead has 310 beds.\n"))
    assert "  beds\n" in story.run("facts", "--timeline", "d.md").out


def test_ages_of_a_person_and_a_contingent_are_subjects(desk: Desk) -> None:
    desk.write("a.md", "Runa Holt, 45, led the second contingent of 140 soldiers to Velmora.\n")
    done = desk.run("facts", "--timeline", "a.md")
    assert "age: Runa Holt" in done.out
    assert "second contingent: soldiers" in done.out


@pytest.mark.parametrize(
    ("flags", "says"),
    [
        (["--timeline", "--kind", "names"], "--kind figures"),
        (["--timeline", "--across"], "--across"),
        (["--all"], "--all goes with --timeline"),
    ],
)
def test_bad_usage(desk: Desk, flags: list[str], says: str) -> None:
    done = desk.run("facts", *flags, ".")
    assert done.code == 2
    assert says in done.err
