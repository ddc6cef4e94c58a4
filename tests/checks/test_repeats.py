"""Repeats inside an article: what is told of them, and which are left alone."""

from __future__ import annotations

import pytest

from lintnews.checks.likeness import compare, is_prose, is_pull_quote
from lintnews.config import Config
from lintnews.engine import run
from lintnews.report import Finding
from lintnews.setup import Setup, workshop_of

VOTE = "The harbour board of Portmere voted on Tuesday to close the east quay for two years while the wall is rebuilt."
COST = "The work costs 14 million crowns, most of it paid by the regional fund for coasts."
FEAR = "Fishermen fear that the market will be too small for both boats and passengers in the summer months."
OPEN = "The tender opens in May, and the board hopes for offers from abroad as well."


def findings(*paragraphs: str, path: str = "quay.txt", select: str = "duplicates") -> list[Finding]:
    """What is found in an article of these paragraphs."""
    workshop = workshop_of(Setup(Config(select=(select,))))
    return list(run(workshop, [path], given={path: "\n\n".join(paragraphs).encode()}).findings)


def test_a_headline_printed_many_times_is_one_finding() -> None:
    headline = "Quay in Portmere to close"
    (found,) = findings(headline, VOTE, headline, headline, COST, headline)
    assert found.rule == "repeated-headline"
    assert "4 times" in found.message
    assert [side.place.line for side in found.related] == [1, 7, 11]


def test_a_figure_that_was_changed_is_told_with_both_readings() -> None:
    (found,) = findings("Quay in Portmere to close", OPEN, COST, VOTE, COST.replace("14", "16"))
    assert (found.rule, found.level) == ("changed-duplicate", "warning")
    assert '"16"' in found.message
    assert '"14"' in found.message
    assert (found.place.line, found.place.column) == (9, COST.index("14") + 1)


def test_a_name_that_was_changed_is_told_too() -> None:
    one = "The chairwoman of the board, Ana Velde, said that the market would be large enough for the ferries."
    (found,) = findings("Quay in Portmere to close", OPEN, one, VOTE, one.replace("Velde", "Valde"))
    assert (found.data["here"], found.data["there"]) == ("Valde", "Velde")


def test_three_paragraphs_of_one_pattern_are_a_list() -> None:
    line = "In the ward of {} the plan was backed by {} of the voters and opposed by all of the others."
    wards = [line.format(*ward) for ward in (("Eastgate", 212), ("Millhill", 340), ("Saltholm", 127))]
    assert not findings("How the wards voted", *wards)


CAPTION = "Ana Velde speaks at the town hall of Portmere on Monday. Photo: Ida Rask"
QUOTED = "“We waited ten years for the wall, and the wall did not wait with us,” said the chairwoman, Ana Velde."
DECK = "The harbour board of Portmere closes its quay for two years"
VERSE = "The light goes round and the sea comes in"


@pytest.mark.parametrize(
    "paragraphs",
    [
        (
            "Fixtures",
            "Saturday: Portmere Rovers v Velde Town, 3pm.",
            OPEN,
            "Saturday: Portmere Rovers v Velde Town, 3pm.",
        ),
        (
            "Winners",
            "Best boat: the Gull, built by Per Holt of Velde and his brothers",
            "Best sail: the Gull, built by Per Holt of Velde and his brothers",
        ),
        ("Talk", "Courier: Why now?", VOTE, "Courier: Why now?", COST),
        (
            "Talk",
            "What will happen to the ferries when the quay is closed next year?",
            VOTE,
            "What will happen to the ferries when the quay is closed next year?",
        ),
        (
            "Quay",
            VOTE,
            "Correction: An earlier version of this story gave the wrong number of members of the board.",
            COST,
            "Correction: An earlier version of this story gave the wrong name of the chair of the board.",
        ),
        ("Song", VERSE, "And the keeper counts his fifty years", VERSE, "And the gulls sing over the piers", VERSE),
        ("Quay", VOTE, QUOTED, COST, "“We waited ten years for the wall, and the wall did not wait with us”", FEAR),
        ("Quay", VOTE, QUOTED, COST, "We waited ten years for the wall, and the wall did not wait with us", FEAR),
        ("Quay", "By Ida Rask in Portmere", VOTE, COST, "By Ida Rask in Portmere"),
        (
            "Quay",
            VOTE,
            COST,
            "Reporting by Ida Rask in Portmere; editing by Per Holt",
            "Reporting by Ida Rask in Portmere; editing by Per Holt",
        ),
        ("Quay in Portmere to close", DECK, "By Ida Rask", VOTE, COST),
        (
            "Keeper",
            VOTE,
            "And still the light went round.",
            COST,
            "And still the light went round.",
            FEAR,
            "And still the light went round.",
        ),
    ],
    ids=[
        "fixtures",
        "prizes",
        "labels",
        "questions",
        "corrections",
        "refrain",
        "pull-quote",
        "bare pull-quote",
        "byline",
        "tail",
        "deck",
        "prose refrain",
    ],
)
def test_repeats_on_purpose_are_silent(paragraphs: tuple[str, ...]) -> None:
    assert findings(*paragraphs) == []


