"""A house's conventions: one way of writing, in an article and across all of them, and what it has declared."""

from __future__ import annotations

from pathlib import Path

import pytest

from lintnews.checks.conventions import CONVENTIONS, EXAMPLES
from lintnews.checks.preferences import SYSTEMS, chosen_usages, chosen_words, refuse_unknown, wrong_sides
from lintnews.checks.usage import unchanged
from lintnews.config import Config
from lintnews.engine import run
from lintnews.errors import ConfigError
from lintnews.report import Finding
from lintnews.setup import Setup, workshop_of
from lintnews.workshop import Workshop

MIXED = (
    "mixed-percent", "mixed-clock-times", "mixed-date-order", "mixed-millions", "mixed-decades", "mixed-thousands",
    "mixed-courtesy-titles", "mixed-capitals", "mixed-quotation-marks", "mixed-apostrophes", "mixed-speech-marks",
    "mixed-dashes", "mixed-serial-comma", "mixed-small-numbers",
)  # fmt: skip


def house(*select: str, forms: tuple[str, ...] = (), folder: Path | None = None, language: str = "en") -> Workshop:
    """A workshop with some rules, for a house that has chosen some forms."""
    register = None
    if folder is not None:
        listed = "".join(f"  - '{form}'\n" for form in forms)
        (folder / "register.yaml").write_text(f"forms:\n{listed}", "utf-8")
        register = "register.yaml"
    config = Config(select=select or MIXED, register=register, language=language)
    return workshop_of(Setup(config, root=str(folder or ".")))


def findings(text: str, workshop: Workshop | None = None) -> list[Finding]:
    """What is found in one article."""
    report = run(workshop or house(), ["a.txt"], given={"a.txt": text.encode()})
    assert not report.failures
    return list(report.findings)


def mends(text: str, workshop: Workshop | None = None) -> list[tuple[str, str | None]]:
    """What stands at each finding, and what its fix puts there."""
    return [(text[f.place.start : f.place.end], f.fix.text if f.fix else None) for f in findings(text, workshop)]


@pytest.mark.parametrize(
    ("text", "mend"),
    [
        ("It rose by 4% in May, by 6% in June and by 3 per cent in July.", [(" per cent", "%")]),
        ("It rose by 4 percent, then by 6 percent and by 3%.", [("%", " percent")]),
        ("Doors open at 7 p.m. and close at 9 p.m., but the bar opens at 6pm today.", [("6pm", "6 p.m.")]),
        ("Doors open at 7 p.m. and at 9 p.m. The bar opens at 6pm.", [("6pm", "6 p.m")]),  # with the sentence's point
        ("Doors open at 7pm and close at 9pm; the bar opens at 6.30 p.m. today.", [("6.30 p.m.", "6.30 pm")]),
        ("The bar opens at 7pm and at 9pm. The last boat leaves at 11 p.m.", [("11 p.m.", "11 pm.")]),
        ("Come at 6pm or 7pm, or at 8 p.m. Friday.", [("8 p.m.", None)]),
        ("It ran on 4 May 2021 and 6 June 2022, then on March 9, 2023.", [("March 9, 2023", "9 March 2023")]),
        ("It ran on May 4 and on June 6, then on 9 March 2023 again.", [("9 March 2023", "March 9, 2023")]),
        ("It cost $4m, then $6m and $3.5 million.", [("$3.5 million", "$3.5m")]),
        ("It cost $4 billion, then $6 million and $3.5bn.", [("$3.5bn", "$3.5 billion")]),
        ("In the 1930s and the 1960s, unlike the 1980’s, it grew.", [("1980’s", "1980s")]),
        ("They have 4,210 members, 3,180 members and 2900 members.", [("2900", None)]),
        ("I met Mr Holt, Dr Rask and Mrs. Velde.", [("Mrs.", "Mrs")]),
        ("When the government met, the government fell; the Government is new.", [("Government", "government")]),
        ("It’s the pilot’s boat and the cook's knife.", [("'", "’")]),
        ('“One,” he said, “two,” and "three".', [('"', "“"), ('"', "”")]),
    ],
)
def test_the_rarer_way_is_mended(text: str, mend: list[tuple[str, str | None]]) -> None:
    assert mends(text) == mend


