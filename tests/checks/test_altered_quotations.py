"""A quotation that is altered is noticed across articles, in the headline and in a pull-quote; a trim is not."""

from __future__ import annotations

import pytest

from lintnews.config import Config
from lintnews.engine import run
from lintnews.setup import Setup, workshop_of

SAID = "We have not found a single beam in the old mill that would carry the weight of the new roof"
HEAD = "# Mill roof must wait\n\nThe roof of the mill at Tarnow has to wait another winter.\n\n"
BODY = f"{HEAD}“{SAID},” said Odette Marrin, the surveyor.\n"


def found(**articles: str) -> list[tuple[str, str]]:
    """Rule and place of what is found in these articles."""
    given = {f"{name}.md": text.encode() for name, text in articles.items()}
    workshop = workshop_of(Setup(Config(select=("altered-quotation", "misattributed-quotation")), isolated=True))
    report = run(workshop, sorted(given), given=given, whole=True)
    return [(finding.rule, f"{finding.place.path}:{finding.place.line}") for finding in report.findings]


@pytest.mark.parametrize(
    "altered",
    [
        SAID.replace("not found", "found"),
        SAID.replace("single ", "rotten "),
        SAID.replace("the weight", "half the weight"),
        SAID.replace("old mill", "mill"),
        SAID.replace("would", "could"),
    ],
)
def test_an_altered_word_is_noticed_everywhere(altered: str) -> None:
    assert [rule for rule, _ in found(one=BODY, two=BODY.replace(SAID, altered))] == ["altered-quotation"]
    headline = BODY.replace("# Mill roof must wait", f"# “{altered}”")
    assert found(one=headline) == [("altered-quotation", "one.md:1")]
    for pulled in (f"“{altered}”", f"“{altered}” — Odette Marrin"):
        assert found(one=f"{BODY}\nThe mill was built by her grandfather.\n\n{pulled}\n") == [
            ("altered-quotation", "one.md:5")
        ]


@pytest.mark.parametrize(
    "same",
    [
        SAID.replace(" in the old mill", " …"),
        SAID.replace("the old mill", "[the mill at Tarnow]"),
        SAID.replace("We have", "We’ve"),
        SAID.partition(" that would")[0],
        SAID.replace("We have not", "we have not"),
    ],
)
def test_a_trim_is_none(same: str) -> None:
    assert found(one=BODY, two=BODY.replace(SAID, same)) == []
    assert found(one=f"{BODY}\nThe mill was built by her grandfather.\n\n“{same}”\n") == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "eleven of the ten-year-old beams were rotten at the end",
            "11 of the 10-year-old beams were rotten at the end",
        ),
        (
            "the beams that V. Marrin counted were rotten at one end",
            "the beams that Marrin counted were rotten at one end",
        ),
        (
            "the d**n beams that she counted were rotten at one end",
            "the damn beams that she counted were rotten at one end",
        ),
        ("the fire-wood from the beams was sold to the bakery", "the firewood from the beams was sold to the bakery"),
        ("the beams that Mikhail saw were rotten at one end", "the beams that Mykhailo saw were rotten at one end"),
    ],
)
def test_the_style_of_the_house_is_no_alteration(one: str, other: str) -> None:
    assert found(one=BODY.replace(SAID, f"I saw that {one}"), two=BODY.replace(SAID, f"I saw that {other}")) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the roof will cost a million crowns and no less", "the roof will cost a billion crowns and no less"),
        ("the old beams are able to carry a roof of slate", "the old beams are unable to carry a roof of slate"),
        ("fifteen beams were sold to the bakery last winter", "fifty beams were sold to the bakery last winter"),
    ],
)
def test_words_that_look_alike_and_turn_the_sense_are_told(one: str, other: str) -> None:
    pair = {"one": BODY.replace(SAID, f"I know that {one}"), "two": BODY.replace(SAID, f"I know that {other}")}
    assert found(**pair) == [("altered-quotation", "two.md:5")]


def test_another_speaker_is_noticed() -> None:
    swapped = BODY.replace("Odette Marrin, the surveyor", "Ludvik Prohl, the builder")
    assert found(one=BODY, two=swapped) == [("misattributed-quotation", "two.md:5")]


def test_an_accent_makes_no_other_speaker() -> None:
    assert found(one=BODY.replace("Odette Marrin", "Odette Marín"), two=BODY.replace("Marrin", "Marin")) == []


def test_two_articles_on_other_things_may_use_the_same_turn_of_phrase() -> None:
    one = (
        "---\ndate: 2031-03-02\n---\n# Rowing club loses its lake\n\nThe regatta at Tarnow was called off.\n\n"
        "“I think it is a sad situation,” said Odette Marrin, who steers the eight.\n\n"
        "Crews from Varnby, Hollin and Sundrup had trained on the lake for the cup that Ragnhild Toft gave in 1951.\n"
    )
    other = (
        "---\ndate: 2031-03-20\n---\n# Tolls on two bridges\n\nDrivers in Lenning pay four crowns from Monday.\n\n"
        "“I think it is a tough situation,” said Odette Marrin, who delivers bread there.\n\n"
        "The ministry of transport hopes for two million crowns, and Haulage Union North asks for a discount.\n"
    )
    assert found(one=one, two=other) == []


def test_a_speech_in_paragraphs_may_repeat_itself() -> None:
    speech = (
        f"{HEAD}Odette Marrin spoke to the council.\n\n"
        "“We shall mend the roof of the mill before the winter comes.”\n\n"
        "“We shall mend the wheel of the mill before the winter comes.”\n"
    )
    assert found(one=speech) == []


def test_a_word_quoted_in_a_quotation_is_no_end_of_it() -> None:
    inner = SAID.replace("a single beam", 'a single "mother beam"')
    plain = BODY.replace("“", '"').replace("”", '"')
    assert (
        found(
            one=plain.replace(SAID, SAID.replace("single beam", "single mother beam")), two=plain.replace(SAID, inner)
        )
        == []
    )