def test_a_deck_that_stands_again_in_the_text_is_no_more_than_a_note() -> None:
    found = findings("Quay in Portmere to close", VOTE[:-1], "By Ida Rask", COST, VOTE, FEAR)
    assert [(f.rule, f.level) for f in found] == [("overlapping-paragraph", "note")]


@pytest.mark.parametrize(
    ("between", "rule", "level"), [((), "repeated-paragraph", "error"), ((FEAR, OPEN), "repeated-caption", "warning")]
)
def test_a_caption_twice_is_told_with_a_fix(between: tuple[str, ...], rule: str, level: str) -> None:
    (found,) = findings(
        "Quay in Portmere to close", VOTE, COST, CAPTION, *between, CAPTION, FEAR if not between else VOTE[:40]
    )
    assert (found.rule, found.level) == (rule, level)
    assert found.fix is not None
    assert not found.fix.safe


def test_the_headline_in_the_text_is_an_error_with_a_fix() -> None:
    (found,) = findings("Quay in Portmere to close", VOTE, COST, "Quay in Portmere to close", FEAR)
    assert (found.rule, found.level, found.place.line) == ("repeated-headline", "error", 7)
    assert found.fix is not None


@pytest.mark.parametrize(("old", "new", "category"), [("14", "16", "figures"), ("Ana Velde", "Ana Valde", "names")])
def test_a_copy_with_one_reading_changed_is_told_once_by_the_check_of_that_reading(
    old: str, new: str, category: str
) -> None:
    line = f"The chairwoman of the board, {old}, said so." if category == "names" else COST
    line = line.replace("said so", "said that the market would be large enough for the ferries")
    workshop = workshop_of(Setup(Config(select=("duplicates", "figures", "names"))))
    text = "\n\n".join(["Quay in Portmere to close", OPEN, line, VOTE, line.replace(old, new)])
    (found,) = run(workshop, ["quay.txt"], given={"quay.txt": text.encode()}).findings
    assert found.category == category
    assert [side.place.line for side in found.related] == [5]


def test_a_story_pasted_again_in_other_paragraphs_is_found() -> None:
    found = findings("Quay in Portmere to close", VOTE, COST, FEAR, OPEN, f"{VOTE} {COST} {FEAR} {OPEN}")
    assert {f.place.line for f in found} == {11}
    assert "warning" in {f.level for f in found}


def test_a_phrase_pasted_twice_can_be_taken_away() -> None:
    (found,) = findings(
        "Quay in Portmere to close", VOTE.replace("to close", "to close the east to close the east"), COST
    )
    assert (found.rule, found.level) == ("repeated-phrase", "warning")
    assert found.fix is not None


def test_a_paragraph_of_a_live_blog_is_a_note() -> None:
    found = findings("The Latest: Portmere votes on its quay", VOTE, COST, VOTE)
    assert [(f.rule, f.level) for f in found] == [("repeated-update", "note")]


def test_a_repeated_paragraph_in_plain_text_can_be_taken_away() -> None:
    (found,) = findings("Quay in Portmere to close", VOTE, COST, VOTE)
    assert found.fix is not None
    assert not found.fix.safe


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ('"We waited ten years" - Ana Velde', 'Velde was angry. "We waited ten years," she said.'),
        ("“We waited ten years.”", "Velde was angry: “We waited ten years. The wall did not,” she said."),
    ],
)
def test_pull_quotes(short: str, long: str) -> None:
    assert is_pull_quote(short, long)


def test_words_of_a_story_are_no_pull_quote() -> None:
    assert not is_pull_quote("We waited ten years for the wall.", "We waited ten years for the wall, she said.")


def test_lists_are_no_prose() -> None:
    assert is_prose(VOTE)
    assert not is_prose("Portmere Rovers v Aldersund United; Velde Town v Harrow Bay; Lorne City v Tindale.")


def test_likeness_of_equal_and_of_foreign_texts() -> None:
    assert compare(VOTE, VOTE).ratio == 1
    assert compare(VOTE, FEAR).ratio < 0.5
    assert compare("", "").ratio in {0, 0.5, 1}


def test_two_people_charged_alike_are_parallel() -> None:
    one = "Jon Aske, 31, of Portmere, is charged with theft of a boat and with sailing it at night."
    assert compare(one, one.replace("Jon Aske, 31", "Per Holt, 44")).parallel


def test_names_of_two_and_of_three_words_are_two_people() -> None:
    line = " was indicted on one count of theft of a boat and of sailing it at night, and on two of fraud, it said."
    assert compare(f"Jon Aske{line}", f"Per Lund Holt{line}").parallel


def test_the_same_said_of_two_people_is_parallel() -> None:
    one = "Jon Aske of Portmere is charged with theft of a boat and, like his brother, with sailing it at night."
    other = "Per Holt of Portmere is charged with theft of a boat and with sailing it at night without lamps."
    assert compare(one, other).parallel
