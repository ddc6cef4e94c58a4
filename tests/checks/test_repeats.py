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


def test_the_same_said_of_two_people_is_parallel() -> None:
    one = "Jon Aske of Portmere is charged with theft of a boat and, like his brother, with sailing it at night."
    other = "Per Holt of Portmere is charged with theft of a boat and with sailing it at night without lamps."
    assert compare(one, other).parallel
