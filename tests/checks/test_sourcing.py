"""Sources and claims as a desk would query them: who is left alone, who is asked about, and once each."""

from __future__ import annotations

import pytest

from lintnews.config import Config
from lintnews.engine import run
from lintnews.setup import Setup, workshop_of

WORKSHOP = workshop_of(Setup(Config(select=("attribution", "sources"))))


def told(*paragraphs: str) -> list[tuple[str, str]]:
    """The rules that speak of a text of these paragraphs, each with the words it points at."""
    text = "\n\n".join(paragraphs) + "\n"
    found = run(WORKSHOP, ["a.txt"], given={"a.txt": text.encode()}).findings
    return [(f.rule, text[f.place.start : f.place.end]) for f in found]


@pytest.mark.parametrize(
    "text",
    [
        "Police said the road to Tarnmoor was shut.",
        "Prosecutors said the trial would begin in May.",
        "Firefighters said the blaze in Lenning was out.",
        "Treasury officials said the books of Oravia were in order.",
        "The researchers said the slope at Tarnmoor was moving.",
        "Researchers at Lenning University said the slope was moving.",
        "Patients say they want a second clinic in Tarnmoor.",
        "People who own a boat say the quay is too short.",
        "Many of the roads say nothing of where they lead.",
    ],
    ids=[
        "police",
        "prosecutors",
        "fire-brigade",
        "officials-of-a-body",
        "told-before",
        "of-a-university",
        "of-themselves",
        "whoever",
        "things",
    ],
)
def test_institutions_and_groups_that_are_told_of_may_speak_as_one(text: str) -> None:
    assert told(text) == []


def test_a_distinct_group_is_told_once_at_its_first_words() -> None:
    found = told(
        "Ove Strand said the quay of Lenning was too short for the new ships.",
        "Traders said it had been built too late.",
        "Rain fell on the quay. Traders warned that the ships would go to Tarnmoor.",
        "Residents complained that the lorries came at night.",
    )
    assert found == [("unnamed-group", "Traders"), ("unnamed-group", "Residents")]


def test_a_group_with_an_example_that_follows_is_left_alone_and_one_without_is_not() -> None:
    example = (
        "Critics say the quarry will ruin the spring.",
        "“The water is grey,” said Ove Strand, who farms below it.",
    )
    assert told(*example) == []
    assert told("Ove Strand said the quarry would open in May.", *example)[0][1] == "Critics"


@pytest.mark.parametrize("words", ["is expected to sell", "is tipped to sell", "is known to own", "appears to own"])
def test_what_is_to_come_or_what_a_reporter_sees_hides_no_agent(words: str) -> None:
    assert told(f"The company {words} two ships.") == []


@pytest.mark.parametrize("words", ["is believed to own", "is said to own", "is understood to own", "reportedly owns"])
def test_a_claim_without_its_maker_is_asked_about(words: str) -> None:
    assert [rule for rule, _ in told(f"The company {words} two ships.")] == ["agentless-evidential"]


@pytest.mark.parametrize(
    "text",
    [
        "Two-thirds of the valley lay under snow.",
        "A crowd of 12,400 people watched the match.",
        "The ticket costs 45 crowns, and the tram sold 62% of them.",
        "Shares of Strand & Park fell 12% to 430 crowns.",
        "Ines Castellan sold the mill for $14m.",
        "I lost $3.4m when the mill burned.",
    ],
    ids=["half", "attendance", "price", "market", "deal", "own-story"],
)
def test_figures_that_anybody_can_read_need_no_source(text: str) -> None:
    assert told(text) == []


def test_the_figure_that_needs_a_source_most_is_pointed_at() -> None:
    found = told(
        "The mill burned in June, with $3.4m of damage.",
        "The crowd went home.",
        "It was a dry month, and 12,600 families had no water.",
        "Children walked to the river.",
        "Damage of $7m was done to the bridge.",
    )
    assert found == [("unattributed-figure", "12,600")]


@pytest.mark.parametrize(
    "who",
    ["a survivor of abuse", "a 15-year-old girl", "a refugee from the delta", "a rape victim", "a whistle-blower"],
)
def test_victims_and_the_endangered_are_never_asked_for_their_names(who: str) -> None:
    assert told(f"“I sleep through the night again,” said {who}, who asked not to be named.") == []


def test_a_formula_is_no_reason_and_a_risk_is_one() -> None:
    said = "The owners have met three buyers, said a manager, who asked not to be named"
    assert [rule for rule, _ in told(f"{said}.")] == ["anonymous-source"]
    assert [rule for rule, _ in told(f"{said} as he was not authorised to speak.")] == ["rote-anonymity"]
    assert told(f"{said} for fear of losing his post.") == []


def test_an_attack_from_behind_anonymity_is_told_and_a_fact_is_not() -> None:
    reason = "who asked not to be named for fear of losing his post"
    assert told(f"“The director is incompetent,” said an insider, {reason}.") == [("anonymous-opinion", "incompetent")]
    assert told(f"“The director sold two ships,” said an insider, {reason}.") == []


def test_the_accused_are_heard_or_were_asked() -> None:
    claim = "Ines Castellan embezzled the harbour funds, said Ove Strand, who kept the books."
    assert [rule for rule, _ in told(claim)] == ["no-right-of-reply"]
    assert told(claim, "Castellan declined to comment.") == []
    assert told(claim, "Castellan said the books were in order.") == []


def test_an_article_with_one_source_is_no_finding() -> None:
    assert told("Ove Strand said the road was open.", "He said it had been shut since May.") == []
