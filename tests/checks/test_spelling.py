"""Mixed spellings, slips, and the lists and patterns of a newsroom's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from lintnews.checks.pattern import PatternOptions, text_position
from lintnews.checks.slips import garbled_compounds
from lintnews.checks.spelling_forms import TABLES
from lintnews.checks.terms import TermOptions
from lintnews.config import Config
from lintnews.engine import run
from lintnews.errors import RuleError
from lintnews.lexicon import lexicon
from lintnews.model import Offsets
from lintnews.report import Finding
from lintnews.setup import Setup, workshop_of


def findings(text: str, *select: str, options: dict | None = None) -> list[Finding]:
    """What the rules find in one text."""
    workshop = workshop_of(Setup(Config(select=select, options=options or {})))
    return list(run(workshop, ["a.txt"], given={"a.txt": text.encode()}).findings)


def spelled(text: str) -> list[tuple[str, str, str]]:
    """Level and both forms of every mixed spelling."""
    return [(f.level, f.data["here"], f.data["there"]) for f in findings(text, "mixed-spelling", "mixed-spelling-hint")]


def test_a_word_spelled_in_both_ways_follows_the_other_words() -> None:
    text = "The neighbouring towns organised it. They realise that, realize it, and recognise the colour. They realize."
    assert spelled(text) == [("warning", "realize", "realise"), ("warning", "realize", "realise")]


def test_american_copy_may_not_be_told_that_ize_is_rare() -> None:
    text = "The neighboring towns saw the color of the harbor and organized it; they criticised and apologised."
    assert [here for _, here, _ in spelled(text)] == ["criticised", "apologised"]


def test_of_two_forms_used_alike_none_is_mended() -> None:
    found = findings("It is a cafe by the quay. A café is a place to sit.", "mixed-spelling")
    assert [(f.data["here"], f.fix) for f in found] == [("café", None)]


def test_quotations_keep_their_spelling() -> None:
    assert not spelled('The neighbouring towns organised it. "We honor the color of the center," he wrote.')


def test_one_american_word_in_british_copy() -> None:
    text = "The neighbouring towns organised a vote about the centre. The theater was full."
    assert spelled(text) == [("warning", "theater", "neighbouring")]


def test_oxford_spelling_is_british() -> None:
    assert not spelled("The neighbouring towns organized a vote about the theatre and recognized its colour.")


def test_american_copy_is_left_alone() -> None:
    assert not spelled("The neighboring towns organized a vote about the theater.")


def test_names_keep_their_spelling() -> None:
    assert not spelled("The organised labour of Portmere met at the Harbor Center, home of the Labor Organization.")


def test_a_headline_may_shorten() -> None:
    assert not spelled(
        "UN envoy in Portmere\n\nThe U.N. envoy came to the old town of Portmere on Monday, the board said."
    )


def test_currency_and_us_are_no_abbreviations() -> None:
    assert not spelled("The U.S. paid US$4 million to us, she said after the meeting of the board.")


def test_percent_in_two_words() -> None:
    ((level, here, there),) = spelled("It rose by 4 per cent in May, by 5 per cent in June and by 6 percent in July.")
    assert (level, here, there) == ("warning", "percent", "per cent")


def test_a_declared_form_wins() -> None:
    found = findings(
        "The U.N. envoy came, and the U.N. mission followed.",
        "mixed-spelling",
        options={"mixed-spelling": {"prefer": ["UN"]}},
    )
    assert [(f.data["here"], f.data["there"], f.fix and f.fix.text) for f in found] == [("U.N.", "UN", "UN")] * 2


def test_tables_give_each_word_one_family_and_a_known_side() -> None:
    words = lexicon()
    for table in TABLES:
        for phrase, value in words.table(table).items():
            family, _, variant = value.rpartition(" ")
            assert phrase == phrase.lower()
            assert family
            assert variant in {"uk", "us", "ise", "ize", "points", "plain"} or variant.isdigit()
    spellings = words.table("spellings")
    assert not {"advise", "advize", "surprise", "exercise", "size", "prize", "seize", "raise"} & set(spellings)
    sides: dict[str, set[str]] = {}
    for value in spellings.values():
        family, _, side = value.rpartition(" ")
        sides.setdefault(family, set()).add(side)
    assert all(side in ({"uk", "us"}, {"ise", "ize"}) for side in sides.values())


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("a United Nations-back mission", "United Nations-backed"),
        ("the Portmere-base shipyard", "Portmere-based"),
        ("a state-own ferry", "state-owned"),
        ("a family-own bakery closed", "family-owned"),
        ("a charity-fund clinic opened", "charity-funded"),
        ("the court-appoint lawyer said", "court-appointed"),
        ("a Dutch-register ship sank", "Dutch-registered"),
        ("a UN-recognise council", "UN-recognised"),
    ],
)
def test_garbled_compounds(text: str, meant: str) -> None:
    assert [m.data["there"] for m in garbled_compounds(text)] == [meant]


@pytest.mark.parametrize(
    "text",
    [
        "the England full-back said",
        "an Army-base school",
        "a horse-back ride",
        "the Velde-lead of two goals was",
        "a hedge-fund manager",
        "a life-support machine",
        "a self-own joke",
        "the border-control officer",
        "a self-build home",
    ],
)
def test_sound_compounds(text: str) -> None:
    assert not list(garbled_compounds(text))


def test_doubled_words_and_names() -> None:
    assert [f.data["word"] for f in findings("It was the the end. The The played.", "doubled-word")] == ["the"]


def write_rule(folder: Path, text: str) -> Setup:
    """A setup with one local rule."""
    (folder / "style").mkdir()
    (folder / "style" / "ours.yaml").write_text(
        text + "why: ours\nexamples:\n  bad: [{name: a, text: x}]\n  good: [{name: b, text: y}]\n", "utf-8"
    )
    return Setup(Config(select=("ours",), rules=(str(folder),)))


def test_a_pattern_that_could_hang_does_not(tmp_path: Path) -> None:
    setup = write_rule(
        tmp_path, "check: pattern\nlevel: error\nmessage: '{text}'\noptions: {patterns: ['(a+)+b'], scope: text}\n"
    )
    report = run(workshop_of(setup), ["a.txt"], given={"a.txt": b"a" * 50_000})
    assert not report.findings
    assert not report.failures


def test_a_pattern_that_re2_cannot_read_is_refused_with_its_reason(tmp_path: Path) -> None:
    setup = write_rule(tmp_path, "check: pattern\nlevel: error\nmessage: '{text}'\noptions: {patterns: ['(?=a)']}\n")
    with pytest.raises(RuleError, match=r"look-around"):
        workshop_of(setup)


def test_a_replacement_is_a_fix(tmp_path: Path) -> None:
    setup = write_rule(
        tmp_path,
        "check: pattern\nlevel: note\nmessage: '{text}'\n"
        "options: {patterns: ['(\\d+) crowns'], replacement: 'Cr \\1', scope: sentence, max-words: 9}\n",
    )
    (found,) = run(workshop_of(setup), ["a.txt"], given={"a.txt": b"It cost 14 crowns."}).findings
    assert found.fix is not None
    assert found.fix.text == "Cr 14"


def test_whole_paragraphs_and_roles(tmp_path: Path) -> None:
    setup = write_rule(
        tmp_path,
        "check: pattern\nlevel: note\nmessage: '{text}'\n"
        "options: {patterns: ['our reporter was there[.]?'], whole: true, roles: [body]}\n",
    )
    text = b"Our reporter was there\n\nOur reporter was there.\n\nOur reporter was there. The board met in the rain."
    report = run(workshop_of(setup), ["a.txt"], given={"a.txt": text})
    assert [f.place.line for f in report.findings] == [3]


def test_terms_keep_the_capital_and_leave_quotations(tmp_path: Path) -> None:
    setup = write_rule(tmp_path, "check: terms\nlevel: note\nmessage: '{here}'\noptions: {terms: {chairman: chair}}\n")
    text = 'Chairman Rask left. "The chairman lies," she said of the chairmanship.'
    (found,) = run(workshop_of(setup), ["a.txt"], given={"a.txt": text.encode()}).findings
    assert found.fix is not None
    assert (found.place.start, found.fix.text) == (0, "Chair")


def test_bad_options_are_refused() -> None:
    with pytest.raises(ValueError, match="at least one"):
        PatternOptions()
    with pytest.raises(ValueError, match="empty"):
        TermOptions(terms={" ": "x"})


def test_places_in_the_source_have_one_in_the_text() -> None:
    offsets = Offsets((0, 5), (2, 10), (5, 4))
    assert [text_position(offsets, p) for p in (0, 2, 4, 9, 11)] == [0, 0, 2, 5, 6]
