"""What needs a source: each sort of claim is asked about, and what only looks like it is left alone."""

import pytest

from lintnews.config import Config
from lintnews.engine import run
from lintnews.setup import Setup, workshop_of

KINDS = (
    "unattributed-accusation",
    "unattributed-blame",
    "unattributed-casualties",
    "unattributed-cause",
    "unattributed-characterisation",
    "unattributed-figure",
    "unattributed-motive",
    "unattributed-prediction",
    "unattributed-superlative",
    "no-right-of-reply",
)
WORKSHOP = workshop_of(Setup(Config(select=KINDS)))


def rules(*paragraphs: str) -> list[str]:
    """The rules that find something in an article with these paragraphs, in the order of the places."""
    text = "# Market day in Lenning\n\n" + "\n\n".join(paragraphs) + "\n"
    found = run(WORKSHOP, ["a.md"], given={"a.md": text.encode()}).findings
    return [f.rule for f in found]


@pytest.mark.parametrize(
    ("sentence", "rule"),
    [
        ("Some 61 percent of the farms now sell their milk abroad.", "unattributed-figure"),
        ("More than 43,000 people have left the valley since May.", "unattributed-figure"),
        ("The mudslide buried the inn and 23 guests were killed.", "unattributed-casualties"),
        ("Tilda Varn violated the town's own water code.", "unattributed-blame"),
        ("Tilda Varn's corruption is known on both banks.", "unattributed-blame"),
        ("Tilda Varn embezzled the flood money.", "unattributed-accusation"),
        ("The bakery has the oldest oven in the country.", "unattributed-superlative"),
        ("The notorious landlord Ove Strand has bought the mill.", "unattributed-characterisation"),
        ("Milk will undoubtedly cost more by the summer.", "unattributed-prediction"),
        ("The outbreak was caused by spoiled eels.", "unattributed-cause"),
        ("He sold the mill because he no longer trusted the miller.", "unattributed-motive"),
    ],
)
def test_a_bare_claim_is_asked_about_and_a_sourced_one_is_not(sentence: str, rule: str) -> None:
    assert rule in rules(sentence)
    assert set(rules(f"{sentence[:-1]}, the dairy board said.")) <= {"no-right-of-reply"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Ines Castellan took 51.3 percent of the votes.",
        "The kettle works posted a profit of $14.6 million.",
        "The new phone, the Lenning 4210, comes in May.",
        "Tickets are $3,200 apiece.",
        "My costs rose 38 percent.",
        "12,345",
        "The flood of 1871 killed 240 people.",
        "Ove Strand stole the show.",
        "Lenning's fraud office is on Mill Street.",
        "It is one of the largest markets in the country.",
        "Emil Sarto won his first ever medal.",
        "The council will vote on Friday.",
        "The controversial bridge was drawn by Emil Sarto.",
        "The roof leaked because the tiles were old.",
        "Some 61 percent of the farms now ship [their milk abroad](https://dairy.example/2026.pdf).",
        "The bakery has [the oldest oven](https://ovens.example/list) in the country.",
        "Have the locks caused the shortage?",
    ],
)
def test_what_all_can_see_or_look_up_is_left_alone(sentence: str) -> None:
    assert rules(sentence) == []


def test_each_figure_has_a_place_of_its_own() -> None:
    first = "Some 61 percent of the farms now sell their milk abroad."
    second = "More than 43,000 people have left the valley since May."
    assert rules(first, "The market was busy.", second) == ["unattributed-figure", "unattributed-figure"]


def test_a_paragraph_between_changes_nothing() -> None:
    told = "The dairy board spoke on Monday about the price of hay."
    bare = "Some 61 percent of the farms now sell their milk abroad."
    assert rules(told, bare) == rules(told, "The market was busy.", bare) == ["unattributed-figure"]


def test_a_speaker_beside_an_accusation_makes_it_doubtful_and_not_sourced() -> None:
    found = rules("“Hay is dear,” said Ove Strand. Tilda Varn embezzled the flood money.")
    assert "unattributed-blame" in found
    assert "unattributed-accusation" not in found


@pytest.mark.parametrize(
    ("answer", "asked"),
    [
        ("The market closed at noon.", True),
        ("Varn rejected the charge.", False),
        ("Varn's office did not respond to a request for comment.", False),
        ("“I have the receipts,” Varn said.", False),
    ],
)
def test_the_accused_are_asked(answer: str, asked: bool) -> None:
    found = rules("Ove Strand accused Tilda Varn of lying about the hay.", answer)
    assert ("no-right-of-reply" in found) == asked