@pytest.mark.parametrize(
    "text",
    [
        "It rose by 4% in May, and some ninety per cent of the people knew.",
        "In May 4,000 came; by May 6 and June 9 there were 12 of them.",
        "The September 11 attacks were remembered on 9 March and 8 April.",
        "He ran 5m, then $5m and 6m of rope for $7m.",
        "The 7610 phone was sold to 4,210 people, 3,180 people and to 2014 winners.",
        "The Government House gate was shut; the government met and the government fell.",
        "The Office of the Prime Minister answered; the prime minister and the prime minister's dog did not.",
        "See https://example.org/a--b and a – b, then c – d.",
        "It won 3 - 1 – a lead – and lost 2-0 – a shame.",
        'The 14" pipe of “steel,” she said, “is good,” and “long”.',
        "Published: 10.24 PM, May 9\n\nDoors open at 7 p.m. and close at 9 p.m. on 4 June.",
        "Storm\n\n4 hurt off Portmere\n\nIn it two boats sank, three dogs and two cats swam.",
        "We are, I am sure, at 7am where we were at 6am.",
    ],
)
def test_what_is_written_right_stays_silent(text: str) -> None:
    assert not findings(text)


def test_once_against_once_is_nobodys_usage() -> None:
    assert not findings("It rose by 4% in May and by 5 per cent in June. It cost $4m, then $4 million.")


def test_quotations_and_headlines_keep_theirs() -> None:
    text = (
        "---\ntitle: Rents up 4%\n---\n\nRents rose by 4 per cent, then by 6 per cent. “We lost 9% of them on May 4,” "
        "said Mr Holt on 6 June, 7 June and 8 June.\n"
    )
    assert not run(house(), ["a.md"], given={"a.md": text.encode()}).findings


def test_an_ellipsis_is_no_dash_and_three_kinds_are_told_against_the_usual_one() -> None:
    lead = "The fleet came home on Monday after two weeks at sea in a calm that nobody had seen before in May.\n\n"
    found = findings(f"{lead}A – b and c – d, then e — f, and g -- h ... so it went.")
    assert [(f.data["here"], f.data["there"]) for f in found] == [
        ("a spaced em dash", "a spaced en dash"),
        ("two spaced hyphens", "a spaced en dash"),
    ]


def test_across_articles_most_win() -> None:
    given = {f"{day}.txt": f"It opened on {day} May in Portmere.".encode() for day in range(2, 8)}
    given["z.txt"] = b"It opened on May 9 in Portmere."
    found = run(house("house-usage"), sorted(given), given=given).findings
    assert [(f.place.path, f.data["here"], f.data["uses"], f.fix) for f in found] == [("z.txt", '"May 9"', 6, None)]


def test_the_register_wins_in_every_article(tmp_path: Path) -> None:
    workshop = house(*MIXED, "house-usage", forms=("June 24", "5 p.m.", "UN"), folder=tmp_path)
    assert mends("It opened at 7pm on 4 May.", workshop) == [("7pm", "7 p.m."), ("4 May", "May 4")]
    given = {f"{day}.txt": f"It opened on May {day} in Portmere.".encode() for day in range(2, 8)}
    given["z.txt"] = b"It opened on 9 May in Portmere."
    assert [f.rule for f in run(workshop, sorted(given), given=given).findings] == ["mixed-date-order"]


def test_an_unknown_form_in_the_register_is_refused_with_the_nearest(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r'forms: "per centt" .*did you mean "per cent"'):
        house("mixed-percent", forms=("per centt",), folder=tmp_path)


def test_a_language_tag_is_a_choice_of_spelling(tmp_path: Path) -> None:
    text = "The neighboring towns organized a vote on the color of the harbor."
    rules = ("mixed-spelling", "mixed-spelling-hint")
    british = [("neighboring", "neighbouring"), ("color", "colour"), ("harbor", "harbour")]
    assert mends(text, house(*rules, forms=("en-GB",), folder=tmp_path)) == british
    assert mends(text, house(*rules, language="en-GB")) == british
    assert mends(text, house(*rules, forms=("en-AU",), folder=tmp_path)) == [
        ("neighboring", "neighbouring"), ("organized", "organised"), ("color", "colour"), ("harbor", "harbour"),
    ]  # fmt: skip
    assert mends(text, house(*rules, forms=("en-US",), folder=tmp_path)) == []


def test_every_way_has_an_example_of_its_own_and_every_convention_a_rule() -> None:
    ways = [(name, variant) for name, convention in CONVENTIONS.items() for variant in convention.variants]
    assert set(EXAMPLES.values()) == set(ways)
    told = {name for rule in house(*MIXED).rules for name in rule.when["convention"]}
    assert told == set(CONVENTIONS)


def test_choices_are_read_from_their_examples() -> None:
    forms = ("24 June", "UN", "en-GB", "percent")
    refuse_unknown(forms)
    assert chosen_usages(forms) == {"date order": ("day first", "24 June"), "per cent": ("words", "percent")}
    assert chosen_words(forms)["un"] == ("plain", "UN")
    assert wrong_sides(forms) == {"us": "en-GB"}
    assert all(sides <= {"uk", "us", "ise", "ize"} for sides in SYSTEMS.values())
    assert unchanged("words") is None
